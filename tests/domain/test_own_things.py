"""What own exercises, pictures, templates and the letterhead refuse."""

from __future__ import annotations

import msgspec
import pytest

from ankle_coach.domain.letterhead import Letterhead
from ankle_coach.domain.own_exercise import Instructions
from ankle_coach.domain.picture import MOST_BYTES, Media, Picture
from ankle_coach.domain.plan_template import PlanTemplate
from tests.helpers import builders as make
from tests.helpers.own import PICTURE, own_exercise


def test_an_own_exercise_can_never_take_the_id_of_a_shipped_one() -> None:
    own = own_exercise()
    shipped = msgspec.structs.replace(own.exercise, id="str-calf-bi")

    with pytest.raises(ValueError, match="must begin with 'own-'"):
        msgspec.structs.replace(own, exercise=shipped)


@pytest.mark.parametrize(
    ("wrong", "said"),
    [
        ({"width": 0}, "width and height"),
        ({"height": 5000}, "width and height"),
        ({"data": PICTURE.data[:8] + bytes(MOST_BYTES)}, "at most 2048 KiB"),
        ({"data": b"<svg/>"}, "not a image/png file"),
        ({"media": Media.JPEG}, "not a image/jpeg file"),
    ],
    ids=["no width", "too high", "too many bytes", "not a picture", "another kind"],
)
def test_a_picture_refuses(wrong: dict[str, object], said: str) -> None:
    with pytest.raises(ValueError, match=said):
        msgspec.structs.replace(PICTURE, **wrong)


def test_a_picture_travels_as_text_and_comes_back_the_same() -> None:
    assert msgspec.json.decode(msgspec.json.encode(PICTURE), type=Picture) == PICTURE


def test_texts_that_no_sheet_has_room_for_are_refused() -> None:
    with pytest.raises(ValueError, match="movement must have at most"):
        Instructions(movement="x" * 2001)
    with pytest.raises(ValueError, match="phone must have at most"):
        Letterhead(phone="5" * 201)


def test_a_template_refuses_prescriptions_of_no_session() -> None:
    plan = make.plan()

    with pytest.raises(ValueError, match="is not there"):
        PlanTemplate(id="t", name="Mine", sessions=(), prescriptions=plan.prescriptions)
