"""The head and foot of a sheet: letterhead, title, person, dates; plan, version and page."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Final

from PySide6.QtCore import Qt

from ankle_coach.domain.date_words import full_date
from ankle_coach.domain.program_texts import phase_name, program_name
from ankle_coach.domain.sides import Side as BodySide
from ankle_coach.printing.blocks import Block, Row, Side, Space, Stack
from ankle_coach.printing.composer import Composer
from ankle_coach.printing.dots import mm
from ankle_coach.printing.handout import Handout, Letterhead
from ankle_coach.printing.images import image_block
from ankle_coach.printing.inks import Ink
from ankle_coach.printing.text import DOT, Run, Text, isolated
from ankle_coach.printing.typeface import Kind

_CLINIC_SHARE: Final = 0.36
"""Share of the width that the letterhead takes where its lines do not fit side by side."""


def letterhead_block(composer: Composer, clinic: Letterhead, width: float, lines: Sequence[str]) -> Block:
    """Return the clinic's lines and further ones, at the right edge; it is as wide as the widest of them.

    Args:
        composer: Sets the texts.
        clinic: The letterhead.
        width: Room for it, in dots.
        lines: What stands below it.
    """
    kind = Kind.FINE if composer.type.wide else Kind.SMALL
    place = [isolated(part) for part in (*clinic.address.splitlines(), clinic.phone) if part.strip()]
    own, below = (_side_by_side(composer, kind, parts, width) for parts in (place, lines))

    def texts(most: float) -> list[Text]:
        right = Qt.AlignmentFlag.AlignRight
        name = [Run(isolated(clinic.name), bold=True)]
        made = [composer.text(kind, name, most, align=right)] if clinic.name else []
        made += [composer.text(kind, line, most, muted=True, align=right) for line in own]
        return made + [composer.text(kind, line, most, align=right) for line in below]

    logo = image_block(clinic.logo, width, mm(14), "logo", gray=composer.options.ink is not Ink.COLOR)
    used = max([text.used + 1.0 for text in texts(width)], default=0.0)
    used = min(width, max(used, logo.width if logo is not None else 0.0))
    blocks: list[Block] = []
    if logo is not None:
        blocks += [Row([Side(logo, used - logo.width)], used), Space(0.4 * composer.gap)]
    return Stack([*blocks, *texts(used)], 0.0, used)


def _side_by_side(composer: Composer, kind: Kind, parts: Sequence[str], width: float) -> list[str]:
    """Return texts on as few lines as hold them whole, in their order."""
    lines: list[str] = []
    for part in parts:
        both = DOT.join([*lines[-1:], part])
        if lines and composer.text(kind, both, 2 * width).used < width:
            lines[-1] = both
        else:
            lines.append(part)
    return lines


def head_block(composer: Composer, handout: Handout, title: str) -> Block:
    """Return the head of a sheet's first page: as low as it can be with its parts side by side.

    Args:
        composer: Sets the texts.
        handout: What is printed.
        title: What the sheet is.
    """
    width, gap = composer.width, 0.5 * composer.gap
    kind = Kind.HEADING if composer.type.close else Kind.TITLE
    name = composer.label(kind, title, width)
    beside = max(_CLINIC_SHARE * width, width - name.width - mm(8))
    rows = [_head_row(composer, handout, title, kind, most) for most in (_CLINIC_SHARE * width, beside)]
    row = min(rows, key=lambda one: one.height)
    return Stack([row, Space(1.2 * gap), composer.rule(width, 1.5, strong=True)], 0.0, width)


def _head_row(composer: Composer, handout: Handout, title: str, kind: Kind, most: float) -> Block:
    """Return the head with a letterhead of a width at most; whose sheet it is stands beside or below it."""
    width, gap = composer.width, 0.5 * composer.gap
    right = letterhead_block(composer, handout.clinic, most, _dates(handout))
    left_width = width - right.width - mm(6)
    name = composer.text(kind, title, left_width)
    sides = [Side(right, width - right.width)]
    beside: list[Block] = [name, Space(gap), *_whose(composer, handout, left_width)]
    row = Row([Side(Stack(beside), 0.0), *sides], width)
    below = Row([Side(name, 0.0), *sides], width)
    stack = Stack([below, Space(gap), *_whose(composer, handout, width)], 0.0, width)
    return row if row.height <= stack.height else stack


def _whose(composer: Composer, handout: Handout, width: float) -> list[Block]:
    """Return name, program, phase and side: on one line where it holds them."""
    about = Kind.SMALL if composer.type.wide else Kind.BODY
    place = place_lines(handout)
    if not handout.name:
        return [composer.text(about, line, width) for line in place]
    name = composer.label(about, isolated(handout.name), width, bold=True)
    text = composer.label(about, DOT.join(["", *place]), 2 * width)
    if name.line_count == 1 and name.width + text.width <= width:
        return [Row([Side(name, 0.0), Side(text, name.width)], width)]
    name = composer.text(Kind.CARD, isolated(handout.name), width)
    return [name, *(composer.text(about, one, width) for one in place)]


def _dates(handout: Handout) -> list[str]:
    words = handout.words
    lines = [full_date(handout.made_on, words)]
    if handout.plan.review_on is not None:
        lines.append(words.gettext("Review: {day}").format(day=full_date(handout.plan.review_on, words)))
    return lines


def place_lines(handout: Handout) -> list[str]:
    """Return the program, its phase and the side in plain words."""
    words, program, phase = handout.words, handout.program, handout.phase
    if program is None:
        parts = [isolated(handout.plan.name)]
    else:
        parts = [program_name(program, words)]
        if phase is not None and len(program.phases) == 1:
            parts.append(phase_name(program, phase, words))
        elif phase is not None:
            number = program.phases.index(phase) + 1
            message = words.pgettext("handout", "phase {number} of {count}: {phase}")
            parts.append(
                message.format(
                    number=number, count=len(program.phases), phase=phase_name(program, phase, words)
                )
            )
    side = {
        BodySide.LEFT: words.pgettext("handout", "left side"),
        BodySide.RIGHT: words.pgettext("handout", "right side"),
        BodySide.BOTH: words.pgettext("handout", "both sides"),
    }
    if handout.plan.affected is not None:
        parts.append(side[handout.plan.affected].replace(" ", "\u00a0"))
    return [DOT.join(parts)]


def running_head(composer: Composer, handout: Handout, title: str) -> Block:
    """Return the head of further pages: whose sheet it is."""
    parts = [part for part in (isolated(handout.name), title) if part]
    text = composer.text(Kind.SMALL, " \u00b7 ".join(parts), composer.width, muted=True)
    return Stack([text, Space(0.3 * composer.gap), composer.rule(composer.width, 0.8)], 0.0, composer.width)


def foot_maker(composer: Composer, handout: Handout) -> Callable[[int, int], Block]:
    """Return what makes the foot of a page from its number and their count."""
    words, width = handout.words, composer.width
    counter = words.gettext("Page {number} of {count}")
    right = composer.text(Kind.NOTE, counter.format(number=888, count=888), width).used + mm(2)
    said = [words.gettext("Education, not a diagnosis. If unsure, get checked."), version_line(handout)]
    lines = _side_by_side(composer, Kind.NOTE, said, width - right - mm(4))
    texts = [composer.text(Kind.NOTE, line, width - right - mm(4), muted=True) for line in lines]
    left = Stack(texts)
    top: list[Block] = [composer.rule(width, 0.5), Space(0.35 * composer.gap)]

    def foot(number: int, count: int) -> Block:
        page = composer.text(
            Kind.NOTE,
            counter.format(number=number, count=count),
            right,
            muted=True,
            align=Qt.AlignmentFlag.AlignRight,
        )
        return Stack([*top, Row([Side(left, 0.0), Side(page, width - right)], width)], 0.0, width)

    return foot


def version_line(handout: Handout) -> str:
    """Return the plan's name and version, and of which day its doses are."""
    words, plan = handout.words, handout.plan
    if handout.standings_on is not None:
        message = words.gettext("{plan} \u00b7 version {version} \u00b7 doses as of {day}")
    else:
        message = words.gettext("{plan} \u00b7 version {version} \u00b7 from {day}")
    day = handout.standings_on or plan.starts_on
    name = isolated(plan.name) if handout.program is None else program_name(handout.program, words)
    return message.format(plan=name, version=plan.version, day=full_date(day, words))
