"""The list of persons with its search and its order."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from PySide6.QtCore import QModelIndex, Qt, Signal, Slot
from PySide6.QtGui import QKeyEvent, QKeySequence, QShortcut
from PySide6.QtWidgets import (
    QAbstractItemView,
    QFrame,
    QHBoxLayout,
    QListView,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from ankle_coach.domain.person_overview import PersonOverview
from ankle_coach.domain.program import Program
from ankle_coach.domain.words import Words
from ankle_coach.services.roster_service import RosterOrder, RosterService
from ankle_coach.ui.models.people_model import PeopleModel, PersonRole
from ankle_coach.ui.models.person_delegate import PersonDelegate
from ankle_coach.ui.theme import Theme
from ankle_coach.ui.widgets.card import Card
from ankle_coach.ui.widgets.empty_state import EmptyState
from ankle_coach.ui.widgets.search_field import SearchField
from ankle_coach.ui.widgets.segmented_control import SegmentedControl
from ankle_coach.ui.widgets.text_label import TextLabel
from ankle_coach.ui.widgets.visibility import set_shown

_LIST, _NOBODY, _NONE_FOUND = range(3)


class PeopleList(QWidget):
    """Searches as one types. Down goes from the search into the list, Enter opens who is chosen.

    Signals:
        chosen: Another person is chosen, or what is shown of them has changed.
        picked: A row was clicked.
        activated: Who is chosen is to be opened.
        add_requested: The first person is to be added.
        delete_requested: Who is chosen is to be deleted.
    """

    chosen = Signal()
    picked = Signal()
    activated = Signal()
    add_requested = Signal()
    delete_requested = Signal()

    def __init__(
        self,
        roster: RosterService,
        opened: Callable[[], str],
        programs: Mapping[str, Program],
        theme: Theme,
        words: Words,
        parent: QWidget | None = None,
    ) -> None:
        """Make an empty list; `refresh` fills it.

        Args:
            roster: Searches and sorts the persons.
            opened: Tells the id of who is open; empty for nobody.
            programs: The programs by id.
            theme: The look.
            words: The reader's language.
            parent: Qt owner.
        """
        super().__init__(parent)
        self._roster, self._opened, self._theme, self._words = roster, opened, theme, words
        self._model = PeopleModel(programs, words, self)
        self._build()
        self._connect()

    @property
    def model(self) -> PeopleModel:
        """The rows."""
        return self._model

    @property
    def current(self) -> PersonOverview | None:
        """Who is chosen, or None."""
        return self._model.overview(self._list.currentIndex())

    @property
    def current_id(self) -> str:
        """The id of who is chosen; empty for nobody."""
        return self._list.currentIndex().data(PersonRole.PERSON_ID) or ""

    @property
    def beside_id(self) -> str:
        """The id of who stands below who is chosen, or else above; empty for nobody."""
        here = self._list.currentIndex()
        below, above = (self._model.index(here.row() + step) for step in (1, -1))
        return (below if below.isValid() else above).data(PersonRole.PERSON_ID) or ""

    def refresh(self, chosen: str = "") -> None:
        """List again; who was chosen stays so where they are still in it, else the first is.

        Args:
            chosen: Id of who is to be chosen; empty for who was.

        Raises:
            StorageError: The journal cannot be read.
        """
        kept = chosen or self.current_id
        search = self._search.text().strip()
        found = self._roster.persons(search, RosterOrder(self._order.current))
        count = self._roster.count()
        self._model.set_persons(found, self._roster.today(), self._opened())
        self._lists.setCurrentIndex(_LIST if found else _NONE_FOUND if count else _NOBODY)
        self._show_count(len(found), count, search)
        set_shown(self._tools, bool(count))
        self.setFocusProxy(self._search if count else self._nobody)
        index = self._model.index_of(kept)
        self._list.setCurrentIndex(index if index.isValid() else self._model.index(0))
        if index.isValid():
            self._list.scrollTo(index)
        self.chosen.emit()

    def clear_search(self) -> None:
        """Search for nothing in particular."""
        self._search.clear()

    def focus_list(self) -> None:
        """Put the keyboard into the list."""
        self._list.setFocus(Qt.FocusReason.OtherFocusReason)

    def _build(self) -> None:
        words = self._words
        self._search = SearchField(self._theme, words.gettext("Search name, code or notes"))
        self._search.setObjectName("people_search")
        orders = (
            (RosterOrder.ACTIVITY, words.pgettext("order", "Last activity")),
            (RosterOrder.NAME, words.pgettext("order", "Name")),
        )
        self._order = SegmentedControl(words.gettext("Order"), orders)
        self._order.setObjectName("people_order")
        self._count = TextLabel("", "muted", wraps=False)
        self._count.setObjectName("people_count")
        self._tools = QWidget()
        tools = QHBoxLayout(self._tools)
        tools.setContentsMargins(0, 0, 0, 0)
        tools.setSpacing(14)
        tools.addWidget(self._search, 1)
        tools.addWidget(self._count)
        tools.addWidget(self._order)
        self._build_lists()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(14)
        column.addWidget(self._tools)
        column.addWidget(self._lists, 1)
        self.setFocusProxy(self._search)

    def _build_lists(self) -> None:
        words = self._words
        self._list = QListView()
        self._list.setObjectName("people_list")
        self._list.setAccessibleName(words.gettext("Persons"))
        self._list.setModel(self._model)
        self._list.setItemDelegate(PersonDelegate(self._theme, words, self._list))
        self._list.setUniformItemSizes(True)
        self._list.setFrameShape(QFrame.Shape.NoFrame)
        self._list.setMouseTracking(True)
        self._list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._list.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self._list.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        card = Card(self._theme)
        room = card.layout()
        assert room is not None
        room.setContentsMargins(8, 8, 8, 8)
        card.add_widget(self._list)
        self._nobody = EmptyState(
            self._theme,
            "people",
            words.gettext("Nobody is here yet. A name or a code is enough to begin."),
            words.gettext("Add the first person"),
        )
        self._nobody.setObjectName("nobody")
        self._none_found = EmptyState(
            self._theme,
            "search",
            words.gettext("Nobody fits this search."),
            words.gettext("Clear the search"),
        )
        self._lists = QStackedWidget()
        for widget in (card, self._nobody, self._none_found):
            self._lists.addWidget(widget)

    def _connect(self) -> None:
        self._theme.theme_changed.connect(self._on_theme_changed)
        self._nobody.action_triggered.connect(self.add_requested)
        self._none_found.action_triggered.connect(self._on_none_found_action_triggered)
        self._search.search_changed.connect(self._on_search_search_changed)
        self._order.current_changed.connect(self._on_order_current_changed)
        self._list.selectionModel().currentChanged.connect(self._on_list_current_changed)
        self._list.activated.connect(self._on_list_activated)
        self._list.clicked.connect(self._on_list_clicked)
        remove = QShortcut(QKeySequence(QKeySequence.StandardKey.Delete), self._list)
        remove.setContext(Qt.ShortcutContext.WidgetShortcut)
        remove.activated.connect(self.delete_requested)
        find = QShortcut(QKeySequence(QKeySequence.StandardKey.Find), self)
        find.setContext(Qt.ShortcutContext.WindowShortcut)
        find.activated.connect(self._on_find_activated)

    def _show_count(self, found: int, count: int, search: str) -> None:
        words = self._words
        if search:
            line = words.gettext("{found} of {count}").format(found=found, count=count)
        else:
            line = words.ngettext("{n} person", "{n} persons", count).format(n=count)
        self._count.setText(line)

    @Slot()
    def _on_theme_changed(self) -> None:
        self._list.doItemsLayout()

    @Slot(str)
    def _on_search_search_changed(self, _text: str) -> None:
        self.refresh()

    @Slot(str)
    def _on_order_current_changed(self, _key: str) -> None:
        self.refresh()

    @Slot()
    def _on_none_found_action_triggered(self) -> None:
        self._search.clear()
        self._search.setFocus(Qt.FocusReason.OtherFocusReason)

    @Slot(QModelIndex, QModelIndex)
    def _on_list_current_changed(self, current: QModelIndex, previous: QModelIndex) -> None:
        if current.isValid():
            self.chosen.emit()

    @Slot()
    def _on_list_activated(self) -> None:
        if self.current_id:
            self.activated.emit()

    @Slot()
    def _on_list_clicked(self) -> None:
        self.picked.emit()

    @Slot()
    def _on_find_activated(self) -> None:
        self._search.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self._search.selectAll()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Go from the search into the list, or open who is chosen."""
        key = event.key()
        if key == Qt.Key.Key_Down and self._search.hasFocus():
            self.focus_list()
        elif key in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and self._search.hasFocus():
            self._on_list_activated()
        else:
            super().keyPressEvent(event)
