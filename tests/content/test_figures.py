"""Figure files: read when asked for, and strict about what they say."""

from __future__ import annotations

from pathlib import Path

import pytest

from ankle_coach.content.figures import load_figure, open_figures
from ankle_coach.domain.errors import ContentError
from ankle_coach.domain.pose import View


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
