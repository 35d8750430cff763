"""What is kept of PySide6's own Python text counts for exactly that text, and is never needed."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from collections.abc import Iterator
from importlib.util import MAGIC_NUMBER
from pathlib import Path
from types import CodeType

import pytest

from ankle_coach import qt_start
from ankle_coach.qt_start import RARELY_NEEDED, KeptCode, ask

NAME = "shibokensupport/signature/layout.py"


class Compiler:
    """Compiles, and remembers what."""

    def __init__(self) -> None:
        self.names: list[object] = []

    def __call__(self, source: object, filename: object, mode: str, *_: object, **__: object) -> CodeType:
        self.names.append(filename)
        assert isinstance(source, bytes | str)
        assert isinstance(filename, str)
        return compile(source, filename, mode)


@pytest.fixture
def file(tmp_path: Path) -> Path:
    """Where compiled text is kept."""
    return tmp_path / "cache" / "kept.qt"


@pytest.fixture(autouse=True)
def _nothing_waits() -> Iterator[None]:
    """Let no text wait from one test to the next, nor lose the one that waits in this process."""
    waiting = list(qt_start._waiting)
    yield
    qt_start._waiting[:] = waiting


@pytest.fixture(autouse=True)
def _writes(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "dont_write_bytecode", False)


def value_of(code: CodeType) -> object:
    """Run a text that sets `value`."""
    names: dict[str, object] = {}
    exec(code, names)
    return names["value"]


def test_the_second_start_compiles_nothing(file: Path) -> None:
    first, second = Compiler(), Compiler()
    code = KeptCode(file, first)
    assert value_of(code(b"value = 1", NAME, "exec")) == 1
    code.keep()

    again = KeptCode(file, second)
    assert value_of(again(b"value = 1", NAME, "exec")) == 1

    assert first.names == [NAME]
    assert second.names == []


def test_a_changed_text_is_compiled_anew(file: Path) -> None:
    code = KeptCode(file)
    code(b"value = 1", NAME, "exec")
    code.keep()

    changed = KeptCode(file)
    assert value_of(changed(b"value = 2", NAME, "exec")) == 2
    changed.keep()

    compiler = Compiler()
    assert value_of(KeptCode(file, compiler)(b"value = 2", NAME, "exec")) == 2
    assert compiler.names == []


@pytest.mark.parametrize(
    ("source", "name"), [("value = 1", NAME), (b"value = 1", "mine.py")], ids=["no file", "not PySide6's"]
)
def test_what_is_not_pysides_own_is_not_kept(file: Path, source: object, name: str) -> None:
    code = KeptCode(file)
    code(source, name, "exec")
    code.keep()
    assert not file.exists()


@pytest.mark.parametrize("damage", [b"", b"xx", MAGIC_NUMBER, MAGIC_NUMBER + b"\x00\x01"])
def test_a_damaged_file_is_made_anew(file: Path, damage: bytes) -> None:
    file.parent.mkdir()
    file.write_bytes(damage)
    code = KeptCode(file)
    assert value_of(code(b"value = 3", NAME, "exec")) == 3
    code.keep()
    compiler = Compiler()
    KeptCode(file, compiler)(b"value = 3", NAME, "exec")
    assert compiler.names == []


def test_where_nothing_can_be_written_nothing_is_kept(tmp_path: Path) -> None:
    (tmp_path / "cache").write_text("a file where a folder should be", encoding="ascii")
    code = KeptCode(tmp_path / "cache" / "kept.qt")
    assert value_of(code(b"value = 1", NAME, "exec")) == 1
    code.keep()


def test_where_python_keeps_nothing_nothing_is_kept(file: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "dont_write_bytecode", True)
    code = KeptCode(file)
    code(b"value = 1", NAME, "exec")
    code.keep()
    assert not file.exists()


def test_what_is_rarely_needed_runs_when_it_is_asked_for(file: Path) -> None:
    module: dict[str, object] = {"__name__": "rare"}
    compiler = Compiler()
    exec(KeptCode(file, compiler)(b"value = 7", RARELY_NEEDED, "exec"), module)
    assert "value" not in module

    with pytest.raises(AttributeError):
        ask(module, "__path__")
    assert "value" not in module, "the import system only looks"
    assert ask(module, "value") == 7
    assert "__getattr__" not in module
    with pytest.raises(AttributeError):
        ask(module, "nothing")


PROBE = """
import builtins, json, sys
real, names = compile, []
def compile(source, filename, *rest, **named):
    names.append(str(filename))
    return real(source, filename, *rest, **named)
def names_of_pyside():
    return [name for name in names if name.startswith("shibokensupport/")]
builtins.compile = compile
from ankle_coach import qt_start
qt_start.load_qt()
from PySide6.QtCore import QRect
try:
    QRect('no', 'rectangle')
except TypeError as error:
    complaint = str(error)
rare = hasattr(sys.modules["shibokensupport.signature.lib.pyi_generator"], "generate_pyi")
told = {"compiled": names_of_pyside(), "complaint": complaint, "rare": rare}
print(json.dumps(told | {"restored": builtins.compile is compile}))
"""


def test_pyside_works_as_ever_and_compiles_only_at_the_first_start(tmp_path: Path) -> None:
    kept = {name: value for name, value in os.environ.items() if name != "PYTHONDONTWRITEBYTECODE"}
    environment = kept | {"PYTHONPYCACHEPREFIX": str(tmp_path)}

    def start() -> dict[str, object]:
        done = subprocess.run(
            [sys.executable, "-c", PROBE], env=environment, capture_output=True, text=True, check=True
        )
        told: dict[str, object] = json.loads(done.stdout)
        return told

    first, second = start(), start()

    assert NAME in str(first["compiled"])
    assert second["compiled"] == [RARELY_NEEDED], "and that only because it was asked for"
    for told in (first, second):
        assert "Supported signatures" in str(told["complaint"]), "it still explains itself"
        assert told["restored"] is True
        assert told["rare"] is True
