"""What an evidence chip and a footnote say of a source."""

from __future__ import annotations

from ankle_coach.domain.evidence import Reference, ReferenceKind
from ankle_coach.domain.words import Words


def reference_title(reference: Reference, words: Words) -> str:
    """Return what a chip shows: a source's own title, or the words for our rules and for convention."""
    if reference.kind is ReferenceKind.APP_RULE:
        return words.pgettext("source", "App rule")
    if reference.kind is ReferenceKind.CONVENTION:
        return words.pgettext("source", "Clinical convention")
    return reference.title


def kind_sentence(kind: ReferenceKind, words: Words) -> str:
    """Return how a source is known, in one sentence (clinical.md §0)."""
    return {
        ReferenceKind.SEED: words.gettext("One of the articles that Ankle Coach began with."),
        ReferenceKind.PUBLIC: words.gettext("A public source, read as an excerpt."),
        ReferenceKind.LITERATURE: words.gettext(
            "Published literature, cited from memory and not checked again."
        ),
        ReferenceKind.CONVENTION: words.gettext(
            "Usual in practice. No source gives exactly these numbers; a therapist may choose others."
        ),
        ReferenceKind.APP_RULE: words.gettext(
            "Our own rule. No source gives exactly this; it is chosen to be cautious and always the same."
        ),
    }[kind]
