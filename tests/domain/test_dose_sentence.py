"""How doses read."""

from __future__ import annotations

import pytest

from ankle_coach.domain.dose import (
    Dose,
    Duration,
    Hold,
    Intervals,
    Reps,
    Sequence,
    SequenceItem,
    Tempo,
    Timer,
    Tracing,
)
from ankle_coach.domain.dose_sentence import dose_sentence
from ankle_coach.domain.movement import Activity, Motion
from ankle_coach.domain.sides import Side, SideMode
from ankle_coach.domain.words import PLAIN_WORDS
from ankle_coach.i18n import translator
from tests.helpers.coach import LIBRARY

RAISES = Reps(sets=3, reps=12, tempo=Tempo(up=2, hold=1, down=3), rest_sets=60)


@pytest.mark.parametrize(
    ("dose", "mode", "affected", "sentence"),
    [
        pytest.param(
            Dose(blocks=(RAISES,)),
            SideMode.EACH,
            None,
            "3 sets of 12, up 2 s, hold 1 s, down 3 s, each side, rest 60 s",
            id="raises",
        ),
        pytest.param(
            Dose(blocks=(RAISES,)),
            SideMode.AFFECTED,
            Side.LEFT,
            "3 sets of 12, up 2 s, hold 1 s, down 3 s, left side, rest 60 s",
            id="one side",
        ),
        pytest.param(
            Dose(blocks=(Reps(sets=1, reps=1, motion=Motion.PUSH, tempo=Tempo(up=2, down=2)),)),
            SideMode.BOTH,
            None,
            "1 set of 1, push 2 s, back 2 s",
            id="singular",
        ),
        pytest.param(
            Dose(blocks=(Hold(sets=1, holds=3, seconds=30),)), SideMode.BOTH, None, "3 holds of 30 s"
        ),
        pytest.param(
            Dose(blocks=(Reps(sets=2, reps=15),)), SideMode.BOTH, None, "2 sets of 15, at your own pace"
        ),
        pytest.param(
            Dose(
                blocks=(
                    Intervals(
                        rounds=6, work=60, easy=240, work_activity=Activity.RUN, easy_activity=Activity.WALK
                    ),
                )
            ),
            SideMode.BOTH,
            None,
            "6 rounds of run 60 s, walk 4 min",
        ),
        pytest.param(
            Dose(blocks=(Timer(seconds=900, maximum=1200),)), SideMode.BOTH, None, "15 min, never over 20 min"
        ),
        pytest.param(
            Dose(blocks=(Tracing(passes=2, seconds_per_letter=3),)),
            SideMode.EACH,
            None,
            "2 times through 26 letters, print, 3 s a letter, each side",
        ),
        pytest.param(
            Dose(
                blocks=(Duration(seconds=60),),
                left=(Duration(seconds=30),),
            ),
            SideMode.EACH,
            Side.LEFT,
            "Left: 30 s; Right: 60 s",
            id="own dose of a side",
        ),
    ],
)
def test_a_dose_reads_as_one_sentence(
    dose: Dose, mode: SideMode, affected: Side | None, sentence: str
) -> None:
    assert dose_sentence(dose, mode, affected, PLAIN_WORDS) == sentence


def test_a_sequence_names_its_exercises() -> None:
    item = SequenceItem(exercise="mob-pumps", dose=Dose(blocks=(Duration(seconds=30),)))
    dose = Dose(blocks=(Sequence(items=(item, item)),))

    assert dose_sentence(
        dose, SideMode.BOTH, None, PLAIN_WORDS, {"mob-pumps": "Ankle pumps"}.__getitem__
    ) == ("Ankle pumps: 30 s; Ankle pumps: 30 s")


@pytest.mark.parametrize("name", sorted(LIBRARY.exercises))
def test_every_word_of_a_default_dose_goes_through_the_translator(name: str) -> None:
    level = LIBRARY.exercise(name).default
    pseudo = translator("qps")
    sentence = dose_sentence(level.dose, level.side_mode, None, pseudo, pseudo.gettext)

    assert sentence != dose_sentence(level.dose, level.side_mode, None, PLAIN_WORDS)
    assert "[" in sentence
