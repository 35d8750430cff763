"""The Journal's chart cards over the sample and over single records: what they say around their charts."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from datetime import date, timedelta
from typing import Any, TypeVar

import pytest
from PySide6.QtWidgets import QComboBox, QPushButton, QToolButton, QWidget
from pytestqt.qtbot import QtBot

from ankle_coach.domain.journal import NoAnswer
from ankle_coach.domain.measures import Measurement, ScoreEntry
from ankle_coach.domain.running import RunRecord
from ankle_coach.domain.settings import Units
from ankle_coach.domain.sides import Side
from ankle_coach.domain.words import Words
from ankle_coach.services.sample_data import sample_journal
from ankle_coach.ui.chart_view import ChartView
from ankle_coach.ui.dialogs.evidence_dialog import EvidenceDialog
from ankle_coach.ui.theme import Theme
from ankle_coach.ui.widgets.chart_card import ChartCard
from ankle_coach.ui.widgets.chip import EvidenceChip
from ankle_coach.ui.widgets.journal_activities_card import JournalActivitiesCard
from ankle_coach.ui.widgets.journal_events_card import JournalEventsCard
from ankle_coach.ui.widgets.journal_ladder_card import JournalLadderCard
from ankle_coach.ui.widgets.journal_morning_card import JournalMorningCard
from ankle_coach.ui.widgets.journal_pain_card import JournalPainCard
from ankle_coach.ui.widgets.journal_phase_card import JournalPhaseCard
from ankle_coach.ui.widgets.journal_response_card import JournalResponseCard
from ankle_coach.ui.widgets.journal_running_card import JournalRunningCard
from ankle_coach.ui.widgets.journal_scores_card import JournalScoresCard
from ankle_coach.ui.widgets.journal_sides_card import JournalSidesCard
from ankle_coach.ui.widgets.segmented_control import SegmentedControl
from tests.helpers import builders as make
from tests.helpers.builders import MONDAY, PERSON
from tests.helpers.coach import LIBRARY, FakeCoach
from tests.helpers.widgets import child, label, texts

C = TypeVar("C", bound=ChartCard)
Show = Callable[[Any, FakeCoach], Any]


def _view(coach: FakeCoach, days: tuple[date, date] | None = None, units: Units = Units.METRIC) -> ChartView:
    overview = coach.services.journal.overview()
    limits = min(overview.first_day, MONDAY - timedelta(days=83)), MONDAY + timedelta(days=6)
    return ChartView(overview, coach.services.charts, limits, days or limits, (), units)


@pytest.fixture
def sample() -> FakeCoach:
    """The eight weeks of the sample."""
    coach = FakeCoach()
    sample_journal(coach.journal, LIBRARY, coach.services.journal.today(), coach.clock.offset())
    return coach


@pytest.fixture
def show(qtbot: QtBot) -> Iterator[Show]:
    """Fills a card and puts it on the screen."""
    cards: list[QWidget] = []

    def shown(card: ChartCard, coach: FakeCoach) -> ChartCard:
        card.resize(820, 700)
        qtbot.addWidget(card)
        card.show()
        card.show_view(_view(coach))
        cards.append(card)
        return card

    yield shown
    for card in cards:
        card.hide()


def _bare() -> FakeCoach:
    coach = FakeCoach()
    coach.journal.save_person(make.person())
    coach.journal.save_plan(PERSON, make.plan(starts_on=MONDAY - timedelta(days=30)))
    return coach


def test_the_usual_morning_is_a_line_in_the_pain_chart(
    show: Show, sample: FakeCoach, theme: Theme, words: Words
) -> None:
    card: JournalPainCard = show(JournalPainCard(theme, words), sample)

    assert card.plot is not None
    assert "Usual morning" in card.plot._legend.words
    assert card.plot.usual_morning(MONDAY) is not None
    assert card.plot.usual_morning(MONDAY - timedelta(days=300)) is None
    assert "; usual morning " in card.plot.readout(MONDAY - timedelta(days=3))


def test_the_response_card_counts_the_sessions_of_the_days_shown(
    show: Show, sample: FakeCoach, theme: Theme, words: Words
) -> None:
    card: JournalResponseCard = show(JournalResponseCard(theme, words), sample)
    whole = label(card, "card_subtitle").text()

    card.show_range(MONDAY - timedelta(days=300), MONDAY - timedelta(days=200))

    assert "settled by the next morning, 1 rose" in whole
    assert label(card, "card_subtitle").text() == "No session of these days has both answers."


def test_the_morning_card_says_what_the_check_of_the_week_found(
    show: Show, sample: FakeCoach, theme: Theme, words: Words
) -> None:
    card = show(JournalMorningCard(theme, words), sample)

    said = label(card, "week_check").text()
    assert said.startswith("Week to Mar 1, against the week before: pain ")
    assert "No rise that holds the plan back." in said
    assert label(card, "steps_caption").text().startswith("Pain of the first steps")


def test_where_first_steps_are_not_asked_the_morning_s_pain_stands_there(
    show: Show, theme: Theme, words: Words
) -> None:
    coach = _bare()
    asked = {"first_step": NoAnswer.NOT_ASKED, "stiff_minutes": NoAnswer.NOT_ASKED}
    coach.journal.save_check_in(PERSON, make.check_in(MONDAY - timedelta(days=10), **asked))

    card = show(JournalMorningCard(theme, words), coach)

    assert label(card, "steps_caption").text().startswith("Pain in the morning")
    assert label(card, "stiffness_caption").isHidden()
    assert "no result, it takes 4 check-ins in each of two weeks" in label(card, "week_check").text()


def test_the_ladder_card_shows_the_exercise_that_is_chosen_and_says_its_steps(
    show: Show, sample: FakeCoach, theme: Theme, words: Words
) -> None:
    card: JournalLadderCard = show(JournalLadderCard(theme, words, LIBRARY), sample)
    which = child(card, QComboBox, "ladder_exercise")
    assert which.currentText() == "Two-leg calf raise"

    which.setCurrentIndex(which.findText("Band turn-out (eversion)"))
    assert card.chosen is not None
    card.show_view(_view(sample))

    assert card.chosen.exercise.id == "str-band-ev"
    day = card.chosen.days[1]
    said = card.plots[0].readout(day)
    assert "3 sets of 14" in said
    assert "light band" in said
    assert said.endswith("; Step forward")
    assert label(card, "amount_caption").text() == "Repetitions in a session, each side"
    assert any("(until " in which.itemText(row) for row in range(which.count()))


def _with_runs() -> FakeCoach:
    coach = _bare()
    for offset, meters in ((-9, 5000.0), (-2, 8000.0)):
        run = RunRecord(
            id=f"run{offset}",
            started=make.moment(MONDAY + timedelta(days=offset)),
            seconds=1800,
            meters=meters,
            pain_during=1,
            pain_after=NoAnswer.MISSING,
        )
        coach.services.reader.keep(run, run.id, run.started)
    return coach


def test_the_running_card_says_a_week_in_words_and_never_that_it_is_safe(
    show: Show, theme: Theme, words: Words
) -> None:
    card: JournalRunningCard = show(JournalRunningCard(theme, words), _with_runs())
    assert card.plot is not None

    said = card.plot.readout(MONDAY - timedelta(days=7)).replace("\u00a0", " ")

    assert said.startswith("Week of Feb 23: 1 run; 8.0 km; longest 8.0 km; pain 1; next morning no answer")
    assert "a run 60 % longer than the longest of the 30 days before" in said
    assert "safe" not in texts(card)
    assert "a week without a flag is no promise" in label(card, "running_note").text()


def test_bars_are_in_miles_or_in_minutes_as_chosen(show: Show, theme: Theme, words: Words) -> None:
    coach = _with_runs()
    card: JournalRunningCard = show(JournalRunningCard(theme, words), coach)
    card.show_view(_view(coach, units=Units.US))
    assert label(card, "running_axis").text().startswith("Left: mi a week")

    child(card, SegmentedControl, "running_what").set_current("time")

    assert label(card, "running_axis").text().startswith("Left: minutes a week")
    assert card.plot is not None
    assert "30 min" in card.plot.readout(MONDAY - timedelta(days=7))


def test_the_sides_card_says_how_each_test_stands_and_what_the_phase_asks_for(
    show: Show, sample: FakeCoach, theme: Theme, words: Words
) -> None:
    card: JournalSidesCard = show(JournalSidesCard(theme, words), sample)

    first = label(card, "sides_standing").text().split("\n")[0]
    assert first.startswith("Single-leg calf raises, ")
    assert first.endswith("The phase asks for 90 % of the other side.")
    child(child(card, SegmentedControl, "sides_test"), QToolButton, "choice_knee-to-wall-cm").click()
    assert label(card, "sides_axis").text().startswith("Centimeters")
    assert card.plot is not None
    assert card.plot.series is not None
    assert card.plot.series.measure.id == "knee-to-wall-cm"


def test_a_test_without_a_result_says_so(show: Show, theme: Theme, words: Words) -> None:
    coach = _bare()
    coach.services.measurements.save(
        Measurement(id="m", measure="knee-to-wall-cm", entered=make.moment(), left=10, right=9)
    )
    card = show(JournalSidesCard(theme, words), coach)
    assert label(card, "sides_later").isHidden()

    child(card, SegmentedControl, "sides_test").set_current("single-leg-raise-count")

    assert label(card, "sides_later").text() == "This test has no result yet."


def test_the_band_of_noise_has_its_sources(show: Show, sample: FakeCoach, theme: Theme, words: Words) -> None:
    card = show(JournalActivitiesCard(theme, words, LIBRARY), sample)

    assert "A change of less than 2 points" in label(card, "sources_sentence").text()
    chips = card.findChildren(EvidenceChip)
    assert len(chips) == 2
    chips[0].click()
    dialog = child(card, EvidenceDialog)
    assert dialog.isVisible()
    dialog.reject()


def test_a_score_is_drawn_with_its_lines_words_and_sources(show: Show, theme: Theme, words: Words) -> None:
    coach = _bare()
    for day, value, side in ((-40, 17.0, Side.RIGHT), (-2, 23.0, Side.RIGHT), (-40, 28.0, Side.LEFT)):
        moment = make.moment(MONDAY + timedelta(days=day))
        entry = ScoreEntry(
            id=f"{day}{side}", questionnaire="cait", score="total", entered=moment, value=value, side=side
        )
        coach.services.reader.keep(entry, entry.id, moment)

    card: JournalScoresCard = show(JournalScoresCard(theme, words, LIBRARY), coach)

    assert label(card, "score_axis").text() == (
        "Cumberland Ankle Instability Tool, 0 to 30, higher is better"
    )
    assert card.plot is not None
    assert card.plot.legend.words == ("Left", "Right")
    assert [level.word for level in card.plot.levels] == ["3.08 better", "", "3 worse", ""]
    assert "from the first score of Right" in label(card, "sources_sentence").text()
    assert "Minimal detectable change: 3.08 points" in label(card, "sources_sentence").text()
    assert card.findChild(QToolButton, "evidence_S60") is not None


def test_the_strip_says_what_a_flag_was_and_when_its_lock_was_lifted(
    show: Show, sample: FakeCoach, theme: Theme, words: Words
) -> None:
    card: JournalEventsCard = show(JournalEventsCard(theme, words), sample)
    assert card.plot is not None
    flag = next(e for e in sample.services.charts.events() if e.lane.value == "red-flag")

    said = card.plot.readout(flag.day)

    assert "Is the pain getting worse, or is it persistent or severe after runs?" in said
    assert "locked from " in said
    assert ", lifted on " in said
    assert card.plot.legend.words == (
        "Swelling, mild to severe",
        "Asked, none",
        "Gave way",
        "Flag that locks",
        "Locked",
        "Ice",
    )


def test_the_phase_s_checklist_shows_and_changes_nothing(
    qtbot: QtBot, sample: FakeCoach, theme: Theme, words: Words
) -> None:
    measures = {measure.id: measure for measure in sample.services.charts.catalog.measure}
    card = JournalPhaseCard(sample.services.phases, lambda: measures, theme, words)
    qtbot.addWidget(card)
    card.show_view(_view(sample))
    card.show_view(_view(sample))

    assert "Phase: Strength" in texts(card)
    assert card.findChild(QPushButton, "next_phase_button") is None
