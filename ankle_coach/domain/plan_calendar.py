"""The plan's coming weeks as events of a calendar: what is planned on which day, nothing else of a person."""

from __future__ import annotations

from datetime import date, datetime, timedelta

from msgspec import Struct
from msgspec.structs import replace

from ankle_coach.domain.coach_day import CoachSession, coach_sessions
from ankle_coach.domain.date_words import full_date
from ankle_coach.domain.dose_sentence import dose_sentence
from ankle_coach.domain.exercise_texts import exercise_name, level_name
from ankle_coach.domain.journal_contents import JournalContents
from ankle_coach.domain.journal_fold import JournalFold
from ankle_coach.domain.library import Library
from ankle_coach.domain.load_words import load_words
from ankle_coach.domain.offers import Offer
from ankle_coach.domain.plan import Plan
from ankle_coach.domain.statistics import plan_on
from ankle_coach.domain.words import Words

WEEKS = 4
"""How far a calendar looks (app rule): doses change with every few sessions, and a new file follows them."""


class CalendarEvent(Struct, frozen=True, kw_only=True):
    """One session on one day.

    Attributes:
        uid: Stays the same for this session of this plan on this day, so that a newer file replaces it.
        day: The training day.
        title: The session's name, and how often it is done where that is more than once.
        lines: Its exercises with their doses, and which plan says so.
    """

    uid: str
    day: date
    title: str
    lines: tuple[str, ...]


class CalendarCopy(Struct, frozen=True, kw_only=True):
    """What a calendar file holds.

    Attributes:
        made_at: When it was made, with a time zone.
        events: The events, by day and in the plan's order.
    """

    made_at: datetime
    events: tuple[CalendarEvent, ...]


def planned_events(
    fold: JournalFold, contents: JournalContents, library: Library, words: Words
) -> tuple[CalendarEvent, ...]:
    """Return the planned sessions of today and the weeks after it.

    What is offered around runs, was left out, is excused by a pause or is locked now is not in it.
    Doses are those of the present standings: no gap is counted for sessions that are only yet to come.

    Args:
        fold: The journal folded up to now.
        contents: What the journal holds.
        library: Exercises by id.
        words: The reader's language.
    """
    state = replace(fold.folded.state, gap_from=None)
    steady = replace(fold, folded=replace(fold.folded, state=state))
    today = fold.to.day
    events: list[CalendarEvent] = []
    for number in range(7 * WEEKS):
        day = today + timedelta(days=number)
        plan = plan_on(contents.plans, day)
        if plan is None:
            continue
        events += [
            _event(session, plan, day, today, library, words)
            for session in coach_sessions(steady, contents, plan, day)
            if session.times and session.offers and not session.is_put_off
        ]
    return tuple(events)


def _event(
    session: CoachSession, plan: Plan, day: date, today: date, library: Library, words: Words
) -> CalendarEvent:
    title = session.session.name
    if session.times > 1:
        message = words.ngettext("{session} ({n} time)", "{session} ({n} times)", session.times)
        title = message.format(session=title, n=session.times)
    source = words.gettext("Version {version} of the plan, doses as of {date}")
    return CalendarEvent(
        uid=f"{plan.id}.{session.session.id}.{day.isoformat()}@ankle-coach",
        day=day,
        title=title,
        lines=(
            *(_line(offer, library, words) for offer in session.offers),
            source.format(version=plan.version, date=full_date(today, words)),
        ),
    )


def _line(offer: Offer, library: Library, words: Words) -> str:
    played = offer.prescription
    exercise = library.exercise(played.exercise)

    def named(exercise_id: str) -> str:
        return exercise_name(library.exercise(exercise_id), words)

    dose = dose_sentence(played.dose, played.side_mode, offer.affected, words, named)
    load = load_words(played.load, words)
    if load:
        dose = words.pgettext("calendar", "{dose}, with {load}").format(dose=dose, load=load)
    return words.pgettext("calendar", "{exercise}, {level}: {dose}").format(
        exercise=exercise_name(exercise, words),
        level=level_name(exercise, exercise.level(played.level), words),
        dose=dose,
    )
