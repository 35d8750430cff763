"""Editing a plan: each verb, what it refuses, and any sequence of verbs with undo over all of it."""

from __future__ import annotations

from datetime import timedelta
from typing import Any

import msgspec
import pytest
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, initialize, invariant, rule

from ankle_coach.domain import plan_edit as edit
from ankle_coach.domain import prescription_edit as own
from ankle_coach.domain.dose_fields import Key, dose_fields
from ankle_coach.domain.frequency import EveryDays, TimesPerDay
from ankle_coach.domain.plan import Load, Plan
from ankle_coach.domain.plan_edit import PlanEditError
from ankle_coach.domain.plan_history import History, begin, mark_saved, record, redo, settle, undo
from ankle_coach.domain.plan_start import GroupKind, add_exercise, new_group
from ankle_coach.domain.sides import Side, SideMode
from ankle_coach.domain.words import PLAIN_WORDS
from tests.helpers.builders import MONDAY, planned_session
from tests.helpers.coach import LIBRARY
from tests.helpers.plans import plan_with, program_plan, usual

TWO = (planned_session(id="strength"), planned_session(id="evening", name="Evening"))


def ids(plan: Plan) -> list[str]:
    """Exercises in the order of the cards."""
    return [p.exercise for p in edit.in_order(plan)]


@pytest.fixture
def plan() -> Plan:
    """Three exercises in the first of two groups."""
    return plan_with("str-calf-bi", "bal-single-leg", "flx-wall-gastroc", sessions=TWO)


# --- arranging ------------------------------------------------------------------------------------


def test_exercises_move_within_a_group_and_over_its_border(plan: Plan) -> None:
    calf, gastroc = "strength.str-calf-bi", "strength.flx-wall-gastroc"
    down = edit.shift(plan, (calf,), 1)
    assert ids(down) == ["bal-single-leg", "str-calf-bi", "flx-wall-gastroc"]
    assert edit.shift(down, (calf,), -1) == plan
    over = edit.shift(plan, (gastroc,), 1)
    assert over.in_session("evening")[0].id == gastroc, "the id stays"
    assert edit.shift(over, (gastroc,), -1) == plan
    for prescription, step in ((calf, -1), (gastroc, 1)):
        edge = over if step > 0 else plan
        with pytest.raises(PlanEditError, match="edge of the plan"):
            edit.shift(edge, (prescription,), step)


def test_several_move_together_in_their_order(plan: Plan) -> None:
    chosen = {"strength.str-calf-bi", "strength.flx-wall-gastroc"}
    moved = edit.move(plan, chosen, "evening", 99)
    assert [p.exercise for p in moved.in_session("evening")] == ["str-calf-bi", "flx-wall-gastroc"]
    assert [p.exercise for p in moved.in_session("strength")] == ["bal-single-leg"]


def test_a_copy_stands_behind_its_original_and_there_is_no_third(plan: Plan) -> None:
    twice = edit.duplicate(plan, "strength.str-calf-bi")
    assert ids(twice)[:2] == ["str-calf-bi"] * 2
    assert twice.prescriptions[1].id == "strength.str-calf-bi.2"
    with pytest.raises(PlanEditError, match="twice already"):
        edit.duplicate(twice, "strength.str-calf-bi")
    third = edit.insert(plan, usual("str-calf-bi", "evening"))
    with pytest.raises(PlanEditError, match="twice already"):
        edit.move(edit.duplicate(third, "strength.str-calf-bi"), ("evening.str-calf-bi",), "strength", 0)


def test_removing_leaves_the_rest_and_its_order(plan: Plan) -> None:
    assert ids(edit.remove(plan, {"strength.bal-single-leg"})) == ["str-calf-bi", "flx-wall-gastroc"]
    with pytest.raises(PlanEditError, match="no longer in the plan"):
        edit.remove(plan, {"strength.gone"})


# --- groups ---------------------------------------------------------------------------------------


def test_groups_are_added_renamed_timed_moved_and_deleted(plan: Plan) -> None:
    more, first = edit.add_session(plan, new_group(GroupKind.MORNING, PLAIN_WORDS))
    again, second = edit.add_session(more, new_group(GroupKind.MORNING, PLAIN_WORDS), 0)
    assert (first, second) == ("morning", "morning-2")
    assert again.sessions[0].id == "morning-2"
    named = edit.rename_session(again, "morning-2", "  Before   work ")
    assert named.session("morning-2").name == "Before work"
    timed = edit.set_session_frequency(named, "morning-2", EveryDays(days=2))
    assert timed.session("morning-2").frequency == EveryDays(days=2)
    assert edit.move_session(timed, "morning-2", 1).sessions[0].id == "strength"
    gone = edit.remove_session(timed, "strength")
    assert gone.prescriptions == ()
    assert "strength" not in {session.id for session in gone.sessions}


