"""Decisions in the reader's words: what was decided, why, and what was not decided instead.

The journal keeps rule ids and numbers only; these sentences are made when they are shown.
"""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType

from ankle_coach.domain.cause_words import causes, number, waiting_words
from ankle_coach.domain.decision import Decision, Outcome
from ankle_coach.domain.threshold_words import change_sentence
from ankle_coach.domain.words import Words


def outcome_words(outcome: Outcome, words: Words) -> str:
    """Return the name of an outcome."""
    return {
        Outcome.CREDIT: words.pgettext("outcome", "Credit"),
        Outcome.HOLD: words.pgettext("outcome", "Same again"),
        Outcome.STEP_BACK: words.pgettext("outcome", "Step back"),
        Outcome.STOP_EXERCISE: words.pgettext("outcome", "Exercise stopped"),
        Outcome.STOP: words.pgettext("outcome", "Loading stopped"),
        Outcome.STOP_SCREEN: words.pgettext("outcome", "Stopped by a safety question"),
        Outcome.NO_LOAD: words.pgettext("outcome", "Day without loading"),
        Outcome.ADVANCE: words.pgettext("outcome", "Step forward"),
        Outcome.PLAN_HOLD: words.pgettext("outcome", "Plan held"),
        Outcome.DELOAD: words.pgettext("outcome", "Easy week"),
        Outcome.PHASE_BACK: words.pgettext("outcome", "Phase back"),
        Outcome.PHASE_FORWARD: words.pgettext("outcome", "Next phase"),
        Outcome.LOCK: words.pgettext("outcome", "Locked"),
        Outcome.UNLOCK: words.pgettext("outcome", "Unlocked"),
        Outcome.FLAG: words.pgettext("outcome", "Flag"),
        Outcome.OVERRIDE: words.pgettext("outcome", "Decided by a person"),
        Outcome.REVISED: words.pgettext("outcome", "Revised"),
    }[outcome]


def outcome_told(decision: Decision, words: Words) -> str:
    """Return the outcome in words; a revision says what became of it."""
    told = outcome_words(decision.outcome, words)
    if decision.outcome is Outcome.REVISED:
        after = outcome_now(decision)
        if after is not Outcome.REVISED:
            return words.gettext("Revised, now: {outcome}").format(outcome=outcome_words(after, words))
        return told
    if decision.entered_on is not None:
        return words.gettext("{outcome} (revised)").format(outcome=told)
    return told


def outcome_now(decision: Decision) -> Outcome:
    """Return what holds after a decision: of a revision, what it became; of any other, its outcome."""
    after = str(decision.value("to") or "") if decision.outcome is Outcome.REVISED else ""
    return Outcome(after) if after in {outcome.value for outcome in Outcome} else decision.outcome


def alternative_words(decision: Decision, words: Words) -> str:
    """Return what was not decided and might have been, in one sentence; empty where there was no choice."""
    if not decision.alternative:
        return ""
    other = outcome_words(Outcome(decision.alternative), words)
    return words.gettext("Not chosen: {other}.").format(other=other)


def reason(decision: Decision, words: Words) -> str:
    """Return why something was decided, in one or two sentences with its numbers."""
    sentence = _reason(decision, words)
    waits = decision.value("waits")
    if waits is not None and decision.rule != "3.4-preset":
        own = {key: number(value) for key, value in decision.values}
        sentence = f"{sentence} {waiting_words(str(waits), words, own)}"
    if decision.value("provisional") is not None:
        return words.gettext("There was no morning entry by noon; a later one revises this.")
    return sentence


def _reason(decision: Decision, words: Words) -> str:
    rule = decision.rule
    if rule.startswith("3.3-") and not decision.is_plan_wide and decision.outcome is not Outcome.FLAG:
        return _of_table(decision, words)
    if rule.startswith("3.5-gap"):
        return _of_gap(decision, words)
    if rule in ("3.4-advance", "3.7-advance"):
        return _of_advance(decision, words)
    if rule == "3.4-preset":
        return _of_preset(decision, words)
    return _of_plan(decision, words)


