"""The plan builder: exercises at the left, the plan at the right, and above both what holds for all of it."""

from __future__ import annotations

from typing import NamedTuple

from PySide6.QtCore import QEvent, QObject, Qt, Signal, Slot
from PySide6.QtGui import QKeyEvent, QKeySequence, QResizeEvent, QShowEvent
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from ankle_coach.domain.changes import Changes
from ankle_coach.domain.library import Library
from ankle_coach.domain.words import Words
from ankle_coach.services.plan_builder_service import PlanBuilderService
from ankle_coach.ui.builder_keys import Pane, serve_keys
from ankle_coach.ui.change_hub import ChangeHub
from ankle_coach.ui.dialogs.evidence_dialog import EvidenceDialog
from ankle_coach.ui.handout_desk import HandoutDesk
from ankle_coach.ui.own_exercise_desk import OwnExerciseDesk
from ankle_coach.ui.plan_adder import PlanAdder
from ankle_coach.ui.plan_desk import PlanDesk
from ankle_coach.ui.plan_draft import PlanDraft
from ankle_coach.ui.plan_menus import PlanMenus
from ankle_coach.ui.plan_starts import PlanStarts
from ankle_coach.ui.theme import Theme
from ankle_coach.ui.widgets.builder_facts import BuilderFacts
from ankle_coach.ui.widgets.builder_head import BuilderHead
from ankle_coach.ui.widgets.builder_preview import BuilderPreview
from ankle_coach.ui.widgets.exercise_picker import ExercisePicker
from ankle_coach.ui.widgets.led_page import LedPage
from ankle_coach.ui.widgets.plan_outline import PlanOutline
from ankle_coach.ui.widgets.plan_side import PlanSide
from ankle_coach.ui.widgets.segmented_control import SegmentedControl
from ankle_coach.ui.widgets.toast import Toast
from ankle_coach.ui.widgets.warnings_panel import WarningsPanel

_SIDE_BY_SIDE_FROM = 900
_PICKER_ROOM = 380
_PREVIEW_FROM = 1240
_PREVIEW_ROOM = 330
_WIDEST = 16_777_215


class BuilderParts(NamedTuple):
    """What the page works with.

    Attributes:
        service: Starts and keeps plans.
        handouts: Prints and previews; None where nothing is printed.
        tone: Skin tone of the figures.
        own: Where own exercises are written; None where none can be.
    """

    service: PlanBuilderService
    handouts: HandoutDesk | None = None
    tone: int = 0
    own: OwnExerciseDesk | None = None


