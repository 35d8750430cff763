"""Rows whose truth lies in the shipped content: sentences, programs and doses (§3.7 to §3.9, §4.4)."""

from __future__ import annotations

import re

import pytest

from ankle_coach.content.catalog import open_library
from ankle_coach.content.safety_files import load_safety
from ankle_coach.domain.dose import Duration, Reps, Sequence
from ankle_coach.domain.evidence import ReferenceKind
from ankle_coach.domain.exercise import Group, PhaseMark
from ankle_coach.domain.frequency import PerWeek, TimesPerDay
from ankle_coach.domain.movement import Activity
from ankle_coach.domain.plan import SessionKind
from ankle_coach.domain.run_words import cap_words, easy_week_words, single_run_words, weekly_words
from ankle_coach.domain.running import Guard, GuardResult
from ankle_coach.domain.schedule import times_due
from ankle_coach.domain.walk_run import STAGE_REFERENCES, STAGES
from ankle_coach.domain.words import PLAIN_WORDS
from tests.helpers.builders import MONDAY
from tests.helpers.rules import row

LIBRARY = open_library()
SAFETY = load_safety()
RUNNING_PHASES = [
    (program.id, phase.id)
    for program in LIBRARY.programs.values()
    for phase in program.phases
    if phase.mark is PhaseMark.P5
]


# --- §3.7, §3.8 -----------------------------------------------------------------------------------


@row("3.7-warm-up")
@pytest.mark.parametrize(("program_id", "phase_id"), RUNNING_PHASES)
def test_a_phase_of_running_has_its_routines_before_and_after(
    program_id: str, phase_id: str, row_id: str
) -> None:
    phase = LIBRARY.program(program_id).phase(phase_id)
    around = {session.id: session.kind for session in phase.sessions}
    played: dict[SessionKind, set[str]] = {kind: set() for kind in SessionKind}
    for entry in phase.prescriptions:
        played[around[entry.session]].add(entry.exercise)
    assert "wup-pre-run" in played[SessionKind.BEFORE_RUN]
    assert "wup-cool-down" in played[SessionKind.AFTER_RUN]


@row("3.7-warm-up")
@pytest.mark.parametrize(
    ("exercise", "activity"), [("wup-pre-run", Activity.BRISK_WALK), ("wup-cool-down", Activity.WALK)]
)
def test_each_of_them_walks_five_minutes(exercise: str, activity: Activity, row_id: str) -> None:
    (sequence,) = LIBRARY.exercise(exercise).level("full").dose.blocks
    assert isinstance(sequence, Sequence)
    blocks = [block for item in sequence.items for block in item.dose.blocks]
    assert [b.seconds for b in blocks if isinstance(b, Duration) and b.activity is activity] == [300]


@row("3.7-alternatives")
@pytest.mark.parametrize("reference", [r for r in STAGE_REFERENCES if r != "DD"])
def test_the_stages_name_the_published_tables_that_they_were_set_together_from(
    reference: str, row_id: str
) -> None:
    assert LIBRARY.reference(reference).kind is ReferenceKind.PUBLIC
    assert "DD" in STAGE_REFERENCES, "our own table says that it is an app rule too"
    assert [stage.number for stage in STAGES] == list(range(9))


SAID_OF_RUNS = {
    "warn": single_run_words(GuardResult(guard=Guard.WARN, ratio=1.2), PLAIN_WORDS),
    "strong": single_run_words(GuardResult(guard=Guard.STRONG, ratio=1.5), PLAIN_WORDS),
    "confirm": single_run_words(GuardResult(guard=Guard.CONFIRM, ratio=2.5), PLAIN_WORDS),
    "info": weekly_words(GuardResult(guard=Guard.INFO, ratio=1.2), PLAIN_WORDS),
    "caution": weekly_words(GuardResult(guard=Guard.CAUTION, ratio=1.5), PLAIN_WORDS),
    "back": cap_words(20, PLAIN_WORDS),
    "easy": easy_week_words(90, PLAIN_WORDS),
}


@row("3.8-words")
@pytest.mark.parametrize("guard", SAID_OF_RUNS)
def test_no_guard_calls_a_run_safe(guard: str, row_id: str) -> None:
    assert SAID_OF_RUNS[guard]
    assert not re.search(r"\bsafe|\bno risk|\bharmless", SAID_OF_RUNS[guard], re.IGNORECASE)


@row("3.8-words")
def test_a_guard_that_has_nothing_to_say_says_nothing_either(row_id: str) -> None:
    silent = GuardResult(guard=Guard.NONE, ratio=1.05)
    assert (single_run_words(silent, PLAIN_WORDS), weekly_words(silent, PLAIN_WORDS)) == ("", "")


# --- §3.9 -----------------------------------------------------------------------------------------


