"""Numbers that a person chose: they hold from their day on, win or yield as is said, and are in the log."""

from __future__ import annotations

import pytest

from ankle_coach.domain.decision import Outcome
from ankle_coach.domain.decision_words import reason
from ankle_coach.domain.facts_of_records import History, Until, facts_of
from ankle_coach.domain.own_thresholds import OwnThresholds, numbers_on, threshold_changes
from ankle_coach.domain.progression import fold
from ankle_coach.domain.threshold_words import (
    GROUPS,
    group_words,
    threshold_name,
    threshold_value,
    unit_suffix,
)
from ankle_coach.domain.thresholds import SOURCE, SPECS, Thresholds
from ankle_coach.domain.words import PLAIN_WORDS
from tests.helpers import builders as make
from tests.helpers.builders import MONDAY
from tests.helpers.rules import context_of, day_number, exercise, plan_of, prescribed, row
from tests.helpers.story import Story


def choice(day: int, **values: int) -> OwnThresholds:
    """A choice of some numbers on a day; 0 is Monday."""
    return OwnThresholds(id=f"{day}", chosen=make.moment(day_number(day)), values=values)


def test_a_choice_holds_from_its_own_day_on() -> None:
    own = (choice(3, credit_pain=1), choice(6, credit_pain=3))
    found = [numbers_on(own, None, day_number(day)).credit_pain for day in (2, 3, 5, 6, 9)]
    assert found == [2, 1, 1, 3, 3]


@pytest.mark.parametrize(("starts", "expected"), [(1, 1), (5, 4)], ids=["older plan", "newer plan"])
def test_a_later_plan_with_numbers_of_its_own_wins_over_a_choice(starts: int, expected: int) -> None:
    plan = make.plan(starts_on=day_number(starts), thresholds=Thresholds(credit_pain=4))
    assert numbers_on((choice(3, credit_pain=1),), plan, day_number(9)).credit_pain == expected
    assert numbers_on((), plan, day_number(9)).credit_pain == 4


def test_changes_say_what_was_before_and_what_after() -> None:
    own = (choice(1, credit_pain=1), choice(2, credit_pain=1, deload_days=9), choice(3, deload_days=9))
    found = [(c.day, c.name, c.before, c.after) for c in threshold_changes(own, ())]
    assert found == [
        (day_number(1), "credit_pain", 2, 1),
        (day_number(2), "deload_days", 7, 9),
        (day_number(3), "credit_pain", 1, 2),
    ]


@pytest.fixture
def story() -> Story:
    lived = Story()
    lived.coach.with_plan("p3")
    return lived


@row("3.4-threshold")
def test_a_changed_number_decides_from_its_day_on_and_not_before(story: Story, row_id: str) -> None:
    story.live(8, pain=1, during=2, after=2)
    story.morning(1)
    before = [d for d in story.services.coach.decisions() if d.prescription]
    story.services.thresholds.change("credit_pain", 0)
    since = story.today
    assert [d for d in story.services.coach.decisions() if d.prescription] == before
    story.live(8, pain=1, during=2, after=2)
    story.morning(1)
    decisions = [d for d in story.services.coach.decisions() if d.prescription]
    later = {d.outcome for d in decisions if d.day >= since and d.exercise == "str-calf-bi"}
    assert Outcome.CREDIT in {d.outcome for d in before if d.exercise == "str-calf-bi"}
    assert later == {Outcome.HOLD}
    assert [d for d in decisions if d.day < since] == before


@row("3.4-threshold")
def test_a_change_is_a_decision_of_a_person_in_the_log(story: Story, row_id: str) -> None:
    story.services.thresholds.change_all({"stop_pain": 7, "deload_days": 10}, by_therapist=True)
    told = [d for d in story.services.coach.decisions() if d.rule == row_id]
    assert [(d.outcome, d.value("by"), d.value("rule")) for d in told] == [
        (Outcome.OVERRIDE, "therapist", "3.3-3"),
        (Outcome.OVERRIDE, "therapist", "3.5-deload"),
    ]
    assert [reason(d, PLAIN_WORDS) for d in told] == [
        "Pain during an exercise that stops all loading of the day: 7 of 10 instead of 8 of 10.",
        "Length of an easy week: 10 days instead of 7 days.",
    ]
    assert told[0] in story.services.coach.today_changes()


@row("3.4-threshold")
def test_what_was_chosen_before_the_plan_is_logged_on_its_first_day(row_id: str) -> None:
    one = exercise()
    first = plan_of(prescribed(one), starts_on=day_number(2))
    history = History(plans=(first,), own=(choice(0, stop_pain=7),))
    folded = fold(history, context_of(one), Until(day_number(4)))
    assert [(d.day, d.rule, d.value("to")) for d in folded.decisions] == [(day_number(2), row_id, 7)]


@row("3.4-threshold")
def test_each_day_is_judged_by_the_numbers_of_its_own_time(row_id: str) -> None:
    one = exercise()
    history = History(plans=(plan_of(prescribed(one)),), own=(choice(2, done_percent=80),))
    days = list(facts_of(history, Until(day_number(3)), {one.id: one}))
    assert [day.chosen is not None for day in days] == [False, False, True, True]
    assert [len(day.changed) for day in days] == [0, 0, 1, 0]


def test_a_changed_calm_time_keeps_a_phase_from_ending(story: Story) -> None:
    story.live(2, during=9)
    story.live(9)
    calm = story.services.phases.proposal()
    story.services.thresholds.change("phase_calm_days", 28)
    longer = story.services.phases.proposal()
    assert calm is not None
    assert longer is not None
    assert "recent-regress" not in calm.exit.obstacles
    assert "recent-regress" in longer.exit.obstacles


def test_a_day_with_more_core_exercises_than_the_cap_is_marked(story: Story) -> None:
    week = story.services.schedule.week(MONDAY)
    assert not any(day.crowded for day in week)
    story.services.thresholds.change("core_cap", 2)
    assert any(day.crowded > 2 for day in story.services.schedule.week(MONDAY))


def test_every_threshold_is_in_one_group_with_a_name_and_a_unit() -> None:
    listed = [name for names in GROUPS.values() for name in names]
    assert sorted(listed) == sorted(SPECS)
    assert all(group_words(group, PLAIN_WORDS) for group in GROUPS)
    names = [threshold_name(name, PLAIN_WORDS) for name in SPECS]
    assert len(set(names)) == len(names)
    assert all(threshold_value(name, getattr(SOURCE, name), PLAIN_WORDS) for name in SPECS)


@pytest.mark.parametrize(
    ("name", "shown"),
    [
        ("no_load_pain", "6 of 10"),
        ("no_load_rise", "3 points"),
        ("week_hold_rise", "1 point"),
        ("no_load_swelling", "3 of 3"),
        ("stiffness_hold_rise", "10 min"),
        ("adherence_low", "50 %"),
        ("deload_days", "7 days"),
        ("run_extra_days", "1 day"),
        ("credits_strength", "3"),
    ],
)
def test_a_number_is_shown_with_its_unit(name: str, shown: str) -> None:
    assert threshold_value(name, getattr(SOURCE, name), PLAIN_WORDS) == shown
    assert unit_suffix(name, PLAIN_WORDS) in shown or "day" in shown or "point" in shown
