"""What the mornings after a day say for all of its exercises: one track, several, and none entered."""

from __future__ import annotations

from datetime import date

import pytest

from ankle_coach.domain.baseline import Base
from ankle_coach.domain.day_facts import MorningFacts
from ankle_coach.domain.journal import Answer
from ankle_coach.domain.morning import MorningField
from ankle_coach.domain.outcome_mornings import Mornings, Track, mornings_say
from ankle_coach.domain.thresholds import SOURCE
from tests.helpers.rules import ALL_FIELDS, MISSING

DAY = date(2026, 3, 3)
EVERYTHING = frozenset(ALL_FIELDS)
USUAL = Base(2, 20, 1)


def said(*tracks: Track, asked: frozenset[MorningField] = EVERYTHING) -> Mornings:
    """What some tracks say at the source's thresholds."""
    return mornings_say(tracks, asked, SOURCE)


def track(
    base: Base = USUAL,
    pain: Answer = 2,
    first_step: Answer = 2,
    stiff: Answer = 20,
    swelling: Answer = 1,
) -> Track:
    """A morning as it always is, unless told otherwise."""
    morning = MorningFacts(day=DAY, pain=pain, first_step=first_step, stiff_minutes=stiff, swelling=swelling)
    return Track(base, morning)


def test_a_morning_as_always_is_calm_and_complete() -> None:
    assert said(track()) == Mornings(
        lowest_base=2,
        is_bad=False,
        is_up=False,
        is_incomplete=False,
        is_calm=True,
        may_credit=True,
        rise=0,
        values=(
            ("base", 2),
            ("morning", 2),
            ("stiffness", 20),
            ("stiffness_base", 20),
            ("swelling", 1),
            ("swelling_base", 1),
        ),
    )


def test_no_entry_is_up_and_incomplete_but_never_bad() -> None:
    silent = said(Track(USUAL, None))
    assert (silent.is_bad, silent.is_up, silent.is_incomplete, silent.is_calm) == (False, True, True, False)
    assert silent.values == (("base", 2),)


@pytest.mark.parametrize(
    ("one", "bad", "up", "incomplete"),
    [
        (track(pain=3), False, True, False),
        (track(pain=4), True, True, False),
        (track(Base(5, 20, 1), pain=6), True, True, False),
        (track(first_step=4), True, True, False),
        (track(swelling=2), False, True, False),
        (track(swelling=3), True, True, False),
        (track(stiff=29), False, False, False),
        (track(stiff=30), False, True, False),
        (track(stiff=50), True, True, False),
        (track(stiff=MISSING), False, False, True),
        (track(first_step=MISSING), False, False, True),
        (track(Base(None, 20, 1)), False, True, False),
        (track(Base(2, None, 1)), False, True, False),
    ],
    ids=lambda value: "" if isinstance(value, bool) else None,
)
def test_one_morning(one: Track, bad: bool, up: bool, incomplete: bool) -> None:
    told = said(one)
    assert (told.is_bad, told.is_up, told.is_incomplete) == (bad, up, incomplete)


def test_what_is_not_asked_says_nothing() -> None:
    told = said(track(first_step=9, stiff=90, swelling=3), asked=frozenset())
    assert not told.is_bad
    assert not told.is_up
    assert not told.is_incomplete


def test_of_several_tracks_the_worst_one_speaks() -> None:
    calm, bad = track(), track(Base(1, 20, 1), pain=5)
    both = said(calm, bad)
    assert both.is_bad
    assert both.is_up
    assert not both.is_calm
    assert both.lowest_base == 1
    assert both.values == said(bad).values


def test_a_credit_needs_every_baseline_known_and_low() -> None:
    assert said(track(Base(5, 20, 1), pain=5)).may_credit
    assert not said(track(Base(5.5, 20, 1), pain=5)).may_credit
    assert not said(track(), track(Base())).may_credit
