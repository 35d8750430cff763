"""The safety screen, what it locks, and how a lock ends: over restarts, until somebody records what happened.

A missing answer is never good news: a screen with open questions stays due, and what an earlier answer has
locked stays locked.
"""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date, timedelta
from typing import TYPE_CHECKING

import msgspec
from msgspec import Struct

from ankle_coach.domain.changes import Changes
from ankle_coach.domain.errors import NotFoundError
from ankle_coach.domain.rule_number import RuleNumber
from ankle_coach.domain.safety import Assessment, Finding, Flag, Outcome, RecordedBy
from ankle_coach.services.new_id import new_id

if TYPE_CHECKING:
    from ankle_coach.domain.intake import Intake
    from ankle_coach.domain.journal import ExerciseAnswer
    from ankle_coach.domain.locks import Lock, Locks
    from ankle_coach.domain.safety_content import Escalation, Occasion, Question, SafetyContent
    from ankle_coach.domain.safety_screen import Answers, ScreenFacts, ScreenResult
    from ankle_coach.domain.screen_record import ScreenRecord
    from ankle_coach.domain.sides import Side
    from ankle_coach.services.journal_reader import JournalReader
    from ankle_coach.services.ports import RuleContent

SCREEN_DAYS = RuleNumber(7, ("DD",))
"""The screen is asked again this many training days after the last complete one (clinical.md §4)."""
POP = "R26"
"""A pop at the sprain although walking goes: looked at again after 4 to 5 days (clinical.md §4.2)."""
WITHOUT_CONTENT = {"T-stop": "T-steps-back", "T-base": "T-morning"}
"""Flags that the rules raise and the screen has no row for, with the row whose cards they share."""


class Screened(Struct, frozen=True, kw_only=True):
    """A screen that was kept.

    Attributes:
        record: Its record.
        result: What it found, and what is still open.
        flags: The flags that it raised; one that was open already is not raised again.
        closing: What is said at its end: a clear screen rules nothing out, an incomplete one says so.
        changes: What was altered.
    """

    record: ScreenRecord
    result: ScreenResult
    flags: tuple[Flag, ...]
    closing: str
    changes: Changes


class Explanation(Struct, frozen=True, kw_only=True):
    """What an open flag means for the person.

    Attributes:
        flag: The flag.
        lock: What it locks; None where it locks nothing.
        question: The row of the screen; its `cause` is for therapists only.
        action: What to do.
        see: Who to see.
        meanwhile: What to do until then.
        holds_advance: Whether nothing advances until it was looked at.
        no_plan: Whether it allows no self-guided plan.
        therapist_only: Whether only a therapist's record allows a program again.
        last: What was recorded of it last, or None.
    """

    flag: Flag
    lock: Lock | None
    question: Question
    action: str
    see: str
    meanwhile: str
    holds_advance: bool
    no_plan: bool
    therapist_only: bool
    last: Assessment | None