@pytest.mark.parametrize(
    ("verb", "sentence"),
    [
        (lambda p: edit.rename_session(p, "strength", " "), "needs a name"),
        (lambda p: edit.rename_session(p, "strength", "x" * 121), "120 characters"),
        (lambda p: edit.rename_session(p, "gone", "Name"), "no longer in the plan"),
        (lambda p: edit.move_session(p, "strength", -1), "edge of the plan"),
        (lambda p: edit.rename(p, ""), "needs a name"),
        (lambda p: edit.set_note(p, "x" * 2001), "2000 characters"),
        (lambda p: edit.set_review(p, MONDAY - timedelta(days=1)), "before the start"),
        (lambda p: edit.set_ceiling(p, 11), "0 to 10"),
        (lambda p: own.set_own_ceiling(p, ("strength.str-calf-bi",), -1), "0 to 10"),
        (lambda p: own.set_cues(p, "strength.str-calf-bi", ["x" * 201]), "200 characters"),
        (lambda p: own.set_cues(p, "strength.str-calf-bi", ["x"] * 13), "12 cues"),
        (lambda p: own.set_own_sides(p, "strength.str-calf-bi", own=True), "Both legs"),
        (lambda p: own.set_everywhere(p, {"strength.str-calf-bi"}, Key.ROUNDS, 3), "such a value"),
        (
            lambda p: own.set_level(p, "strength.str-calf-bi", LIBRARY.exercise("str-calf-bi"), "gone"),
            "no such level",
        ),
    ],
)
def test_what_is_not_possible_is_said_in_one_sentence(plan: Plan, verb: Any, sentence: str) -> None:
    with pytest.raises(PlanEditError, match=sentence) as told:
        verb(plan)
    assert str(told.value)[0].isupper()
    assert str(told.value).endswith(".")


def test_a_later_start_takes_a_review_before_it_out(plan: Plan) -> None:
    reviewed = edit.set_review(plan, MONDAY + timedelta(days=7))
    assert edit.set_start(reviewed, MONDAY + timedelta(days=7)).review_on is not None
    assert edit.set_start(reviewed, MONDAY + timedelta(days=8)).review_on is None


# --- inside a prescription ------------------------------------------------------------------------


def test_the_dose_follows_the_level_unless_it_was_edited(plan: Plan) -> None:
    calf, raises = LIBRARY.exercise("str-calf-bi"), "strength.str-calf-bi"
    harder = calf.levels[-1]
    followed = own.set_level(plan, raises, calf, harder.id)
    assert edit.find(followed, raises).dose == harder.dose
    edited, count = own.set_everywhere(plan, {raises}, Key.REST_SETS, 90)
    assert count == 1
    kept = edit.find(own.set_level(edited, raises, calf, harder.id), raises)
    assert {f.value for f in dose_fields(kept.dose) if f.key is Key.REST_SETS} == {90}
    assert edit.find(own.reset_dose(edited, {raises}, LIBRARY.exercises), raises).dose == calf.default.dose


def test_a_dose_whose_values_do_not_fit_the_new_level_follows_it() -> None:
    bike = LIBRARY.exercise("xtr-airbike")
    riding = plan_with(usual("xtr-airbike", level="steady"))
    edited, _ = own.set_everywhere(riding, {"strength.xtr-airbike"}, Key.SECONDS, 600)
    changed = own.set_level(edited, "strength.xtr-airbike", bike, "intervals")
    assert changed.prescriptions[0].dose == bike.level("intervals").dose


def test_several_get_the_same_value_where_they_have_it(plan: Plan) -> None:
    every = {p.id for p in plan.prescriptions}
    changed, count = own.set_everywhere(plan, every, Key.REST_SETS, 60)
    assert count == 3
    assert all(
        f.value == 60 for p in changed.prescriptions for f in dose_fields(p.dose) if f.key is Key.REST_SETS
    )
    assert own.set_everywhere(plan, every, Key.REPS, 8)[1] == 1


