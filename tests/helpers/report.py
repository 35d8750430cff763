"""A report of the sample data, put together as the app would."""

from __future__ import annotations

from typing import Any

from ankle_coach.domain.intake import Intake, Onset, Place
from ankle_coach.domain.journal import Moment, summary_of
from ankle_coach.domain.pain_history import pain_history
from ankle_coach.domain.running import RunRecord
from ankle_coach.printing.report import Report
from ankle_coach.services.sample_data import sample_journal
from tests.helpers.coach import LIBRARY, FakeCoach
from tests.helpers.printing import CLINIC, handout

INTAKE = Intake(places=(Place.OUTER_ANKLE,), onset=Onset.TWIST, old_injury=True, medicines="None <at all>")


def sample_coach() -> FakeCoach:
    """The wired app over the sample journal."""
    coach = FakeCoach()
    sample_journal(coach.journal, LIBRARY, coach.services.journal.today(), coach.clock.offset())
    return coach


def report(coach: FakeCoach | None = None, options: dict[str, Any] | None = None, **fields: Any) -> Report:
    """The report of the sample's runner."""
    coach = coach or sample_coach()
    services = coach.services
    today, person = services.journal.today(), services.people.required()
    plan = services.plans.current(today)
    assert plan is not None
    proposal = services.phases.proposal()
    first = today.fromordinal(today.toordinal() - 40)
    contents = services.reader.contents()
    assert contents is not None
    summaries = [summary_of(record) for record in contents.sessions]
    sheet = handout(
        plan,
        made_on=today,
        name=person.name,
        clinic=CLINIC,
        standings=services.coach.standings(),
        standings_on=today,
        **(options or {}),
    )
    run = RunRecord(
        id="run-1",
        started=Moment(coach.clock.now(), 60, today),
        seconds=1800,
        meters=5000,
        pain_during=2,
    )
    return Report(
        **{
            "sheet": sheet,
            "birth_year": 1987,
            "intake": INTAKE,
            "pain": pain_history(summaries, contents.check_ins, today),
            "days": services.coach.calendar(services.plans.versions(), summaries, first, today),
            "runs": (run,),
            "criteria": proposal.exit.criteria if proposal is not None else (),
            "measures": {measure.id: measure for measure in services.measurements.catalog.measure},
            "decisions": services.coach.decisions(first, today),
            **fields,
        }
    )
