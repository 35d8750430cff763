"""Handouts to print, and printed sheets read back."""

from __future__ import annotations

import io
import random
import re
import unicodedata
from collections.abc import Iterator, Sequence
from datetime import date
from typing import Any, NamedTuple

from pypdf import PageObject, PdfReader

from ankle_coach.content.catalog import open_library
from ankle_coach.content.rule_files import RuleFiles
from ankle_coach.domain.frequency import AroundRuns, AsNeeded, OnWeekdays, PerWeek, TimesPerDay, Weekday
from ankle_coach.domain.plan import Load, Plan, PlannedSession, Prescription, SessionKind
from ankle_coach.domain.program import plan_from_program
from ankle_coach.domain.sides import Side
from ankle_coach.i18n import translator
from ankle_coach.printing.blocks import Leaf
from ankle_coach.printing.handout import Handout, Letterhead, Options
from ankle_coach.printing.pages import MARGIN, Document
from ankle_coach.printing.press import pdf_bytes

LIBRARY = open_library()
"""The shipped library."""
RULES = RuleFiles()
"""The shipped rules."""
CLINIC = Letterhead(name="Lakeside Physical Therapy", address="12 Shore Road\nSpringfield", phone="555 0142")
"""A clinic's letterhead without a logo."""
MADE_ON = date(2026, 3, 10)
"""The day on which builders' handouts are made."""


def program_plan(program: str = "achilles-midportion", phase: str = "p3", **fields: Any) -> Plan:
    """The plan that a phase of a program gives a person with a sore right side."""
    facts: dict[str, Any] = {"plan_id": "plan-1", "version": 3, "starts_on": date(2026, 3, 2)}
    facts |= {"affected": Side.RIGHT, **fields}
    return plan_from_program(LIBRARY.program(program), phase, LIBRARY.exercises, **facts)


_FREQUENCIES = (
    TimesPerDay(),
    TimesPerDay(least=2, most=3),
    OnWeekdays(days=(Weekday.MONDAY, Weekday.WEDNESDAY, Weekday.FRIDAY)),
    PerWeek(least=2, most=3, apart=2),
    AroundRuns(before=True),
    AsNeeded(most_per_day=4),
)


