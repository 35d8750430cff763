"""The values that fired a rule, each with its name, as the full reasoning lists them."""

from __future__ import annotations

from ankle_coach.domain.cause_words import number
from ankle_coach.domain.decision import Decision, Outcome
from ankle_coach.domain.decision_words import outcome_words
from ankle_coach.domain.words import Words

_HIDDEN = frozenset(
    {"step", "provisional", "flag", "waits", "kind", "scope", "after_deload", "threshold", "question"}
)
"""Keys that the reason itself already says in words."""


def fired_values(decision: Decision, words: Words) -> tuple[tuple[str, str], ...]:
    """Return names and values of what fired a decision, in its own order; unknown keys keep their names."""
    labels = _labels(words)
    found = []
    for key, value in decision.values:
        if key in _HIDDEN:
            continue
        if key in ("from", "to"):
            found.append((labels[key], _state_word(value, words)))
        elif key in ("too_painful", "sharp", "pop", "gave_way", "limp", "form_lost", "missing", "mistaken"):
            found.append((labels[key], words.pgettext("answer", "Yes")))
        elif key == "by":
            found.append((labels[key], _person_word(str(value), words)))
        else:
            found.append((labels.get(key, key.replace("_", " ")), number(value)))
    return tuple(found)


def _labels(words: Words) -> dict[str, str]:
    gettext = words.gettext
    return {
        "percent": gettext("Dose done, in percent"),
        "ceiling": gettext("Pain ceiling"),
        "ceiling_after": gettext("Pain ceiling after it"),
        "calm": gettext("Highest pain during it that counts as calm"),
        "calm_after": gettext("Highest pain after it that counts as calm"),
        "effort_most": gettext("Highest effort of a credit"),
        "base_most": gettext("Highest usual morning of a credit"),
        "least": gettext("Adherence that advances, in percent"),
        "less": gettext("Taken off, in percent"),
        "window": gettext("Within days"),
        "hold": gettext("Days without an advance"),
        "pain_before": gettext("Pain before the session"),
        "swelling_before": gettext("Swelling before the session, of 3"),
        "pain_during": gettext("Worst pain during it"),
        "pain_after": gettext("Pain after it"),
        "effort": gettext("Effort"),
        "base": gettext("Usual morning pain"),
        "morning": gettext("Pain the next morning"),
        "stiffness": gettext("Stiffness the next morning, minutes"),
        "stiffness_base": gettext("Usual stiffness, minutes"),
        "stiffness_rise": gettext("Stiffness above the week before, minutes"),
        "swelling": gettext("Swelling the next morning, of 3"),
        "swelling_base": gettext("Usual swelling, of 3"),
        "missing": gettext("An asked answer is missing"),
        "mistaken": gettext("Recorded as a mistake"),
        "too_painful": gettext("Ended as too painful"),
        "sharp": gettext("Sudden sharp pain"),
        "pop": gettext("Something popped"),
        "gave_way": gettext("The ankle gave way"),
        "limp": gettext("A limp after it"),
        "form_lost": gettext("The form could not be kept"),
        "credits": gettext("Credits"),
        "days": gettext("Days"),
        "gap": gettext("Days since the first session that was left out"),
        "rise": gettext("Mornings above the week before, points"),
        "regress_days": gettext("Days with a step back"),
        "in_week": gettext("Of these within 7 days"),
        "in_two_weeks": gettext("Of these within 14 days"),
        "week": gettext("Week of the program"),
        "phase": gettext("Phase"),
        "from": gettext("From"),
        "to": gettext("To"),
        "rule": gettext("Against rule"),
        "by": gettext("Decided by"),
        "about": gettext("Entry of"),
        "report": gettext("Reported"),
        "urgency": gettext("Urgency"),
    }


def _state_word(value: object, words: Words) -> str:
    """Return a level or phase id, or the name of an outcome where it is one."""
    text = str(value)
    return outcome_words(Outcome(text), words) if text in {o.value for o in Outcome} else text


def _person_word(key: str, words: Words) -> str:
    return words.gettext("a therapist") if key == "therapist" else words.gettext("the runner")
