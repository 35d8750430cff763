"""Today as it is seen first: in words, so that it can be shown before anything is decided.

What the window shows first is made into these values, whether it was worked out just now or kept by the last
start for this training day.
"""

from __future__ import annotations

from datetime import date

from msgspec import Struct

from ankle_coach.domain.journal import CheckIn
from ankle_coach.domain.morning import MorningField
from ankle_coach.domain.sides import Side


class GlanceTile(Struct, frozen=True, kw_only=True):
    """One exercise of a session.

    Attributes:
        exercise: Its id.
        level: The level that is drawn.
        side: The side that is drawn.
        name: Its name.
        dose: Its dose sentence.
        has_figure: Whether there is a figure of it.
        has_picture: Whether it is an own exercise with a picture, which is shown in place of a figure.
    """

    exercise: str
    level: str
    side: Side
    name: str
    dose: str
    has_figure: bool = False
    has_picture: bool = False


class GlanceCard(Struct, frozen=True, kw_only=True):
    """One session that is planned.

    Attributes:
        session: Its id.
        name: Its name.
        line: How many exercises, how long, with what.
        is_done: Whether nothing of it is left to do today.
        done: When it was done today, and the pain after it; empty where it was not.
        tiles: Its exercises, in order.
    """

    session: str
    name: str
    line: str
    is_done: bool = False
    done: str = ""
    tiles: tuple[GlanceTile, ...] = ()


class GlanceRest(Struct, frozen=True, kw_only=True):
    """What stands there where no session is planned.

    Attributes:
        title: That there is none.
        sentence: Why.
        coming: The next one; empty where none is known.
        is_planless: Whether there is no plan.
    """

    title: str
    sentence: str
    coming: str = ""
    is_planless: bool = False


class Glance(Struct, frozen=True, kw_only=True):
    """The first part of Today: the day, the morning, and what is planned.

    Attributes:
        day: The training day.
        title: The day in words.
        place: Where the plan stands in its program.
        mornings: Each side that the morning asks about, and what was answered about it, or None.
        asked: What the program asks in the morning.
        is_yesterday_missing: Whether yesterday's morning can still be entered.
        affected: The affected side.
        tone: Skin tone of the figures, as the settings count it.
        cards: The planned sessions.
        rest: What stands in their place where there is none.
    """

    day: date
    title: str
    place: str
    mornings: tuple[tuple[Side, CheckIn | None], ...]
    asked: frozenset[MorningField]
    is_yesterday_missing: bool
    affected: Side | None
    tone: int
    cards: tuple[GlanceCard, ...] = ()
    rest: GlanceRest | None = None

    @property
    def has_plan(self) -> bool:
        """Whether there is a plan, and so a morning to ask about."""
        return self.rest is None or not self.rest.is_planless

    @property
    def can_be_kept(self) -> bool:
        """Whether all of it can be shown by itself: an own picture is in the journal."""
        return self.has_plan and not any(tile.has_picture for card in self.cards for tile in card.tiles)

    def shows_same_sessions(self, other: Glance) -> bool:
        """Whether the sessions of another look just as these; an own picture may have become another."""
        same = (self.cards, self.rest, self.affected, self.tone)
        return same == (other.cards, other.rest, other.affected, other.tone) and self.can_be_kept
