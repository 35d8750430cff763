"""The six runners' stories lived day by day through the real window, by key and click.

`make test` lives the first days of a sprain; `make soak` lives all six whole.
"""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication

from ankle_coach.domain.decision import Outcome
from ankle_coach.domain.foot_map import FootZone
from ankle_coach.i18n import translator
from ankle_coach.journal_commands import decision_row, replay_json
from ankle_coach.ui.theme import Theme
from tests.helpers.window_story import Value, WindowStory

ABOUT: dict[str, Value] = {"age": 34, "days_without_running": 3, "has_equipment": "some", "has_band": True}
SPRAIN: dict[str, Value] = {
    "onset": "twist",
    "injured_on": 0,
    "walking": "little",
    "swelling": 1,
    "numb_feet": False,
    "other_injury": False,
    "intoxicated": False,
    "pain": 3,
    "rest_pain": 1,
}
SLOWLY: dict[str, Value] = {"onset": "gradual", "since": 6, "pain": 2, "rest_pain": 0}
TENDON: dict[str, Value] = {**SLOWLY, "first_step": 2, "stiff_minutes": 10, "worst_in_morning": True}


@pytest.fixture
def story(tmp_path: Path, qapp: QApplication, dressed: Theme) -> Iterator[WindowStory]:
    """A runner at a new computer; what the window decided must be what a replay of its journal decides."""
    lived = WindowStory(tmp_path / "data", qapp)
    yield lived
    file = tmp_path / "lived.anklejournal"
    services, words = lived.coach.services, translator()
    services.files.send_journal(file)
    library = services.library
    shown = [decision_row(one, library, words) for one in reversed(services.coach.decisions())]
    lived.close()
    replayed = json.loads(replay_json(file))
    assert sorted(map(str, replayed)) == sorted(map(str, shown))


def _sprained(story: WindowStory) -> None:
    story.begin("spot", FootZone.OUTER_ANKLE, affected="right", story=SPRAIN, about=ABOUT)


def test_the_first_days_of_a_sprain_lead_to_the_second_phase(story: WindowStory) -> None:
    _sprained(story)
    assert "Phase 1 of 6, Protect · day 1" in story.told()
    story.live(pain=3, swelling=1)
    story.reopen()
    assert "1 of 1 session" in story.told()
    story.live(pain=3, swelling=1)
    story.morning(2, swelling=1)
    assert "Protect waits only for your answers: Four steps or more" in story.told()

    story.answer_phase(walk_5_min_pain=1)

    assert "You can go on to Move and load early" in story.told()
    story.next_phase()
    assert "Phase 2 of 6, Move and load early · day 1" in story.told()
    assert story.starts() == ["move", "strength"]


@pytest.mark.soak
def test_a_sprain_goes_from_day_0_to_running(story: WindowStory) -> None:
    _sprained(story)
    reached = []
    for day in range(60):
        story.morning(max(0, 3 - day // 2), swelling=1 if day < 4 else 0)
        story.screen()
        story.self_tests(
            {"single-leg-stand-seconds": 45, "knee-to-wall-cm": 11, "single-leg-raise-count": 25}
        )
        if story.offers("today", "today_phase") and not story.offers("plan", "next_phase_button"):
            story.answer_all(pain=1)
        if story.offers("plan", "next_phase_button"):
            story.next_phase()
            reached.append(story.coach.services.plans.current().phase)  # type: ignore[union-attr]
        story.play_all()
        story.night()
        if day % 6 == 5:
            story.reopen()
    assert reached == ["p2", "p3", "p4", "p5"]
    assert "Stage" in story.told("running")
    assert not story.outcomes(Outcome.STEP_BACK, Outcome.DELOAD, Outcome.PHASE_BACK)


@pytest.mark.soak
def test_an_achilles_tendon_with_a_flare_in_week_3_steps_back_and_goes_on(story: WindowStory) -> None:
    story.begin("spot", FootZone.ACHILLES_MIDDLE, affected="right", story=TENDON, about=ABOUT)
    story.live(15, pain=2, stiff=10, during=3, after=3)
    story.live(4, pain=6, stiff=45, during=6, after=6)
    assert "Phase 1 of 6, Protect" in story.told()
    assert "Be seen within days; nothing goes up until then" in story.told()
    assert [d.outcome for d in story.outcomes(Outcome.DELOAD, Outcome.PHASE_BACK)][:2] == [
        Outcome.DELOAD,
        Outcome.PHASE_BACK,
    ]
    story.reopen()
    story.live(12, pain=2, stiff=10, during=2, after=2)
    assert story.outcomes(Outcome.CREDIT)[-1].day > story.outcomes(Outcome.PHASE_BACK)[0].day


@pytest.mark.soak
def test_an_insertional_tendon_is_never_given_work_below_neutral(story: WindowStory) -> None:
    story.begin("spot", FootZone.ACHILLES_HEEL, affected="left", story=TENDON, about=ABOUT)
    library = story.coach.services.library
    for _ in range(4):
        story.live(7, pain=2, stiff=10, during=2, after=2)
        story.reopen()
        played = {(s.exercise, s.level) for s in story.coach.services.coach.standings()}
        assert played
        assert not [e for e, level in played if library.exercise(e).level(level).below_neutral]


@pytest.mark.soak
def test_a_sore_heel_with_rathleffs_preset_trains_every_other_day(story: WindowStory) -> None:
    heel = {**SLOWLY, "first_step": 5, "stiff_minutes": 5, "sharp_first_steps": True}
    story.begin(
        "spot", FootZone.UNDER_HEEL, affected="right", story=heel, about=ABOUT, program="preset-rathleff"
    )
    days = []
    for day in range(22):
        story.morning(2, first_step=4, stiff=5)
        story.screen()
        if story.play_all(during=3, after=2):
            days.append(day)
        story.night()
    assert days == list(range(0, 22, 2))
    weeks = [d.value("week") for d in story.outcomes(Outcome.ADVANCE) if d.rule == "3.4-preset"]
    assert weeks == [2, 3, 4]


@pytest.mark.soak
def test_a_red_flag_in_week_2_locks_over_a_restart_until_it_is_cleared(story: WindowStory) -> None:
    story.begin("dull", affected="right", story=SLOWLY, about=ABOUT)
    story.live(7)
    story.morning(0)
    assert story.screen(R12="yes")
    assert "Stop running and loading" in story.told()
    assert "Go on as you are" not in story.told()
    story.reopen()
    assert "Locked until you record what happened" in story.told()
    story.night()
    story.live(2)
    story.record("R12", "not-seen")
    assert "Locked until you record what happened" in story.told()
    story.record("R12", "cleared", "Dr. Ott: may load")
    assert "Locked until you record what happened" not in story.told()
    assert [d.outcome for d in story.outcomes(Outcome.LOCK, Outcome.UNLOCK)] == [Outcome.LOCK, Outcome.UNLOCK]
    story.live(3)


@pytest.mark.soak
def test_18_days_of_holiday_cost_a_phase_and_leave_the_adherence_alone(story: WindowStory) -> None:
    story.begin("prevent", about={**ABOUT, "has_anchor": True, "has_towel": True, "has_ball": True})
    story.live(14)
    story.pause("travel")
    assert "The plan pauses" in story.told()
    story.night(18)
    story.end_pause()
    assert "18 days since the first session that was left out" in story.told()
    story.live(3)
    assert "Phase 2 of 6" in story.told()
    (back,) = story.outcomes(Outcome.PHASE_BACK)
    assert back.rule == "3.5-gap-15"
    assert "smaller plan" not in story.told()
