"""Who a person is: name or code, year of birth, affected side, language, equipment, the therapist's notes."""

from __future__ import annotations

from datetime import date

from PySide6.QtCore import Slot
from PySide6.QtGui import QKeySequence
from PySide6.QtWidgets import QCheckBox, QComboBox, QLineEdit, QPlainTextEdit, QWidget

from ankle_coach.domain.exercise import Equipment
from ankle_coach.domain.exercise_texts import equipment_word
from ankle_coach.domain.journal import Person
from ankle_coach.domain.sides import Side
from ankle_coach.domain.text_bounds import LONGEST_NAME, LONGEST_NOTE
from ankle_coach.domain.words import Words
from ankle_coach.i18n import PSEUDO_LANGUAGE, available_languages
from ankle_coach.ui.dialogs.entry_form import EntryForm
from ankle_coach.ui.languages import language_name
from ankle_coach.ui.pages.intake_about import ASKED, HOUSEHOLD
from ankle_coach.ui.theme import Theme
from ankle_coach.ui.widgets.flow_layout import FlowLayout
from ankle_coach.ui.widgets.segmented_control import SegmentedControl
from ankle_coach.ui.widgets.text_label import TextLabel
from ankle_coach.ui.widgets.visibility import set_shown
from ankle_coach.ui.widgets.wheel_guard import WheelGuard

_OLDEST = 120
_NO_SIDE = "none"
_UNKNOWN, _NOTHING, _SOME = "unknown", "nothing", "some"


