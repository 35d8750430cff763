"""The sheets beside the handout: whole on paper, from the content, in every size and language."""

from __future__ import annotations

from itertools import product

import pytest

from ankle_coach.domain.settings import Units
from ankle_coach.domain.walk_run import STAGES
from ankle_coach.printing.handout import Letterhead, Options, SheetKind
from ankle_coach.printing.pages import Paper
from ankle_coach.printing.sheets import lay_out_sheet
from tests.helpers.printing import RULES, Sheet, faults, handout, printed, program_plan, some_plan, squeezed

pytestmark = pytest.mark.usefixtures("qapp")
KINDS = [SheetKind.DIARY, SheetKind.WALK_RUN, SheetKind.ICE]
CASES = list(product(KINDS, Paper, (12, 20), ("en", "qps")))


def _sheet(kind: SheetKind, **fields: object) -> Sheet:
    return printed(lay_out_sheet(handout(program_plan(), "en", **fields), kind))


@pytest.mark.parametrize("case", CASES, ids=lambda case: "-".join(map(str, case)))
def test_a_sheet_is_whole(case: tuple[SheetKind, Paper, int, str]) -> None:
    kind, paper, points, language = case
    made = handout(program_plan(), language, paper=paper, points=points)
    document = lay_out_sheet(made, kind)
    assert not list(faults(document))
    sheet = printed(document)
    assert all(sheet.fonts.values())
    text = squeezed("".join(sheet.texts))
    for line in (*RULES.safety.cards.card[2].lines, "Education, not a diagnosis. If unsure, get checked."):
        assert squeezed(made.words.gettext(line)) in text


def test_the_diary_asks_what_the_program_asks() -> None:
    text = squeezed(_sheet(SheetKind.DIARY).texts[0])
    assert squeezed("First steps (0 to 10)") in text
    assert squeezed("Stiff, min") in text
    assert squeezed("Swollen") not in text
    plain = printed(lay_out_sheet(handout(some_plan(2)), SheetKind.DIARY))
    assert squeezed("First steps") not in squeezed(plain.texts[0])


def test_the_diary_has_as_many_weeks_as_asked_for() -> None:
    sheet = _sheet(SheetKind.DIARY, options=Options(grid_weeks=4))
    assert squeezed("".join(sheet.texts)).count("Wed") == 4


def test_the_walk_run_table_has_every_stage_and_the_limits_of_the_program() -> None:
    text = squeezed("".join(_sheet(SheetKind.WALK_RUN).texts))
    for stage in STAGES:
        assert squeezed(f"Stage {stage.number}: ") in text
        assert squeezed(f"{stage.run_minutes} of {stage.total} min") in text
    assert squeezed("pain of 3 or less") in text
    assert squeezed("A brisk walk of 30 minutes") in text
    assert squeezed("Distance, km") in text
    us = _sheet(SheetKind.WALK_RUN, options=Options(units=Units.US))
    assert squeezed("Distance, mi") in squeezed("".join(us.texts))


def test_the_ice_card_says_every_rule_and_question() -> None:
    text = squeezed("".join(_sheet(SheetKind.ICE).texts))
    ice = RULES.safety.ice
    claims = [claim.text for claim in (*ice.how, *ice.evidence)]
    questions = [block.text for block in ice.blocks] + [ask.text for ask in ice.ask_first]
    for said in (*claims, *questions):
        assert squeezed(said) in text
    for words in ("15 min", "20 min", "5 min", "2 hours", "4 times", "Yes: no ice.", "No: no ice yet."):
        assert squeezed(words) in text


def test_the_number_to_call_is_the_countrys() -> None:
    known = squeezed("".join(_sheet(SheetKind.ICE, emergency_number="112").texts))
    assert squeezed("In an emergency call 112.") in known
    unknown = squeezed("".join(_sheet(SheetKind.ICE).texts))
    assert squeezed("call your local emergency number") in unknown


@pytest.mark.parametrize("paper", list(Paper))
def test_the_ice_card_of_a_runner_is_one_page(paper: Paper) -> None:
    made = handout(program_plan(), paper=paper, clinic=Letterhead())
    assert len(lay_out_sheet(made, SheetKind.ICE).pages) == 1


def test_numbers_before_the_first_run_keep_their_units() -> None:
    document = lay_out_sheet(handout(program_plan("lateral-sprain", "p3")), SheetKind.WALK_RUN)
    texts = [leaf.text for page in document.pages for leaf in page.leaves()]
    assert any("90\u00a0%" in text for text in texts)
    assert not any("90 %" in text for text in texts)


@pytest.mark.parametrize("kind", [SheetKind.DIARY, SheetKind.WALK_RUN])
@pytest.mark.parametrize("paper", list(Paper))
def test_no_word_in_the_head_of_a_table_is_broken_in_large_type(kind: SheetKind, paper: Paper) -> None:
    document = lay_out_sheet(handout(program_plan(), paper=paper, points=20), kind)
    text = " ".join(printed(document).texts)
    for word in {SheetKind.DIARY: ("Effort", "during"), SheetKind.WALK_RUN: ("Distance,", "morning")}[kind]:
        assert word in text
