"""Activities, overall change and scores: sparse lines, and where a change is more than noise."""

from __future__ import annotations

from datetime import timedelta

import pytest

from ankle_coach.domain.activities import Activities, Activity
from ankle_coach.domain.journal import NoAnswer
from ankle_coach.domain.measures import ChangeLine, Measurement, Questionnaire, ScoreEntry, Subscale
from ankle_coach.domain.series_scores import ActivitiesSeries, ScoreSeries, activities_series, score_series
from ankle_coach.domain.sides import Side
from tests.helpers import builders as make
from tests.helpers.builders import MONDAY
from tests.helpers.coach import RULES

CATALOG = RULES.measures
MEAN, CHANGE = CATALOG.of("my-activities"), CATALOG.of("global-change")
FORMS = {form.id: form for form in CATALOG.questionnaire}


def _measured(measure: str, offset: int, value: float) -> Measurement:
    entered = make.moment(MONDAY + timedelta(days=offset))
    return Measurement(id=f"{measure}-{offset}", measure=measure, entered=entered, whole=value)


def _answers(offset: int, **values: int | None) -> Activities:
    items = tuple(Activity(name=name, value=value) for name, value in values.items())
    return Activities(id=f"a{offset}", entered=make.moment(MONDAY + timedelta(days=offset)), items=items)


def _series(*measured: Measurement, answers: tuple[Activities, ...] = ()) -> ActivitiesSeries:
    return activities_series(answers, measured, MEAN, CHANGE)


def test_the_band_lies_two_points_around_the_first_mean_and_within_the_scale() -> None:
    series = _series(_measured("my-activities", 0, 1.5), _measured("my-activities", 14, 6))

    assert series.band is not None
    assert (series.band.low, series.band.high, series.band.size) == (0, 3.5, 2)
    assert series.band.references == ("S63",)


def test_the_band_of_the_overall_change_lies_around_zero() -> None:
    series = _series(_measured("global-change", 0, 1))

    assert series.change_band is not None
    assert (series.change_band.low, series.change_band.high) == (-2, 2)
    assert series.mean is None
    assert series.band is None


def test_an_activity_left_out_is_missing_and_one_that_came_later_begins_later() -> None:
    series = _series(answers=(_answers(0, stairs=3), _answers(14, stairs=None, garden=0)))

    assert [(line.key, [p.value for p in line.points]) for line in series.activities] == [
        ("stairs", [3.0, NoAnswer.MISSING]),
        ("garden", [0.0]),
    ]


def test_nothing_answered_is_an_empty_series() -> None:
    assert _series() == ActivitiesSeries()


def _score(form: str, score: str, offset: int, value: float, side: Side = Side.BOTH) -> ScoreEntry:
    entered = make.moment(MONDAY + timedelta(days=offset))
    return ScoreEntry(
        id=f"{form}{score}{offset}{side}",
        questionnaire=form,
        score=score,
        entered=entered,
        value=value,
        side=side,
    )


def _lines(series: ScoreSeries) -> list[tuple[float, bool, int]]:
    return [(line.value, line.better, len(line.changes)) for line in series.change_lines()]


def test_only_scores_with_an_entry_are_drawn_and_each_side_has_its_line() -> None:
    entries = [_score("cait", "total", 0, 17, Side.RIGHT), _score("cait", "total", 0, 28, Side.LEFT)]

    (series,) = score_series(CATALOG.questionnaire, entries)

    assert (series.questionnaire.id, series.subscale.id) == ("cait", "total")
    assert {line.side: line.first for line in series.lines} == {Side.LEFT: 28, Side.RIGHT: 17}


def test_the_changes_of_the_sore_side_are_looked_at() -> None:
    entries = [_score("cait", "total", 0, 28, Side.LEFT), _score("cait", "total", 0, 17, Side.RIGHT)]

    (series,) = score_series(CATALOG.questionnaire, entries, Side.RIGHT)

    assert series.judged.side is Side.RIGHT
    assert [round(line.value, 2) for line in series.change_lines()] == [20, 14, 20.08, 13.92]


def test_changes_of_the_same_size_share_a_line_from_the_first_score() -> None:
    (series,) = score_series(
        CATALOG.questionnaire, [_score("lefs", "total", 0, 51), _score("lefs", "total", 40, 70)]
    )

    assert _lines(series) == [(60, True, 2), (42, False, 2)]


def test_a_line_out_of_the_range_of_the_score_is_not_drawn() -> None:
    (series,) = score_series(CATALOG.questionnaire, [_score("lefs", "total", 0, 75)])

    assert _lines(series) == [(66, False, 2)]


def test_where_lower_is_better_the_line_below_is_the_better_one() -> None:
    (series,) = score_series(CATALOG.questionnaire, [_score("tendins-a", "total", 0, 50)])

    assert _lines(series) == [(62, False, 1), (38, True, 1)]


@pytest.mark.parametrize(("score", "sizes"), [("adl", [5.7, 8]), ("sports", [12.3, 9])])
def test_a_subscale_has_the_lines_that_are_about_it(score: str, sizes: list[float]) -> None:
    (series,) = score_series(CATALOG.questionnaire, [_score("faam", score, 0, 50)])

    assert [change.value for change in series.changes] == sizes


def test_a_change_line_of_an_unknown_subscale_is_refused() -> None:
    with pytest.raises(ValueError, match="change_lines must name a score of q, not 'z'"):
        Questionnaire(
            id="q",
            name="Q",
            abbreviation="Q",
            scores=(Subscale(id="total", name="Total"),),
            references=("DD",),
            change_lines=(ChangeLine(text="x", value=1, references=("DD",), score="z"),),
        )
