"""The program's own source, parsed once, for tests that hold its architecture."""

from __future__ import annotations

import ast
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator

ROOT = Path(__file__).resolve().parents[2]
PACKAGE = ROOT / "ankle_coach"

Function = ast.FunctionDef | ast.AsyncFunctionDef


@dataclass(frozen=True)
class Import:
    """One imported name: `from a.b import c` is module "a.b" and name "c"; `import a.b` has an empty name."""

    module: str
    name: str
    line: int
    at_import_time: bool

    @property
    def full(self) -> str:
        """Module and name in one, as in "PySide6.QtCore"."""
        return f"{self.module}.{self.name}" if self.name else self.module


@dataclass(frozen=True)
class Source:
    """A parsed module and where it lies in the checkout."""

    path: Path
    text: str
    tree: ast.Module

    @property
    def place(self) -> str:
        """The path from the root of the checkout, with slashes."""
        return self.path.relative_to(ROOT).as_posix()

    def at(self, line: int) -> str:
        """How a failure names a line of this module."""
        return f"{self.place}:{line}"

    def imports(self) -> list[Import]:
        """Every import of the module, those inside functions and for type checking included."""
        deferred = {id(node) for part in _deferred_parts(self.tree) for node in ast.walk(part)}
        found = []
        for node in ast.walk(self.tree):
            now = id(node) not in deferred
            if isinstance(node, ast.Import):
                found += [Import(alias.name, "", node.lineno, now) for alias in node.names]
            elif isinstance(node, ast.ImportFrom):
                found += [Import(node.module or "", alias.name, node.lineno, now) for alias in node.names]
        return found

    def functions(self) -> Iterator[Function]:
        """Every function and method of the module, nested ones included."""
        for node in ast.walk(self.tree):
            if isinstance(node, Function):
                yield node

    def strings(self) -> Iterator[ast.Constant]:
        """Every string literal except docstrings and other strings that stand alone."""
        alone = {id(node.value) for node in ast.walk(self.tree) if isinstance(node, ast.Expr)}
        for node in ast.walk(self.tree):
            if isinstance(node, ast.Constant) and isinstance(node.value, str) and id(node) not in alone:
                yield node

    def calls(self) -> Iterator[tuple[str, ast.Call]]:
        """Every call, with what is called as written, such as "datetime.now"."""
        for node in ast.walk(self.tree):
            if isinstance(node, ast.Call):
                yield ast.unparse(node.func), node


@cache
def sources(folder: str) -> tuple[Source, ...]:
    """The modules under a folder of the checkout, parsed.

    Args:
        folder: The path from the root, such as "ankle_coach/domain"; a single module may be named too.
    """
    start = ROOT / folder
    paths = [start] if start.is_file() else sorted(start.rglob("*.py"))
    return tuple(_parse(path) for path in paths if "__pycache__" not in path.parts)


def _parse(path: Path) -> Source:
    """One module, read and parsed."""
    text = path.read_text(encoding="utf-8")
    return Source(path, text, ast.parse(text, filename=str(path)))


def _deferred_parts(tree: ast.Module) -> Iterator[ast.stmt]:
    """What does not run when the module is imported: bodies of functions and of `if TYPE_CHECKING`."""
    for node in ast.walk(tree):
        typing_only = isinstance(node, ast.If) and ast.unparse(node.test).endswith("TYPE_CHECKING")
        if isinstance(node, Function) or (isinstance(node, ast.If) and typing_only):
            yield from node.body
