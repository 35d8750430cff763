"""When ice is offered (clinical.md §4.4)."""

from __future__ import annotations

from datetime import time, timedelta

import msgspec
import pytest

from ankle_coach.content.safety_files import load_safety
from ankle_coach.domain.ice_rules import IceReason, IceRecord, check_blocks, ice_seconds, may_ice
from ankle_coach.domain.locks import locks
from ankle_coach.domain.safety import Finding, Flag, Scope, ScreenAnswer, Urgency
from ankle_coach.domain.sides import Side
from tests.helpers.builders import MONDAY, moment
from tests.helpers.rules import row

SAFETY = load_safety()
ICE = SAFETY.ice
YES, NO, UNSURE = ScreenAnswer.YES, ScreenAnswer.NO, ScreenAnswer.UNSURE
FINE = {block.id: NO for block in ICE.blocks} | {"skin-normal": YES}
NOW = moment(at=time(12))
BLOCKS = [block.id for block in ICE.blocks]


def iced(hours_ago: float, minutes: float = 15, side: Side = Side.BOTH, number: int = 0) -> IceRecord:
    """Ice that began some hours ago."""
    started = msgspec.structs.replace(NOW, at=NOW.at - timedelta(hours=hours_ago))
    return IceRecord(id=f"ice-{hours_ago}-{number}", started=started, seconds=minutes * 60, side=side)


def test_with_every_question_answered_and_nothing_in_the_way_ice_is_offered() -> None:
    assert may_ice(ICE, FINE, (), NOW).allowed


@row("4.4-block")
@pytest.mark.parametrize("block", BLOCKS, ids=[f"4.4-{block}" for block in BLOCKS])
def test_each_block_closes_it_and_so_does_an_unsure_or_missing_answer(block: str, row_id: str) -> None:
    bad = NO if block == "skin-normal" else YES
    for answer in (bad, UNSURE):
        decision = may_ice(ICE, FINE | {block: answer}, (), NOW)
        assert (decision.allowed, decision.reason, decision.ids) == (False, IceReason.BLOCKED, (block,))
    left_out = {key: value for key, value in FINE.items() if key != block}
    decision = may_ice(ICE, left_out, (), NOW)
    assert (decision.allowed, decision.reason, decision.ids) == (False, IceReason.UNANSWERED, (block,))


def test_4_4_every_block_of_the_row_is_asked() -> None:
    assert set(BLOCKS) == {
        "numb-now",
        "skin-normal",
        "broken-skin",
        "raynaud",
        "cold-allergy",
        "cold-blood",
        "reduced-feeling",
        "poor-circulation",
        "hot-cold",
    }
    assert {block.id for block in ICE.blocks if block.every_time} == {
        "numb-now",
        "skin-normal",
        "broken-skin",
    }


@pytest.mark.parametrize(
    ("minutes_since_end", "allowed"),
    [(119, False), (120, True), (600, True), (-5, False)],
    ids=lambda value: f"4.4-gap-{value}",
)
def test_two_hours_from_the_end_of_the_last_one(minutes_since_end: float, allowed: bool) -> None:
    last = iced((minutes_since_end + 15) / 60)
    decision = may_ice(ICE, FINE, (last,), NOW)
    assert decision.allowed is allowed
    if not allowed:
        assert decision.reason is IceReason.TOO_SOON
        assert decision.not_before == last.ended_at + timedelta(hours=2)


def test_4_4_four_times_a_day_and_then_no_more_until_the_next_training_day() -> None:
    records = [iced(2.3 * number, number=number) for number in range(1, 4)]
    assert may_ice(ICE, FINE, records, NOW).allowed
    records.append(iced(7.9, number=9))
    decision = may_ice(ICE, FINE, records, NOW)
    assert (decision.allowed, decision.reason) == (False, IceReason.ENOUGH_TODAY)
    tomorrow = moment(MONDAY + timedelta(days=1), time(12))
    assert may_ice(ICE, FINE, records, tomorrow).allowed


def test_the_other_ankle_has_its_own_gap() -> None:
    records = (iced(0.5, side=Side.LEFT),)
    assert may_ice(ICE, FINE, records, NOW, side=Side.RIGHT).allowed
    assert not may_ice(ICE, FINE, records, NOW, side=Side.LEFT).allowed
    assert not may_ice(ICE, FINE, records, NOW).allowed


def test_a_lock_on_ice_comes_before_everything_else() -> None:
    finding = Finding(rule="R04", urgency=Urgency.URGENT, scopes=(Scope.ICE,), references=("002",))
    locked = locks([Flag(id="1", finding=finding, raised=NOW)], [])
    decision = may_ice(ICE, {}, (), NOW, locked)
    assert (decision.reason, decision.ids) == (IceReason.LOCKED, ("R04",))


@row("4.4-ask-first")
def test_4_4_ask_first_does_not_close_it(row_id: str) -> None:
    assert [condition.id for condition in ICE.ask_first] == [
        "heart",
        "blood-pressure",
        "cancer",
        "eczema",
        "infection",
    ]
    decision = may_ice(ICE, FINE | {"heart": YES, "eczema": NO}, (), NOW)
    assert (decision.allowed, decision.ask_first) == (True, ("heart",))


@pytest.mark.parametrize(
    ("wanted", "seconds"),
    [(None, 900), (10, 600), (20, 1200), (25, 1200)],
    ids=lambda value: f"4.4-length-{value}",
)
def test_fifteen_minutes_unless_less_and_never_over_twenty(wanted: float | None, seconds: float) -> None:
    assert ice_seconds(ICE.limits, wanted) == (seconds, 1200)


@row("4.4-compression")
@pytest.mark.parametrize("block", ["arterial-disease", "open-wound"], ids=lambda value: f"4.4-{value}")
def test_compression_has_its_own_blocks(block: str, row_id: str) -> None:
    blocks = SAFETY.compression.blocks
    assert check_blocks(blocks, {block: YES})[0] == (block,)
    assert check_blocks(blocks, {b.id: NO for b in blocks}) == ((), ())
