"""Every row of the clinical tables has a table-driven test with the row's id in the test's id."""

from __future__ import annotations

import os
import subprocess
import sys

import pytest

from tests.helpers.clinical_rows import ROWS, TABLES, carries, without_test
from tests.helpers.source import ROOT

WHERE = ("tests/domain", "tests/content", "tests/services", "tests/ui/widgets/test_pain_plot.py")
"""Where the tests of rules live."""


@pytest.fixture(scope="module")
def test_ids() -> list[str]:
    """The ids of all tests of rules, as a run would collect them."""
    answer = subprocess.run(
        [sys.executable, "-m", "pytest", "--collect-only", "-q", "-p", "no:cacheprovider", *WHERE],
        capture_output=True,
        text=True,
        check=False,
        cwd=ROOT,
        timeout=120,
        env={**os.environ, "QT_QPA_PLATFORM": "offscreen"},
    )
    found = [line for line in answer.stdout.splitlines() if "::" in line]
    assert answer.returncode == 0, answer.stdout + answer.stderr
    assert len(found) > 1000
    return found


@pytest.mark.parametrize("table", TABLES)
def test_every_row_of_a_table_has_a_test(table: str, test_ids: list[str]) -> None:
    assert without_test(test_ids, TABLES[table]) == []


def test_all_nine_tables_are_listed() -> None:
    assert set(TABLES) == {"3.3", "3.4", "3.5", "3.7", "3.8", "3.9", "4.1", "4.2", "4.4", "more"}
    assert len(ROWS) == sum(len(rows) for rows in TABLES.values()), "a row is in two tables"


def test_a_row_without_a_test_is_noticed() -> None:
    assert without_test(["tests/a.py::test_b[3.3-1]"], ["3.3-1", "3.3-2"]) == ["3.3-2"]


@pytest.mark.parametrize(
    ("test_id", "carried"),
    [
        ("t.py::test_x[3.5-gap-1]", True),
        ("t.py::test_x[3.5-gap-1 the same level]", True),
        ("t.py::test_x[monday-3.5-gap-1]", True),
        ("t.py::test_x[3.5-gap-15]", False),
        ("t.py::test_x[13.5-gap-1]", False),
        ("t.py::test_3.5-gap-1", False),
    ],
)
def test_an_id_is_carried_whole_and_among_the_parameters(test_id: str, carried: bool) -> None:
    assert carries(test_id, "3.5-gap-1") is carried
