"""`ankle-coach figure`: what it writes, and what it says where it cannot."""

from __future__ import annotations

import re
import xml.etree.ElementTree as ET
from pathlib import Path

import msgspec
import pytest
from PySide6.QtGui import QImage
from PySide6.QtWidgets import QApplication

from ankle_coach.cli import main
from ankle_coach.content.catalog import open_library

NAME = "str-calf-bi"
pytestmark = pytest.mark.usefixtures("qapp")


def _draw(out: Path, *more: str, name: str = NAME) -> Path:
    assert main(["figure", name, *more, "-o", str(out)]) == 0
    return out


def _refused(capsys: pytest.CaptureFixture[str], *words: str) -> str:
    """What is said, in one line, where a drawing cannot be written."""
    assert main(["figure", *words]) == 1
    told = capsys.readouterr()
    assert told.out == ""
    assert told.err.count("\n") == 1
    assert told.err.startswith("ankle-coach: ")
    return told.err.removeprefix("ankle-coach: ").rstrip()


@pytest.fixture
def no_figures(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    """A library whose folder of figures is empty."""
    library = open_library()
    library.figures = {}
    monkeypatch.setattr("ankle_coach.drawing.open_library", lambda: library)


def test_an_svg_is_lines_with_the_sentence_for_those_who_do_not_see_it(tmp_path: Path) -> None:
    text = _draw(tmp_path / "raise.svg").read_text(encoding="utf-8")
    root = ET.fromstring(text)
    assert root.tag.endswith("svg")
    assert "fingertips" in text
    assert len(re.findall(r"<path", text)) > 20
    assert "<image" not in text
    assert "base64" not in text


def test_a_pdf_is_one_page_of_lines(tmp_path: Path) -> None:
    data = _draw(tmp_path / "raise.pdf").read_bytes()
    assert data.startswith(b"%PDF")
    assert len(re.findall(rb"/Type\s*/Page\b", data)) == 1
    assert not re.findall(rb"/Subtype\s*/Image", data)


def test_a_png_is_a_square_picture(tmp_path: Path) -> None:
    image = QImage(str(_draw(tmp_path / "RAISE.PNG")))
    assert (image.width(), image.height()) == (800, 800)
    colors = {image.pixel(x, y) for x in range(0, 800, 16) for y in range(0, 800, 16)}
    assert len(colors) > 8


@pytest.mark.parametrize("name", list(open_library().figures))
def test_no_figure_needs_a_raster_image_on_paper(tmp_path: Path, name: str) -> None:
    svg = _draw(tmp_path / "a.svg", name=name).read_text(encoding="utf-8")
    pdf = _draw(tmp_path / "a.pdf", name=name).read_bytes()
    assert "<image" not in svg
    assert not re.findall(rb"/Subtype\s*/Image", pdf)


def test_a_level_is_named_by_its_id_or_counted_from_one(tmp_path: Path) -> None:
    ids = [level.id for level in open_library().exercise(NAME).levels]
    number = str(ids.index("step") + 1)
    by_id = _draw(tmp_path / "a.svg", "--level", "step").read_text(encoding="utf-8")
    by_number = _draw(tmp_path / "a.svg", "--level", number).read_text(encoding="utf-8")
    usual = _draw(tmp_path / "a.svg").read_text(encoding="utf-8")
    named = _draw(tmp_path / "a.svg", "--level", "support").read_text(encoding="utf-8")
    assert by_id == by_number != usual
    assert usual == named, "without a level it is the one of the usual dose"


def test_left_poses_and_the_common_error_are_pictures_of_their_own(tmp_path: Path) -> None:
    name = "str-calf-uni"
    options = ((), ("--side", "left"), ("--pose", "start"), ("--pose", "error"))
    pictures = [
        _draw(tmp_path / "a.svg", *option, name=name).read_text(encoding="utf-8") for option in options
    ]
    assert len(set(pictures)) == len(options)


@pytest.mark.parametrize(
    ("words", "told"),
    [
        (("no-such-exercise", "-o", "a.svg"), "The library has no exercise 'no-such-exercise'."),
        ((NAME, "-o", "a.gif"), "a.gif: the name must end in .svg, .png, .pdf"),
        ((NAME, "--level", "9", "-o", "a.svg"), "str-calf-bi has no level '9'; it has 1 to 5: "),
        ((NAME, "--level", "0", "-o", "a.svg"), "str-calf-bi has no level '0'; it has 1 to 5: "),
        ((NAME, "--level", "\N{SUPERSCRIPT TWO}", "-o", "a.svg"), "str-calf-bi has no level "),
    ],
)
def test_what_is_not_there_is_said_in_one_line(
    capsys: pytest.CaptureFixture[str],
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    words: tuple[str, ...],
    told: str,
) -> None:
    monkeypatch.chdir(tmp_path)
    assert _refused(capsys, *words).startswith(told)
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize("ending", ["svg", "png", "pdf"])
def test_a_file_that_cannot_be_written_is_named(
    capsys: pytest.CaptureFixture[str], tmp_path: Path, ending: str
) -> None:
    out = tmp_path / "no such folder" / f"a.{ending}"
    assert _refused(capsys, NAME, "-o", str(out)) == f"{out}: cannot be written (No such file or directory)"


@pytest.mark.usefixtures("no_figures")
def test_an_exercise_without_a_figure_is_said(capsys: pytest.CaptureFixture[str], tmp_path: Path) -> None:
    assert _refused(capsys, NAME, "-o", str(tmp_path / "a.svg")) == "str-calf-bi has no figure"


def test_a_figure_without_a_mistake_has_no_error_pose(
    capsys: pytest.CaptureFixture[str], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    library = open_library()
    figure = msgspec.structs.replace(library.figures[NAME], mistake=None, levels={})
    library.figures = {NAME: figure}
    monkeypatch.setattr("ankle_coach.drawing.open_library", lambda: library)
    told = _refused(capsys, NAME, "--pose", "error", "-o", str(tmp_path / "a.svg"))
    assert told == "str-calf-bi has no picture of a common error"


def test_wrong_arguments_end_with_status_two(tmp_path: Path) -> None:
    for words in ([NAME], [NAME, "--side", "up", "-o", "a.svg"], [NAME, "--pose", "best", "-o", "a.svg"]):
        with pytest.raises(SystemExit) as end:
            main(["figure", *words])
        assert end.value.code == 2


def test_drawing_leaves_the_window_s_application_alone(tmp_path: Path, qapp: QApplication) -> None:
    _draw(tmp_path / "a.svg")
    assert QApplication.instance() is qapp
