"""Editing several prescriptions at once: what is set here holds for all that have such a value."""

from __future__ import annotations

from itertools import pairwise

from PySide6.QtCore import QPoint, QSize, Qt, Signal, Slot
from PySide6.QtWidgets import QFrame, QMenu, QPushButton, QScrollArea, QSizePolicy, QWidget

from ankle_coach.domain import prescription_edit as edit
from ankle_coach.domain.dose import Dose
from ankle_coach.domain.dose_fields import RANGES, DoseField, Key, dose_fields
from ankle_coach.domain.frequency import Frequency
from ankle_coach.domain.plan import Plan
from ankle_coach.domain.plan_edit import move, remove
from ankle_coach.domain.sides import SideMode
from ankle_coach.domain.words import Words
from ankle_coach.ui.builder_words import key_word, mode_word, step_for_several, unit_suffix, value_words
from ankle_coach.ui.plan_draft import PlanDraft, Verb
from ankle_coach.ui.theme import Theme
from ankle_coach.ui.widgets.card import Card
from ankle_coach.ui.widgets.flow_layout import FlowLayout
from ankle_coach.ui.widgets.frequency_panel import FrequencyPanel
from ankle_coach.ui.widgets.labeled import Labeled
from ankle_coach.ui.widgets.stepper import Stepper
from ankle_coach.ui.widgets.tab_chain import stops_inside
from ankle_coach.ui.widgets.visibility import clear_layout

_OFFERED = (
    Key.SETS,
    Key.REPS,
    Key.SECONDS,
    Key.REST_REPS,
    Key.REST_SETS,
    Key.REST_SIDES,
)
"""Values that mean the same in several exercises."""


class _Values(QScrollArea):
    """As high as the values that it shows; with less room it scrolls, so that none is cut."""

    def __init__(self, values: QWidget) -> None:
        super().__init__()
        self._values = values
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setWidgetResizable(True)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Preferred)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        self.setWidget(values)

    def hasHeightForWidth(self) -> bool:
        """Return that the values wrap."""
        return True

    def heightForWidth(self, width: int) -> int:
        """Return the height of all values."""
        return self._values.heightForWidth(width)

    def minimumSizeHint(self) -> QSize:
        """Return the size of one line of values."""
        return self._values.minimumSizeHint()

    def sizeHint(self) -> QSize:
        """Return the size of the values in one line."""
        return self._values.sizeHint()


