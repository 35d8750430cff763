"""Every row of the screen (clinical.md §4.1, §4.2): what its answer means; nothing missing is good news."""

from __future__ import annotations

from typing import Any

import pytest

from ankle_coach.content.safety_files import load_safety
from ankle_coach.domain.safety import Finding, Scope, ScreenAnswer, Urgency
from ankle_coach.domain.safety_content import Escalation, FlaggedBy, Occasion, Question
from ankle_coach.domain.safety_screen import ScreenFacts, ScreenResult, questions_for, screen

CONTENT = load_safety().screen
YES, NO, UNSURE = ScreenAnswer.YES, ScreenAnswer.NO, ScreenAnswer.UNSURE
LOADING, CALF = Scope.ALL_LOADING, Scope.CALF_WORK
WALKING_WELL = {"O5": YES, "O5-then": YES}


def injured(**fields: Any) -> ScreenFacts:
    """An adult with a twist two days ago, of whom everything is known."""
    known = {
        "injured": True,
        "days_since_injury": 2,
        "age": 30,
        "intoxicated": False,
        "numb_feet": False,
        "other_injury": False,
    }
    return ScreenFacts(**{**known, **fields})


def judge(answers: dict[str, ScreenAnswer], facts: ScreenFacts | None = None) -> ScreenResult:
    return screen(CONTENT, answers, facts or ScreenFacts(injured=False))


def found(result: ScreenResult, rule: str) -> Finding:
    (finding,) = [finding for finding in result.findings if finding.rule == rule]
    return finding


def all_clear(facts: ScreenFacts) -> dict[str, ScreenAnswer]:
    """The answer that flags nothing to every question that applies."""
    answers: dict[str, ScreenAnswer] = {}
    for question in questions_for(CONTENT, facts, answers):
        answers[question.id] = YES if question.flagged_by is FlaggedBy.NO else NO
    answers["O5-then"] = YES
    return {key: value for key, value in answers.items() if key in {q.id for q in CONTENT.question}}


ROWS = [
    ("R01", {"R01": YES}, "urgent", {LOADING, Scope.MASSAGE}),
    ("R02", {"R02": YES}, "emergency", {LOADING, Scope.MASSAGE}),
    ("R03", {"R03": YES}, "emergency", {LOADING, Scope.MASSAGE, Scope.ICE}),
    ("R04", {"R04": YES}, "urgent", {LOADING, Scope.MASSAGE, Scope.ICE}),
    ("R04", {"R04": YES, "R04-injury": YES}, "emergency", {LOADING, Scope.MASSAGE, Scope.ICE}),
    ("R04", {"R04": YES, "R04-spine": YES}, "emergency", {LOADING, Scope.MASSAGE, Scope.ICE}),
    ("R04", {"R04": YES, "R04-injury": NO, "R04-spine": NO}, "urgent", {LOADING, Scope.MASSAGE, Scope.ICE}),
    ("R05", {"R05": YES}, "emergency", {LOADING, Scope.MASSAGE, Scope.ICE}),
    ("R06", {"R06": YES}, "emergency", {LOADING, Scope.MASSAGE, Scope.ICE}),
    ("R07", {"R07": YES}, "urgent", {LOADING, Scope.MASSAGE}),
    ("R08", {"R08": YES}, "emergency", {LOADING, Scope.MASSAGE}),
    ("R09", {"R09": YES}, "urgent", {LOADING, Scope.MASSAGE}),
    ("R10", {"R10": YES}, "emergency", {LOADING, Scope.MASSAGE}),
    ("R11", {"R11": YES}, "emergency", {LOADING, Scope.MASSAGE, Scope.ICE}),
    ("R12", {"R12": YES}, "pause", {LOADING}),
    ("R12", {"R12": YES, "R12-limp": YES}, "urgent", {LOADING}),
    ("R13", {"R12": YES, "R13": YES}, "urgent", {LOADING, Scope.MASSAGE}),
    ("R14", {"R14": YES}, "pause", {LOADING}),
    ("R14", {"R14": YES, "R01": YES}, "urgent", {LOADING}),
    ("R15", {"R15": YES}, "pause", {LOADING}),
    ("R16", {"R16": YES}, "advise", set()),
    ("R17", {"R17": YES}, "advise", set()),
    ("R17", {"R17": YES, "R17-rest": YES}, "pause", {LOADING}),
    ("R18", {"R18": YES}, "advise", {Scope.PLYOMETRICS_AND_RUNNING}),
    ("R18", {"R18": YES, "R18-new": YES}, "pause", {LOADING, Scope.PLYOMETRICS_AND_RUNNING}),
    ("R19", {"R19": YES}, "advise", set()),
    ("R20", {"R20": YES}, "pause", {LOADING}),
    ("R21", {"R21": YES}, "pause", {LOADING}),
    ("R22", {"R22": YES}, "urgent", {LOADING, Scope.MASSAGE, Scope.ICE}),
    ("R23", {"R23": YES}, "pause", {CALF}),
    ("R24", {"R24": YES}, "pause", {LOADING}),
    ("R25-pregnancy", {"R25-pregnancy": YES}, "caution", set()),
    ("R25-heart", {"R25-heart": YES}, "advise", set()),
    ("R25-osteoporosis", {"R25-osteoporosis": YES}, "advise", {Scope.PLYOMETRICS}),
    ("R25-energy", {"R25-energy": YES}, "advise", set()),
]


