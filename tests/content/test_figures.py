"""Figure files: read when asked for, and strict about what they say."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from ankle_coach.content.check import check_file, check_folder
from ankle_coach.content.figures import load_figure, open_figures
from ankle_coach.domain.errors import ContentError
from ankle_coach.domain.pose import View
from ankle_coach.resources import resource_path


def write(folder: Path, text: str) -> Path:
    path = folder / "figures" / "try.toml"
    path.parent.mkdir()
    path.write_text(text, encoding="utf-8")
    return path


def test_a_figure_is_read(tmp_path: Path) -> None:
    figure = load_figure(write(tmp_path, 'view = "side"\nalt = "Someone."\n[base]\nwork.knee = 30\n'))
    assert figure.view is View.SIDE
    assert figure.base.work.knee == 30


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ('view = "side"\nalt = "x"\n[base]\nwork.knie = 3\n', "figures/try.toml: base.work.knie"),
        ('view = "beside"\nalt = "x"\n', "figures/try.toml: view"),
        ('view = "side"\n', "figures/try.toml: alt"),
        ('view = "side"\nalt = "x"\n[[props]]\nkind = "sofa"\n', "figures/try.toml: props[0].kind"),
        ("view = side", "figures/try.toml: is not valid TOML"),
    ],
)
def test_an_error_names_file_and_key(tmp_path: Path, text: str, message: str) -> None:
    path = write(tmp_path, text)
    with pytest.raises(ContentError) as caught:
        load_figure(path)
    assert str(caught.value).startswith(message)


def test_shipped_figures_are_listed_without_reading_and_their_levels_exist() -> None:
    from ankle_coach.content.catalog import open_library

    figures, library = open_figures(), open_library()
    assert "str-calf-bi" in figures
    for name in figures:
        ladder = {level.id for level in library.exercises[name].levels}
        assert set(figures[name].levels) <= ladder, name


def test_every_exercise_has_a_figure() -> None:
    from ankle_coach.content.catalog import open_library

    assert set(open_figures()) == set(open_library().exercises)


@pytest.fixture
def figures(tmp_path: Path) -> Path:
    """A folder of content with two exercises and their figures, one of which shows others."""
    for name in ("str-calf-bi", "mob-pumps"):
        for folder in ("exercises", "figures"):
            (tmp_path / folder).mkdir(exist_ok=True)
            shutil.copy(resource_path(folder, f"{name}.toml"), tmp_path / folder)
    return tmp_path / "figures"


def _figure_errors(figures: Path) -> list[str]:
    found = check_folder(figures.parent)
    return [str(error) for error in found if error.file.startswith("figures/")]


def test_a_missing_and_a_homeless_figure_are_named(figures: Path) -> None:
    assert _figure_errors(figures) == []
    (figures / "mob-pumps.toml").rename(figures / "mob-pump.toml")
    assert _figure_errors(figures) == [
        "figures/mob-pumps.toml: is missing: every exercise has a figure",
        "figures/mob-pump.toml: belongs to no exercise",
    ]


@pytest.mark.parametrize(
    ("old", "new", "said"),
    [
        pytest.param(
            "ankle = -35", "ankle = -75", "is beyond -50 to 20 degrees", id="a joint beyond its limit"
        ),
        pytest.param('exercise = "mas-ball-foot"', 'exercise = "mas-ball"', "'mas-ball'", id="no figure"),
    ],
)
def test_check_names_what_a_figure_cannot_do(tmp_path: Path, old: str, new: str, said: str) -> None:
    name = "mob-pumps.toml" if "ankle" in old else "wup-pre-run.toml"
    shutil.copytree(resource_path("figures"), tmp_path / "figures")
    path = tmp_path / "figures" / name
    text = path.read_text(encoding="utf-8")
    assert old in text
    path.write_text(text.replace(old, new), encoding="utf-8")
    assert said in " ".join(str(error) for error in check_file(path))
