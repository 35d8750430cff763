"""Running: a run written down, corrected and deleted, and what stage, guards, checklist and shoes say."""

from __future__ import annotations

from collections.abc import Callable

import msgspec
import pytest
from msgspec.structs import replace
from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QCheckBox,
    QComboBox,
    QDoubleSpinBox,
    QLabel,
    QLineEdit,
    QPushButton,
    QTreeView,
    QWidget,
)
from pytestqt.qtbot import QtBot

from ankle_coach.domain.intake import Intake
from ankle_coach.domain.intake_form import Reason, with_reason
from ankle_coach.domain.journal import NoAnswer
from ankle_coach.domain.settings import Units
from ankle_coach.domain.sides import Side
from ankle_coach.domain.thresholds import Thresholds
from ankle_coach.domain.words import Words
from ankle_coach.ui.change_hub import ChangeHub
from ankle_coach.ui.dialogs.confirm_dialog import ConfirmDialog
from ankle_coach.ui.dialogs.run_dialog import RunDialog
from ankle_coach.ui.models.run_list_model import Column
from ankle_coach.ui.pages.running_page import RunningPage
from ankle_coach.ui.theme import Theme
from ankle_coach.ui.widgets.pain_scale import PainScale
from ankle_coach.ui.widgets.run_list_card import RunListCard
from ankle_coach.ui.widgets.segmented_control import SegmentedControl
from tests.helpers import builders as make
from tests.helpers.coach import FakeCoach
from tests.helpers.story import Story
from tests.helpers.widgets import child, label, press, texts

DAY = 24 * 3600
MakePage = Callable[[FakeCoach], RunningPage]


@pytest.fixture
def make_page(qtbot: QtBot, theme: Theme, words: Words) -> MakePage:
    """Makes the page over a coach."""

    def make(coach: FakeCoach) -> RunningPage:
        page = RunningPage(coach.services.runs, coach.services.settings, theme, words, ChangeHub())
        qtbot.addWidget(page)
        return page

    return make


def _type(page: RunningPage, minutes: float, distance: float = 0) -> RunDialog:
    child(page, QPushButton, "run_add").click()
    dialog = page.findChildren(RunDialog)[-1]  # earlier ones wait to be deleted
    child(dialog, QDoubleSpinBox, "run_minutes").setValue(minutes)
    child(dialog, QDoubleSpinBox, "run_distance").setValue(distance)
    return dialog


def _save(dialog: RunDialog) -> None:
    child(dialog, QPushButton, "entry_save").click()


def test_a_run_is_written_down_in_the_chosen_units(make_page: MakePage) -> None:
    coach = FakeCoach().with_plan()
    coach.services.settings.change(units=Units.US)
    page = make_page(coach)
    dialog = _type(page, 30, 3)
    child(dialog, PainScale, "pain_during").set_value(0)
    child(dialog, SegmentedControl, "run_limp").set_current("no")
    combo = child(dialog, QComboBox, "run_surface")
    combo.setCurrentIndex(combo.findData("trail"))
    _save(dialog)
    (run,) = coach.services.runs.runs()
    assert run.meters == pytest.approx(3 * 1609.344)
    assert (run.seconds, run.surface, run.limp, run.side) == (1800, "trail", False, Side.RIGHT)
    assert (run.pain_during, run.pain_after) == (0, NoAnswer.MISSING)
    model = child(page, RunListCard).model
    assert model.index(0, Column.DISTANCE).data().replace("\u00a0", " ") == "3.0 mi"
    assert model.index(0, Column.PAIN).data() == "0 / \N{EN DASH}"


def test_a_run_without_minutes_is_not_taken(make_page: MakePage) -> None:
    coach = FakeCoach().with_plan()
    page = make_page(coach)
    dialog = _type(page, 0, 5)
    _save(dialog)
    assert not coach.services.runs.runs()
    assert "how many minutes" in label(dialog, "run_guard").text()
    dialog.reject()


