"""The safety files: whole, sourced, carefully worded, and every broken key named."""

from __future__ import annotations

import re
import shutil
from collections.abc import Iterator
from pathlib import Path

import msgspec
import pytest

from ankle_coach.content.catalog import open_library
from ankle_coach.content.check import check_file, check_folder
from ankle_coach.content.safety_files import check_safety, load_measures, load_safety
from ankle_coach.domain.errors import ContentError
from ankle_coach.domain.safety import Urgency
from ankle_coach.resources import resource_path
from tests.helpers.rules import row

SAFETY = load_safety()
MEASURES = load_measures()
LIBRARY = open_library()
ROWS = {f"O{n}" for n in range(6)} | {f"R{n:02}" for n in range(1, 27)}


@pytest.fixture
def content(tmp_path: Path) -> Path:
    """A copy of the shipped content that a test may break."""
    for folder in ("exercises", "programs", "safety"):
        shutil.copytree(resource_path(folder), tmp_path / folder)
    for file in ("references.toml", "measures.toml"):
        shutil.copy(resource_path(file), tmp_path)
    return tmp_path


def errors_of(content: Path) -> list[ContentError]:
    """What is wrong with a folder of content, its figures left out: they have tests of their own."""
    return [error for error in check_folder(content, figures=False) if not error.file.startswith("figures/")]


def test_every_row_of_the_screen_is_there() -> None:
    assert {question.id.split("-")[0] for question in SAFETY.screen.question} >= ROWS


def test_every_lock_says_why_who_to_see_and_what_to_do_meanwhile() -> None:
    for question in SAFETY.screen.question:
        texts = (question.text, question.action, question.see, question.meanwhile)
        assert all(text.endswith((".", "?")) for text in texts), question.id
        assert bool(question.scopes) >= question.urgency.locks, question.id


def test_an_emergency_says_to_call_and_an_urgent_flag_says_today() -> None:
    for question in SAFETY.screen.question:
        if question.urgency is Urgency.EMERGENCY:
            assert "your local emergency number" in question.action, question.id
        if question.urgency is Urgency.URGENT:
            assert "today" in question.action, question.id


FORBIDDEN = re.compile(
    r"\bno fracture\b|\bsafe\b|\bsafely\b|not broken|\bdiagnosis\b|\bhealed\b|\ball clear\b"
)
DOSE = re.compile(r"\d+\s*(mg|milligram|tablet|pill)", re.IGNORECASE)


def said(thing: object) -> Iterator[str]:
    """Every text of the safety content."""
    if isinstance(thing, str):
        yield thing
    elif isinstance(thing, dict):
        for key, value in thing.items():
            if key not in ("id", "cause", "references"):
                yield from said(value)
    elif isinstance(thing, list | tuple):
        for value in thing:
            yield from said(value)


def test_no_text_promises_anything() -> None:
    texts = list(said(msgspec.to_builtins(SAFETY)))
    allowed = SAFETY.cards.always
    assert [text for text in texts if text != allowed and FORBIDDEN.search(text.casefold())] == []
    assert "not a diagnosis" in allowed


def test_the_stop_card_gives_each_sign_the_urgency_of_its_row() -> None:
    """4.2: numbness is for today (R04), a cold, white or blue foot is an emergency (R05)."""
    lines = next(card for card in SAFETY.cards.card if card.id == "stop-and-see").lines
    numb = next(line for line in lines if "numbness" in line)
    assert numb == "Stop for numbness, and be seen today. A foot that is cold, white or blue is an emergency."
    assert SAFETY.screen.of("R04").urgency is Urgency.URGENT
    assert SAFETY.screen.of("R05").urgency is Urgency.EMERGENCY


@pytest.mark.parametrize("rule", ["R03", "R05", "R06", "R11", "R20", "R21", "R22", "R24"])
def test_what_every_clinician_is_taught_is_not_shown_as_a_rule_of_ours(rule: str) -> None:
    """4.2: these rows cite general clinical knowledge, not the app."""
    assert SAFETY.screen.of(rule).references == ("M",)