class PersonDialog(EntryForm):
    """A form; what is missing or impossible is said in a sentence when it is to be saved."""

    def __init__(
        self,
        person: Person,
        today: date,
        theme: Theme,
        words: Words,
        parent: QWidget,
        *,
        is_new: bool,
    ) -> None:
        """Make the form.

        Args:
            person: As it is kept, or a new one.
            today: The running training day; nobody is born after its year.
            theme: The look.
            words: The reader's language.
            parent: The window that it belongs to.
            is_new: Whether the person is new.
        """
        title = words.gettext("New person") if is_new else words.gettext("Edit person")
        note = words.gettext("Kept on this computer only. A code instead of a name is enough.")
        super().__init__(theme, words, title, note, parent)
        self.setObjectName("person_dialog")
        self._before, self._today = person, today
        self._build_who(person)
        self._build_things(person)
        self._build_notes(person)
        self._problem = TextLabel("", "strong")
        self._problem.setObjectName("person_problem")
        self._problem.setProperty("tone", "danger")
        self._problem.hide()
        self.form.insertWidget(0, self._problem)
        self.set_deletable(False)
        self._builds = False
        if is_new:
            self._save.setText(words.gettext("Add person"))
            build = self.add_button(words.gettext("Add and build a plan"), "entry_build")
            build.setShortcut(QKeySequence("Ctrl+Return"))
            build.setToolTip(build.shortcut().toString(QKeySequence.SequenceFormat.NativeText))
            build.clicked.connect(self._on_build_clicked)
        self._refresh()
        self.fit()
        self._name.setFocus()

    @property
    def person(self) -> Person:
        """The person as the form says, once it was accepted."""
        return Person(
            id=self._before.id,
            role=self._before.role,
            name=self._name.text().strip(),
            birth_year=self._birth_year(),
            affected=None if self._side.current == _NO_SIDE else Side(self._side.current),
            language=self._language.currentData() or "",
            equipment=self._equipment(),
            notes=self._notes.toPlainText().strip(),
        )

    @property
    def builds(self) -> bool:
        """Whether a plan is to be built for the new person at once."""
        return self._builds

    @property
    def problem(self) -> str:
        """What is missing or impossible, in a sentence; empty for nothing."""
        if not self._name.text().strip():
            return self._words.gettext("A person needs a name or a code.")
        text, latest = self._born.text().strip(), self._today.year
        if text and not (text.isdecimal() and latest - _OLDEST <= int(text) <= latest):
            sentence = self._words.gettext("The year of birth is one from {first} to {last}, or left empty.")
            return sentence.format(first=latest - _OLDEST, last=latest)
        if len(self._notes.toPlainText()) > LONGEST_NOTE:
            return self._words.gettext("The notes are too long: at most {n} letters.").format(n=LONGEST_NOTE)
        return ""

    def accept(self) -> None:
        """Save, unless something is missing or impossible."""
        problem = self.problem
        self._problem.setText(problem)
        self._problem.setVisible(bool(problem))
        if not problem:
            super().accept()
            return
        wrong = self._name if not self._name.text().strip() else self._born
        wrong.setFocus()

    def _build_who(self, person: Person) -> None:
        words = self._words
        self._name = self._line("person_name", words.gettext("Name or code"), person.name)
        self._name.setMaxLength(LONGEST_NAME)
        self.add_field(words.gettext("Name or code"), self._name)
        sides = (
            (_NO_SIDE, words.pgettext("affected side", "Not named")),
            (Side.LEFT, words.pgettext("affected side", "Left")),
            (Side.RIGHT, words.pgettext("affected side", "Right")),
            (Side.BOTH, words.pgettext("affected side", "Both")),
        )
        self._side = SegmentedControl(words.gettext("Affected side"), sides)
        self._side.setObjectName("person_side")
        self._side.set_current(person.affected or _NO_SIDE)
        self.add_field(words.gettext("Affected side"), self._side)
        born = "" if person.birth_year is None else str(person.birth_year)
        self._born = self._line("person_born", words.gettext("Year of birth"), born)
        self._born.setMaxLength(4)
        self._born.setMaximumWidth(self._theme.px(140))
        self.add_field(words.gettext("Year of birth"), self._born, words.gettext("May be left empty"))
        self._language = QComboBox()
        self._language.setObjectName("person_language")
        WheelGuard(self._language)
        self._language.addItem(words.gettext("Same as this window"), "")
        for code in self._languages(person):
            self._language.addItem(language_name(code, words), code)
        self._language.setCurrentIndex(max(0, self._language.findData(person.language)))
        self.add_field(words.gettext("Language of the handouts"), self._language)

    def _languages(self, person: Person) -> list[str]:
        """Return the shipped languages, the person's own, and the pseudo-language where the window has it."""
        codes = dict.fromkeys(available_languages())
        if getattr(self._words, "language", "") == PSEUDO_LANGUAGE:
            codes[PSEUDO_LANGUAGE] = None
        if person.language:
            codes[person.language] = None
        return list(codes)

    def _build_things(self, person: Person) -> None:
        words = self._words
        choices = (
            (_UNKNOWN, words.pgettext("equipment", "Not asked")),
            (_NOTHING, words.pgettext("equipment", "Nothing")),
            (_SOME, words.pgettext("equipment", "Some")),
        )
        self._known = SegmentedControl(words.gettext("Equipment at hand"), choices)
        self._known.setObjectName("person_equipment")
        hint = words.gettext("Chair, wall, and small things of a household count as there.")
        self.add_field(words.gettext("Equipment at hand"), self._known, hint)
        self._things = QWidget()
        flow = FlowLayout(self._things, spacing=8, fills=True)
        there = set(person.equipment or ())
        self._boxes = {}
        for thing in ASKED:
            word = equipment_word(thing, words)
            box = self._boxes[thing] = QCheckBox(word[:1].upper() + word[1:])
            box.setObjectName(f"person_has_{thing}")
            box.setChecked(thing in there)
            flow.addWidget(box)
        self.form.addWidget(self._things)
        known = _SOME if there & set(ASKED) else _NOTHING
        self._known.set_current(_UNKNOWN if person.equipment is None else known)
        self._known.current_changed.connect(self._on_known_current_changed)

    def _build_notes(self, person: Person) -> None:
        words = self._words
        self._notes = QPlainTextEdit(person.notes)
        self._notes.setObjectName("person_notes")
        self._notes.setAccessibleName(words.gettext("Your notes"))
        self._notes.setTabChangesFocus(True)
        self._notes.setFixedHeight(self._theme.px(96))
        self.add_field(
            words.gettext("Your notes"), self._notes, words.gettext("Never printed for the person")
        )

    def _line(self, name: str, spoken: str, text: str) -> QLineEdit:
        line = QLineEdit(text)
        line.setObjectName(name)
        line.setAccessibleName(spoken)
        return line

    def _birth_year(self) -> int | None:
        text = self._born.text().strip()
        return int(text) if text.isdecimal() else None

    def _equipment(self) -> tuple[Equipment, ...] | None:
        if self._known.current == _UNKNOWN:
            return None
        some = self._known.current == _SOME
        ticked = tuple(thing for thing, box in self._boxes.items() if some and box.isChecked())
        return (*ticked, *HOUSEHOLD)

    def _refresh(self) -> None:
        set_shown(self._things, self._known.current == _SOME)

    @Slot(str)
    def _on_known_current_changed(self, _key: str) -> None:
        self._refresh()
        self.fit()

    @Slot()
    def _on_build_clicked(self) -> None:
        self._builds = True
        self.accept()
        self._builds = self.result() == self.DialogCode.Accepted