@pytest.mark.parametrize(
    ("rule", "answers", "urgency", "scopes"),
    ROWS,
    ids=[f"{rule}-{len(answers)}-{urgency}" for rule, answers, urgency, _ in ROWS],
)
def test_a_red_flag_has_the_urgency_and_the_scope_of_its_row(
    rule: str, answers: dict[str, ScreenAnswer], urgency: str, scopes: set[Scope]
) -> None:
    finding = found(judge(answers), rule)
    assert (finding.urgency, set(finding.scopes)) == (Urgency(urgency), scopes)


OTTAWA: list[tuple[str, dict[str, ScreenAnswer], dict[str, Any], str]] = [
    ("O1", {"O0": YES, "O1": YES}, {}, "urgent"),
    ("O2", {"O0": YES, "O2": YES}, {}, "urgent"),
    ("O3", {"O0": YES, "O3": YES}, {}, "urgent"),
    ("O4", {"O0": YES, "O4": YES}, {}, "urgent"),
    ("O5", {"O5": NO, "O5-then": NO}, {}, "urgent"),
    ("O5", {"O5": NO, "O5-then": YES}, {}, "urgent"),
    ("O1", {"O0": YES, "O1": YES}, {"days_since_injury": 10}, "urgent"),
    ("O1", {"O0": YES, "O1": YES}, {"days_since_injury": 11}, "pause"),
    ("O5", {"O5": NO}, {"days_since_injury": 11}, "urgent"),
    ("O-late", WALKING_WELL, {"days_since_injury": 11}, "advise"),
    ("O-unreliable", WALKING_WELL, {"age": 17}, "pause"),
    ("O-unreliable", WALKING_WELL, {"intoxicated": True}, "pause"),
    ("O-unreliable", WALKING_WELL, {"numb_feet": True}, "pause"),
    ("O-unreliable", WALKING_WELL, {"other_injury": True}, "pause"),
    ("O-unreliable", {"O0": YES, "O2": YES}, {"age": 17}, "urgent"),
]


@pytest.mark.parametrize(
    ("rule", "answers", "facts", "urgency"),
    OTTAWA,
    ids=[f"{rule}-{urgency}-{'-'.join(facts)}-{len(answers)}" for rule, answers, facts, urgency in OTTAWA],
)
def test_the_ankle_rules_and_their_limits(
    rule: str, answers: dict[str, ScreenAnswer], facts: dict[str, Any], urgency: str
) -> None:
    assert found(judge(answers, injured(**facts)), rule).urgency is Urgency(urgency)


@pytest.mark.parametrize(
    ("rule", "facts"),
    [
        ("O-late", {"days_since_injury": 10}),
        ("O-unreliable", {"age": 18}),
        ("O-late", {"days_since_injury": 3}),
    ],
)
def test_within_the_limits_the_ankle_rules_add_nothing(rule: str, facts: dict[str, Any]) -> None:
    result = judge(WALKING_WELL, injured(**facts))
    assert rule not in {finding.rule for finding in result.findings}