def test_a_complete_screen_without_a_flag_rules_nothing_out() -> None:
    assert "does not rule out" in SAFETY.cards.clear_screen


@row("4.4-numbers")
def test_the_medicine_card_names_no_dose(row_id: str) -> None:
    texts = list(said(msgspec.to_builtins(SAFETY.medication)))
    assert [text for text in texts if DOSE.search(text)] == []
    assert any("no doses" in text for text in texts)
    assert len(SAFETY.medication.ask_first) == 7


@pytest.mark.parametrize(
    ("name", "value", "references"),
    [
        ("default_minutes", 15, ("000", "001")),
        ("hard_stop_minutes", 20, ("000", "001", "S35")),
        ("gap_hours", 2, ("S34", "S35")),
        ("most_per_day", 4, ("DD",)),
        ("check_minutes", 5, ("S34",)),
    ],
    ids=lambda value: f"4.4-{value}",
)
def test_the_limits_of_ice(name: str, value: float, references: tuple[str, ...]) -> None:
    number = getattr(SAFETY.ice.limits, name)
    assert (number.value, number.references) == (value, references)


def test_the_ice_exercise_keeps_the_same_limits() -> None:
    (block,) = LIBRARY.exercise("rec-ice").level().dose.blocks
    limits = SAFETY.ice.limits
    assert getattr(block, "seconds", 0) == limits.default_minutes.value * 60
    assert getattr(block, "maximum", 0) == limits.hard_stop_minutes.value * 60


@pytest.mark.parametrize(
    ("file", "old", "new", "key"),
    [
        ("safety/screen.toml", 'urgency = "urgent"', 'urgency = "soon"', "question[1].urgency"),
        ("safety/screen.toml", 'scopes = ["all-loading", "massage"]\n', "", "question[1]"),
        ("safety/screen.toml", 'references = ["S24"]', 'references = ["S99"]', "question[0].references[0]"),
        ("safety/screen.toml", 'asked_if = "O0"', 'asked_if = "O9"', "question[1].asked_if"),
        ("safety/ice.toml", "value = 15", 'value = "15"', "limits.default_minutes.value"),
        ("safety/ice.toml", 'references = ["DD"]', "references = []", "limits.most_per_day"),
        ("safety/compression.toml", "[[how]]", "[[why]]", "why"),
        ("safety/medication.toml", "title", "titel", "titel"),
        ("safety/cards.toml", "always", "sometimes", "sometimes"),
        ("measures.toml", 'unit = "pain"', 'unit = "pains"', "measure[0].unit"),
        ("measures.toml", 'references = ["DD"]', 'references = ["XX"]', "measure[0].references[0]"),
    ],
)
def test_one_broken_key_is_named(content: Path, file: str, old: str, new: str, key: str) -> None:
    path = content / file
    text = path.read_text(encoding="utf-8")
    assert old in text
    path.write_text(text.replace(old, new, 1), encoding="utf-8")
    (error,) = check_safety(content, LIBRARY.references)
    assert error.file == file
    assert error.key.startswith(key)


@pytest.mark.parametrize("file", ["safety/screen.toml", "safety/ice.toml", "measures.toml"])
def test_a_safety_file_can_be_checked_by_itself(content: Path, file: str) -> None:
    path = content / file
    assert check_file(path) == []
    path.write_text(
        path.read_text(encoding="utf-8")
        .replace('"S24"', '"X"')
        .replace('"S34"', '"X"')
        .replace('"DD"', '"X"')
    )
    assert check_file(path)[0].problem == "'X' is not a reference"


def test_a_missing_file_is_named(content: Path) -> None:
    (content / "safety" / "ice.toml").unlink()
    (error,) = errors_of(content)
    assert (error.file, error.problem) == ("safety/ice.toml", "cannot be read (No such file or directory)")
    with pytest.raises(ContentError, match="safety/ice.toml"):
        load_safety(content)


def test_a_criterion_that_nothing_measures_is_named(content: Path) -> None:
    path = content / "programs" / "general.toml"
    text = path.read_text(encoding="utf-8")
    path.write_text(text.replace('id = "residual-soreness"', 'id = "soreness"', 1), encoding="utf-8")
    (error,) = errors_of(content)
    assert (error.file, error.key) == ("programs/general.toml", "phases[1].exit[0].measure")


