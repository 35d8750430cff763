"""From outcomes to credits and flags: which dose a credit counts for, and what a day raises."""

from __future__ import annotations

from typing import Any

import pytest
from msgspec.structs import replace

from ankle_coach.domain.decision import Decision, Outcome
from ankle_coach.domain.exercise import Group
from ankle_coach.domain.fold import fold_days
from ankle_coach.domain.ladder import Pace, ladder_of
from ankle_coach.domain.level_rules import is_ripe
from ankle_coach.domain.program_traits import WeekBlock
from ankle_coach.domain.safety import Urgency
from ankle_coach.domain.sides import Side
from ankle_coach.domain.standing import first_standing
from ankle_coach.domain.thresholds import Thresholds
from tests.helpers.rules import (
    BAD,
    FIVE,
    Diary,
    day_number,
    diary,
    exercise,
    holds,
    level,
    prescribed,
    reps,
    row,
)

MOVE = exercise("mob-one", Group.MOBILITY, level("a"), level("b", reps(10)), level("c"))
HOLD = exercise("bal-one", Group.BALANCE, level("a"), level("b", holds(20)), level("c"))


def credited(book: Diary, **done: Any) -> bool:
    """Whether one calm day of work, played as told, gave a credit for the standing's dose."""
    (day,) = book.trained(1).facts()
    played = replace(day.exercises[0], **done)
    state, decisions = fold_days([replace(day, exercises=(played,))], book.context, book.start)
    (decision,) = [d for d in decisions if d.prescription]
    (standing,) = state.standings.values()
    assert decision.outcome is Outcome.CREDIT
    assert standing.played is not None
    assert (decision.value("step") == "other-dose") is not bool(standing.credits)
    return bool(standing.credits)


@pytest.mark.parametrize(
    ("done", "counts"),
    [
        pytest.param({}, True, id="3.3-8 not known what was played"),
        pytest.param({"level": "b", "set_reps": 10}, True, id="3.3-8 the dose itself"),
        pytest.param({"level": "b", "set_reps": 12}, True, id="3.3-8 more of it"),
        pytest.param({"level": "b", "set_reps": 9}, False, id="3.3-8 less of it"),
        pytest.param({"level": "b"}, True, id="3.3-8 the level, not known how many"),
        pytest.param({"level": "a", "set_reps": 20}, False, id="3.3-8 an easier level"),
        pytest.param({"level": "c", "set_reps": 1}, True, id="3.3-8 a harder level"),
        pytest.param({"level": "gone", "set_reps": 10}, False, id="3.3-8 a level that is no more"),
        pytest.param(
            {"exercise": "mob-two", "level": "b", "set_reps": 10}, False, id="3.3-8 another exercise"
        ),
    ],
)
def test_a_credit_counts_for_the_dose_that_was_played(done: dict[str, Any], counts: bool) -> None:
    assert credited(diary(MOVE), **done) is counts


@pytest.mark.parametrize(
    ("seconds", "counts"),
    [
        pytest.param(0, True, id="3.3-8 not known how long"),
        pytest.param(20, True, id="3.3-8 as long"),
        pytest.param(25, True, id="3.3-8 longer"),
        pytest.param(19, False, id="3.3-8 shorter"),
    ],
)
def test_a_credit_of_a_hold_counts_by_its_seconds(seconds: float, counts: bool) -> None:
    assert credited(diary(HOLD), level="b", set_seconds=seconds) is counts


@row("3.3-7")
def test_a_smaller_plan_is_offered_after_every_three_unfinished_doses(row_id: str) -> None:
    days = [d.day for d in diary().trained(6, share=0.3).decisions(Outcome.FLAG) if d.rule == row_id]
    assert days == [day_number(2), day_number(5)]


@row("3.4-review")
def test_a_review_is_prompted_after_every_three_weeks_of_holds(row_id: str) -> None:
    book = diary().trained(42, bout={"form_lost": True})
    assert [d.day for d in book.decisions(Outcome.FLAG) if d.rule == row_id] == [
        day_number(20),
        day_number(41),
    ]


ALTERNATIVES = [
    ("3.3-1", {"screened": True}, 1.0, "no_load"),
    ("3.3-2", {"pain_before": 6}, 1.0, "hold"),
    ("3.3-3", {"pop": True}, 1.0, "stop_exercise"),
    ("3.3-4", {"too_painful": True}, 1.0, "hold"),
    ("3.3-5", {"pain_after": 9}, 1.0, "hold"),
    ("3.3-6", {"form_lost": True}, 1.0, "credit"),
    ("3.3-7", {}, 0.3, "credit"),
    ("3.3-8", {}, 1.0, "hold"),
]


@pytest.mark.parametrize(
    ("rule", "bout", "share", "other"), ALTERNATIVES, ids=[case[0] for case in ALTERNATIVES]
)
def test_the_log_says_what_the_day_would_have_been_without_the_row(
    rule: str, bout: dict[str, Any], share: float, other: str
) -> None:
    decision = diary().trained(1, bout=bout, share=share).last()
    assert (decision.rule, decision.alternative) == (rule, other)