def test_O0_leads_to_the_bone_points_and_a_no_leaves_them_out() -> None:
    facts = injured()
    asked_after = {
        answer: {q.id for q in questions_for(CONTENT, facts, {"O0": answer})} for answer in (YES, UNSURE, NO)
    }
    points = {"O1", "O2", "O4"}
    assert points <= asked_after[YES]
    assert points <= asked_after[UNSURE]
    assert not points & asked_after[NO]
    assert found(judge({"O0": YES, "O1": YES}, facts), "O1").because == ("O1",)
    assert not judge({"O0": NO, "O1": YES}, facts).findings


def test_a_sore_bone_counts_although_the_question_before_it_was_left_out() -> None:
    result = judge({"O1": YES}, injured())
    assert found(result, "O1").urgency is Urgency.URGENT
    assert "O0" in result.unanswered


def test_O3_is_asked_without_a_twist_too_for_it_may_be_bone_stress() -> None:
    assert found(judge({"O3": YES}), "O3").urgency is Urgency.URGENT


def test_O5_steps_right_after_but_not_now_are_still_urgent() -> None:
    assert judge({"O5-then": YES, "O5": NO}, injured()).urgency is Urgency.URGENT
    assert judge({"O5-then": NO, "O5": YES}, injured()).urgency is None


@pytest.mark.parametrize(
    ("days", "answer", "urgency"),
    [
        (3, None, "caution"),
        (3, NO, "caution"),
        (4, None, "caution"),
        (4, NO, "pause"),
        (5, NO, "pause"),
        (4, UNSURE, "pause"),
        (5, YES, "caution"),
        (None, NO, "pause"),
    ],
    ids=lambda value: f"R26-{value}",
)
def test_a_pop_is_looked_at_again_after_four_to_five_days(
    days: int | None, answer: ScreenAnswer | None, urgency: str
) -> None:
    answers = {"R26": YES} if answer is None else {"R26": YES, "R26-better": answer}
    result = judge(answers, injured(days_since_injury=days))
    assert found(result, "R26").urgency is Urgency(urgency)
    assert ("R26-better" in result.unanswered) == (answer is None and days == 4)


@pytest.mark.parametrize(
    ("days", "asked"), [(4, True), (14, True), (15, False), (None, False)], ids=lambda value: f"R26-{value}"
)
def test_the_weekly_screen_asks_about_a_pop_in_the_first_two_weeks(days: int | None, asked: bool) -> None:
    weekly = injured(occasion=Occasion.WEEKLY, days_since_injury=days)
    assert ("R26" in {q.id for q in questions_for(CONTENT, weekly, {})}) is asked


ESCALATIONS = [(q, e) for q in CONTENT.question for e in q.escalations]


@pytest.mark.parametrize(("question", "escalation"), ESCALATIONS, ids=[e.id for _, e in ESCALATIONS])
def test_unsure_of_what_makes_it_more_urgent_counts_except_for_an_emergency(
    question: Question, escalation: Escalation
) -> None:
    answers = {question.id: YES, escalation.id: UNSURE}
    finding = found(judge(answers, injured(days_since_injury=4)), question.id)
    softened = escalation.urgency is Urgency.EMERGENCY
    assert finding.urgency is (question.urgency if softened else escalation.urgency)
    assert (escalation.id in finding.because) is not softened
    assert finding.no_plan is (question.no_plan or escalation.no_plan)


def test_R24_age_and_R12_bone_stress_make_no_plan_until_a_therapist_says_so() -> None:
    for rule in ("R12", "R24"):
        finding = found(judge({rule: YES}), rule)
        assert (finding.no_plan, finding.therapist_only) == (True, True)


NO_PLAN = {"R12", "R13", "R14", "R15", "R22", "R24"}


def test_only_what_the_rules_exclude_makes_no_plan() -> None:
    assert {q.id for q in CONTENT.question if q.no_plan} == NO_PLAN
    injection = found(judge({"R23": YES, "R23-injection": YES}), "R23")
    assert injection.no_plan
    assert not found(judge({"R23": YES}), "R23").no_plan


def test_R25_low_energy_holds_running() -> None:
    assert found(judge({"R25-energy": YES}), "R25-energy").holds_running
    assert [q.id for q in CONTENT.question if q.holds_running] == ["R25-energy"]


