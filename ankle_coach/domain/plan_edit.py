"""Editing a plan: pure verbs over exercises, groups and the plan as a whole.

Each verb returns a new plan or raises `PlanEditError` with one clear sentence. Ids of prescriptions and
sessions stay what they were, wherever something is moved. What is changed inside a prescription is in
`prescription_edit`.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable
from datetime import date

import msgspec

from ankle_coach.domain.errors import AnkleCoachError
from ankle_coach.domain.frequency import Frequency
from ankle_coach.domain.plan import Plan, PlannedSession, Prescription
from ankle_coach.domain.sides import Side

MOST_TIMES = 2
"""How often an exercise may stand in one group: once, or twice in two forms."""
LONGEST_NAME = 120
LONGEST_NOTE = 2000


class PlanEditError(AnkleCoachError):
    """A change of a plan that is not possible, with the reason in one sentence."""


def find(plan: Plan, prescription_id: str) -> Prescription:
    """Return a prescription by its id.

    Raises:
        PlanEditError: The plan has none of that id.
    """
    for prescription in plan.prescriptions:
        if prescription.id == prescription_id:
            return prescription
    raise PlanEditError("This exercise is no longer in the plan.")


def find_session(plan: Plan, session_id: str) -> PlannedSession:
    """Return a group by its id.

    Raises:
        PlanEditError: The plan has none of that id.
    """
    try:
        return plan.session(session_id)
    except KeyError:
        raise PlanEditError("This group is no longer in the plan.") from None


# --- prescriptions --------------------------------------------------------------------------------


def insert(plan: Plan, prescription: Prescription, place: int | None = None) -> Plan:
    """Add a prescription to its group.

    Args:
        plan: The plan.
        prescription: The prescription; its id must be new, see `free_id`.
        place: Its place in the group, from 0; None for the end.

    Raises:
        PlanEditError: The group is not there, or has this exercise twice already.
    """
    find_session(plan, prescription.session)
    members = plan.in_session(prescription.session)
    _check_times(members, prescription.exercise)
    at = len(members) if place is None else max(0, min(place, len(members)))
    arranged = [*members[:at], prescription, *members[at:]]
    return _arranged(plan, {prescription.session: arranged})


def free_id(plan: Plan, session_id: str, exercise_id: str) -> str:
    """Return an id for a new prescription that no other of the plan has."""
    base = f"{session_id}.{exercise_id}"
    return _free(base, {p.id for p in plan.prescriptions}, ".")


def remove(plan: Plan, ids: Collection[str]) -> Plan:
    """Take prescriptions out; groups stay, empty or not.

    Raises:
        PlanEditError: One of them is not in the plan.
    """
    for prescription_id in ids:
        find(plan, prescription_id)
    kept = tuple(p for p in plan.prescriptions if p.id not in ids)
    return msgspec.structs.replace(plan, prescriptions=kept)


def duplicate(plan: Plan, prescription_id: str) -> Plan:
    """Put a copy of a prescription right after it, for a second form of the same exercise.

    Raises:
        PlanEditError: It is not in the plan, or its group has this exercise twice already.
    """
    own = find(plan, prescription_id)
    copy = msgspec.structs.replace(own, id=free_id(plan, own.session, own.exercise))
    return insert(plan, copy, plan.in_session(own.session).index(own) + 1)


def move(plan: Plan, ids: Collection[str], session_id: str, place: int) -> Plan:
    """Move prescriptions to a place of a group, in the order that they have.

    Args:
        plan: The plan.
        ids: Ids of the prescriptions.
        session_id: Id of the group.
        place: Place among the group's other prescriptions, from 0; beyond the end is the end.

    Raises:
        PlanEditError: Something is not in the plan, or the group would have an exercise three times.
    """
    find_session(plan, session_id)
    for prescription_id in ids:
        find(plan, prescription_id)
    moved = [msgspec.structs.replace(p, session=session_id) for p in in_order(plan) if p.id in ids]
    members = [p for p in plan.in_session(session_id) if p.id not in ids]
    for prescription in moved:
        others = [other for other in moved if other is not prescription]
        _check_times([*members, *others], prescription.exercise)
    at = max(0, min(place, len(members)))
    rest = msgspec.structs.replace(
        plan, prescriptions=tuple(p for p in plan.prescriptions if p.id not in ids)
    )
    return _arranged(rest, {session_id: [*members[:at], *moved, *members[at:]]})


def shift(plan: Plan, ids: Collection[str], step: int) -> Plan:
    """Move prescriptions one place up (-1) or down (1), over the border of a group into the next.

    Raises:
        PlanEditError: There is no place to go to, or the next group has the exercise already.
    """
    chosen = [p for p in in_order(plan) if p.id in ids]
    if not chosen:
        raise PlanEditError("This exercise is no longer in the plan.")
    edge = chosen[0] if step < 0 else chosen[-1]
    members = [p for p in plan.in_session(edge.session) if p.id not in ids or p is edge]
    place = members.index(edge) + step
    if 0 <= place < len(members):
        return move(plan, ids, edge.session, place)
    sessions = [session.id for session in plan.sessions]
    following = sessions.index(edge.session) + step
    if not 0 <= following < len(sessions):
        raise PlanEditError("It stands at the edge of the plan already.")
    target = sessions[following]
    return move(plan, ids, target, len(plan.in_session(target)) if step < 0 else 0)


def in_order(plan: Plan) -> tuple[Prescription, ...]:
    """Return the prescriptions in the order in which groups and cards show them."""
    return tuple(p for session in plan.sessions for p in plan.in_session(session.id))


def _check_times(members: Iterable[Prescription], exercise_id: str) -> None:
    if sum(1 for p in members if p.exercise == exercise_id) >= MOST_TIMES:
        raise PlanEditError("This exercise is in the group twice already; change one of the two instead.")


def _arranged(plan: Plan, groups: dict[str, list[Prescription]]) -> Plan:
    """The plan with some groups' prescriptions replaced; all are kept in the order of the groups."""
    ordered = [
        p for session in plan.sessions for p in groups.get(session.id, list(plan.in_session(session.id)))
    ]
    return _made(plan, prescriptions=tuple(ordered))


