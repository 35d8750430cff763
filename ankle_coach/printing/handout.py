"""The handout as a value: everything that its sheets show, and how they are to look."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum
from typing import Final

from ankle_coach.domain.library import Library
from ankle_coach.domain.own_exercise import OwnExercise
from ankle_coach.domain.phase import Phase
from ankle_coach.domain.plan import Plan
from ankle_coach.domain.program import Program
from ankle_coach.domain.safety_content import SafetyContent
from ankle_coach.domain.settings import Units
from ankle_coach.domain.standing import Standing
from ankle_coach.domain.words import Words
from ankle_coach.printing.inks import Ink
from ankle_coach.printing.pages import Paper

SMALLEST_POINTS: Final = 12
LARGEST_POINTS: Final = 20
LARGE_PRINT_POINTS: Final = 16
"""Least size of the text in the layout for large print."""
MOST_WEEKS: Final = 12
_LONGEST_LOGO: Final = 4 * 1024 * 1024


class Layout(StrEnum):
    """How the exercises stand on the page."""

    CARDS_1 = "cards-1"
    CARDS_2 = "cards-2"
    CARDS_4 = "cards-4"
    CARDS_6 = "cards-6"
    COMPACT = "compact"
    LARGE = "large"
    LOG = "log"

    @property
    def per_page(self) -> int:
        """Return how many cards a page shows where their texts leave room; 0 where they stand closely."""
        return {Layout.CARDS_1: 1, Layout.CARDS_2: 2, Layout.CARDS_4: 4, Layout.CARDS_6: 6}.get(self, 0)


class SheetKind(StrEnum):
    """What can be printed of a plan."""

    HANDOUT = "handout"
    DIARY = "diary"
    WALK_RUN = "walk-run"
    ICE = "ice"


@dataclass(frozen=True, kw_only=True)
class Letterhead:
    """Whose handout it is; what is empty is left out.

    Attributes:
        name: Name of the clinic.
        address: Its address; lines are kept.
        phone: Its telephone number.
        logo: Bytes of a picture file (PNG, JPEG or SVG); empty for none.
    """

    name: str = ""
    address: str = ""
    phone: str = ""
    logo: bytes = b""

    def __post_init__(self) -> None:
        """Refuse a picture that is too large.

        Raises:
            ValueError: If it is.
        """
        if len(self.logo) > _LONGEST_LOGO:
            raise ValueError(f"logo must have at most {_LONGEST_LOGO} bytes, not {len(self.logo)}")

    @property
    def is_empty(self) -> bool:
        """Whether nothing is known of it."""
        return not (self.name or self.address or self.phone or self.logo)


@dataclass(frozen=True, kw_only=True)
class Options:
    """How a document looks.

    Attributes:
        layout: How the exercises stand on the page.
        paper: Size of the paper.
        points: Size of the text in points, 12 to 20.
        grid_weeks: Weeks of the tick grid, 0 for none, at most 12.
        ink: Color, gray, or black for a copier.
        by_position: Whether exercises of a session are grouped by body position.
        units: How lengths and weights are shown.
        tone: Skin tone of the figures as the settings count it.
    """

    layout: Layout = Layout.CARDS_4
    paper: Paper = Paper.A4
    points: int = SMALLEST_POINTS
    grid_weeks: int = 1
    ink: Ink = Ink.COLOR
    by_position: bool = False
    units: Units = Units.METRIC
    tone: int = 0

    def __post_init__(self) -> None:
        """Check the numbers.

        Raises:
            ValueError: If one is out of range; the text names it.
        """
        if not SMALLEST_POINTS <= self.points <= LARGEST_POINTS:
            raise ValueError(
                f"the font size must be between {SMALLEST_POINTS} and {LARGEST_POINTS}, not {self.points}"
            )
        if not 0 <= self.grid_weeks <= MOST_WEEKS:
            raise ValueError(f"grid weeks must be between 0 and {MOST_WEEKS}, not {self.grid_weeks}")


@dataclass(frozen=True, kw_only=True)
class Handout:
    """What is printed of one plan.

    Attributes:
        plan: The plan.
        library: Its exercises, figures, program and sources, own exercises among them.
        safety: When to stop, who to see, and how ice is used.
        words: The language of the sheet.
        language: Code of that language.
        made_on: Day it is handed out.
        name: The person's name or code; empty for none.
        standings: Where the prescriptions stand; what is missing stands as the plan says.
        standings_on: Day of those standings; None where the plan's own doses are shown.
        own: The own exercises that the plan uses, by id, with their instructions and pictures; the library
            knows the rest of them.
        clinic: The letterhead.
        emergency_number: Number to call in the person's country; empty where none is known.
        options: How it looks.
    """

    plan: Plan
    library: Library
    safety: SafetyContent
    words: Words
    made_on: date
    language: str = "en"
    name: str = ""
    standings: tuple[Standing, ...] = ()
    standings_on: date | None = None
    own: Mapping[str, OwnExercise] = field(default_factory=dict)
    clinic: Letterhead = Letterhead()
    emergency_number: str = ""
    options: Options = Options()

    @property
    def program(self) -> Program | None:
        """The program that the plan was made from; None for none, or one that the library lacks."""
        return self.library.programs.get(self.plan.program) if self.plan.program else None

    @property
    def phase(self) -> Phase | None:
        """The phase of the program; None where there is none."""
        program = self.program
        if program is None:
            return None
        return next((phase for phase in program.phases if phase.id == self.plan.phase), None)
