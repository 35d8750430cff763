"""A session of the sample data, made from the steps that the coach offers as if it had been played."""

from __future__ import annotations

import random
from collections.abc import Collection
from itertools import groupby

from msgspec import Struct

from ankle_coach.domain.exercise import Group
from ankle_coach.domain.journal import Answer, Moment, NoAnswer, SessionRecord
from ankle_coach.domain.library import Library
from ankle_coach.domain.offers import Offer
from ankle_coach.domain.plan import Plan, PlannedSession, Prescription
from ankle_coach.domain.session_record import by_id, session_record
from ankle_coach.domain.session_state import Credit, PainStop, SessionInProgress, SessionState, Status
from ankle_coach.domain.sides import Side
from ankle_coach.domain.steps import Step, StepKind, compile_session

_OWN_PACE = 3.0
"""Seconds of one repetition or item where the person sets the pace."""


class Sitting(Struct, frozen=True, kw_only=True):
    """How one session went.

    Attributes:
        id: Id of the record.
        planned: The planned session.
        offers: What it played, as the coach offered it; at least one.
        started: When it started.
        share: Share of its work that was played, above 0 to 1.
        stopped: Whether it was ended with "too painful" there.
        pain: Worst pain during it, 0 to 10.
        pain_before: Pain before it.
        pain_after: Pain after it.
        effort: Effort, 0 to 10.
        leaves_first: Whether the first question about pain was left without an answer.
        note: The person's own words.
    """

    id: str
    planned: PlannedSession
    offers: tuple[Offer, ...]
    started: Moment
    share: float
    stopped: bool
    pain: int
    pain_before: Answer
    pain_after: Answer
    effort: Answer
    leaves_first: bool = False
    note: str


def played(plan: Plan, sitting: Sitting, library: Library, chance: random.Random) -> SessionRecord:
    """Return the record of a sitting.

    Args:
        plan: The plan that it followed.
        sitting: How it went.
        library: Tells after which exercises the pain is asked.
        chance: Source of the small accidents.
    """
    prescriptions = tuple(offer.prescription for offer in sitting.offers)
    asked = frozenset(p.id for p in prescriptions if _asks_pain(p, library))
    steps = _steps(sitting.offers, asked)
    state = _played_state(steps, sitting)
    progress = SessionInProgress(
        id=sitting.id,
        session=sitting.planned.id,
        name=sitting.planned.name,
        plan_version=plan.version,
        started=sitting.started,
        saved=sitting.started,
        state=state,
        pain_before=sitting.pain_before,
        pain_during=_pain_answers(steps[: state.index + 1], asked, sitting, chance),
        played=prescriptions,
    )
    return session_record(
        progress,
        by_id(prescriptions),
        pain_after=sitting.pain_after,
        effort=sitting.effort,
        note=sitting.note,
    )


def _steps(offers: tuple[Offer, ...], asked: frozenset[str]) -> tuple[Step, ...]:
    """The steps in order; sides that stand on levels of their own play apart."""
    parts = groupby(offers, key=lambda offer: offer.affected)
    return tuple(
        step
        for affected, group in parts
        for step in compile_session([offer.prescription for offer in group], affected, asked)
    )


def _asks_pain(prescription: Prescription, library: Library) -> bool:
    """Whether the pain is asked after an exercise: loaded and balance ones (clinical.md §3.2)."""
    exercise = library.exercise(prescription.exercise)
    return exercise.group is Group.BALANCE or exercise.is_loaded(exercise.level(prescription.level))


def _played_state(steps: tuple[Step, ...], sitting: Sitting) -> SessionState:
    """The state of a player that has ended after a share of the work."""
    work = [index for index, step in enumerate(steps) if step.is_work]
    whole = sitting.share >= 1 and not sitting.stopped
    last = len(steps) - 1 if whole else work[max(0, round(len(work) * sitting.share) - 1)]
    credits_ = [_credit(step) if index <= last else Credit() for index, step in enumerate(steps)]
    stops: tuple[PainStop, ...] = ()
    if sitting.stopped:
        half = Credit(reps=steps[last].reps // 2, seconds=(steps[last].seconds or 0) / 2)
        credits_[last] = half
        stops = (PainStop(index=last, position=half.seconds, pain=sitting.pain),)
    seconds = sum(
        credit.seconds if step.is_work else step.seconds or 0
        for step, credit in zip(steps[: last + 1], credits_, strict=False)
    )
    return SessionState(
        steps=steps,
        index=last,
        status=Status.FINISHED,
        credits=tuple(credits_),
        pain_stops=stops,
        played=seconds,
    )


def _credit(step: Step) -> Credit:
    """A step that was played to its end."""
    if not step.is_work:
        return Credit(done=True)
    own_pace = _OWN_PACE * max(1, step.reps)
    return Credit(reps=step.reps, seconds=own_pace if step.seconds is None else step.seconds, done=True)


def _pain_answers(
    steps: tuple[Step, ...], asked: Collection[str], sitting: Sitting, chance: random.Random
) -> tuple[tuple[str, Side, Answer], ...]:
    """The answers of the ask steps: the first is the worst, now and then one is left out."""
    answers: list[tuple[str, Side, Answer]] = []
    for step in steps:
        if step.kind is StepKind.ASK and step.prescription in asked:
            less = chance.choice((0, 1, 1, 2)) if answers else 0
            pain: Answer = (
                max(0, min(sitting.pain, 3) - less) if sitting.stopped else max(0, sitting.pain - less)
            )
            if chance.random() < 0.08 if answers else sitting.leaves_first:
                pain = NoAnswer.MISSING
            answers.append((step.prescription, step.side, pain))
    return tuple(answers)
