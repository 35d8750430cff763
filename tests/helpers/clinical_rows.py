"""The rows of the clinical tables, and whether a test carries the id of one in its own."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterable
from pathlib import Path

_FILE = Path(__file__).parents[1] / "clinical_rows.toml"
TABLES: dict[str, dict[str, str]] = {
    table: content["rows"] for table, content in tomllib.loads(_FILE.read_text(encoding="utf-8")).items()
}
"""What each row says by its id, table by table."""
ROWS: dict[str, str] = {row: text for rows in TABLES.values() for row, text in rows.items()}
"""The same of all tables."""


def carries(test_id: str, row: str) -> bool:
    """Say whether the parameters in a test's id name a row: whole, not as the beginning of another."""
    _, opened, parameters = test_id.partition("[")
    return bool(opened) and bool(re.search(rf"(?<![\w.]){re.escape(row)}(?!\w)", parameters))


def without_test(test_ids: Iterable[str], rows: Iterable[str]) -> list[str]:
    """Return the rows that no test carries."""
    known = list(test_ids)
    return [row for row in rows if not any(carries(test_id, row) for test_id in known)]
