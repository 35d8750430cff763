"""What a level of the ladder, and a form of its dose, change in a figure."""

from __future__ import annotations

import functools
from typing import Final

import msgspec

from ankle_coach.domain.pose import BODY_FIELDS, PosePatch, SidePatch
from ankle_coach.domain.pose_figure import Figure, Keyframe, Variant

REPLACED: Final = (
    "alt",
    "view",
    "frame",
    "contacts",
    "arrows",
    "tracks",
    "targets",
    "dashes",
    "insets",
    "mistake",
    "loop",
    "both_legs",
    "eyes_closed",
    "alternate",
    "stills",
    "panels",
)
"""What a level puts in the place of the figure's own; poses and props are joined instead."""


@functools.lru_cache(maxsize=512)
def at_level(figure: Figure, level: str | None, form: str = "") -> Figure:
    """Return the figure as a level, and then a form, change it; what is unknown changes nothing.

    Args:
        figure: As the author wrote it.
        level: Id of the level; None = none.
        form: The dose's variant, direction or activity in play; empty = none.
    """
    if level is not None and level in figure.levels:
        figure = _varied(figure, figure.levels[level])
    if form and form in figure.forms:
        # A form is one piece of what the panels show together.
        whole = msgspec.structs.replace(figure, panels=())
        return _varied(whole, figure.forms[form])
    return figure


def _varied(figure: Figure, variant: Variant) -> Figure:
    """Return the figure with what a level or a form changes."""
    changes: dict[str, object] = {
        name: value for name in REPLACED if (value := getattr(variant, name)) is not None
    }
    if variant.view is not None:
        changes["frame"] = variant.frame
    props = figure.props if variant.props is None else variant.props
    changes["props"] = props + variant.add_props
    changes["forms"] = figure.forms | variant.forms
    changes["base"] = merged(figure.base, variant.base)
    keys = figure.keys if variant.keys is None else variant.keys
    changes["keys"] = tuple(_patched_key(key, variant) for key in keys)
    return msgspec.structs.replace(figure, **changes)


def _patched_key(key: Keyframe, variant: Variant) -> Keyframe:
    """Return a keyframe with what the level changes at the start or at the end."""
    patch = {"start": variant.start, "end": variant.end}.get(key.at)
    return key if patch is None else msgspec.structs.replace(key, pose=merged(key.pose, patch))


def merged(first: PosePatch, second: PosePatch) -> PosePatch:
    """Return both patches as one; the second wins, and its ``both`` wins over the first's sides too."""
    values: dict[str, object] = {
        name: low if (high := getattr(second, name)) is None else high
        for name in BODY_FIELDS
        for low in (getattr(first, name),)
    }
    common = _set_values(second.both)
    values["both"] = msgspec.structs.replace(first.both, **common)
    for owner in ("work", "other"):
        changes = common | _set_values(getattr(second, owner))
        values[owner] = msgspec.structs.replace(getattr(first, owner), **changes)
    return msgspec.structs.replace(first, **values)


def _set_values(patch: SidePatch) -> dict[str, object]:
    """Return the values that a patch sets."""
    return {name: value for name in patch.__struct_fields__ if (value := getattr(patch, name)) is not None}
