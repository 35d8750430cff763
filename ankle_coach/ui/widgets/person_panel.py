"""A person beside the list: what is known, what waits, the plan with its doses, its versions."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import date

from PySide6.QtCore import Qt, Signal, SignalInstance, Slot
from PySide6.QtWidgets import QFrame, QPushButton, QScrollArea, QVBoxLayout, QWidget

from ankle_coach.domain.date_words import short_date
from ankle_coach.domain.dose_sentence import dose_sentence
from ankle_coach.domain.exercise_texts import equipment_word, exercise_name
from ankle_coach.domain.frequency_words import frequency_sentence
from ankle_coach.domain.journal import Person
from ankle_coach.domain.library import Library
from ankle_coach.domain.person_overview import PersonOverview
from ankle_coach.domain.plan import Plan
from ankle_coach.domain.statistics import plan_on
from ankle_coach.domain.words import Words
from ankle_coach.ui.formats import keep_units
from ankle_coach.ui.languages import language_name
from ankle_coach.ui.pages.intake_about import ASKED
from ankle_coach.ui.person_words import (
    about_words,
    activity_words,
    flag_lines,
    person_name,
    phase_title,
    plan_words,
    review_words,
)
from ankle_coach.ui.theme import Theme
from ankle_coach.ui.widgets.banner import Banner
from ankle_coach.ui.widgets.card import Card
from ankle_coach.ui.widgets.flow_layout import FlowLayout
from ankle_coach.ui.widgets.text_label import TextLabel
from ankle_coach.ui.widgets.versions_card import VersionsCard
from ankle_coach.ui.widgets.visibility import clear_layout


class PersonPanel(QScrollArea):
    """Shows one person of the list. Nothing here is folded from the journal: doses are those of the plan.

    Signals:
        open_requested: The person's plan and journal are to be opened.
        edit_requested: What is known of the person is to be changed.
        delete_requested: The person is to be deleted.
        build_requested: A first plan is to be built for the person.
        print_requested: The handout of a version of the plan is wanted; 0 for the plan that holds today.
    """

    open_requested = Signal()
    edit_requested = Signal()
    delete_requested = Signal()
    build_requested = Signal()
    print_requested = Signal(int)

    def __init__(
        self,
        library: Library,
        about: Callable[[str], str],
        theme: Theme,
        words: Words,
        parent: QWidget | None = None,
    ) -> None:
        """Make an empty panel.

        Args:
            library: The exercises and programs.
            about: Tells the question of a safety rule.
            theme: The look.
            words: The reader's language.
            parent: Qt owner.
        """
        super().__init__(parent)
        self._library, self._about = library, about
        self._theme, self._words = theme, words
        self.setObjectName("person_panel")
        self.setWidgetResizable(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._body = QWidget()
        self._body.setObjectName("page_body")
        self._column = QVBoxLayout(self._body)
        self._column.setContentsMargins(0, 0, 8, 8)
        self._column.setSpacing(14)
        self.setWidget(self._body)

    def show_person(
        self, one: PersonOverview | None, plans: Sequence[Plan], today: date, *, is_open: bool
    ) -> None:
        """Show a person, or nobody.

        Args:
            one: The person as the list has them; None for nobody.
            plans: All versions of the plan, oldest first.
            today: The running training day.
            is_open: Whether the person is open already.
        """
        place = self.verticalScrollBar().value()
        clear_layout(self._column, detach=True)
        if one is None:
            self._column.addStretch(1)
            return
        self._column.addWidget(self._head(one, today, is_open=is_open))
        for line in flag_lines(one.locks, self._about, self._words):
            banner = Banner(self._theme, self._words, line.kind, line.text, word=line.word)
            self._column.addWidget(banner)
        if one.person.notes:
            notes = Card(self._theme, self._words.gettext("Your notes"))
            notes.add_widget(self._plain(one.person.notes, "body"))
            self._column.addWidget(notes)
        self._column.addWidget(self._plan_card(one, plan_on(plans, today), today))
        if plans:
            versions = VersionsCard(
                self._theme, self._words, self._library, plans, printable=True, kind="small"
            )
            versions.print_requested.connect(self._on_versions_print_requested)
            self._column.addWidget(versions)
        self._column.addStretch(1)
        self.verticalScrollBar().setValue(place)

    def _head(self, one: PersonOverview, today: date, *, is_open: bool) -> Card:
        words, person = self._words, one.person
        card = Card(self._theme)
        name = self._plain(person_name(person, words), "heading")
        name.setObjectName("panel_name")
        card.add_widget(name)
        for line in self._facts(person, activity_words(one.last_active, today, words)):
            card.add_widget(TextLabel(line, "muted"))
        buttons = QWidget()
        flow = FlowLayout(buttons, spacing=10)
        opening = words.gettext("Go on") if is_open else words.gettext("Open")
        kind = "primary" if one.plan is not None else ""  # what comes first without a plan is the plan
        flow.addWidget(self._button("panel_open", opening, kind, self.open_requested))
        if one.plan is not None:
            printed = self._button("panel_print", words.gettext("Print…"), "", self._print_today)
            flow.addWidget(printed)
        flow.addWidget(self._button("panel_edit", words.gettext("Edit…"), "link", self.edit_requested))
        flow.addWidget(self._button("panel_delete", words.gettext("Delete…"), "link", self.delete_requested))
        card.add_widget(buttons)
        return card

    def _facts(self, person: Person, active: str) -> list[str]:
        words = self._words
        lines = [about_words(person, words), words.gettext("Last activity: {when}").format(when=active)]
        if person.language:
            language = language_name(person.language, words)
            lines.append(words.gettext("Handouts in {language}").format(language=language))
        if person.equipment is not None:
            there = [equipment_word(thing, words) for thing in person.equipment if thing in ASKED]
            things = words.pgettext("list", ", ").join(there) or words.gettext("nothing special")
            lines.append(words.gettext("Equipment at hand: {things}").format(things=things))
        return [line for line in lines if line]

    def _plan_card(self, one: PersonOverview, plan: Plan | None, today: date) -> Card:
        words = self._words
        card = Card(self._theme, plan_words(one.plan, self._library.programs, words))
        card.setObjectName("panel_plan")
        if plan is None:
            if one.plan is None:
                build = self._button(
                    "panel_build", words.gettext("Build a plan"), "primary", self.build_requested
                )
                holder = QWidget()
                FlowLayout(holder, spacing=10).addWidget(build)
                card.add_widget(holder)
            return card
        head = words.gettext("Version {number} · from {day}")
        version = head.format(number=plan.version, day=short_date(plan.starts_on, words))
        phase = phase_title(one.plan, self._library.programs, words)
        card.set_subtitle(" · ".join(part for part in (phase, version) if part))
        review, due = review_words(plan.review_on, today, words)
        if review:
            label = TextLabel(review, "strong")
            label.setProperty("tone", "caution" if due else "")
            card.add_widget(label)
        if plan.note:
            card.add_widget(self._plain(plan.note, "body"))
        for session in plan.sessions:
            when = frequency_sentence(session.frequency, words)
            card.add_widget(self._plain(f"{session.name} · {when}", "strong"))
            for prescription in plan.in_session(session.id):
                exercise = self._library.exercises.get(prescription.exercise)
                name = exercise_name(exercise, words) if exercise else prescription.exercise
                dose = dose_sentence(
                    prescription.dose, prescription.side_mode, plan.affected, words, self._named
                )
                card.add_widget(self._plain(keep_units(f"{name}: {dose}"), "small"))
        return card

    @Slot(object)
    def _on_versions_print_requested(self, plan: Plan) -> None:
        self.print_requested.emit(plan.version)

    @Slot()
    def _print_today(self) -> None:
        self.print_requested.emit(0)

    def _named(self, exercise_id: str) -> str:
        return exercise_name(self._library.exercise(exercise_id), self._words)

    def _plain(self, text: str, kind: str) -> TextLabel:
        """Return a label that shows what was typed as it was typed."""
        label = TextLabel(text, kind)
        label.setTextFormat(Qt.TextFormat.PlainText)
        label.setAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignAbsolute)
        return label

    def _button(
        self, name: str, text: str, kind: str, told: SignalInstance | Callable[[], None]
    ) -> QPushButton:
        button = QPushButton(text)
        button.setObjectName(name)
        button.setProperty("kind", kind)
        button.clicked.connect(told)
        return button
