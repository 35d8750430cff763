"""When to stop and who to see: on every sheet, from the safety content."""

from __future__ import annotations

from collections.abc import Sequence

from ankle_coach.domain.program_texts import refer_line
from ankle_coach.printing.blocks import Block, Stack
from ankle_coach.printing.composer import Composer
from ankle_coach.printing.handout import Handout
from ankle_coach.printing.text import Run
from ankle_coach.printing.typeface import Kind


def stop_block(composer: Composer, handout: Handout, *, referral: bool = True) -> Block:
    """Return when to stop and who to see, from the safety content, with the number to call.

    Args:
        composer: Sets the texts.
        handout: What is printed.
        referral: Whether the program's own reasons to be seen stand there too.
    """
    words, width = handout.words, composer.width
    cards = {card.id: card for card in handout.safety.cards.card}
    stop, see = cards["stop-and-see"], cards["who-to-see"]

    def said(card_id: str, lines: Sequence[str]) -> str:
        return " ".join(words.pgettext(f"card.{card_id}", line) for line in lines)

    title = words.pgettext(f"card.{stop.id}", stop.title)
    blocks: list[Block] = [
        composer.text(Kind.SMALL, [Run(f"{title}: ", bold=True), Run(said(stop.id, stop.lines))], width)
    ]
    number = handout.emergency_number
    call = words.gettext("In an emergency call {number}.").format(number=number)
    if not number:
        call = words.gettext("In an emergency call your local emergency number.")
    who = f"{words.pgettext(f'card.{see.id}', see.title)}: "
    runs = [Run(who, bold=True), Run(said(see.id, see.lines) + " "), Run(call, bold=True)]
    blocks.append(composer.text(Kind.SMALL, runs, width))
    program = handout.program
    if referral and program is not None and program.refer_if:
        lines = " ".join(refer_line(program, line, words) for line in program.refer_if)
        lead = Run(words.gettext("Have it looked at if:") + " ", bold=True)
        blocks.append(composer.text(Kind.SMALL, [lead, Run(lines)], width))
    return Stack(blocks, 0.25 * composer.gap, width)
