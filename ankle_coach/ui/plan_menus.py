"""The menus of cards, groups and exercises in the plan builder."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import QObject, QPoint, Signal, Slot
from PySide6.QtWidgets import QMenu, QWidget

from ankle_coach.domain.plan_edit import add_session, move, move_session, remove_session
from ankle_coach.domain.plan_start import GroupKind, group_word, new_group
from ankle_coach.domain.words import Words
from ankle_coach.services.plan_builder_service import PlanBuilderService
from ankle_coach.ui.builder_words import step_on
from ankle_coach.ui.plan_draft import PlanDraft
from ankle_coach.ui.widgets.plan_outline import PlanOutline


class PlanMenus(QObject):
    """Opens menus; what they offer is done through the draft or told to the page."""

    exercise_wanted = Signal(str, str)
    """Exercise and group."""
    favorite_toggled = Signal(str)
    usual_dose_requested = Signal(str)
    usual_dose_forgotten = Signal(str)

    def __init__(
        self,
        draft: PlanDraft,
        outline: PlanOutline,
        service: PlanBuilderService,
        words: Words,
        parent: QWidget,
    ) -> None:
        """Serve a page.

        Args:
            draft: The plan.
            outline: The cards and groups.
            service: Knows usual doses and favorites.
            words: The reader's language.
            parent: The page.
        """
        super().__init__(parent)
        self._draft, self._outline, self._service = draft, outline, service
        self._words, self._page = words, parent
        self.menu: QMenu | None = None

    @Slot(str, QPoint)
    def open_card(self, prescription_id: str, place: QPoint) -> None:
        """Open the menu of a card."""
        own, words, menu = self._draft.find(prescription_id), self._words, self._new_menu("card_actions")
        if own is None:
            return
        outline = self._outline
        _add(menu, "edit", words.gettext("Edit"), lambda: outline.choose((prescription_id,), opens=True))
        _add(menu, "duplicate", words.gettext("Duplicate (Ctrl+D)"), outline.duplicate)
        _add(menu, "up", words.gettext("Move up (Alt+Up)"), lambda: outline.shift(-1))
        _add(menu, "down", words.gettext("Move down (Alt+Down)"), lambda: outline.shift(1))
        groups = menu.addMenu(words.gettext("Move to"))
        for session in self._draft.plan.sessions:
            if session.id != own.session:
                _add(groups, f"to_{session.id}", session.name, partial(self._move, session.id))
        groups.setEnabled(not groups.isEmpty())
        menu.addSeparator()
        _add(
            menu,
            "usual",
            words.gettext("Save as my usual dose"),
            lambda: self.usual_dose_requested.emit(prescription_id),
        )
        if self._service.own_dose(own.exercise) is not None:
            _add(
                menu,
                "forget",
                words.gettext("Forget my usual dose"),
                lambda: self.usual_dose_forgotten.emit(own.exercise),
            )
        self._add_favorite(menu, own.exercise)
        menu.addSeparator()
        _add(menu, "remove", words.gettext("Remove (Delete)"), outline.remove)
        self._open(menu, place)

    @Slot(str, QPoint)
    def open_exercise(self, exercise_id: str, place: QPoint) -> None:
        """Open the menu of an exercise in the list."""
        words, menu = self._words, self._new_menu("exercise_actions")
        _add(menu, "add", words.gettext("Add"), lambda: self.exercise_wanted.emit(exercise_id, ""))
        for session in self._draft.plan.sessions:
            _add(
                menu,
                f"add_{session.id}",
                words.gettext("Add to {group}").format(group=session.name),
                partial(self.exercise_wanted.emit, exercise_id, session.id),
            )
        menu.addSeparator()
        self._add_favorite(menu, exercise_id)
        self._open(menu, place)

    @Slot(str, QPoint)
    def open_group(self, session_id: str, place: QPoint) -> None:
        """Open the menu of a group."""
        words, menu = self._words, self._new_menu("group_actions")
        session = self._draft.plan.session(session_id)
        _add(menu, "rename", words.gettext("Rename"), self._outline.group(session_id).edit_name)
        for name, text, step in (
            ("up", words.gettext("Move group up"), -1),
            ("down", words.gettext("Move group down"), 1),
        ):
            _add(menu, name, text, partial(self._move_group, session_id, step, text))
        menu.addSeparator()
        told = words.gettext("delete group {name}").format(name=session.name)
        count = len(self._draft.plan.in_session(session_id))
        text = words.gettext("Delete group")
        if count:
            message = words.ngettext(
                "Delete group with {n} exercise", "Delete group with {n} exercises", count
            )
            text = message.format(n=count)
        _add(
            menu,
            "delete",
            text,
            lambda: self._draft.do(told, lambda plan: remove_session(plan, session_id)),
        )
        self._open(menu, place)

    @Slot(QWidget)
    def open_new_group(self, button: QWidget) -> None:
        """Open the menu of groups to add."""
        menu = self._new_menu("new_group")
        for kind in GroupKind:
            _add(menu, f"new_{kind}", group_word(kind, self._words), partial(self._add_group, kind))
        self._open(menu, button.mapToGlobal(QPoint(0, button.height())))

    def _add_favorite(self, menu: QMenu, exercise_id: str) -> None:
        words, known = self._words, exercise_id in self._service.favorites()
        text = words.gettext("No longer a favorite") if known else words.gettext("Make it a favorite")
        _add(menu, "favorite", text, lambda: self.favorite_toggled.emit(exercise_id))

    def _add_group(self, kind: GroupKind) -> None:
        name = self._words.gettext("new group {name}").format(name=group_word(kind, self._words))
        self._draft.do(name, lambda plan: add_session(plan, new_group(kind, self._words))[0])

    def _move(self, session_id: str) -> None:
        ids = self._outline.chosen
        if not ids:
            return
        group = self._draft.plan.session(session_id).name
        what = self._words.gettext("move to {group}").format(group=group)
        self._draft.do(
            step_on(what, [self._draft.exercise_of(one) for one in ids], self._words),
            lambda plan: move(plan, ids, session_id, len(plan.in_session(session_id))),
        )
        self._outline.take_keys(ids[0])

    def _move_group(self, session_id: str, step: int, text: str) -> None:
        self._draft.do(text[:1].lower() + text[1:], lambda plan: move_session(plan, session_id, step))

    def _new_menu(self, name: str) -> QMenu:
        menu = QMenu(self._page)
        menu.setObjectName(name)
        return menu

    def _open(self, menu: QMenu, place: QPoint) -> None:
        self.menu = menu
        menu.popup(place)


def _add(menu: QMenu, name: str, text: str, action: Callable[[], object]) -> None:
    added = menu.addAction(text.replace("&", "&&"))
    added.setObjectName(f"action_{name}")
    added.triggered.connect(lambda _checked=False: action())
