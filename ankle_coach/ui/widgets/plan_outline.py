"""The plan in the builder: groups of cards, chosen, opened, dragged and moved by keys."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QPoint, Qt, QTimer, Signal, Slot
from PySide6.QtGui import QKeyEvent, QKeySequence, QShortcut
from PySide6.QtWidgets import QFrame, QPushButton, QScrollArea, QVBoxLayout, QWidget

from ankle_coach.domain.frequency import Frequency
from ankle_coach.domain.library import Library
from ankle_coach.domain.plan import Plan
from ankle_coach.domain.plan_edit import (
    duplicate,
    in_order,
    move,
    remove,
    rename_session,
    set_session_frequency,
    shift,
)
from ankle_coach.domain.words import Words
from ankle_coach.ui.builder_words import step_on
from ankle_coach.ui.plan_card_facts import card_facts, group_minutes
from ankle_coach.ui.plan_draft import PlanDraft
from ankle_coach.ui.plan_selection import PlanSelection
from ankle_coach.ui.theme import Theme
from ankle_coach.ui.widgets.figure_stills import FigureStills
from ankle_coach.ui.widgets.plan_card import PlanCard
from ankle_coach.ui.widgets.plan_group import PlanGroup
from ankle_coach.ui.widgets.prescription_editor import PrescriptionEditor
from ankle_coach.ui.widgets.tab_chain import chain_before
from ankle_coach.ui.widgets.visibility import let_go

_ROOM = 8
_OPENS = (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space)


class PlanOutline(QScrollArea):
    """Shows a draft. Up and Down go from card to card, Enter opens, Alt with arrows moves, Delete removes."""

    chosen_changed, several_wanted = Signal(), Signal()
    exercise_dropped = Signal(str, str, int)
    """Group, exercise and place."""
    card_menu_requested = Signal(str, QPoint)
    group_menu_requested = Signal(str, QPoint)
    group_requested = Signal(QWidget)
    """A new group is wanted; carries the button to open a menu under."""
    usual_dose_requested = Signal(str)

    def __init__(
        self,
        draft: PlanDraft,
        library: Library,
        theme: Theme,
        words: Words,
        stills: FigureStills,
        parent: QWidget | None = None,
    ) -> None:
        """Show a draft.

        Args:
            draft: The plan.
            library: The exercises.
            theme: The look.
            words: The reader's language.
            stills: The pictures, shared with the gallery.
            parent: Qt owner.
        """
        super().__init__(parent)
        self._draft, self._library, self._theme, self._words = draft, library, theme, words
        self._stills = stills
        self._groups: dict[str, PlanGroup] = {}
        self._cards: dict[str, PlanCard] = {}
        self._selection = PlanSelection()
        self._open = ""
        self._shows_more = False
        self._chained: list[tuple[str, list[str]]] = []
        self.setObjectName("plan_outline")
        self.setWidgetResizable(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._build()
        draft.draft_changed.connect(self.refresh)
        self.refresh()

    @property
    def chosen(self) -> tuple[str, ...]:
        """Ids of the chosen prescriptions, in the order of the cards."""
        return self._selection.chosen

    @property
    def open_id(self) -> str:
        """The prescription whose editor is open; empty for none."""
        return self._open

    def card(self, prescription_id: str) -> PlanCard:
        """Return a card.

        Raises:
            KeyError: There is none.
        """
        return self._cards[prescription_id]

    def group(self, session_id: str) -> PlanGroup:
        """Return a group.

        Raises:
            KeyError: There is none.
        """
        return self._groups[session_id]

    @Slot()
    def refresh(self) -> None:
        """Show the draft as it is now; what did not change is left alone."""
        plan, warnings = self._draft.plan, self._draft.warnings
        self._match_groups(plan)
        for prescription in plan.prescriptions:
            card = self._cards.get(prescription.id) or self._new_card(prescription.id, prescription.exercise)
            reached, known = self._draft.reached(prescription), self._library.exercises
            card.show_facts(card_facts(prescription, plan, known, warnings, self._words, reached))
        for session in plan.sessions:
            group = self._groups[session.id]
            group.show_session(session, group_minutes(plan, session.id, self._words))
            group.show_cards([self._cards[p.id] for p in plan.in_session(session.id)])
        self._drop_cards({p.id for p in plan.prescriptions})
        self._chain_tabs(plan)
        before = self._selection.chosen
        self._selection.keep(self._order())
        self._show_chosen(tell=before != self._selection.chosen)
        editor = self._cards[self._open].editor if self._open else None
        if isinstance(editor, PrescriptionEditor):
            editor.refresh()

    def choose(self, ids: tuple[str, ...], *, opens: bool = False) -> None:
        """Choose cards, and open the editor where there is but one."""
        self._selection.choose(self._order(), ids)
        self._open_editor(self._selection.only if opens else "")
        self._show_chosen(tell=True)
        if self._selection.only:
            self._bring_into_view(self._selection.only)

    def take_keys(self, *ids: str) -> None:
        """Have the keys at a card: one of those, the chosen, the first; else where a group is added."""
        cards = (*ids, *self.chosen, *self._order())
        if cards:
            self._keep_focus(cards[0])
        else:
            self._add_group.setFocus(Qt.FocusReason.OtherFocusReason)

    def show_warning(self, prescription_id: str, session_id: str) -> None:
        """Bring the place that a warning is about into view."""
        if prescription_id in self._cards:
            self.choose((prescription_id,))
            self._cards[prescription_id].setFocus(Qt.FocusReason.OtherFocusReason)
        elif session_id in self._groups:
            self.ensureWidgetVisible(self._groups[session_id])

    def _build(self) -> None:
        inner = self._inner = QWidget()
        inner.setObjectName("page_body")
        self._column = QVBoxLayout(inner)
        self._column.setContentsMargins(0, 0, 8, 8)
        self._column.setSpacing(12)
        self._add_group = QPushButton(self._words.gettext("Add a group"))
        self._add_group.setObjectName("add_group")
        self._add_group.clicked.connect(lambda: self.group_requested.emit(self._add_group))
        self._column.addWidget(self._add_group, 0, Qt.AlignmentFlag.AlignLeading)
        self._column.addStretch(1)
        self.setWidget(inner)
        context = Qt.ShortcutContext.WidgetWithChildrenShortcut
        keys: tuple[tuple[str, Callable[[], None]], ...] = (
            ("Alt+Up", lambda: self.shift(-1)),
            ("Alt+Down", lambda: self.shift(1)),
            ("Ctrl+D", self.duplicate),
        )
        for sequence, action in keys:
            shortcut = QShortcut(QKeySequence(sequence), self)
            shortcut.setContext(context)
            shortcut.activated.connect(action)
        self._theme.theme_changed.connect(self._on_theme_changed)
        self._on_theme_changed()

    # --- keeping widgets and plan in step -----------------------------------------------------

    def _match_groups(self, plan: Plan) -> None:
        for place, session in enumerate(plan.sessions):
            group = self._groups.get(session.id)
            if group is None:
                group = self._groups[session.id] = PlanGroup(session, self._theme, self._words)
                group.renamed.connect(self._on_group_renamed)
                group.name_left.connect(self._draft.settle)
                group.frequency_changed.connect(self._on_group_frequency_changed)
                group.menu_requested.connect(self.group_menu_requested)
                group.prescriptions_dropped.connect(self._on_group_prescriptions_dropped)
                group.exercise_dropped.connect(self.exercise_dropped)
            if self._column.indexOf(group) != place:
                self._column.insertWidget(place, group)
                group.show()

    def _new_card(self, prescription_id: str, exercise: str) -> PlanCard:
        card = PlanCard(prescription_id, exercise, self._theme, self._words, self._stills)
        card.pressed.connect(self._on_card_pressed)
        card.menu_requested.connect(self._on_card_menu_requested)
        card.drag_begun.connect(self._on_card_drag_begun)
        self._cards[prescription_id] = card
        return card

    def _drop_cards(self, there: set[str]) -> None:
        """Take away cards and groups that the plan has no longer; the cards that stay have moved before."""
        for prescription_id in [one for one in self._cards if one not in there]:
            if prescription_id == self._open:
                self._open = ""
            let_go(self._cards.pop(prescription_id))
        sessions = {session.id for session in self._draft.plan.sessions}
        for session_id in [one for one in self._groups if one not in sessions]:
            let_go(self._groups.pop(session_id))

    def _chain_tabs(self, plan: Plan) -> None:
        """Let Tab go as groups and cards stand, and begin at the first card of a plan that is new here."""
        places = [(session.id, [p.id for p in plan.in_session(session.id)]) for session in plan.sessions]
        if places == self._chained:
            return
        self._chained = places
        parts = [(self._groups[key], [self._cards[one] for one in ids]) for key, ids in places]
        chain_before(self._add_group, self, parts)
        if plan.prescriptions and not self.isVisible():
            self._cards[self._order()[0]].setFocus()

    def _order(self) -> list[str]:
        return [prescription.id for prescription in in_order(self._draft.plan)]

    def _show_chosen(self, *, tell: bool) -> None:
        chosen = set(self._selection.chosen)
        for prescription_id, card in self._cards.items():
            card.set_chosen(prescription_id in chosen)
        if self._open and self._open != self._selection.only:
            self._open_editor("")
        if tell:
            self.chosen_changed.emit()

    def _open_editor(self, prescription_id: str) -> None:
        if prescription_id == self._open:
            return
        if self._open in self._cards:
            self._cards[self._open].close_editor()
        self._open = ""
        if self._draft.exercise_of(prescription_id) is None:
            return
        editor = PrescriptionEditor(
            self._draft, prescription_id, self._theme, self._words, self._library, more=self._shows_more
        )
        editor.usual_dose_requested.connect(self.usual_dose_requested)
        editor.more_toggled.connect(self._on_editor_more_toggled)
        self._cards[prescription_id].open(editor)
        self._open = prescription_id

    def _bring_into_view(self, prescription_id: str) -> None:
        card = self._cards[prescription_id]

        def look() -> None:
            if self._cards.get(prescription_id) is card:
                self.ensureWidgetVisible(card, 0, _ROOM)
                head = card.mapTo(self._inner, QPoint(0, 0)).y()  # of a card higher than the view
                self.verticalScrollBar().setValue(min(self.verticalScrollBar().value(), head - _ROOM))

        QTimer.singleShot(0, card, look)  # once an opened card has its height

    # --- doing --------------------------------------------------------------------------------

    def shift(self, step: int) -> None:
        """Move the chosen cards up (-1) or down (1)."""
        ids = self._selection.chosen or self._focused()
        if ids:
            words = self._words
            what = words.gettext("move up") if step < 0 else words.gettext("move down")
            self._draft.do(self._named(what, ids), lambda plan: shift(plan, ids, step))
            self._keep_focus(ids[0])

    def duplicate(self) -> None:
        """Put a copy behind the chosen card."""
        only = self._selection.only
        if not only:
            return
        before = set(self._order())
        if self._draft.do(
            self._named(self._words.gettext("duplicate"), (only,)), lambda plan: duplicate(plan, only)
        ):
            self.choose(tuple(one for one in self._order() if one not in before))

    def remove(self) -> None:
        """Remove the chosen cards; the next one is chosen."""
        ids, order = self._selection.chosen, self._order()
        if not ids:
            return
        after = [one for one in order[order.index(ids[-1]) :] if one not in ids]
        left = after or [one for one in order if one not in ids][-1:]
        self._draft.do(self._named(self._words.gettext("remove"), ids), lambda plan: remove(plan, ids))
        if left:
            self.choose((left[0],))
            self._keep_focus(left[0])

    def _named(self, what: str, ids: tuple[str, ...]) -> str:
        return step_on(what, [self._draft.exercise_of(one) for one in ids], self._words)

    def _focused(self) -> tuple[str, ...]:
        return tuple(one for one, card in self._cards.items() if card.hasFocus())

    def _keep_focus(self, prescription_id: str) -> None:
        card = self._cards.get(prescription_id)
        if card is not None:
            card.setFocus(Qt.FocusReason.OtherFocusReason)
            self._bring_into_view(prescription_id)

    def _go(self, step: int, *, stretches: bool) -> None:
        """Go to a neighbor of the card with the focus."""
        here = self._selection.go(self._order(), self._focused()[0], step, stretches=stretches)
        if here:
            self._show_chosen(tell=True)
            self._keep_focus(here)

    @Slot(str, object)
    def _on_card_pressed(self, prescription_id: str, modifiers: Qt.KeyboardModifier) -> None:
        adds = bool(modifiers & Qt.KeyboardModifier.ControlModifier)
        stretches = bool(modifiers & Qt.KeyboardModifier.ShiftModifier)
        self._selection.click(self._order(), prescription_id, adds=adds, stretches=stretches)
        self._open_editor(self._selection.only if not adds and not stretches else "")
        self._show_chosen(tell=True)
        if self._open:
            self._bring_into_view(self._open)  # the editor above, which closed, has moved it

    @Slot(str, QPoint)
    def _on_card_menu_requested(self, prescription_id: str, place: QPoint) -> None:
        if prescription_id not in self._selection.chosen:
            self._selection.click(self._order(), prescription_id)
            self._show_chosen(tell=True)
        self.card_menu_requested.emit(prescription_id, place)

    @Slot(str)
    def _on_card_drag_begun(self, prescription_id: str) -> None:
        if prescription_id not in self._selection.chosen:
            self._selection.click(self._order(), prescription_id)
            self._show_chosen(tell=True)
        self._cards[prescription_id].drag(list(self._selection.chosen))

    @Slot(str, list, int)
    def _on_group_prescriptions_dropped(self, session: str, ids: list[str], place: int) -> None:
        moved = tuple(ids)
        what = self._named(self._words.gettext("move"), moved)
        self._draft.do(what, lambda plan: move(plan, moved, session, place))
        self._keep_focus(moved[0])

    @Slot(str, str)
    def _on_group_renamed(self, session: str, name: str) -> None:
        if name.strip():  # an empty name is on its way to another
            what = self._words.gettext("name of the group")
            self._draft.do(what, lambda plan: rename_session(plan, session, name), f"group/{session}")

    @Slot(str, object)
    def _on_group_frequency_changed(self, session: str, frequency: Frequency) -> None:
        name = self._draft.plan.session(session).name
        what = self._words.gettext("when {group} is due").format(group=name)
        self._draft.do(what, lambda plan: set_session_frequency(plan, session, frequency))

    @Slot(bool)
    def _on_editor_more_toggled(self, shown: bool) -> None:
        self._shows_more = shown
        self._bring_into_view(self._open)

    @Slot()
    def _on_theme_changed(self) -> None:
        self._add_group.setIcon(self._theme.icon("plus", "button_text"))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Go between the cards, open, close and remove."""
        key, focused = Qt.Key(event.key()), self._focused()
        stretches = bool(event.modifiers() & Qt.KeyboardModifier.ShiftModifier)
        if key is Qt.Key.Key_Escape and (self._open or self._selection.chosen):
            here = self._open or self._selection.chosen[0]
            self.choose((here,) if self._open else ())
            self._keep_focus(here)
        elif not focused:
            super().keyPressEvent(event)
        elif key in (Qt.Key.Key_Up, Qt.Key.Key_Down):
            self._go(-1 if key is Qt.Key.Key_Up else 1, stretches=stretches)
        elif key in _OPENS and len(self.chosen) > 1:
            self.several_wanted.emit()
        elif key in _OPENS:
            self.choose(focused, opens=True)
        elif key in (Qt.Key.Key_Delete, Qt.Key.Key_Backspace):
            self._selection.choose(self._order(), self._selection.chosen or focused)
            self.remove()
        elif event.matches(QKeySequence.StandardKey.SelectAll):
            self.choose(tuple(self._order()))
        else:
            super().keyPressEvent(event)
