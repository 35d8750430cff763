"""A prescription as it stands: a small figure, the level, the dose of today, and a button to change it."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from ankle_coach.domain.dose_sentence import dose_sentence
from ankle_coach.domain.exercise_texts import exercise_name, level_name
from ankle_coach.domain.library import Library
from ankle_coach.domain.plan import Prescription
from ankle_coach.domain.sides import Side, sides_to_train
from ankle_coach.domain.standing import Standing
from ankle_coach.domain.terms import side_word
from ankle_coach.domain.words import Words
from ankle_coach.ui.figure_style import find_picture
from ankle_coach.ui.formats import keep_units
from ankle_coach.ui.theme import Theme
from ankle_coach.ui.widgets.figure_view import FigureView
from ankle_coach.ui.widgets.text_label import TextLabel
from ankle_coach.ui.widgets.visibility import set_shown

_PICTURE = 72


class PrescriptionRow(QWidget):
    """One exercise of the plan; `swap_requested` tells the button that was pressed."""

    swap_requested = Signal(QPushButton)

    def __init__(  # noqa: PLR0913 - a row has that many parts, each named
        self,
        theme: Theme,
        words: Words,
        library: Library,
        prescription: Prescription,
        standings: Sequence[Standing],
        affected: Side | None,
        tone: int = 0,
        *,
        changeable: bool = True,
        parent: QWidget | None = None,
    ) -> None:
        """Make the row.

        Args:
            theme: The look.
            words: The reader's language.
            library: The exercises and figures.
            prescription: The prescription as the plan has it.
            standings: Where it stands, by side; none where nothing is known yet.
            affected: The affected side.
            tone: Skin tone of the figure, as the settings count it.
            changeable: Whether there is anything to change it for.
            parent: Qt owner.
        """
        super().__init__(parent)
        self.setObjectName(f"prescription_{prescription.id}")
        self._words, self._library, self._affected = words, library, affected
        level = standings[0].level if standings else prescription.level
        exercise = library.exercise(standings[0].exercise if standings else prescription.exercise)
        side = sides_to_train(prescription.side_mode, affected)[0]
        figure = _still(theme, library, exercise.id, level, side, affected, tone)
        figure.setFixedSize(theme.px(_PICTURE), theme.px(_PICTURE))
        lines = QVBoxLayout()
        lines.setSpacing(1)
        lines.addWidget(TextLabel(exercise_name(exercise, words), "strong"))
        for line in standing_lines(prescription, standings, library, affected, words):
            lines.addWidget(TextLabel(keep_units(line), "small"))
        change = QPushButton(words.gettext("Change"))
        change.setObjectName(f"change_{prescription.id}")
        change.setAccessibleName(
            words.gettext("Change {exercise}").format(exercise=exercise_name(exercise, words))
        )
        change.clicked.connect(lambda: self.swap_requested.emit(change))
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 2, 0, 2)
        row.setSpacing(12)
        row.addWidget(figure, 0, Qt.AlignmentFlag.AlignTop)
        row.addLayout(lines, 1)
        row.addWidget(change, 0, Qt.AlignmentFlag.AlignVCenter)
        set_shown(change, changeable)


def _still(
    theme: Theme, library: Library, exercise: str, level: str, side: Side, affected: Side | None, tone: int
) -> QWidget:
    """Return the exercise's figure, or its own picture."""
    picture = find_picture(library, exercise)
    if picture is not None:
        from ankle_coach.ui.widgets.picture_view import PictureView  # noqa: PLC0415 - rarely any

        view = PictureView(theme, size=(_PICTURE, _PICTURE))
        view.show_picture(picture)
        return view
    figure = FigureView(theme, library.figures, tone, size=(_PICTURE, _PICTURE))
    figure.set_affected(affected)
    figure.show_still(exercise, level, side)
    return figure


def standing_lines(
    prescription: Prescription,
    standings: Sequence[Standing],
    library: Library,
    affected: Side | None,
    words: Words,
) -> list[str]:
    """Return level and dose as they stand, a line each; a line for each side where the sides differ."""

    def named(exercise_id: str) -> str:
        return exercise_name(library.exercise(exercise_id), words)

    if not standings:
        exercise = library.exercise(prescription.exercise)
        level = level_name(exercise, exercise.level(prescription.level), words)
        return [level, dose_sentence(prescription.dose, prescription.side_mode, affected, words, named)]
    alike = len({(s.exercise, s.level, s.dose) for s in standings}) == 1
    lines = []
    for standing in standings[:1] if alike else standings:
        exercise = library.exercise(standing.exercise)
        level = level_name(exercise, exercise.level(standing.level), words)
        own = standing.exercise == prescription.exercise
        mode = prescription.side_mode if own else exercise.level(standing.level).side_mode
        dose = dose_sentence(standing.dose, mode, affected if alike else standing.side, words, named)
        if not alike:
            level = words.gettext("{side}: {level}").format(side=side_word(standing.side, words), level=level)
        lines += [level, dose]
    return lines
