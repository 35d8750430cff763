"""The therapist's report as plain text, for pasting into a record system: the same words as on paper."""

from __future__ import annotations

from collections.abc import Iterator

from ankle_coach.domain.criteria import Status
from ankle_coach.domain.date_words import full_date
from ankle_coach.domain.program_texts import criterion_standing
from ankle_coach.domain.words import Words
from ankle_coach.printing.entries import sections_of
from ankle_coach.printing.head import place_lines
from ankle_coach.printing.report import Report
from ankle_coach.printing.report_texts import decision_lines, intake_lines, number_lines, run_lines

_MOST_DECISIONS = 12


def plain_report(report: Report) -> str:
    """Return the report as lines without any markup; each part has a heading in capitals.

    Raises:
        NotFoundError: If the plan names an exercise that the library lacks.
    """
    words, sheet = report.sheet.words, report.sheet
    parts: list[tuple[str, list[str]]] = [
        (words.gettext("Told at the intake"), list(intake_lines(report.intake, words))),
        (words.gettext("The last 28 days"), [f"{name}: {value}" for name, value in number_lines(report)]),
        (words.gettext("Levels and doses now"), list(_doses(report))),
        (words.gettext("Criteria of the phase"), list(_criteria(report, words))),
        (words.gettext("Running"), list(run_lines(report))),
        (words.gettext("Decisions, the latest first"), list(decision_lines(report)[:_MOST_DECISIONS])),
        (words.gettext("Notes"), [report.note.strip()] if report.note.strip() else []),
    ]
    head = [words.gettext("Ankle Coach, report of the last 4 weeks")]
    head += [line for line in (sheet.name, *place_lines(sheet)) if line]
    version = words.gettext("Plan version {version}, {day}")
    head.append(version.format(version=sheet.plan.version, day=full_date(report.last, words)))
    lines = ["\n".join(head)]
    lines += ["\n".join((title.upper(), *(f"- {line}" for line in said))) for title, said in parts if said]
    lines.append(words.gettext("Education, not a diagnosis."))
    return "\n\n".join(lines) + "\n"


def _doses(report: Report) -> Iterator[str]:
    for section in sections_of(report.sheet):
        for entry in section.entries:
            level = f" ({entry.level})" if entry.level else ""
            yield f"{entry.name}{level}: {'; '.join(entry.doses)}"


def _criteria(report: Report, words: Words) -> Iterator[str]:
    signs = {Status.MET: words.gettext("met"), Status.UNMET: words.gettext("not met")}
    for result in report.criteria:
        measure = report.measures.get(result.criterion.measure or result.criterion.id)
        standing = f" ({criterion_standing(result, measure, words)})" if measure is not None else ""
        sign = signs.get(result.status, words.gettext("not measured yet"))
        yield f"{result.criterion.text}: {sign}{standing}"
