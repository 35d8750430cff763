"""What a card says is what player, file and journal say."""

from __future__ import annotations

import pytest
from msgspec.structs import replace

from ankle_coach.domain.dose_sentence import dose_sentence
from ankle_coach.domain.exercise_texts import exercise_name
from ankle_coach.domain.file_copies import PlanCopy
from ankle_coach.domain.plan import Load
from ankle_coach.domain.settings import Units
from ankle_coach.domain.sides import Side
from ankle_coach.domain.standing import Standing
from ankle_coach.domain.words import PLAIN_WORDS
from ankle_coach.exchange.plan_file import decode_plan, encode_plan
from ankle_coach.printing.entries import captions, load_words, sections_of
from ankle_coach.printing.handout import Options
from ankle_coach.printing.handout_pages import lay_out
from ankle_coach.services.own_library import OwnExercises, with_own
from tests.helpers.coach import FakeCoach
from tests.helpers.own import OWN_ID, PICTURE, own_exercise
from tests.helpers.printing import (
    LIBRARY,
    MADE_ON,
    faults,
    handout,
    printed,
    program_plan,
    some_plan,
    squeezed,
)


def _sentence(exercise: str, level: str) -> str:
    known = LIBRARY.exercise(exercise)
    rung = known.level(level)

    def named(other: str) -> str:
        return exercise_name(LIBRARY.exercise(other), PLAIN_WORDS)

    return dose_sentence(rung.dose, rung.side_mode, Side.RIGHT, PLAIN_WORDS, named)


def test_the_dose_on_paper_is_that_of_player_and_file(qapp: object) -> None:
    """One sentence of one object: the file's plan, what the player plays, and what paper says."""
    coach = FakeCoach().with_plan("p3")
    plan = coach.services.plans.current()
    assert plan is not None
    read = decode_plan(encode_plan(PlanCopy(plan=plan)), "plan").plan
    assert read == plan
    made = handout(read, standings=coach.services.coach.standings(), standings_on=MADE_ON)
    paper = squeezed("".join(printed(lay_out(made)).texts))
    player = {
        prescription.id: prescription
        for session in coach.services.coach.todays_sessions()
        for prescription in session.prescriptions
    }
    assert player
    for section in sections_of(made):
        for entry in section.entries:
            played = player.get(entry.prescription)
            if played is None:
                continue

            def named(other: str) -> str:
                return exercise_name(LIBRARY.exercise(other), PLAIN_WORDS)

            said = dose_sentence(played.dose, played.side_mode, plan.affected, PLAIN_WORDS, named)
            assert (said,) == entry.doses
            assert squeezed(said) in paper


def test_a_standing_goes_before_the_plans_own_dose() -> None:
    plan = program_plan()
    first = plan.prescriptions[0]
    level = LIBRARY.exercise(first.exercise).level("heavy-6rm")
    standing = Standing(
        prescription=first.id,
        exercise=first.exercise,
        side=Side.RIGHT,
        level=level.id,
        dose=level.dose,
        load=Load(kilograms=12.5),
        since=MADE_ON,
        begun=MADE_ON,
    )
    entry = sections_of(handout(plan, standings=(standing,)))[0].entries[0]
    assert entry.doses == (_sentence(first.exercise, "heavy-6rm"),)
    assert entry.level == "Level 9 of 9: Heavy slow, weeks 9 to 12"
    assert entry.load == "12.5 kg"


def test_sides_that_stand_apart_have_a_sentence_each() -> None:
    plan = some_plan(1)
    exercise = LIBRARY.exercise("bal-single-leg")
    low, high = exercise.levels[0], exercise.levels[1]
    first = replace(
        plan.prescriptions[0], exercise=exercise.id, level=low.id, dose=low.dose, side_mode=low.side_mode
    )
    standings = tuple(
        Standing(
            prescription=first.id, exercise=exercise.id, side=side, level=level.id, dose=level.dose,
            load=Load(), since=MADE_ON, begun=MADE_ON,
        )
        for side, level in ((Side.LEFT, low), (Side.RIGHT, high))
    )  # fmt: skip
    made = handout(replace(plan, prescriptions=(first,)), standings=standings)
    (entry,) = sections_of(made)[0].entries
    left, right = entry.doses
    assert "left side" in left
    assert "right side" in right
    assert left.startswith(low.name)


@pytest.mark.parametrize("points", [12, 20])
def test_an_own_exercise_has_its_words_and_its_picture(qapp: object, points: int) -> None:
    own = own_exercise(picture=PICTURE)
    exercise = own.exercise
    plan = some_plan(1)
    first = replace(
        plan.prescriptions[0], exercise=OWN_ID, level="own", dose=exercise.levels[0].dose,
        side_mode=exercise.levels[0].side_mode, cues=("My own cue",), note="Mind the cat.",
    )  # fmt: skip
    library = with_own(LIBRARY, OwnExercises(lambda: (own,)))
    made = handout(
        replace(plan, prescriptions=(first,), note="Call me."), library=library, own={OWN_ID: own},
        options=Options(points=points),
    )  # fmt: skip
    document = lay_out(made)
    assert not list(faults(document))
    sheet = printed(document)
    text = squeezed("".join(sheet.texts))
    for words in ("Lift a marble with your toes.", "My own cue", "Mind the cat.", "Call me.", "Get ready:"):
        assert squeezed(words) in text
    assert squeezed("Heel stays down") not in text
    assert sum(sheet.images) == 1


def test_a_long_note_runs_on_below_its_card(qapp: object) -> None:
    plan = some_plan(3, seed=4)
    long = "This is how it goes, step by step, and why. " * 45
    first = replace(plan.prescriptions[0], note=long)
    document = lay_out(handout(replace(plan, prescriptions=(first, *plan.prescriptions[1:])), points=20))
    assert not list(faults(document))
    text = squeezed("".join(printed(document).texts))
    assert squeezed("More about it stands below.") in text
    read = text.replace(squeezed("Alex Runner \u00b7 Your ankle program"), "")
    assert squeezed(long)[:200] in read


@pytest.mark.parametrize(
    ("load", "units", "words"),
    [
        (Load(kilograms=5), Units.METRIC, "5 kg"),
        (Load(kilograms=5), Units.US, "11 lb"),
        (Load(band="heavy"), Units.METRIC, "band: heavy"),
        (Load(repetition_maximum=12), Units.METRIC, "12 RM"),
        (Load(), Units.METRIC, ""),
    ],
)
def test_a_load_is_said_in_the_chosen_units(load: Load, units: Units, words: str) -> None:
    level = LIBRARY.exercise("str-calf-uni").level("floor")
    assert load_words(load, level, units, PLAIN_WORDS) == words


@pytest.mark.parametrize(
    ("exercise", "start", "end"),
    [
        ("str-calf-bi", "start", "end"),
        ("mob-ankle-circles", "", "both directions"),
        ("mob-alphabet", "", "letter by letter"),
        ("flx-wall-gastroc", "start", "hold"),
    ],
)
def test_pictures_have_captions_that_say_what_they_show(exercise: str, start: str, end: str) -> None:
    known = LIBRARY.exercise(exercise)
    plan = some_plan(1)
    first = replace(
        plan.prescriptions[0], exercise=exercise, level=known.default.id, dose=known.default.dose,
        side_mode=known.default.side_mode,
    )  # fmt: skip
    (entry,) = sections_of(handout(replace(plan, prescriptions=(first,))))[0].entries
    assert captions(entry, PLAIN_WORDS) == (start, end)
