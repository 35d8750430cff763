"""A card with one chart or several over the same days, their readout, and what is said while it is empty."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QVBoxLayout, QWidget

from ankle_coach.domain.words import Words
from ankle_coach.ui.theme import Theme
from ankle_coach.ui.widgets.card import Card
from ankle_coach.ui.widgets.text_label import TextLabel
from ankle_coach.ui.widgets.visibility import is_put_away, set_shown

if TYPE_CHECKING:
    from ankle_coach.ui.chart_view import ChartView
    from ankle_coach.ui.widgets.day_plot import DayPlot


class ChartCard(Card):
    """The base of the Journal's chart cards. A chart is made, and its library loaded, with the first data.

    Signals:
        range_changed: The first and the last day in view, as a person moved them.
    """

    range_changed = Signal(object, object)

    def __init__(
        self, theme: Theme, words: Words, name: str, title: str, parent: QWidget | None = None
    ) -> None:
        """Make a card without a chart.

        Args:
            theme: The look.
            words: The reader's language.
            name: Object name; that of the readout ends with ``_readout``, of the empty words ``_empty``.
            title: Its heading.
            parent: Qt owner.
        """
        super().__init__(theme, title, parent=parent)
        self.setObjectName(name)
        self._words = words
        self._plots: list[tuple[DayPlot, int]] = []
        self._moving = False
        self._empty = TextLabel("", "muted")
        self._empty.setObjectName(f"{name}_empty")
        self._holder = QWidget()
        self.column = QVBoxLayout(self._holder)
        self.column.setContentsMargins(0, 0, 0, 0)
        self.column.setSpacing(10)
        self._readout = TextLabel(self._hint(), "small")
        self._readout.setObjectName(f"{name}_readout")
        self.column.addWidget(self._readout)
        self._place = 0
        self.add_widget(self._empty)
        self.add_widget(self._holder)
        set_shown(self._empty, False)
        theme.theme_changed.connect(self._on_theme_changed)

    @property
    def plots(self) -> tuple[DayPlot, ...]:
        """The charts, from the top down; empty before they are made."""
        return tuple(plot for plot, _ in self._plots)

    @property
    def is_empty(self) -> bool:
        """Whether it says what will be here instead of drawing."""
        return self._holder.isHidden()

    def show_view(self, view: ChartView) -> None:
        """Show what there is; subclasses do it."""
        raise NotImplementedError

    def show_range(self, first: date, last: date) -> None:
        """Show some days in every chart."""
        self._moving = True
        for plot in self.plots:
            if plot.visible_days() != (first, last):
                plot.set_range(first, last)
        self._moving = False

    def _hint(self) -> str:
        return self._words.gettext(
            "Point at a mark to read it, or use the arrow keys. Drag to move, Ctrl + wheel to zoom."
        )

    def _show_empty(self, sentence: str) -> None:
        """Say what will be here and when; an empty sentence brings the charts back."""
        self._empty.setText(sentence)
        set_shown(self._empty, bool(sentence))
        set_shown(self._holder, not sentence)

    def _add_plot(self, plot: DayPlot, height: int, *above: QWidget) -> None:
        """Put a chart, and what stands above it, under the charts that there are.

        Args:
            plot: The chart.
            height: Its height in pixels at 100 % text.
            above: Widgets over it, such as its caption.
        """
        for widget in (*above, plot):
            self.column.insertWidget(self._place, widget)
            self._place += 1
        plot.range_changed.connect(self._on_plot_range_changed)
        plot.readout_changed.connect(self._on_plot_readout_changed)
        self._plots.append((plot, height))
        self._on_theme_changed()

    def _add_above(self, widget: QWidget) -> None:
        """Put something else under the charts that there are, over those to come."""
        self.column.insertWidget(self._place, widget)
        self._place += 1

    def _limit(self, plots: Sequence[DayPlot], view: ChartView) -> None:
        """Tell charts how far the journal goes, and which days are shown."""
        self._moving = True
        for plot in plots:
            plot.set_limits(*view.limits)
            plot.set_range(*view.days)
        self._moving = False

    def _line_up(self) -> None:
        """Give the axes of all charts the same room, so that a day stands under itself."""
        shown = [plot for plot in self.plots if not is_put_away(plot)]
        for name in ("left", "right"):
            widest = max((plot.axis_width(name) for plot in shown), default=0)
            for plot in shown:
                plot.set_least_width(name, widest)

    def _caption(self, text: str, name: str = "") -> TextLabel:
        """Return a line over a chart: what its axis counts."""
        label = TextLabel(text, "strong")
        label.setObjectName(name)
        return label

    @Slot(object, object)
    def _on_plot_range_changed(self, first: date, last: date) -> None:
        if not self._moving:
            self.range_changed.emit(first, last)

    @Slot(str)
    def _on_plot_readout_changed(self, text: str) -> None:
        self._readout.setText(text or self._hint())

    @Slot()
    def _on_theme_changed(self) -> None:
        for plot, height in self._plots:
            plot.setFixedHeight(self._theme.px(height))
