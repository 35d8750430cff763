"""Running: runs and what the guards say, the walk-run stage, the checklist before running, and shoes."""

from __future__ import annotations

from collections.abc import Callable
from datetime import timedelta

from PySide6.QtCore import Slot
from PySide6.QtWidgets import QDialog

from ankle_coach.domain.changes import Changes
from ankle_coach.domain.errors import AnkleCoachError
from ankle_coach.domain.played_runs import KnownRun
from ankle_coach.domain.run_words import guard_word, weekly_words
from ankle_coach.domain.running import RunRecord, weekly_guard
from ankle_coach.domain.shoes import Shoe
from ankle_coach.domain.words import Words
from ankle_coach.services.run_service import RunService
from ankle_coach.services.settings_service import SettingsService
from ankle_coach.ui.change_hub import ChangeHub
from ankle_coach.ui.dialogs.entry_form import DELETED, deletion_question
from ankle_coach.ui.dialogs.run_dialog import RunDialog
from ankle_coach.ui.theme import Theme
from ankle_coach.ui.widgets.banner import Banner
from ankle_coach.ui.widgets.run_list_card import RunListCard
from ankle_coach.ui.widgets.run_place_cards import RunGateCard, RunStageCard
from ankle_coach.ui.widgets.scroll_page import ScrollPage
from ankle_coach.ui.widgets.shoes_card import ShoesCard
from ankle_coach.ui.widgets.visibility import set_shown

SHOWS = (
    Changes.RUNS
    | Changes.PLAN
    | Changes.SESSIONS
    | Changes.CHECK_INS
    | Changes.SAFETY
    | Changes.DECISIONS
    | Changes.MEASUREMENTS
    | Changes.SETTINGS
)
"""The kinds of data that this page shows."""


class RunningPage(ScrollPage):
    """The page of a person who runs, or wants to again."""

    def __init__(
        self, runs: RunService, settings: SettingsService, theme: Theme, words: Words, hub: ChangeHub
    ) -> None:
        """Make the page.

        Args:
            runs: Keeps runs and shoes, and knows the rules.
            settings: Says in which units distances are shown.
            theme: The look.
            words: The reader's language.
            hub: Tells when something has changed, and is told.
        """
        super().__init__(theme, words.gettext("Running"))
        self.setObjectName("running_page")
        self._runs, self._settings, self._words, self._hub = runs, settings, words, hub
        self._dialog: RunDialog | None = None
        self._unwanted: RunRecord | None = None
        self._build()
        self._connect()
        self._refresh()

    def _build(self) -> None:
        words = self._words
        self._problem = Banner(self._theme, words, "danger", "", word=words.gettext("Not saved"))
        self._problem.setObjectName("running_problem")
        self._week = Banner(self._theme, words, "info", "", word=words.gettext("This week"))
        self._week.setObjectName("running_week")
        for banner in (self._problem, self._week):
            set_shown(banner, False)
            self.add_widget(banner)
        self._list = RunListCard(self._theme, words)
        self._stage = RunStageCard(self._theme, words)
        self._gate = RunGateCard(self._theme, words)
        self._shoes = ShoesCard(self._theme, words)
        self.add_widget(self._list)
        for card in (self._stage, self._gate, self._shoes):
            self.add_side_widget(card)

    def _connect(self) -> None:
        self._hub.changed.connect(self._on_hub_changed)
        self._list.add_requested.connect(self._on_list_add_requested)
        self._list.edit_requested.connect(self._on_list_edit_requested)
        self._list.delete_requested.connect(self._on_list_delete_requested)
        self._shoes.shoe_added.connect(self._on_shoes_shoe_added)
        self._shoes.retire_requested.connect(self._on_shoes_retire_requested)

    @Slot()
    def _refresh(self) -> None:
        units, place = self._settings.current().units, self._runs.place()
        self._list.show_runs(self._runs, units)
        self._stage.show_place(place)
        self._gate.show_place(place)
        self._shoes.show_shoes(self._runs.shoes(), units)
        self._show_week()

    def _show_week(self) -> None:
        """Say what the weekly guard makes of the running week, where it speaks."""
        day = self._runs.new_run().day
        result = weekly_guard(self._runs.runs(), day - timedelta(days=day.weekday()))
        told = weekly_words(result, self._words)
        self._week.set_text(f"{guard_word(result.guard, self._words)}. {told}" if told else "")
        set_shown(self._week, bool(told))

    def _open(self, run: RunRecord, *, is_new: bool) -> None:
        units, today = self._settings.current().units, self._runs.new_run().day
        self._dialog = RunDialog(run, self._runs, units, today, self._theme, self._words, self, is_new=is_new)
        self._dialog.finished.connect(self._on_dialog_finished)
        self._dialog.open()

    @Slot(int)
    def _on_dialog_finished(self, result: int) -> None:
        dialog, self._dialog = self._dialog, None
        if dialog is None:
            return
        run, confirmed = dialog.run, dialog.is_confirmed
        if result == DELETED:
            self._write(lambda: self._runs.delete(run.id))
        elif result == QDialog.DialogCode.Accepted:
            self._write(lambda: self._runs.save(run, confirmed=confirmed))

    def _write(self, action: Callable[[], Changes]) -> None:
        """Do a write and tell everybody, or say in one sentence why it could not be done."""
        set_shown(self._problem, False)
        try:
            changes = action()
        except AnkleCoachError as error:
            self._problem.set_text(str(error))
            set_shown(self._problem, True)
            return
        self._hub.publish(changes)

    @Slot(object, object)
    def _on_hub_changed(self, changes: Changes, initiator: object) -> None:
        if changes.touches(SHOWS) and initiator is not self:
            self._refresh()

    @Slot()
    def _on_list_add_requested(self) -> None:
        self._open(self._runs.next_run(), is_new=True)

    @Slot(object)
    def _on_list_edit_requested(self, known: KnownRun) -> None:
        if known.is_written:
            self._open(known.run, is_new=False)
        else:
            self._open(self._runs.completed(known.run), is_new=True)

    @Slot(object)
    def _on_list_delete_requested(self, run: RunRecord) -> None:
        self._unwanted = run
        question = deletion_question(self._theme, self._words, self)
        question.accepted.connect(self._on_question_accepted)
        question.open()

    @Slot()
    def _on_question_accepted(self) -> None:
        run, self._unwanted = self._unwanted, None
        if run is not None:
            self._write(lambda: self._runs.delete(run.id))

    @Slot(object)
    def _on_shoes_shoe_added(self, shoe: Shoe) -> None:
        self._write(lambda: self._runs.save_shoe(shoe))

    @Slot(str)
    def _on_shoes_retire_requested(self, shoe_id: str) -> None:
        self._write(lambda: self._runs.retire_shoe(shoe_id))
