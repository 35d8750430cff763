"""The rules of the house, each a test whose name is a sentence.

Which room may import which is told to import-linter in pyproject.toml; here stands what it cannot say.
"""

from __future__ import annotations

import ast
import re
import subprocess
import sys

import pytest

from tests.helpers.source import PACKAGE, ROOT, Function, Source, sources

# Room -> the packages beside the standard library and ankle_coach that it may import. Qt is named by module.
QT_GUI = {"PySide6.QtCore", "PySide6.QtGui"}
ALLOWED_PACKAGES: dict[str, set[str]] = {
    "domain": {"msgspec"},
    "resources.py": set(),
    "paths.py": {"platformdirs"},
    "palette.py": set(),
    "i18n.py": set(),
    "system_clock.py": set(),
    "content": {"msgspec"},
    "storage": {"msgspec"},
    "exchange": {"msgspec"},
    "services": {"msgspec"},  # the domain's values are its structs
    "figures": {*QT_GUI, "PySide6.QtSvg"},
    "printing": {*QT_GUI, "PySide6.QtPrintSupport"},
    "ui": {
        *QT_GUI,
        "PySide6.QtMultimedia",
        "PySide6.QtNetwork",
        "PySide6.QtPrintSupport",
        "PySide6.QtSvg",
        "PySide6.QtSvgWidgets",
        "PySide6.QtTextToSpeech",
        "PySide6.QtWidgets",
        "numpy",
        "pyqtgraph",
        "shiboken6",
        "wakepy",
    },
}
HEAVY = ("numpy", "pyqtgraph")
LONGEST_MODULE = 400
LONGEST_FUNCTION = 60
VAGUE_NAMES = {"utils", "util", "common", "misc", "helpers", "helper"}
OPEN_WORK = re.compile(r"\b(?:TO" + r"DO|FIX" + r"ME|XX" + r"X)\b")
COLOR = re.compile(r"#[0-9a-fA-F]{3,4}$|#[0-9a-fA-F]{6}\b|#[0-9a-fA-F]{8}\b|\brgba?\(\s*\d|\bhsla?\(\s*\d")


def test_every_import_contract_is_kept() -> None:
    # Apart from this process, because its progress display leaves a thread running.
    program = "import sys; from importlinter.cli import lint_imports; sys.exit(lint_imports(no_cache=True))"
    answer = subprocess.run(
        [sys.executable, "-c", program], cwd=ROOT, capture_output=True, text=True, check=False, timeout=60
    )

    assert answer.returncode == 0, answer.stdout + answer.stderr


@pytest.mark.parametrize("room", ALLOWED_PACKAGES)
def test_a_room_imports_only_the_packages_its_row_of_the_table_allows(room: str) -> None:
    strangers = [
        f"{source.at(found.line)}: {found.full}"
        for source in sources(f"ankle_coach/{room}")
        for found in source.imports()
        if not _is_ours_or_standard(found.module)
        and not any(_is_within(found.full, allowed) for allowed in ALLOWED_PACKAGES[room])
    ]

    assert strangers == []


def test_the_domain_reads_no_clock_and_touches_no_file_or_stream() -> None:
    forbidden = re.compile(r"^(?:open|input|print|exec|eval|__import__|breakpoint)$")
    clock = re.compile(
        r"(?:^|\.)(?:datetime|date|time)\.(?:now|today|utcnow|time|monotonic|time_ns|perf_counter)$"
    )
    found = [
        f"{source.at(call.lineno)}: {name}"
        for source in sources("ankle_coach/domain")
        for name, call in source.calls()
        if forbidden.search(name) or clock.search(name)
    ]

    assert found == []


def test_charts_libraries_are_imported_only_in_plot_widgets() -> None:
    found = [
        f"{source.at(used.line)}: {used.full}"
        for source in sources("ankle_coach")
        if not _is_plot(source)
        for used in source.imports()
        if used.module.split(".")[0] in HEAVY
    ]

    assert found == []


def test_plot_widgets_are_imported_only_when_a_chart_is_first_shown() -> None:
    found = [
        f"{source.at(used.line)}: {used.full}"
        for source in sources("ankle_coach")
        if not _is_plot(source)
        for used in source.imports()
        if used.at_import_time and re.search(r"_plot(?:\.|$)", used.full)
    ]

    assert found == []


def test_colors_are_named_in_the_palette_and_nowhere_else() -> None:
    elsewhere = [source for source in sources("ankle_coach") if source.path != PACKAGE / "palette.py"]
    found = [place for source in elsewhere for place in _colors_of(source)]
    for sheet in sorted((ROOT / "resources" / "style").rglob("*.qss")):
        lines = sheet.read_text(encoding="utf-8").splitlines()
        found += [f"{sheet.name}:{number}" for number, line in enumerate(lines, 1) if COLOR.search(line)]

    assert found == []


