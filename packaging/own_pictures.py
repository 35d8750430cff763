"""Pictures of an own exercise: its editor, its place among the others, on Today, and in the player."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TypeVar

import msgspec
from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QImage, QLinearGradient, QPainter
from PySide6.QtWidgets import QDialog, QPushButton, QWidget

from ankle_coach.coach import Coach
from ankle_coach.domain.exercise import Position
from ankle_coach.domain.own_exercise import Instructions, OwnExercise
from ankle_coach.domain.picture import Picture, told
from ankle_coach.domain.schedule import Due
from ankle_coach.domain.session import CommandKind
from ankle_coach.domain.words import PLAIN_WORDS
from ankle_coach.services.today_service import SessionCard
from ankle_coach.ui.dialogs.figure_dialog import FigureDialog
from ankle_coach.ui.dialogs.own_exercise_dialog import OwnExerciseDialog
from ankle_coach.ui.pages.exercises_page import ExercisesPage
from ankle_coach.ui.pages.player_page import PlayerPage
from ankle_coach.ui.picture_file import read_picture
from ankle_coach.ui.widgets.figure_stills import FigureStills

_D = TypeVar("_D", bound=QDialog)
SHOWN_EXERCISE = "str-calf-bi"
Take = Callable[[QWidget, str], None]
"""Keeps the picture of a widget under a name."""


def sample_picture() -> Picture:
    """Return what a photograph would be: a foot and a marble on the floor, in a few shapes."""
    image = QImage(1200, 900, QImage.Format.Format_RGB32)
    floor = QLinearGradient(0, 0, 1200, 900)
    floor.setColorAt(0, Qt.GlobalColor.lightGray)
    floor.setColorAt(1, Qt.GlobalColor.darkGray)
    painter = QPainter(image)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.fillRect(image.rect(), floor)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(Qt.GlobalColor.white)
    painter.drawRoundedRect(QRectF(200, 330, 640, 270), 130, 130)
    for toe in range(5):
        painter.drawRoundedRect(QRectF(760, 332 + 54 * toe, 190 - 18 * toe, 50), 25, 25)
    painter.setBrush(Qt.GlobalColor.darkCyan)
    painter.drawEllipse(QRectF(980, 520, 90, 90))
    painter.end()
    with TemporaryDirectory(prefix="ankle-coach-pictures-") as folder:
        file = Path(folder) / "foot.png"
        image.save(str(file))
        return told(read_picture(file, PLAIN_WORDS), "A bare foot beside a marble")


def sample_exercise(coach: Coach) -> OwnExercise:
    """Return an own exercise with a picture and instructions, not kept yet."""
    begun = coach.services.own_exercises.begin()
    exercise = msgspec.structs.replace(
        begun.exercise,
        name="Marble pick-up",
        target="Toe flexors and the arch",
        position="Sitting, bare foot on the floor",
        positions=(Position.SITTING,),
        cues=("Heel stays on the floor", "Grip with all toes", "Lower it slowly into the cup"),
        precautions=("Stop at a cramp in the foot",),
    )
    instructions = Instructions(
        preparation="Lay ten marbles in front of your foot and a cup beside it.",
        movement="Pick up one marble with your toes and let it go into the cup.",
        breathing="Breathe out as you lift.",
    )
    return OwnExercise(exercise=exercise, instructions=instructions, picture=sample_picture())


def take_own(coach: Coach, take: Take, settle: Callable[[], None]) -> None:
    """Take all pictures; the exercise becomes the first of today's session."""
    page = coach.shell.window.show_page("exercises")
    assert isinstance(page, ExercisesPage)
    own = sample_exercise(coach)
    coach.hub.publish(coach.services.own_exercises.save(own))
    page.show_exercise(own.id)
    settle()
    for stills in page.findChildren(FigureStills):
        stills.finish()
    take(coach.shell.window, "exercises_own")
    _take_editor(page, take, settle)
    _prescribe(coach, own)
    coach.shell.window.show_page("today")
    take(coach.shell.window, "today_own")
    _take_player(coach, take, settle)


def _take_editor(page: ExercisesPage, take: Take, settle: Callable[[], None]) -> None:
    """The editor from top to end, what it asks for, and the figures to choose from."""
    _press(page, "edit_exercise")
    editor = _dialog(page, OwnExerciseDialog)
    take(editor, "own_exercise")
    bar = editor.scroll_bar
    for name, share in (("own_exercise_how", 0.5), ("own_exercise_end", 1.0)):
        bar.setValue(round(bar.maximum() * share))
        take(editor, name)
    bar.setValue(0)
    _press(editor, "picture_figure")
    figures = _dialog(editor, FigureDialog)
    settle()
    figures.gallery.stills.finish()
    take(figures, "own_exercise_figures")
    figures.reject()
    editor.reject()
    _press(page, "new_exercise")
    empty = _dialog(page, OwnExerciseDialog)
    empty.accept()
    take(empty, "own_exercise_missing")
    empty.reject()
    page.show_exercise(SHOWN_EXERCISE)
    _press(page, "copy_exercise")
    copied = _dialog(page, OwnExerciseDialog)
    settle()
    copied.scroll_bar.setValue(round(copied.scroll_bar.maximum() * 0.6))
    take(copied, "own_exercise_levels")
    copied.reject()


def _prescribe(coach: Coach, own: OwnExercise) -> None:
    """Put the exercise into the place of the first of today."""
    plan, services = coach.services.plans.current(), coach.services
    if plan is None:
        raise LookupError("there is no plan")
    first, level = _due(coach).prescriptions[0].id, own.exercise.default
    prescriptions = tuple(
        msgspec.structs.replace(
            p, exercise=own.id, level=level.id, dose=level.dose, side_mode=level.side_mode, cues=()
        )
        if p.id == first
        else p
        for p in plan.prescriptions
    )
    coach.hub.publish(services.plans.accept(msgspec.structs.replace(plan, prescriptions=prescriptions)))


def _take_player(coach: Coach, take: Take, settle: Callable[[], None]) -> None:
    """The player before it starts, getting ready, and at work."""
    window, services = coach.shell.window, coach.services
    coach.shell.play(services.sessions.start(_due(coach).session.id))
    take(window, "player_own_start")
    player = window.player
    assert isinstance(player, PlayerPage)
    player.start()
    take(window, "player_own_ready")
    player.session_clock.send(CommandKind.NEXT)
    settle()
    take(window, "player_own")
    window.leave_player()
    settle()
    services.sessions.discard()


def _due(coach: Coach) -> SessionCard:
    """The first session that Today asks for."""
    return next(card for card in coach.services.today.today().cards if card.due is Due.PLANNED)


def _press(owner: QWidget, name: str) -> None:
    button = owner.findChild(QPushButton, name)
    if button is None:
        raise LookupError(f"there is no button {name!r}")
    button.click()


def _dialog(owner: QWidget, kind: type[_D]) -> _D:
    found = [dialog for dialog in owner.window().findChildren(kind) if dialog.isVisible()]
    return found[-1]