def _of_table(decision: Decision, words: Words) -> str:
    found = causes(decision, words)
    step = _step_words(decision, words)
    sentence = words.gettext("{causes}.").format(causes="; ".join(found)) if found else ""
    sentence = sentence[:1].upper() + sentence[1:]
    if decision.outcome is Outcome.CREDIT or decision.value("to") == Outcome.CREDIT.value:
        sentence = words.gettext("The whole dose, and calm during it, after it and the next morning.")
    text = " ".join(part for part in (sentence, step) if part)
    return text or words.gettext("Not everything that a credit needs was there.")


def _step_words(decision: Decision, words: Words) -> str:
    step = str(decision.value("step") or "")
    window, hold = decision.value("window"), decision.value("hold")
    if window is not None and step == "two-levels":
        template = words.gettext(
            "The second time within {window} days: two levels back, no advance for {hold} days."
        )
        return template.format(window=number(window), hold=number(hold))
    if window is not None and step == "sibling":
        template = words.gettext("The second time within {window} days: an easier exercise instead.")
        return template.format(window=number(window))
    return {
        "level": words.gettext("One level back."),
        "two-levels": words.gettext(
            "The second time within 14 days: two levels back, no advance for 7 days."
        ),
        "sibling": words.gettext("The second time within 14 days: an easier exercise instead."),
        "cut": words.gettext("It is the lowest level: less of it."),
        "other-dose": words.gettext("It was played at an easier dose, so it does not count for this one."),
    }.get(step, "")


def _of_gap(decision: Decision, words: Words) -> str:
    own = {key: int(value) for key, value in decision.values if isinstance(value, int | float)}
    return gap_words(decision.rule, int(decision.value("gap") or 0), words, own)


def gap_words(rule: str, days: int, words: Words, own: Mapping[str, int] = MappingProxyType({})) -> str:
    """Return what a gap of some training days does, by its rule (clinical.md §3.5).

    Args:
        rule: Its rule.
        days: Its length.
        words: The reader's language.
        own: Numbers of the plan that differ from the source's: ``hold`` in days, ``less`` in percent.
    """
    first = words.ngettext(
        "{n} day since the first session that was left out.",
        "{n} days since the first session that was left out.",
        days,
    ).format(n=days)
    then = {
        "3.5-gap-1": words.gettext("The same level; nothing advances with this session."),
        "3.5-gap-4": words.gettext("The last completed session again; nothing advances for 7 days."),
        "3.5-gap-8": words.gettext("One level back, with a quarter less."),
        "3.5-gap-15": words.gettext("One phase back, with half of it."),
        "3.5-gap-29": words.gettext("The first questions and the safety questions come again."),
    }[rule]
    if "hold" in own and rule == "3.5-gap-4":
        told = words.ngettext(
            "The last completed session again; nothing advances for {n} day.",
            "The last completed session again; nothing advances for {n} days.",
            own["hold"],
        )
        then = told.format(n=own["hold"])
    elif "less" in own and rule == "3.5-gap-8":
        then = words.gettext("One level back, with {n} % less.").format(n=own["less"])
    elif "less" in own and rule == "3.5-gap-15":
        then = words.gettext("One phase back, with {n} % less.").format(n=own["less"])
    return f"{first} {then}"


def _of_advance(decision: Decision, words: Words) -> str:
    earned = int(decision.value("credits") or 0)
    days = int(decision.value("days") or 0)
    first = words.ngettext("{n} credit", "{n} credits", earned).format(n=earned)
    second = words.ngettext("{n} day at this dose", "{n} days at this dose", days).format(n=days)
    return words.gettext("{credits} and {days}.").format(credits=first, days=second)


def _of_preset(decision: Decision, words: Words) -> str:
    week = number(decision.value("week"))
    if decision.outcome is Outcome.ADVANCE:
        return words.gettext("Seven days without a step back: week {week} begins.").format(week=week)
    if decision.outcome is Outcome.PHASE_FORWARD:
        return words.gettext("The next weeks of the published program.")
    own = {key: number(value) for key, value in decision.values}
    waits = waiting_words(str(decision.value("waits") or ""), words, own)
    return words.gettext("Week {week} is repeated.").format(week=week) + " " + waits


