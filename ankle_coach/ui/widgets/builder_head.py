"""The head of the plan builder: back, the plan's name, start from, undo and redo, template, save."""

from __future__ import annotations

from PySide6.QtCore import QSignalBlocker, Qt, Signal, Slot
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QPushButton, QToolButton, QVBoxLayout, QWidget

from ankle_coach.domain.plan_edit import rename
from ankle_coach.domain.words import Words
from ankle_coach.ui.plan_draft import PlanDraft
from ankle_coach.ui.theme import Theme
from ankle_coach.ui.widgets.flow_layout import FlowLayout
from ankle_coach.ui.widgets.history_keys import HistoryKeys
from ankle_coach.ui.widgets.text_label import TextLabel
from ankle_coach.ui.widgets.wrap_row import WrapRow

_NEEDS = 1000
_INDENT = 7
"""How far the name stands in from the edge of its field."""


class BuilderHead(QWidget):
    """Tells what is wanted; Undo and Redo it does itself."""

    back_requested = Signal()
    start_requested = Signal(QWidget)
    template_requested = Signal()
    save_requested = Signal()

    def __init__(
        self, draft: PlanDraft, person: str, theme: Theme, words: Words, parent: QWidget | None = None
    ) -> None:
        """Show a draft.

        Args:
            draft: The plan.
            person: Name or code of the person; empty where there is none.
            theme: The look.
            words: The reader's language.
            parent: Qt owner.
        """
        super().__init__(parent)
        self.setObjectName("builder_head")
        self._draft, self._person, self._theme, self._words = draft, person, theme, words
        self._build()
        self._connect()
        self._on_theme_changed()
        self.refresh()

    def add_button(self, button: QPushButton) -> None:
        """Put a button before Save."""
        self._flow.removeWidget(self._save)
        self._flow.addWidget(button)
        self._flow.addWidget(self._save)
        QWidget.setTabOrder(button, self._save)

    def edit_name(self) -> None:
        """Let the name be typed."""
        self._name.setFocus(Qt.FocusReason.OtherFocusReason)
        self._name.selectAll()

    @Slot()
    def refresh(self) -> None:
        """Show the draft as it is now."""
        plan, words = self._draft.plan, self._words
        if plan.name != " ".join(self._name.text().split()):
            with QSignalBlocker(self._name):
                self._name.setText(plan.name)
        state = words.gettext("not saved yet") if self._draft.is_changed else ""
        if not state and plan.prescriptions:
            state = words.gettext("saved as version {n}").format(n=plan.version)
        self._who.setText(" · ".join(part for part in (self._person, state) if part))
        for button, name, nothing, pattern in (
            (
                self._undo,
                self._draft.undo_name,
                words.gettext("Nothing to undo"),
                words.gettext("Undo: {step}"),
            ),
            (
                self._redo,
                self._draft.redo_name,
                words.gettext("Nothing to redo"),
                words.gettext("Redo: {step}"),
            ),
        ):
            told = pattern.format(step=name) if name else nothing
            button.setEnabled(bool(name))
            button.setToolTip(told)
            button.setAccessibleName(told)
        self._save.setEnabled(self._draft.is_changed and bool(plan.prescriptions))
        self._template.setEnabled(bool(plan.prescriptions))

    def _build(self) -> None:
        words = self._words
        self._back = QToolButton()
        self._back.setObjectName("builder_back")
        self._back.setAccessibleName(words.gettext("Back"))
        self._back.setToolTip(words.gettext("Back"))
        self._name = QLineEdit()
        self._name.setObjectName("plan_name")
        self._name.setProperty("flat", "title")
        self._name.setMaxLength(120)
        self._name.setAccessibleName(words.gettext("Name of the plan"))
        self._name.setPlaceholderText(words.gettext("Name of the plan"))
        HistoryKeys(self._name)
        self._who = TextLabel("", "small", wraps=False)
        self._who.setObjectName("builder_who")
        self._who.setIndent(self._theme.px(_INDENT))
        titles = QVBoxLayout()
        titles.setSpacing(0)
        titles.addWidget(self._name)
        titles.addWidget(self._who)
        first = QWidget()
        row = QHBoxLayout(first)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(8)
        row.addWidget(self._back, 0, Qt.AlignmentFlag.AlignTop)
        row.addLayout(titles, 1)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.addWidget(WrapRow(self._theme, first, self._buttons(), needs=_NEEDS))

    def _buttons(self) -> QWidget:
        words = self._words
        self._start = QPushButton(words.gettext("Start from…"))
        self._start.setObjectName("start_button")
        self._undo, self._redo = QPushButton(), QPushButton()
        self._undo.setObjectName("undo_button")
        self._redo.setObjectName("redo_button")
        self._template = QPushButton(words.gettext("Save as template…"))
        self._template.setObjectName("template_button")
        self._save = QPushButton(words.gettext("Save"))
        self._save.setObjectName("save_button")
        self._save.setProperty("kind", "primary")
        self._save.setToolTip(words.gettext("Save a new version (Ctrl+S)"))
        buttons = QWidget()
        self._flow = FlowLayout(buttons, spacing=8)
        for button in (self._start, self._undo, self._redo, self._template, self._save):
            self._flow.addWidget(button)
        return buttons

    def _connect(self) -> None:
        self._draft.draft_changed.connect(self.refresh)
        self._theme.theme_changed.connect(self._on_theme_changed)
        self._back.clicked.connect(self.back_requested)
        self._name.textEdited.connect(self._on_name_text_edited)
        self._name.editingFinished.connect(self._on_name_editing_finished)
        self._start.clicked.connect(lambda: self.start_requested.emit(self._start))
        self._undo.clicked.connect(self._draft.undo)
        self._redo.clicked.connect(self._draft.redo)
        self._template.clicked.connect(self.template_requested)
        self._save.clicked.connect(self.save_requested)

    @Slot(str)
    def _on_name_text_edited(self, text: str) -> None:
        if text.strip():  # an empty name is on its way to another
            self._draft.do(self._words.gettext("name"), lambda plan: rename(plan, text), "name")

    @Slot()
    def _on_name_editing_finished(self) -> None:
        self._draft.settle()
        if not self._name.text().strip():
            self._name.setText(self._draft.plan.name)

    @Slot()
    def _on_theme_changed(self) -> None:
        self._back.setIcon(self._theme.icon("back", "text"))
        self._undo.setIcon(self._theme.icon("undo", "button_text"))
        self._redo.setIcon(self._theme.icon("redo", "button_text"))
