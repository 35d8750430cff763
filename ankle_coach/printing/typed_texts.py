"""Long texts that somebody typed: pieces of a few lines, which a page's end may part."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from ankle_coach.printing.composer import Composer
from ankle_coach.printing.pages import Item
from ankle_coach.printing.text import Run, Text, isolated
from ankle_coach.printing.typeface import Kind

_PIECE: Final = 4
"""Lines that stay together."""


def typed_items(composer: Composer, title: str, typed: Sequence[tuple[str, str]]) -> list[Item]:
    """Return typed texts under a title.

    Args:
        composer: Sets the texts.
        title: What they belong to.
        typed: The texts, each with the word that stands before it; an empty word for none.
    """
    items = [Item(composer.text(Kind.STRONG, title, composer.width), gap=composer.gap, keep=True)]
    for word, text in typed:
        lead = [Run(f"{word} ", bold=True)] if word else []
        whole = composer.text(Kind.BODY, [*lead, Run(isolated(text))], composer.width)
        items += [Item(piece) for piece in _pieces(composer, whole)]
    return items


def _pieces(composer: Composer, whole: Text) -> list[Text]:
    """Return a paragraph as pieces that break where its lines do."""
    lines = whole.lines()
    if len(lines) <= _PIECE:
        return [whole]
    return [
        composer.text(Kind.BODY, "\n".join(lines[start : start + _PIECE]), composer.width)
        for start in range(0, len(lines), _PIECE)
    ]
