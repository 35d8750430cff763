"""What all sheets share: head, foot and notes around their items."""

from __future__ import annotations

from collections.abc import Sequence

from ankle_coach.printing.composer import Composer
from ankle_coach.printing.handout import Handout
from ankle_coach.printing.head import foot_maker, running_head
from ankle_coach.printing.notes import Notes, note_mark
from ankle_coach.printing.pages import Document, Furniture, Item, fill_pages
from ankle_coach.printing.pain_rule import pain_bands, pain_rule, pain_sources
from ankle_coach.printing.text import plain


def furniture_of(
    composer: Composer, handout: Handout, title: str, notes: Notes, *, together: bool = False
) -> Furniture:
    """Return what stands on every page of a sheet beside its items; the sources on each, or on the last."""
    return Furniture(
        head=running_head(composer, handout, title),
        foot=foot_maker(composer, handout),
        notes=lambda ids: notes.block(composer, ids),
        gap=0.5 * composer.gap,
        together=together,
    )


def pain_item(composer: Composer, handout: Handout, notes: Notes) -> Item:
    """Return how much pain is acceptable in an exercise, for this plan's ceiling."""
    plan, program, words = handout.plan, handout.program, handout.words
    bands = pain_bands(plan.pain_ceiling, tendon=program is not None and program.tendon, words=words)
    shown = notes.shown(pain_sources(plan.pain_ceiling))
    rule = pain_rule(composer, bands, note_mark(shown, notes.marks))
    return Item(rule, gap=1.2 * composer.gap, notes=shown)


def document_of(items: Sequence[Item], furniture: Furniture, handout: Handout, title: str) -> Document:
    """Put the items of a sheet on pages."""
    return Document(
        pages=fill_pages(items, furniture, handout.options.paper),
        paper=handout.options.paper,
        title=plain(f"{title}: {handout.name or handout.plan.name}"),
        author=plain(handout.clinic.name) or "Ankle Coach",
        language=handout.language,
    )
