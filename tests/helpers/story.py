"""A runner who lives through days of the wired app: mornings, sessions, answers, all through the services."""

from __future__ import annotations

from datetime import date, timedelta

import msgspec

from ankle_coach.domain.decision import Decision, Outcome
from ankle_coach.domain.intake import Intake
from ankle_coach.domain.journal import Answer, NoAnswer, SessionRecord
from ankle_coach.domain.measures import Measurement
from ankle_coach.domain.safety import ScreenAnswer
from ankle_coach.domain.safety_content import Occasion
from ankle_coach.domain.schedule import Due
from ankle_coach.domain.session_state import Credit, SessionState, Status
from ankle_coach.domain.sides import Side
from ankle_coach.domain.steps import Step
from ankle_coach.services.intake_service import Proposal
from tests.helpers.coach import FakeCoach

_DAY = 24 * 3600.0


class Story:
    """One runner; each day begins in the morning at eight local time."""

    def __init__(self, coach: FakeCoach | None = None) -> None:
        self.coach = coach or FakeCoach()
        self.services = self.coach.services

    @property
    def today(self) -> date:
        """The running training day."""
        return self.services.journal.today()

    # --- the beginning ------------------------------------------------------------------------

    def answers(self, intake: Intake, **given: ScreenAnswer) -> Intake:
        """The intake with every safety question that applies answered with no, but for those given."""
        safety = self.services.safety
        answers = {name.replace("_", "-"): answer for name, answer in given.items()}
        facts = safety.facts(Occasion.INTAKE, intake)
        while True:
            asked = [q.id for q in safety.questions(Occasion.INTAKE, answers, facts) if q.id not in answers]
            if not asked:
                return msgspec.structs.replace(intake, safety=answers)
            for name in asked:
                answers[name] = ScreenAnswer.YES if name == "O5" else ScreenAnswer.NO

    def begin(self, intake: Intake, program: str = "", **given: ScreenAnswer) -> Proposal:
        """Answer the intake and accept what it leads to, if anything."""
        self.services.intake.save(self.answers(intake, **given))
        proposal = self.services.intake.propose(program)
        if proposal.may_begin:
            self.services.intake.accept(proposal)
        return proposal

    # --- days ---------------------------------------------------------------------------------

    def live(
        self,
        days: int = 1,
        *,
        pain: Answer = 0,
        during: int = 1,
        after: Answer = 1,
        plays: bool = True,
        checks_in: bool = True,
    ) -> None:
        """Live some days: the check-in, then every planned session, then the night."""
        for _ in range(days):
            if checks_in:
                self.morning(pain)
            self.services.coach.settle()
            if plays:
                self.play_all(during, after)
            self.coach.clock.advance(_DAY)

    def morning(self, pain: Answer) -> None:
        """Check in."""
        self.services.check_ins.save(
            pain, stiff_minutes=0, swelling=0, first_step=pain if isinstance(pain, int) else NoAnswer.MISSING
        )

    def play_all(self, during: int = 1, after: Answer = 1) -> list[SessionRecord]:
        """Play every session that is planned and not put off, as often as it is planned."""
        found = []
        for session in self.services.coach.todays_sessions():
            if session.due is Due.PLANNED and session.offers and not session.is_put_off:
                found += [self.play(session.session.id, during, after) for _ in range(session.times)]
        return found

    def play(self, session: str, during: int = 1, after: Answer = 1, effort: int = 5) -> SessionRecord:
        """Play a session to its end."""
        progress = self.services.sessions.start(session, 0)
        steps = progress.state.steps
        asked = tuple((s.prescription, s.side, during) for s in steps if s.question)
        progress = msgspec.structs.replace(progress, state=_played(steps), pain_during=asked)
        record, _ = self.services.sessions.finish(progress, pain_after=after, effort=effort)
        return record

    def measure(self, measure: str, value: float, other: float | None = None) -> None:
        """Write a self-test down: the right side's value, and the left one's where it is given."""
        moment = self.services.reader.moment()
        sided = other is not None
        entry = Measurement(
            id=f"{measure}-{moment.training_day}",
            measure=measure,
            entered=moment,
            right=value if sided else None,
            left=other,
            whole=None if sided else value,
        )
        self.services.reader.keep(entry, entry.id)

    # --- what was decided ---------------------------------------------------------------------

    def outcomes(self, *outcomes: Outcome) -> list[Decision]:
        """Return the decisions of some outcomes, oldest first."""
        return [d for d in reversed(self.services.coach.decisions()) if d.outcome in outcomes]

    def levels(self) -> dict[str, str]:
        """Return the present level of each exercise, of the worse side."""
        return {s.exercise: s.level for s in self.services.coach.standings() if s.side is not Side.LEFT}

    def days_on(self, number: int) -> date:
        """Return a day from today on."""
        return self.today + timedelta(days=number)


def _played(steps: tuple[Step, ...]) -> SessionState:
    """The state of a player that has played everything."""
    return SessionState(
        steps=steps,
        index=len(steps) - 1,
        status=Status.FINISHED,
        credits=tuple(Credit(reps=step.reps, seconds=step.seconds or 3, done=True) for step in steps),
        played=sum(step.seconds or 3 for step in steps),
    )


def early_story() -> Story:
    """A runner with a plan on Monday at seven in the morning, reminders on."""
    lived = Story(FakeCoach().with_plan("p3"))
    lived.coach.clock.advance(-3600.0)
    lived.services.settings.change(reminders=True)
    return lived
