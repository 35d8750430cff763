"""The letterhead on the shelf, and beginning as a therapist."""

from __future__ import annotations

import pytest

from ankle_coach.domain.changes import Changes
from ankle_coach.domain.errors import StorageError
from ankle_coach.domain.letterhead import Letterhead
from ankle_coach.domain.settings import UserRole
from tests.helpers.coach import FakeCoach

HEAD = Letterhead(name="Foot & Co", phone="555 01")


def test_there_is_an_empty_letterhead_at_first() -> None:
    assert FakeCoach().services.clinic.letterhead() == Letterhead()


def test_a_letterhead_is_kept_and_an_empty_one_taken_away() -> None:
    coach = FakeCoach()
    clinic = coach.services.clinic
    assert clinic.save_letterhead(HEAD) is Changes.LIBRARY
    assert clinic.save_letterhead(HEAD) is Changes.NONE
    assert coach.services.clinic.letterhead() == HEAD
    assert clinic.save_letterhead(Letterhead()) is Changes.LIBRARY
    assert coach.journal.shelf(Letterhead) == ()


def test_beginning_as_a_therapist_keeps_the_letterhead_and_the_role() -> None:
    coach = FakeCoach()
    changes = coach.services.clinic.begin(HEAD)
    assert changes == Changes.LIBRARY | Changes.SETTINGS
    assert coach.services.settings.current().role is UserRole.THERAPIST
    assert coach.services.clinic.letterhead() == HEAD


def test_nobody_is_a_therapist_where_the_letterhead_cannot_be_kept() -> None:
    coach = FakeCoach()
    coach.journal.failure = StorageError("the disk is full")
    with pytest.raises(StorageError):
        coach.services.clinic.begin(HEAD)
    assert coach.services.settings.current().role is None