@pytest.mark.parametrize(
    ("file", "old", "new", "key"),
    [
        ("preset-rathleff", "weeks = [3, 4]", "weeks = [4, 4]", "phases"),
        ("preset-rathleff", 'offered_in = ["plantar-heel"]', 'offered_in = ["heel"]', "offered_in[0]"),
        ("preset-rathleff", 'kind = "preset"\n', "", "kind"),
        ("lateral-sprain", 'exercise = "flx-front-ankle"', 'exercise = "flx-x"', "barred[0].exercise"),
        ("lateral-sprain", 'leads_to = "bal-single-leg"', 'leads_to = "bal-x"', "phases[1].prescriptions[1]"),
        ("lateral-sprain", 'instead = ["xtr-pool"]', 'instead = ["xtr-x"]', "phases[2].prescriptions[5]"),
        ("lateral-sprain", "at_most = 3\n", "", "phases[0].exit[0]"),
        ("lateral-sprain", 'references = ["S34", "S20"]', 'references = ["S00"]', "phases[0].advice[0]"),
        ("lateral-sprain", 'after_days = 42, references = ["DD"]', 'references = ["X"]', "refer_if[1]"),
    ],
)
def test_one_broken_key_of_a_program_is_named(content: Path, file: str, old: str, new: str, key: str) -> None:
    path = content / "programs" / f"{file}.toml"
    text = path.read_text(encoding="utf-8")
    assert old in text
    path.write_text(text.replace(old, new, 1), encoding="utf-8")
    (error,) = errors_of(content)
    assert error.file == f"programs/{file}.toml"
    assert error.key.startswith(key)


def test_tests_that_a_played_dose_answers_name_exercises_and_levels_of_the_library() -> None:
    for measure in MEASURES.measure:
        if measure.dose_test is not None:
            exercise = LIBRARY.exercise(measure.dose_test.exercise)
            assert {level.id for level in exercise.levels} >= set(measure.dose_test.levels)


@pytest.mark.parametrize(
    ("questionnaire", "scores", "changes"),
    [
        ("lefs", [(0, 80)], [9, 9]),
        ("faam", [(0, 100)] * 2, [5.7, 8, 12.3, 9]),
        ("cait", [(0, 30)], [3.08, 3]),
        ("visa-a", [(0, 100)], [14, 7]),
        ("faos", [(0, 100)] * 5, [10]),
        ("tendins-a", [(0, 100)], [12]),
    ],
    ids=lambda value: f"5-{value}" if isinstance(value, str) else None,
)
def test_a_questionnaire_is_score_entry_with_its_change_lines(
    questionnaire: str, scores: list[tuple[float, float]], changes: list[float]
) -> None:
    (entry,) = [q for q in MEASURES.questionnaire if q.id == questionnaire]
    assert [(score.least, score.most) for score in entry.scores] == scores
    assert [line.value for line in entry.change_lines] == changes
    assert entry.weeks == (0, 6, 12, 24)


@row("3.9-self-tests")
@pytest.mark.parametrize(
    ("measure", "tendon", "phase"),
    [
        ("walk-30-min-pain", False, "P1"),
        # "Walk and stand from P1/P2": no exit of P1 asks for a stand on a leg that is freshly sprained.
        ("single-leg-stand-seconds", False, "P2"),
        ("two-leg-raise-3x15-pain", False, "P2"),
        ("single-leg-raise-count", False, "P3"),
        ("single-leg-raise-count", True, "P2"),
        ("two-leg-hops-pain", False, "P4"),
        ("single-leg-hops-pain", True, "P4"),
        ("confidence", False, None),
    ],
)
def test_3_9_a_self_test_is_offered_from_the_phase_that_asks_for_it(
    measure: str, tendon: bool, phase: str | None, row_id: str
) -> None:
    entry = MEASURES.of(measure)
    assert entry.offered_from(tendon=tendon) == phase
    assert entry.every_days == 7
