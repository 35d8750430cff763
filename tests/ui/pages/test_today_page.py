"""Today as a person sees it: what is due, the check-in, the offer to go on."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from ankle_coach.domain.day_facts import OverrideKind
from ankle_coach.domain.errors import StorageError
from ankle_coach.domain.glance import Glance
from ankle_coach.domain.safety import ScreenAnswer
from ankle_coach.domain.safety_content import Occasion
from ankle_coach.domain.schedule_changes import PauseKind
from ankle_coach.domain.sides import Side
from ankle_coach.domain.words import Words
from ankle_coach.ui.change_hub import ChangeHub
from ankle_coach.ui.pages.today_page import TodayPage, TodayParts
from ankle_coach.ui.theme import Theme
from ankle_coach.ui.today_glance import glance_of
from ankle_coach.ui.widgets.figure_view import FigureView
from tests.helpers.coach import FakeCoach
from tests.helpers.story import Story
from tests.helpers.today import today_parts
from tests.helpers.widgets import texts

DAY = 24 * 3600


def _page(qtbot: QtBot, theme: Theme, words: Words, coach: FakeCoach) -> TodayPage:
    services = coach.services
    page = TodayPage(today_parts(services), theme, words, ChangeHub())
    qtbot.addWidget(page)
    return page


def _texts(widget: QWidget) -> str:
    labels = [label for label in widget.findChildren(QLabel) if not label.isHidden()]
    return "\n".join(label.text() for label in labels).replace("\u00a0", " ")


def test_the_day_the_place_and_the_session_are_told(qtbot: QtBot, theme: Theme, words: Words) -> None:
    page = _page(qtbot, theme, words, FakeCoach().with_plan("p3"))
    assert page.title == "Monday, March 2"
    told = _texts(page)
    assert "Strength · day 1" in told
    assert "4 exercises · 23 min" in told
    assert "3 sets of 12, up 2 s, hold 1 s, down 3 s, rest 60 s" in told


def test_start_asks_for_the_session_of_the_card(qtbot: QtBot, theme: Theme, words: Words) -> None:
    page = _page(qtbot, theme, words, FakeCoach().with_plan("p3"))
    button = page.findChild(QPushButton, "start_strength-a")
    assert isinstance(button, QPushButton)
    with qtbot.waitSignal(page.start_requested) as started:
        button.click()
    assert started.args == ["strength-a"]


def test_an_answer_is_kept_at_once_and_can_be_taken_back(qtbot: QtBot, theme: Theme, words: Words) -> None:
    coach = FakeCoach().with_plan("p3")
    page = _page(qtbot, theme, words, coach)
    page._check_in.scale.set_value(0)
    kept = coach.services.check_ins.today()
    assert kept is not None
    assert kept.pain == 0
    assert "Saved" in _texts(page._check_in)
    page._check_in.scale.set_value(None)
    assert coach.services.check_ins.today() is None


def test_a_full_disk_is_said_and_the_answer_does_not_stay(qtbot: QtBot, theme: Theme, words: Words) -> None:
    coach = FakeCoach().with_plan("p3")
    page = _page(qtbot, theme, words, coach)
    coach.journal.failure = StorageError("journal.sqlite3: the disk is full")
    page._check_in.scale.set_value(4)
    problem = page.findChild(QWidget, "problem")
    assert problem is not None
    assert not problem.isHidden()
    assert "the disk is full" in _texts(problem)
    assert page._check_in.scale.value is None
    coach.journal.failure = None
    page._check_in.scale.set_value(4)
    assert problem.isHidden()


def test_a_rest_day_says_what_comes_next(qtbot: QtBot, theme: Theme, words: Words) -> None:
    coach = FakeCoach().with_plan("p3")
    coach.clock.advance(6 * DAY)
    told = _texts(_page(qtbot, theme, words, coach))
    assert "Nothing is planned today" in told
    assert "Next: Strength A on Monday" in told


def test_without_a_plan_the_page_says_so(qtbot: QtBot, theme: Theme, words: Words) -> None:
    page = _page(qtbot, theme, words, FakeCoach())
    assert "There is no plan yet" in _texts(page)
    button = page.findChild(QPushButton, "change_plan_button")
    assert isinstance(button, QPushButton)
    assert button.text() == "Choose a plan"


@pytest.mark.parametrize(
    ("button", "signal"),
    [
        ("resume_button", "resume_requested"),
        ("finish_button", "finish_requested"),
        ("discard_button", "discard_requested"),
    ],
)
def test_an_unfinished_session_is_offered_with_its_place(
    button: str, signal: str, qtbot: QtBot, theme: Theme, words: Words
) -> None:
    coach = FakeCoach().with_plan("p3")
    coach.services.sessions.start("strength-a")
    page = _page(qtbot, theme, words, coach)
    told = _texts(page)
    assert "Strength A is not finished" in told
    assert "You were at: Two-leg calf raise, set 1 of 3" in told
    found = page.findChild(QPushButton, button)
    assert isinstance(found, QPushButton)
    with qtbot.waitSignal(getattr(page, signal)):
        found.click()


def test_figures_wear_the_chosen_tone_and_mark_the_affected_side(
    qtbot: QtBot, theme: Theme, words: Words
) -> None:
    pictures = []
    for tone, affected in ((0, Side.RIGHT), (3, Side.RIGHT), (3, None)):
        coach, hub = FakeCoach().with_plan("p3", affected), ChangeHub()
        services = coach.services
        page = TodayPage(today_parts(services, "settings"), theme, words, hub)
        qtbot.addWidget(page)
        hub.publish(services.settings.change(skin_tone=tone))
        card = page.findChild(QWidget, "session_strength-a")
        assert card is not None
        figure = card.findChildren(FigureView)[0]
        figure.resize(160, 160)
        figure.grab()  # on Today the words come first, the figures with the next paint
        pictures.append(figure.grab().toImage())
    assert pictures[0] != pictures[1] != pictures[2]


def test_at_the_start_the_sessions_come_before_what_stands_beside_them(
    qtbot: QtBot, theme: Theme, words: Words
) -> None:
    coach = FakeCoach().with_plan("p3")
    services = coach.services
    page = TodayPage(today_parts(services), theme, words, ChangeHub(), rest_later=True)
    qtbot.addWidget(page)
    page.resize(1200, 800)

    assert page.findChild(QPushButton, "start_strength-a") is not None
    assert page.findChild(QWidget, "week_card") is None
    width = page.body.geometry().width()
    page.show()

    qtbot.waitUntil(lambda: page.findChild(QWidget, "week_card") is not None)
    assert page.findChild(QPushButton, "start_ice") is not None
    assert page.findChild(QWidget, "stop_card") is not None
    assert page.body.geometry().width() >= width


def test_tab_goes_from_the_morning_to_the_sessions_and_then_to_the_side(
    qtbot: QtBot, theme: Theme, words: Words
) -> None:
    page = _page(qtbot, theme, words, FakeCoach().with_plan("p3"))
    reached: list[str] = []
    widget = page.nextInFocusChain()
    while widget is not None and widget is not page:
        if widget.focusPolicy() & Qt.FocusPolicy.TabFocus:
            reached.append(widget.objectName())
        widget = widget.nextInFocusChain()
    order = ["scale_0", "late_check_in", "start_strength-a", "start_ice", "change_plan_button"]
    assert [name for name in reached if name in order] == order


def test_after_a_holiday_the_tile_does_not_say_that_nothing_was_ever_planned(
    qtbot: QtBot, theme: Theme, words: Words
) -> None:
    story = Story()
    story.coach.with_plan("p3")
    story.live(14)
    story.services.schedule.pause(PauseKind.TRAVEL, story.today, story.days_on(17))
    story.live(18, plays=False)
    told = texts(_page(qtbot, theme, words, story.coach))
    assert "No session of these days counted\nPauses and excused days are left out" in told
    assert "No planned session is behind you yet" not in told


def _glance(coach: FakeCoach, words: Words) -> Glance:
    services = coach.services
    return glance_of(services.today.today(), services.check_ins.asked(), services.library, words)


class _Parts:
    """Gives the parts of a page, and counts how often; or cannot."""

    def __init__(self, coach: FakeCoach, problem: str = "") -> None:
        self._coach, self._problem = coach, problem
        self.given = 0

    def __call__(self) -> TodayParts:
        self.given += 1
        if self._problem:
            raise StorageError(self._problem)
        return today_parts(self._coach.services, "settings", "coach", "safety")()


def _begun(qtbot: QtBot, theme: Theme, words: Words, parts: _Parts, glance: Glance) -> TodayPage:
    page = TodayPage(parts, theme, words, ChangeHub(), glance=glance)
    qtbot.addWidget(page)
    page.resize(1200, 800)
    return page


def test_a_glance_is_shown_before_anything_is_worked_out(qtbot: QtBot, theme: Theme, words: Words) -> None:
    coach = FakeCoach().with_plan("p3")
    coach.services.check_ins.save(4)
    parts = _Parts(coach)
    page = _begun(qtbot, theme, words, parts, _glance(coach, words))

    assert parts.given == 0
    live = _page(qtbot, theme, words, coach)
    assert page.title == live.title
    assert page._check_in.scale.value == 4
    for said in ("4 exercises · 23 min", "3 sets of 12, up 2 s, hold 1 s, down 3 s, rest 60 s", "Saved."):
        assert said in _texts(page)
    button = page.findChild(QPushButton, "start_strength-a")
    assert isinstance(button, QPushButton)

    page.show()
    qtbot.waitUntil(lambda: page.findChild(QWidget, "week_card") is not None)
    assert parts.given == 1
    assert page.findChild(QPushButton, "start_strength-a") is button, "what is the same is not made anew"
    assert page.findChild(QWidget, "today_locks") is not None


def test_a_glance_that_is_not_true_any_more_gives_way(qtbot: QtBot, theme: Theme, words: Words) -> None:
    coach = FakeCoach().with_plan("p3")
    glance = _glance(coach, words)
    coach.services.safety.save_screen(Occasion.WEEKLY, {"R05": ScreenAnswer.YES})
    coach.services.check_ins.save(7)
    page = _begun(qtbot, theme, words, _Parts(coach), glance)
    assert page.findChild(QPushButton, "start_strength-a") is not None

    page.show()
    qtbot.waitUntil(lambda: page.findChild(QPushButton, "record_R05") is not None)
    assert page.findChild(QPushButton, "start_strength-a") is None
    assert page._check_in.scale.value == 7


def test_an_answer_to_a_glance_is_kept(qtbot: QtBot, theme: Theme, words: Words) -> None:
    coach = FakeCoach().with_plan("p3")
    page = _begun(qtbot, theme, words, _Parts(coach), _glance(coach, words))
    page._check_in.scale.set_value(2)
    kept = coach.services.check_ins.today()
    assert kept is not None
    assert kept.pain == 2


def test_where_nothing_can_be_worked_out_the_page_leaves_it_to_who_told(
    qtbot: QtBot, theme: Theme, words: Words
) -> None:
    coach = FakeCoach().with_plan("p3")
    parts = _Parts(coach, problem="the journal is gone")
    page = _begun(qtbot, theme, words, parts, _glance(coach, words))
    page.show()
    qtbot.waitUntil(lambda: parts.given > 0)
    assert page.findChild(QWidget, "week_card") is None


def test_a_holiday_to_come_is_told_and_then_why_nothing_is_planned(
    qtbot: QtBot, theme: Theme, words: Words
) -> None:
    story = Story()
    story.coach.with_plan("p3")
    line = "Holiday or travel from Friday, March 6 to Sunday, March 15"
    page = _page(qtbot, theme, words, story.coach)
    assert "Holiday" not in texts(page)

    story.services.schedule.pause(PauseKind.TRAVEL, story.days_on(4), story.days_on(13))

    told = texts(_page(qtbot, theme, words, story.coach))
    assert line in told
    assert "Strength A" in told
    story.coach.clock.advance(4 * DAY)
    told = texts(_page(qtbot, theme, words, story.coach))
    assert "The plan pauses\nHoliday or travel until Sunday, March 15" in told
    assert "Next: Strength A on Monday, March 16" in told, "a weekday alone would be this week's"
    assert line not in told


def test_sides_on_different_levels_are_one_exercise_whose_tiles_tell_the_side(
    qtbot: QtBot, theme: Theme, words: Words
) -> None:
    coach = FakeCoach().with_plan("p3", None)
    before = [tile.name for tile in _glance(coach, words).cards[0].tiles]
    coach.services.coach.override(
        OverrideKind.SET_STANDING,
        rule="3.4-advance",
        prescription="strength-a.str-band-pf",
        side=Side.RIGHT,
        level="medium",
    )
    (card,) = _glance(coach, words).cards
    tiles = [tile for tile in card.tiles if "push-down" in tile.name]
    assert len(card.tiles) == len(before) + 1
    assert card.line.startswith(f"{len(before)} exercises")
    assert [tile.side for tile in tiles] == [Side.LEFT, Side.RIGHT]
    assert [("left side" in tile.dose, "right side" in tile.dose) for tile in tiles] == [
        (True, False),
        (False, True),
    ]