def flags(book: Diary) -> list[Decision]:
    """The flags that a diary raised."""
    return book.decisions(Outcome.FLAG)


@row("3.3-3")
def test_a_flag_of_a_day_is_in_the_log_with_its_urgency_and_once_only(row_id: str) -> None:
    book = diary().trained(2, bout={"pop": True})
    (flag,) = [d for d in flags(book) if d.value("flag") == "T-stop"]
    assert (flag.rule, flag.day, flag.value("urgency")) == (row_id, day_number(0), Urgency.ADVISE.value)


@pytest.mark.parametrize(
    ("kind", "urgency"),
    [
        pytest.param("T-stop", Urgency.PAUSE, id="4.2-trend the same was looked at"),
        pytest.param("", Urgency.PAUSE, id="4.2-trend everything was looked at"),
        pytest.param("R16", Urgency.ADVISE, id="4.2-trend something else was looked at"),
    ],
)
def test_what_was_looked_at_lately_and_goes_on_pauses(kind: str, urgency: Urgency) -> None:
    book = diary(FIVE)
    book.start = replace(book.start, assessed=((kind, day_number(-1)),))
    state = book.trained(1, bout={"pop": True}).fold()[0]
    assert [(flag.kind, flag.urgency) for flag in state.flags] == [("T-stop", urgency)]


@row("3.4-plan")
def test_a_phase_back_says_which_phase_is_due(row_id: str) -> None:
    (second,) = diary(FIVE).trained(3, bout=BAD).decisions(Outcome.PHASE_BACK)
    assert (second.value("phase"), second.value("after_deload")) == ("p1", 1)
    (first,) = diary(FIVE, phase="p1").trained(3, bout=BAD).decisions(Outcome.PHASE_BACK)
    assert first.value("phase") == "p1"


# --- In a row ----------------------------------------------------------------------------------


@pytest.mark.parametrize(
    "group",
    [pytest.param(group, id=f"3.3-7 {group}") for group in (Group.STRENGTH, Group.MOBILITY, Group.WARM_UP)],
)
def test_a_step_back_between_unfinished_doses_breaks_their_row(group: Group) -> None:
    """3.3-7: three in a row, and a dose that was ended for pain is not one of them."""
    book = diary(exercise("one", group, level("a"), level("b")))
    book.trained(2, share=0.3).trained(1, bout=BAD).trained(2, share=0.3)
    assert book.decisions(Outcome.FLAG) == []
    book.trained(1, share=0.3)
    assert [d.value("flag") for d in book.decisions(Outcome.FLAG)] == ["smaller-plan"]


@row("3.3-7")
def test_a_step_back_in_a_preset_breaks_the_row_of_unfinished_doses_too(row_id: str) -> None:
    """3.3-7: where weeks stand in place of level steps, and on the day of a plan-wide step."""
    preset = diary(weeks=(WeekBlock("p2", 1, 4),)).trained(2, share=0.3).trained(1, bout=BAD)
    assert [d for d in preset.trained(2, share=0.3).decisions(Outcome.FLAG) if d.rule == row_id] == []
    assert [d.rule for d in preset.trained(1, share=0.3).decisions(Outcome.FLAG)][-1] == row_id
    easy = diary(FIVE).trained(1, bout=BAD).trained(2, share=0.3).trained(1, bout=BAD)
    assert len(easy.decisions(Outcome.DELOAD)) == 1
    assert [d for d in easy.trained(2, share=0.3).decisions(Outcome.FLAG) if d.rule == row_id] == []


@row("3.4-review")
def test_a_step_back_on_the_lowest_level_begins_the_three_weeks_anew(row_id: str) -> None:
    """3.4-review: holds on the same level, in an unbroken row."""
    book = diary(exercise("mob-one", Group.MOBILITY, level("a")))
    book.trained(20, bout={"pain_during": 3}).trained(1, bout=BAD)
    book.trained(20, bout={"pain_during": 3})
    assert [d for d in book.decisions(Outcome.FLAG) if d.rule == "3.4-review"] == []
    book.trained(1, bout={"pain_during": 3})
    assert [d.rule for d in book.decisions(Outcome.FLAG)] == ["3.4-review"]


@row("3.4-advance")
def test_a_plan_may_ask_for_three_plyometric_credits(row_id: str) -> None:
    """3.4-advance plyometric: days apart are no substitute for a credit that is asked for."""
    of = exercise("ply-one", Group.PLYOMETRIC)
    standing = first_standing(prescribed(of), ladder_of(of), Side.RIGHT, day_number(0))
    twice = replace(standing, credits=(day_number(2), day_number(9)))
    assert not is_ripe(twice, Pace.PLYOMETRIC, day_number(9), Thresholds(credits_plyometric=3))


@row("3.4-regress")
def test_long_after_an_easy_week_a_step_back_is_one_level_again(row_id: str) -> None:
    book = diary(FIVE).trained(2, bout=BAD).rested(21, planned=())
    assert book.standing().level == "b"
    book.trained(1, bout=BAD)
    assert (book.standing().level, book.last().value("step")) == ("a", "level")
