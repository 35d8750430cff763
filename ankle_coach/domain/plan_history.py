"""Undo and redo of a plan's editing: every state by its name; typing in one field is one step."""

from __future__ import annotations

import msgspec
from msgspec import Struct

from ankle_coach.domain.plan import Plan


class Step(Struct, frozen=True):
    """One step of the editing.

    Attributes:
        name: What was done, in the reader's words, such as "rest 60 s for 3 exercises".
        before: The plan before it.
        after: The plan after it.
        merges: Key of the field that was typed in; the next step with the same key joins it. Empty for none.
    """

    name: str
    before: Plan
    after: Plan
    merges: str = ""


class History(Struct, frozen=True):
    """What was done and what was undone.

    Attributes:
        plan: The plan as it is now.
        done: Steps that undo takes back, the last one last.
        undone: Steps that redo does again, the next one last.
        saved: The plan as it was last saved or begun with.
    """

    plan: Plan
    done: tuple[Step, ...] = ()
    undone: tuple[Step, ...] = ()
    saved: Plan | None = None

    @property
    def undo_name(self) -> str:
        """What undo would take back; empty for nothing."""
        return self.done[-1].name if self.done else ""

    @property
    def redo_name(self) -> str:
        """What redo would do again; empty for nothing."""
        return self.undone[-1].name if self.undone else ""

    @property
    def is_changed(self) -> bool:
        """Whether there is something to save."""
        return self.saved is None or _contents(self.plan) != _contents(self.saved)


def _contents(plan: Plan) -> Plan:
    """A plan without what saving gives it."""
    return msgspec.structs.replace(plan, version=1, reason="")


def begin(plan: Plan, saved: Plan | None) -> History:
    """Return a history without a step.

    Args:
        plan: The plan to edit.
        saved: What is saved of it; None where nothing is, so that the plan itself is unsaved.
    """
    return History(plan, saved=saved)


def record(history: History, name: str, plan: Plan, merges: str = "") -> History:
    """Return a history with one step more; what was undone is given up. No change is no step.

    Args:
        history: The history.
        name: What was done.
        plan: The plan after it.
        merges: Key of the field that was typed in, empty for none.
    """
    if plan == history.plan:
        return history
    last = history.done[-1] if history.done else None
    if last is not None and merges and last.merges == merges and not history.undone:
        earlier = history.done[:-1]
        joined = Step(name, last.before, plan, merges)
        done = earlier if joined.before == plan else (*earlier, joined)
        return History(plan, done, (), history.saved)
    return History(plan, (*history.done, Step(name, history.plan, plan, merges)), (), history.saved)


def settle(history: History) -> History:
    """Return a history in which the next typing is a step of its own, as when a field is left."""
    if not history.done or not history.done[-1].merges:
        return history
    last = history.done[-1]
    return History(
        history.plan,
        (*history.done[:-1], Step(last.name, last.before, last.after)),
        history.undone,
        history.saved,
    )


def undo(history: History) -> History:
    """Return the history with the last step taken back; the same where there is none."""
    if not history.done:
        return history
    last = history.done[-1]
    return History(last.before, history.done[:-1], (*history.undone, last), history.saved)


def redo(history: History) -> History:
    """Return the history with the last undone step done again; the same where there is none."""
    if not history.undone:
        return history
    following = history.undone[-1]
    return History(following.after, (*history.done, following), history.undone[:-1], history.saved)


def mark_saved(history: History, saved: Plan) -> History:
    """Return a history whose plan is the saved one; undo still goes back over it.

    Args:
        history: The history.
        saved: The plan as it was kept, with the version that it got.
    """
    return History(saved, history.done, (), saved)