@row("3.9-frequency-range")
@pytest.mark.parametrize(
    ("frequency", "planned"),
    [
        (TimesPerDay(least=5, most=8), 35),
        (TimesPerDay(least=1, most=2), 7),
        (PerWeek(least=3, most=4), 3),
        (PerWeek(least=2, most=3), 2),
    ],
    ids=["5 to 8 a day", "1 to 2 a day", "3 to 4 a week", "2 to 3 a week"],
)
def test_of_a_range_the_lower_number_is_planned(
    frequency: TimesPerDay | PerWeek, planned: int, row_id: str
) -> None:
    week = [MONDAY.replace(day=2 + number) for number in range(7)]
    assert sum(times_due(frequency, day, MONDAY) for day in week) == planned


@row("3.9-fresh-sprain")
@pytest.mark.parametrize("exercise", ["mob-alphabet", "mob-ankle-circles"])
def test_in_a_fresh_sprain_letters_and_circles_are_small_or_not_there(exercise: str, row_id: str) -> None:
    program = LIBRARY.program("lateral-sprain")
    entries = [
        entry
        for phase in program.phases
        if phase.mark is PhaseMark.P1
        for entry in phase.prescriptions
        if entry.exercise == exercise
    ]
    assert all("small" in entry.note.lower() and "3 or less" in entry.note for entry in entries)
    levels = {"mob-alphabet": ["print-half-size"], "mob-ankle-circles": []}
    assert [entry.level for entry in entries] == levels[exercise]


def _raises() -> list[tuple[str, str]]:
    return [
        (exercise.id, level.id)
        for exercise in LIBRARY.exercises.values()
        if exercise.group is Group.STRENGTH
        for level in exercise.levels
        if any(isinstance(block, Reps) and block.sets > 1 for block in level.dose.blocks)
    ]


@row("3.9-tempo")
@pytest.mark.parametrize(("exercise", "level"), _raises())
def test_sets_of_strength_have_a_tempo_and_a_rest(exercise: str, level: str, row_id: str) -> None:
    for block in LIBRARY.exercise(exercise).level(level).dose.blocks:
        if isinstance(block, Reps) and block.sets > 1:
            assert block.tempo is not None
            assert block.tempo.up + block.tempo.hold + block.tempo.down > 0
            assert block.rest_sets >= 30


# --- §4.4 -----------------------------------------------------------------------------------------

ICE_SAYS = " ".join(fact.text for fact in SAFETY.ice.how)
KNOWN = " ".join(fact.text for fact in SAFETY.ice.evidence)
MEDICINE = " ".join(fact.text for fact in SAFETY.medication.facts)
SENTENCES = [
    ("4.4-barrier", ICE_SAYS, ("damp cloth", "never on bare skin", "Do not lie on it", "Not while asleep")),
    ("4.4-check", ICE_SAYS, ("Stop at blisters", "white or mottled skin", "numb")),
    ("4.4-when", ICE_SAYS, ("first 2 to 3 days", "after activity", "Not just before exercise")),
    ("4.4-harm", ICE_SAYS, ("after a sprain", "no heat, alcohol, running or massage")),
    ("4.4-evidence", KNOWN, ("89 people", "less pain on activity after a week", "did not differ")),
    (
        "4.4-medication",
        MEDICINE,
        ("no doses", "pharmacist", "Do not use them to run through", "journal"),
    ),
    ("4.4-conflict", MEDICINE, ("differs", "paracetamol", "often suggested first", "may slow healing")),
]


@pytest.mark.parametrize(("row_id", "told", "parts"), SENTENCES, ids=[one[0] for one in SENTENCES])
def test_the_card_says_what_its_row_says(row_id: str, told: str, parts: tuple[str, ...]) -> None:
    assert [part for part in parts if part not in told] == []


@row("4.4-check")
def test_the_skin_is_looked_at_after_five_minutes(row_id: str) -> None:
    assert SAFETY.ice.limits.check_minutes.value == 5


@row("4.4-medication")
@pytest.mark.parametrize(
    "condition",
    ["stomach", "organs", "blood-thinner", "asthma", "pregnancy", "other-medicines", "age"],
)
def test_a_pharmacist_is_asked_first_with_each_of_these(condition: str, row_id: str) -> None:
    assert condition in {known.id for known in SAFETY.medication.ask_first}
    stop = " ".join(fact.text for fact in SAFETY.medication.stop)
    assert all(sign in stop for sign in ("black stools", "chest pain", "rash", "breathing"))


@row("4.4-harm")
@pytest.mark.parametrize("exercise", ["mas-ball-foot"])
def test_a_fresh_sprain_gets_no_massage(exercise: str, row_id: str) -> None:
    assert exercise in LIBRARY.program("lateral-sprain").bars(PhaseMark.P1).exercises
