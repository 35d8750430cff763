"""How the phases of the six programs end, and when to be seen (clinical.md §3.6, exit rows)."""

from __future__ import annotations

import pytest

from ankle_coach.content.catalog import open_library
from ankle_coach.content.safety_files import load_measures
from ankle_coach.domain.criteria import Criterion, Reading
from ankle_coach.domain.program import ProgramKind

LIBRARY = open_library()
MEASURES = load_measures()
IDS = [p for p in LIBRARY.programs if LIBRARY.program(p).kind is ProgramKind.PROGRAM]


def bound(criterion: Criterion) -> str:
    """A criterion in one line: measure, reading, bound, window."""
    parts = [criterion.measured_by]
    if criterion.reading is not Reading.VALUE:
        parts.append(criterion.reading.value)
    for sign, value in (("<=", criterion.at_most), (">=", criterion.at_least), ("<", criterion.below)):
        if value is not None:
            parts.append(f"{sign}{value:g}")
    if criterion.days:
        parts.append(f"{criterion.days}d")
    return " ".join(parts)


GATE = [
    "walk-30-min-pain <=2",
    "walk-30-min-limp <=0",
    "morning-pain <=2 7d",
    "single-leg-raise-count >=15",
    "single-leg-raise-count symmetry >=80",
    "two-leg-hops-pain <=2",
    "single-leg-hops-pain <=2",
    "single-leg-stand-seconds >=20",
]
TENDON_GATE = ["morning-pain <=3 7d" if item == "morning-pain <=2 7d" else item for item in GATE]
SPRAIN_GATE = [item.replace(">=80", ">=90") for item in GATE] + ["giving-way <=0 14d"]
ACHILLES_P1 = ["morning-pain <=5 7d", "morning-pain rise <1 7d", "two-leg-raise-3x10-pain <=5"]
ACHILLES_P2 = ["single-leg-raise-count >=10", "loading-pain <=5 14d", "next-morning-rise <2 14d"]
ACHILLES_P5 = [
    "run-30-min-pain <=2 28d",
    "run-30-min-morning-rise <=0 28d",
    "stiffness-minutes <10 28d",
    "confidence >=8",
]


def achilles_p3(daily_life: int) -> list[str]:
    """Exit of the strength phase of the two Achilles programs."""
    return [
        "single-leg-raise-count >=15",
        "single-leg-raise-count symmetry >=80",
        f"daily-life-pain <={daily_life}",
        "stiffness-minutes <10 7d",
        "stiffness-minutes rise <10 14d",
    ]


EXITS = {
    ("lateral-sprain", "p1"): ["walk-5-min-pain <=3", "rest-pain <=2", "swelling rise <=0 3d"],
    ("lateral-sprain", "p2"): [
        "knee-to-wall-cm difference <=2",
        "walk-30-min-pain <=2",
        "two-leg-raise-3x15-pain <=2",
        "single-leg-stand-seconds >=10",
    ],
    ("lateral-sprain", "p3"): [
        "single-leg-raise-count >=15",
        "single-leg-raise-count symmetry >=80",
        "single-leg-stand-seconds >=30",
        "band-ev-3x15-medium-pain <=2",
        "knee-to-wall-cm difference <=1.5",
    ],
    ("lateral-sprain", "p4"): SPRAIN_GATE,
    ("lateral-sprain", "p5"): ["run-30-min-pain <=2", "run-30-min-morning-rise <=0", "confidence >=8"],
    ("achilles-midportion", "p1"): ACHILLES_P1,
    ("achilles-midportion", "p2"): ACHILLES_P2,
    ("achilles-midportion", "p3"): achilles_p3(2),
    ("achilles-midportion", "p4"): TENDON_GATE,
    ("achilles-midportion", "p5"): ACHILLES_P5,
    ("achilles-insertional", "p1"): ACHILLES_P1,
    ("achilles-insertional", "p2"): ACHILLES_P2,
    ("achilles-insertional", "p3"): achilles_p3(3),
    ("achilles-insertional", "p4"): TENDON_GATE,
    ("achilles-insertional", "p5"): ACHILLES_P5,
    ("peroneal", "p1"): ["rest-pain <=2", "ev-iso-5x10-pain <=3"],
    ("peroneal", "p2"): ["band-ev-3x15-light-pain <=3", "two-leg-raise-3x15-pain <=2"],
    ("peroneal", "p3"): [
        "band-ev-same-dose >=1",
        "band-ev-feels-equal >=1",
        "single-leg-raise-count symmetry >=80",
        "single-leg-stand-seconds >=30",
    ],
    ("peroneal", "p4"): [*GATE, "uneven-walk-pain <=0"],
    ("peroneal", "p5"): ["run-30-min-pain <=2 28d", "run-30-min-morning-rise <=0 28d", "confidence >=8"],
    ("plantar-heel", "p1"): ["first-step-pain <=6 7d", "first-step-pain rise <1 7d"],
    ("plantar-heel", "p2"): ["two-leg-raise-3x15-pain <=3", "first-step-pain <=4 7d"],
    ("plantar-heel", "p3"): ["towel-raise-3x12-pain <=3", "first-step-pain <=2 7d"],
    ("plantar-heel", "p4"): TENDON_GATE,
    ("plantar-heel", "p5"): ["first-step-pain <=1 28d"],
    ("general", "p1"): ["rest-pain <=0", "walk-30-min-pain <=2"],
    ("general", "p2"): ["residual-soreness <=0"],
    ("general", "p3"): ["single-leg-raise-count symmetry >=90"],
    ("general", "p4"): [*GATE, "residual-soreness <=0"],
    ("general", "p5"): [],
}


@pytest.mark.parametrize(("program_id", "phase_id"), EXITS, ids=[f"3.6-exit-{p}-{ph}" for p, ph in EXITS])
def test_a_phase_ends_on_what_its_row_says(program_id: str, phase_id: str) -> None:
    phase = LIBRARY.program(program_id).phase(phase_id)
    assert [bound(criterion) for criterion in phase.exit] == EXITS[program_id, phase_id]


def test_stiffness_short_or_stable_is_one_point_of_two() -> None:
    either = [c.either for c in LIBRARY.program("achilles-midportion").phase("p3").exit]
    assert either == ["", "", "", "stiffness", "stiffness"]


def test_three_runs_of_thirty_minutes_discharge_a_sprain() -> None:
    first, second, _ = LIBRARY.program("lateral-sprain").phase("p5").exit
    assert (first.entries, second.entries) == (3, 3)


@pytest.mark.parametrize("program_id", IDS)
def test_where_more_is_better_the_worse_side_is_the_lower_one(program_id: str) -> None:
    for phase in LIBRARY.program(program_id).phases:
        for criterion in phase.exit:
            measure = MEASURES.of(criterion.measured_by)
            assert criterion.higher_is_better == measure.higher_is_better, criterion.id


@pytest.mark.parametrize("program_id", IDS)
def test_every_program_says_when_to_be_seen(program_id: str) -> None:
    program = LIBRARY.program(program_id)
    assert program.kind is ProgramKind.PROGRAM
    assert program.refer_if


@pytest.mark.parametrize(
    ("program_id", "after_days"),
    [
        ("lateral-sprain", [7, 42, 0]),
        ("achilles-midportion", [84]),
        ("achilles-insertional", [84, 0]),
        ("peroneal", [0, 42]),
        ("plantar-heel", [42, 0, 0]),
    ],
)
def test_3_6_refer_if(program_id: str, after_days: list[int]) -> None:
    assert [line.after_days for line in LIBRARY.program(program_id).refer_if] == after_days
