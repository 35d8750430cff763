"""Plan versions with their doses, and the decisions of the rules, as tables."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from ankle_coach.domain.decision import Decision
from ankle_coach.domain.decision_words import reason
from ankle_coach.domain.dose_sentence import dose_sentence
from ankle_coach.domain.journal_contents import JournalContents
from ankle_coach.domain.library import Library
from ankle_coach.domain.load_words import load_words
from ankle_coach.domain.plan import Plan, Prescription
from ankle_coach.domain.sides import Side, SideMode
from ankle_coach.domain.tables import Cell, Table, columns, name_of
from ankle_coach.domain.words import Words


def plan_doses(contents: JournalContents, library: Library, words: Words) -> Mapping[tuple[int, str], str]:
    """Return the dose sentence of every prescription, by plan version and id of the prescription."""
    return {
        (plan.version, prescription.id): _prescribed(prescription, plan, library, words)
        for plan in contents.plans
        for prescription in plan.prescriptions
    }


def decision_dose(decision: Decision, library: Library, words: Words) -> str:
    """Return the sentence of the dose after a decision; empty where there is none."""
    if decision.dose is None:
        return ""
    one_side = decision.side in (Side.LEFT, Side.RIGHT)
    mode = SideMode.AFFECTED if one_side else SideMode.BOTH
    side = decision.side if one_side else None
    return dose_sentence(decision.dose, mode, side, words, lambda name: name_of(name, library, words))


def _prescribed(prescription: Prescription, plan: Plan, library: Library, words: Words) -> str:
    return dose_sentence(
        prescription.dose,
        prescription.side_mode,
        plan.affected,
        words,
        lambda name: name_of(name, library, words),
    )


def prescription_table(contents: JournalContents, library: Library, words: Words) -> Table:
    """Return every prescription of every plan version."""
    doses = plan_doses(contents, library, words)
    return Table(
        name="prescriptions",
        about=words.gettext("One row is one exercise of one version of the plan."),
        columns=columns(
            ("plan_version", words.gettext("version of the plan")),
            ("starts_on", words.gettext("training day from which the version holds")),
            ("plan_name", words.gettext("name of the plan")),
            ("planned_session", words.gettext("id of the session that it belongs to")),
            ("session_name", words.gettext("name of the session")),
            ("prescription", words.gettext("id of the prescription")),
            ("exercise", words.gettext("id of the exercise")),
            ("exercise_name", words.gettext("name of the exercise")),
            ("level", words.gettext("id of the level")),
            ("dose", words.gettext("the dose, in the same sentence as on the sheet and in the window")),
            ("load", words.gettext("added weight or band; empty for the body's own weight")),
            ("pain_ceiling", words.gettext("highest acceptable pain during it")),
            ("note", words.gettext("the prescriber's own words")),
        ),
        rows=tuple(
            _prescription_row(plan, one, doses[plan.version, one.id], library, words)
            for plan in contents.plans
            for one in plan.prescriptions
        ),
    )


def _prescription_row(
    plan: Plan, prescription: Prescription, dose: str, library: Library, words: Words
) -> tuple[Cell, ...]:
    ceiling = prescription.pain_ceiling
    return (
        plan.version,
        plan.starts_on,
        plan.name,
        prescription.session,
        plan.session(prescription.session).name,
        prescription.id,
        prescription.exercise,
        name_of(prescription.exercise, library, words),
        prescription.level,
        dose,
        load_words(prescription.load, words),
        plan.pain_ceiling if ceiling is None else ceiling,
        prescription.note,
    )


def decision_table(decisions: Sequence[Decision], library: Library, words: Words) -> Table:
    """Return the decisions, in the order in which they are given."""
    return Table(
        name="decisions",
        about=words.gettext("One row is one decision of the rules."),
        columns=columns(
            ("training_day", words.gettext("the training day that it is about")),
            ("exercise", words.gettext("id of the exercise; empty for the whole plan")),
            ("exercise_name", words.gettext("name of the exercise")),
            ("side", words.gettext("left, right or both; empty for the whole plan")),
            ("outcome", words.gettext("what was decided")),
            ("rule", words.gettext("id of the rule")),
            ("reason", words.gettext("why, with its numbers")),
            ("references", words.gettext("ids of the sources; DD is a rule of this app")),
            ("level", words.gettext("id of the level after it")),
            ("dose", words.gettext("the dose after it")),
            ("load", words.gettext("the load after it")),
            ("starts_on", words.gettext("first training day that it is felt on")),
        ),
        rows=tuple(_decision_row(decision, library, words) for decision in decisions),
    )


def _decision_row(decision: Decision, library: Library, words: Words) -> tuple[Cell, ...]:
    return (
        decision.day,
        decision.exercise,
        name_of(decision.exercise, library, words) if decision.exercise else "",
        decision.side.value if decision.side is not None else None,
        decision.outcome.value,
        decision.rule,
        reason(decision, words),
        " ".join(decision.references),
        decision.level,
        decision_dose(decision, library, words),
        load_words(decision.load, words),
        decision.starts_on,
    )
