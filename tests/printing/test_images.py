"""Pictures from files on paper: in gray where the sheet is gray."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QBuffer, QByteArray, QIODevice, Qt
from PySide6.QtGui import QColor, QImage, QImageWriter

from ankle_coach.palette import CLEAR
from ankle_coach.printing.handout import Layout, Letterhead
from ankle_coach.printing.handout_pages import lay_out
from ankle_coach.printing.images import image_block, read_image, without_color
from ankle_coach.printing.inks import Ink
from ankle_coach.printing.press import page_image
from tests.helpers.printing import handout

pytestmark = pytest.mark.usefixtures("qapp")


def _file(color: QColor | Qt.GlobalColor, side: int = 40) -> bytes:
    image = QImage(side, side, QImage.Format.Format_ARGB32)
    image.fill(color)
    buffer = QBuffer()
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    assert QImageWriter(buffer, QByteArray(b"png")).write(image)
    return bytes(buffer.data().data())


def test_what_is_no_picture_is_left_out() -> None:
    assert image_block(b"", 100, 100) is None
    assert image_block(b"no picture", 100, 100, gray=True) is None


def test_a_picture_without_color_is_gray_and_what_is_clear_is_white() -> None:
    for color, light in ((Qt.GlobalColor.red, 0.4), (QColor(CLEAR), 1.0)):
        image = read_image(_file(color))
        assert image is not None
        shown = without_color(image).pixelColor(5, 5)
        assert shown.red() == shown.green() == shown.blue()
        assert shown.redF() == pytest.approx(light, abs=0.15)


@pytest.mark.parametrize("ink", list(Ink))
def test_a_logo_is_inked_as_its_sheet(ink: Ink) -> None:
    logo = Letterhead(name="Clinic", logo=_file(Qt.GlobalColor.red))
    image = page_image(lay_out(handout(clinic=logo, layout=Layout.LOG, ink=ink)), 0, 50.0)
    colored = sum(
        image.pixelColor(x, y).hsvSaturation() > 200 for x in range(image.width()) for y in range(60)
    )
    assert (colored > 50) is (ink is Ink.COLOR)