def test_a_run_is_corrected_and_deleted(make_page: MakePage) -> None:
    coach = FakeCoach().with_plan()
    page = make_page(coach)
    _save(_type(page, 30))
    listed = child(page, QTreeView, "runs")
    listed.setCurrentIndex(child(page, RunListCard).model.index(0, 0))
    press(listed, Qt.Key.Key_Return)
    dialog = page.findChildren(RunDialog)[-1]
    child(dialog, QDoubleSpinBox, "run_minutes").setValue(35)
    _save(dialog)
    (run,) = coach.services.runs.runs()
    assert run.minutes == 35
    listed.setCurrentIndex(child(page, RunListCard).model.index(0, 0))
    child(page, QPushButton, "run_remove").click()
    child(child(page, ConfirmDialog), QPushButton, "confirm_accept").click()
    assert not coach.services.runs.runs()


@pytest.mark.parametrize(
    ("minutes", "told"),
    [(32, ""), (35, "Warning: 17 %"), (42, "Strong warning: 40 %"), (61, "Please confirm: 103 %")],
)
def test_the_single_run_guard_speaks_while_it_is_typed(
    make_page: MakePage, minutes: float, told: str
) -> None:
    coach = FakeCoach().with_plan()
    page = make_page(coach)
    _save(_type(page, 30))
    coach.clock.advance(8 * DAY)
    dialog = _type(page, minutes)
    guard = label(dialog, "run_guard").text()
    assert guard.startswith(told)
    assert bool(guard) is bool(told)
    assert "safe" not in guard
    dialog.reject()


def test_a_run_twice_as_long_waits_for_its_confirmation(make_page: MakePage) -> None:
    coach = FakeCoach().with_plan()
    page = make_page(coach)
    _save(_type(page, 30))
    coach.clock.advance(8 * DAY)
    dialog = _type(page, 70)
    _save(dialog)
    assert len(coach.services.runs.runs()) == 1
    child(dialog, QCheckBox, "run_confirmed").setChecked(True)
    _save(dialog)
    assert len(coach.services.runs.runs()) == 2


def test_the_week_guard_speaks_in_words(make_page: MakePage) -> None:
    coach = FakeCoach().with_plan()
    page = make_page(coach)
    for minutes, days in ((30, 7), (30, 2), (30, 0)):
        _save(_type(page, minutes))
        coach.clock.advance(days * DAY)
    banner = child(page, QWidget, "running_week")
    assert not banner.isHidden()
    assert "100 % above the week before" in texts(banner)
    assert "not shown for Achilles" in texts(banner)


def test_the_checklist_says_what_is_met_and_what_was_not_measured(make_page: MakePage) -> None:
    coach = FakeCoach()
    plans = coach.services.plans
    plans.accept(plans.propose(coach.library.program("lateral-sprain"), "p3", Side.RIGHT))
    page = make_page(coach)
    told = texts(child(page, QWidget, "gate_card"))
    assert "0 of " in told
    assert "(not measured yet)" in told


def test_the_checklist_tells_numbers_as_the_plan_does(make_page: MakePage) -> None:
    coach = FakeCoach()
    plans, measurements = coach.services.plans, coach.services.measurements
    plans.accept(plans.propose(coach.library.program("lateral-sprain"), "p4", Side.RIGHT))
    raises = measurements.new("single-leg-raise-count")
    measurements.save(replace(raises, left=26, right=24))
    coach.services.reviews.save({"walk-30-min-limp": 0})
    page = make_page(coach)
    told = texts(child(page, QWidget, "gate_card"))
    assert "(met: 92.3 %)" in told
    assert "No limp in that walk (met: no)" in told