def test_sides_part_and_join(plan: Plan) -> None:
    balance = "strength.bal-single-leg"
    apart = own.set_own_sides(plan, balance, own=True)
    field = next(f for f in dose_fields(edit.find(apart, balance).dose, Side.LEFT) if f.key is Key.SECONDS)
    left = own.set_field(apart, balance, field, 20, Side.LEFT)
    assert edit.find(left, balance).dose.for_side(Side.LEFT)[0].seconds == 20  # type: ignore[union-attr]
    joined = edit.find(own.set_own_sides(left, balance, own=False, keep=Side.LEFT), balance)
    assert joined.dose.blocks[0].seconds == 20  # type: ignore[union-attr]
    both = own.set_side_mode(left, {balance}, SideMode.BOTH)
    assert edit.find(both, balance).dose.left is None


def test_own_words_are_tidied(plan: Plan) -> None:
    calf = "strength.str-calf-bi"
    changed = own.set_cues(plan, calf, ["  Slowly  down ", "", "Knee straight"])
    assert edit.find(changed, calf).cues == ("Slowly down", "Knee straight")
    noted = own.set_own_note(own.set_load(changed, {calf}, Load(kilograms=5)), calf, "Use the rail.")
    assert (edit.find(noted, calf).note, edit.find(noted, calf).load.kilograms) == ("Use the rail.", 5)


# --- history --------------------------------------------------------------------------------------


def test_undo_and_redo_name_what_they_do(plan: Plan) -> None:
    history = record(begin(plan, plan), "name", edit.rename(plan, "Calf plan"))
    assert (history.undo_name, history.redo_name, history.is_changed) == ("name", "", True)
    back = undo(history)
    assert (back.plan, back.redo_name, back.is_changed) == (plan, "name", False)
    assert redo(back) == history
    assert undo(undo(back)) == back
    assert record(back, "note", edit.set_note(back.plan, "New")).undone == ()


def test_typing_in_one_field_is_one_step(plan: Plan) -> None:
    history = begin(plan, plan)
    for text in ("C", "Ca", "Calf"):
        history = record(history, "name", edit.rename(history.plan, text), "name")
    assert len(history.done) == 1
    assert undo(history).plan == plan
    history = record(settle(history), "name", edit.rename(history.plan, "Calf plan"), "name")
    assert [step.after.name for step in history.done] == ["Calf", "Calf plan"]
    typed_back = record(begin(plan, plan), "name", edit.rename(plan, "X"), "name")
    assert record(typed_back, "name", plan, "name").done == (), "typed back is no step"


def test_saving_is_no_step_and_its_version_is_no_change(plan: Plan) -> None:
    history = record(begin(plan, None), "name", edit.rename(plan, "Calf plan"))
    saved = mark_saved(history, msgspec.structs.replace(history.plan, version=7))
    assert not saved.is_changed
    assert undo(saved).is_changed
    assert not redo(undo(saved)).is_changed


# --- any sequence ---------------------------------------------------------------------------------


