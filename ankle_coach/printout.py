"""`ankle-coach print`: a plan's handout or another of its sheets, as PDF."""

from __future__ import annotations

import os
from datetime import date, datetime
from pathlib import Path
from typing import TYPE_CHECKING

from msgspec import Struct

from ankle_coach.content.catalog import open_library
from ankle_coach.content.rule_files import RuleFiles
from ankle_coach.domain.errors import AnkleCoachError, NotFoundError
from ankle_coach.domain.file_copies import PlanCopy
from ankle_coach.exchange.plan_file import SUFFIX, read_plan
from ankle_coach.i18n import SOURCE_LANGUAGE, translator
from ankle_coach.services.own_library import OwnExercises, with_own

if TYPE_CHECKING:
    from ankle_coach.domain.library import Library

LAYOUTS = ("cards-1", "cards-2", "cards-4", "cards-6", "compact", "large", "log")
PAPERS = ("a4", "letter")
SHEETS = ("handout", "diary", "walk-run", "ice")
"""What the command offers, as `printing.handout` names it; a test holds the two together."""


class PrintError(AnkleCoachError):
    """The sheet cannot be made or written."""


class PrintChoices(Struct, frozen=True, kw_only=True):
    """What was asked for on the command line.

    Attributes:
        layout: How exercises stand on the page.
        paper: Its size.
        points: Size of the text, 12 to 20.
        language: Code of the sheet's language.
        grid_weeks: Weeks of the tick grid.
        gray: Whether it is printed in gray.
        sheet: Which sheet.
    """

    layout: str = "cards-4"
    paper: str = "a4"
    points: int = 12
    language: str = SOURCE_LANGUAGE
    grid_weeks: int = 1
    gray: bool = False
    sheet: str = "handout"


def print_plan(plan: str, output: Path, choices: PrintChoices) -> None:
    """Write a plan's sheet as PDF.

    Args:
        plan: A plan file's path, or the id of an exercise.
        output: The file; its name ends in ``.pdf``.
        choices: What was asked for.

    Raises:
        ContentError: If the plan file cannot be used.
        NotFoundError: If there is no such file and no such exercise.
        PrintError: If a choice is out of range or the file cannot be written.
    """
    if output.suffix.lower() != ".pdf":
        raise PrintError(f"{output}: the name must end in .pdf")
    library, today = open_library(), datetime.now().astimezone().date()
    copy = _plan(plan, library, today)
    own = OwnExercises(lambda: copy.exercises)
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    from PySide6.QtGui import QGuiApplication  # noqa: PLC0415 - only for printing

    from ankle_coach.printing import handout as parts  # noqa: PLC0415 - as above
    from ankle_coach.printing.inks import Ink  # noqa: PLC0415 - as above
    from ankle_coach.printing.pages import Paper  # noqa: PLC0415 - as above
    from ankle_coach.printing.press import write_pdf  # noqa: PLC0415 - as above
    from ankle_coach.printing.sheets import lay_out_sheet  # noqa: PLC0415 - as above

    app = QGuiApplication.instance() or QGuiApplication([])
    try:
        options = parts.Options(
            layout=parts.Layout(choices.layout),
            paper=Paper(choices.paper),
            points=choices.points,
            grid_weeks=choices.grid_weeks,
            ink=Ink.GRAY if choices.gray else Ink.COLOR,
        )
    except ValueError as error:
        raise PrintError(str(error)) from error
    words = translator(choices.language)
    sheet = parts.Handout(
        plan=copy.plan,
        library=with_own(library, own),
        own={exercise.id: exercise for exercise in copy.exercises},
        name=copy.person,
        safety=RuleFiles().safety,
        words=words,
        language=words.language,
        made_on=today,
        options=options,
    )
    try:
        write_pdf(lay_out_sheet(sheet, parts.SheetKind(choices.sheet)), output)
    except OSError as error:
        reason = f" ({error.strerror})" if error.strerror else ""
        raise PrintError(f"{output}: cannot be written{reason}") from error
    del app


def _plan(plan: str, library: Library, today: date) -> PlanCopy:
    """Return a plan file's plan, or one of a single exercise."""
    path = Path(plan)
    if path.suffix == SUFFIX or path.is_file():
        return read_plan(path)
    if plan not in library.exercises:
        raise NotFoundError(f"{plan}: there is no plan file and no exercise of this name")
    from ankle_coach.domain.single_plan import plan_of_exercise  # noqa: PLC0415 - only here

    exercise = library.exercise(plan)
    return PlanCopy(plan=plan_of_exercise(exercise, exercise.default, today))