def test_the_stage_has_its_rules_in_words(make_page: MakePage) -> None:
    coach = FakeCoach()
    plans = coach.services.plans
    plans.accept(plans.propose(coach.library.program("lateral-sprain"), "p5", Side.RIGHT))
    page = make_page(coach)
    told = texts(child(page, QWidget, "stage_card"))
    assert "Stage 1: 6 times run 1 min, walk 4 min" in told
    assert "0 of 2 good runs in a row" in told
    assert "Forward: the stage done twice in a row with pain of 2 or less" in told
    assert "Back one stage" in told


def test_who_runs_beside_the_plan_is_told_no_rules_of_a_walk_run(make_page: MakePage) -> None:
    coach = FakeCoach().with_plan("p3")
    answers = with_reason(Intake(days_without_running=3), Reason.PREVENT)
    coach.services.intake.save(answers)
    page = make_page(coach)
    told = texts(child(page, QWidget, "stage_card"))
    assert "Running goes on beside the plan" in told
    assert "Forward: " not in told
    assert "Stop at once" in told


def test_the_stage_tells_the_numbers_that_the_therapist_chose(make_page: MakePage) -> None:
    coach = FakeCoach()
    plans = coach.services.plans
    plans.accept(plans.propose(coach.library.program("achilles-midportion"), "p5", Side.RIGHT))
    plan = plans.current()
    assert plan is not None
    raised = tuple(
        msgspec.structs.replace(p, pain_ceiling=5) if p.exercise == "run-walk" else p
        for p in plan.prescriptions
    )
    own = Thresholds(credits_run=3, run_extra_days=2)
    plans.accept(msgspec.structs.replace(plan, prescriptions=raised, thresholds=own))
    page = make_page(coach)
    told = texts(child(page, QWidget, "stage_card"))
    assert "0 of 3 good runs in a row" in told
    assert "done 3 times in a row with pain of 5 or less" in told
    assert "after 2 more days off: pain over 5" in told
    assert "Stop at once: pain over 5" in told


@pytest.mark.parametrize(("program", "said"), [("achilles-midportion", True), ("lateral-sprain", False)])
def test_only_the_achilles_programs_keep_their_loads_apart(
    make_page: MakePage, program: str, said: bool
) -> None:
    coach = FakeCoach()
    plans = coach.services.plans
    plans.accept(plans.propose(plans.program(program), "p5", Side.RIGHT))

    told = texts(make_page(coach))

    sentence = "Achilles tendon: 2 days from a medium load to the next, 3 after jumps, sprints or fast hills"
    assert (sentence in told) is said


def test_without_walk_run_the_card_says_so(make_page: MakePage) -> None:
    page = make_page(FakeCoach().with_plan())
    told = texts(child(page, QWidget, "stage_card"))
    assert "The plan has no walk-run yet" in told or "there is no walk-run in it" in told


@pytest.mark.parametrize(("used", "told"), [(100, ""), (500, "look at the soles"), (700, "another pair")])
def test_shoes_get_a_note_by_their_distance(make_page: MakePage, used: float, told: str) -> None:
    coach = FakeCoach().with_plan()
    page = make_page(coach)
    child(page, QLineEdit, "shoe_name").setText("Blue ones")
    child(page, QDoubleSpinBox, "shoe_used").setValue(used)
    child(page, QPushButton, "shoe_add").click()
    card = texts(child(page, QWidget, "shoes_card"))
    assert f"Blue ones · {used:.1f} km" in card
    assert told in card
    child(page, QPushButton, "shoe_retire").click()
    card = texts(child(page, QWidget, "shoes_card"))
    assert "no longer used" in card
    assert "another pair" not in card


def _returning() -> FakeCoach:
    coach = FakeCoach()
    plans = coach.services.plans
    plans.accept(plans.propose(coach.library.program("lateral-sprain"), "p5", Side.RIGHT))
    return coach


def _log_run(page: RunningPage, minutes: float) -> None:
    dialog = _type(page, minutes)
    child(dialog, PainScale, "pain_during").set_value(0)
    child(dialog, PainScale, "pain_after").set_value(0)
    child(dialog, SegmentedControl, "run_limp").set_current("no")
    _save(dialog)


