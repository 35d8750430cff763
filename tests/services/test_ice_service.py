"""Each rule of ice: what blocks it, the hard stop, the gap over a restart, four a day, sleep (§4.4)."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from ankle_coach.content.rule_files import RuleFiles
from ankle_coach.domain.care import IceAnswers, IceStage
from ankle_coach.domain.changes import Changes
from ankle_coach.domain.ice_rules import IceReason, IceRecord
from ankle_coach.domain.safety import Assessment, Finding, Flag, Outcome, Scope, ScreenAnswer, Urgency
from ankle_coach.domain.sides import Side
from ankle_coach.services.ice_service import IceNow, IceService
from ankle_coach.services.person_service import PersonService
from ankle_coach.storage.journal_file import JournalFile
from tests.helpers import builders as make
from tests.helpers.fake_clock import FakeClock
from tests.helpers.memory_journal import MemoryJournal
from tests.helpers.memory_settings import MemorySettings

RULES = RuleFiles()
BLOCKS = RULES.safety.ice.blocks
FRESH = [block.id for block in BLOCKS if block.every_time]
CLEAR = {b.id: ScreenAnswer.YES if b.id == "skin-normal" else ScreenAnswer.NO for b in BLOCKS}
MINUTE, HOUR = 60, 3600


@pytest.fixture
def clock() -> FakeClock:
    return FakeClock()


@pytest.fixture
def journal() -> MemoryJournal:
    return MemoryJournal(make.person())


@pytest.fixture
def ice(clock: FakeClock, journal: MemoryJournal) -> IceService:
    return _program(clock, journal)


def _program(clock: FakeClock, journal: MemoryJournal) -> IceService:
    """The service as a fresh start of the program has it."""
    return IceService(journal, PersonService(journal, MemorySettings()), clock, MemorySettings(), RULES)


def _now(ice: IceService) -> IceNow:
    now = ice.running()
    assert now is not None
    return now


def _whole(ice: IceService, clock: FakeClock) -> None:
    """Ice for its 15 minutes."""
    decided, _ = ice.start(CLEAR)
    assert decided.allowed, decided
    clock.advance(5 * MINUTE)
    ice.skin_is_fine()
    clock.advance(10 * MINUTE)
    ice.stop()


def test_it_starts_with_clear_answers_for_15_minutes(ice: IceService) -> None:
    decided, changes = ice.start(CLEAR)

    assert decided.allowed
    assert changes is Changes.ICE
    running = _now(ice).ice
    assert (running.seconds, running.hard_stop, running.check_at) == (15 * MINUTE, 20 * MINUTE, 5 * MINUTE)
    assert running.side is Side.RIGHT


@pytest.mark.parametrize("block", [block.id for block in BLOCKS])
@pytest.mark.parametrize("unsure", [False, True], ids=["flagged", "unsure"])
def test_each_block_refuses(ice: IceService, block: str, unsure: bool) -> None:
    flagged = ScreenAnswer.NO if block == "skin-normal" else ScreenAnswer.YES
    answer = ScreenAnswer.UNSURE if unsure else flagged

    decided, _ = ice.start({**CLEAR, block: answer})

    assert not decided.allowed
    assert (decided.reason, decided.ids) == (IceReason.BLOCKED, (block,))
    assert ice.running() is None


@pytest.mark.parametrize("block", [block.id for block in BLOCKS])
def test_each_question_left_open_refuses(ice: IceService, block: str) -> None:
    decided, _ = ice.start({key: answer for key, answer in CLEAR.items() if key != block})

    assert (decided.reason, decided.ids) == (IceReason.UNANSWERED, (block,))
    assert ice.running() is None


@pytest.mark.parametrize("condition", [c.id for c in RULES.safety.ice.ask_first])
def test_conditions_to_ask_about_first_advise_and_do_not_refuse(ice: IceService, condition: str) -> None:
    decided, _ = ice.start({**CLEAR, condition: ScreenAnswer.YES})

    assert decided.allowed
    assert decided.ask_first == (condition,)


def test_a_lock_of_ice_refuses_until_it_is_cleared(ice: IceService, journal: MemoryJournal) -> None:
    finding = Finding(rule="R04", urgency=Urgency.URGENT, references=("002",), scopes=(Scope.ICE,))
    flag = Flag(id="flag", finding=finding, raised=make.moment())
    journal.save_entry(make.PERSON, flag, flag.id, flag.raised)
    assert ice.start(CLEAR)[0].reason is IceReason.LOCKED

    seen = Assessment(id="seen", flag="flag", recorded=make.moment(), outcome=Outcome.CLEARED)
    journal.save_entry(make.PERSON, seen, seen.id, seen.recorded)

    assert ice.start(CLEAR)[0].allowed


def test_answers_are_kept_for_the_day_but_not_those_asked_every_time(
    ice: IceService, clock: FakeClock, journal: MemoryJournal
) -> None:
    ice.start({**CLEAR, "raynaud": ScreenAnswer.YES})
    kept = _program(clock, journal).kept_answers()

    assert kept["raynaud"] is ScreenAnswer.YES
    assert not set(kept) & set(FRESH)
    assert _program(clock, journal).decision({key: CLEAR[key] for key in FRESH}).ids == ("raynaud",)
    clock.advance(24 * HOUR)
    assert ice.kept_answers() == {}
    assert ice.earlier_answers()["raynaud"] is ScreenAnswer.YES
    assert len(journal.entries(make.PERSON, IceAnswers)) == 1


@pytest.mark.parametrize(
    ("minutes", "stage"),
    [
        (4.9, IceStage.ON),
        (5, IceStage.CHECK_SKIN),
        (14.9, IceStage.CHECK_SKIN),
        (15, IceStage.TAKE_OFF),
        (19.9, IceStage.TAKE_OFF),
        (20, IceStage.OVERDUE),
        (300, IceStage.OVERDUE),
    ],
)
def test_the_clock_asks_for_the_skin_check_and_the_end(
    ice: IceService, clock: FakeClock, minutes: float, stage: IceStage
) -> None:
    ice.start(CLEAR)
    clock.advance(minutes * MINUTE)

    assert _now(ice).stage is stage
    assert _now(ice).stage.alarms is (stage is not IceStage.ON)


def test_fine_skin_lets_it_go_on_to_its_end(
    ice: IceService, clock: FakeClock, journal: MemoryJournal
) -> None:
    ice.start(CLEAR)
    clock.advance(5 * MINUTE)
    ice.skin_is_fine()
    assert _now(ice).stage is IceStage.ON
    assert _now(ice).left == 10 * MINUTE
    clock.advance(10 * MINUTE)
    ice.stop()

    (record,) = journal.entries(make.PERSON, IceRecord)
    assert (record.seconds, record.stopped_for, record.side) == (15 * MINUTE, "", Side.RIGHT)
    assert ice.running() is None


@pytest.mark.parametrize("sign", ["skin", "numb"])
def test_skin_that_is_not_fine_ends_it_and_is_recorded(
    ice: IceService, clock: FakeClock, journal: MemoryJournal, sign: str
) -> None:
    ice.start(CLEAR)
    clock.advance(5 * MINUTE)
    ice.stop(sign)

    (record,) = journal.entries(make.PERSON, IceRecord)
    assert (record.seconds, record.stopped_for) == (5 * MINUTE, sign)


@pytest.mark.parametrize(("wanted", "minutes"), [(10, 10), (20, 20), (25, 20), (600, 20)])
def test_no_length_goes_over_the_hard_stop(ice: IceService, wanted: float, minutes: float) -> None:
    ice.start(CLEAR, wanted)

    assert _now(ice).ice.seconds == minutes * MINUTE
    assert _now(ice).ice.hard_stop == 20 * MINUTE


def test_it_counts_on_while_the_computer_sleeps(ice: IceService, clock: FakeClock) -> None:
    ice.start(CLEAR)
    clock.advance(2 * MINUTE)
    clock.suspend(4 * MINUTE)
    assert _now(ice).stage is IceStage.CHECK_SKIN
    clock.suspend(40 * MINUTE)

    assert _now(ice).stage is IceStage.OVERDUE
    assert _now(ice).passed == 46 * MINUTE


def test_a_wall_clock_that_is_set_in_the_middle_changes_nothing(ice: IceService, clock: FakeClock) -> None:
    ice.start(CLEAR)
    clock.advance(6 * MINUTE)
    clock.set_wall(clock.now() - timedelta(hours=3), timedelta(hours=-5))

    assert _now(ice).passed == 6 * MINUTE


def test_it_counts_on_over_a_restart_of_the_program(
    ice: IceService, clock: FakeClock, journal: MemoryJournal
) -> None:
    ice.start(CLEAR)
    clock.advance(7 * MINUTE)
    again = _program(clock, journal)
    assert _now(again).passed == 7 * MINUTE
    clock.advance(9 * MINUTE)

    assert _now(again).stage is IceStage.TAKE_OFF
    assert again.start(CLEAR)[0].reason is IceReason.TOO_SOON
    assert _now(again).passed == 16 * MINUTE


def test_it_counts_on_over_a_restart_of_the_computer(
    ice: IceService, clock: FakeClock, journal: MemoryJournal
) -> None:
    ice.start(CLEAR)
    after = FakeClock(clock.now() + timedelta(minutes=18))
    after._elapsed = 30.0  # the counter began anew with the computer

    assert _now(_program(after, journal)).passed == 18 * MINUTE


def test_a_wall_clock_set_back_between_two_starts_does_not_give_more_time(
    ice: IceService, clock: FakeClock, journal: MemoryJournal
) -> None:
    ice.start(CLEAR)
    clock.advance(16 * MINUTE)
    clock.set_wall(clock.now() - timedelta(hours=5))

    assert _now(_program(clock, journal)).stage is IceStage.TAKE_OFF


def test_two_hours_must_pass_also_over_a_restart(
    ice: IceService, clock: FakeClock, journal: MemoryJournal
) -> None:
    _whole(ice, clock)
    ended = clock.now()
    clock.advance(2 * HOUR - 1)
    again = _program(clock, journal)
    decided = again.decision(CLEAR)
    assert (decided.reason, decided.not_before) == (IceReason.TOO_SOON, ended + timedelta(hours=2))
    next_at = again.standing().next_at
    assert next_at is not None
    assert next_at.at == ended + timedelta(hours=2)
    assert again.start(CLEAR)[1] is Changes.ICE
    assert again.running() is None
    clock.advance(1)

    assert _program(clock, journal).decision(CLEAR).allowed
    assert again.standing().next_at is None


def test_the_gap_and_the_ice_that_is_on_are_in_the_file(clock: FakeClock, tmp_path: Path) -> None:
    def opened() -> JournalFile:
        return JournalFile(tmp_path / "journal.sqlite3", tmp_path / "backups")

    def service(journal: JournalFile) -> IceService:
        return IceService(journal, PersonService(journal, MemorySettings()), clock, MemorySettings(), RULES)

    with opened() as journal:
        journal.save_person(make.person())
        assert service(journal).start(CLEAR)[0].allowed
    clock.advance(15 * MINUTE)
    with opened() as journal:
        assert _now(service(journal)).stage is IceStage.TAKE_OFF
        service(journal).stop()
    clock.advance(HOUR)
    with opened() as journal:
        assert service(journal).running() is None
        assert service(journal).decision(CLEAR).reason is IceReason.TOO_SOON


def test_four_a_day_and_no_fifth_until_the_next_training_day(
    ice: IceService, clock: FakeClock, journal: MemoryJournal
) -> None:
    for _ in range(4):
        _whole(ice, clock)
        clock.advance(2 * HOUR)
    again = _program(clock, journal)

    decided = again.decision(CLEAR)

    assert decided.reason is IceReason.ENOUGH_TODAY
    assert decided.not_before == datetime(2026, 3, 3, 3, tzinfo=UTC)  # 04:00 in Central Europe
    assert again.standing().used == again.standing().most == 4
    clock.advance(24 * HOUR)
    assert again.decision(CLEAR).allowed
    assert again.standing().used == 0


def test_the_gap_also_holds_over_the_turn_of_the_day(ice: IceService, clock: FakeClock) -> None:
    clock.set_wall(datetime(2026, 3, 3, 2, 30, tzinfo=UTC))  # 03:30, before the day turns over at 04:00
    _whole(ice, clock)
    clock.advance(30 * MINUTE)

    assert ice.standing().used == 0
    assert ice.decision(CLEAR).reason is IceReason.TOO_SOON


def test_a_mistaken_start_leaves_no_trace(ice: IceService, clock: FakeClock, journal: MemoryJournal) -> None:
    ice.start(CLEAR)
    clock.advance(59)
    ice.stop()

    assert journal.entries(make.PERSON, IceRecord) == ()
    assert ice.decision(CLEAR).allowed


def test_ice_that_came_off_on_time_is_recorded_with_its_own_length(
    ice: IceService, clock: FakeClock, journal: MemoryJournal
) -> None:
    ice.start(CLEAR)
    clock.advance(3 * HOUR)
    ice.stop(came_off_on_time=True)

    (record,) = journal.entries(make.PERSON, IceRecord)
    assert record.seconds == 15 * MINUTE
    assert ice.decision(CLEAR).allowed


def test_the_ice_that_is_on_counts_as_one_of_today(ice: IceService) -> None:
    ice.start(CLEAR)

    standing = ice.standing()

    assert (standing.used, standing.on_now, standing.next_at) == (1, True, None)


def test_nothing_is_on_and_nothing_to_stop_before_the_first_start(ice: IceService) -> None:
    assert ice.running() is None
    assert ice.stop() is Changes.NONE
    assert ice.skin_is_fine() is Changes.NONE
