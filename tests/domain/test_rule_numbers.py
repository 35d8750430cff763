"""Every number of a rule resolves to a reference or is labeled an app rule."""

from __future__ import annotations

import ast
import importlib
import pkgutil
from collections.abc import Iterator
from pathlib import Path

import pytest

import ankle_coach.domain
from ankle_coach.content.catalog import open_library
from ankle_coach.content.safety_files import load_safety
from ankle_coach.domain.pointer import ROW_REFERENCES
from ankle_coach.domain.rule_number import RuleNumber
from ankle_coach.domain.walk_run import STAGE_REFERENCES

LIBRARY = open_library()
RULE_MODULES = ("criteria", "ice_rules", "pointer", "running", "safety_trends", "shoes", "walk_run")
HARMLESS = {0, 1, 2, 7, 60, 100, 365, 1000, 1e-9}
"""Not rules: counting, units, days of a week, and limits of what can be typed in."""


def rule_numbers() -> Iterator[tuple[str, RuleNumber]]:
    """Every rule number of the domain with the name of its constant."""
    for info in pkgutil.iter_modules(ankle_coach.domain.__path__):
        module = importlib.import_module(f"ankle_coach.domain.{info.name}")
        for name, value in vars(module).items():
            if isinstance(value, RuleNumber):
                yield f"{info.name}.{name}", value
            elif isinstance(value, dict):
                for key, part in value.items():
                    if isinstance(part, RuleNumber):
                        yield f"{info.name}.{name}[{key}]", part


NUMBERS = dict(rule_numbers())


def test_there_are_rule_numbers_to_look_at() -> None:
    assert len(NUMBERS) > 40


@pytest.mark.parametrize("name", NUMBERS)
def test_a_number_in_a_rule_names_a_recorded_source(name: str) -> None:
    for reference in NUMBERS[name].references:
        assert reference in LIBRARY.references
    shown = LIBRARY.shown_references(NUMBERS[name].references)
    assert shown


def test_rows_and_stages_name_recorded_sources() -> None:
    for references in (*ROW_REFERENCES.values(), STAGE_REFERENCES):
        assert set(references) <= set(LIBRARY.references)


@pytest.mark.parametrize("module", RULE_MODULES)
def test_no_rule_hides_a_number_in_its_code(module: str) -> None:
    """Literals stand in rule numbers or in the table of stages; what is left counts or converts."""
    path = Path(next(iter(ankle_coach.domain.__path__))) / f"{module}.py"
    tree = ast.parse(path.read_text(encoding="utf-8"))
    excused: set[int] = set()
    for node in ast.walk(tree):
        if isinstance(node, ast.Call) and getattr(node.func, "id", "") in {"RuleNumber", "Stage", "Meta"}:
            excused |= {id(part) for part in ast.walk(node)}
        if isinstance(node, ast.Assign) and getattr(node.targets[0], "id", "") == "LAST_STAGE":
            excused |= {id(part) for part in ast.walk(node)}
    found = {
        node.value
        for node in ast.walk(tree)
        if isinstance(node, ast.Constant)
        and isinstance(node.value, int | float)
        and not isinstance(node.value, bool)
        and id(node) not in excused
    }
    assert found <= HARMLESS


def test_an_app_rule_is_told_from_a_sourced_number() -> None:
    assert RuleNumber(4, ("DD",)).is_app_rule
    assert not RuleNumber(4, ("S34", "DD")).is_app_rule
    with pytest.raises(ValueError, match="references must name"):
        RuleNumber(4, ())


def test_the_limits_of_ice_are_rule_numbers() -> None:
    limits = load_safety().ice.limits
    for name in limits.__struct_fields__:
        assert set(getattr(limits, name).references) <= set(LIBRARY.references)
