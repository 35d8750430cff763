"""What the lines of the pain chart look like and mean."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

from ankle_coach.domain.pain_history import PainSeries
from ankle_coach.domain.words import Words
from ankle_coach.ui.theme import Theme
from ankle_coach.ui.widgets.chart_legend import ChartLegend, Look

STYLES = {
    PainSeries.DURING: ("series_0", Qt.PenStyle.SolidLine, "o", True),
    PainSeries.AFTER: ("series_1", Qt.PenStyle.DashLine, "s", True),
    PainSeries.NEXT_MORNING: ("series_3", Qt.PenStyle.DotLine, "t1", False),
}
"""Each line's color, stroke, symbol (as pyqtgraph names it), and whether the symbol is filled."""
BASELINE = Look("text_muted", Qt.PenStyle.SolidLine, width=1.3)
"""The usual morning pain."""


def series_words(series: PainSeries, words: Words) -> str:
    """Return what a line is called."""
    return {
        PainSeries.DURING: words.gettext("During exercise"),
        PainSeries.AFTER: words.gettext("After the session"),
        PainSeries.NEXT_MORNING: words.gettext("Next morning"),
    }[series]


class PainLegend(ChartLegend):
    """The three lines side by side, and the usual morning where it is known."""

    def __init__(self, theme: Theme, words: Words, parent: QWidget | None = None) -> None:
        """Show the three lines."""
        self._words = words
        super().__init__(theme, self._lines(), parent)

    def show_baseline(self, shown: bool) -> None:
        """Say whether the line of the usual morning is drawn."""
        usual = [(BASELINE, self._words.gettext("Usual morning"))] if shown else []
        self.set_entries([*self._lines(), *usual])

    def _lines(self) -> list[tuple[Look, str]]:
        return [(Look(*style), series_words(series, self._words)) for series, style in STYLES.items()]
