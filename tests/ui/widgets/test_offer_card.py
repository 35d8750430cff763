"""The cards of sessions that are offered show what they are."""

from __future__ import annotations

from ankle_coach.domain.intake import Intake, Onset, Place, WalkPain
from ankle_coach.domain.sides import Side
from ankle_coach.ui.widgets.offer_card import offer_icon
from tests.helpers.story import Story


def test_only_ice_wears_a_snowflake() -> None:
    story = Story()
    story.begin(
        Intake(
            places=(Place.OUTER_ANKLE,),
            onset=Onset.TWIST,
            injured_on=story.today,
            walking=WalkPain.LITTLE,
            affected=Side.RIGHT,
            age=34,
            pain=3,
            swelling=1,
            intoxicated=False,
            numb_feet=False,
            other_injury=False,
        )
    )
    cards = story.services.today.today().cards
    icons = {card.prescriptions[0].exercise: offer_icon(card) for card in cards if card.prescriptions}
    assert icons["rec-ice"] == "ice"
    assert icons["rec-elevation"] == "leg-up"
    assert icons["rec-compression"] == "wrap"
    assert [exercise for exercise, icon in icons.items() if icon == "ice"] == ["rec-ice"]
