"""Persons as rows, and how a row is drawn."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from PySide6.QtCore import QModelIndex, QRect, Qt
from PySide6.QtGui import QImage, QPainter
from PySide6.QtWidgets import QStyle, QStyleOptionViewItem

from ankle_coach.domain.person_overview import PersonOverview, PlanHead
from ankle_coach.domain.safety import Finding, Flag, Scope, Urgency
from ankle_coach.domain.sides import Side
from ankle_coach.domain.words import Words
from ankle_coach.ui.models.people_model import PeopleModel, PersonRole
from ankle_coach.ui.models.person_delegate import PersonDelegate
from ankle_coach.ui.person_words import FlagMark
from ankle_coach.ui.theme import Theme
from tests.helpers import builders as make
from tests.helpers.coach import LIBRARY

TODAY = date(2026, 3, 10)
ANNA = PersonOverview(
    person=make.person(id="anna", name="Anna", affected=Side.LEFT, birth_year=1988),
    plan=PlanHead(version=2, name="Mine", starts_on=TODAY, review_on=TODAY - timedelta(days=1)),
    last_active=TODAY - timedelta(days=3),
    flags=(
        Flag(
            id="f",
            finding=Finding(
                rule="R12", urgency=Urgency.URGENT, references=("S01",), scopes=(Scope.ALL_LOADING,)
            ),
            raised=make.moment(TODAY),
        ),
    ),
)
BEN = PersonOverview(person=make.person(id="ben", name="Ben", affected=None))


@pytest.fixture
def model(words: Words) -> PeopleModel:
    model = PeopleModel(LIBRARY.programs, words)
    model.set_persons((ANNA, BEN), TODAY, "ben")
    return model


def test_a_row_tells_what_the_list_shows(model: PeopleModel) -> None:
    anna, ben = model.index(0), model.index(1)
    assert anna.data() == "Anna"
    assert [anna.data(role) for role in PersonRole] == [
        "anna",
        "left",
        "Left ankle · born 1988",
        "Mine",
        "3 days ago",
        FlagMark("Locked", "lock", "danger"),
        "Review due since Mar 9",
        True,
        False,
        "",
    ]
    assert [ben.data(role) for role in PersonRole] == [
        "ben",
        None,
        "",
        "No plan yet",
        "never",
        None,
        "",
        False,
        True,
        "",
    ]


def test_a_screen_reader_hears_all_of_it(model: PeopleModel) -> None:
    spoken = model.index(0).data(Qt.ItemDataRole.AccessibleTextRole)
    assert spoken == (
        "Anna. Left ankle · born 1988. Mine. Last activity: 3 days ago. Locked. Review due since Mar 9"
    )


def test_rows_are_found_by_person(model: PeopleModel) -> None:
    assert model.index_of("ben").row() == 1
    assert not model.index_of("nobody").isValid()
    assert model.overview(model.index(0)) is ANNA
    assert model.overview(QModelIndex()) is None
    assert model.rowCount(model.index(0)) == 0
    assert model.data(model.index(0), Qt.ItemDataRole.FontRole) is None


@pytest.mark.parametrize("width", [300, 500, 900])
@pytest.mark.parametrize("row", [0, 1])
def test_a_row_is_drawn_at_any_width(
    model: PeopleModel, theme: Theme, words: Words, width: int, row: int
) -> None:
    delegate = PersonDelegate(theme, words)
    option = QStyleOptionViewItem()
    option.rect = QRect(0, 0, width, delegate.sizeHint(option, model.index(row)).height())
    option.state = QStyle.StateFlag.State_Selected | QStyle.StateFlag.State_HasFocus
    image = QImage(option.rect.size(), QImage.Format.Format_RGB32)
    image.fill(theme.color("surface"))
    painter = QPainter(image)

    delegate.paint(painter, option, model.index(row))
    painter.end()

    right = image.copy(width - 100, 0, 100, image.height())
    assert _has(right, theme, "text_muted")
    assert _has(image, theme, "text")
    assert _has(right, theme, "danger") is (row == 0)


def _has(image: QImage, theme: Theme, role: str) -> bool:
    """Whether a color is painted somewhere."""
    wanted = theme.color(role).rgb()
    places = ((x, y) for x in range(image.width()) for y in range(image.height()))
    return any(image.pixel(x, y) == wanted for x, y in places)
