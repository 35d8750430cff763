"""Asks whose plan to start from: the persons by name, found as one types."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import (
    QDialog,
    QHBoxLayout,
    QListWidget,
    QListWidgetItem,
    QVBoxLayout,
    QWidget,
)

from ankle_coach.domain.library import fold
from ankle_coach.domain.words import Words
from ankle_coach.services.plan_builder_service import PlanBuilderService
from ankle_coach.ui.dialogs.dialog_size import take_size
from ankle_coach.ui.theme import Theme
from ankle_coach.ui.widgets.dialog_button import dialog_button
from ankle_coach.ui.widgets.search_field import SearchField
from ankle_coach.ui.widgets.text_label import TextLabel

_MOST = 200
"""Names that are listed at once; typing finds the others."""


class OtherPlanDialog(QDialog):
    """A search and a list; Enter or a double click takes the plan. It stays open where there is none."""

    plan_chosen = Signal(object, str)
    """The plan and the person's name."""

    def __init__(
        self,
        person: str,
        service: PlanBuilderService,
        theme: Theme,
        words: Words,
        parent: QWidget | None = None,
    ) -> None:
        """Make the question.

        Args:
            person: Id of the person that a plan is built for, who is not listed.
            service: Knows persons and plans.
            theme: The look.
            words: The reader's language.
            parent: The window to stand over.
        """
        super().__init__(parent)
        self.setObjectName("other_plan_dialog")
        self.setWindowTitle(words.gettext("Another person's plan"))
        self.setModal(True)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self._service, self._words = service, words
        self._persons = [(one.id, one.name, fold(one.name)) for one in service.others(person)]
        self._search = SearchField(theme, words.gettext("Search persons"))
        self._search.setObjectName("other_search")
        self._list = QListWidget()
        self._list.setObjectName("other_list")
        self._list.setAccessibleName(words.gettext("Persons"))
        self._told = TextLabel("", "small")
        self._told.setObjectName("other_told")
        self._take = dialog_button(
            words.gettext("Start from this plan"), "other_accept", "primary", default=True
        )
        self._build(theme)
        self._search.search_changed.connect(self._refresh)
        self._list.itemDoubleClicked.connect(self._on_take_clicked)
        self._take.clicked.connect(self._on_take_clicked)
        self._refresh()

    def _build(self, theme: Theme) -> None:
        cancel = dialog_button(self._words.gettext("Cancel"), "other_cancel")
        cancel.clicked.connect(self.reject)
        buttons = QHBoxLayout()
        buttons.setSpacing(10)
        buttons.addStretch(1)
        buttons.addWidget(cancel)
        buttons.addWidget(self._take)
        column = QVBoxLayout(self)
        margin = theme.px(24)
        column.setContentsMargins(margin, margin, margin, margin)
        column.setSpacing(theme.px(12))
        column.addWidget(TextLabel(self.windowTitle(), "heading"))
        column.addWidget(self._search)
        column.addWidget(self._list, 1)
        column.addWidget(self._told)
        column.addLayout(buttons)
        take_size(self, theme, 480, 520)

    @Slot()
    def _refresh(self) -> None:
        wanted = fold(self._search.text()).split()
        self._list.clear()
        for person, name, folded in self._persons:
            if self._list.count() < _MOST and all(word in folded for word in wanted):
                item = QListWidgetItem(name or self._words.gettext("Without a name"))
                item.setData(Qt.ItemDataRole.UserRole, person)
                self._list.addItem(item)
        self._list.setCurrentRow(0)
        self._take.setEnabled(self._list.count() > 0)
        self._told.setText("")

    @Slot()
    def _on_take_clicked(self) -> None:
        if self._list.currentRow() < 0:
            return
        item = self._list.currentItem()
        plan = self._service.current(str(item.data(Qt.ItemDataRole.UserRole)))
        if plan is None:
            self._told.setText(self._words.gettext("{name} has no plan yet.").format(name=item.text()))
            return
        self.plan_chosen.emit(plan, item.text())
        self.accept()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Go through the names from the search too."""
        if Qt.Key(event.key()) in (Qt.Key.Key_Up, Qt.Key.Key_Down) and self._search.hasFocus():
            step = 1 if event.key() == Qt.Key.Key_Down else -1
            self._list.setCurrentRow(max(0, min(self._list.count() - 1, self._list.currentRow() + step)))
        else:
            super().keyPressEvent(event)
