"""`ankle-coach print`: what it writes, and what it says where it cannot."""

from __future__ import annotations

from pathlib import Path

import pytest

from ankle_coach import printout
from ankle_coach.cli import main
from ankle_coach.domain.file_copies import PlanCopy
from ankle_coach.domain.single_plan import plan_of_exercise
from ankle_coach.exchange.plan_file import write_plan
from tests.helpers.printing import LIBRARY, MADE_ON, program_plan, read_pdf, squeezed

pytestmark = pytest.mark.usefixtures("qapp")


def _print(out: Path, *words: str) -> str:
    """The text of what a command writes."""
    assert main(["print", *words, "-o", str(out)]) == 0
    return squeezed("".join(read_pdf(out.read_bytes()).texts))


def _refused(capsys: pytest.CaptureFixture[str], *words: str) -> str:
    assert main(["print", *words]) == 1
    told = capsys.readouterr()
    assert told.out == ""
    assert told.err.count("\n") == 1
    return told.err.removeprefix("ankle-coach: ").rstrip()


def test_a_plan_file_becomes_a_handout(tmp_path: Path) -> None:
    file = tmp_path / "plan.ankleplan"
    write_plan(PlanCopy(plan=program_plan(), person="Robin"), file)
    text = _print(tmp_path / "out.pdf", str(file))
    assert squeezed("Single-leg calf raise") in text
    assert squeezed("version 3") in text
    assert "Robin" in text


def test_an_exercise_becomes_a_handout_at_its_default_dose(tmp_path: Path) -> None:
    text = _print(tmp_path / "out.pdf", "mob-ankle-circles", "--layout", "cards-1")
    assert squeezed("Ankle circles") in text


def test_its_options_reach_the_paper(tmp_path: Path) -> None:
    out = tmp_path / "out.pdf"
    text = _print(
        out, "str-calf-bi", "--paper", "letter", "--font-size", "20", "--grid-weeks", "3", "--gray",
        "--language", "qps",
    )  # fmt: skip
    assert squeezed("Wêêk 3") in squeezed(text.replace("[", ""))
    assert round(read_pdf(out.read_bytes()).sizes[0][0]) == 612


@pytest.mark.parametrize(
    ("sheet", "words"),
    [
        ("diary", "Your pain diary"),
        ("walk-run", "Stage 3: 6 times run 3 min, walk 2 min"),
        ("ice", "never on bare skin"),
    ],
)
def test_other_sheets_are_printed(tmp_path: Path, sheet: str, words: str) -> None:
    assert squeezed(words) in _print(tmp_path / "out.pdf", "run-walk", "--sheet", sheet)


def test_what_cannot_be_printed_is_said_in_a_sentence(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    out = str(tmp_path / "out.pdf")
    assert "no plan file and no exercise" in _refused(capsys, "nothing", "-o", out)
    assert "must end in .pdf" in _refused(capsys, "str-calf-bi", "-o", "out.txt")
    assert "between 12 and 20" in _refused(capsys, "str-calf-bi", "-o", out, "--font-size", "8")
    assert "grid weeks" in _refused(capsys, "str-calf-bi", "-o", out, "--grid-weeks", "99")
    assert "cannot be written" in _refused(capsys, "str-calf-bi", "-o", str(tmp_path / "no" / "out.pdf"))
    assert not list(tmp_path.iterdir())


def test_the_command_offers_what_can_be_printed() -> None:
    from ankle_coach.printing.handout import Layout, SheetKind
    from ankle_coach.printing.pages import Paper

    assert tuple(Layout) == printout.LAYOUTS
    assert tuple(Paper) == printout.PAPERS
    assert tuple(SheetKind) == printout.SHEETS


def test_a_plan_of_one_exercise_is_as_the_catalog_says() -> None:
    exercise = LIBRARY.exercise("str-calf-uni")
    plan = plan_of_exercise(exercise, exercise.default, MADE_ON)
    assert plan.prescriptions[0].dose == exercise.default.dose
    assert plan.sessions[0].frequency == exercise.frequency[0]
