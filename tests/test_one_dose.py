"""The dose on paper, in the player, in the file and in the journal is one sentence from one object."""

from __future__ import annotations

from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from ankle_coach.domain.dose import Dose
from ankle_coach.domain.dose_fields import Key, dose_fields
from ankle_coach.domain.dose_sentence import dose_sentence
from ankle_coach.domain.dose_time import total_time
from ankle_coach.domain.exercise_texts import exercise_name
from ankle_coach.domain.file_copies import PlanCopy
from ankle_coach.domain.plan import Plan, Prescription
from ankle_coach.domain.plan_edit import find
from ankle_coach.domain.prescription_edit import set_everywhere, set_field, set_own_sides, set_side_mode
from ankle_coach.domain.sides import Side, SideMode
from ankle_coach.domain.steps import compile_dose, steps_time
from ankle_coach.domain.words import PLAIN_WORDS
from ankle_coach.exchange.plan_file import decode_plan, encode_plan
from ankle_coach.printing.handout import SheetKind
from ankle_coach.printing.press import pdf_bytes
from ankle_coach.printing.sheets import lay_out_sheet
from ankle_coach.storage.journal_file import JournalFile
from ankle_coach.ui.theme import Theme, ThemeChoice
from ankle_coach.ui.widgets.prescription_row import standing_lines
from tests.helpers.building import ROBIN, Building, clinic, open_builder
from tests.helpers.printing import read_pdf, squeezed

EXERCISES = (
    "str-calf-bi",
    "bal-single-leg",
    "mob-ankle-circles",
    "mob-alphabet",
    "gait-heel-toe",
    "mas-ball-foot",
    "xtr-airbike",
    "str-heel-drop",
)
"""One of each kind of dose."""


@pytest.fixture
def building(qtbot: QtBot) -> Building:
    """A plan with edited doses, saved as Robin's."""
    made = open_builder(qtbot, Theme(ThemeChoice.LIGHT), clinic(), printing=True).fill(*EXERCISES)
    every = {p.id for p in made.draft.plan.prescriptions}
    balance = made.id_of("bal-single-leg")
    made.draft.do("rest", lambda plan: set_everywhere(plan, every, Key.REST_SETS, 45)[0])
    made.draft.do("sides", lambda plan: set_side_mode(plan, {balance}, SideMode.EACH))
    made.draft.do("apart", lambda plan: set_own_sides(plan, balance, own=True))
    shorter = next(f for f in dose_fields(find(made.draft.plan, balance).dose) if f.key is Key.SECONDS)
    made.draft.do("left", lambda plan: set_field(plan, balance, shorter, 20, Side.LEFT))
    kept, _ = made.service.save(ROBIN, made.draft.plan)
    made.draft.mark_saved(kept)
    return made


def sentence(prescription: Prescription, plan: Plan, building: Building) -> str:
    """The one sentence."""
    library = building.coach.services.library
    return dose_sentence(
        prescription.dose,
        prescription.side_mode,
        plan.affected,
        PLAIN_WORDS,
        lambda one: exercise_name(library.exercise(one), PLAIN_WORDS),
    )


def alike(text: str) -> str:
    """A text without what only looks different: spaces that hold together, and a first capital letter."""
    plain = text.replace("\u00a0", " ")
    return plain[:1].lower() + plain[1:]


def test_builder_plan_page_and_paper_say_the_same(building: Building) -> None:
    plan, library = building.draft.plan, building.coach.services.library
    desk = building.page._handouts
    assert desk is not None
    made = desk.handout(plan)
    assert made is not None
    paper = squeezed("".join(read_pdf(pdf_bytes(lay_out_sheet(made, SheetKind.HANDOUT))).texts))
    for prescription in plan.prescriptions:
        said = sentence(prescription, plan, building)
        facts = building.page.outline.card(prescription.id).facts
        assert facts is not None
        assert alike(facts.dose) == alike(said)
        assert standing_lines(prescription, (), library, plan.affected, PLAIN_WORDS)[-1] == said
        for line in on_paper(prescription, plan, building):
            assert squeezed(line) in paper


def on_paper(prescription: Prescription, plan: Plan, building: Building) -> list[str]:
    """The sentence as paper shows it: sides that differ stand apart, as each of them stands by itself."""
    if prescription.dose.left is None:
        return [sentence(prescription, plan, building)]
    return [
        dose_sentence(Dose(blocks=prescription.dose.for_side(side)), SideMode.AFFECTED, side, PLAIN_WORDS)
        for side in (Side.LEFT, Side.RIGHT)
    ]


def test_file_and_journal_hold_the_same_object(building: Building, tmp_path: Path) -> None:
    plan = building.draft.plan
    taken = decode_plan(encode_plan(PlanCopy(plan=plan)), "plan.ankleplan").plan
    (person,) = (one for one in building.coach.journal.persons() if one.id == ROBIN)
    with JournalFile(tmp_path / "journal.sqlite3", tmp_path / "backups") as journal:
        journal.save_person(person)
        journal.save_plan(ROBIN, plan)
    with JournalFile(tmp_path / "journal.sqlite3", tmp_path / "backups") as journal:
        (stored,) = journal.plans(ROBIN)
    for other in (taken, stored, building.coach.journal.plans(ROBIN)[-1]):
        assert other == plan
        assert [sentence(p, other, building) for p in other.prescriptions] == [
            sentence(p, plan, building) for p in plan.prescriptions
        ]


def test_the_player_plays_that_object_and_its_records_name_it(building: Building) -> None:
    plan, sessions = building.draft.plan, building.coach.services.sessions
    for session in plan.sessions:
        progress = sessions.start(session.id)
        assert progress.plan_version == plan.version
        for prescription in plan.in_session(session.id):
            own = [step for step in progress.state.steps if step.prescription == prescription.id]
            expected = compile_dose(prescription.dose, prescription.side_mode, plan.affected)
            work = [step.seconds for step in expected if step.is_work]
            assert [step.seconds for step in own if step.is_work] == work
            time = total_time(prescription.dose, prescription.side_mode, plan.affected)
            assert steps_time(expected).seconds == pytest.approx(time.seconds)
        sessions.discard()
