"""The pain rule: whole scale, no gap, each band with its own number, word and shape."""

from __future__ import annotations

from itertools import pairwise

import pytest
from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QImage, QPainter

from ankle_coach.domain.words import PLAIN_WORDS
from ankle_coach.printing.pain_rule import Sign, draw_sign, pain_bands, pain_sources


@pytest.mark.parametrize("ceiling", range(11))
@pytest.mark.parametrize("tendon", [True, False])
def test_the_bands_cover_the_scale(ceiling: int, tendon: bool) -> None:
    bands = pain_bands(ceiling, tendon=tendon, words=PLAIN_WORDS)
    assert (bands[0].least, bands[-1].most) == (0, 10)
    assert all(below.most + 1 == above.least for below, above in pairwise(bands))
    assert len({band.sign for band in bands}) == len(bands)
    assert len({band.words for band in bands}) == len(bands)
    stops = [band for band in bands if band.sign is Sign.STOP]
    assert [band.least for band in stops] == ([ceiling + 1] if ceiling < 10 else [])


def test_a_tendon_program_goes_on_up_to_its_ceiling() -> None:
    plain, tendon = (pain_bands(5, tendon=t, words=PLAIN_WORDS)[1].words for t in (False, True))
    assert plain == "Acceptable. Stay at this level."
    assert tendon == "Acceptable if it has settled by the next morning."


def test_a_lower_ceiling_is_our_own_rule() -> None:
    assert pain_sources(3) == ("DD",)
    assert pain_sources(5) == ("M02", "DD")


def test_signs_have_different_shapes(qapp: object) -> None:
    shapes = set()
    for sign in Sign:
        image = QImage(60, 60, QImage.Format.Format_Grayscale8)
        image.fill(Qt.GlobalColor.white)
        painter = QPainter(image)
        draw_sign(painter, QRectF(0, 0, 60, 60), sign, "#000000")
        painter.end()
        shapes.add(bytes(image.constBits()))
    assert len(shapes) == len(Sign)
