"""What the check of figures finds."""

from __future__ import annotations

from ankle_coach.domain.pose import PosePatch, SidePatch, View
from ankle_coach.domain.pose_check import figure_problems
from ankle_coach.domain.pose_figure import (
    Arrow,
    Contact,
    Figure,
    Keyframe,
    Mistake,
    Panel,
    Solver,
    Track,
    TrackKind,
)


def figure(**changes: object) -> Figure:
    return Figure(view=View.SIDE, alt="A person stands.", **changes)  # type: ignore[arg-type]


def test_a_plain_figure_is_fine() -> None:
    assert figure_problems(figure()) == []


def test_a_joint_beyond_its_limit_is_named() -> None:
    found = figure_problems(figure(base=PosePatch(work=SidePatch(ankle=45))))
    assert any(text.startswith("work.ankle: 45 is beyond -50 to 20") for text in found)


def test_a_loaded_ankle_may_bend_further() -> None:
    base = PosePatch(work=SidePatch(ankle=33, knee=40))
    contacts = (Contact("work.sole", by=Solver.ROOT),)
    assert figure_problems(figure(base=base, contacts=contacts)) == []


def test_a_contact_out_of_reach_is_named() -> None:
    found = figure_problems(figure(contacts=(Contact("work.palm", (3000.0, 1000.0)),)))
    assert any("work.palm misses its place" in text for text in found)


def test_an_unknown_anchor_is_named() -> None:
    assert figure_problems(figure(arrows=(Arrow(at="work.nose"),))) == [
        "no part of the body is called 'work.nose'"
    ]
    wrong = Mistake("the nose moves", arrows=(Arrow(at="work.nose"),))
    assert figure_problems(figure(mistake=wrong)) == ["no part of the body is called 'work.nose'"]
    assert figure_problems(figure(contacts=(Contact("work.palm", "wall.face"),))) != []


def test_a_mistake_that_nobody_would_see_is_named() -> None:
    assert figure_problems(figure(mistake=Mistake("slumped"))) == ["mistake: says nothing that is drawn"]
    assert figure_problems(figure(mistake=Mistake("slumped", PosePatch(trunk=20)))) == []


def test_a_row_borrows_its_mistake_from_a_picture_that_has_one() -> None:
    wrong = figure(mistake=Mistake("slumped", PosePatch(trunk=20)))

    def problems(panel: Panel) -> list[str]:
        return figure_problems(figure(panels=(Panel(),), mistake=Mistake("slumped", panel=panel)))

    assert problems(Panel("walk", figure=wrong)) == []
    assert problems(Panel("walk", figure=figure())) == [
        "mistake: the figure 'walk' has no mistake of its own"
    ]
    assert problems(Panel(form="walk")) == ["mistake: its panel names no exercise"]


def test_an_unknown_moment_or_joint_is_named() -> None:
    assert any(
        "'middle' is no moment" in text for text in figure_problems(figure(keys=(Keyframe("middle"),)))
    )
    assert any(
        text.startswith("stills: two moments") for text in figure_problems(figure(stills=("end", "down 2")))
    )
    assert any(text.startswith("stills: two moments") for text in figure_problems(figure(stills=("end",))))
    track = Track(TrackKind.SINE, joint="work.nose", amplitude=2)
    assert any("work.nose" in text for text in figure_problems(figure(tracks=(track,))))
