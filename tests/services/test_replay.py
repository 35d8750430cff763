"""A journal file folded again gives the decisions that the app made."""

from __future__ import annotations

from ankle_coach.domain.day_facts import OverrideKind
from ankle_coach.domain.decision import Decision, Outcome
from ankle_coach.domain.file_copies import JournalCopy
from ankle_coach.domain.safety import Outcome as Seen
from ankle_coach.domain.safety import ScreenAnswer
from ankle_coach.domain.safety_content import Occasion
from ankle_coach.exchange.journal_file import decode_journal, encode_journal
from ankle_coach.i18n import translator
from ankle_coach.journal_commands import decision_row, replayed
from tests.helpers.coach import LIBRARY, FakeCoach
from tests.helpers.story import Story


def _replay(story: Story) -> tuple[Decision, ...]:
    copy = JournalCopy(
        contents=story.services.transfer.contents(),
        exported=story.services.reader.moment(),
        day_starts_at=story.coach.settings.current().day_starts_at,
    )
    return replayed(decode_journal(encode_journal(copy), "j"), LIBRARY)


def _eventful() -> Story:
    """Five weeks with a flare, a lock, an override, a skip, a threshold of its own and a revised morning."""
    story = Story()
    story.coach.with_plan("p3")
    story.live(10)
    story.services.thresholds.change("credits_strength", 4)
    story.live(4, pain=4, during=4)
    standing = story.services.coach.standings()[0]
    story.services.coach.override(
        OverrideKind.SET_STANDING, rule="3.4-advance", prescription=standing.prescription
    )
    story.live(4, checks_in=False)
    screened = story.services.safety.save_screen(Occasion.WEEKLY, {"R12": ScreenAnswer.YES})
    story.live(4)
    for flag in screened.flags:
        story.services.safety.record(flag.id, Seen.CLEARED)
    story.live(7)
    return story


def test_replaying_an_exported_journal_gives_the_apps_decisions() -> None:
    story = _eventful()
    fold = story.services.coach.fold()
    assert fold is not None

    assert _replay(story) == fold.folded.decisions
    outcomes = {decision.outcome for decision in fold.folded.decisions}
    assert outcomes >= {Outcome.CREDIT, Outcome.HOLD, Outcome.OVERRIDE, Outcome.LOCK, Outcome.UNLOCK}


def test_a_merged_journal_gives_the_same_decisions_and_comes_in_once() -> None:
    story = _eventful()
    other = Story(FakeCoach(clock=story.coach.clock))
    contents = story.services.transfer.contents()

    merged = other.services.transfer.merge(contents)
    again = other.services.transfer.merge(contents)

    assert merged.sessions == len(contents.sessions)
    assert (again.plans, again.sessions, again.check_ins, again.entries) == (0, 0, 0, 0)
    assert other.services.coach.decisions() == story.services.coach.decisions()
    assert other.services.transfer.contents() == contents


def test_a_row_has_the_keys_that_other_programs_read() -> None:
    story = _eventful()
    rows = [decision_row(one, LIBRARY, translator()) for one in _replay(story)]

    keys = ["date", "exercise", "side", "outcome", "rule", "reason", "references", "level", "dose"]
    assert all(list(row) == keys for row in rows)
    lock = next(row for row in rows if row["outcome"] == "lock")
    assert (lock["exercise"], lock["side"], lock["dose"]) == (None, None, None)
    earned = next(row for row in rows if row["exercise"] == "str-band-ev")
    assert earned["side"] == "right"
    assert "sets of" in earned["dose"]
    assert all(row["reason"] and row["references"] for row in rows)
