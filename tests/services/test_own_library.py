"""Own exercises stand in the library beside the shipped ones, which they can never replace."""

from __future__ import annotations

import pytest

from ankle_coach.content.catalog import open_library
from ankle_coach.domain.errors import NotFoundError
from ankle_coach.services.own_library import OwnExercises, shelf_of, with_own
from tests.helpers.memory_journal import MemoryJournal
from tests.helpers.own import OWN_ID, PICTURE, own_exercise

SHIPPED = open_library()


def test_an_own_exercise_is_found_searched_and_drawn_with_the_figure_it_borrows() -> None:
    journal = MemoryJournal()
    journal.save_on_shelf(own_exercise(picture=PICTURE))
    own = OwnExercises(lambda: shelf_of(journal))
    library = with_own(SHIPPED, own)

    assert library.exercise(OWN_ID).name == "Marble pick-up"
    assert [found.id for found in library.search("marble")] == [OWN_ID]
    assert library.figures[OWN_ID] is SHIPPED.figures["str-towel-scrunch"]
    assert len(library.exercises) == len(SHIPPED.exercises) + 1
    assert (
        library.shown_references(library.exercise(OWN_ID).references)[0].title == "Written by the therapist"
    )
    found = own.own(OWN_ID)
    assert found is not None
    assert found.picture == PICTURE
    assert own.own("str-calf-bi") is None
    assert library.own[OWN_ID] is found
    assert (list(library.own), len(library.own)) == ([OWN_ID], 1)
    assert library.own.get("str-calf-bi") is None


def test_one_without_a_figure_has_none_and_an_unknown_one_is_said_not_to_be_there() -> None:
    journal = MemoryJournal()
    journal.save_on_shelf(own_exercise(figure=""))
    library = with_own(SHIPPED, OwnExercises(lambda: shelf_of(journal)))

    assert OWN_ID not in library.figures
    assert len(library.figures) == len(SHIPPED.figures)
    with pytest.raises(NotFoundError, match="own-9999"):
        library.exercise("own-9999")


def test_a_new_own_exercise_is_seen_once_the_old_ones_are_forgotten() -> None:
    journal = MemoryJournal()
    own = OwnExercises(lambda: shelf_of(journal))
    library = with_own(SHIPPED, own)
    assert OWN_ID not in library.exercises

    journal.save_on_shelf(own_exercise())
    own.forget()

    assert OWN_ID in library.exercises
