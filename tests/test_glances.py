"""What is kept for the next starts is what they would work out themselves."""

from __future__ import annotations

import pytest

from ankle_coach.domain.glance import Glance
from ankle_coach.domain.safety import ScreenAnswer
from ankle_coach.domain.safety_content import Occasion
from ankle_coach.domain.settings import Settings, UserRole
from ankle_coach.domain.sides import Side
from ankle_coach.domain.words import PLAIN_WORDS
from ankle_coach.glances import DAYS, LaterClock, glances_ahead
from ankle_coach.services.today_asks import asks_of
from ankle_coach.ui.today_glance import glance_of
from ankle_coach.wiring import Services
from tests.helpers.coach import FakeCoach
from tests.helpers.memory_settings import MemorySettings
from tests.helpers.own import coach_with_own, drawn_picture
from tests.helpers.story import Story

DAY = 24 * 3600.0


def ahead(coach: FakeCoach) -> tuple[Glance, ...]:
    """What a window keeps when it closes now."""

    def on(days: int) -> Services:
        clock = LaterClock(coach.clock, days)
        return Services(
            lambda: coach.journal, coach.settings, clock, lambda: coach.library, lambda: coach.rules
        )

    return glances_ahead(on(0), on, PLAIN_WORDS)


def now(coach: FakeCoach) -> Glance:
    """What a window works out now."""
    services = FakeCoach(clock=coach.clock, journal=coach.journal, settings=coach.settings).services
    return glance_of(
        services.today.today(),
        services.check_ins.asked(),
        services.library,
        PLAIN_WORDS,
        is_yesterday_missing=bool(services.check_ins.missing_yesterday()),
        tone=coach.settings.current().skin_tone,
    )


@pytest.mark.parametrize("affected", list(Side))
def test_each_day_is_as_it_will_be_worked_out(affected: Side) -> None:
    coach = FakeCoach().with_plan("p3", affected)
    coach.settings.save(Settings(skin_tone=3))
    Story(coach).live(2, pain=2)
    kept = ahead(coach)

    assert len(kept) == DAYS
    for glance in kept:
        assert glance == now(coach)
        coach.clock.advance(DAY)
    assert len({glance.title for glance in kept}) == DAYS
    assert any(glance.cards for glance in kept)


def test_what_was_done_and_answered_today_is_in_it() -> None:
    coach = FakeCoach().with_plan("p3")
    story = Story(coach)
    story.morning(3)
    story.play_all(2, 2)
    (today, tomorrow, *_) = ahead(coach)

    assert today.mornings[0][1] is not None
    assert today.cards[0].is_done
    assert "pain after 2" in today.cards[0].done
    assert tomorrow.mornings[0][1] is None
    assert not any(card.is_done for card in tomorrow.cards)


def test_looking_ahead_writes_nothing() -> None:
    coach = FakeCoach().with_plan("p3")
    Story(coach).live(3)
    before = coach.services.transfer.contents()
    ahead(coach)
    assert coach.services.transfer.contents() == before


def test_a_day_on_which_something_comes_first_is_left_out() -> None:
    coach = FakeCoach().with_plan("p3")
    asked = coach.services.safety.next_screen()
    assert asked is not None
    while (asked - coach.services.journal.today()).days > 2:
        coach.clock.advance(DAY)

    days = [glance.day for glance in ahead(coach)]

    assert asked not in days
    assert coach.services.journal.today() in days


def test_an_exercise_that_waits_for_something_is_told_first() -> None:
    coach = FakeCoach()
    plans = coach.services.plans
    plans.accept(plans.propose(coach.library.program("achilles-midportion"), "p2", Side.RIGHT))
    today = coach.services.journal.today()
    assert today not in [glance.day for glance in ahead(coach)]

    coach.services.reviews.save({"single-leg-raise-3x15-pain": 1})
    assert today in [glance.day for glance in ahead(coach)]


def test_what_is_locked_is_never_kept() -> None:
    coach = FakeCoach().with_plan("p3")
    coach.services.safety.save_screen(Occasion.WEEKLY, {"R05": ScreenAnswer.YES})
    assert not asks_of(coach.services.safety, coach.services.coach).is_nothing
    assert ahead(coach) == ()


def test_an_unfinished_session_comes_first() -> None:
    coach = FakeCoach().with_plan("p3")
    coach.services.sessions.start("strength-a")
    assert ahead(coach) == ()


def test_an_own_picture_is_in_the_journal_alone() -> None:
    today = Story().today
    assert today not in [glance.day for glance in ahead(coach_with_own(drawn_picture()))]
    assert today in [glance.day for glance in ahead(coach_with_own(None))]


def test_nobody_and_a_therapist_have_no_glance() -> None:
    assert ahead(FakeCoach()) == ()
    role = Settings(role=UserRole.THERAPIST)
    assert ahead(FakeCoach(settings=MemorySettings(role))) == ()
