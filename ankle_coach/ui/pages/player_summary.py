"""What was done, in calm words: facts and what comes next, never a promise."""

from __future__ import annotations

from ankle_coach.domain.journal import SessionRecord, SessionStatus
from ankle_coach.domain.session import credit_now
from ankle_coach.domain.session_state import SessionState
from ankle_coach.domain.words import Words
from ankle_coach.ui.pages.player_times import clock_text


def done_line(state: SessionState, words: Words) -> str:
    """Return how much of a session was done, before it is saved."""
    sets: dict[object, bool] = {}
    for step, credit in zip(state.steps, credit_now(state), strict=True):
        if step.is_work and not step.is_extra:
            sets[step.set_key] = sets.get(step.set_key, True) and credit.done
    return _sets_line(sum(sets.values()), len(sets), state.played, words)


def summary_lines(record: SessionRecord, words: Words) -> list[str]:
    """Return what a saved session says: sets done, that pain ended it, and what comes next."""
    planned = [one for one in record.sets if not one.is_extra]
    whole = sum(one.done >= one.planned - 1e-6 for one in planned)
    lines = [_sets_line(whole, len(planned), record.duration, words)]
    extra = len(record.sets) - len(planned)
    if extra:
        message = words.ngettext("{n} set more than planned.", "{n} sets more than planned.", extra)
        lines.append(message.format(n=extra))
    if record.status is SessionStatus.STOPPED_FOR_PAIN:
        lines.append(words.gettext("Something hurt too much. The journal shows what and how much."))
    lines.append(words.gettext("Next: tomorrow morning, check in. Your answer decides how the plan goes on."))
    return lines


def _sets_line(done: int, planned: int, seconds: float, words: Words) -> str:
    message = words.ngettext("{done} of {n} set done, {time}", "{done} of {n} sets done, {time}", planned)
    return message.format(done=done, n=planned, time=clock_text(seconds))
