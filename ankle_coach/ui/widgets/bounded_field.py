"""A labeled field to type in, which tells how much fits before it is full, and what is wrong beside it."""

from __future__ import annotations

from abc import abstractmethod

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtWidgets import QLineEdit, QPlainTextEdit, QVBoxLayout, QWidget

from ankle_coach.domain.text_bounds import LONGEST_LINE, MOST_LINES
from ankle_coach.domain.words import Words
from ankle_coach.ui.theme import Theme
from ankle_coach.ui.widgets.note_field import NoteField
from ankle_coach.ui.widgets.text_label import TextLabel

_NEARLY_FULL = 0.8
"""From this share of its room on, a field tells how much is left."""


class BoundedField(QWidget):
    """A label, perhaps a hint, the field, and under it how full it is or what is wrong with it."""

    text_changed = Signal()

    def __init__(self, words: Words, label: str, control: QWidget, hint: str = "") -> None:
        """Put the parts together.

        Args:
            words: The reader's language.
            label: What the field is for.
            control: The field.
            hint: A line under the label; none where empty.
        """
        super().__init__()
        self._words, self._label, self._control = words, label, control
        name = TextLabel(label, "strong")
        name.setBuddy(control)
        self._meter = TextLabel("", "small")
        self._meter.setObjectName("field_meter")
        self._problem = TextLabel("", "strong")
        self._problem.setObjectName("field_problem")
        self._problem.setProperty("tone", "danger")
        self._problem.setTextFormat(Qt.TextFormat.PlainText)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(4)
        column.addWidget(name)
        if hint:
            column.addWidget(TextLabel(hint, "small"))
        for widget in (control, self._meter, self._problem):
            column.addWidget(widget)
        column.addStretch(1)
        self._meter.hide()
        self._problem.hide()
        self.setFocusProxy(control)
        control.setAccessibleName(label)

    @property
    @abstractmethod
    def text(self) -> str:
        """What is typed, without white space around it."""

    @property
    @abstractmethod
    def fault(self) -> str:
        """Why what is typed does not fit, in a sentence; empty where it does."""

    @property
    def meter(self) -> str:
        """How full it is, in words; empty while there is plenty of room."""
        return "" if self._meter.isHidden() else self._meter.text()

    @property
    def problem(self) -> str:
        """What is said to be wrong."""
        return self._problem.text()

    def show_problem(self, sentence: str) -> None:
        """Say beside the field what is wrong with it; empty for nothing."""
        self._problem.setText(sentence)
        self._problem.setVisible(bool(sentence))
        self._control.setAccessibleDescription(sentence)

    def _measure(self, used: int, most: int) -> None:
        """Tell how many letters of how many are used, once that matters; and that there are too many."""
        words = self._words
        self._meter.setText(words.gettext("{n} of {most} letters").format(n=used, most=most))
        self._meter.setVisible(used >= _NEARLY_FULL * most)

    @Slot()
    def _on_control_text_changed(self) -> None:
        self._refresh()
        if self.problem:
            self.show_problem(self.fault)
        self.text_changed.emit()

    @abstractmethod
    def _refresh(self) -> None:
        """Tell how full it is."""


class LineField(BoundedField):
    """One line, in which no more can be typed than fits."""

    def __init__(self, words: Words, label: str, text: str, most: int, hint: str = "") -> None:
        """Make a field with a text in it."""
        self._edit, self._most = QLineEdit(text), most
        super().__init__(words, label, self._edit, hint)
        self._edit.setMaxLength(most)
        self._edit.textChanged.connect(self._on_control_text_changed)
        self._refresh()

    @property
    def edit(self) -> QLineEdit:
        """The field itself."""
        return self._edit

    @property
    def text(self) -> str:
        """What is typed, without white space around it."""
        return self._edit.text().strip()

    @property
    def fault(self) -> str:
        """Nothing: what does not fit cannot be typed."""
        return ""

    def show_text(self, text: str) -> None:
        """Show another text."""
        if text != self._edit.text():
            self._edit.setText(text)

    def _refresh(self) -> None:
        self._measure(len(self._edit.text()), self._most)


class TextField(BoundedField):
    """Some lines of text."""

    def __init__(
        self, theme: Theme, words: Words, label: str, text: str, most: int, hint: str = "", lines: int = 3
    ) -> None:
        """Make a field with a text in it, as high as some lines."""
        self._edit, self._most = NoteField(theme, label, lines=lines), most
        super().__init__(words, label, self._edit, hint)
        self._edit.setPlainText(text)
        self._edit.textChanged.connect(self._on_control_text_changed)
        self._refresh()

    @property
    def edit(self) -> QPlainTextEdit:
        """The field itself."""
        return self._edit

    @property
    def text(self) -> str:
        """What is typed, without white space around it."""
        return self._edit.toPlainText().strip()

    @property
    def fault(self) -> str:
        """That it is too long."""
        sentence = self._words.gettext("This is too long: at most {most} letters, {n} too many.")
        over = len(self.text) - self._most
        return sentence.format(most=self._most, n=over) if over > 0 else ""

    def _refresh(self) -> None:
        self._measure(len(self.text), self._most)


class LinesField(TextField):
    """A list, one thing a line; it says how many lines are used."""

    @property
    def lines(self) -> tuple[str, ...]:
        """The lines that are not empty."""
        return tuple(line.strip() for line in self._edit.toPlainText().splitlines() if line.strip())

    @property
    def fault(self) -> str:
        """That there are too many lines, or that one is too long."""
        words, lines = self._words, self.lines
        if len(lines) > MOST_LINES:
            sentence = words.gettext("These are too many lines: at most {most}, not {n}.")
            return sentence.format(most=MOST_LINES, n=len(lines))
        for number, line in enumerate(lines, 1):
            if len(line) > LONGEST_LINE:
                sentence = words.gettext("Line {line} is too long: at most {most} letters, {n} too many.")
                return sentence.format(line=number, most=LONGEST_LINE, n=len(line) - LONGEST_LINE)
        return ""

    def _refresh(self) -> None:
        count = len(self.lines)
        longest = max((len(line) for line in self.lines), default=0)
        if longest >= _NEARLY_FULL * LONGEST_LINE:
            sentence = self._words.gettext("Longest line: {n} of {most} letters")
            self._meter.setText(sentence.format(n=longest, most=LONGEST_LINE))
        else:
            self._meter.setText(self._words.gettext("{n} of {most} lines").format(n=count, most=MOST_LINES))
        self._meter.setVisible(count > 1 or longest >= _NEARLY_FULL * LONGEST_LINE)
