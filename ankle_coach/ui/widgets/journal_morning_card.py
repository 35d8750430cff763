"""Stiffness and first steps in the morning, and the check from week to week (clinical.md §6.2, chart 3)."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

from ankle_coach.domain.date_words import short_date
from ankle_coach.domain.decision import Outcome
from ankle_coach.domain.decision_words import outcome_words
from ankle_coach.domain.series import MEAN_ENTRIES, SeriesLine
from ankle_coach.domain.series_morning import MorningSeries, WeekResult
from ankle_coach.domain.sides import Side
from ankle_coach.domain.terms import side_word
from ankle_coach.domain.words import Words
from ankle_coach.ui.chart_view import ChartView
from ankle_coach.ui.theme import Theme
from ankle_coach.ui.widgets.axis_scale import signed_words
from ankle_coach.ui.widgets.chart_card import ChartCard
from ankle_coach.ui.widgets.chart_legend import Look
from ankle_coach.ui.widgets.text_label import TextLabel
from ankle_coach.ui.widgets.visibility import set_shown

if TYPE_CHECKING:
    from ankle_coach.ui.widgets.series_plot import DrawnLine, Scale, SeriesPlot

_HEIGHT = 190
_MINUTES = (15, 30, 60, 120, 240, 480, 1440)
"""Ends of the axis of minutes, from the shortest on."""
_SYMBOLS = {Side.BOTH: "o", Side.LEFT: "t3", Side.RIGHT: "t2"}
_ROLES = {Side.BOTH: "series_0", Side.LEFT: "series_3", Side.RIGHT: "series_0"}
_STROKES = {
    Side.BOTH: Qt.PenStyle.SolidLine,
    Side.LEFT: Qt.PenStyle.DashLine,
    Side.RIGHT: Qt.PenStyle.SolidLine,
}


class JournalMorningCard(ChartCard):
    """Two charts over the same days; where first steps are not asked, the morning's pain stands there."""

    def __init__(self, theme: Theme, words: Words, parent: QWidget | None = None) -> None:
        """Make a card that has no chart yet."""
        super().__init__(theme, words, "morning_card", words.gettext("Mornings"), parent)
        self._week = TextLabel("", "body")
        self._week.setObjectName("week_check")
        self._add_above(self._week)
        self._steps: SeriesPlot | None = None
        self._stiffness: SeriesPlot | None = None
        self._steps_caption = self._caption("", "steps_caption")
        self._stiffness_caption = self._caption(words.gettext("Stiffness, in minutes"), "stiffness_caption")

    def show_view(self, view: ChartView) -> None:
        """Show the mornings."""
        series = view.charts.mornings()
        gettext = self._words.gettext
        self._show_empty(
            gettext(
                "Pain of the first steps and minutes of stiffness are drawn here from the first morning "
                "check-in on, their 7-day mean from {n} check-ins within a week."
            ).format(n=int(MEAN_ENTRIES.value))
            if series.is_empty
            else ""
        )
        if series.is_empty:
            return
        steps, stiffness = self._charts()
        lines = series.first_step or series.pain
        caption = gettext("Pain of the first steps, 0 none to 10 worst")
        if not series.first_step:
            caption = gettext("Pain in the morning, 0 none to 10 worst")
        self._steps_caption.setText(caption)
        steps.setAccessibleName(caption)
        word = gettext("First steps") if series.first_step else gettext("Morning pain")
        steps.set_lines([self._drawn(line, word, len(lines) > 1) for line in lines])
        self._show_stiffness(series, stiffness)
        self._limit(self.plots, view)
        self._week.setText(self._week_words(series))
        self._line_up()

    def _show_stiffness(self, series: MorningSeries, plot: SeriesPlot) -> None:
        lines = series.stiffness
        for widget in (plot, self._stiffness_caption):
            set_shown(widget, bool(lines))
        worst = max((number for line in lines for number in line.numbers), default=0.0)
        word = self._words.gettext("Stiffness")
        drawn = [self._drawn(line, word, len(lines) > 1) for line in lines]
        plot.set_lines(drawn, self._minutes(worst))

    def _charts(self) -> tuple[SeriesPlot, SeriesPlot]:
        if self._steps is None or self._stiffness is None:
            from ankle_coach.ui.widgets.series_plot import Scale, SeriesPlot  # noqa: PLC0415 - loads numpy

            pain = Scale(0, 10, tuple(range(0, 11, 2)), lambda value: f"{value:g}")
            self._steps = SeriesPlot(self._theme, self._words, "", pain)
            self._steps.setObjectName("steps_plot")
            name = self._stiffness_caption.text()
            self._stiffness = SeriesPlot(self._theme, self._words, name, self._minutes(0))
            self._stiffness.setObjectName("stiffness_plot")
            self._add_plot(self._steps, _HEIGHT, self._steps_caption)
            self._add_plot(self._stiffness, _HEIGHT, self._stiffness_caption)
        return self._steps, self._stiffness

    def _minutes(self, worst: float) -> Scale:
        from ankle_coach.ui.widgets.series_plot import Scale  # noqa: PLC0415 - loads numpy

        high = next((end for end in _MINUTES if worst <= end), _MINUTES[-1])
        template = self._words.gettext("{n} min")
        return Scale(
            0, high, tuple(high * part / 3 for part in range(4)), lambda v: template.format(n=f"{v:g}")
        )

    def _drawn(self, line: SeriesLine, word: str, sided: bool) -> DrawnLine:
        from ankle_coach.ui.widgets.series_plot import DrawnLine  # noqa: PLC0415 - loads numpy

        gettext = self._words.gettext
        name = word
        if sided:
            name = gettext("{name}, {side}").format(name=word, side=side_word(line.side, self._words))
        role = _ROLES[line.side]
        mean = Look(role, _STROKES[line.side], width=2.6)
        mean_name = gettext("{name}: 7-day mean").format(name=name)
        look = Look(role, symbol=_SYMBOLS[line.side] if sided else "o", filled=False)
        return DrawnLine(line, name, look, mean, mean_name)

    def _week_words(self, series: MorningSeries) -> str:
        """Say what the last check of the week found, for each sore side."""
        gettext = self._words.gettext
        if not series.weeks:
            return gettext("The check from week to week comes with the first Sunday that is over.")
        last = series.weeks[-1].day
        own = [week for week in series.weeks if week.day == last]
        return " ".join(self._result(week, len(own) > 1) for week in own)

    def _result(self, week: WeekResult, sided: bool) -> str:
        gettext = self._words.gettext
        until = gettext("Week to {day}").format(day=short_date(week.day, self._words))
        if sided:
            until = f"{until}, {side_word(week.side, self._words)}"
        if not week.has_result:
            return gettext("{until}: no result, it takes {n} check-ins in each of two weeks.").format(
                until=until, n=int(MEAN_ENTRIES.value)
            )
        found = (
            [gettext("pain {change}").format(change=signed_words(round(week.rise, 1)))]
            if week.rise is not None
            else []
        )
        if week.stiffness_rise is not None:
            minutes = gettext("{n} min").format(n=signed_words(round(week.stiffness_rise, 1)))
            found.append(gettext("stiffness {change}").format(change=minutes))
        return gettext("{until}, against the week before: {found}. {outcome}.").format(
            until=until, found=", ".join(found), outcome=self._outcome(week.outcome)
        )

    def _outcome(self, outcome: Outcome | None) -> str:
        if outcome is None:
            return self._words.gettext("No rise that holds the plan back")
        return outcome_words(outcome, self._words)
