"""What is said of ice, a raised leg and a wrap: states, refusals, and what to do then."""

from __future__ import annotations

from ankle_coach.domain.care import CareKind, IceStage
from ankle_coach.domain.date_words import local_day, local_time, weekday_name
from ankle_coach.domain.ice_rules import IceDecision, IceReason
from ankle_coach.domain.journal import Moment
from ankle_coach.domain.safety_content import IceFile
from ankle_coach.domain.sides import Side
from ankle_coach.domain.words import Words
from ankle_coach.services.care_service import CareNow
from ankle_coach.services.ice_service import IceNow


def digits(seconds: float) -> str:
    """Return a time as minutes and seconds ("4:05"), begun seconds counted whole."""
    minutes, rest = divmod(int(seconds + 0.999), 60)
    return f"{minutes}:{rest:02d}"


def ice_title(side: Side, words: Words) -> str:
    """Return where the ice lies."""
    return {
        Side.LEFT: words.gettext("Ice on the left ankle"),
        Side.RIGHT: words.gettext("Ice on the right ankle"),
        Side.BOTH: words.gettext("Ice"),
    }[side]


def ice_sentence(now: IceNow, words: Words) -> str:
    """Return what ice on the skin asks for, in one sentence."""
    gettext = words.gettext
    match now.stage:
        case IceStage.ON:
            return gettext("Ice is on. {left} left").format(left=digits(now.left))
        case IceStage.CHECK_SKIN:
            return gettext("Lift the cloth and look at the skin. Is it fine?")
        case IceStage.TAKE_OFF:
            return gettext("Take the ice off now. The time is over.")
        case IceStage.OVERDUE:
            minutes = int(now.passed // 60)
            return words.ngettext(
                "Take the ice off now. It has been on for {n} minute; {most} is the most.",
                "Take the ice off now. It has been on for {n} minutes; {most} is the most.",
                minutes,
            ).format(n=minutes, most=int(now.ice.hard_stop // 60))


def after_stop(sign: str, words: Words) -> str:
    """Return what to do after ice that a sign ended."""
    if sign == "numb":
        return words.gettext(
            "Leave the ice off. Numbness or tingling that does not go at once is a reason to be seen "
            "the same day."
        )
    return words.gettext(
        "Leave the ice off and let the skin warm up by itself. If it stays white or mottled, or blisters, "
        "have it looked at today."
    )


def refusal(decision: IceDecision, ice: IceFile, last: Moment | None, words: Words) -> str:
    """Return why ice is not offered now.

    Args:
        decision: What was decided.
        ice: The content, for the questions.
        last: The moment that `decision.not_before` is said with; None where there is none.
        words: The reader's language.
    """
    gettext = words.gettext
    match decision.reason:
        case IceReason.TOO_SOON if last is not None:
            hours = f"{ice.limits.gap_hours.value:g}"
            return gettext(
                "At least {hours} hours lie between two times of ice. The next one is possible at {time}."
            ).format(hours=hours, time=local_time(last, words))
        case IceReason.ENOUGH_TODAY if last is not None:
            return gettext(
                "Ice was used {most} times today, and that is enough for a day. The next one is possible on "
                "{weekday} at {time}."
            ).format(
                most=int(ice.limits.most_per_day.value),
                weekday=weekday_name(local_day(last), words),
                time=local_time(last, words),
            )
        case IceReason.TOO_SOON | IceReason.ENOUGH_TODAY:
            return gettext("Ice is on already.")
        case IceReason.UNANSWERED:
            return gettext("Answer every question first. What is not answered keeps ice closed.")
        case IceReason.LOCKED:
            return gettext("Your safety answers lock ice until you have recorded what happened.")
        case _:
            texts = [words.pgettext("ice", b.text) for b in ice.blocks if b.id in decision.ids]
            return gettext("Because of your answer to: {questions}").format(questions=" ".join(texts))


def instead(decision: IceDecision, words: Words) -> str:
    """Return what to do where ice is refused for an answer or a lock; empty where only time is to pass."""
    if decision.reason not in (IceReason.BLOCKED, IceReason.LOCKED):
        return ""
    if "numb-now" in decision.ids:
        return words.gettext(
            "New numbness or tingling is a reason to be seen the same day. Until then no ice; "
            "raise the leg instead."
        )
    if "skin-normal" in decision.ids:
        return words.gettext(
            "Wait until the skin has its color, warmth and feeling back. Raise the leg instead."
        )
    if "broken-skin" in decision.ids:
        return words.gettext("Cover it, keep ice off it, and have a wound or infection looked at.")
    return words.gettext(
        "Raise the leg instead. A doctor or pharmacist can say whether cold suits you; if unsure, ask first."
    )


def care_title(kind: CareKind, words: Words) -> str:
    """Return the name of a kind."""
    return words.gettext("Leg up") if kind is CareKind.ELEVATION else words.gettext("Wrap")


def care_sentence(now: CareNow, words: Words) -> str:
    """Return how a raised leg or a wrap stands, in one sentence."""
    gettext = words.gettext
    if now.care.kind is CareKind.ELEVATION:
        if now.is_due:
            return gettext("The time with the leg up is over.")
        return gettext("Leg up. {left} left").format(left=digits(now.left))
    since = local_time(now.care.started, words)
    if now.is_due:
        return gettext("Take the wrap off for the night. It is on since {time}.").format(time=since)
    return gettext(
        "Wrap on since {time}. Off at night, and at once if the toes get numb, cold, blue or swollen."
    ).format(time=since)
