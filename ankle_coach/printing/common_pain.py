"""How much pain is acceptable, said once for all exercises instead of on each card."""

from __future__ import annotations

from collections import Counter
from typing import Final, NamedTuple

from ankle_coach.printing.entries import Section, sections_of
from ankle_coach.printing.handout import Handout, Layout

_ALONE: Final = (Layout.CARDS_1, Layout.LOG)
"""Layouts in which each card says everything itself, or nothing of pain."""


class CommonPain(NamedTuple):
    """How much pain is acceptable in most exercises; empty where each card says its own."""

    text: str = ""
    sources: tuple[str, ...] = ()


def with_pain_said_once(handout: Handout) -> tuple[tuple[Section, ...], CommonPain]:
    """Return the sittings whose cards say only what differs, and what goes for the others."""
    sections = sections_of(handout)
    said = Counter(CommonPain(e.pain, e.pain_sources) for s in sections for e in s.entries if e.pain)
    if handout.options.layout in _ALONE or not said:
        return sections, CommonPain()
    common, count = said.most_common(1)[0]
    if count == 1:
        return sections, CommonPain()
    short = (
        tuple(e._replace(pain="", pain_sources=()) if e.pain == common.text else e for e in s.entries)
        for s in sections
    )
    return tuple(s._replace(entries=entries) for s, entries in zip(sections, short, strict=True)), common