class Editing(RuleBasedStateMachine):
    """Verbs in any order: the plan stays whole, and undo goes back exactly."""

    def __init__(self) -> None:
        super().__init__()
        self.seen: list[Plan] = []
        self.history: History

    @initialize(phase=st.sampled_from(["p1", "p3", "mx"]))
    def start(self, phase: str) -> None:
        """Begin with a shipped plan."""
        plan = program_plan(phase=phase)
        self.history = begin(plan, plan)
        self.seen = [plan]

    def do(self, name: str, verb: Any) -> None:
        """Record what a verb makes; a refusal changes nothing."""
        try:
            plan = verb(self.history.plan)
        except PlanEditError:
            return
        before = len(self.history.done)
        self.history = record(self.history, name, plan)
        if len(self.history.done) > before:
            self.seen = [*self.seen[: before + 1], plan]

    def some(self, data: st.DataObject, least: int = 1) -> set[str]:
        """Draw some prescriptions."""
        every = [p.id for p in self.history.plan.prescriptions]
        if not every:
            return {"nothing"}
        return set(data.draw(st.lists(st.sampled_from(every), min_size=least, max_size=3)))

    def group(self, data: st.DataObject) -> str:
        """Draw a group."""
        every = [s.id for s in self.history.plan.sessions]
        return data.draw(st.sampled_from(every or ["nothing"]))

    @rule(exercise=st.sampled_from([e.id for e in LIBRARY.in_catalog_order()]))
    def add(self, exercise: str) -> None:
        """Add an exercise where it fits."""

        def verb(plan: Plan) -> Plan:
            added = add_exercise(
                plan,
                LIBRARY.exercise(exercise),
                LIBRARY.exercises,
                PLAIN_WORDS,
                program=LIBRARY.program("general"),
            )
            return added.plan

        self.do("add", verb)

    @rule(data=st.data())
    def remove(self, data: st.DataObject) -> None:
        """Remove some."""
        chosen = self.some(data)
        self.do("remove", lambda plan: edit.remove(plan, chosen))

    @rule(data=st.data(), place=st.integers(0, 9))
    def move(self, data: st.DataObject, place: int) -> None:
        """Move some."""
        chosen, group = self.some(data), self.group(data)
        self.do("move", lambda plan: edit.move(plan, chosen, group, place))

    @rule(data=st.data(), step=st.sampled_from([-1, 1]))
    def shift(self, data: st.DataObject, step: int) -> None:
        """Move some by one place."""
        chosen = self.some(data)
        self.do("shift", lambda plan: edit.shift(plan, chosen, step))

    @rule(data=st.data())
    def copy(self, data: st.DataObject) -> None:
        """Duplicate one."""
        chosen = next(iter(self.some(data)))
        self.do("copy", lambda plan: edit.duplicate(plan, chosen))

    @rule(kind=st.sampled_from(list(GroupKind)), place=st.integers(0, 5))
    def add_group(self, kind: GroupKind, place: int) -> None:
        """Add a group."""
        self.do("group", lambda plan: edit.add_session(plan, new_group(kind, PLAIN_WORDS), place)[0])

    @rule(data=st.data(), step=st.sampled_from([-1, 1]))
    def move_group(self, data: st.DataObject, step: int) -> None:
        """Move a group."""
        group = self.group(data)
        self.do("group", lambda plan: edit.move_session(plan, group, step))

    @rule(data=st.data())
    def remove_group(self, data: st.DataObject) -> None:
        """Delete a group."""
        group = self.group(data)
        self.do("group", lambda plan: edit.remove_session(plan, group))

    @rule(data=st.data(), key=st.sampled_from(list(Key)), value=st.sampled_from([0, 1, 8, 30, 60]))
    def set_values(self, data: st.DataObject, key: Key, value: float) -> None:
        """Give some the same value."""
        chosen = self.some(data)
        self.do("value", lambda plan: own.set_everywhere(plan, chosen, key, value)[0])

    @rule(data=st.data(), mode=st.sampled_from(list(SideMode)), apart=st.booleans())
    def sides(self, data: st.DataObject, mode: SideMode, apart: bool) -> None:
        """Change the sides."""
        chosen = self.some(data)
        self.do("sides", lambda plan: own.set_side_mode(plan, chosen, mode))
        self.do("sides", lambda plan: own.set_own_sides(plan, next(iter(chosen)), own=apart))

    @rule(data=st.data(), number=st.integers(0, 20))
    def level(self, data: st.DataObject, number: int) -> None:
        """Change a level."""
        chosen = next(iter(self.some(data)))

        def verb(plan: Plan) -> Plan:
            exercise = LIBRARY.exercise(edit.find(plan, chosen).exercise)
            levels = exercise.levels
            return own.set_level(plan, chosen, exercise, levels[number % len(levels)].id)

        self.do("level", verb)

    @rule(data=st.data(), pain=st.integers(-1, 11))
    def ceiling(self, data: st.DataObject, pain: int) -> None:
        """Change ceilings and frequency."""
        chosen = self.some(data)
        self.do("ceiling", lambda plan: own.set_own_ceiling(plan, chosen, pain))
        self.do("often", lambda plan: own.set_frequency(plan, chosen, TimesPerDay(most=2)))

    @rule()
    def undo(self) -> None:
        """Take a step back."""
        self.history = undo(self.history)

    @rule()
    def redo(self) -> None:
        """Do a step again."""
        self.history = redo(self.history)

    @invariant()
    def the_plan_is_whole(self) -> None:
        """It survives being written and read, and its groups hold each exercise twice at most."""
        if not self.seen:
            return
        plan = self.history.plan
        assert msgspec.json.decode(msgspec.json.encode(plan), type=Plan) == plan
        for session in plan.sessions:
            names = [p.exercise for p in plan.in_session(session.id)]
            assert all(names.count(name) <= edit.MOST_TIMES for name in names)

    def teardown(self) -> None:
        """Undo goes back exactly: every state on the way is one that was seen, in order."""
        if not self.seen:
            return
        history = self.history
        while history.done:
            assert history.plan == self.seen[len(history.done)]
            history = undo(history)
        assert history.plan == self.seen[0]


TestEditing = Editing.TestCase
