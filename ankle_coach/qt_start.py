"""Loads PySide6 without what it does anew at every start and what nothing here needs.

PySide6 carries a part of itself as Python text: 80 KB that it compiles whenever it is loaded. The compiled
form is kept beside that of this module, where Python keeps its own; an entry counts only for exactly the text
that it was made from. Where nothing can be kept there, PySide6 compiles as ever.
"""

from __future__ import annotations

import builtins
import marshal
import sys
from collections.abc import Callable
from importlib.util import MAGIC_NUMBER, cache_from_source
from pathlib import Path
from types import CodeType
from typing import cast

_OWN = "shibokensupport/"
"""How the names of PySide6's own Python files begin."""
RARELY_NEEDED = f"{_OWN}signature/lib/pyi_generator.py"
"""Writes interface files for editors: its text is run when something of it is asked for."""
_PROXY = "def __getattr__(name):\n    from ankle_coach.qt_start import ask\n    return ask(globals(), name)\n"

Compile = Callable[..., CodeType]


class KeptCode:
    """Stands in for `compile` while PySide6 is loaded.

    Attributes:
        compiles: Python's own `compile`.
    """

    def __init__(self, file: Path, compiles: Compile = compile) -> None:
        """Take up what earlier starts have kept.

        Args:
            file: Where compiled text is kept; what cannot be read there is made anew.
            compiles: Python's own `compile`.
        """
        self._file, self.compiles = file, compiles
        self._kept = _read(file)
        self._is_new = False

    def __call__(
        self, source: object, filename: object, mode: str, *arguments: object, **named: object
    ) -> CodeType:
        """Return a text compiled: as it was kept if it is one of PySide6's own, else by Python."""
        if not (isinstance(source, bytes) and isinstance(filename, str) and filename.startswith(_OWN)):
            return self.compiles(source, filename, mode, *arguments, **named)
        text = source
        if filename == RARELY_NEEDED:
            _waiting[:] = [lambda: self.compiles(source, filename, mode, *arguments, **named)]
            text = _PROXY.encode()
        kept = self._kept.get(filename)
        if kept is None or kept[0] != text:
            kept = text, self.compiles(text, filename, mode, *arguments, **named)
            self._kept[filename], self._is_new = kept, True
        return kept[1]

    def keep(self) -> None:
        """Write what is new, for the next start; where that cannot be, the next start compiles again."""
        if not self._is_new or sys.dont_write_bytecode:
            return
        written = self._file.with_suffix(".new")
        try:
            self._file.parent.mkdir(exist_ok=True)
            written.write_bytes(MAGIC_NUMBER + marshal.dumps(self._kept))
            written.replace(self._file)
        except OSError:
            return


_waiting: list[Callable[[], CodeType]] = []
"""What compiles the text that is rarely needed."""


def ask(module: dict[str, object], name: str) -> object:
    """Run the text that a module was left without, and return what was asked of it.

    Args:
        module: The names of the module.
        name: What is asked for.

    Raises:
        AttributeError: The module has no such name, or is only looked over by the import system.
    """
    if not name.startswith("__") and _waiting:
        del module["__getattr__"]
        exec(_waiting.pop()(), module)  # noqa: S102 - PySide6's own text, which PySide6 itself would have run
    if name not in module:
        raise AttributeError(name)
    return module[name]


def load_qt() -> None:
    """Load PySide6, and give Python its own `import` back.

    PySide6 would read the source of every module that is imported after it, to find its own name there, for
    the sake of `from __feature__ import`, which nothing here uses.
    """
    python_compile, python_import = builtins.compile, builtins.__import__
    code = KeptCode(Path(cache_from_source(__file__)).with_suffix(".qt"), python_compile)
    builtins.compile = code  # type: ignore[assignment]  # it has every way of calling that PySide6 uses
    try:
        import PySide6.QtCore  # noqa: F401, PLC0415 - not for the headless commands
    finally:
        builtins.compile = python_compile
    code.keep()
    builtins.__import__ = python_import


def _read(file: Path) -> dict[str, tuple[bytes, CodeType]]:
    try:
        data = file.read_bytes()
        if not data.startswith(MAGIC_NUMBER):
            return {}
        return cast("dict[str, tuple[bytes, CodeType]]", marshal.loads(data[len(MAGIC_NUMBER) :]))  # noqa: S302 - our own file
    except (OSError, ValueError, EOFError, TypeError):
        return {}
