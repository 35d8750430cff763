"""Level, dose and load of an exercise over time (clinical.md §6.2, chart 5)."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

from PySide6.QtCore import QSignalBlocker, Slot
from PySide6.QtWidgets import QComboBox, QWidget

from ankle_coach.domain.date_words import long_date, short_date
from ankle_coach.domain.dose_sentence import dose_sentence
from ankle_coach.domain.exercise_texts import exercise_name, level_name
from ankle_coach.domain.library import Library
from ankle_coach.domain.load_words import load_words
from ankle_coach.domain.plan import Load
from ankle_coach.domain.series_ladder import LadderSeries, LadderStep, MarkKind, Work
from ankle_coach.domain.settings import Units
from ankle_coach.domain.sides import Side, SideMode
from ankle_coach.domain.terms import side_word
from ankle_coach.domain.words import Words
from ankle_coach.ui.chart_view import ChartView
from ankle_coach.ui.decision_texts import named
from ankle_coach.ui.theme import Theme
from ankle_coach.ui.widgets.axis_scale import nice_top, number_words
from ankle_coach.ui.widgets.chart_card import ChartCard
from ankle_coach.ui.widgets.chart_legend import Look
from ankle_coach.ui.widgets.wheel_guard import WheelGuard

if TYPE_CHECKING:
    from ankle_coach.ui.widgets.stair_plot import StairPlot, Stairs

_LEVELS_HEIGHT, _AMOUNT_HEIGHT = 216, 150
_LONGEST_LEVEL = 36
"""Letters of a level's name at the axis; the readout says all of it."""


