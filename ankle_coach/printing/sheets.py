"""Every sheet by its kind."""

from __future__ import annotations

from ankle_coach.printing.diary_sheet import lay_out_diary
from ankle_coach.printing.handout import Handout, SheetKind
from ankle_coach.printing.handout_pages import lay_out
from ankle_coach.printing.ice_sheet import lay_out_ice
from ankle_coach.printing.pages import Document
from ankle_coach.printing.walk_run_sheet import lay_out_walk_run


def lay_out_sheet(handout: Handout, kind: SheetKind) -> Document:
    """Return a sheet as pages.

    Args:
        handout: What is printed.
        kind: Which sheet of it.

    Raises:
        NotFoundError: If the plan names an exercise that the library lacks.
    """
    makers = {
        SheetKind.HANDOUT: lay_out,
        SheetKind.DIARY: lay_out_diary,
        SheetKind.WALK_RUN: lay_out_walk_run,
        SheetKind.ICE: lay_out_ice,
    }
    return makers[kind](handout)
