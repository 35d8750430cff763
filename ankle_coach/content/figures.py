"""Figures from ``resources/figures/*.toml``, each file read only when its figure is asked for."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import TYPE_CHECKING, TypeVar

import msgspec

from ankle_coach.content.toml_file import TableReader, read_table, to_domain
from ankle_coach.resources import resource_path

if TYPE_CHECKING:
    from pathlib import Path

    from ankle_coach.domain.pose_figure import Figure, Panel, Variant

_Owner = TypeVar("_Owner", "Figure", "Variant")


def load_figure(path: Path, read: TableReader = read_table) -> Figure:
    """Read one figure from a file that is named after its exercise.

    Raises:
        ContentError: The file cannot be read, a key is unknown, missing or of the wrong type.
    """
    from ankle_coach.domain.pose_figure import Figure  # noqa: PLC0415 - with the first figure, not at start

    file = f"{path.parent.name}/{path.name}"
    return to_domain(read(path, file), Figure, file)


class FigureFiles(Mapping[str, "Figure"]):
    """Figures by exercise id: listed by file name, parsed at the first look-up and kept."""

    def __init__(self, folder: Path, read: TableReader = read_table) -> None:
        """Remember the folder; nothing is read yet."""
        self._read = read
        self._folder = folder
        self._paths: dict[str, Path] | None = None
        self._figures: dict[str, Figure] = {}

    def __getitem__(self, exercise_id: str) -> Figure:
        """Return one figure.

        Raises:
            KeyError: There is no such file.
            ContentError: The file cannot be used.
        """
        if exercise_id not in self._figures:
            figure = load_figure(self._files[exercise_id], self._read)
            self._figures[exercise_id] = self._with_panels(figure)
        return self._figures[exercise_id]

    def __contains__(self, exercise_id: object) -> bool:
        return exercise_id in self._files

    def __iter__(self) -> Iterator[str]:
        return iter(self._files)

    def __len__(self) -> int:
        return len(self._files)

    def _with_panels(self, figure: Figure) -> Figure:
        """Return the figure with the pictures of its rows, those of its levels and forms included."""
        variants = {
            name: {key: self._filled(variant) for key, variant in getattr(figure, name).items()}
            for name in ("levels", "forms")
        }
        return msgspec.structs.replace(self._filled(figure), **variants)

    def _filled(self, owner: _Owner) -> _Owner:
        """Return a figure or a variant whose panels hold their figures."""
        changes: dict[str, object] = {}
        if owner.panels:
            changes["panels"] = tuple(self._shown(panel) for panel in owner.panels)
        mistake = owner.mistake
        if mistake is not None and mistake.panel is not None:
            changes["mistake"] = msgspec.structs.replace(mistake, panel=self._shown(mistake.panel))
        return msgspec.structs.replace(owner, **changes) if changes else owner

    def _shown(self, panel: Panel) -> Panel:
        """Return a panel with the figure of the exercise that it names."""
        if not panel.exercise:
            return panel
        return msgspec.structs.replace(panel, figure=self[panel.exercise])

    @property
    def _files(self) -> dict[str, Path]:
        if self._paths is None:
            self._paths = {path.stem: path for path in sorted(self._folder.glob("*.toml"))}
        return self._paths


def open_figures(folder: Path | None = None) -> FigureFiles:
    """Return the figures of a folder; None for the shipped ones."""
    return FigureFiles(resource_path("figures") if folder is None else folder)
