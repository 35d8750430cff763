"""The therapist's report laid out on one page (clinical.md §6.2, last row)."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from PySide6.QtCore import QLineF, QRectF
from PySide6.QtGui import QPainter

from ankle_coach.domain.criteria import Status
from ankle_coach.domain.date_words import full_date
from ankle_coach.domain.plan import SessionKind
from ankle_coach.domain.program_texts import criterion_standing, phase_name
from ankle_coach.printing.blocks import Block, Drawing, Row, Side, Space, Stack, thin_line
from ankle_coach.printing.composer import Composer
from ankle_coach.printing.dots import mm, pt
from ankle_coach.printing.entries import keep_units, sections_of
from ankle_coach.printing.head import head_block
from ankle_coach.printing.notes import Notes
from ankle_coach.printing.pages import Document, Item
from ankle_coach.printing.pain_chart import Span, pain_chart
from ankle_coach.printing.report import Report
from ankle_coach.printing.report_texts import (
    decision_count,
    decision_lines,
    intake_lines,
    number_lines,
    run_lines,
)
from ankle_coach.printing.sheet import document_of, furniture_of
from ankle_coach.printing.text import Run, isolated
from ankle_coach.printing.typed_texts import typed_items
from ankle_coach.printing.typeface import Kind

_SIZES: Final = (10.0, 9.5, 9.0, 8.5, 8.0)
"""Sizes of the text in points, tried from the first on until everything stands on one page."""
_DECISIONS: Final = (12, 9, 6, 4)
"""How many decisions are listed, tried likewise; the rest is counted."""
_BLANK_LINES: Final = 3
_SIGNS: Final = {Status.MET: "\u2713", Status.UNMET: "\u2717"}


def lay_out_report(report: Report) -> Document:
    """Return the report as one page; what was typed is never cut, and may run on to another.

    Raises:
        NotFoundError: If the plan names an exercise that the library lacks.
    """
    document: Document | None = None
    for points in _SIZES:
        for decisions in _DECISIONS:
            document = _Maker(report, points, decisions).document()
            if len(document.pages) == 1:
                return document
    assert document is not None
    return document


class _Maker:
    """Makes the page with one size of text and one number of decisions."""

    def __init__(self, report: Report, points: float, decisions: int) -> None:
        self._report, self._sheet, self._words = report, report.sheet, report.sheet.words
        self._composer = Composer(report.sheet.options, report.sheet.words, points=points)
        self._most = decisions

    def document(self) -> Document:
        """Return the page."""
        composer, words = self._composer, self._words
        title = words.gettext("Report of the last 4 weeks")
        items = [Item(head_block(composer, self._sheet, title))]
        items += [Item(block, gap=composer.gap) for block in self._blocks()]
        items += self._note()
        notes = Notes(self._sheet.library, words)  # the rules' ids stand in for sources
        furniture = furniture_of(composer, self._sheet, title, notes)
        return document_of(items, furniture, self._sheet, title)

    def _blocks(self) -> list[Block]:
        report, words = self._report, self._words
        half = self._half
        told = [(words.gettext("Told at the intake"), self._lines(self._told(), half))]
        told += [(words.gettext("The last 28 days"), self._numbers(half))]
        levels = self._part(words.gettext("Levels and doses now"), self._levels(half))
        right = [self._part(*self._criteria(half))] if report.criteria else []
        runs = run_lines(report) or (words.gettext("No runs in these days."),)
        right.append(self._part(words.gettext("Running"), self._lines(runs, half)))
        columns = [Side(levels, 0.0), Side(Stack(right, self._composer.gap), half + mm(7))]
        return [
            self._beside(told),
            self._chart(),
            Row(columns, self._composer.width),
            self._decisions(),
        ]

    @property
    def _half(self) -> float:
        return (self._composer.width - mm(7)) / 2

    def _part(self, title: str, block: Block) -> Block:
        return Stack([self._composer.heading(title, "", block.width), Space(0.4 * self._composer.gap), block])

    def _beside(self, parts: Sequence[tuple[str, Block]]) -> Block:
        columns = [self._part(title, block) for title, block in parts]
        sides = [Side(column, index * (self._half + mm(7))) for index, column in enumerate(columns)]
        return Row(sides, self._composer.width)

    def _lines(self, lines: Sequence[str], width: float) -> Block:
        return Stack(self._composer.bullets(lines, width, Kind.SMALL), 0.0, width)

    def _told(self) -> list[str]:
        words, lines = self._words, list(intake_lines(self._report.intake, self._words))
        if self._report.birth_year is not None:
            lines.insert(0, words.gettext("Born in {year}").format(year=self._report.birth_year))
        return lines

    def _numbers(self, width: float) -> Block:
        composer = self._composer
        rows: list[Block] = []
        for name, value in number_lines(self._report):
            left = composer.text(Kind.SMALL, name, 0.56 * width)
            right = composer.text(Kind.SMALL, [Run(keep_units(value), bold=True)], 0.42 * width)
            rows.append(Row([Side(left, 0.0), Side(right, 0.58 * width)], width))
        return Stack(rows, 0.15 * composer.gap, width)

    def _chart(self) -> Block:
        report, words = self._report, self._words
        span = Span(report.first, report.last)
        title = words.gettext("Pain, 0 (none) to 10 (worst), and sessions")
        days = words.pgettext("stretch of days", "{first} to {last}").format(
            first=full_date(report.first, words), last=full_date(report.last, words)
        )
        chart = pain_chart(self._composer, report.pain, report.days, span, mm(38))
        head = self._composer.heading(title, days, self._composer.width)
        return Stack([head, Space(0.4 * self._composer.gap), chart])

    def _levels(self, width: float) -> Block:
        lines: list[Block] = []
        others: list[str] = []
        for section in sections_of(self._sheet):
            for entry in section.entries:
                if section.session.kind is not SessionKind.CORE:
                    others.append(entry.name)
                    continue
                doses = "; ".join(keep_units(dose) for dose in entry.doses)
                level = f" {entry.level}. " if entry.level else " "
                runs = [Run(isolated(entry.name) + ".", bold=True), Run(f"{level}{doses}")]
                lines.append(self._composer.text(Kind.SMALL, runs, width))
        if others:
            names = self._words.pgettext("list", ", ").join(isolated(name) for name in others)
            also = self._words.gettext("Beside them: {names}").format(names=names)
            lines.append(self._composer.text(Kind.SMALL, also, width, muted=True))
        return Stack(lines, 0.15 * self._composer.gap, width)

    def _criteria(self, width: float) -> tuple[str, Block]:
        report, words = self._report, self._words
        program, phase = self._sheet.program, self._sheet.phase
        holding = sum(result.holds for result in report.criteria)
        title = words.gettext("To leave this phase: {met} of {count}")
        if program is not None and phase is not None:
            name = phase_name(program, phase, words)
            title = words.gettext("To leave \u201c{phase}\u201d: {met} of {count}").replace("{phase}", name)
        lines: list[Block] = []
        for result in report.criteria:
            text = result.criterion.text
            if program is not None and phase is not None:
                text = words.pgettext(f"{program.id}.phases.{phase.id}.exit.{result.criterion.id}", text)
            sign = _SIGNS.get(result.status, "\u2013")
            measure = report.measures.get(result.criterion.measure or result.criterion.id)
            standing = f" ({criterion_standing(result, measure, words)})" if measure is not None else ""
            lines.append(
                self._composer.text(Kind.SMALL, [Run(f"{sign} ", bold=True), Run(text + standing)], width)
            )
        return title.format(met=holding, count=len(report.criteria)), Stack(lines, 0.0, width)

    def _decisions(self) -> Block:
        composer, words, report = self._composer, self._words, self._report
        lines = decision_lines(report)
        shown, rest = lines[: self._most], max(0, len(lines) - self._most)
        rows: list[Block] = [composer.text(Kind.SMALL, decision_count(report), composer.width, muted=True)]
        rows += composer.bullets([keep_units(line) for line in shown], composer.width, Kind.SMALL)
        if rest:
            more = words.ngettext("and {n} more in the journal", "and {n} more in the journal", rest)
            rows.append(composer.text(Kind.SMALL, more.format(n=rest), composer.width, muted=True))
        return self._part(words.gettext("Decisions, the latest first"), Stack(rows, 0.0, composer.width))

    def _note(self) -> list[Item]:
        composer, words = self._composer, self._words
        title = words.gettext("Notes")
        if self._report.note.strip():
            return typed_items(composer, title, [("", self._report.note)])
        height = 1.5 * composer.type.line

        def draw(painter: QPainter, place: QRectF) -> None:
            line = QLineF(place.left(), place.bottom(), place.right(), place.bottom())
            thin_line(painter, line, composer.inks.line, pt(0.4))

        lines: list[Block] = [Drawing(composer.width, height, draw) for _ in range(_BLANK_LINES)]
        block = Stack([composer.text(Kind.STRONG, title, composer.width), *lines], 0.0, composer.width)
        return [Item(block, gap=composer.gap)]
