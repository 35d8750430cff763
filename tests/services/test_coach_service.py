"""What the coach makes of the journal: standings, today's sessions, overrides, and what changed."""

from __future__ import annotations

import pytest

from ankle_coach.domain.coach_day import Why
from ankle_coach.domain.day_facts import OverrideKind
from ankle_coach.domain.decision import Outcome
from ankle_coach.domain.dose import Reps
from ankle_coach.domain.errors import NotFoundError
from ankle_coach.domain.journal import NoAnswer
from ankle_coach.domain.safety import ScreenAnswer
from ankle_coach.domain.safety_content import Occasion
from ankle_coach.domain.safety_facts import ReportKind
from ankle_coach.domain.schedule import Due
from ankle_coach.domain.sides import Side
from ankle_coach.services.coach_service import OverrideError
from ankle_coach.services.session_service import WithheldError
from tests.helpers.coach import FakeCoach
from tests.helpers.story import Story

DAY = 24 * 3600
CALF = "strength-a.str-calf-bi"


@pytest.fixture
def story() -> Story:
    lived = Story()
    lived.coach.with_plan("p3")
    return lived


def test_before_the_first_plan_there_is_nothing_to_say() -> None:
    coach = FakeCoach().services.coach
    assert coach.fold() is None
    assert coach.decisions() == ()
    assert coach.standings() == ()
    assert coach.todays_sessions() == ()
    assert coach.today_changes() == ()
    assert not coach.settle()


def test_the_fold_is_kept_until_something_is_written_or_noon_passes(story: Story) -> None:
    coach = story.services.coach
    first = coach.fold()
    assert coach.fold() is first
    story.morning(0)
    second = coach.fold()
    assert second is not first
    story.coach.clock.advance(5 * 3600)
    assert coach.fold() is not second


def test_what_was_earned_is_what_is_played_next(story: Story) -> None:
    before = story.services.coach.standing_of(CALF, Side.RIGHT)
    assert before is not None
    story.live(14, pain=0)
    after = story.services.coach.standing_of(CALF, Side.RIGHT)
    assert after is not None
    assert (after.level, after.dose) != (before.level, before.dose)
    day = next(s for s in story.services.coach.todays_sessions() if s.session.id == "strength-a")
    offer = next(o for o in day.offers if o.prescription.id == CALF)
    assert (offer.prescription.level, offer.prescription.dose.blocks) == (after.level, after.dose.blocks)
    progress = story.services.sessions.start("strength-a")
    played = next(p for p in progress.played if p.id == CALF)
    assert played == offer.prescription
    assert {s.level for s in progress.state.steps if s.prescription == CALF} == {after.level}


def test_a_record_says_the_level_that_was_played(story: Story) -> None:
    story.live(14, pain=0)
    standing = story.services.coach.standing_of(CALF, Side.RIGHT)
    assert standing is not None
    record = story.play("strength-a")
    assert {s.level for s in record.sets if s.prescription == CALF} == {standing.level}


def test_a_change_is_told_on_the_next_day_with_its_rule(story: Story) -> None:
    story.live(8, pain=0)
    assert story.outcomes(Outcome.ADVANCE)
    while not story.services.coach.today_changes():
        story.live(1, pain=0)
    changes = story.services.coach.today_changes()
    assert all(d.outcome not in (Outcome.CREDIT, Outcome.HOLD) for d in changes)
    assert story.services.today.today().changes == changes


def test_too_much_pain_before_a_session_takes_the_loading_out_of_the_day(story: Story) -> None:
    with pytest.raises(WithheldError):
        story.services.sessions.start("strength-a", 7)
    strength = next(s for s in story.services.coach.todays_sessions() if s.session.id == "strength-a")
    assert strength.offers == ()
    assert {w.why for w in strength.withheld} == {Why.NO_LOAD}
    assert [d.rule for d in story.outcomes(Outcome.NO_LOAD)] == ["3.3-2"]
    story.coach.clock.advance(2 * DAY)
    again = next(s for s in story.services.coach.todays_sessions() if s.session.id == "strength-a")
    assert again.offers


