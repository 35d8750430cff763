"""Running: how much a week, the longest run, what the guards say, and pain (clinical.md §6.2, chart 6)."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Slot
from PySide6.QtWidgets import QWidget

from ankle_coach.domain.date_words import month_and_year, short_date
from ankle_coach.domain.journal import Answer, NoAnswer
from ankle_coach.domain.run_words import distance_words, unit_meters, unit_word
from ankle_coach.domain.running import Guard
from ankle_coach.domain.series_running import RunStretch, has_distances
from ankle_coach.domain.settings import Units
from ankle_coach.domain.words import Words
from ankle_coach.ui.chart_view import ChartView
from ankle_coach.ui.theme import Theme
from ankle_coach.ui.widgets.chart_card import ChartCard
from ankle_coach.ui.widgets.chart_legend import MISSING, Look
from ankle_coach.ui.widgets.segmented_control import SegmentedControl
from ankle_coach.ui.widgets.text_label import TextLabel

if TYPE_CHECKING:
    from ankle_coach.ui.widgets.running_plot import RunningPlot

_HEIGHT = 320
_DISTANCE, _TIME = "distance", "time"


class JournalRunningCard(ChartCard):
    """Is running the trigger: weeks as bars, the pain of each run over them."""

    def __init__(self, theme: Theme, words: Words, parent: QWidget | None = None) -> None:
        """Make a card that has no chart yet."""
        super().__init__(theme, words, "running_card", words.gettext("Running load"), parent)
        self._weeks: tuple[RunStretch, ...] = ()
        self._units = Units.METRIC
        self._plot: RunningPlot | None = None
        choices = [(_DISTANCE, words.gettext("Distance")), (_TIME, words.gettext("Time"))]
        self._what = SegmentedControl(words.gettext("Bars show"), choices)
        self._what.setObjectName("running_what")
        self._what.current_changed.connect(self._on_what_current_changed)
        self.add_action(self._what)
        self._axis = self._caption("", "running_axis")
        self._note = TextLabel(
            words.gettext(
                "Flags tell of what went with more injuries among many runners. They say nothing certain "
                "about one person, and a week without a flag is no promise."
            ),
            "small",
        )
        self._note.setObjectName("running_note")

    @property
    def plot(self) -> RunningPlot | None:
        """The chart, or None before it is made."""
        return self._plot

    @property
    def _by_distance(self) -> bool:
        return self._what.current == _DISTANCE and has_distances(self._weeks)

    def show_view(self, view: ChartView) -> None:
        """Show the runs."""
        self._weeks, self._units = view.charts.running(), view.units
        self._show_empty(
            ""
            if self._weeks
            else self._words.gettext(
                "Weeks with their distance, the longest run, and the pain of each run are drawn here from "
                "the first run that you write down on the page Running."
            )
        )
        self._what.setVisible(has_distances(self._weeks))
        if self._weeks:
            self._limit((self._chart(),), view)
            self._show_weeks()

    def _chart(self) -> RunningPlot:
        if self._plot is None:
            from ankle_coach.ui.widgets.running_plot import RunningPlot  # noqa: PLC0415 - loads numpy

            self._plot = RunningPlot(self._theme, self._words, self._said)
            self._plot.setObjectName("running_plot")
            self._add_plot(self._plot, _HEIGHT, self._axis)
            self.column.addWidget(self._note)
        return self._plot

    def _show_weeks(self) -> None:
        plot, gettext = self._chart(), self._words.gettext
        unit = unit_word(self._units, self._words)
        left = gettext("Left: {unit} a week") if self._by_distance else gettext("Left: minutes a week")
        right = gettext("right: pain, 0 none to 10 worst")
        self._axis.setText(f"{left.format(unit=unit)} · {right}")
        plot.set_weeks(self._weeks, by_distance=self._by_distance, unit=unit_meters(self._units))
        plot.legend.set_entries(self._legend())

    def _legend(self) -> list[tuple[Look, str]]:
        from ankle_coach.ui.widgets import running_plot as drawn  # noqa: PLC0415 - loads numpy

        gettext = self._words.gettext
        runs = [run for week in self._weeks for run in week.runs]
        entries = [
            (drawn.BAR, gettext("All runs")),
            (drawn.LONGEST, gettext("Longest run")),
            (drawn.PAIN, gettext("Pain of a run")),
            (drawn.MORNING, gettext("Next morning")),
        ]
        if any(run.guard in drawn.SPIKES for run in runs):
            entries.append((drawn.RUN_FLAG, gettext("A run over 10 % longer than the longest of 30 days")))
        if any(week.week_guard is Guard.CAUTION for week in self._weeks):
            entries.append((drawn.WEEK_FLAG, gettext("A week over 30 % more than the last")))
        if any(run.pain is NoAnswer.MISSING for run in runs):
            entries.append((MISSING, gettext("No answer")))
        return entries

    def _said(self, stretch: RunStretch) -> str:
        """Say what a week or a month was like."""
        words, gettext = self._words, self._words.gettext
        when = gettext("Week of {day}").format(day=short_date(stretch.first, words))
        if (stretch.last - stretch.first).days >= 7:
            when = month_and_year(stretch.first, words)
        runs = words.ngettext("{n} run", "{n} runs", len(stretch.runs)).format(n=len(stretch.runs))
        longest = gettext("longest {amount}").format(
            amount=self._amount(stretch.longest(by_distance=self._by_distance))
        )
        parts = [runs, self._amount(stretch.amount(by_distance=self._by_distance)), longest]
        if self._by_distance and stretch.unmeasured:
            parts.append(
                words.ngettext(
                    "{n} run without a distance", "{n} runs without a distance", stretch.unmeasured
                ).format(n=stretch.unmeasured)
            )
        pains = ", ".join(self._answer(run.pain) for run in stretch.runs)
        mornings = ", ".join(self._answer(run.morning) for run in stretch.runs)
        if (stretch.last - stretch.first).days < 7:
            parts.append(gettext("pain {pains}").format(pains=pains))
            parts.append(gettext("next morning {mornings}").format(mornings=mornings))
        else:
            parts.append(gettext("worst pain {pain}").format(pain=self._answer(stretch.pain)))
        parts += self._flags(stretch)
        return gettext("{when}: {what}").format(when=when, what="; ".join(parts))

    def _flags(self, stretch: RunStretch) -> list[str]:
        gettext = self._words.gettext
        found = []
        spike = max(
            (run.percent_longer for run in stretch.runs if run.percent_longer is not None), default=None
        )
        if spike is not None:
            found.append(
                gettext("a run {percent} % longer than the longest of the 30 days before").format(
                    percent=spike
                )
            )
        if stretch.week_guard is Guard.CAUTION and stretch.week_percent is not None:
            found.append(
                gettext("{percent} % more than the week before").format(percent=stretch.week_percent)
            )
        return found

    def _amount(self, amount: float) -> str:
        if self._by_distance:
            return distance_words(amount, self._units, self._words)
        return self._words.gettext("{n} min").format(n=f"{amount:.0f}")

    def _answer(self, answer: Answer) -> str:
        if not isinstance(answer, NoAnswer):
            return str(answer)
        missing = answer is NoAnswer.MISSING
        return self._words.gettext("no answer") if missing else self._words.gettext("not asked")

    @Slot(str)
    def _on_what_current_changed(self) -> None:
        if self._weeks:
            self._show_weeks()
