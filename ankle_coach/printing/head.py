"""The head and foot of a sheet: letterhead, title, person, dates; plan, version and page."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import Qt

from ankle_coach.domain.date_words import full_date
from ankle_coach.domain.program_texts import phase_name, program_name
from ankle_coach.domain.sides import Side as BodySide
from ankle_coach.printing.blocks import Block, Row, Side, Space, Stack
from ankle_coach.printing.composer import Composer
from ankle_coach.printing.dots import mm
from ankle_coach.printing.handout import Handout, Letterhead
from ankle_coach.printing.images import image_block
from ankle_coach.printing.text import Run, Text, isolated
from ankle_coach.printing.typeface import Kind

_LARGE = 15.0
"""Size of the text, in points, from which the head keeps smaller than the body, for the exercises' sake."""


def letterhead_block(composer: Composer, clinic: Letterhead, width: float, lines: list[str]) -> Block:
    """Return the clinic's lines and further ones, at the right edge; it is as wide as the widest of them.

    Args:
        composer: Sets the texts.
        clinic: The letterhead.
        width: Room for it, in dots.
        lines: What stands below it.
    """
    kind = Kind.SMALL if composer.type.points < _LARGE else Kind.FINE
    own = [part for part in (*clinic.address.splitlines(), clinic.phone) if part.strip()]

    def texts(most: float) -> list[Text]:
        right = Qt.AlignmentFlag.AlignRight
        name = [Run(isolated(clinic.name), bold=True)]
        made = [composer.text(kind, name, most, align=right)] if clinic.name else []
        made += [composer.text(kind, isolated(line), most, muted=True, align=right) for line in own]
        return made + [composer.text(kind, line, most, align=right) for line in lines]

    logo = image_block(clinic.logo, width, mm(14), "logo")
    used = max([text.used + 1.0 for text in texts(width)], default=0.0)
    used = min(width, max(used, logo.width if logo is not None else 0.0))
    blocks: list[Block] = []
    if logo is not None:
        blocks += [Row([Side(logo, used - logo.width)], used), Space(0.4 * composer.gap)]
    return Stack([*blocks, *texts(used)], 0.0, used)


def head_block(composer: Composer, handout: Handout, title: str) -> Block:
    """Return the head of a sheet's first page.

    Args:
        composer: Sets the texts.
        handout: What is printed.
        title: What the sheet is.
    """
    width, gap = composer.width, 0.5 * composer.gap
    right = letterhead_block(composer, handout.clinic, 0.36 * width, _dates(handout))
    left_width = width - right.width - mm(6)
    kind = Kind.HEADING if composer.type.close else Kind.TITLE
    about = Kind.BODY if composer.type.points < _LARGE else Kind.SMALL
    left: list[Block] = [
        composer.text(kind, title, left_width),
        Space(gap),
    ]
    if handout.name:
        left.append(composer.text(Kind.CARD, isolated(handout.name), left_width))
    left += [composer.text(about, line, left_width) for line in place_lines(handout)]
    row = Row([Side(Stack(left), 0.0), Side(right, width - right.width)], width)
    return Stack([row, Space(1.2 * gap), composer.rule(width, 1.5, strong=True)], 0.0, width)


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
        if phase is not None:
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
        parts.append(side[handout.plan.affected])
    return [" \u00b7 ".join(parts)]


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
    lines = [words.gettext("Education, not a diagnosis. If unsure, get checked."), version_line(handout)]
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
