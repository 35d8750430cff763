"""The editor of the rules' numbers: what each row says, what can be kept, and how it goes back."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from msgspec.structs import asdict
from PySide6.QtWidgets import QCheckBox, QLabel, QPushButton, QSpinBox, QWidget
from pytestqt.qtbot import QtBot

from ankle_coach.domain.thresholds import SOURCE, SPECS, Thresholds
from ankle_coach.domain.words import Words
from ankle_coach.ui.dialogs.evidence_dialog import EvidenceDialog
from ankle_coach.ui.dialogs.threshold_dialog import ThresholdDialog
from ankle_coach.ui.theme import Theme
from ankle_coach.ui.widgets.chip import EvidenceChip
from ankle_coach.ui.widgets.search_field import SearchField
from ankle_coach.ui.widgets.threshold_row import ThresholdRow
from tests.helpers.coach import FakeCoach
from tests.helpers.widgets import child, texts

pytestmark = pytest.mark.qt_log_ignore("grabbing the keyboard", extend=True)


@pytest.fixture
def dialog(qtbot: QtBot, theme: Theme, words: Words) -> Iterator[ThresholdDialog]:
    """The editor over a plan that has changed one number."""
    coach = FakeCoach().with_plan("p3")
    coach.services.thresholds.change("deload_days", 10)
    thresholds = coach.services.thresholds
    window = QWidget()
    qtbot.addWidget(window)
    opened = ThresholdDialog(thresholds.current(), thresholds.problem, coach.library, theme, words, window)
    opened.open()
    yield opened
    window.close()


def _row(dialog: ThresholdDialog, name: str) -> ThresholdRow:
    return child(dialog, ThresholdRow, f"threshold_{name}")


def _shown(dialog: ThresholdDialog) -> list[str]:
    return [row.name for row in dialog.rows if not row.isHidden()]


def test_every_number_has_a_row_with_name_source_range_rule_and_chip(dialog: ThresholdDialog) -> None:
    assert sorted(row.name for row in dialog.rows) == sorted(asdict(SOURCE))
    for row in dialog.rows:
        spec, told = SPECS[row.name], texts(row)
        assert f"may be {spec.low} to {spec.high} · rule {spec.row}" in told
        assert row.findChildren(EvidenceChip)
        field = child(row, QSpinBox)
        assert (field.minimum(), field.maximum()) == (spec.low, spec.high)
        assert field.accessibleName()


def test_a_number_of_a_source_and_one_of_the_app_say_so(dialog: ThresholdDialog) -> None:
    assert "Source: 80 %" in texts(_row(dialog, "adherence_advance"))
    assert "App rule: 7 days" in texts(_row(dialog, "deload_days"))
    assert [chip.text() for chip in _row(dialog, "deload_days").findChildren(EvidenceChip)] == ["App rule"]


def test_what_differs_is_marked_by_word_and_shape_and_told_by_number(dialog: ThresholdDialog) -> None:
    assert child(_row(dialog, "deload_days"), QLabel, "mark").text() == "◆ changed"
    assert child(_row(dialog, "gap_same"), QLabel, "mark").text() == "○ as given"
    assert child(dialog, QLabel, "changed_count").text() == "◆ 1 changed"
    child(_row(dialog, "gap_same"), QSpinBox).setValue(2)
    assert child(dialog, QLabel, "changed_count").text() == "◆ 2 changed"
    assert child(_row(dialog, "gap_same"), QSpinBox).accessibleDescription() == "◆ changed"


def test_one_number_goes_back_by_its_button_and_all_by_reset_all(dialog: ThresholdDialog) -> None:
    reset = child(_row(dialog, "deload_days"), QPushButton, "reset")
    assert not reset.isHidden()
    assert child(_row(dialog, "gap_same"), QPushButton, "reset").isHidden()
    child(_row(dialog, "gap_same"), QSpinBox).setValue(2)
    reset.click()
    assert dialog.changed == {"deload_days": 7, "gap_same": 2}
    child(dialog, QPushButton, "reset_all").click()
    assert dialog.changed == {"deload_days": 7}
    assert not child(dialog, QPushButton, "reset_all").isEnabled()


def test_save_waits_for_a_change_and_tells_it_with_the_reason(qtbot: QtBot, dialog: ThresholdDialog) -> None:
    save = child(dialog, QPushButton, "threshold_save")
    assert not save.isEnabled()
    child(_row(dialog, "stop_pain"), QSpinBox).setValue(7)
    dialog._note.setText(" she asked for it ")
    with qtbot.waitSignal(dialog.save_requested) as told:
        save.click()
    assert told.args == [{"stop_pain": 7}, "she asked for it"]


def test_numbers_that_contradict_each_other_cannot_be_kept_and_say_why(dialog: ThresholdDialog) -> None:
    child(_row(dialog, "gap_same"), QSpinBox).setValue(5)
    child(_row(dialog, "gap_repeat"), QSpinBox).setValue(4)
    assert not child(dialog, QPushButton, "threshold_save").isEnabled()
    assert "must rise" in texts(child(dialog, QWidget, "threshold_problem"))
    child(_row(dialog, "gap_repeat"), QSpinBox).setValue(8)
    assert child(dialog, QPushButton, "threshold_save").isEnabled()
    assert child(dialog, QWidget, "threshold_problem").isHidden()


def test_search_and_only_what_is_changed_narrow_the_list(dialog: ThresholdDialog) -> None:
    child(dialog, SearchField).setText("3.5-deload")
    assert _shown(dialog) == ["deload_days"]
    child(dialog, SearchField).setText("easy week")
    assert "deload_days" in _shown(dialog)
    child(dialog, SearchField).setText("")
    child(dialog, QCheckBox, "only_changed").setChecked(True)
    assert _shown(dialog) == ["deload_days"]
    child(dialog, SearchField).setText("no such number")
    assert _shown(dialog) == []
    assert not child(dialog, QLabel, "nothing_found").isHidden()


def test_a_chip_opens_its_source(dialog: ThresholdDialog) -> None:
    _row(dialog, "adherence_advance").findChildren(EvidenceChip)[0].click()
    child(dialog, EvidenceDialog).reject()


def test_a_plan_as_given_has_nothing_to_reset(qtbot: QtBot, theme: Theme, words: Words) -> None:
    window = QWidget()
    qtbot.addWidget(window)
    opened = ThresholdDialog(Thresholds(), lambda _: "", FakeCoach().library, theme, words, window)
    assert child(opened, QLabel, "changed_count").text() == "○ as given"
    assert opened.changed == {}
