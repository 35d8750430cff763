"""Tables as CSV files (RFC 4180) in one zip file or in a folder, with a page that explains them."""

from __future__ import annotations

import csv
import io
import zipfile
from datetime import date, datetime
from pathlib import Path

from ankle_coach.domain.errors import ContentError
from ankle_coach.domain.journal import NoAnswer
from ankle_coach.domain.tables import Cell, Table, Tables
from ankle_coach.exchange.json_document import write_bytes

SUFFIX = ".zip"
README = "README.txt"
MISSING = "missing"
"""What stands in a cell whose question was asked and not answered."""

_FORMULA = ("=", "+", "-", "@", "\t", "\r", "\n", "\uff1d", "\uff0b", "\uff0d", "\uff20")
"""What makes a spreadsheet run a cell as a formula; the last four are the same signs in full width."""
_DECIMALS = 3
_MADE = (1980, 1, 1, 0, 0, 0)
"""The moment of every file inside the zip file: the same journal gives the same bytes."""


def write_tables(tables: Tables, path: Path) -> None:
    """Write tables into a zip file where the name ends so, else into a folder, which is made if missing.

    Raises:
        ContentError: They cannot be written; a zip file that was there is as it was.
    """
    files = {f"{table.name}.csv": encode_table(table) for table in tables.tables}
    files[README] = tables.readme.replace("\n", "\r\n").encode("utf-8-sig")
    if path.suffix.lower() == SUFFIX and not path.is_dir():
        write_bytes(_zipped(files), path)
        return
    if path.suffix.lower() == ".csv":
        raise ContentError(path.name, "", "is one file; these are several: name a .zip file or a folder")
    try:
        path.mkdir(mode=0o700, parents=True, exist_ok=True)
    except OSError as error:
        raise ContentError(path.name, "", f"cannot be made a folder: {error.strerror}") from error
    for name, data in files.items():
        write_bytes(data, path / name)


def encode_table(table: Table) -> bytes:
    """Return a table as UTF-8 with a byte order mark, by which spreadsheets know it."""
    text = io.StringIO(newline="")
    writer = csv.writer(text, lineterminator="\r\n")
    writer.writerow(column.name for column in table.columns)
    writer.writerows([cell_text(cell) for cell in row] for row in table.rows)
    return text.getvalue().encode("utf-8-sig")


def cell_text(cell: Cell) -> str:
    """Return what stands in a cell: zero, missing and not asked are three different things."""
    if cell is None or cell is NoAnswer.NOT_ASKED:
        return ""
    if cell is NoAnswer.MISSING:
        return MISSING
    if isinstance(cell, datetime):
        return cell.isoformat(timespec="seconds")
    if isinstance(cell, date):
        return cell.isoformat()
    if isinstance(cell, str):
        text = cell.replace("\0", "").replace("\r\n", "\n")
        return f"'{text}" if text.startswith(_FORMULA) else text
    return str(cell) if isinstance(cell, int) else f"{cell:.{_DECIMALS}f}".rstrip("0").rstrip(".")


def _zipped(files: dict[str, bytes]) -> bytes:
    data = io.BytesIO()
    with zipfile.ZipFile(data, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in files.items():
            entry = zipfile.ZipInfo(name, _MADE)
            entry.compress_type = zipfile.ZIP_DEFLATED
            entry.external_attr = 0o600 << 16
            archive.writestr(entry, content)
    return data.getvalue()
