"""Makes what Today shows first into words."""

from __future__ import annotations

from ankle_coach.domain.date_words import local_time, long_date, weekday_name
from ankle_coach.domain.dose_sentence import dose_sentence
from ankle_coach.domain.exercise_texts import equipment_word, exercise_name
from ankle_coach.domain.glance import Glance, GlanceCard, GlanceRest, GlanceTile
from ankle_coach.domain.journal import value_of
from ankle_coach.domain.library import Library
from ankle_coach.domain.morning import MorningField
from ankle_coach.domain.plan import Prescription
from ankle_coach.domain.schedule import Due
from ankle_coach.domain.sides import Side, sides_to_train
from ankle_coach.domain.terms import minutes_words
from ankle_coach.domain.words import Words
from ankle_coach.services.today_service import SessionCard, Today
from ankle_coach.ui.figure_style import find_picture
from ankle_coach.ui.formats import keep_units

SHOWN_EQUIPMENT = 4
"""More things than these are counted, not named, on a card."""
_WEEK = 7
"""From so many days on, the name of a weekday alone would mislead."""


def glance_of(
    today: Today,
    asked: frozenset[MorningField],
    library: Library,
    words: Words,
    *,
    is_yesterday_missing: bool = False,
    tone: int = 0,
) -> Glance:
    """Return what Today shows first.

    Args:
        today: The day.
        asked: What the program asks in the morning.
        library: The exercises.
        words: The reader's language.
        is_yesterday_missing: Whether yesterday's morning can still be entered.
        tone: Skin tone of the figures, as the settings count it.
    """
    affected = today.plan.affected if today.plan else None
    planned = [card for card in today.cards if card.due is Due.PLANNED]
    return Glance(
        day=today.day,
        title=long_date(today.day, words),
        place=_place_line(today, words),
        mornings=today.mornings,
        asked=asked,
        is_yesterday_missing=is_yesterday_missing,
        affected=affected,
        tone=tone,
        cards=tuple(_card(card, library, words) for card in planned),
        rest=None if planned else _rest(today, words),
    )


def _place_line(today: Today, words: Words) -> str:
    place = today.place
    if place is None or today.plan is None:
        return words.gettext("No plan yet")
    if place.program is None or place.phase is None:
        return today.plan.name
    return words.gettext("{program} · Phase {number} of {count}, {phase} · day {day}").format(
        program=words.pgettext(f"{place.program.id}.name", place.program.name),
        number=place.number,
        count=place.count,
        phase=words.pgettext(f"{place.program.id}.phases.{place.phase.id}.name", place.phase.name),
        day=place.day,
    )


def _card(card: SessionCard, library: Library, words: Words) -> GlanceCard:
    return GlanceCard(
        session=card.session.id,
        name=card.session.name,
        line=card_line(card, words, with_equipment=True),
        is_done=card.is_done,
        done=done_line(card, words) if card.done else "",
        tiles=tuple(
            _tile(prescription, side, library, words)
            for prescription, side in zip(card.prescriptions, card.affected, strict=True)
        ),
    )


def _tile(prescription: Prescription, affected: Side | None, library: Library, words: Words) -> GlanceTile:
    def name_of(exercise_id: str) -> str:
        return exercise_name(library.exercise(exercise_id), words)

    exercise = library.exercise(prescription.exercise)
    sentence = dose_sentence(prescription.dose, prescription.side_mode, affected, words, name_of)
    return GlanceTile(
        exercise=exercise.id,
        level=prescription.level,
        side=sides_to_train(prescription.side_mode, affected)[0],
        name=exercise_name(exercise, words),
        dose=keep_units(sentence),
        has_figure=exercise.id in library.figures,
        has_picture=find_picture(library, exercise.id) is not None,
    )


def _rest(today: Today, words: Words) -> GlanceRest:
    if today.plan is None:
        return GlanceRest(
            title=words.gettext("There is no plan yet"),
            sentence=words.gettext("Choose a plan to see what each day asks for."),
            is_planless=True,
        )
    held = [s for s in today.sessions if s.due is Due.PLANNED and not s.offers and not s.is_put_off]
    if today.pause is not None:
        from ankle_coach.domain.pause_words import pause_line  # noqa: PLC0415 - only in a pause

        title = words.gettext("The plan pauses")
        sentence = pause_line(today.pause, today.day, words)
    elif held:
        title = words.gettext("What is planned today is held back")
        sentence = ", ".join(s.session.name for s in held)
    else:
        title = words.gettext("Nothing is planned today")
        sentence = words.gettext("A planned day without sessions is part of the plan and counts as kept.")
    coming = ""
    if today.next_session is not None:
        day = today.next_session.day
        far = (day - today.day).days >= _WEEK
        coming = words.gettext("Next: {session} on {weekday}").format(
            session=today.next_session.name,
            weekday=long_date(day, words) if far else weekday_name(day, words),
        )
    return GlanceRest(title=title, sentence=sentence, coming=coming)


def card_line(card: SessionCard, words: Words, *, with_equipment: bool = False) -> str:
    """Return the line under a session's name: exercises, minutes, equipment."""
    count = len({prescription.id for prescription in card.prescriptions})
    parts = [words.ngettext("{n} exercise", "{n} exercises", count).format(n=count)] if count > 1 else []
    parts.append(minutes_words(card.seconds, card.open_steps, words))
    if with_equipment and card.equipment:
        shown = [equipment_word(thing, words) for thing in card.equipment[:SHOWN_EQUIPMENT]]
        more = len(card.equipment) - len(shown)
        if more:
            shown.append(words.ngettext("{n} more thing", "{n} more things", more).format(n=more))
        parts.append(", ".join(shown))
    return " · ".join(parts)


def done_line(card: SessionCard, words: Words) -> str:
    """Return what was done of a session today, and the pain after it if it was told."""
    last = card.done[-1]
    time = local_time(last.started, words)
    pain = value_of(last.pain_after)
    if len(card.done) > 1:
        count = len(card.done)
        line = words.ngettext(
            "Done {n} time today, last at {time}", "Done {n} times today, last at {time}", count
        )
        line = line.format(n=count, time=time)
    else:
        line = words.gettext("Done today at {time}").format(time=time)
    if pain is None:
        return line
    return words.gettext("{line}, pain after {pain}").format(line=line, pain=pain)