class SeveralEditor(Card):
    """Stands above the plan while several cards are chosen."""

    cleared = Signal()

    def __init__(self, draft: PlanDraft, theme: Theme, words: Words, parent: QWidget | None = None) -> None:
        """Make an editor for no exercise.

        Args:
            draft: The plan.
            theme: The look.
            words: The reader's language.
            parent: Qt owner.
        """
        super().__init__(theme, " ", tone="soft", parent=parent)
        self.setObjectName("several_editor")
        self._draft, self._words = draft, words
        self._ids: tuple[str, ...] = ()
        self._keys: tuple[Key, ...] = ()
        self._steppers: dict[Key, tuple[Stepper, Labeled]] = {}
        self.menu: QMenu | None = None
        self.popup: FrequencyPanel | None = None
        self._fields = QWidget()
        self._flow = FlowLayout(self._fields, spacing=10)
        self.body.addWidget(_Values(self._fields))
        self._under = QWidget()
        flow = FlowLayout(self._under, spacing=8)
        for name, text, slot in (
            ("several_sides", words.gettext("Sides…"), self._on_sides_clicked),
            ("several_often", words.gettext("How often…"), self._on_often_clicked),
            ("several_move", words.gettext("Move to…"), self._on_move_clicked),
            ("several_remove", words.gettext("Remove"), self._on_remove_clicked),
        ):
            button = QPushButton(text)
            button.setObjectName(name)
            button.clicked.connect(slot)
            flow.addWidget(button)
        self.body.addWidget(self._under)
        done = self._done = QPushButton(words.gettext("Done"))
        done.setObjectName("several_done")
        done.clicked.connect(self.cleared)
        self.add_action(done)

    @property
    def ids(self) -> tuple[str, ...]:
        """The prescriptions that are edited."""
        return self._ids

    def show_several(self, ids: tuple[str, ...]) -> None:
        """Show what some prescriptions have in common."""
        self._ids = ids
        count = len(ids)
        title = self._words.ngettext("{n} exercise chosen", "{n} exercises chosen", count)
        self.set_title(title.format(n=count))
        keys = tuple(key for key in _OFFERED if len(self._owners(key)) > 1)
        if keys != self._keys:
            self._rebuild(keys)
        for key, (stepper, labeled) in self._steppers.items():
            values = sorted({field.value for field in self._values(key)})
            stepper.show_value(values[0] if values else 0)
            name = key_word(key, self._words)
            varies = self._words.pgettext("several values", "{name} · varies").format(name=name)
            labeled.set_text(varies if len(values) > 1 else name)

    def take_keys(self) -> None:
        """Have the keys at the first value, or at the first button where they share none."""
        (stops_inside(self._fields) or stops_inside(self._under))[0].setFocus(Qt.FocusReason.TabFocusReason)

    def stepper(self, key: Key) -> Stepper:
        """Return the stepper of a value.

        Raises:
            KeyError: None of the exercises has it.
        """
        return self._steppers[key][0]

    def _owners(self, key: Key) -> list[str]:
        """The chosen prescriptions that have a value."""
        return [p.id for p in self._draft.plan.prescriptions if p.id in self._ids and _has(p.dose, key)]

    def _values(self, key: Key) -> list[DoseField]:
        plan, ids = self._draft.plan, self._ids
        return [f for p in plan.prescriptions if p.id in ids for f in dose_fields(p.dose) if f.key is key]

    def _rebuild(self, keys: tuple[Key, ...]) -> None:
        self._keys, self._steppers = keys, {}
        clear_layout(self._flow, detach=True)
        for key in keys:
            span, name = RANGES[key], key_word(key, self._words)
            stepper = Stepper(
                self._theme, self._words, name, span, suffix=unit_suffix(span.unit, self._words)
            )
            stepper.setObjectName(f"several_{key}")
            stepper.value_changed.connect(lambda value, k=key: self._set(k, value))
            stepper.edited.connect(self._draft.settle)
            labeled = Labeled(name, stepper)
            self._steppers[key] = (stepper, labeled)
            self._flow.addWidget(labeled)
        self._chain_tabs()

    def _chain_tabs(self) -> None:
        """Let Tab go from the head to the steppers, though they are new, and then to the buttons."""
        order = (self._done, self._fields, self._under)
        stops = [stop for part in order for stop in (stops_inside(part) or [part])]
        for earlier, later in pairwise(stops):
            QWidget.setTabOrder(earlier, later)

    def _set(self, key: Key, value: float) -> None:
        count = len(self._owners(key))
        what = value_words(key, value, RANGES[key].unit, self._words)
        ids = self._ids
        self._draft.do(
            step_for_several(what, count, self._words),
            lambda plan: edit.set_everywhere(plan, ids, key, value)[0],
            f"several/{key}/{','.join(ids)}",
        )

    def _do(self, what: str, verb: Verb) -> None:
        self._draft.do(step_for_several(what, len(self._ids), self._words), verb)

    def _open(self, menu: QMenu, button: str) -> None:
        self.menu = menu
        under = self.findChild(QPushButton, button)
        assert isinstance(under, QPushButton)
        menu.popup(under.mapToGlobal(QPoint(0, under.height())))

    @Slot()
    def _on_sides_clicked(self) -> None:
        menu = QMenu(self)
        for mode in SideMode:
            word = mode_word(mode, self._words)
            action = menu.addAction(word)
            action.setObjectName(f"mode_{mode}")
            action.triggered.connect(
                lambda _checked=False, m=mode, w=word: self._do(
                    w[:1].lower() + w[1:], lambda plan: edit.set_side_mode(plan, self._ids, m)
                )
            )
        self._open(menu, "several_sides")

    @Slot()
    def _on_often_clicked(self) -> None:
        under = self.findChild(QPushButton, "several_often")
        assert isinstance(under, QPushButton)
        self.popup = FrequencyPanel(self._theme, self._words, self, own=True)
        self.popup.frequency_changed.connect(self._on_popup_frequency_changed)
        self.popup.open_under(under)

    @Slot(object)
    def _on_popup_frequency_changed(self, frequency: Frequency | None) -> None:
        self._do(
            self._words.gettext("how often"), lambda plan: edit.set_frequency(plan, self._ids, frequency)
        )

    @Slot()
    def _on_move_clicked(self) -> None:
        menu = QMenu(self)
        for session in self._draft.plan.sessions:
            what = self._words.gettext("move to {group}").format(group=session.name)
            action = menu.addAction(session.name.replace("&", "&&"))
            action.setObjectName(f"to_{session.id}")
            action.triggered.connect(
                lambda _checked=False, s=session.id, w=what: self._do(w, lambda plan: self._moved(plan, s))
            )
        self._open(menu, "several_move")

    def _moved(self, plan: Plan, session: str) -> Plan:
        return move(plan, self._ids, session, len(plan.in_session(session)))

    @Slot()
    def _on_remove_clicked(self) -> None:
        self._do(self._words.gettext("remove"), lambda plan: remove(plan, self._ids))


def _has(dose: Dose, key: Key) -> bool:
    return any(field.key is key for field in dose_fields(dose))
