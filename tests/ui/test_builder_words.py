"""The words of the builder: labels, values for Undo, sides; each key has its own."""

from __future__ import annotations

import pytest

from ankle_coach.domain.dose import Reps, Tempo
from ankle_coach.domain.dose_fields import RANGES, Key, Unit
from ankle_coach.domain.load_words import load_words
from ankle_coach.domain.movement import Motion
from ankle_coach.domain.plan import Load
from ankle_coach.domain.reached import Reached
from ankle_coach.domain.sides import SideMode
from ankle_coach.domain.words import PLAIN_WORDS
from ankle_coach.ui.builder_words import (
    key_word,
    mode_word,
    step_for,
    step_for_several,
    unit_suffix,
    value_words,
)
from ankle_coach.ui.plan_card_facts import card_facts
from tests.helpers.coach import LIBRARY, FakeCoach


def test_every_value_has_a_label_of_its_own() -> None:
    words = [key_word(key, PLAIN_WORDS) for key in Key if key is not Key.TOP]
    assert len(set(words)) == len(words), "the hold at the top is called as any hold"
    assert all(word[:1].isupper() for word in words)


def test_the_parts_of_a_repetition_are_called_as_its_motion() -> None:
    pull = Reps(sets=1, reps=1, tempo=Tempo(1), motion=Motion.PULL)
    assert [key_word(key, PLAIN_WORDS, pull) for key in (Key.UP, Key.DOWN)] == ["Pull", "Back"]


def test_rounds_of_circles_are_counted() -> None:
    assert key_word(Key.PASSES, PLAIN_WORDS, index=1, passes=2) == "Sets, round 2"
    assert key_word(Key.PASSES, PLAIN_WORDS) == "Times through"


@pytest.mark.parametrize(
    ("key", "value", "said"),
    [
        (Key.REST_SETS, 60, "rest between sets 60 s"),
        (Key.SECONDS, 300, "time 5 min"),
        (Key.REPS, 12, "repetitions 12"),
        (Key.METERS, 20.5, "distance 20.5 m"),
        (Key.EFFORT, 70, "effort 70 %"),
    ],
)
def test_a_step_is_named_by_value(key: Key, value: float, said: str) -> None:
    assert value_words(key, value, RANGES[key].unit, PLAIN_WORDS) == said


def test_steps_name_one_exercise_or_count_several() -> None:
    assert step_for("remove", "Short foot", PLAIN_WORDS) == "remove: Short foot"
    assert step_for_several("rest 60 s", 3, PLAIN_WORDS) == "rest 60 s for 3 exercises"
    assert step_for_several("rest 60 s", 1, PLAIN_WORDS) == "rest 60 s for 1 exercise"


def test_sides_and_units() -> None:
    assert len({mode_word(mode, PLAIN_WORDS) for mode in SideMode}) == len(SideMode)
    assert [unit_suffix(unit, PLAIN_WORDS) for unit in Unit] == ["", " s", " m", " %"]


@pytest.mark.parametrize(
    ("load", "said"),
    [
        (Load(), ""),
        (Load(kilograms=7.5), "7.5 kg"),
        (Load(band="medium"), "medium band"),
        (Load(repetition_maximum=12), "12 RM"),
        (Load(kilograms=5, band="green"), "5 kg, green"),
    ],
)
def test_a_load_in_words(load: Load, said: str) -> None:
    assert load_words(load, PLAIN_WORDS) == said


@pytest.mark.parametrize(("goes_on", "told"), [(True, "now at: "), (False, "begins here anew, was at: ")])
def test_a_card_says_what_the_person_has_reached(goes_on: bool, told: str) -> None:
    plan = FakeCoach().with_plan("p3").services.plans.versions()[-1]
    prescription = plan.prescriptions[0]
    other = next(
        one for one in LIBRARY.exercise(prescription.exercise).levels if one.id != prescription.level
    )
    reached = Reached((other.id,), goes_on=goes_on)
    facts = card_facts(prescription, plan, LIBRARY.exercises, (), PLAIN_WORDS, reached)
    assert facts.details.replace("\u00a0", " ").startswith(told + other.name)


def test_only_the_open_person_s_standings_are_known() -> None:
    coach = FakeCoach().with_plan("p3")
    builder, me = coach.services.builder, coach.services.people.required().id
    assert builder.standings(me) == coach.services.coach.standings()
    assert builder.standings("somebody else") == ()