def some_plan(count: int, seed: int = 0, sessions: int = 1) -> Plan:
    """A plan of so many exercises of the library, drawn by lot."""
    lot = random.Random(seed)
    exercises = lot.sample(sorted(LIBRARY.exercises), count)
    planned = tuple(
        PlannedSession(
            id=f"session-{number}",
            name=("Morning", "Evening", "Before a run")[number % 3],
            kind=SessionKind.CORE,
            frequency=lot.choice(_FREQUENCIES[:4]),
        )
        for number in range(sessions)
    )
    prescriptions = []
    for number, name in enumerate(exercises):
        level = lot.choice(LIBRARY.exercise(name).levels)
        prescriptions.append(
            Prescription(
                id=f"{number}.{name}",
                exercise=name,
                level=level.id,
                dose=level.dose,
                side_mode=level.side_mode,
                session=planned[number * sessions // count].id,
                frequency=lot.choice((None, None, *_FREQUENCIES)),
                load=Load(kilograms=lot.choice((0, 0, 5))),
                pain_ceiling=lot.choice((None, 3, 0)),
                note=lot.choice(("", "Begin with the good side, and hold on to the chair.")),
            )
        )
    return Plan(
        id="plan-1",
        version=4,
        name="Own plan",
        starts_on=date(2026, 3, 2),
        sessions=planned,
        prescriptions=tuple(prescriptions),
        affected=lot.choice((Side.LEFT, Side.RIGHT, None)),
        pain_ceiling=lot.choice((3, 4, 5)),
    )


def handout(plan: Plan | None = None, language: str = "en", **fields: Any) -> Handout:
    """A handout for Alex Runner; what a test names replaces what it would be."""
    options = fields.pop("options", None) or Options(
        **{name: fields.pop(name) for name in Options.__dataclass_fields__ if name in fields}
    )
    return Handout(
        **{
            "plan": plan or program_plan(),
            "library": LIBRARY,
            "safety": RULES.safety,
            "words": translator(language),
            "language": language,
            "made_on": MADE_ON,
            "name": "Alex Runner",
            "clinic": CLINIC,
            "options": options,
            **fields,
        }
    )


def squeezed(text: str) -> str:
    """A text as it is compared: one spelling of each character, and no white space or marks of direction."""
    plain = unicodedata.normalize("NFKC", text)
    return re.sub(r"[\s\u200b-\u200f\u2028-\u202e\u2060-\u2069]+", "", plain)


_PAINTED = re.compile(rb"\s(?:f\*?|S|s|B\*?|b\*?)\s")


class Sheet(NamedTuple):
    """A PDF as it was read.

    Attributes:
        texts: The text of each page.
        sizes: Width and height of each page in points.
        images: Number of images of each page.
        paths: Number of filled or drawn paths of each page.
        fonts: Names of the fonts, with whether each is embedded.
        facts: Title, author and creator.
    """

    texts: tuple[str, ...]
    sizes: tuple[tuple[float, float], ...]
    images: tuple[int, ...]
    paths: tuple[int, ...]
    fonts: dict[str, bool]
    facts: dict[str, str]


def read_pdf(data: bytes) -> Sheet:
    """Read a PDF."""
    reader = PdfReader(io.BytesIO(data))
    fonts: dict[str, bool] = {}
    for page in reader.pages:
        for font in _resources(page, "/Font"):
            inner = font["/DescendantFonts"][0].get_object()
            fonts[inner["/BaseFont"]] = "/FontFile2" in inner["/FontDescriptor"].get_object()
    return Sheet(
        texts=tuple(page.extract_text() for page in reader.pages),
        sizes=tuple((float(page.mediabox.width), float(page.mediabox.height)) for page in reader.pages),
        images=tuple(_count_images(page) for page in reader.pages),
        paths=tuple(_count_paths(page) for page in reader.pages),
        fonts=fonts,
        facts={str(key): str(value) for key, value in (reader.metadata or {}).items()},
    )


def _count_paths(page: PageObject) -> int:
    """How many paths are filled or drawn; counted in the text of the page, for to parse it takes long."""
    contents = page.get_contents()
    return len(_PAINTED.findall(contents.get_data())) if contents is not None else 0


def _count_images(page: PageObject) -> int:
    contents = page.get_contents()
    count: int = sum(thing.get("/Subtype") == "/Image" for thing in _resources(page, "/XObject"))
    return count + (contents.get_data().count(b"\nBI\n") if contents is not None else 0)


def _resources(page: PageObject, kind: str) -> list[Any]:
    """The fonts, or the images and forms, of a page."""
    resources: Any = page["/Resources"]
    return [thing.get_object() for thing in resources.get(kind, {}).values()]


def printed(document: Document) -> Sheet:
    """Print a document as PDF and read it."""
    return read_pdf(pdf_bytes(document))


def faults(document: Document) -> Iterator[str]:
    """What is wrong with where things stand: outside the margins, on top of each other, an empty page."""
    width, height = document.size
    for number, page in enumerate(document.pages, 1):
        if not page.body:
            yield f"page {number} is blank"
        for placed in page.placed:
            rect = placed.rect
            inside = rect.left() >= MARGIN - 1 and rect.right() <= width - MARGIN + 1
            if not (inside and rect.top() >= MARGIN - 1 and rect.bottom() <= height - MARGIN + 1):
                yield f"page {number}: a block is outside the margins: {rect}"
        blocks = [placed.rect for placed in page.placed]
        for index, rect in enumerate(blocks):
            for other in blocks[index + 1 :]:
                cut = rect.intersected(other)
                if cut.width() > 1 and cut.height() > 1:
                    yield f"page {number}: blocks are on top of each other: {rect}, {other}"
        yield from _leaf_faults(number, list(page.leaves()), document)


def _leaf_faults(number: int, leaves: Sequence[Leaf], document: Document) -> Iterator[str]:
    width, height = document.size
    for index, leaf in enumerate(leaves):
        rect = leaf.rect
        if leaf.over > 1:
            yield f"page {number}: {leaf.text!r} is wider than its place by {leaf.over}"
        if rect.left() < MARGIN - 1 or rect.right() > width - MARGIN + 1:
            yield f"page {number}: {leaf.text!r} is outside the margins"
        if rect.top() < MARGIN - 1 or rect.bottom() > height - MARGIN + 1:
            yield f"page {number}: {leaf.text!r} is above or below the margins"
        for other in leaves[index + 1 :]:
            cut = rect.intersected(other.rect)
            if cut.width() > 1 and cut.height() > 1:
                yield f"page {number}: {leaf.text!r} is on top of {other.text!r}"
