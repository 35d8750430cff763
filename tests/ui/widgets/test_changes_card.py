"""What changed, and why: a reason once, with all exercises that it was for."""

from __future__ import annotations

from datetime import timedelta

import pytest
from msgspec.structs import replace
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QPushButton
from pytestqt.qtbot import QtBot

from ankle_coach.domain.decision import Decision, Outcome
from ankle_coach.domain.sides import Side
from ankle_coach.domain.words import Words
from ankle_coach.ui.theme import Theme
from ankle_coach.ui.widgets.changes_card import ChangesCard
from ankle_coach.ui.widgets.link_text import LinkText
from tests.helpers.builders import MONDAY
from tests.helpers.coach import LIBRARY
from tests.helpers.widgets import child, press, texts

EXERCISES = (
    "str-calf-bi",
    "str-calf-uni",
    "bal-single-leg",
    "str-band-ev",
    "str-band-inv",
    "mob-pumps",
    "str-short-foot",
    "mob-ankle-circles",
)
REASON = "An answer is missing. Rule 3.3-6 · App rule"
MISSING = (("percent", 100), ("pain_after", 0), ("base", 1), ("morning", 1), ("missing", 1))


def _held(exercise: str, **fields: object) -> Decision:
    known = {
        "day": MONDAY,
        "outcome": Outcome.HOLD,
        "rule": "3.3-6",
        "prescription": f"a.{exercise}",
        "exercise": exercise,
        "side": Side.BOTH,
        "values": MISSING,
    }
    return Decision(**{**known, **fields})  # type: ignore[arg-type]


def _stepped(exercise: str) -> Decision:
    level = LIBRARY.exercise(exercise).default
    return _held(
        exercise,
        outcome=Outcome.ADVANCE,
        rule="3.4-advance",
        values=(("credits", 2), ("days", 7)),
        level=level.id,
        dose=level.dose,
    )


@pytest.fixture
def card(qtbot: QtBot, theme: Theme, words: Words) -> ChangesCard:
    card = ChangesCard(theme, words, LIBRARY)
    qtbot.addWidget(card)
    return card


def _labels(card: ChangesCard, name: str) -> list[str]:
    return [label.text().replace("\u00a0", " ") for label in card.findChildren(QLabel, name)]


def _names(card: ChangesCard) -> list[str]:
    return [name for names in card.findChildren(LinkText) for name in names.names]


def test_one_exercise_is_told_as_a_line_with_its_reasoning(card: ChangesCard) -> None:
    card.show_decisions([_held("str-calf-bi")])
    assert _labels(card, "change_title") == ["Two-leg calf raise: Same again"]
    assert _names(card) == []
    assert child(card, QPushButton, "full_reasoning").text() == "Full reasoning"


@pytest.mark.parametrize("count", [2, 3, 8])
def test_a_reason_is_told_once_for_all_exercises_that_it_is_for(card: ChangesCard, count: int) -> None:
    decisions = [_held(exercise) for exercise in EXERCISES[:count]]
    card.show_decisions(decisions)
    assert _labels(card, "change_title") == [f"Same again: {count} exercises"]
    assert _labels(card, "change_reason") == [REASON]
    names = [LIBRARY.exercise(exercise).name for exercise in EXERCISES[:count]]
    assert _names(card) == names


def test_each_name_leads_to_its_own_reasoning(qtbot: QtBot, card: ChangesCard) -> None:
    decisions = [_held(exercise) for exercise in EXERCISES[:3]]
    card.show_decisions(decisions)
    with qtbot.waitSignal(card.reasoning_requested) as asked:
        child(card, LinkText).linkActivated.emit("1")
    assert asked.args == [decisions[1]]


def test_names_are_reached_and_chosen_by_keys(qtbot: QtBot, card: ChangesCard) -> None:
    decisions = [_held(exercise) for exercise in EXERCISES[:3]]
    card.show_decisions(decisions)
    with qtbot.waitActive(card):
        card.show()
        card.activateWindow()
    names = child(card, LinkText)
    child(card, QPushButton, "all_decisions").setFocus()
    names.setFocus(Qt.FocusReason.TabFocusReason)
    for decision in decisions:
        with qtbot.waitSignal(card.reasoning_requested) as asked:
            press(names, Qt.Key.Key_Return)
        assert asked.args == [decision]
        press(names, Qt.Key.Key_Tab)
    assert not names.hasFocus()


def test_sides_of_one_exercise_that_say_the_same_are_one_name(card: ChangesCard) -> None:
    sides = [_held("bal-single-leg", side=side) for side in (Side.LEFT, Side.RIGHT)]
    card.show_decisions([*sides, _held("str-calf-uni", side=Side.RIGHT)])
    assert _labels(card, "change_title") == ["Same again: 2 exercises"]
    assert _names(card) == ["Single-leg stand", "Single-leg calf raise · Right"]


@pytest.mark.parametrize(
    "other",
    [
        _held("str-calf-uni", values=(("percent", 40),)),
        _held("str-calf-uni", outcome=Outcome.STEP_BACK),
        _held("str-calf-uni", rule="3.3-7"),
        _held("str-calf-uni", day=MONDAY - timedelta(days=1)),
        _held("", prescription="", side=None),
    ],
    ids=["other numbers", "another outcome", "another rule", "another day", "the whole plan"],
)
def test_what_differs_in_its_reason_stands_apart(card: ChangesCard, other: Decision) -> None:
    card.show_decisions([_held("str-calf-bi"), other])
    assert len(_labels(card, "change_title")) == 2


def test_few_exercises_that_moved_say_what_holds_now_and_many_leave_it_to_their_reasoning(
    card: ChangesCard,
) -> None:
    card.show_decisions([_stepped(exercise) for exercise in EXERCISES[:3]])
    lines = [names.accessibleName().replace("\u00a0", " ") for names in card.findChildren(LinkText)]
    assert len(lines) == 3
    assert lines[0].startswith("Two-leg calf raise. Now: Standing on two legs")
    assert "2 credits and 7 days at this dose. Rule 3.4-advance" in _labels(card, "change_reason")[0]
    card.show_decisions([_stepped(exercise) for exercise in EXERCISES])
    shown = child(card, QPushButton, "all_decisions")
    assert shown.text() == "All decisions"
    assert "Now: " not in texts(card)


def test_a_typed_name_is_shown_as_it_is(qtbot: QtBot) -> None:
    names = LinkText(["Raise <b>& hold</b>"], "Full reasoning", after=". 3 < 4")
    qtbot.addWidget(names)
    assert "&lt;b&gt;&amp; hold&lt;/b&gt;" in names.text()
    assert names.accessibleName() == "Raise <b>& hold</b>. 3 < 4"


def test_reasons_beyond_the_fourth_are_counted_by_their_exercises(card: ChangesCard) -> None:
    groups = [
        replace(_held(exercise), values=(("percent", 10 * number),))
        for number, exercise in enumerate(EXERCISES[:5])
    ]
    again = replace(groups[-1], prescription="a.again", exercise=EXERCISES[5])
    card.show_decisions([*groups, again])
    assert len(_labels(card, "change_title")) == 4
    assert card.findChildren(QPushButton, "all_decisions")[-1].text() == "2 more, all decisions"
