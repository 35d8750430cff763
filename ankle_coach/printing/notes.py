"""Sources as short notes at the foot of the page that leans on them."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Final

from ankle_coach.domain.errors import NotFoundError
from ankle_coach.domain.evidence import ReferenceKind
from ankle_coach.domain.evidence_words import reference_title
from ankle_coach.domain.library import Library
from ankle_coach.domain.words import Words
from ankle_coach.printing.blocks import Block
from ankle_coach.printing.composer import Composer
from ankle_coach.printing.text import Run
from ankle_coach.printing.typeface import Kind

Marks = Mapping[str, int]
"""Number of the note of each source."""
_SUPERSCRIPT: Final = str.maketrans(
    "0123456789", "\u2070\u00b9\u00b2\u00b3\u2074\u2075\u2076\u2077\u2078\u2079"
)


def note_mark(sources: Sequence[str], marks: Marks) -> str:
    """Return the raised numbers of some sources."""
    numbers = sorted({marks[source] for source in sources if source in marks})
    return "\u202f".join(str(number).translate(_SUPERSCRIPT) for number in numbers)


def _closed(text: str) -> str:
    """Return a title with a period after it, unless it ends a sentence itself."""
    return text if text.endswith(("?", "!", ".")) else f"{text}."


class Notes:
    """The sources of a document, numbered in the order in which they are met."""

    def __init__(self, library: Library, words: Words) -> None:
        """Know none yet."""
        self._library, self._words = library, words
        self.marks: dict[str, int] = {}
        self._texts: dict[str, str] = {}

    def shown(self, ids: Sequence[str]) -> tuple[str, ...]:
        """Return the ids of the notes for some sources: papers in place of their copies, each once."""
        try:
            found = self._library.shown_references(ids)
        except NotFoundError:
            return ()
        for reference in found:
            if reference.id not in self.marks:
                self.marks[reference.id] = len(self.marks) + 1
                title = reference_title(reference, self._words)
                # A sheet names its sources shortly; the window tells all of them.
                published = reference.kind is ReferenceKind.LITERATURE
                publisher = reference.publisher if published else ""
                self._texts[reference.id] = f"{title}, {publisher}" if publisher else title
        return tuple(reference.id for reference in found)

    def block(self, composer: Composer, ids: Sequence[str]) -> Block | None:
        """Return some notes as one small paragraph, in the order of their numbers."""
        known = sorted((note for note in ids if note in self.marks), key=lambda note: self.marks[note])
        if not known:
            return None
        runs: list[Run] = [Run(self._words.pgettext("handout", "Sources:") + " ", bold=True)]
        runs += [Run(f"{note_mark([note], self.marks)}\u00a0{_closed(self._texts[note])} ") for note in known]
        return composer.text(Kind.NOTE, runs, composer.width, muted=True)