class JournalLadderCard(ChartCard):
    """The staircase of levels, and under it what one session asks for."""

    def __init__(self, theme: Theme, words: Words, library: Library, parent: QWidget | None = None) -> None:
        """Make a card that has no chart yet.

        Args:
            theme: The look.
            words: The reader's language.
            library: Names the exercises of a sequence.
            parent: Qt owner.
        """
        super().__init__(theme, words, "ladder_card", words.gettext("Level and dose"), parent)
        self._library = library
        self._known: tuple[LadderSeries, ...] = ()
        self._units = Units.METRIC
        self._levels: StairPlot | None = None
        self._amount: StairPlot | None = None
        self._caption_of_amount = self._caption("", "amount_caption")
        self._which = QComboBox()
        self._which.setObjectName("ladder_exercise")
        self._which.setAccessibleName(words.gettext("Exercise"))
        self._which.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        self._which.setMinimumContentsLength(22)
        WheelGuard(self._which)
        self._which.currentIndexChanged.connect(self._show_chosen)
        self.add_action(self._which)
        self._today = date.min

    @property
    def chosen(self) -> LadderSeries | None:
        """The exercise that is shown; None without one."""
        index = self._which.currentIndex()
        return self._known[index] if 0 <= index < len(self._known) else None

    def show_view(self, view: ChartView) -> None:
        """Show the exercises of all plans; the one that was chosen stays so."""
        before = self.chosen
        self._known, self._units = view.charts.ladders(), view.units
        self._today = view.overview.today
        self._show_empty(
            ""
            if self._known
            else self._words.gettext(
                "The level and the dose of each exercise are drawn here as a staircase from the first day "
                "of a plan on."
            )
        )
        self._which.setVisible(bool(self._known))
        with QSignalBlocker(self._which):
            self._which.clear()
            for series in self._known:
                self._which.addItem(self._entry(series))
            names = [series.exercise.id for series in self._known]
            kept = before.exercise.id if before is not None else ""
            self._which.setCurrentIndex(names.index(kept) if kept in names else 0)
        if self._known:
            self._charts()
            self._limit(self.plots, view)
            self._show_chosen()

    def _entry(self, series: LadderSeries) -> str:
        name = exercise_name(series.exercise, self._words)
        if series.last_day is None:
            return name
        return self._words.gettext("{exercise} (until {day})").format(
            exercise=name, day=short_date(series.last_day, self._words)
        )

    def _charts(self) -> tuple[StairPlot, StairPlot]:
        if self._levels is None or self._amount is None:
            from ankle_coach.ui.widgets.stair_plot import StairPlot  # noqa: PLC0415 - loads numpy

            gettext = self._words.gettext
            self._levels = StairPlot(self._theme, self._words, gettext("Level over time"), self._said)
            self._levels.setObjectName("levels_plot")
            self._amount = StairPlot(self._theme, self._words, gettext("Dose over time"), self._said)
            self._amount.setObjectName("amount_plot")
            self._add_plot(self._levels, _LEVELS_HEIGHT, self._caption(gettext("Level, the hardest on top")))
            self._add_plot(self._amount, _AMOUNT_HEIGHT, self._caption_of_amount)
        return self._levels, self._amount

    @Slot()
    def _show_chosen(self) -> None:
        series = self.chosen
        if series is None:
            return
        levels, amount = self._charts()
        levels.set_stairs(self._level_stairs(series), self._legend(series))
        amount.set_stairs(self._amount_stairs(series), [])
        self._caption_of_amount.setText(self._amount_words(series))
        self._line_up()

    def _level_stairs(self, series: LadderSeries) -> Stairs:
        from ankle_coach.ui.widgets.stair_plot import Stair, Stairs  # noqa: PLC0415 - loads numpy

        names = [level_name(series.exercise, level, self._words) for level in series.exercise.levels]
        lines = tuple(
            (line.side, tuple(Stair(step.day, step.until, float(step.rung)) for step in line.steps))
            for line in series.lines
        )
        ticks = tuple((float(rung), _short(name)) for rung, name in enumerate(names))
        return Stairs(lines, series.marks, ticks, -0.5, len(names) - 0.5, self._today)

    def _amount_stairs(self, series: LadderSeries) -> Stairs:
        from ankle_coach.ui.widgets.stair_plot import Stair, Stairs  # noqa: PLC0415 - loads numpy

        work = _work(series)
        lines = []
        for line in series.lines:
            load = Load()
            stairs = []
            for step in line.steps:
                if step.work is not work:
                    continue
                label = load_words(step.load, self._words, self._units) if step.load != load else ""
                load = step.load
                stairs.append(Stair(step.day, step.until, step.amount, label))
            lines.append((line.side, tuple(stairs)))
        most = max(stair.value for _, stairs in lines for stair in stairs)
        top = nice_top(most)
        ticks = tuple((value, number_words(value)) for value in (0.0, top / 2, top))
        return Stairs(tuple(lines), (), ticks, -0.06 * top, 1.3 * top, self._today)

    def _legend(self, series: LadderSeries) -> list[tuple[Look, str]]:
        from ankle_coach.ui.widgets.stair_plot import LINES, MARKS  # noqa: PLC0415 - loads numpy

        entries = [(LINES[line.side], self._side(line.side)) for line in series.lines]
        kinds = {mark.kind for mark in series.marks}
        return entries + [(look, self._kind(kind)) for kind, look in MARKS.items() if kind in kinds]

    def _side(self, side: Side) -> str:
        if side is Side.BOTH:
            return self._words.gettext("Level")
        return self._words.gettext("Level, {side}").format(side=side_word(side, self._words))

    def _kind(self, kind: MarkKind) -> str:
        gettext = self._words.gettext
        return {
            MarkKind.UP: gettext("Step forward"),
            MarkKind.DOWN: gettext("Step back"),
            MarkKind.EASY_WEEK: gettext("Easy week"),
            MarkKind.PHASE_BACK: gettext("Phase back"),
            MarkKind.PERSON: gettext("Decided by a person"),
        }[kind]

    def _amount_words(self, series: LadderSeries) -> str:
        gettext = self._words.gettext
        return {
            Work.REPS: gettext("Repetitions in a session, each side"),
            Work.SECONDS: gettext("Seconds of work in a session, each side"),
            Work.METERS: gettext("Meters in a session"),
            Work.ROUNDS: gettext("Rounds in a session"),
            Work.PASSES: gettext("Passes of the alphabet in a session, each side"),
            Work.TIMES: gettext("Times in a session"),
        }[_work(series)]

    def _said(self, day: date) -> str:
        """Say what holds from a day on, and what led there."""
        series = self.chosen
        if series is None:
            return ""
        gettext = self._words.gettext
        parts = [self._step_words(series, side, step) for side, step in series.at(day)]
        told = [self._kind(mark.kind) for mark in series.marks if mark.day == day]
        if told:
            parts.append(", ".join(dict.fromkeys(told)))
        return gettext("From {day}: {what}").format(day=long_date(day, self._words), what="; ".join(parts))

    def _step_words(self, series: LadderSeries, side: Side, step: LadderStep) -> str:
        level = level_name(series.exercise, series.exercise.level(step.level), self._words)
        dose = dose_sentence(step.dose, SideMode.BOTH, None, self._words, self._named)
        parts = [level, dose]
        if load := load_words(step.load, self._words, self._units):
            parts.append(load)
        text = ", ".join(parts)
        return text if side is Side.BOTH else f"{side_word(side, self._words)}: {text}"

    def _named(self, exercise: str) -> str:
        return named(exercise, self._library, self._words)


def _work(series: LadderSeries) -> Work:
    """What the amounts are drawn in: the unit of the latest step."""
    latest = max((step for line in series.lines for step in line.steps), key=lambda step: step.day)
    return latest.work


def _short(name: str) -> str:
    return (
        name
        if len(name) <= _LONGEST_LEVEL
        else name[: _LONGEST_LEVEL - 1].rstrip() + "\N{HORIZONTAL ELLIPSIS}"
    )
