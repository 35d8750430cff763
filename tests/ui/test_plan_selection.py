"""Choosing cards: alone, beside others, and a stretch of them."""

from __future__ import annotations

import pytest

from ankle_coach.ui.plan_selection import PlanSelection

ORDER = ["a", "b", "c", "d", "e"]


@pytest.mark.parametrize(
    ("clicks", "chosen"),
    [
        ([("b", "")], "b"),
        ([("b", ""), ("d", "")], "d"),
        ([("d", ""), ("b", "ctrl")], "bd"),
        ([("d", ""), ("b", "ctrl"), ("d", "ctrl")], "b"),
        ([("b", ""), ("d", "shift")], "bcd"),
        ([("d", ""), ("b", "shift")], "bcd"),
        ([("b", ""), ("d", "shift"), ("c", "shift")], "bc"),
        ([("c", "shift")], "c"),
        ([("b", ""), ("e", "ctrl"), ("d", "shift")], "de"),
        ([("x", "")], ""),
    ],
)
def test_clicks_choose(clicks: list[tuple[str, str]], chosen: str) -> None:
    selection = PlanSelection()
    for one, key in clicks:
        selection.click(ORDER, one, adds=key == "ctrl", stretches=key == "shift")
    assert "".join(selection.chosen) == chosen
    assert selection.only == (chosen if len(chosen) == 1 else "")


@pytest.mark.parametrize(
    ("chosen", "here", "step", "shift", "then", "at"),
    [
        ("b", "b", 1, False, "c", "c"),
        ("", "b", 1, False, "c", "c"),
        ("", "b", 1, True, "bc", "c"),
        ("b", "b", -1, True, "ab", "a"),
        ("a", "a", -1, False, "a", ""),
        ("e", "e", 1, True, "e", ""),
        ("", "x", 1, False, "", ""),
    ],
)
def test_arrows_choose(chosen: str, here: str, step: int, shift: bool, then: str, at: str) -> None:
    selection = PlanSelection()
    selection.choose(ORDER, list(chosen))
    assert selection.go(ORDER, here, step, stretches=shift) == at
    assert "".join(selection.chosen) == then


def test_what_is_gone_is_forgotten_and_order_is_that_of_the_cards() -> None:
    selection = PlanSelection()
    selection.choose(ORDER, ["d", "b"])
    assert "".join(selection.chosen) == "bd"
    selection.keep(["e", "d", "c"])
    assert selection.only == "d"
    selection.click(["e", "d", "c"], "c", stretches=True)
    assert "".join(selection.chosen) == "dc"
    selection.clear()
    assert not selection.chosen
