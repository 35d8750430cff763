"""The small pieces that pages are put together from."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QPushButton, QToolButton, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from ankle_coach.domain.words import Words
from ankle_coach.ui.theme import Theme
from ankle_coach.ui.widgets.banner import Banner
from ankle_coach.ui.widgets.chip import Chip, EvidenceChip
from ankle_coach.ui.widgets.elided_label import ElidedLabel
from ankle_coach.ui.widgets.empty_state import EmptyState
from ankle_coach.ui.widgets.icon_view import IconView
from ankle_coach.ui.widgets.search_field import SearchField
from ankle_coach.ui.widgets.section_header import SectionHeader
from ankle_coach.ui.widgets.segmented_control import SegmentedControl
from ankle_coach.ui.widgets.stat_tile import StatTile
from ankle_coach.ui.widgets.toast import Toast
from ankle_coach.ui.widgets.visibility import set_shown
from ankle_coach.ui.widgets.wrap_row import WrapRow
from tests.helpers.widgets import child, label, press, type_text

KINDS = {"info": ("Note", "info"), "caution": ("Take care", "warning"), "danger": ("Stop", "stop")}


@pytest.mark.parametrize("kind", KINDS)
def test_a_banner_says_its_kind_in_a_word_and_a_shape(
    qtbot: QtBot, theme: Theme, words: Words, kind: str
) -> None:
    banner = Banner(theme, words, kind, "Pain above 5.", action="What now")
    qtbot.addWidget(banner)
    banner.show()
    word, icon = KINDS[kind]
    assert label(banner, "banner_word").text() == word
    assert child(banner, IconView).name == icon
    assert banner.accessibleName() == f"{word}. Pain above 5."
    with qtbot.waitSignal(banner.action_triggered):
        child(banner, QPushButton, "banner_action").click()


def test_a_banner_without_an_action_has_no_button(qtbot: QtBot, theme: Theme, words: Words) -> None:
    banner = Banner(theme, words, "info", "A <b> in a name is no markup")
    qtbot.addWidget(banner)
    banner.show()
    assert not child(banner, QPushButton, "banner_action").isVisible()
    assert label(banner, "banner_text").textFormat() is Qt.TextFormat.PlainText


def test_an_empty_state_says_why_and_offers_a_way_out(qtbot: QtBot, theme: Theme) -> None:
    empty = EmptyState(theme, "journal", "No sessions yet.", "Start")
    qtbot.addWidget(empty)
    empty.show()
    assert label(empty, "empty_sentence").text() == "No sessions yet."
    with qtbot.waitSignal(empty.action_triggered):
        child(empty, QPushButton, "empty_action").click()


def test_a_tag_is_shown_and_evidence_is_opened(qtbot: QtBot, words: Words) -> None:
    tag, evidence = Chip("wall"), EvidenceChip(words, "Silbernagel 2007", "A randomized trial")
    qtbot.addWidget(tag)
    qtbot.addWidget(evidence)
    assert tag.focusPolicy() is Qt.FocusPolicy.NoFocus
    assert evidence.accessibleName() == "Source: Silbernagel 2007"
    assert evidence.toolTip() == "A randomized trial"
    with qtbot.waitSignal(evidence.clicked):
        press(evidence, Qt.Key.Key_Space)


@pytest.mark.parametrize(("value", "shown"), [("0", "0"), (None, "no entry"), ("45 s", "45 s")])
def test_a_missing_number_is_not_zero(qtbot: QtBot, words: Words, value: str | None, shown: str) -> None:
    tile = StatTile(words, "Stiffness", "12 min")
    qtbot.addWidget(tile)
    tile.set_value(value, "this week")
    assert label(tile, "stat_value").text() == shown
    assert tile.accessibleName() == f"Stiffness: {shown}"
    assert label(tile, "stat_note").text() == "this week"


def test_a_long_line_ends_in_dots_and_can_still_be_read(qtbot: QtBot) -> None:
    label = ElidedLabel("A line that is much too long for its place")
    qtbot.addWidget(label)
    label.resize(100, 20)
    label.grab()
    assert label.shown_text.endswith("…")
    assert label.toolTip() == label.text()
    label.resize(1000, 20)
    label.grab()
    assert label.shown_text == label.text()
    assert label.toolTip() == ""


@pytest.fixture
def control(qtbot: QtBot) -> SegmentedControl:
    """Three choices."""
    control = SegmentedControl("Range", [("w", "Week"), ("m", "Month"), ("y", "Year")])
    qtbot.addWidget(control)
    control.show()
    return control


def test_one_choice_holds(qtbot: QtBot, control: SegmentedControl) -> None:
    with qtbot.waitSignal(control.current_changed) as told:
        child(control, QToolButton, "choice_m").click()
    assert told.args == ["m"]
    chosen = [button.text() for button in control.findChildren(QToolButton) if button.isChecked()]
    assert chosen == ["Month"]
    child(control, QToolButton, "choice_m").click()
    assert control.current == "m"
    assert child(control, QToolButton, "choice_m").isChecked()


def test_arrows_move_the_choice(qtbot: QtBot, control: SegmentedControl) -> None:
    for key, expected in [(Qt.Key.Key_Right, "m"), (Qt.Key.Key_Right, "y"), (Qt.Key.Key_Right, "y")]:
        press(child(control, QToolButton, f"choice_{control.current}"), key)
        assert control.current == expected


def test_a_choice_that_is_not_there_is_refused(control: SegmentedControl) -> None:
    with pytest.raises(KeyError):
        control.set_current("d")
    with pytest.raises(ValueError, match="choice"):
        SegmentedControl("Range", [])


def test_a_search_is_told_as_it_is_typed(qtbot: QtBot, theme: Theme) -> None:
    field = SearchField(theme, "Search exercises")
    qtbot.addWidget(field)
    told: list[str] = []
    field.search_changed.connect(told.append)
    type_text(field, " cal")
    press(field, Qt.Key.Key_Escape)
    assert told == ["", "c", "ca", "cal", ""]
    assert field.accessibleName() == "Search exercises"


def test_a_section_has_a_heading_and_an_action(qtbot: QtBot) -> None:
    header = SectionHeader("Numbers")
    button = QPushButton("All")
    header.add_action(button)
    qtbot.addWidget(header)
    header.resize(400, 60)
    header.show()
    assert not label(header, "section_subtitle").isVisible()
    header.set_text("Figures", "of four weeks")
    assert label(header, "section_title").text() == "Figures"
    assert label(header, "section_subtitle").isVisible()
    assert button.x() > 200


@pytest.fixture
def host(qtbot: QtBot) -> QWidget:
    """A window to lay messages over."""
    host = QWidget()
    qtbot.addWidget(host)
    host.resize(800, 600)
    host.show()
    return host


def test_a_toast_lies_at_the_foot_and_goes_by_its_button(qtbot: QtBot, host: QWidget) -> None:
    toast = Toast(host)
    assert toast.message == ""
    toast.show_message("Session saved", "Undo")
    assert toast.message == "Session saved"
    assert toast.geometry().center().x() == pytest.approx(400, abs=2)
    assert 500 < toast.geometry().bottom() < 600
    with qtbot.waitSignal(toast.action_triggered):
        child(toast, QPushButton, "toast_action").click()
    assert toast.message == ""


def test_a_toast_follows_its_host_and_shows_the_newest(host: QWidget) -> None:
    toast = Toast(host)
    toast.show_message("first")
    toast.show_message("second")
    host.resize(400, 300)
    assert toast.message == "second"
    assert toast.geometry().bottom() < 300
    assert not child(toast, QPushButton, "toast_action").isVisible()
    toast.hide_message()


@pytest.mark.parametrize(
    ("width", "scale", "stacked"), [(800, 100, False), (500, 100, True), (800, 200, True)]
)
def test_a_row_stacks_where_room_is_short(
    qtbot: QtBot, theme: Theme, width: int, scale: int, stacked: bool
) -> None:
    first, second = QLabel("How hard was it?"), QLabel("scale")
    row = WrapRow(theme, first, second)
    qtbot.addWidget(row)
    row.resize(width, 100)
    row.show()
    theme.set_text_scale(scale)
    assert row.is_stacked is stacked
    qtbot.waitUntil(lambda: (second.y() > first.y()) is stacked)


def test_a_row_stacks_where_its_widgets_are_too_wide_and_asks_for_no_more_than_one_of_them(
    qtbot: QtBot, theme: Theme
) -> None:
    first, second = QWidget(), QWidget()
    first.setMinimumWidth(500)
    second.setMinimumWidth(300)
    page = QWidget()
    qtbot.addWidget(page)
    row = WrapRow(theme, first, second)
    QVBoxLayout(page).addWidget(row)
    assert row.minimumSizeHint().width() == 500
    page.resize(740, 100)
    page.show()
    assert row.is_stacked
    page.resize(940, 100)
    assert not row.is_stacked


def test_what_was_hidden_can_be_shown_and_what_was_not_is_left_alone(qtbot: QtBot) -> None:
    window = QWidget()
    qtbot.addWidget(window)
    child = QLabel("child", window)
    set_shown(child, True)
    assert not child.testAttribute(Qt.WidgetAttribute.WA_WState_ExplicitShowHide)
    set_shown(child, False)
    window.show()
    assert not child.isVisible()
    set_shown(child, True)
    assert child.isVisible()


def test_an_icon_can_change(qtbot: QtBot, theme: Theme) -> None:
    view = IconView(theme, "up", "positive", 20)
    qtbot.addWidget(view)
    view.resize(20, 20)
    view.set_icon("same", "danger")
    assert view.name == "same"
    assert view.grab().toImage().pixelColor(10, 10).name() == theme.color("danger").name()


def test_a_chip_with_too_little_room_is_cut_and_still_says_its_whole_name(
    qtbot: QtBot, dressed: Theme, words: Words
) -> None:
    chip = EvidenceChip(words, "Defining adherence to therapeutic exercise", "A public source")
    qtbot.addWidget(chip)
    whole = chip.sizeHint()
    chip.resize(whole)
    full = chip.grab().toImage()
    chip.resize(whole.width() // 2, whole.height())
    cut = chip.grab().toImage()
    assert chip.accessibleName() == "Source: Defining adherence to therapeutic exercise"
    assert cut.width() == whole.width() // 2
    edge = cut.copy(cut.width() - 4, 4, 2, cut.height() - 8)
    assert edge == full.copy(full.width() - 4, 4, 2, full.height() - 8), "no letter runs over the edge"