# --- groups ---------------------------------------------------------------------------------------


def add_session(plan: Plan, session: PlannedSession, place: int | None = None) -> tuple[Plan, str]:
    """Add a group; where its id is taken it gets one of its own.

    Args:
        plan: The plan.
        session: The group.
        place: Its place among the groups, from 0; None for the end.

    Returns:
        The plan, and the id of the group in it.
    """
    own = msgspec.structs.replace(session, id=_free(session.id, {s.id for s in plan.sessions}, "-"))
    at = len(plan.sessions) if place is None else max(0, min(place, len(plan.sessions)))
    sessions = (*plan.sessions[:at], own, *plan.sessions[at:])
    return _made(plan, sessions=sessions), own.id


def rename_session(plan: Plan, session_id: str, name: str) -> Plan:
    """Give a group another name.

    Raises:
        PlanEditError: It is not there, or the name is empty or too long.
    """
    checked = _checked_name(name, "A group needs a name.")
    return _with_session(plan, msgspec.structs.replace(find_session(plan, session_id), name=checked))


def set_session_frequency(plan: Plan, session_id: str, frequency: Frequency) -> Plan:
    """Change when a group is due.

    Raises:
        PlanEditError: It is not there.
    """
    return _with_session(plan, msgspec.structs.replace(find_session(plan, session_id), frequency=frequency))


def move_session(plan: Plan, session_id: str, step: int) -> Plan:
    """Move a group up (-1) or down (1) among the groups.

    Raises:
        PlanEditError: It is not there, or stands at the edge.
    """
    session = find_session(plan, session_id)
    sessions = list(plan.sessions)
    place = sessions.index(session)
    if not 0 <= place + step < len(sessions):
        raise PlanEditError("This group stands at the edge of the plan already.")
    sessions.insert(place + step, sessions.pop(place))
    return _made(plan, sessions=tuple(sessions))


def remove_session(plan: Plan, session_id: str) -> Plan:
    """Take a group out with the prescriptions in it.

    Raises:
        PlanEditError: It is not there.
    """
    gone = find_session(plan, session_id)
    kept = tuple(p for p in plan.prescriptions if p.session != session_id)
    return _made(plan, sessions=tuple(s for s in plan.sessions if s is not gone), prescriptions=kept)


def _with_session(plan: Plan, changed: PlannedSession) -> Plan:
    sessions = tuple(changed if session.id == changed.id else session for session in plan.sessions)
    return _made(plan, sessions=sessions)


# --- the plan as a whole --------------------------------------------------------------------------


def rename(plan: Plan, name: str) -> Plan:
    """Give the plan another name.

    Raises:
        PlanEditError: The name is empty or too long.
    """
    return _made(plan, name=_checked_name(name, "A plan needs a name."))


def set_note(plan: Plan, note: str) -> Plan:
    """Change the words for the whole plan; empty for none.

    Raises:
        PlanEditError: They are too long for a sheet.
    """
    return _made(plan, note=checked_note(note))


def set_start(plan: Plan, day: date) -> Plan:
    """Change the day from which the plan holds; a review that would lie before it is taken out."""
    review = None if plan.review_on is not None and plan.review_on < day else plan.review_on
    return _made(plan, starts_on=day, review_on=review)


def set_review(plan: Plan, day: date | None) -> Plan:
    """Change the day on which the plan is looked at again; None for none.

    Raises:
        PlanEditError: It lies before the start.
    """
    if day is not None and day < plan.starts_on:
        raise PlanEditError("The review cannot lie before the start of the plan.")
    return _made(plan, review_on=day)


def set_affected(plan: Plan, side: Side | None) -> Plan:
    """Change the affected side; None for none."""
    return _made(plan, affected=side)


def set_ceiling(plan: Plan, pain: int) -> Plan:
    """Change the highest acceptable pain of the plan, 0 to 10.

    Raises:
        PlanEditError: It is out of its range.
    """
    return _made(plan, pain_ceiling=checked_pain(pain))


def checked_pain(pain: int) -> int:
    """Return a pain within 0 to 10.

    Raises:
        PlanEditError: It is out of its range.
    """
    if not 0 <= pain <= 10:
        raise PlanEditError("Pain is a number from 0 to 10.")
    return pain


def checked_note(note: str) -> str:
    """Return a note that a sheet has room for.

    Raises:
        PlanEditError: It is too long.
    """
    if len(note) > LONGEST_NOTE:
        raise PlanEditError(f"A note has room for {LONGEST_NOTE} characters.")
    return note


def _checked_name(name: str, empty: str) -> str:
    tidy = " ".join(name.split())
    if not tidy:
        raise PlanEditError(empty)
    if len(tidy) > LONGEST_NAME:
        raise PlanEditError(f"A name has room for {LONGEST_NAME} characters.")
    return tidy


def _free(base: str, taken: Collection[str], joint: str) -> str:
    if base not in taken:
        return base
    number = 2
    while f"{base}{joint}{number}" in taken:
        number += 1
    return f"{base}{joint}{number}"


def _made(plan: Plan, **fields: object) -> Plan:
    """The plan with fields replaced, checked by itself."""
    try:
        return msgspec.structs.replace(plan, **fields)
    except ValueError as error:
        text = str(error)
        raise PlanEditError(f"{text[:1].upper()}{text[1:]}.") from error
