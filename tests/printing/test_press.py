"""The press: facts of the file, embedded fonts, a logo, and files that are written whole or not at all."""

from __future__ import annotations

import io
from pathlib import Path

import pytest
from pypdf import PdfReader
from PySide6.QtCore import QBuffer, QByteArray, QIODevice
from PySide6.QtGui import QColor, QImage, QImageWriter

from ankle_coach import __version__
from ankle_coach.printing.handout import Letterhead
from ankle_coach.printing.handout_pages import lay_out
from ankle_coach.printing.inks import Ink
from ankle_coach.printing.pages import Document
from ankle_coach.printing.press import page_image, pdf_bytes, write_pdf
from tests.helpers.printing import faults, handout, printed, some_plan

pytestmark = pytest.mark.usefixtures("qapp")


def _logo(width: int = 300, height: int = 100) -> bytes:
    image = QImage(width, height, QImage.Format.Format_RGB32)
    image.fill(QColor("teal"))
    buffer = QBuffer()
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    assert QImageWriter(buffer, QByteArray(b"PNG")).write(image)
    return bytes(buffer.data().data())


def _document(**fields: object) -> Document:
    return lay_out(handout(some_plan(2, seed=8), "en", **fields))


def test_the_file_says_what_it_is() -> None:
    data = pdf_bytes(_document(name='Kim & "Co" <x>'))
    reader = PdfReader(io.BytesIO(data))
    facts = reader.metadata
    assert facts is not None
    assert facts.title == 'Your ankle program: Kim & "Co" <x>'
    assert facts.author == "Lakeside Physical Therapy"
    assert facts.creator == f"Ankle Coach {__version__}"
    told = reader.xmp_metadata
    assert told is not None
    assert told.dc_language == ["en"]
    assert told.dc_title == {"x-default": 'Your ankle program: Kim & "Co" <x>'}


def test_fonts_are_embedded_and_only_the_logo_is_an_image() -> None:
    plain = printed(_document())
    assert plain.fonts
    assert all(plain.fonts.values())
    assert sum(plain.images) == 0
    document = _document(clinic=Letterhead(name="Clinic", logo=_logo()))
    assert not list(faults(document))
    assert sum(printed(document).images) == 1


@pytest.mark.parametrize("logo", [b"", b"no picture", _logo.__name__.encode()])
def test_a_broken_logo_is_left_out(logo: bytes) -> None:
    document = _document(clinic=Letterhead(name="Clinic", logo=logo))
    assert "<logo>" not in [leaf.text for page in document.pages for leaf in page.leaves()]


def test_a_huge_logo_is_made_small_and_too_many_bytes_are_refused() -> None:
    document = _document(clinic=Letterhead(logo=_logo(4000, 500)))
    (place,) = [leaf.rect for page in document.pages for leaf in page.leaves() if leaf.text == "<logo>"]
    assert place.width() / place.height() == pytest.approx(8, rel=0.01)
    with pytest.raises(ValueError, match="logo"):
        Letterhead(logo=bytes(5 * 1024 * 1024))


def test_a_file_is_written_whole_or_not_at_all(tmp_path: Path) -> None:
    target = tmp_path / "out.pdf"
    target.write_bytes(b"before")
    write_pdf(_document(), target)
    assert target.read_bytes().startswith(b"%PDF")
    with pytest.raises(OSError, match="No such file"):
        write_pdf(_document(), tmp_path / "no" / "out.pdf")
    assert [path.name for path in tmp_path.iterdir()] == ["out.pdf"]


@pytest.mark.parametrize("ink", [Ink.GRAY, Ink.BLACK])
def test_a_sheet_without_color_has_none(ink: Ink) -> None:
    image = page_image(_document(ink=ink), 0, 50)
    points = [(x, y) for x in range(0, image.width(), 2) for y in range(0, image.height(), 2)]
    colors = [image.pixelColor(x, y) for x, y in points]
    apart = (max(c.red(), c.green(), c.blue()) - min(c.red(), c.green(), c.blue()) for c in colors)
    assert max(apart) <= 12


def test_black_ink_is_black_lines_on_white() -> None:
    image = page_image(_document(ink=Ink.BLACK), 0, 150)
    gray = sum(
        40 < image.pixelColor(x, y).lightness() < 215
        for x in range(0, image.width(), 3)
        for y in range(0, image.height(), 3)
    )
    assert gray < 0.08 * (image.width() / 3) * (image.height() / 3)