def test_a_missing_answer_never_counts_as_good_news() -> None:
    facts = injured()
    result = judge({}, facts)
    assert not result.complete
    assert {"O0", "O5", "R01", "R12", "R24"} <= set(result.unanswered)
    answers = all_clear(facts)
    assert judge(answers, facts).complete
    for rule in answers:
        without = {key: value for key, value in answers.items() if key != rule}
        assert judge(without, facts).unanswered == (rule,)


def test_a_flagged_question_opens_those_that_hang_on_it() -> None:
    facts = ScreenFacts(injured=False)
    answers = all_clear(facts) | {"R12": YES}
    assert set(judge(answers, facts).unanswered) == {"R12-limp", "R13"}


def test_R14_takes_the_four_steps_from_R01_and_asks_only_where_that_was_left_out() -> None:
    facts = ScreenFacts(injured=False)
    assert "R14-steps" in judge({"R14": YES}, facts).unanswered
    assert "R14-steps" not in judge({"R14": YES, "R01": NO}, facts).unanswered


def test_facts_that_the_ankle_rules_need_are_missed_too() -> None:
    facts = ScreenFacts(injured=True)
    assert set(judge({}, facts).unanswered) >= {"days_since_injury", "age", "intoxicated", "numb_feet"}
    weekly = ScreenFacts(injured=True, occasion=Occasion.WEEKLY)
    assert {name for name in judge({}, weekly).unanswered if not name[0].isupper()} == set()


FLAGGING = [q for q in CONTENT.question if q.asked and q.flagged_by is not FlaggedBy.NEVER]


@pytest.mark.parametrize("question", FLAGGING, ids=lambda question: question.id)
def test_unsure_raises_the_flag_as_well(question: Question) -> None:
    answers = {question.asked_if: YES, question.id: UNSURE} if question.asked_if else {question.id: UNSURE}
    finding = found(judge(answers, injured()), question.id)
    assert finding.unsure
    softened = question.urgency is Urgency.EMERGENCY
    assert finding.urgency is (Urgency.URGENT if softened else question.urgency)


def test_the_most_urgent_finding_comes_first() -> None:
    result = judge({"R16": YES, "R02": YES, "R12": YES})
    assert [finding.rule for finding in result.findings] == ["R02", "R12", "R16"]
    assert result.urgency is Urgency.EMERGENCY


def test_occasions_ask_what_belongs_to_them() -> None:
    weekly = {q.id for q in questions_for(CONTENT, ScreenFacts(occasion=Occasion.WEEKLY), {})}
    stop = {q.id for q in questions_for(CONTENT, ScreenFacts(occasion=Occasion.STOP), {})}
    intake = {q.id for q in questions_for(CONTENT, ScreenFacts(), {})}
    assert {"R01", "R12", "R18"} <= weekly & stop & intake
    assert "R24" in intake - weekly - stop
    assert "O5" in stop & intake - weekly
    assert not {"T-morning", "O-late"} & (intake | weekly | stop)


def test_a_screen_without_findings_has_no_urgency_and_no_word_of_its_own() -> None:
    facts = ScreenFacts(injured=False)
    result = judge(all_clear(facts), facts)
    assert (result.findings, result.urgency, result.complete) == ((), None, True)


def test_a_flag_that_another_answer_makes_more_urgent_names_that_answer() -> None:
    assert found(judge({"R14": YES, "R01": YES}), "R14").because == ("R14", "R01")
    assert found(judge({"R14": YES, "R01": NO}), "R14").because == ("R14",)


def test_an_answer_to_what_is_not_asked_on_the_occasion_raises_nothing() -> None:
    weekly = injured(occasion=Occasion.WEEKLY, days_since_injury=30)
    assert "R26" not in {finding.rule for finding in judge({"R26": YES}, weekly).findings}
    unhurt = ScreenFacts(injured=False)
    hidden = [q for q in CONTENT.question if q.after_injury]
    assert hidden
    for question in hidden:
        assert not judge({question.id: YES}, unhurt).findings


def test_late_after_an_injury_only_a_sore_bone_that_was_asked_for_pauses() -> None:
    late = injured(days_since_injury=12)
    assert found(judge({"O0": NO, "O1": YES, **WALKING_WELL}, late), "O-late").urgency is Urgency.ADVISE
    sore = judge({"O0": YES, "O1": YES, **WALKING_WELL}, late)
    assert {finding.urgency for finding in sore.findings if finding.rule == "O1"} == {Urgency.PAUSE}