def test_nothing_that_was_not_asked_is_kept(story: Story) -> None:
    story.services.sessions.start("strength-a", NoAnswer.NOT_ASKED)
    contents = story.services.reader.contents()
    assert contents is not None
    assert contents.entries == ()


def test_a_lock_withholds_what_loads_and_says_which_flag(story: Story) -> None:
    (flag,) = story.services.safety.save_screen(Occasion.WEEKLY, {"R12": ScreenAnswer.YES}).flags
    strength = next(s for s in story.services.coach.todays_sessions() if s.session.id == "strength-a")
    assert strength.due is Due.PLANNED
    assert {w.why for w in strength.withheld} == {Why.LOCK}
    assert all(w.flags == (flag.id,) for w in strength.withheld)
    assert "strength-a" not in {card.session.id for card in story.services.today.today().cards}


def test_an_easy_week_halves_the_sets_of_what_still_loads(story: Story) -> None:
    story.services.coach.report(ReportKind.BAD_NIGHTS)
    story.coach.clock.advance(2 * DAY)
    state = story.services.coach.state()
    assert state is not None
    assert state.deload is not None
    easy = next(s for s in story.services.coach.todays_sessions() if s.session.id == "strength-a")
    halved = []
    for offer in easy.offers:
        exercise = story.coach.library.exercise(offer.prescription.exercise)
        if exercise.is_loaded(exercise.level(offer.prescription.level)):
            (half,) = offer.prescription.dose.blocks
            assert isinstance(half, Reps)
            halved.append(half.sets)
    assert halved == [2]


def test_an_override_is_recorded_and_later_days_go_on_from_it(story: Story) -> None:
    story.live(3, pain=0)
    exercise = story.coach.library.exercise("str-calf-bi")
    hardest = exercise.levels[-1].id
    story.services.coach.override(
        OverrideKind.SET_STANDING, rule="3.4-advance", prescription=CALF, level=hardest, by_therapist=True
    )
    standing = story.services.coach.standing_of(CALF, Side.RIGHT)
    assert standing is not None
    assert standing.level == hardest
    (told,) = story.outcomes(Outcome.OVERRIDE)
    assert (told.value("rule"), told.value("by")) == ("3.4-advance", "therapist")
    story.live(4, pain=0)
    later = story.services.coach.standing_of(CALF, Side.RIGHT)
    assert later is not None
    assert later.level == hardest


def test_an_override_names_its_rule_and_what_the_plan_has(story: Story) -> None:
    coach = story.services.coach
    with pytest.raises(OverrideError, match="names the rule"):
        coach.override(OverrideKind.LIFT_HOLD, rule="")
    with pytest.raises(NotFoundError, match="no prescription"):
        coach.override(OverrideKind.SET_STANDING, rule="3.4-advance", prescription="none")
    with pytest.raises(NotFoundError, match="no level"):
        coach.override(OverrideKind.SET_STANDING, rule="3.4-advance", prescription=CALF, level="moon")


def test_no_override_reaches_what_a_program_excludes() -> None:
    story = Story()
    plans = story.services.plans
    plans.accept(plans.propose(plans.program("achilles-insertional"), "p3", Side.RIGHT))
    for standing in story.services.coach.standings():
        exercise = story.coach.library.exercise(standing.exercise)
        for level in (level for level in exercise.levels if level.below_neutral):
            with pytest.raises(OverrideError, match="excluded"):
                story.services.coach.override(
                    OverrideKind.SET_STANDING,
                    rule="3.4-advance",
                    prescription=standing.prescription,
                    level=level.id,
                )
            return
    pytest.fail("the program has no exercise with a level below neutral")


def test_a_late_morning_revises_what_was_judged_at_noon(story: Story) -> None:
    story.live(3, pain=0)
    story.play_all()
    story.coach.clock.advance(DAY + 6 * 3600)
    assert not story.outcomes(Outcome.REVISED)
    story.morning(0)
    revised = story.outcomes(Outcome.REVISED)
    assert {(d.value("from"), d.value("to")) for d in revised} == {("hold", "credit")}