def test_packaging_is_not_importable_so_that_it_shadows_no_library() -> None:
    assert list((ROOT / "packaging").rglob("__init__.py")) == []


@pytest.mark.parametrize("folder", ["ankle_coach", "tests", "packaging"])
def test_no_module_is_too_long_to_read_at_a_sitting(folder: str) -> None:
    lengths = {source.place: len(source.text.splitlines()) for source in sources(folder)}

    assert {place: length for place, length in lengths.items() if length > LONGEST_MODULE} == {}


@pytest.mark.parametrize("folder", ["ankle_coach", "tests", "packaging"])
def test_no_function_is_too_long_for_a_screen(folder: str) -> None:
    found = [
        f"{source.at(function.lineno)}: {function.name}"
        for source in sources(folder)
        for function in source.functions()
        if (function.end_lineno or 0) - function.lineno + 1 > LONGEST_FUNCTION
    ]

    assert found == []


def test_every_module_public_class_and_public_function_has_a_docstring() -> None:
    found = [place for source in sources("ankle_coach") for place in _undocumented(source)]

    assert found == []


@pytest.mark.parametrize("folder", ["ankle_coach", "tests", "packaging"])
def test_no_work_is_left_marked_as_open(folder: str) -> None:
    found = [
        f"{source.at(number)}: {line.strip()}"
        for source in sources(folder)
        for number, line in enumerate(source.text.splitlines(), 1)
        if OPEN_WORK.search(line)
    ]

    assert found == []


def test_no_module_has_a_name_that_says_nothing() -> None:
    assert [source.place for source in sources("ankle_coach") if source.path.stem in VAGUE_NAMES] == []


def test_tests_use_no_mocks_and_never_wait_for_time_to_pass() -> None:
    found = []
    for source in sources("tests"):
        found += [source.at(used.line) for used in source.imports() if used.full.startswith("unittest.mock")]
        found += [
            f"{source.at(call.lineno)}: {name}"
            for name, call in source.calls()
            if re.search(r"(?:^|\.)(?:sleep|qSleep|qWait)$|^qtbot\.wait$", name)
        ]

    assert found == []


def _is_ours_or_standard(module: str) -> bool:
    """Whether a module is of this program or of the standard library."""
    root = module.partition(".")[0]
    return root == "ankle_coach" or root in sys.stdlib_module_names


def _is_within(full: str, package: str) -> bool:
    """Whether an imported name is a package or something inside it."""
    return full == package or full.startswith(f"{package}.")


def _is_plot(source: Source) -> bool:
    """Whether a module is one of the chart widgets, which alone may import the heavy libraries."""
    return source.place.startswith("ankle_coach/ui/widgets/") and source.path.stem.endswith("_plot")


def _colors_of(source: Source) -> list[str]:
    """The places where a module writes a color as a literal; to look for one to replace it is fine."""
    calls = list(source.calls())
    looked_for = {id(call.args[0]) for name, call in calls if name.endswith(".replace") and call.args}
    found = [
        source.at(text.lineno)
        for text in source.strings()
        if id(text) not in looked_for and COLOR.search(str(text.value))
    ]
    for name, call in calls:
        literal = bool(call.args) and all(isinstance(argument, ast.Constant) for argument in call.args)
        if re.search(r"(?:^|\.)(?:QColor|qRgba?|QColor\.from\w+)$", name) and literal:
            found.append(source.at(call.lineno))
    global_colors = re.compile(r"GlobalColor\.(?!transparent$)")
    found += [
        source.at(node.lineno)
        for node in ast.walk(source.tree)
        if isinstance(node, ast.Attribute) and global_colors.search(ast.unparse(node))
    ]
    return found


def _undocumented(source: Source) -> list[str]:
    """The module, public classes and public functions of a module that have no docstring."""
    found = [] if ast.get_docstring(source.tree) else [source.place]
    holders: list[ast.Module | ast.ClassDef] = [source.tree]
    while holders:
        for node in holders.pop().body:
            if not isinstance(node, ast.ClassDef | Function) or node.name.startswith("_"):
                continue
            if isinstance(node, ast.ClassDef):
                holders.append(node)
            decorators = {ast.unparse(decorator).split(".")[-1] for decorator in node.decorator_list}
            if not decorators & {"overload", "override", "setter"} and not ast.get_docstring(node):
                found.append(f"{source.at(node.lineno)}: {node.name}")
    return found
