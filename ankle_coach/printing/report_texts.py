"""What a report says in words: the intake, the numbers of the last weeks, levels, runs and decisions."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from datetime import date, timedelta
from statistics import fmean

from ankle_coach.domain.date_words import full_date, short_date
from ankle_coach.domain.decision import Decision, Outcome
from ankle_coach.domain.decision_words import outcome_now, outcome_told, outcome_words, reason
from ankle_coach.domain.errors import NotFoundError
from ankle_coach.domain.exercise_texts import exercise_name
from ankle_coach.domain.foot_map import foot_zone_word
from ankle_coach.domain.intake import Intake, Onset
from ankle_coach.domain.intake_form import zones_of
from ankle_coach.domain.journal import value_of
from ankle_coach.domain.pain_history import PainSeries
from ankle_coach.domain.run_words import distance_words
from ankle_coach.domain.running import RunRecord, worst_pain
from ankle_coach.domain.sides import Side
from ankle_coach.domain.statistics import adherence
from ankle_coach.domain.terms import side_word
from ankle_coach.domain.words import Words
from ankle_coach.printing.report import Report

_ROUTINE = frozenset({Outcome.CREDIT, Outcome.HOLD})
"""Decisions that are only counted; of a revised one, what it became."""


def intake_lines(intake: Intake | None, words: Words) -> tuple[str, ...]:
    """Return what was told at the intake, a line each; only what was answered."""
    if intake is None:
        return (words.gettext("Nobody was asked yet."),)
    return tuple(_intake_lines(intake, words))


def _intake_lines(intake: Intake, words: Words) -> Iterator[str]:
    separator = words.pgettext("list", ", ")
    zones = separator.join(foot_zone_word(zone, words) for zone in sorted(zones_of(intake)))
    if zones:
        yield words.gettext("Where: {places}").format(places=zones)
    onset = (
        {
            Onset.TWIST: words.gettext("Began with a twist"),
            Onset.BLOW: words.gettext("Began with a blow"),
            Onset.GRADUAL: words.gettext("Began gradually"),
        }.get(intake.onset)
        if intake.onset is not None
        else None
    )
    if onset:
        yield onset
    for day, message in (
        (intake.injured_on, words.gettext("Injured on {day}")),
        (intake.since, words.gettext("Hurts since {day}")),
    ):
        if day is not None:
            yield message.format(day=full_date(day, words))
    for answer, message in (
        (intake.night_pain, words.gettext("Aches at rest or at night: {answer}")),
        (intake.old_injury, words.gettext("An earlier injury: {answer}")),
    ):
        if answer is not None:
            yes = words.pgettext("answer", "Yes") if answer else words.pgettext("answer", "No")
            yield message.format(answer=yes)
    for text, message in (
        (intake.old_injury_note, words.gettext("Earlier: {text}")),
        (intake.medicines, words.gettext("Medicines: {text}")),
        (intake.shoes_note, words.gettext("Shoes: {text}")),
    ):
        if text.strip():
            yield message.format(text=text)


def number_lines(report: Report) -> tuple[tuple[str, str], ...]:
    """Return the numbers of the last weeks, each with its name."""
    words, units = report.sheet.words, report.sheet.options.units
    shown = adherence([day for day in report.days if report.covers(day.day)], report.last)
    unknown = words.gettext("not known")
    done = words.gettext("{done} of {planned} planned").format(done=shown.done, planned=shown.planned)
    if shown.shown_ratio is not None:
        done = words.gettext("{percent} %, {sessions}").format(
            percent=round(100 * shown.shown_ratio), sessions=done
        )
    runs = [run for run in report.runs if report.covers(run.started.training_day)]
    meters = [run.meters for run in runs if run.meters is not None]
    told = words.ngettext("{n} run", "{n} runs", len(runs)).format(n=len(runs))
    if meters:
        told = f"{told}, {distance_words(sum(meters), units, words)}"
    return (
        (words.gettext("Sessions"), done),
        (words.gettext("Pain during, mean and worst"), _pain_words(report, PainSeries.DURING) or unknown),
        (
            words.gettext("Pain next morning, mean and worst"),
            _pain_words(report, PainSeries.NEXT_MORNING) or unknown,
        ),
        (words.gettext("Mornings, first and last week"), _morning_words(report) or unknown),
        (words.gettext("Running"), told),
    )


def _values(report: Report, series: PainSeries, first: date, last: date) -> list[int]:
    found = [value_of(point.of(series)) for point in report.pain if first <= point.day <= last]
    return [value for value in found if value is not None]


def _pain_words(report: Report, series: PainSeries) -> str:
    values = _values(report, series, report.first, report.last)
    if not values:
        return ""
    message = report.sheet.words.pgettext("pain", "{mean}, {worst} ({n} days)")
    return message.format(mean=f"{fmean(values):.1f}", worst=max(values), n=len(values))


def _morning_words(report: Report) -> str:
    week = timedelta(days=6)
    series = PainSeries.NEXT_MORNING
    before = _values(report, series, report.first, report.first + week)
    after = _values(report, series, report.last - week, report.last)
    if not before or not after:
        return ""
    return f"{fmean(before):.1f} \u2192 {fmean(after):.1f}"


def run_lines(report: Report) -> tuple[str, ...]:
    """Return the runs week by week; none where nobody ran."""
    words, units = report.sheet.words, report.sheet.options.units
    weeks: dict[date, list[RunRecord]] = {}
    for run in report.runs:
        day = run.started.training_day
        if report.covers(day):
            weeks.setdefault(day - timedelta(days=day.weekday()), []).append(run)
    message = words.gettext("Week of {day}: {runs}, {distance}, longest {minutes} min{pain}")
    return tuple(
        message.format(
            day=short_date(monday, words),
            runs=words.ngettext("{n} run", "{n} runs", len(runs)).format(n=len(runs)),
            distance=distance_words(_sum_of_meters(runs), units, words),
            minutes=round(max(run.seconds for run in runs) / 60),
            pain=_worst_words(runs, words),
        )
        for monday, runs in sorted(weeks.items())
    )


def _sum_of_meters(runs: list[RunRecord]) -> float | None:
    meters = [run.meters for run in runs if run.meters is not None]
    return sum(meters) if meters else None


def _worst_words(runs: list[RunRecord], words: Words) -> str:
    pains = [pain for run in runs if (pain := worst_pain(run)) is not None]
    return words.gettext(", worst pain {pain}").format(pain=f"{max(pains):g}") if pains else ""


def decision_count(report: Report) -> str:
    """Return how many decisions of the everyday kind there were."""
    words = report.sheet.words
    counts = Counter(outcome_now(decision) for decision in _shown(report))
    separator = words.pgettext("list", ", ")
    said = [f"{outcome_words(outcome, words)}: {n}" for outcome, n in sorted(counts.items())]
    return separator.join(said) if said else words.gettext("No decisions in these days.")


def decision_lines(report: Report) -> tuple[str, ...]:
    """Return the decisions that changed something, the latest first."""
    return tuple(_decision_line(d, report) for d in _shown(report) if outcome_now(d) not in _ROUTINE)


def _shown(report: Report) -> list[Decision]:
    return [decision for decision in report.decisions if report.covers(decision.day)]


def _decision_line(decision: Decision, report: Report) -> str:
    words = report.sheet.words
    about = words.gettext("The whole plan")
    if decision.exercise:
        try:
            about = exercise_name(report.sheet.library.exercise(decision.exercise), words)
        except NotFoundError:
            about = decision.exercise
        if decision.side in (Side.LEFT, Side.RIGHT):
            message = words.pgettext("report", "{exercise}, {side}")
            about = message.format(exercise=about, side=side_word(decision.side, words).lower())
    message = words.pgettext("report", "{day} · {about}: {outcome}. {reason} [{rule}]")
    return message.format(
        day=short_date(decision.day, words),
        about=about,
        outcome=outcome_told(decision, words),
        reason=reason(decision, words),
        rule=decision.rule,
    )
