"""Cards of the sessions that today asks for or offers."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QWidget

from ankle_coach.domain.date_words import local_time
from ankle_coach.domain.dose import Sequence
from ankle_coach.domain.dose_sentence import dose_sentence
from ankle_coach.domain.exercise_texts import equipment_word, exercise_cues, exercise_name
from ankle_coach.domain.journal import value_of
from ankle_coach.domain.library import Library
from ankle_coach.domain.plan import Prescription, SessionKind
from ankle_coach.domain.sides import Side, sides_to_train
from ankle_coach.domain.terms import minutes_words
from ankle_coach.domain.words import Words
from ankle_coach.services.today_service import SessionCard
from ankle_coach.ui.care_line import care_line
from ankle_coach.ui.figure_style import find_picture
from ankle_coach.ui.formats import keep_units
from ankle_coach.ui.theme import Theme
from ankle_coach.ui.widgets.card import Card
from ankle_coach.ui.widgets.figure_view import FigureView
from ankle_coach.ui.widgets.icon_view import IconView
from ankle_coach.ui.widgets.text_label import TextLabel, plain_tip
from ankle_coach.ui.widgets.tile_grid import TileGrid

if TYPE_CHECKING:
    from ankle_coach.domain.picture import Picture

_PICTURE = (120, 104)
SHOWN_EQUIPMENT = 4
"""More things than these are counted, not named, on a card."""
OFFER_ICONS = {
    SessionKind.CORE: "today",
    SessionKind.BEFORE_RUN: "run",
    SessionKind.AFTER_RUN: "running",
    SessionKind.RECOVERY: "timer",
}
CARE_ICONS = {"rec-ice": "ice", "rec-elevation": "leg-up", "rec-compression": "wrap"}
"""Of sessions that are one exercise of self-care."""


def offer_icon(card: SessionCard) -> str:
    """Return the icon of a session that is offered: that of its self-care, or that of its kind."""
    first = card.prescriptions[0].exercise if card.prescriptions else ""
    return CARE_ICONS.get(first, OFFER_ICONS[card.session.kind])


class PlannedSessionCard(Card):
    """A session that is due: what it holds, how long it takes, and Start."""

    start_requested = Signal(str)

    def __init__(
        self,
        theme: Theme,
        words: Words,
        card: SessionCard,
        library: Library,
        affected: Side | None,
        tone: int = 0,
        parent: QWidget | None = None,
    ) -> None:
        """Make the card of one session.

        Args:
            theme: The look.
            words: The reader's language.
            card: What to show.
            library: The exercises.
            affected: The person's affected side.
            tone: Skin tone of the figures, as the settings count it.
            parent: Qt owner.
        """
        super().__init__(theme, card.session.name, card_line(card, words, with_equipment=True), parent=parent)
        self.setObjectName(f"session_{card.session.id}")
        self._words, self._card, self._library, self._affected = words, card, library, affected
        self._tone = tone
        self.add_action(self._start_button())
        self._build_tiles()
        if card.done:
            self.add_widget(TextLabel(done_line(card, words), "strong"))

    def _start_button(self) -> QPushButton:
        done = self._card.is_done
        again = self._words.gettext("Do it again")
        button = QPushButton(again if done else self._words.gettext("Start"))
        button.setObjectName(f"start_{self._card.session.id}")
        button.setProperty("kind", "plain" if done else "primary")
        button.setAccessibleName(
            self._words.gettext("Start {session}").format(session=self._card.session.name)
        )
        session_id = self._card.session.id
        button.clicked.connect(lambda: self.start_requested.emit(session_id))
        return button

    def _build_tiles(self) -> None:
        grid = TileGrid(self._theme, least=176)
        grid.set_tiles([self._tile(prescription) for prescription in self._card.prescriptions])
        self.add_widget(grid)

    def _tile(self, prescription: Prescription) -> Card:
        exercise = self._library.exercise(prescription.exercise)
        tile = Card(self._theme, tone="alt")
        picture = find_picture(self._library, exercise.id)
        if picture is not None:
            tile.add_widget(self._picture(picture))
        elif exercise.id in self._library.figures:
            tile.add_widget(self._figure(prescription))
        tile.add_widget(TextLabel(exercise_name(exercise, self._words), "strong"))
        sentence = dose_sentence(
            prescription.dose, prescription.side_mode, self._affected, self._words, self._name_of
        )
        tile.add_widget(TextLabel(keep_units(sentence), "small"))
        tile.body.addStretch(1)
        return tile

    def _picture(self, picture: Picture) -> QWidget:
        from ankle_coach.ui.widgets.picture_view import PictureView  # noqa: PLC0415 - not at most starts

        view = PictureView(self._theme, size=_PICTURE)
        view.setMinimumSize(view.sizeHint())
        view.show_picture(picture)
        return view

    def _figure(self, prescription: Prescription) -> FigureView:
        side = sides_to_train(prescription.side_mode, self._affected)[0]
        figure = FigureView(self._theme, self._library.figures, self._tone, size=_PICTURE, waits=True)
        figure.setMinimumSize(figure.sizeHint())  # a grid that is short of room would squeeze it
        figure.set_affected(self._affected)
        figure.show_still(prescription.exercise, prescription.level, side)
        return figure

    def _name_of(self, exercise_id: str) -> str:
        return exercise_name(self._library.exercise(exercise_id), self._words)


class OfferCard(Card):
    """A session that is there if wanted: around a run, or ice."""

    start_requested = Signal(str)

    def __init__(
        self, theme: Theme, words: Words, card: SessionCard, library: Library, parent: QWidget | None = None
    ) -> None:
        """Make the card of one offer.

        Args:
            theme: The look.
            words: The reader's language.
            card: What to show.
            library: The exercises.
            parent: Qt owner.
        """
        super().__init__(theme, parent=parent)
        self.setObjectName(f"offer_{card.session.id}")
        self._words, self._card, self._library = words, card, library
        row = QHBoxLayout()
        row.setSpacing(10)
        row.addWidget(IconView(theme, offer_icon(card), size=26, role="accent"))
        row.addWidget(TextLabel(card.session.name, "strong"), 1)
        row.addWidget(self._start_button())
        self.body.addLayout(row)
        self.add_widget(TextLabel(keep_units(self._line()), "muted"))
        if card.done:
            self.add_widget(TextLabel(done_line(card, words), "small"))
        self.body.addStretch(1)
        self.setToolTip(plain_tip(self._contents()))
        self.setAccessibleDescription(self._contents())

    def _line(self) -> str:
        """How long it takes; for ice and the like also the last cue, which is the warning."""
        minutes = card_line(self._card, self._words)
        state = care_line(self._card.care, self._words) if self._card.care else ""
        if state:
            return state
        if self._card.session.kind is SessionKind.RECOVERY:
            exercise = self._library.exercise(self._card.prescriptions[0].exercise)
            return " · ".join((minutes, exercise_cues(exercise, self._words)[-1]))
        return minutes

    def _contents(self) -> str:
        names = [exercise_name(self._library.exercise(piece), self._words) for piece in self._pieces()]
        return ", ".join(names)

    def _pieces(self) -> list[str]:
        blocks = [block for p in self._card.prescriptions for block in p.dose.blocks]
        items = [item for block in blocks if isinstance(block, Sequence) for item in block.items]
        return list(dict.fromkeys(item.exercise for item in items if item.exercise))

    def _start_button(self) -> QPushButton:
        on_now = self._card.care is not None and self._card.care.on_now
        button = QPushButton(self._words.gettext("Show") if on_now else self._words.gettext("Start"))
        button.setObjectName(f"start_{self._card.session.id}")
        button.setAccessibleName(
            self._words.gettext("Start {session}").format(session=self._card.session.name)
        )
        session_id = self._card.session.id
        button.clicked.connect(lambda: self.start_requested.emit(session_id))
        return button


def card_line(card: SessionCard, words: Words, *, with_equipment: bool = False) -> str:
    """Return the line under a session's name: exercises, minutes, equipment."""
    count = len(card.prescriptions)
    parts = [words.ngettext("{n} exercise", "{n} exercises", count).format(n=count)] if count > 1 else []
    parts.append(minutes_words(card.seconds, card.open_steps, words))
    if with_equipment and card.equipment:
        shown = [equipment_word(thing, words) for thing in card.equipment[:SHOWN_EQUIPMENT]]
        more = len(card.equipment) - len(shown)
        if more:
            shown.append(words.ngettext("{n} more thing", "{n} more things", more).format(n=more))
        parts.append(", ".join(shown))
    return " · ".join(parts)


def done_line(card: SessionCard, words: Words) -> str:
    """Return what was done of a session today, and the pain after it if it was told."""
    last = card.done[-1]
    time = local_time(last.started, words)
    pain = value_of(last.pain_after)
    if len(card.done) > 1:
        count = len(card.done)
        line = words.ngettext(
            "Done {n} time today, last at {time}", "Done {n} times today, last at {time}", count
        )
        line = line.format(n=count, time=time)
    else:
        line = words.gettext("Done today at {time}").format(time=time)
    if pain is None:
        return line
    return words.gettext("{line}, pain after {pain}").format(line=line, pain=pain)
