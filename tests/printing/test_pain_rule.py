"""The pain rule: whole scale, no gap, each band with its own number, word and shape."""

from __future__ import annotations

from itertools import pairwise

import pytest
from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QImage, QPainter

from ankle_coach.domain.words import PLAIN_WORDS
from ankle_coach.printing.composer import Composer
from ankle_coach.printing.handout import Options
from ankle_coach.printing.pages import Paper
from ankle_coach.printing.pain_rule import Sign, draw_sign, pain_bands, pain_rule, pain_sources


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


@pytest.mark.parametrize("paper", list(Paper))
@pytest.mark.parametrize(("ceiling", "tendon"), [(3, False), (5, True), (5, False), (1, False)])
def test_a_short_band_keeps_its_line_and_longer_ones_get_the_room(
    ceiling: int, tendon: bool, paper: Paper, qapp: object
) -> None:
    composer = Composer(Options(paper=paper), PLAIN_WORDS)
    bands = pain_bands(ceiling, tendon=tendon, words=PLAIN_WORDS)
    rule = pain_rule(composer, bands, "")
    texts = [leaf.rect for leaf in rule.leaves(0.0, 0.0)][1:]
    assert len(texts) == len(bands)
    line = min(rect.height() for rect in texts)
    assert texts[0].height() == line
    assert max(rect.height() for rect in texts) <= 2.1 * line
    assert texts[0].width() < texts[-1].width()
    assert rule.width == pytest.approx(composer.width)


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