def _of_plan(decision: Decision, words: Words) -> str:
    flag = str(decision.value("flag") or "")
    values = {key: number(value) for key, value in decision.values}
    if decision.outcome is Outcome.FLAG:
        return _of_flag(flag, values, words)
    if decision.rule == "3.2-corrected":
        return _of_correction(decision, words)
    if decision.rule == "3.4-threshold":
        return change_sentence(
            str(decision.value("threshold")),
            int(decision.value("from") or 0),
            int(decision.value("to") or 0),
            words,
        )
    template = {
        "3.3-1": words.gettext("A safety question was answered with yes or unsure."),
        "3.3-2": words.gettext("Too much pain or swelling before the session: nothing loads today."),
        "3.4-plan": _of_steps_back(decision, words),
        "3.4-override": words.gettext("A person decided it, against rule {rule}."),
        "3.5-deload": words.gettext("An easy week after illness or bad nights."),
        "3.5-week": words.gettext("The mornings of this week are {rise} points above the week before."),
        "3.6-exit": words.gettext("The criteria of the phase are met and the next phase was confirmed."),
        "4.2-lock": words.gettext("A safety sign ({flag}) locks it until what happened is recorded."),
        "4.2-unlock": words.gettext("What a safety sign ({flag}) had locked was looked at."),
        "4.2-mistake": words.gettext(
            "A safety sign ({flag}) was recorded as a mistake: it stops nothing today."
        ),
    }.get(decision.rule, decision.rule)
    if decision.rule == "4.2-unlock" and decision.value("mistaken"):
        template = words.gettext(
            "A safety sign ({flag}) was recorded as a mistake, so that nothing is locked by it."
        )
    values.setdefault("rise", "?")
    values.setdefault("rule", "?")
    return template.format_map(values)


def _of_steps_back(decision: Decision, words: Words) -> str:
    """Say why the whole plan steps back: how many days, or one in an easy week or soon after it."""
    if decision.outcome is Outcome.PHASE_BACK and decision.value("after_deload"):
        return words.gettext("A loaded exercise stepped back in an easy week, or within two weeks after it.")
    days = decision.value("regress_days")
    return words.ngettext(
        "{regress_days} day with a step back of a loaded exercise.",
        "{regress_days} days with a step back of a loaded exercise.",
        int(days) if isinstance(days, int | float) else 0,
    )


def _of_correction(decision: Decision, words: Words) -> str:
    question = words.pgettext("measure", str(decision.value("question")))
    before, after = decision.value("from"), decision.value("to")
    if after is None:
        text = words.gettext("An answer of a review was taken back: {question}, it was {before}.")
    elif before is None:
        text = words.gettext("An answer was added to a review: {question}, {after}.")
    else:
        text = words.gettext("An answer of a review was corrected: {question}, {after} instead of {before}.")
    return text.format(question=question, before=number(before), after=number(after))


def _of_flag(flag: str, values: dict[str, str], words: Words) -> str:
    known = {
        "T-stop": words.gettext("An exercise was stopped for strong or sudden pain: have it looked at."),
        "T-no-load": words.gettext("Two session days in a row without loading: have it looked at."),
        "T-steps-back": words.gettext("Too many steps back: have it looked at."),
        "T-morning": words.gettext("The mornings got worse from week to week: have it looked at."),
        "T-base": words.gettext("The mornings have been too high for {days} days: have it looked at."),
        "smaller-plan": words.gettext("Much of the plan is left undone: a smaller one may fit better."),
        "review": words.gettext("{days} days of holds on one level: ask a therapist to look at it."),
    }
    told = known.get(flag) or words.gettext("A safety sign ({flag}) was found: have it looked at.")
    return told.format_map({"days": "?", **values, "flag": flag})