def test_two_logged_runs_move_the_stage_and_the_page_shows_it(make_page: MakePage) -> None:
    story = Story(_returning())
    coach = story.coach
    for _ in range(3):  # the base of the mornings
        coach.services.check_ins.save(0, swelling=0)
        story.play_all()
        coach.clock.advance(DAY)
    for done in (0, 1):
        coach.services.check_ins.save(0, swelling=0)
        page = make_page(coach)
        assert f"{done} of 2 good runs in a row" in label(page, "stage_credits").text()
        assert child(page, QWidget, "stage_card").findChild(QWidget, "run_awaits") is None
        _log_run(page, 6)
        assert "counts once the morning after it is entered" in texts(child(page, QWidget, "stage_card"))
        assert coach.services.runs.runs()[-1].stage == 1
        coach.clock.advance(DAY)
        coach.services.check_ins.save(0, swelling=0)
        story.play_all()
        coach.clock.advance(DAY)

    page = make_page(coach)
    assert "Stage 2: 6 times run 2 min" in texts(child(page, QWidget, "stage_card"))
    assert "Running has begun: the checklist is behind you." in texts(child(page, QWidget, "gate_card"))


def test_a_new_run_begins_at_the_plans_stage_and_without_one_where_there_is_none(make_page: MakePage) -> None:
    returning, other = make_page(_returning()), make_page(FakeCoach().with_plan())
    assert child(_type(returning, 6), QComboBox, "run_stage").currentData() == 1
    assert child(_type(other, 6), QComboBox, "run_stage").currentData() is None


def test_an_easier_week_is_offered_after_three_full_ones_and_not_before(make_page: MakePage) -> None:
    coach = FakeCoach().with_plan()
    runs = coach.services.runs
    for week in range(3):
        run = runs.new_run()
        runs.save(msgspec.structs.replace(run, seconds=60 * 60))
        page = make_page(coach)
        assert page.findChildren(QLabel, "easy_week") == [], f"in week {week + 1}"
        coach.clock.advance(7 * DAY)
    page = make_page(coach)
    told = label(page, "easy_week").text()
    assert "about 45\u00a0min of running in all" in told
    assert "a quarter less than last week" in told


def test_a_played_walk_run_is_listed_and_completed(make_page: MakePage) -> None:
    coach = FakeCoach().with_plan()
    walk_run = {"prescription": "run.run-walk", "exercise": "run-walk", "level": "stage-1"}
    played = make.set_record(**walk_run, reps_planned=0, reps_done=0, seconds_planned=360, seconds_done=360)
    record = make.session_record(coach.services.journal.today(), sets=(played,), answers=())
    coach.journal.save_session(coach.services.people.required().id, record)
    page = make_page(coach)
    model = child(page, RunListCard).model
    cells = [model.index(0, column).data() for column in (Column.DISTANCE, Column.TIME, Column.KIND)]
    assert cells == ["\N{EN DASH}", "6 min of 30 min", "Stage 1 · from the player"]
    assert not label(page, "run_played").isVisibleTo(page)
    listed = child(page, QTreeView, "runs")
    listed.setCurrentIndex(model.index(0, 0))
    assert label(page, "run_played").isVisibleTo(page)
    assert not child(page, QPushButton, "run_remove").isEnabled()

    press(listed, Qt.Key.Key_Return)
    dialog = page.findChildren(RunDialog)[-1]
    assert "the plan goes by what was said there" in texts(dialog)
    assert child(dialog, QPushButton, "entry_delete").isHidden()
    child(dialog, QDoubleSpinBox, "run_distance").setValue(1)
    _save(dialog)

    assert model.rowCount() == 1
    assert model.index(0, Column.DISTANCE).data().replace("\u00a0", " ") == "1.0 km"
    listed.setCurrentIndex(model.index(0, 0))
    assert child(page, QPushButton, "run_remove").isEnabled()
