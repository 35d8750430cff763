"""Tables as a spreadsheet and a statistics program read them: the bytes, the cells, and what is never run."""

from __future__ import annotations

import csv
import io
import zipfile
from datetime import UTC, date, datetime, timedelta, timezone
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ankle_coach.domain.errors import ContentError
from ankle_coach.domain.journal import NoAnswer
from ankle_coach.domain.tables import Cell, Column, Table, Tables
from ankle_coach.exchange.csv_file import cell_text, encode_table, write_tables


def _table(*cells: Cell) -> Table:
    names = tuple(Column(f"c{number}", "") for number in range(len(cells)))
    return Table(name="things", about="", columns=names, rows=(cells,))


def _read(data: bytes) -> list[list[str]]:
    return list(csv.reader(io.StringIO(data.decode("utf-8-sig"), newline="")))


@pytest.mark.parametrize(
    ("cell", "text"),
    [
        (0, "0"),
        (NoAnswer.MISSING, "missing"),
        (NoAnswer.NOT_ASKED, ""),
        (None, ""),
        (0.0, "0"),
        (2.5, "2.5"),
        (100.0, "100"),
        (1 / 3, "0.333"),
        (1234567.5, "1234567.5"),
        (-3, "-3"),
        (date(2026, 3, 2), "2026-03-02"),
        (
            datetime(2026, 3, 2, 7, 30, tzinfo=timezone(timedelta(hours=-5))),
            "2026-03-02T07:30:00-05:00",
        ),
        ("plain, text", "plain, text"),
    ],
)
def test_a_cell_says_what_it_is(cell: Cell, text: str) -> None:
    assert cell_text(cell) == text


@pytest.mark.parametrize("text", ["=1+1", "+49 30", "-2 again", "@SUM(A1)", "\t=1", "\r=1", "\uff1d1+1"])
def test_typed_text_never_runs_as_a_formula(text: str) -> None:
    assert cell_text(text) == f"'{text}"


def test_the_bytes_are_those_of_rfc_4180_with_a_byte_order_mark() -> None:
    data = encode_table(_table('say "hm", twice', "two\nlines", 3))
    assert data == b'\xef\xbb\xbfc0,c1,c2\r\n"say ""hm"", twice","two\nlines",3\r\n'


@given(st.lists(st.text(st.characters(exclude_categories=["Cs"])), min_size=1, max_size=5))
def test_any_text_comes_back_as_it_was_or_with_an_apostrophe(texts: list[str]) -> None:
    _, row = _read(encode_table(_table("first", *texts)))
    expected = [text.replace("\0", "").replace("\r\n", "\n") for text in texts]
    assert [
        cell if cell == text else cell.removeprefix("'") for cell, text in zip(row[1:], expected, strict=True)
    ] == expected
    assert not any(cell.startswith(("=", "+", "-", "@")) for cell in row)


def test_a_zip_file_holds_the_tables_and_their_explanation(tmp_path: Path) -> None:
    path = tmp_path / "out.zip"
    write_tables(Tables(tables=(_table(1),), readme="How\nto read\n"), path)
    with zipfile.ZipFile(path) as archive:
        assert archive.testzip() is None
        assert archive.namelist() == ["things.csv", "README.txt"]
        assert archive.read("README.txt").decode("utf-8-sig") == "How\r\nto read\r\n"
    again = tmp_path / "again.ZIP"
    write_tables(Tables(tables=(_table(1),), readme="How\nto read\n"), again)
    assert again.read_bytes() == path.read_bytes()


def test_a_folder_is_made_and_keeps_what_else_is_in_it(tmp_path: Path) -> None:
    folder = tmp_path / "a" / "b"
    tables = Tables(tables=(_table(1),), readme="x")
    write_tables(tables, folder)
    (folder / "mine.txt").write_text("stays")
    write_tables(tables, folder)
    assert sorted(file.name for file in folder.iterdir()) == ["README.txt", "mine.txt", "things.csv"]


@pytest.mark.parametrize(
    ("name", "sentence"),
    [
        ("file/out", "out: cannot be made a folder"),
        ("file", "file: cannot be made a folder"),
        ("file/out.zip", "out.zip: cannot be written"),
        ("one.csv", "one.csv: is one file"),
    ],
)
def test_what_cannot_be_written_is_one_sentence(tmp_path: Path, name: str, sentence: str) -> None:
    (tmp_path / "file").write_text("not a folder")
    with pytest.raises(ContentError, match=sentence):
        write_tables(Tables(tables=(_table(1),), readme="x"), tmp_path / name)
    assert [file.name for file in tmp_path.iterdir()] == ["file"]


def test_a_row_that_does_not_fit_is_refused() -> None:
    with pytest.raises(ValueError, match="things has 1 columns, a row has 2 cells"):
        Table(name="things", about="", columns=(Column("c", ""),), rows=((1, 2),))


def test_utc_is_told_by_its_offset() -> None:
    assert cell_text(datetime(2026, 3, 2, tzinfo=UTC)).endswith("+00:00")
