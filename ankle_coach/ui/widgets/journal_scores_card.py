"""Scores of questionnaires with their change lines, no item text (clinical.md §6.2, chart 10)."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QSignalBlocker, Qt, Slot
from PySide6.QtWidgets import QComboBox, QWidget

from ankle_coach.domain.library import Library
from ankle_coach.domain.series_scores import ScoreLine, ScoreSeries
from ankle_coach.domain.sides import Side
from ankle_coach.domain.terms import side_word
from ankle_coach.domain.words import Words
from ankle_coach.ui.chart_view import ChartView
from ankle_coach.ui.theme import Theme
from ankle_coach.ui.widgets.chart_card import ChartCard
from ankle_coach.ui.widgets.chart_legend import Look
from ankle_coach.ui.widgets.source_chips import SourceChips
from ankle_coach.ui.widgets.wheel_guard import WheelGuard

if TYPE_CHECKING:
    from ankle_coach.ui.widgets.series_plot import Level, Scale, SeriesPlot

_HEIGHT = 230
_SAME = 0.03
"""Lines nearer than this share of the scale share one label."""
_LOOKS = {
    Side.BOTH: Look("series_0", Qt.PenStyle.SolidLine, symbol="o", width=2.4),
    Side.LEFT: Look("series_3", Qt.PenStyle.DashLine, symbol="t3", width=2.4),
    Side.RIGHT: Look("series_0", Qt.PenStyle.SolidLine, symbol="t2", width=2.4),
}


class JournalScoresCard(ChartCard):
    """One score at a time, the lines drawn from its first value."""

    def __init__(self, theme: Theme, words: Words, library: Library, parent: QWidget | None = None) -> None:
        """Make a card that has no chart yet.

        Args:
            theme: The look.
            words: The reader's language.
            library: Has the sources of the lines.
            parent: Qt owner.
        """
        super().__init__(theme, words, "scores_card", words.gettext("Questionnaires"), parent)
        self._known: tuple[ScoreSeries, ...] = ()
        self._plot: SeriesPlot | None = None
        self._which = QComboBox()
        self._which.setObjectName("score_chosen")
        self._which.setAccessibleName(words.gettext("Questionnaire"))
        self._which.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        self._which.setMinimumContentsLength(18)
        WheelGuard(self._which)
        self._which.currentIndexChanged.connect(self._show_chosen)
        self.add_action(self._which)
        self._axis = self._caption("", "score_axis")
        self._sources = SourceChips(library, theme, words)
        self.column.addWidget(self._sources)

    @property
    def plot(self) -> SeriesPlot | None:
        """The chart, or None before it is made."""
        return self._plot

    @property
    def chosen(self) -> ScoreSeries | None:
        """The score that is shown; None without one."""
        index = self._which.currentIndex()
        return self._known[index] if 0 <= index < len(self._known) else None

    def show_view(self, view: ChartView) -> None:
        """Show the scores; the one that was chosen stays so."""
        before = self._which.currentText()
        self._known = view.charts.scores()
        self._show_empty(
            ""
            if self._known
            else self._words.gettext(
                "The scores of a questionnaire that you or your therapist hold are drawn here from the first "
                "one on, with the lines of a change that counts: Enter a score… takes them."
            )
        )
        self._which.setVisible(bool(self._known))
        with QSignalBlocker(self._which):
            self._which.clear()
            for series in self._known:
                self._which.addItem(self._name(series))
            self._which.setCurrentIndex(max(0, self._which.findText(before)))
        if self._known:
            self._limit((self._chart(),), view)
            self._show_chosen()

    def _name(self, series: ScoreSeries) -> str:
        short = series.questionnaire.abbreviation
        return short if len(series.questionnaire.scores) == 1 else f"{short}: {series.subscale.name}"

    def _chart(self) -> SeriesPlot:
        if self._plot is None:
            from ankle_coach.ui.widgets.series_plot import SeriesPlot  # noqa: PLC0415 - loads numpy

            series = self._known[0]
            self._plot = SeriesPlot(self._theme, self._words, self._name(series), _scale(series))
            self._plot.setObjectName("scores_plot")
            self._add_plot(self._plot, _HEIGHT, self._axis)
        return self._plot

    @Slot()
    def _show_chosen(self) -> None:
        from ankle_coach.ui.widgets.series_plot import DrawnLine  # noqa: PLC0415 - loads numpy

        series, plot, gettext = self.chosen, self._plot, self._words.gettext
        if series is None or plot is None:
            return
        subscale, higher = series.subscale, series.questionnaire.higher_is_better
        better = gettext("higher is better") if higher else gettext("lower is better")
        least, most = f"{subscale.least:g}", f"{subscale.most:g}"
        told = gettext("{name}, {least} to {most}, {better}")
        self._axis.setText(told.format(name=series.questionnaire.name, least=least, most=most, better=better))
        plot.setAccessibleName(self._name(series))
        lines = [
            DrawnLine(line, self._side_name(series, line.side), _LOOKS[line.side]) for line in series.lines
        ]
        marked = series.change_lines()
        plot.set_lines(lines, _scale(series), levels=self._levels(series, marked))
        self._show_sources(series)

    def _side_name(self, series: ScoreSeries, side: Side) -> str:
        if side is not Side.BOTH:
            return side_word(side, self._words)
        return self._words.pgettext(f"{series.questionnaire.id}.score", series.subscale.name)

    def _levels(self, series: ScoreSeries, marked: tuple[ScoreLine, ...]) -> list[Level]:
        """Return the lines with their words; those that nearly touch say one word."""
        from ankle_coach.ui.widgets.series_plot import Level  # noqa: PLC0415 - loads numpy

        gettext = self._words.gettext
        height = series.subscale.most - series.subscale.least
        levels: list[Level] = []
        said: list[float] = []
        for line in sorted(marked, key=lambda one: -one.value):
            size = max(change.value for change in line.changes)
            word = gettext("{size} better") if line.better else gettext("{size} worse")
            near = any(abs(line.value - other) < _SAME * height for other in said)
            said.append(line.value)
            levels.append(Level(line.value, "" if near else word.format(size=f"{size:g}")))
        return levels

    def _show_sources(self, series: ScoreSeries) -> None:
        pgettext, known = self._words.pgettext, series.questionnaire
        told = "; ".join(
            self._words.gettext("{text}: {points} points").format(
                text=pgettext(f"{known.id}.change", change.text), points=f"{change.value:g}"
            )
            for change in series.changes
        )
        sentence = self._words.gettext("Dashed lines, from the first score: {lines}.").format(lines=told)
        if series.judged.side is not Side.BOTH:
            sentence = self._words.gettext("Dashed lines, from the first score of {side}: {lines}.").format(
                side=side_word(series.judged.side, self._words), lines=told
            )
        if known.note:
            sentence += " " + pgettext(f"{known.id}.note", known.note)
        references = [reference for change in series.changes for reference in change.references]
        self._sources.show_sources(sentence if told else "", references)


def _scale(series: ScoreSeries) -> Scale:
    from ankle_coach.ui.widgets.series_plot import Scale  # noqa: PLC0415 - loads numpy

    low, high = series.subscale.least, series.subscale.most
    ticks = tuple(low + (high - low) * part / 4 for part in range(5))
    return Scale(low, high, ticks, lambda value: f"{value:g}")
