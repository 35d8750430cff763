"""Why a row of the decision table fired, number by number, in the reader's words."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType

from ankle_coach.domain.decision import Decision, Value
from ankle_coach.domain.outcome_values import USUAL
from ankle_coach.domain.words import Words


def number(value: Value | None) -> str:
    """Return a value as it is read: whole numbers without a point."""
    if isinstance(value, str):
        return value
    return "?" if value is None else f"{value:g}"


def causes(decision: Decision, words: Words) -> list[str]:
    """Return what fired a row, each in a few words with its numbers, the weightiest first."""
    row = int(decision.rule.removeprefix("3.3-"))
    found = {1: _screen, 2: _before, 3: _stop, 4: _stop, 5: _regress, 6: _hold, 7: _share, 9: _hold}.get(row)
    return found(decision, words) if found else []


def _value(decision: Decision, key: str) -> float | None:
    value = decision.value(key)
    return value if isinstance(value, int | float) else None


def _limit(decision: Decision, key: str) -> float:
    """Return the limit that held: the decision's own, else the usual one."""
    own = _value(decision, key)
    return USUAL[key] if own is None else own


def _screen(decision: Decision, words: Words) -> list[str]:  # noqa: ARG001 - all causes have one form
    return [words.gettext("a safety question was answered with yes")]


def _before(decision: Decision, words: Words) -> list[str]:
    found = []
    pain, swelling = _value(decision, "pain_before"), _value(decision, "swelling_before")
    if pain is not None:
        found.append(words.gettext("pain before it {pain}").format(pain=number(pain)))
    if swelling is not None:
        found.append(words.gettext("swelling before it {swelling} of 3").format(swelling=number(swelling)))
    return found


def _stop(decision: Decision, words: Words) -> list[str]:
    signs = {
        "pop": words.gettext("something popped"),
        "sharp": words.gettext("sudden sharp pain"),
        "gave_way": words.gettext("the ankle gave way"),
        "too_painful": words.gettext("ended as too painful"),
        "limp": words.gettext("a limp after it"),
    }
    found = [text for key, text in signs.items() if _value(decision, key)]
    pain, ceiling = _value(decision, "pain_during"), _value(decision, "ceiling")
    if pain is not None and ceiling is not None and pain > ceiling:
        over = words.gettext("pain during it {pain}, over the ceiling of {ceiling}")
        found.append(over.format(pain=number(pain), ceiling=number(ceiling)))
    return found


def _regress(decision: Decision, words: Words) -> list[str]:
    return [*_after(decision, words), *_morning(decision, words)]


def _after(decision: Decision, words: Words) -> list[str]:
    pain, ceiling = _value(decision, "pain_after"), _value(decision, "ceiling_after")
    ceiling = _value(decision, "ceiling") if ceiling is None else ceiling
    if pain is None or ceiling is None or pain <= ceiling:
        return []
    return [words.gettext("pain after it {pain}").format(pain=number(pain))]


def _morning(decision: Decision, words: Words) -> list[str]:
    texts = (
        ("morning", "base", words.gettext("pain the next morning {value}, usually {base}")),
        (
            "stiffness",
            "stiffness_base",
            words.gettext("stiff for {value} min next morning, usually {base}"),
        ),
        ("swelling", "swelling_base", words.gettext("swelling the next morning {value}, usually {base}")),
    )
    found = []
    for key, base_key, text in texts:
        value, base = _value(decision, key), _value(decision, base_key)
        if value is not None and base is not None and value > base:
            found.append(text.format(value=number(value), base=number(base)))
    morning = _value(decision, "morning")
    if morning is not None and _value(decision, "base") is None and morning > 5:
        found.append(words.gettext("pain the next morning {value}").format(value=number(morning)))
    return found


def _share(decision: Decision, words: Words) -> list[str]:
    return [words.gettext("{percent} % of the dose done").format(percent=number(decision.value("percent")))]


def _hold(decision: Decision, words: Words) -> list[str]:
    found = []
    asleep = words.gettext("there was no check-in the next morning")
    unseen = _value(decision, "morning") is None
    if _value(decision, "missing"):
        found.append(asleep if unseen else words.gettext("an answer is missing"))
    if (_value(decision, "percent") or 0) < 100:
        found += _share(decision, words)
    pain, effort = _value(decision, "pain_during"), _value(decision, "effort")
    if pain is not None and pain > _limit(decision, "calm"):
        found.append(words.gettext("pain during it {pain}").format(pain=number(pain)))
    after = _value(decision, "pain_after")
    if after is not None and after > _limit(decision, "calm_after"):
        found.append(words.gettext("pain after it {pain}").format(pain=number(after)))
    found += _morning(decision, words)
    if effort is not None and effort > _limit(decision, "effort_most"):
        found.append(words.gettext("effort {effort} of 10").format(effort=number(effort)))
    if _value(decision, "form_lost"):
        found.append(words.gettext("the form could not be kept"))
    if _value(decision, "base") is None:
        found.append(words.gettext("too few mornings to compare with"))
    elif (_value(decision, "base") or 0) > _limit(decision, "base_most"):
        most = number(_limit(decision, "base_most"))
        found.append(words.gettext("the mornings are usually above {most}").format(most=most))
    return found or ([asleep] if unseen else [])


def waiting_words(reason: str, words: Words, own: Mapping[str, str] = MappingProxyType({})) -> str:
    """Return why an advance waits, in one sentence.

    Args:
        reason: The stable key of the reason.
        words: The reader's language.
        own: Numbers of the plan that differ from the source's: ``least`` in percent, ``window`` in days.
    """
    if reason == "adherence" and "least" in own:
        told = words.gettext("The advance waits: less than {least} % of the sessions were done.")
        return told.format(least=own["least"])
    if reason == "second-regress" and "window" in own:
        told = words.gettext("The advance waits: two steps back within {window} days.")
        return told.format(window=own["window"])
    return {
        "lock": words.gettext("The advance waits: a lock covers it."),
        "flag": words.gettext("The advance waits: a flag has not been looked at."),
        "deload": words.gettext("The advance waits for the end of the easy week."),
        "plan-hold": words.gettext("The advance waits: the plan is held."),
        "gap": words.gettext("The advance waits: it is the first session after a gap."),
        "second-regress": words.gettext("The advance waits: two steps back within 14 days."),
        "adherence": words.gettext("The advance waits: less than 80 % of the sessions were done."),
        "condition": words.gettext("The advance waits: the next level has a condition of its own."),
        "two-a-day": words.gettext("The advance waits: two exercises advanced on this day already."),
        "regress": words.gettext("There was a step back in it."),
    }.get(reason, reason)
