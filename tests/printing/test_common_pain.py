"""How much pain is acceptable: said once, and on the cards that differ."""

from __future__ import annotations

import pytest
from msgspec.structs import replace

from ankle_coach.domain.plan import Plan
from ankle_coach.printing.common_pain import CommonPain, with_pain_said_once
from ankle_coach.printing.handout import Layout
from ankle_coach.printing.handout_pages import lay_out
from tests.helpers.printing import handout, program_plan

pytestmark = pytest.mark.usefixtures("qapp")
USUAL = "Pain up to 5 of 10 is acceptable if it has settled by the next morning."
OWN = "Pain up to 2 of 10 is acceptable if it has settled by the next morning."


def _plan(*ceilings: int | None) -> Plan:
    """The four calf exercises of a program, with ceilings of their own."""
    plan = program_plan("preset-silbernagel", "phase-1")
    own = zip(plan.prescriptions, ceilings, strict=True)
    return replace(plan, prescriptions=tuple(replace(p, pain_ceiling=c) for p, c in own))


def _said(plan: Plan, layout: Layout = Layout.CARDS_4) -> tuple[list[str], CommonPain]:
    sections, common = with_pain_said_once(handout(plan, layout=layout))
    return [entry.pain for section in sections for entry in section.entries], common


def test_what_goes_for_most_is_said_once() -> None:
    cards, common = _said(_plan(None, None, 2, None))
    assert common.text == USUAL
    assert common.sources
    assert cards == ["", "", OWN, ""]


def test_a_single_exercise_says_it_itself() -> None:
    plan = _plan(None, None, 2, None)
    alone = replace(plan, prescriptions=plan.prescriptions[:1])
    assert _said(alone) == ([USUAL], CommonPain())


def test_where_all_differ_each_says_its_own() -> None:
    cards, common = _said(_plan(1, 2, 3, 4))
    assert common == CommonPain()
    assert all(cards)


def test_a_sheet_for_each_exercise_says_it_on_each() -> None:
    cards, common = _said(_plan(None, None, None, None), Layout.CARDS_1)
    assert common == CommonPain()
    assert cards == [USUAL] * 4


def test_it_stands_under_the_head_and_not_on_the_cards() -> None:
    document = lay_out(handout(_plan(None, None, None, None)))
    texts = [leaf.text for leaf in document.pages[0].leaves()]
    saying = [text for text in texts if USUAL in text]
    assert len(saying) == 1
    assert saying[0].startswith("You need:")
    assert saying[0].rstrip("\u00b9\u00b2\u202f").endswith(USUAL)
