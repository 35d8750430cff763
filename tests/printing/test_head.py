"""The head of a sheet: as low as it can be, and nothing torn apart."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest
from msgspec.structs import replace as changed

from ankle_coach.printing.blocks import Leaf
from ankle_coach.printing.composer import Composer
from ankle_coach.printing.handout import Handout
from ankle_coach.printing.head import foot_maker, head_block, place_lines
from tests.helpers.printing import CLINIC, handout, program_plan

pytestmark = pytest.mark.usefixtures("qapp")


def _leaves(made: Handout) -> list[Leaf]:
    return list(head_block(Composer(made.options, made.words), made, "Your ankle program").leaves(0.0, 0.0))


def _texts(made: Handout) -> list[str]:
    return [leaf.text.replace("\u00a0", " ") for leaf in _leaves(made)]


def test_short_lines_of_the_clinic_stand_side_by_side() -> None:
    assert "12 Shore Road \u00b7 Springfield \u00b7 555 0142" in _texts(handout())


def test_long_lines_of_the_clinic_stand_below_each_other() -> None:
    lines = (
        "Center for Sports Medicine and Rehabilitation, third floor",
        "12 Shore Road, Springfield, Illinois",
    )
    clinic = replace(CLINIC, address="\n".join(lines))
    texts = _texts(handout(clinic=clinic))
    assert any(text.startswith(lines[0]) and lines[1] not in text for text in texts)


def test_the_day_of_review_stands_beside_todays() -> None:
    plan = changed(program_plan(), review_on=date(2026, 3, 31))
    assert "March 10, 2026 \u00b7 Review: March 31, 2026" in _texts(handout(plan))


def test_name_program_and_side_share_a_line_where_they_fit() -> None:
    leaves = {
        leaf.text: leaf.rect for leaf in _leaves(handout(program_plan("preset-silbernagel", "phase-1")))
    }
    place = next(rect for text, rect in leaves.items() if "Silbernagel" in text)
    assert place.top() == leaves["Alex Runner"].top()
    assert place.left() >= leaves["Alex Runner"].right()


def test_a_long_name_has_a_line_of_its_own() -> None:
    name = "Maximiliana Wilhelmina Konstanze von Hohenberg-Langenstein"
    leaves = {leaf.text: leaf.rect for leaf in _leaves(handout(name=name))}
    place = next(rect for text, rect in leaves.items() if "phase" in text)
    assert place.top() >= leaves[name].bottom() - 1


def test_the_words_of_a_side_stay_together() -> None:
    assert place_lines(handout())[0].endswith("right\u00a0side")


def test_a_program_of_one_phase_does_not_count_it() -> None:
    assert "phase" not in place_lines(handout(program_plan("preset-foot-core", "weeks-1-8")))[0]
    assert "phase 1 of 3: Weeks 1 and 2" in place_lines(
        handout(program_plan("preset-rathleff", "weeks-1-2"))
    )[0].replace("\u00a0", " ")


def test_the_foot_is_one_line_where_it_fits() -> None:
    made = handout(program_plan("preset-silbernagel", "phase-1"))
    composer = Composer(made.options, made.words)
    texts = [leaf.text for leaf in foot_maker(composer, made)(1, 2).leaves(0.0, 0.0)]
    assert len(texts) == 2
    assert texts[0].startswith("Education, not a diagnosis.")
    assert "version 3" in texts[0]
    assert texts[1] == "Page 1 of 2"