class PlanBuilderPage(LedPage):
    """Builds a plan for one person. It keeps no data: the draft does, and what is saved is the service's.

    Ctrl+S saves, Ctrl+Z and Ctrl+Shift+Z undo and redo, Ctrl+F or / goes to the search.
    """

    plan_saved = Signal(str)
    """A version was kept; carries the id of the person."""
    left = Signal()

    def __init__(
        self,
        parts: BuilderParts,
        person: str,
        library: Library,
        theme: Theme,
        words: Words,
        hub: ChangeHub,
        parent: QWidget | None = None,
    ) -> None:
        """Open the builder for a person, with the plan that the person has.

        Args:
            parts: What it works with.
            person: Id of the person.
            library: The exercises and programs.
            theme: The look.
            words: The reader's language.
            hub: Is told what was saved, and tells of new exercises.
            parent: Qt owner.

        Raises:
            NotFoundError: There is no such person.
        """
        super().__init__(parent)
        self._service, self._handouts, self._tone, self._own = parts
        self._person, self._library = person, library
        self._theme, self._words, self._hub = theme, words, hub
        self.draft = PlanDraft(self._service, library, person, words.gettext("Exercise plan"), self)
        self._starts = PlanStarts(self.draft, self._service, theme, words)
        self._watched: QWidget | None = None
        self.setObjectName("plan_builder_page")
        self.setAccessibleName(words.gettext("Plan builder"))
        self._build()
        self._connect()
        self._refresh()

    @property
    def is_narrow(self) -> bool:
        """Whether exercises and plan take turns."""
        return self.width() < self._theme.px(_SIDE_BY_SIDE_FROM)

    @property
    def outline(self) -> PlanOutline:
        """The plan."""
        return self._outline

    @property
    def picker(self) -> ExercisePicker:
        """The exercises."""
        return self._picker

    @property
    def adder(self) -> PlanAdder:
        """What adds exercises."""
        return self._adder

    @property
    def starts(self) -> PlanStarts:
        """What starts the plan anew."""
        return self._starts

    @property
    def desk(self) -> PlanDesk:
        """What saves, keeps and asks before leaving."""
        return self._desk

    @property
    def toast(self) -> Toast:
        """What is said in passing."""
        return self._toast

    @property
    def menus(self) -> PlanMenus:
        """The menus."""
        return self._menus

    @Slot()
    def print_plan(self) -> None:
        """Print the saved plan; what is not saved is asked for first, so that the paper names its version."""
        if self._handouts is not None and self.draft.plan.prescriptions:
            self._desk.save_and(self._open_print)

    def _open_print(self) -> None:
        assert self._handouts is not None
        self._handouts.open_print(self.window(), self.draft.plan)

    def leave(self) -> None:
        """Leave, or ask first where something is not saved."""
        self._desk.leave(self.left.emit)

    # --- building -----------------------------------------------------------------------------

    def _build(self) -> None:
        theme, words, service = self._theme, self._words, self._service
        person = service.person(self._person)
        self._head = BuilderHead(self.draft, person.name, theme, words)
        self._facts = BuilderFacts(self.draft, theme, words)
        self._picker = ExercisePicker(
            self._library,
            theme,
            words,
            favorites=service.favorites,
            recent=service.recent,
            at_hand=service.circumstances(self._person).at_hand,
            tone=self._tone,
        )
        stills = self._picker.gallery.stills
        self._plan_side = PlanSide(self.draft, service, self._library, self._starts, theme, words, stills)
        self._outline, self._start_panel = self._plan_side.outline, self._plan_side.start_panel
        self._adder = PlanAdder(self.draft, service, self._library, words, self)
        self._adder.added.connect(self._on_adder_added)
        self._menus = PlanMenus(self.draft, self._outline, service, words, self)
        self._toast = Toast(self)
        self._desk = PlanDesk(self.draft, service, theme, words, self._hub, self)
        self._tabs = SegmentedControl(words.gettext("Part of the builder"), self._parts())
        self._tabs.setObjectName("builder_tabs")
        columns = QHBoxLayout()
        columns.setSpacing(18)
        columns.addWidget(self._picker)
        columns.addWidget(self._plan_side, 1)
        self._preview = self._build_preview()
        if self._preview is not None:
            columns.addWidget(self._preview)
        column = QVBoxLayout(self)
        column.setContentsMargins(20, 14, 16, 10)
        column.setSpacing(10)
        column.addWidget(self._head)
        column.addWidget(self._tabs)
        column.addWidget(self._facts)
        column.addLayout(columns, 1)
        self.set_first(self._picker.search)

    def _parts(self) -> list[tuple[str, str]]:
        """The parts that take turns in a narrow window."""
        words = self._words
        parts = [
            ("plan", words.gettext("Plan")),
            ("exercises", words.gettext("Exercises")),
            ("facts", words.gettext("Details")),
        ]
        return parts if self._handouts is None else [*parts, ("preview", words.gettext("Handout"))]

    def _build_preview(self) -> BuilderPreview | None:
        """The handout with its buttons in the head; None where nothing is printed."""
        if self._handouts is None:
            return None
        words = self._words
        self._shows_preview = QPushButton(words.gettext("Preview"))
        self._shows_preview.setObjectName("preview_toggle")
        self._shows_preview.setCheckable(True)
        self._shows_preview.setChecked(True)
        self._shows_preview.toggled.connect(self._arrange)
        self._print = QPushButton(words.gettext("Print…"))
        self._print.setObjectName("builder_print")
        self._print.setToolTip(words.gettext("The saved plan on paper (Ctrl+P)"))
        self._print.setShortcut(QKeySequence(QKeySequence.StandardKey.Print))
        self._print.clicked.connect(self.print_plan)
        self._head.add_button(self._shows_preview)
        self._head.add_button(self._print)
        return BuilderPreview(self.draft, self._handouts, self._theme, words)

    def _connect(self) -> None:
        self.draft.draft_changed.connect(self._refresh)
        self.draft.refused.connect(self._toast.show_message)
        self._hub.changed.connect(self._on_hub_changed)
        self._theme.theme_changed.connect(self._arrange)
        self._head.back_requested.connect(self.leave)
        self._head.start_requested.connect(self._on_head_start_requested)
        self._head.template_requested.connect(self._desk.ask_template)
        self._head.save_requested.connect(self._desk.save)
        self._desk.plan_saved.connect(self.plan_saved)
        self._desk.shelf_changed.connect(self._picker.refresh)
        self._desk.shelf_changed.connect(self._start_panel.refresh)
        self._start_panel.template_deleted.connect(self._desk.delete_template)
        self._desk.said.connect(self._toast.show_message)
        self._facts.warnings_requested.connect(self._on_facts_warnings_requested)
        self._picker.exercise_picked.connect(self._adder.add)
        self._picker.favorite_toggled.connect(self._desk.toggle_favorite)
        self._picker.menu_requested.connect(self._menus.open_exercise)
        self._picker.serve_own(self._own, self._toast.show_message)
        self._outline.exercise_dropped.connect(self._on_outline_exercise_dropped)
        self._outline.card_menu_requested.connect(self._menus.open_card)
        self._outline.group_menu_requested.connect(self._menus.open_group)
        self._outline.group_requested.connect(self._menus.open_new_group)
        self._outline.usual_dose_requested.connect(self._desk.keep_usual_dose)
        self._menus.exercise_wanted.connect(self._adder.add)
        self._menus.favorite_toggled.connect(self._desk.toggle_favorite)
        self._menus.usual_dose_requested.connect(self._desk.keep_usual_dose)
        self._menus.usual_dose_forgotten.connect(self._desk.forget_usual_dose)
        self._tabs.current_changed.connect(self._arrange)
        panes = [Pane(self._picker, self._find), Pane(self._plan_side, self._plan_side.take_keys)]
        if self._preview is not None:
            panes.append(Pane(self._preview, self._preview.pages.setFocus))
        panes.append(Pane(self._head, self._head.edit_name))
        serve_keys(self, self.draft, save=self._desk.save, find=self._find, panes=panes)

    @Slot()
    def _refresh(self) -> None:
        plan = self.draft.plan
        if self._preview is not None:
            self._print.setEnabled(bool(plan.prescriptions))
        self._plan_side.refresh()

    @Slot()
    def _arrange(self) -> None:
        narrow, shown = self.is_narrow, self._tabs.current
        self._tabs.setVisible(narrow)
        self._facts.setVisible(not narrow or shown == "facts")
        self._picker.setVisible(not narrow or shown == "exercises")
        self._plan_side.setVisible(not narrow or shown == "plan")
        if self._preview is not None:
            wide = self.width() >= self._theme.px(_PREVIEW_FROM)
            self._shows_preview.setVisible(wide)
            beside = not narrow and wide and self._shows_preview.isChecked()
            self._preview.setVisible(beside or (narrow and shown == "preview"))
            self._preview.setMaximumWidth(_WIDEST if narrow else self._theme.px(_PREVIEW_ROOM))
            self._preview.setMinimumWidth(0 if narrow else self._theme.px(_PREVIEW_ROOM))
        room = self._picker.gallery.width_for(self._theme.px(_PICKER_ROOM))
        self._picker.setMinimumWidth(0 if narrow else room)
        self._picker.setMaximumWidth(_WIDEST if narrow else room)

    def _find(self) -> None:
        if self.is_narrow:
            self._tabs.set_current("exercises")
        self._picker.search.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self._picker.search.selectAll()

    # --- slots --------------------------------------------------------------------------------

    @Slot(object, object)
    def _on_hub_changed(self, changes: Changes, initiator: object) -> None:
        if changes.touches(Changes.LIBRARY) and initiator is not self:
            self._picker.refresh()
            self._outline.refresh()

    @Slot(QWidget)
    def _on_head_start_requested(self, button: QWidget) -> None:
        self._menus.menu = self._starts.menu(self)
        self._menus.menu.popup(button.mapToGlobal(button.rect().bottomLeft()))

    @Slot(str)
    def _on_adder_added(self, prescription_id: str) -> None:
        self._outline.choose((prescription_id,))

    @Slot(str, str, int)
    def _on_outline_exercise_dropped(self, session: str, exercise: str, place: int) -> None:
        self._adder.add(exercise, session, place)

    @Slot(QWidget)
    def _on_facts_warnings_requested(self, button: QWidget) -> None:
        panel = WarningsPanel(self.draft, self._library, self._theme, self._words, button)
        panel.place_chosen.connect(self._on_panel_place_chosen)
        panel.reference_chosen.connect(self._on_panel_reference_chosen)
        self._desk.dialog = panel
        panel.open_under(button)

    @Slot(str, str)
    def _on_panel_place_chosen(self, prescription_id: str, session_id: str) -> None:
        if self.is_narrow:
            self._tabs.set_current("plan")
        self._outline.show_warning(prescription_id, session_id)

    @Slot(str)
    def _on_panel_reference_chosen(self, reference_id: str) -> None:
        dialog = EvidenceDialog(self._library.reference(reference_id), self._theme, self._words, self)
        dialog.open()

    def _leave_with_window(self) -> None:
        window = self._watched
        if window is not None:
            window.removeEventFilter(self)
            self._watched = None
        self.left.emit()
        if window is not None:
            window.close()

    # --- Qt -----------------------------------------------------------------------------------

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Leave with Escape, where nothing else is to be left; what is not saved is asked for first."""
        if event.key() == Qt.Key.Key_Escape:
            self.leave()
        else:
            super().keyPressEvent(event)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Ask before the window closes over something that is not saved."""
        if watched is self._watched and event.type() is QEvent.Type.Close and self.draft.is_changed:
            event.ignore()
            self._desk.leave(self._leave_with_window)
            return True
        return False

    def showEvent(self, event: QShowEvent) -> None:
        """Watch the window that it stands in."""
        super().showEvent(event)
        window = self.window()
        if window is not self and window is not self._watched:
            self._watched = window
            window.installEventFilter(self)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Choose whether exercises and plan stand side by side."""
        super().resizeEvent(event)
        self._arrange()
