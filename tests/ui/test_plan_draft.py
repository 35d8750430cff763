"""One signal for every change, refusals in a sentence, warnings that follow the plan."""

from __future__ import annotations

from ankle_coach.domain.plan_edit import PlanEditError, remove, rename
from ankle_coach.domain.plan_warning import WarningKind
from tests.helpers.building import ROBIN, clinic, draft_of


def test_a_change_is_told_once_and_no_change_is_not(qtbot: object) -> None:
    draft = draft_of(clinic(), "str-calf-bi")
    told: list[bool] = []
    draft.draft_changed.connect(lambda: told.append(True))
    assert draft.do("name", lambda plan: rename(plan, "Calf"))
    assert draft.do("name", lambda plan: rename(plan, "Calf"))
    assert len(told) == 1
    draft.undo()
    draft.redo()
    assert len(told) == 3
    assert draft.plan.name == "Calf"


def test_a_refusal_changes_nothing_and_says_why(qtbot: object) -> None:
    draft = draft_of(clinic(), "str-calf-bi")
    said: list[str] = []
    draft.refused.connect(said.append)
    before = draft.plan

    def refuse(_plan: object) -> None:
        raise PlanEditError("Not so.")

    assert not draft.do("nothing", refuse)  # type: ignore[arg-type]
    assert said == ["Not so."]
    assert draft.plan is before


def test_an_empty_plan_for_nobody_yet_is_nothing_to_lose(qtbot: object) -> None:
    draft = draft_of(clinic())
    assert not draft.is_changed
    assert draft.plan.name == "Exercise plan"


def test_warnings_follow_the_plan_and_its_program(qtbot: object) -> None:
    coach = clinic()
    draft = draft_of(coach)
    draft.start_anew("start", coach.services.builder.from_program(ROBIN, "general", "p3"))
    assert not draft.warnings
    assert draft.program is not None
    balance = [p.id for p in draft.plan.prescriptions if p.exercise.startswith("bal")]
    draft.do("remove", lambda plan: remove(plan, balance))
    assert [warning.kind for warning in draft.warnings] == [WarningKind.PILLAR]


def test_saving_leaves_nothing_to_save_and_undo_goes_back_over_it(qtbot: object) -> None:
    coach = clinic()
    draft = draft_of(coach, "str-calf-bi")
    kept, _ = coach.services.builder.save(ROBIN, draft.plan)
    draft.mark_saved(kept)
    assert not draft.is_changed
    states = []
    for step in (lambda: draft.do("name", lambda plan: rename(plan, "Calf")), draft.undo, draft.undo):
        step()
        states.append(draft.is_changed)
    assert states == [True, False, True], "undo goes back over what was saved"
    assert not draft.plan.prescriptions
