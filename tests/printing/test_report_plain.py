"""The report as plain text: every part once, the doses as on paper, and nothing that is not known."""

from __future__ import annotations

import pytest

from ankle_coach.printing.entries import sections_of
from ankle_coach.printing.report_plain import plain_report
from tests.helpers.report import report, sample_coach

pytestmark = pytest.mark.usefixtures("qapp")


def test_every_dose_is_the_one_of_the_handout() -> None:
    made = report(sample_coach())
    text = plain_report(made)

    doses = [dose for section in sections_of(made.sheet) for entry in section.entries for dose in entry.doses]
    assert doses
    assert all(dose in text for dose in doses)


def test_what_is_not_known_makes_no_part() -> None:
    text = plain_report(report(sample_coach(), runs=(), criteria=(), decisions=(), note="", intake=None))

    assert "RUNNING" not in text
    assert "CRITERIA" not in text
    assert "NOTES" not in text
    assert "- Nobody was asked yet." in text


def test_criteria_say_in_words_whether_they_are_met() -> None:
    text = plain_report(report(sample_coach()))

    criteria = text.split("CRITERIA OF THE PHASE\n")[1].split("\n\n")[0]
    assert criteria.count("met") + criteria.count("not measured yet") >= len(criteria.splitlines())
