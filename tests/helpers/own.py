"""An exercise that a therapist wrote, and small pictures."""

from __future__ import annotations

import base64

import msgspec
from PySide6.QtCore import QBuffer, QByteArray, QIODevice
from PySide6.QtGui import QColor, QImage, QImageWriter

from ankle_coach.domain.dose import Dose, Reps, Tempo
from ankle_coach.domain.exercise import Exercise, Group, Level, PhaseMark, Position
from ankle_coach.domain.frequency import PerWeek
from ankle_coach.domain.own_exercise import Instructions, OwnExercise
from ankle_coach.domain.picture import Media, Picture
from ankle_coach.domain.sides import SideMode
from ankle_coach.palette import CLEAR
from tests.helpers.coach import FakeCoach

OWN_ID = "own-0001"
PICTURE = Picture(
    media=Media.PNG,
    width=1,
    height=1,
    data=base64.b64decode(
        "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg=="
    ),
    alternative="One dot",
)


def own_exercise(
    own_id: str = OWN_ID,
    *,
    name: str = "Marble pick-up",
    figure: str = "str-towel-scrunch",
    picture: Picture | None = None,
) -> OwnExercise:
    """Return an own exercise of 2 sets of 10 on each side, three times a week."""
    dose = Dose(blocks=(Reps(sets=2, reps=10, tempo=Tempo(1, 0, 1), rest_sets=30),))
    exercise = Exercise(
        id=own_id,
        name=name,
        group=Group.STRENGTH,
        target="toe flexors",
        position="sitting",
        positions=(Position.SITTING,),
        sides="each foot",
        frequency=(PerWeek(least=3, most=3),),
        frequency_note="three days a week",
        start_level="own",
        levels=(Level(id="own", name="As described", dose=dose, side_mode=SideMode.EACH),),
        phases=(PhaseMark.P2,),
        cues=("Heel stays down", "Drop it into the cup"),
        references=("OWN",),
    )
    told = Instructions(preparation="Sit, foot on the floor.", movement="Lift a marble with your toes.")
    return OwnExercise(exercise=exercise, instructions=told, figure=figure, picture=picture)


def drawn_picture(
    width: int = 60,
    height: int = 40,
    color: str = "teal",
    *,
    alpha: bool = False,
    alternative: str = "A foot",
) -> Picture:
    """Return a picture of one color; with `alpha` it can be seen through."""
    kind = QImage.Format.Format_ARGB32 if alpha else QImage.Format.Format_RGB32
    image = QImage(width, height, kind)
    image.fill(QColor(CLEAR) if alpha else QColor(color))
    content = QByteArray()
    buffer = QBuffer(content)
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    assert QImageWriter(buffer, b"PNG").write(image)
    data = bytes(content.data())
    return Picture(media=Media.PNG, width=width, height=height, data=data, alternative=alternative)


def coach_with_own(picture: Picture | None) -> FakeCoach:
    """Return a coach whose session of today has an own exercise, with a picture or without."""
    coach = FakeCoach().with_plan("p3")
    coach.services.own_exercises.save(own_exercise(picture=picture))
    plan = coach.services.plans.current()
    assert plan is not None
    today = coach.services.today.today().sessions[0].prescriptions[0]
    level = own_exercise().exercise.level()
    prescriptions = tuple(
        msgspec.structs.replace(
            p, exercise=OWN_ID, level=level.id, dose=level.dose, side_mode=level.side_mode
        )
        if p.id == today.id
        else p
        for p in plan.prescriptions
    )
    coach.services.plans.accept(msgspec.structs.replace(plan, prescriptions=prescriptions))
    return coach
