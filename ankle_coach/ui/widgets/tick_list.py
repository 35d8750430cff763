"""Several of a kind to tick, folded away behind what is ticked where there are many."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Generic, TypeVar

from PySide6.QtCore import Slot
from PySide6.QtWidgets import QCheckBox, QPushButton, QVBoxLayout, QWidget

from ankle_coach.domain.words import Words
from ankle_coach.ui.widgets.flow_layout import FlowLayout
from ankle_coach.ui.widgets.text_label import TextLabel

_Key = TypeVar("_Key", bound=str)


class TickList(QWidget, Generic[_Key]):
    """Boxes under a label. What is wrong is said beside them."""

    def __init__(
        self,
        words: Words,
        label: str,
        choices: Sequence[tuple[_Key, str]],
        ticked: Sequence[_Key],
        *,
        folds: str = "",
    ) -> None:
        """Make a list.

        Args:
            words: The reader's language.
            label: What is ticked.
            choices: Each choice and its word; at least one.
            ticked: Those that are ticked at first.
            folds: Where given, the boxes are folded away at first, and this stands there for nothing ticked.
        """
        super().__init__()
        self._words, self._folds = words, folds
        self._boxes: dict[_Key, QCheckBox] = {}
        self._holder = QWidget()
        flow = FlowLayout(self._holder, spacing=8, fills=bool(folds))
        for key, word in choices:
            box = self._boxes[key] = QCheckBox(word[:1].upper() + word[1:])
            box.setObjectName(f"tick_{key}")
            box.setChecked(key in ticked)
            box.toggled.connect(self._refresh)
            flow.addWidget(box)
        self._said = TextLabel("", "body")
        self._said.setObjectName("ticked")
        self._fold = QPushButton()
        self._fold.setObjectName("unfold")
        self._fold.setCheckable(True)
        self._fold.setAccessibleName(words.gettext("Choose: {what}").format(what=label))
        self._fold.toggled.connect(self._refresh)
        self._problem = TextLabel("", "strong")
        self._problem.setObjectName("field_problem")
        self._problem.setProperty("tone", "danger")
        self._build(label)
        self._refresh()

    @property
    def ticked(self) -> tuple[_Key, ...]:
        """What is ticked, in the order of the choices."""
        return tuple(key for key, box in self._boxes.items() if box.isChecked())

    @property
    def problem(self) -> str:
        """What is said to be wrong."""
        return self._problem.text()

    def show_problem(self, sentence: str) -> None:
        """Say what is wrong; empty for nothing."""
        self._problem.setText(sentence)
        self._problem.setVisible(bool(sentence))

    def _build(self, label: str) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(6)
        column.addWidget(TextLabel(label, "strong"))
        head = QWidget()
        row = FlowLayout(head, spacing=10)
        row.addWidget(self._said)
        row.addWidget(self._fold)
        for widget in (head, self._holder, self._problem):
            column.addWidget(widget)
        head.setVisible(bool(self._folds))
        self._problem.hide()
        self.setFocusProxy(self._fold if self._folds else next(iter(self._boxes.values())))

    @Slot()
    def _refresh(self) -> None:
        words, open_now = self._words, self._fold.isChecked()
        named = [self._boxes[key].text().lower() for key in self.ticked]
        said = words.pgettext("list", ", ").join(named)
        self._said.setText((said[:1].upper() + said[1:]) or self._folds)
        self._fold.setText(words.gettext("Done") if open_now else words.gettext("Choose…"))
        self._holder.setVisible(open_now or not self._folds)
        if self.ticked:
            self.show_problem("")
