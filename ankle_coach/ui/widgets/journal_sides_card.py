"""Self-tests, left against right, with the line of the phase (clinical.md §6.2, chart 7)."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Slot
from PySide6.QtWidgets import QWidget

from ankle_coach.domain.date_words import long_date, short_date
from ankle_coach.domain.measures import Unit
from ankle_coach.domain.series_sides import SidesResult, SidesSeries
from ankle_coach.domain.sides import Side
from ankle_coach.domain.terms import side_word
from ankle_coach.domain.words import Words
from ankle_coach.ui.chart_view import ChartView
from ankle_coach.ui.measure_words import measure_name, symmetry_words, value_words
from ankle_coach.ui.theme import Theme
from ankle_coach.ui.widgets.chart_card import ChartCard
from ankle_coach.ui.widgets.chart_legend import Look
from ankle_coach.ui.widgets.flow_layout import FlowLayout
from ankle_coach.ui.widgets.segmented_control import SegmentedControl
from ankle_coach.ui.widgets.text_label import TextLabel
from ankle_coach.ui.widgets.visibility import set_shown

if TYPE_CHECKING:
    from ankle_coach.ui.widgets.sides_plot import SidesPlot

_HEIGHT = 244


class JournalSidesCard(ChartCard):
    """One test at a time; the standing of all of them is said above."""

    def __init__(self, theme: Theme, words: Words, parent: QWidget | None = None) -> None:
        """Make a card that has no chart yet."""
        super().__init__(theme, words, "sides_card", words.gettext("Left and right"), parent)
        self._known: tuple[SidesSeries, ...] = ()
        self._plot: SidesPlot | None = None
        self._which: SegmentedControl | None = None
        self._standing = TextLabel("", "body")
        self._standing.setObjectName("sides_standing")
        self._add_above(self._standing)
        self._axis = self._caption("", "sides_axis")
        self._later = TextLabel("", "muted")
        self._later.setObjectName("sides_later")
        self.column.addWidget(self._later)

    @property
    def plot(self) -> SidesPlot | None:
        """The chart, or None before it is made."""
        return self._plot

    @property
    def chosen(self) -> SidesSeries | None:
        """The test that is shown."""
        key = self._which.current if self._which is not None else ""
        return next((series for series in self._known if series.measure.id == key), None)

    def show_view(self, view: ChartView) -> None:
        """Show the tests; the one that was chosen stays so."""
        self._known = view.charts.sides()
        done = [series for series in self._known if series.results]
        self._show_empty("" if done else self._nothing())
        if not done:
            return
        plot = self._chart(done[0])
        self._limit((plot,), view)
        self._show_chosen()

    def _nothing(self) -> str:
        names = ", ".join(measure_name(series.measure, self._words) for series in self._known)
        return self._words.gettext(
            "Both sides of each self-test are drawn here from the first one on: {names}. A test is offered "
            "once the phase of your plan reaches it, at most weekly."
        ).format(names=names)

    def _chart(self, first: SidesSeries) -> SidesPlot:
        if self._plot is None:
            from ankle_coach.ui.widgets.sides_plot import SidesPlot  # noqa: PLC0415 - loads numpy

            choices = [(s.measure.id, measure_name(s.measure, self._words)) for s in self._known]
            self._which = SegmentedControl(self._words.gettext("Test"), choices, wraps=True)
            self._which.setObjectName("sides_test")
            self._which.set_current(first.measure.id)
            self._which.current_changed.connect(self._on_which_current_changed)
            holder = QWidget()
            FlowLayout(holder).addWidget(self._which)
            self._add_above(holder)
            self._plot = SidesPlot(self._theme, self._words, self._said)
            self._plot.setObjectName("sides_plot")
            self._add_plot(self._plot, _HEIGHT, self._axis)
        return self._plot

    def _show_chosen(self) -> None:
        series, plot = self.chosen, self._plot
        if series is None or plot is None:
            return
        name = measure_name(series.measure, self._words)
        self._axis.setText(self._axis_words(series))
        plot.setAccessibleName(name)
        plot.set_series(series, self._line_word(series))
        plot.legend.set_entries(self._legend(series))
        later = "" if series.results else self._words.gettext("This test has no result yet.")
        self._later.setText(later)
        set_shown(self._later, bool(later))
        told = [self._latest(one) for one in self._known if one.latest is not None]
        self._standing.setText("\n".join(told))

    def _axis_words(self, series: SidesSeries) -> str:
        """Say what the axis counts, and what the numbers over the bars are."""
        gettext = self._words.gettext
        unit = {
            Unit.SECONDS: gettext("Seconds"),
            Unit.CENTIMETERS: gettext("Centimeters"),
        }.get(series.measure.unit, gettext("Repetitions"))
        if series.sore is None:
            return unit
        return gettext("{unit}; over the bars: the sore side in percent of the other").format(unit=unit)

    def _line_word(self, series: SidesSeries) -> str:
        if series.line is None:
            return ""
        value = value_words(series.measure, series.line, self._words)
        return self._words.gettext("{value} asked").format(value=value)

    def _legend(self, series: SidesSeries) -> list[tuple[Look, str]]:
        from ankle_coach.ui.widgets.sides_plot import BARS, LINE, TARGET  # noqa: PLC0415 - loads numpy

        gettext = self._words.gettext
        entries = []
        for side, look in BARS.items():
            word = side_word(side, self._words)
            sore = gettext("{side}, the sore side").format(side=word)
            entries.append((look, sore if side is series.sore else word))
        if series.line is not None:
            entries.append((LINE, gettext("Asked by the phase")))
        if series.sore is not None and (series.percent_line or series.difference_line is not None):
            entries.append((TARGET, gettext("Asked of the sore side, from the other side's result")))
        return entries

    def _latest(self, series: SidesSeries) -> str:
        """Say how a test stands: the last numbers, their symmetry, and what the phase asks for."""
        gettext, latest = self._words.gettext, series.latest
        assert latest is not None
        asked = self._asked(series)
        text = gettext("{name}, {day}: {result}").format(
            name=measure_name(series.measure, self._words),
            day=short_date(latest.day, self._words),
            result=self._result(series, latest),
        )
        return f"{text}. {asked}" if asked else f"{text}."

    def _asked(self, series: SidesSeries) -> str:
        gettext, parts = self._words.gettext, []
        if series.line is not None:
            parts.append(value_words(series.measure, series.line, self._words))
        if series.percent_line is not None:
            parts.append(gettext("{n} % of the other side").format(n=f"{series.percent_line:g}"))
        if series.difference_line is not None:
            lack = value_words(series.measure, series.difference_line, self._words)
            parts.append(gettext("at most {amount} less than the other side").format(amount=lack))
        if not parts:
            return ""
        return gettext("The phase asks for {what}.").format(what=gettext(" and ").join(parts))

    def _result(self, series: SidesSeries, result: SidesResult) -> str:
        sides = [
            f"{side_word(side, self._words)} {value_words(series.measure, result.side(side), self._words)}"
            for side in (Side.LEFT, Side.RIGHT)
        ]
        return ", ".join(part for part in (*sides, symmetry_words(result.percent, self._words)) if part)

    def _said(self, result: SidesResult) -> str:
        series = self.chosen
        if series is None:
            return ""
        return self._words.gettext("{day}: {result}").format(
            day=long_date(result.day, self._words), result=self._result(series, result)
        )

    @Slot(str)
    def _on_which_current_changed(self) -> None:
        self._show_chosen()
