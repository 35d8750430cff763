"""What a training day's records say of each exercise and side."""

from __future__ import annotations

from ankle_coach.content.catalog import open_library
from ankle_coach.domain.bouts import exercises_of
from ankle_coach.domain.journal import SetRecord
from tests.helpers import builders as make
from tests.helpers.builders import MONDAY

LIBRARY = open_library()
WHOLE = make.set_record(number=1, reps_planned=12, reps_done=12)
HALF = make.set_record(number=2, reps_planned=12, reps_done=6)
EXTRA = make.set_record(number=3, reps_planned=0, reps_done=12, seconds_planned=0, seconds_done=72)


def share_of(*sets: SetRecord) -> tuple[float, bool]:
    """Share of the dose that was done, and whether that was all of it."""
    record = make.session_record(sets=sets, answers=())
    (day,) = exercises_of([record], make.plan(), MONDAY, LIBRARY.exercises, (), (), ())
    return day.share, day.whole


def test_a_set_on_top_changes_nothing_of_a_whole_dose() -> None:
    assert share_of(WHOLE, EXTRA) == share_of(WHOLE) == (1, True)


def test_a_set_on_top_never_makes_up_for_the_plan() -> None:
    assert share_of(WHOLE, HALF, EXTRA) == share_of(WHOLE, HALF) == (0.75, False)
