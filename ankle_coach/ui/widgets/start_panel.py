"""What stands in the plan builder while the plan is empty: all it can start from, one click each."""

from __future__ import annotations

from PySide6.QtCore import QPoint, Qt, Signal, Slot
from PySide6.QtWidgets import (
    QFrame,
    QGridLayout,
    QHBoxLayout,
    QMenu,
    QPushButton,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)

from ankle_coach.domain.exercise_texts import phase_word
from ankle_coach.domain.plan_template import PlanTemplate
from ankle_coach.domain.program import Program
from ankle_coach.domain.program_texts import phase_name, program_name
from ankle_coach.domain.words import Words
from ankle_coach.services.plan_builder_service import PlanBuilderService
from ankle_coach.ui.dialogs.confirm_dialog import ConfirmDialog
from ankle_coach.ui.plan_draft import PlanDraft
from ankle_coach.ui.plan_starts import PlanStarts
from ankle_coach.ui.theme import Theme
from ankle_coach.ui.widgets.card import Card
from ankle_coach.ui.widgets.flow_layout import FlowLayout
from ankle_coach.ui.widgets.grid_keys import GridKeys
from ankle_coach.ui.widgets.tab_chain import stops_inside
from ankle_coach.ui.widgets.text_label import TextLabel
from ankle_coach.ui.widgets.visibility import let_go
from ankle_coach.ui.widgets.wrap_row import WrapRow


class StartPanel(QScrollArea):
    """Own templates, programs with their phases, published programs, other persons' plans."""

    template_deleted = Signal(str)
    """A template is to be deleted; carries its id."""

    def __init__(
        self,
        starts: PlanStarts,
        draft: PlanDraft,
        service: PlanBuilderService,
        theme: Theme,
        words: Words,
        parent: QWidget | None = None,
    ) -> None:
        """Make the panel.

        Args:
            starts: Starts the draft.
            draft: The plan, which knows the person.
            service: Knows what there is to start from.
            theme: The look.
            words: The reader's language.
            parent: Qt owner.
        """
        super().__init__(parent)
        self.setObjectName("start_panel")
        self.setWidgetResizable(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._starts, self._draft, self._service = starts, draft, service
        self._theme, self._words = theme, words
        self.menu: QMenu | None = None
        self._sections: list[QWidget] = []
        self._keys = GridKeys(self)
        inner = QWidget()
        inner.setObjectName("page_body")
        self._column = QVBoxLayout(inner)
        self._column.setContentsMargins(0, 0, 8, 8)
        self._column.setSpacing(14)
        self._column.addStretch(1)
        self.setWidget(inner)
        self.refresh()

    def refresh(self) -> None:
        """Look again what there is to start from."""
        for section in self._sections:
            let_go(section)
        self._keys.clear()
        words = self._words
        self._sections = [
            part
            for part in (
                TextLabel(
                    words.gettext("Start from one of these, or click an exercise in the list."), "muted"
                ),
                self._templates(),
                self._programs(),
                self._more(),
            )
            if part is not None
        ]
        for place, section in enumerate(self._sections):
            self._column.insertWidget(place, section)

    def take_keys(self) -> None:
        """Have the keys at the first thing to start from."""
        first = next(iter(stops_inside(self)), None)
        if first is not None:
            first.setFocus(Qt.FocusReason.TabFocusReason)

    def _templates(self) -> QWidget | None:
        templates = self._service.templates()
        if not templates:
            return None
        card = Card(self._theme, self._words.gettext("My templates"))
        holder = QWidget()
        flow = FlowLayout(holder, spacing=8)
        for template in templates:
            count = len(template.prescriptions)
            told = self._words.ngettext("{name} · {n} exercise", "{name} · {n} exercises", count)
            button = QPushButton(told.format(name=template.name, n=count).replace("&", "&&"))
            button.setObjectName(f"template_{template.id}")
            button.setToolTip(self._words.gettext("Start from it; the context menu deletes it"))
            button.clicked.connect(lambda _checked=False, t=template.id: self._starts.start_template(t))
            button.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
            button.customContextMenuRequested.connect(
                lambda place, b=button, t=template: self._offer(b.mapToGlobal(place), t)
            )
            flow.addWidget(button)
        card.add_widget(holder)
        return card

    def _programs(self) -> QWidget:
        words = self._words
        card = Card(self._theme, words.gettext("A program and phase"))
        for program in self._starts.programs:
            card.add_widget(self._program_row(program))
        return card

    def _program_row(self, program: Program) -> QWidget:
        name = TextLabel(program_name(program, self._words))
        phases = QWidget()
        grid = QGridLayout(phases)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setSpacing(6)
        row: list[QPushButton] = []
        for place, phase in enumerate(program.phases):
            button = QPushButton(
                str(phase.mark) if phase.mark != "MX" else phase_word(phase.mark, self._words)
            )
            button.setObjectName(f"start_{program.id}_{phase.id}")
            button.setProperty("kind", "choice")
            told = f"{program_name(program, self._words)}, {phase_name(program, phase, self._words)}"
            button.setToolTip(told)
            button.setAccessibleName(told)
            button.clicked.connect(
                lambda _checked=False, p=program, one=phase.id: self._starts.start_program(p, one)
            )
            grid.addWidget(button, 0, place)
            row.append(button)
        self._keys.add_row(row)
        return WrapRow(self._theme, name, phases, needs=560)

    def _more(self) -> QWidget:
        words = self._words
        holder = QWidget()
        row = QHBoxLayout(holder)
        row.setContentsMargins(0, 0, 0, 0)
        more = QPushButton(words.gettext("Published programs, other persons' plans…"))
        more.setObjectName("start_more")
        more.clicked.connect(lambda: self._open(more))
        row.addWidget(more)
        row.addStretch(1)
        return holder

    def _offer(self, place: QPoint, template: PlanTemplate) -> None:
        """Offer what can be done with a template."""
        words = self._words
        self.menu = QMenu(self)
        start = self.menu.addAction(words.gettext("Start from it"))
        start.triggered.connect(lambda: self._starts.start_template(template.id))
        delete = self.menu.addAction(words.gettext("Delete template…"))
        delete.setObjectName("delete_template")
        delete.triggered.connect(lambda: self._ask_delete(template))
        self.menu.popup(place)

    def _ask_delete(self, template: PlanTemplate) -> None:
        words = self._words
        question = ConfirmDialog(
            self._theme,
            words,
            words.gettext("Delete the template {name}?").format(name=template.name),
            words.gettext("Plans that were made from it stay as they are."),
            words.gettext("Delete"),
            danger=True,
            parent=self,
        )
        question.accepted.connect(lambda: self.template_deleted.emit(template.id))
        question.open()

    @Slot(QPushButton)
    def _open(self, button: QPushButton) -> None:
        self.menu = self._starts.menu(self)
        self.menu.popup(button.mapToGlobal(QPoint(0, button.height())))
