"""The therapist's report of the sample data: one page with what is known, and no number out of nothing."""

from __future__ import annotations

from dataclasses import replace

import pytest
from msgspec import structs

from ankle_coach.domain.decision import Outcome
from ankle_coach.domain.intake import Intake
from ankle_coach.domain.sides import Side
from ankle_coach.domain.words import PLAIN_WORDS
from ankle_coach.printing.inks import Ink
from ankle_coach.printing.pages import Paper
from ankle_coach.printing.report import REPORT_DAYS
from ankle_coach.printing.report_page import lay_out_report
from ankle_coach.printing.report_texts import (
    decision_count,
    decision_lines,
    intake_lines,
    number_lines,
    run_lines,
)
from tests.helpers.coach import FakeCoach
from tests.helpers.printing import faults, printed, squeezed
from tests.helpers.report import report, sample_coach

pytestmark = pytest.mark.usefixtures("qapp")


@pytest.fixture(scope="module")
def coach() -> FakeCoach:
    return sample_coach()


@pytest.mark.parametrize("paper", list(Paper))
@pytest.mark.parametrize("ink", list(Ink))
def test_the_report_is_one_page(coach: FakeCoach, paper: Paper, ink: Ink) -> None:
    made = report(coach, {"paper": paper, "ink": ink})
    met = sum(result.holds for result in made.criteria)
    document = lay_out_report(made)
    assert len(document.pages) == 1
    assert not list(faults(document))
    sheet = printed(document)
    text = squeezed(sheet.texts[0])
    for words in (
        "Born in 1987",
        "Where: Outer ankle",
        "None <at all>",
        "Levels and doses now",
        f"To leave \u201cStrength\u201d: {met} of {len(made.criteria)}",
        "Single-leg stand",
        "during exercises",
        "Education, not a diagnosis.",
        "Page 1 of 1",
    ):
        assert squeezed(words) in text, words
    assert sheet.images == (0,)
    assert sheet.facts["/Title"].startswith("Report of the last 4 weeks: ")


def test_a_note_is_printed_as_typed_and_never_cut(coach: FakeCoach) -> None:
    note = "Better <i>every</i> week & more. " * 60
    document = lay_out_report(report(coach, note=note))
    assert not list(faults(document))
    bodies = [placed.block for page in document.pages for placed in page.body]
    pieces = [leaf.text for block in bodies for leaf in block.leaves(0, 0)]
    assert squeezed(note) in squeezed("".join(pieces))
    read = squeezed("".join(printed(document).texts))
    assert all(squeezed(piece) in read for piece in pieces if piece in note)


def test_the_numbers_are_those_of_the_last_28_days(coach: FakeCoach) -> None:
    made = report(coach)
    assert (made.last - made.first).days + 1 == REPORT_DAYS
    numbers = dict(number_lines(made))
    days = [day for day in made.days if made.covers(day.day)]
    done = sum(min(day.done, day.planned) for day in days)
    assert f"{done} of " in numbers["Sessions"]
    assert numbers["Running"] == "1 run, 5.0\u00a0km"
    during = [p.during for p in made.pain if made.covers(p.day) and isinstance(p.during, int)]
    assert numbers["Pain during, mean and worst"].endswith(f"{max(during)} ({len(during)} days)")


def test_what_is_not_known_is_said_so(coach: FakeCoach) -> None:
    made = report(coach, pain=(), days=(), runs=(), decisions=(), criteria=(), intake=None, birth_year=None)
    numbers = dict(number_lines(made))
    assert numbers["Pain during, mean and worst"] == "not known"
    assert numbers["Sessions"] == "0 of 0 planned"
    assert intake_lines(None, PLAIN_WORDS) == ("Nobody was asked yet.",)
    assert decision_count(made) == "No decisions in these days."
    assert run_lines(made) == ()
    assert len(lay_out_report(made).pages) == 1


def test_only_what_was_answered_is_told() -> None:
    assert intake_lines(Intake(), PLAIN_WORDS) == ()


def test_runs_are_told_week_by_week(coach: FakeCoach) -> None:
    assert run_lines(report(coach)) == ("Week of Mar 2: 1 run, 5.0\u00a0km, longest 30 min, worst pain 2",)


def test_decisions_name_their_rule_and_routine_ones_are_counted(coach: FakeCoach) -> None:
    made = report(coach)
    lines = decision_lines(made)
    assert lines
    assert all(line.endswith("]") for line in lines)
    assert not any("Credit" in line for line in lines)
    assert "Credit: " in decision_count(made)


def test_a_revised_decision_says_what_it_became_and_counts_as_that(coach: FakeCoach) -> None:
    made = report(coach)
    known = next(d for d in made.decisions if made.covers(d.day) and d.exercise)
    calm, back = (
        structs.replace(known, outcome=Outcome.REVISED, rule="3.3-8", values=(("to", outcome),))
        for outcome in ("credit", "step_back")
    )
    revised = replace(made, decisions=(calm, back))
    (line,) = decision_lines(revised)
    assert "Revised, now: Step back" in line
    assert decision_count(revised) == "Credit: 1, Step back: 1"


def test_decisions_of_other_days_are_left_out(coach: FakeCoach) -> None:
    made = report(coach)
    before = [d for d in made.decisions if not made.covers(d.day)]
    assert before
    assert len(decision_lines(made)) < len([d for d in made.decisions if d.side is not Side.LEFT])


def test_more_decisions_than_there_is_room_for_are_counted(coach: FakeCoach) -> None:
    made = report(coach)
    many = replace(made, decisions=made.decisions * 6)
    document = lay_out_report(many)
    assert len(document.pages) == 1
    assert "more in the journal" in " ".join(leaf.text for leaf in document.pages[0].leaves())
