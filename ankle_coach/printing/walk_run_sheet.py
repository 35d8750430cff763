"""The walk-run table: the stages on the way back to running, with boxes for each time (clinical.md §3.7)."""

from __future__ import annotations

import functools
from typing import Final

from PySide6.QtCore import Qt

from ankle_coach.domain.exercise import PhaseMark
from ankle_coach.domain.exercise_texts import exercise_field, exercise_precautions
from ankle_coach.domain.program import Program
from ankle_coach.domain.run_words import stage_rules, stage_words, unit_word
from ankle_coach.domain.thresholds import SOURCE
from ankle_coach.domain.walk_run import STAGE_REFERENCES, STAGES, Stage, run_limits
from ankle_coach.printing.blocks import Block, Drawing, Space, Stack
from ankle_coach.printing.composer import Composer
from ankle_coach.printing.dots import mm
from ankle_coach.printing.entries import keep_units
from ankle_coach.printing.handout import Handout
from ankle_coach.printing.head import head_block
from ankle_coach.printing.notes import Notes, note_mark
from ankle_coach.printing.pages import Document, Item
from ankle_coach.printing.sheet import document_of, furniture_of
from ankle_coach.printing.stop_rules import stop_block
from ankle_coach.printing.tables import PAD, boxes, boxes_height, column_heads, table_row
from ankle_coach.printing.typeface import Kind

_EXERCISE: Final = "run-walk"
_STRICTEST: Final = "general"
"""Its limits hold where a plan has no program."""
_SHARES: Final = (5.0, 1.75, 1.5, 1.3, 1.35, 1.35)
_TIMES: Final = 2
_MOST_ROW: Final = mm(10.0)
"""Height up to which a row grows where its page has room."""


def lay_out_walk_run(handout: Handout) -> Document:
    """Return the walk-run table with its rules.

    Raises:
        NotFoundError: If the library lacks the walk-run exercise.
    """
    composer, words = Composer(handout.options, handout.words), handout.words
    notes = Notes(handout.library, words)
    title = words.gettext("Back to running")
    program = handout.program or handout.library.program(_STRICTEST)
    exercise = handout.library.exercise(_EXERCISE)
    items = [Item(head_block(composer, handout, title))]
    items += _gate(composer, handout, program, notes)
    sources = notes.shown(STAGE_REFERENCES)
    often = exercise_field(exercise, "frequency_note", words)
    heading = composer.heading(words.gettext("The stages"), often, composer.width)
    items.append(Item(heading, gap=1.2 * composer.gap, keep=True, notes=sources))
    items += _table(composer, handout)
    mark = note_mark(sources, notes.marks)
    limits = run_limits(program, handout.plan, handout.plan.thresholds or SOURCE)
    rules = [*(stage_rules(limits, words) if limits else ()), *exercise_precautions(exercise, words)]
    lead = composer.text(Kind.STRONG, f"{words.gettext('How it goes on')}\u202f{mark}", composer.width)
    rows = composer.bullets(rules, composer.width, Kind.SMALL)
    items.append(Item(Stack([lead, Space(0.3 * composer.gap), *rows]), gap=1.2 * composer.gap, notes=sources))
    items.append(Item(stop_block(composer, handout, referral=False), gap=1.2 * composer.gap))
    return document_of(items, furniture_of(composer, handout, title, notes), handout, title)


def _gate(composer: Composer, handout: Handout, program: Program, notes: Notes) -> list[Item]:
    """Return what must be true before the first run: the exit of the dynamic phase."""
    words = handout.words
    phase = next((phase for phase in program.phases if phase.mark is PhaseMark.P4), None)
    if phase is None or not phase.exit:
        return []
    lines = [
        keep_units(words.pgettext(f"{program.id}.phases.{phase.id}.exit.{item.id}", item.text))
        for item in phase.exit
    ]
    sources = notes.shown([source for item in phase.exit for source in item.references])
    mark = note_mark(sources, notes.marks)
    lead = composer.text(Kind.STRONG, f"{words.gettext('Before the first run')}\u202f{mark}", composer.width)
    row = composer.columns(lines, Kind.SMALL)
    block = Stack([lead, Space(0.3 * composer.gap), row])
    return [Item(block, gap=composer.gap, notes=sources)]


def _table(composer: Composer, handout: Handout) -> list[Item]:
    words = handout.words
    unit = composer.width / sum(_SHARES)
    widths = [share * unit for share in _SHARES]
    titles = (
        words.gettext("Stage"),
        words.gettext("Running"),
        words.gettext("Done, twice in a row"),
        words.gettext("Distance, {unit}").format(unit=unit_word(handout.options.units, words)),
        words.gettext("Pain during (0 to 10)"),
        words.gettext("Pain next morning"),
    )
    heads = column_heads(composer, titles, widths)
    head = table_row(composer, heads, widths, filled=True)
    rows = []
    for stage in STAGES:
        make = functools.partial(_stage_row, composer, stage, widths)
        rows.append(Item(make(), again=head, grow=make, most=_MOST_ROW))
    return [Item(head, gap=0.5 * composer.gap, keep=True), *rows]


def _stage_row(composer: Composer, stage: Stage, widths: list[float], height: float = 0.0) -> Block:
    words = composer.words
    text = composer.text(Kind.SMALL, stage_words(stage, words), widths[0] - 2 * PAD)
    share = words.gettext("{running} of {whole} min").format(running=stage.run_minutes, whole=stage.total)
    minutes = composer.text(
        Kind.SMALL, share.replace(" ", "\u00a0"), widths[1] - PAD, align=Qt.AlignmentFlag.AlignHCenter
    )
    tall = boxes_height(_TIMES)
    ticks = Drawing(widths[2], tall, functools.partial(boxes, count=_TIMES, color=composer.inks.text))
    return table_row(composer, [text, minutes, ticks], widths, max(height, tall + 2 * PAD))
