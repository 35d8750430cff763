"""The way back to running in words: the stage with its rules, and the checklist before running begins."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QGridLayout, QWidget

from ankle_coach.domain.criteria import CriterionResult, Status
from ankle_coach.domain.date_words import long_date
from ankle_coach.domain.measures import Measure
from ankle_coach.domain.program_texts import criterion_standing
from ankle_coach.domain.run_words import easy_week_words, spacing_words, stage_rules, stage_words
from ankle_coach.domain.words import Words
from ankle_coach.services.run_service import RunPlace
from ankle_coach.ui.formats import keep_units
from ankle_coach.ui.theme import Theme
from ankle_coach.ui.widgets.card import Card
from ankle_coach.ui.widgets.icon_view import IconView
from ankle_coach.ui.widgets.text_label import TextLabel
from ankle_coach.ui.widgets.visibility import let_go

_ICONS = {
    Status.MET: "check",
    Status.UNMET: "close",
    Status.NOT_MEASURED: "minus",
    Status.NOT_APPLICABLE: "minus",
}


class _FillCard(Card):
    """A card whose content is made anew."""

    _content: QWidget | None = None

    def _begin(self) -> QGridLayout:
        if self._content is not None:
            let_go(self._content)
        self._content = QWidget()
        grid = QGridLayout(self._content)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setHorizontalSpacing(10)
        grid.setVerticalSpacing(6)
        grid.setColumnStretch(1, 1)
        self.add_widget(self._content)
        return grid

    def _line(self, grid: QGridLayout, text: str, kind: str, name: str = "") -> None:
        label = TextLabel(keep_units(text), kind)
        label.setTextFormat(Qt.TextFormat.PlainText)
        label.setObjectName(name)
        grid.addWidget(label, grid.rowCount(), 0, 1, 2)


class RunStageCard(_FillCard):
    """The walk-run stage of the next run, and when it goes forward, stays or goes back."""

    def __init__(self, theme: Theme, words: Words, parent: QWidget | None = None) -> None:
        """Make an empty card."""
        super().__init__(theme, words.gettext("Walk-run stage"), parent=parent)
        self.setObjectName("stage_card")
        self._words = words

    def show_place(self, place: RunPlace) -> None:
        """Show where the return to running stands."""
        grid, words = self._begin(), self._words
        if place.stage is None:
            self._line(grid, self._without_stage(place), "muted", "stage_now")
        else:
            self._line(grid, stage_words(place.stage, words), "strong", "stage_now")
        if place.stage is not None and place.limits is not None:
            earned = len(place.standing.credits) if place.standing is not None else 0
            needed = place.limits.credits
            told = words.gettext("{done} of {needed} good runs in a row at this stage")
            self._line(grid, told.format(done=min(earned, needed), needed=needed), "body", "stage_credits")
        if place.awaits_morning and place.last is not None:
            told = words.gettext("The run of {day} counts once the morning after it is entered")
            self._line(grid, told.format(day=long_date(place.last.day, words)), "body", "run_awaits")
        if place.not_before is not None:
            told = words.gettext("Next run from {day} on, never on two days in a row")
            self._line(grid, told.format(day=long_date(place.not_before, words)), "body", "next_run")
        if place.next_minutes:
            told = words.gettext("After the stages: {n} min next, then a little more every 2 runs")
            self._line(grid, told.format(n=f"{place.next_minutes:.0f}"), "body", "next_minutes")
        if place.easy_minutes is not None:
            self._line(grid, easy_week_words(place.easy_minutes, words), "body", "easy_week")
        if place.limits is not None:
            for sentence in stage_rules(place.limits, words) if self._is_ahead(place) else ():
                self._line(grid, sentence, "small")
            if place.achilles:
                self._line(grid, spacing_words(words), "small", "achilles_spacing")
            told = words.gettext("Stop at once: pain over {ceiling}, sharp pain, a limp, giving way.")
            self._line(grid, told.format(ceiling=place.limits.ceiling), "small", "stage_stop")

    def _is_ahead(self, place: RunPlace) -> bool:
        """Say whether there is a walk-run, now or in a later phase, whose rules are worth knowing."""
        return place.stage is not None or place.gate is None or place.gate.applies

    def _without_stage(self, place: RunPlace) -> str:
        gate = place.gate
        if gate is not None and not gate.applies:
            return self._words.gettext("Running goes on beside the plan; there is no walk-run in it.")
        return self._words.gettext("The plan has no walk-run yet. It comes with the phase of running.")


def has_begun(place: RunPlace) -> bool:
    """Say whether the walk-run has begun, so that nothing is to be met before it any more."""
    if place.stage is None:
        return False
    played = place.standing is not None and bool(place.standing.credits)
    return place.stage.number > 1 or played or place.last is not None


class RunGateCard(_FillCard):
    """What must be true before running begins, point by point."""

    def __init__(self, theme: Theme, words: Words, parent: QWidget | None = None) -> None:
        """Make an empty card."""
        super().__init__(theme, words.gettext("Before running begins"), parent=parent)
        self.setObjectName("gate_card")
        self._words = words

    def show_place(self, place: RunPlace) -> None:
        """Show the checklist, or why there is none."""
        grid, words, gate = self._begin(), self._words, place.gate
        if gate is None:
            self._line(grid, words.gettext("A plan from a program has a checklist here."), "muted")
            return
        if gate.red_flags:
            told = words.gettext("A safety question is open: no running until it was looked at.")
            self._line(grid, told, "strong", "gate_flags")
        if not gate.applies:
            told = words.gettext("You ran within the last 4 weeks: the checklist is not asked.")
            self._line(grid, told, "body", "gate_state")
            return
        if has_begun(place):
            self._line(
                grid, words.gettext("Running has begun: the checklist is behind you."), "body", "gate_state"
            )
            return
        met = sum(1 for result in gate.items if result.holds)
        told = words.gettext("{met} of {count} points").format(met=met, count=len(gate.items))
        self._line(grid, told, "body", "gate_state")
        for result in gate.items:
            self._add_item(grid, result, place.measures[result.criterion.measured_by])

    def _add_item(self, grid: QGridLayout, result: CriterionResult, measure: Measure) -> None:
        row = grid.rowCount()
        grid.addWidget(
            IconView(self._theme, _ICONS[result.status], "accent", 16), row, 0, Qt.AlignmentFlag.AlignTop
        )
        text = self._words.pgettext("criterion", result.criterion.text)
        status = criterion_standing(result, measure, self._words)
        label = TextLabel(keep_units(f"{text} ({status})"), "body")
        label.setObjectName("gate_item")
        label.setTextFormat(Qt.TextFormat.PlainText)
        grid.addWidget(label, row, 1)