class SafetyService:
    """Asks the screen, keeps its flags and locks, and records what happened."""

    def __init__(self, reader: JournalReader, rules: RuleContent) -> None:
        """Work on the journal and the safety content."""
        self._reader = reader
        self._rules = rules

    @property
    def content(self) -> SafetyContent:
        """The shipped questions and cards."""
        return self._rules.safety

    @property
    def by_therapist(self) -> bool:
        """Whether a therapist looks: causes are shown then, exclusions warn, and records are theirs."""
        return self._reader.by_therapist

    def today(self) -> date:
        """Return the running training day."""
        return self._reader.today()

    def pain_stops(self) -> tuple[tuple[str, ExerciseAnswer], ...]:
        """Return what was too painful today and has no sign to stop yet, each with its session record."""
        from ankle_coach.domain.safety_facts import StopSign  # noqa: PLC0415 - loads with the rules

        contents, today = self._reader.contents(), self._reader.today()
        if contents is None:
            return ()
        told = {(sign.session, sign.prescription) for sign in contents.of(StopSign)}
        return tuple(
            (record.id, answer)
            for record in contents.sessions
            if record.started.training_day == today
            for answer in record.answers
            if answer.too_painful and (record.id, answer.prescription) not in told
        )

    # --- the screen ---------------------------------------------------------------------------

    def facts(self, occasion: Occasion, intake: Intake | None = None) -> ScreenFacts:
        """Return what is known of the person when the screen is asked.

        Args:
            occasion: Why it is asked.
            intake: The intake's answers while they are not kept yet; None for the kept ones.
        """
        from ankle_coach.domain.intake import Intake  # noqa: PLC0415 - loads with the rules
        from ankle_coach.domain.safety_screen import ScreenFacts  # noqa: PLC0415 - as above

        contents = self._reader.contents()
        known = intake or (contents.latest(Intake) if contents is not None else None)
        if known is None:
            return ScreenFacts(occasion=occasion)
        return ScreenFacts(
            occasion=occasion,
            injured=known.injured,
            days_since_injury=known.days_since_injury(self._reader.today()),
            age=known.age,
            intoxicated=known.intoxicated,
            numb_feet=known.numb_feet,
            other_injury=known.other_injury,
        )

    def questions(
        self, occasion: Occasion, answers: Answers, facts: ScreenFacts | None = None
    ) -> tuple[Question | Escalation, ...]:
        """Return the questions that apply, in order; those that hang on an answer appear once it is given."""
        from ankle_coach.domain.safety_screen import questions_for  # noqa: PLC0415 - loads with the rules

        return questions_for(self.content.screen, facts or self.facts(occasion), answers)

    def check(self, occasion: Occasion, answers: Answers, facts: ScreenFacts | None = None) -> ScreenResult:
        """Judge answers without keeping anything."""
        from ankle_coach.domain.safety_screen import screen  # noqa: PLC0415 - loads with the rules

        return screen(self.content.screen, answers, facts or self.facts(occasion))

    def save_screen(
        self,
        occasion: Occasion,
        answers: Answers,
        *,
        facts: ScreenFacts | None = None,
        session: str = "",
        side: Side | None = None,
    ) -> Screened:
        """Keep a screen and the flags that it raises.

        Args:
            occasion: Why it was asked.
            answers: The answers; an open question is not among them.
            facts: What is known of the person; None for what the intake says.
            session: Id of the session record that it ended; empty for none.
            side: The side that it is about.

        Raises:
            NotFoundError: If there is nobody yet.
        """
        from ankle_coach.domain.screen_record import ScreenRecord  # noqa: PLC0415 - loads with the rules

        result = self.check(occasion, answers, facts)
        flags = self.raise_findings(result.findings, side)
        record = ScreenRecord(
            id=new_id(),
            occasion=occasion,
            entered=self._reader.moment(),
            answers=dict(answers),
            unanswered=result.unanswered,
            flags=tuple(flag.id for flag in flags),
            session=session,
        )
        self._reader.keep(record, record.id)
        return Screened(
            record=record,
            result=result,
            flags=flags,
            closing=self.closing(result),
            changes=Changes.SAFETY | Changes.DECISIONS,
        )

    def closing(self, result: ScreenResult) -> str:
        """Return what is said at the end of a screen without a flag; empty where there is a flag."""
        if result.findings:
            return ""
        cards = self.content.cards
        return cards.clear_screen if result.complete else cards.incomplete_screen

    def screens(self) -> tuple[ScreenRecord, ...]:
        """Return all screens, oldest first."""
        from ankle_coach.domain.screen_record import ScreenRecord  # noqa: PLC0415 - loads with the rules

        contents = self._reader.contents()
        return contents.of(ScreenRecord) if contents is not None else ()

    def next_screen(self) -> date | None:
        """Return the training day of the next weekly screen, today where it is due; None without a plan.

        A screen with open questions does not put it off. After a pop at a sprain it comes earlier, on the
        fourth day after the injury, to ask whether it is clearly better (clinical.md §4.2, R26).
        """
        contents = self._reader.contents()
        today = self._reader.today()
        if contents is None or not contents.plans:
            return None
        complete = [screen.entered.training_day for screen in self.screens() if screen.complete]
        first = contents.plans[0].starts_on
        due = max(complete, default=first) + timedelta(days=int(SCREEN_DAYS.value))
        again = self._look_again()
        return max(due if again is None else min(due, again), today)

    def _look_again(self) -> date | None:
        """Return the day on which an answer asks for another look; None where none does."""
        from ankle_coach.domain.intake import Intake  # noqa: PLC0415 - loads with the rules
        from ankle_coach.domain.safety import ScreenAnswer  # noqa: PLC0415 - as above

        contents = self._reader.contents()
        intake = contents.latest(Intake) if contents is not None else None
        told = [screen.answers for screen in self.screens() if POP in screen.answers]
        if intake is None or intake.injured_on is None or not told:
            return None
        question = self.question(POP)
        better = next(e for e in question.escalations if e.from_day)
        passed = (self._reader.today() - intake.injured_on).days
        if told[-1][POP] is ScreenAnswer.NO or better.id in told[-1] or passed > question.until_day:
            return None
        return intake.injured_on + timedelta(days=better.from_day)

    def is_screen_due(self) -> bool:
        """Say whether the weekly screen is due today."""
        return self.next_screen() == self._reader.today()

    # --- flags and locks ----------------------------------------------------------------------

    def flags(self) -> tuple[Flag, ...]:
        """Return all flags ever raised, oldest first."""
        contents = self._reader.contents()
        return contents.of(Flag) if contents is not None else ()

    def assessments(self) -> tuple[Assessment, ...]:
        """Return all records of what happened, oldest first."""
        contents = self._reader.contents()
        return contents.of(Assessment) if contents is not None else ()

    def locks(self) -> Locks:
        """Return what open flags forbid now."""
        from ankle_coach.domain.locks import locks  # noqa: PLC0415 - loads with the rules

        return locks(self.flags(), self.assessments())

    def raise_findings(self, findings: Iterable[Finding], side: Side | None = None) -> tuple[Flag, ...]:
        """Keep findings as flags; one that an open flag covers already is left out.

        Raises:
            NotFoundError: If there is nobody yet.
        """
        standing = [flag.finding for flag in self.locks().open_flags]
        raised = []
        for finding in findings:
            if any(_covers(open_one, finding) for open_one in standing):
                continue
            flag = Flag(id=new_id(), finding=finding, raised=self._reader.moment(), side=side)
            self._reader.keep(flag, flag.id)
            raised.append(flag)
        return tuple(raised)

    def record(
        self,
        flag_id: str,
        outcome: Outcome,
        *,
        by: RecordedBy | None = None,
        note: str = "",
    ) -> Changes:
        """Record what happened after a flag; "cleared" and "mistaken" end its lock.

        Args:
            flag_id: Id of the flag.
            outcome: What happened.
            by: Who records it; None for who uses the app.
            note: Who saw it and what was said, in own words.

        Raises:
            NotFoundError: If there is no such flag.
        """
        if flag_id not in {flag.id for flag in self.flags()}:
            raise NotFoundError(f"The journal has no flag {flag_id!r}.")
        user = RecordedBy.THERAPIST if self.by_therapist else RecordedBy.PERSON
        assessment = Assessment(
            id=new_id(),
            flag=flag_id,
            recorded=self._reader.moment(),
            outcome=outcome,
            by=by or user,
            note=note,
        )
        self._reader.keep(assessment, assessment.id)
        return Changes.SAFETY | Changes.DECISIONS

    def open_explanations(self) -> tuple[Explanation, ...]:
        """Return what every open flag means, most urgent first."""
        return tuple(self.explain(flag.id) for flag in self.locks().open_flags)

    def explain(self, flag_id: str) -> Explanation:
        """Return what a flag means: what it locks, why, who to see, and what to do meanwhile.

        Raises:
            NotFoundError: If there is no such flag.
        """
        from ankle_coach.domain.locks import last_assessment  # noqa: PLC0415 - loads with the rules
        from ankle_coach.domain.program_texts import referral_source  # noqa: PLC0415 - as above

        flag = next((flag for flag in self.flags() if flag.id == flag_id), None)
        if flag is None:
            raise NotFoundError(f"The journal has no flag {flag_id!r}.")
        finding = flag.finding
        question = self.question(finding.rule)
        lock = next((lock for lock in self.locks().active if lock.flag == flag_id), None)
        screen = self.content.screen
        action, see, meanwhile = (
            str(getattr(referral_source(finding, question, screen, field), field))
            for field in ("action", "see", "meanwhile")
        )
        return Explanation(
            flag=flag,
            lock=lock,
            question=question,
            action=action,
            see=see,
            meanwhile=meanwhile,
            holds_advance=finding.urgency.value != "caution",
            no_plan=finding.no_plan,
            therapist_only=finding.therapist_only,
            last=last_assessment(flag, self.assessments()),
        )

    def question(self, rule: str) -> Question:
        """Return the row of the screen behind a rule; one without a row shares that of its like."""
        screen = self.content.screen
        try:
            return screen.of(rule)
        except KeyError:
            shared = screen.of(WITHOUT_CONTENT.get(rule, "T-steps-back"))
            return msgspec.structs.replace(shared, id=rule)


def _covers(standing: Finding, finding: Finding) -> bool:
    """Say whether an open finding says all that a new one would."""
    return (
        standing.rule == finding.rule
        and standing.urgency.rank <= finding.urgency.rank
        and set(finding.scopes) <= set(standing.scopes)
        and (standing.no_plan or not finding.no_plan)
    )
