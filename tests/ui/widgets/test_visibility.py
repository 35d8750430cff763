"""What is empty is hidden, and nothing is told to show that would be shown anyway."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from PySide6.QtCore import QCoreApplication, QEvent, QObject, Qt
from PySide6.QtWidgets import QApplication, QLabel, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

import ankle_coach.ui
from ankle_coach.ui.widgets.visibility import clear_layout, set_shown

_MODULES = sorted(Path(ankle_coach.ui.__file__).parent.rglob("*.py"))


def _in_a_layout(qtbot: QtBot) -> tuple[QWidget, QLabel]:
    owner = QWidget()
    qtbot.addWidget(owner)
    label = QLabel("words")
    QVBoxLayout(owner).addWidget(label)
    return owner, label


def test_what_was_never_hidden_is_not_told_to_show(qtbot: QtBot) -> None:
    owner, label = _in_a_layout(qtbot)
    set_shown(label, True)
    assert not label.testAttribute(Qt.WidgetAttribute.WA_WState_ExplicitShowHide)
    owner.show()
    assert label.isVisible()


def test_what_was_hidden_stays_so_until_it_is_shown(qtbot: QtBot) -> None:
    owner, label = _in_a_layout(qtbot)
    set_shown(label, False)
    owner.show()
    assert not label.isVisible()
    set_shown(label, True)
    assert label.isVisible()
    set_shown(label, False)
    assert not label.isVisible()


@pytest.mark.parametrize("module", _MODULES, ids=lambda path: path.stem)
def test_what_is_shown_so_is_hidden_by_nothing_else(module: Path) -> None:
    text = module.read_text(encoding="utf-8")
    ours = set(re.findall(r"set_shown\(([\w.]+),", text))
    others = set(re.findall(r"([\w.]+)\.(?:hide|show|setVisible|setHidden)\(", text))
    assert not ours & others


def test_a_cleared_layout_hides_what_it_held_and_deletes_it_after_the_event(qtbot: QtBot) -> None:
    owner, label = _in_a_layout(qtbot)
    column = owner.layout()
    assert isinstance(column, QVBoxLayout)
    column.addStretch(1)
    owner.show()
    gone: list[bool] = []
    label.destroyed.connect(lambda: gone.append(True))
    clear_layout(column)
    assert column.isEmpty()
    assert not column.count()
    assert label.isHidden()
    assert not gone
    assert owner.findChild(QLabel) is label
    QCoreApplication.sendPostedEvents(label, QEvent.Type.DeferredDelete)
    assert gone


def test_what_is_detached_is_not_found_any_more(qtbot: QtBot) -> None:
    owner, label = _in_a_layout(qtbot)
    column = owner.layout()
    assert column is not None
    clear_layout(column, detach=True)
    assert not column.count()
    assert label.parent() is None
    assert owner.findChild(QLabel) is None


class _Windows(QObject):
    """Counts the windows that come onto the screen."""

    count = 0

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        self.count += event.type() is QEvent.Type.Show and isinstance(watched, QWidget) and watched.isWindow()
        return False


def test_what_is_taken_out_before_it_was_shown_never_becomes_a_window(
    qtbot: QtBot, qapp: QApplication
) -> None:
    owner, _ = _in_a_layout(qtbot)
    column = owner.layout()
    assert column is not None
    with qtbot.waitExposed(owner):
        owner.show()
    windows = _Windows()
    qapp.installEventFilter(windows)
    column.addWidget(QLabel("later"))  # shown when Qt comes to it
    clear_layout(column, detach=True)
    qapp.processEvents()
    qapp.removeEventFilter(windows)
    assert not windows.count


@pytest.mark.parametrize("module", _MODULES, ids=lambda path: path.stem)
def test_widgets_are_let_go_in_one_way(module: Path) -> None:
    text = module.read_text(encoding="utf-8")
    assert "setParent(None)" not in text or module.stem in ("visibility", "exercise_detail")
