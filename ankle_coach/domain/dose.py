"""A dose: typed blocks of work with their rests, per side where the sides differ.

Times are in seconds, distances in meters. Every block checks itself when it is constructed, replaced or
decoded, so that an impossible dose cannot exist. The sentence of a dose is made in `dose_sentence`, its
steps in `steps`, its total time in `dose_time`; a property test holds the three together.
"""

from __future__ import annotations

from msgspec import Struct

from ankle_coach.domain.dose_bounds import MAX_PIECES, check_count, check_seconds
from ankle_coach.domain.movement import Activity, Direction, LetterStyle, Motion
from ankle_coach.domain.sides import Side, SideMode


class Tempo(Struct, frozen=True, forbid_unknown_fields=True):
    """Seconds of the parts of one repetition: up (or out), hold, down (or back) and pause."""

    up: float
    hold: float = 0
    down: float = 0
    pause: float = 0

    def __post_init__(self) -> None:
        """Refuse negative parts and a repetition that takes no time."""
        for name in ("up", "hold", "down", "pause"):
            check_seconds(f"tempo.{name}", getattr(self, name))
        if self.seconds <= 0:
            raise ValueError("tempo must take some time")

    @property
    def seconds(self) -> float:
        """Seconds of one whole repetition."""
        return self.up + self.hold + self.down + self.pause


class _Block(Struct, frozen=True, kw_only=True, forbid_unknown_fields=True, tag_field="type"):
    """What all blocks share: the rests, in seconds, and a variant that tells two blocks of a dose apart.

    Attributes:
        rest_reps: Rest between repetitions or holds of a set.
        rest_sets: Rest between sets.
        rest_sides: Time to change sides.
        variant: Key of a named form, for example ``straight-knee``; empty for none.
    """

    rest_reps: float = 0
    rest_sets: float = 0
    rest_sides: float = 5
    variant: str = ""

    def _check_rests(self) -> None:
        for name in ("rest_reps", "rest_sets", "rest_sides"):
            check_seconds(name, getattr(self, name))


class Reps(_Block, frozen=True, kw_only=True, tag="reps"):
    """Sets of repetitions.

    Attributes:
        sets: Number of sets.
        reps: Repetitions in a set.
        tempo: Parts of a repetition; None where the person keeps their own pace and taps when done.
        motion: Which words go with the tempo.
        rise_seconds: Time to rise with the other leg before each repetition, 0 where that is not done.
        repetition_maximum: The load is chosen so that no more repetitions than these are possible (RM).
        up_to: The repetitions are a limit ("as many as tolerated, up to"), not a target.
    """

    sets: int
    reps: int
    tempo: Tempo | None = None
    motion: Motion = Motion.RAISE
    rise_seconds: float = 0
    repetition_maximum: bool = False
    up_to: bool = False

    def __post_init__(self) -> None:
        """Check counts and times."""
        check_count("sets", self.sets)
        check_count("reps", self.reps)
        check_seconds("rise_seconds", self.rise_seconds)
        if self.rise_seconds and self.tempo is None:
            raise ValueError("rise_seconds needs a tempo")
        self._check_rests()


class Hold(_Block, frozen=True, kw_only=True, tag="hold"):
    """Sets of timed holds.

    Attributes:
        sets: Number of sets.
        holds: Holds in a set.
        seconds: Length of one hold.
        effort_percent: Effort of an isometric press in percent of full effort, None where it is not given.
    """

    sets: int
    holds: int = 1
    seconds: float
    effort_percent: int | None = None

    def __post_init__(self) -> None:
        """Check counts and times."""
        check_count("sets", self.sets)
        check_count("holds", self.holds)
        check_seconds("seconds", self.seconds, positive=True)
        if self.effort_percent is not None and not 1 <= self.effort_percent <= 100:
            raise ValueError(f"effort_percent must be between 1 and 100, not {self.effort_percent}")
        self._check_rests()


class Duration(_Block, frozen=True, kw_only=True, tag="duration"):
    """Work for a time.

    Attributes:
        seconds: Length of one set.
        sets: Number of sets.
        zones: Places that share the time in equal parts (ball massage), in playing order; empty for none.
        activity: What is done.
        effort: Lowest and highest effort on the 0-10 scale (RPE), None where it is not given.
    """

    seconds: float
    sets: int = 1
    zones: tuple[str, ...] = ()
    activity: Activity = Activity.WORK
    effort: tuple[int, int] | None = None

    def __post_init__(self) -> None:
        """Check counts, times and the effort range."""
        check_seconds("seconds", self.seconds, positive=True)
        check_count("sets", self.sets)
        if self.effort is not None and not 0 <= self.effort[0] <= self.effort[1] <= 10:
            raise ValueError(f"effort must be a range within 0 to 10, not {self.effort}")
        self._check_rests()


class Directions(_Block, frozen=True, kw_only=True, tag="directions"):
    """Repetitions in each of several directions, in passes over the sides (the two-pass circle dose).

    In each pass each side does its sets; a set goes through all directions.

    Attributes:
        directions: The directions in playing order.
        reps: Repetitions in each direction.
        seconds: Time of one repetition.
        hold: Hold after each repetition.
        passes: Sets in each pass: ``(2, 1)`` is two sets a side, then one more set a side.
        rest_directions: Rest between two directions of a set.
    """

    directions: tuple[Direction, ...]
    reps: int
    seconds: float
    hold: float = 0
    passes: tuple[int, ...] = (1,)
    rest_directions: float = 0

    def __post_init__(self) -> None:
        """Check counts, times and that there is a direction and a pass."""
        if not self.directions or not self.passes:
            raise ValueError("directions and passes must not be empty")
        check_count("reps", self.reps)
        for sets in self.passes:
            check_count("passes", sets)
        check_seconds("seconds", self.seconds, positive=True)
        check_seconds("hold", self.hold)
        check_seconds("rest_directions", self.rest_directions)
        self._check_rests()


class Tracing(_Block, frozen=True, kw_only=True, tag="tracing"):
    """Passes of the alphabet, letter by letter; `rest_sets` is the rest between passes.

    Attributes:
        passes: Times through the alphabet on each side.
        seconds_per_letter: Time of one letter.
        style: Print or cursive.
        letters: The letters in playing order.
    """

    passes: int
    seconds_per_letter: float
    style: LetterStyle = LetterStyle.PRINT
    letters: str = "ABCDEFGHIJKLMNOPQRSTUVWXYZ"

    def __post_init__(self) -> None:
        """Check counts and times."""
        check_count("passes", self.passes)
        check_seconds("seconds_per_letter", self.seconds_per_letter, positive=True)
        if not self.letters or len(self.letters) > 100:
            raise ValueError("letters must name 1 to 100 letters")
        self._check_rests()


class Intervals(_Block, frozen=True, kw_only=True, tag="intervals"):
    """Rounds of work and easier work; the last round keeps its easier part.

    Attributes:
        rounds: Number of rounds.
        work: Seconds of work in a round.
        easy: Seconds of the easier part of a round; 0 for none.
        work_activity: What the work is.
        easy_activity: What the easier part is.
        cadence_percent: Change of running cadence in percent, 0 for none.
    """

    rounds: int
    work: float
    easy: float = 0
    work_activity: Activity = Activity.WORK
    easy_activity: Activity = Activity.REST
    cadence_percent: int = 0

    def __post_init__(self) -> None:
        """Check counts and times."""
        check_count("rounds", self.rounds)
        check_seconds("work", self.work, positive=True)
        check_seconds("easy", self.easy)
        if not -50 <= self.cadence_percent <= 50:
            raise ValueError(f"cadence_percent must be within 50, not {self.cadence_percent}")
        self._check_rests()


class Distance(_Block, frozen=True, kw_only=True, tag="distance"):
    """Sets of a distance in meters; the person taps when done.

    Attributes:
        sets: Number of sets.
        meters: Length of one set.
    """

    sets: int
    meters: float

    def __post_init__(self) -> None:
        """Check counts and the distance."""
        check_count("sets", self.sets)
        if not 0 < self.meters <= 100_000:
            raise ValueError(f"meters must be above 0 and at most 100000, not {self.meters:g}")
        self._check_rests()


class Checklist(_Block, frozen=True, kw_only=True, tag="checklist"):
    """Things to do and tick, without a time.

    Attributes:
        items: One short instruction each, in order.
    """

    items: tuple[str, ...]

    def __post_init__(self) -> None:
        """Refuse an empty list."""
        if not self.items or not all(item.strip() for item in self.items):
            raise ValueError("items must name at least one thing to do")
        self._check_rests()


class Checkpoint(Struct, frozen=True, forbid_unknown_fields=True):
    """A question that a running timer asks on its way.

    Attributes:
        at: Seconds from the timer's start.
        check: Key of the question, for example ``skin``.
    """

    at: float
    check: str


class Timer(_Block, frozen=True, kw_only=True, tag="timer"):
    """A timer that keeps counting while the computer sleeps (ice, elevation), with a hard stop.

    Attributes:
        seconds: Default length.
        maximum: Hard stop; never less than `seconds`.
        checkpoints: Questions on the way, in order of time.
        activity: What the time is for.
    """

    seconds: float
    maximum: float
    checkpoints: tuple[Checkpoint, ...] = ()
    activity: Activity = Activity.ICE

    def __post_init__(self) -> None:
        """Check that the times are in order."""
        check_seconds("seconds", self.seconds, positive=True)
        check_seconds("maximum", self.maximum, positive=True)
        if self.maximum < self.seconds:
            raise ValueError("maximum must not be less than seconds")
        times = [point.at for point in self.checkpoints]
        if times != sorted(times) or any(not 0 < at < self.maximum for at in times):
            raise ValueError("checkpoints must be in order and inside the timer")
        self._check_rests()


class SequenceItem(Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """One piece of a sequence: an exercise of the library, or an activity such as a walk.

    Attributes:
        exercise: Id of the exercise; empty for a plain activity.
        level: Id of its level; empty for its start level.
        side_mode: How it uses the sides inside this sequence.
        dose: The dose inside this sequence.
    """

    exercise: str = ""
    level: str = ""
    side_mode: SideMode = SideMode.BOTH
    dose: Dose


class Sequence(_Block, frozen=True, kw_only=True, tag="sequence"):
    """Other exercises one after the other: a warm-up or a cool-down that plays as one.

    Attributes:
        items: The pieces in playing order.
    """

    items: tuple[SequenceItem, ...]

    def __post_init__(self) -> None:
        """Refuse an empty sequence and one that holds another."""
        if not self.items:
            raise ValueError("items must name at least one exercise")
        if any(isinstance(block, Sequence) for item in self.items for block in item.dose.all_blocks):
            raise ValueError("a sequence cannot hold another sequence")
        self._check_rests()


Block = Reps | Hold | Duration | Directions | Tracing | Intervals | Distance | Checklist | Timer | Sequence
"""One typed piece of a dose."""


class Dose(Struct, frozen=True, kw_only=True, forbid_unknown_fields=True, cache_hash=True):
    """Blocks played one after the other; each side may carry its own.

    Attributes:
        blocks: What every side does unless it has blocks of its own.
        left: The left side's own blocks, of the same types in the same order; None for the common ones.
        right: The right side's own blocks, likewise.
    """

    blocks: tuple[Block, ...]
    left: tuple[Block, ...] | None = None
    right: tuple[Block, ...] | None = None

    def __post_init__(self) -> None:
        """Refuse an empty dose and sides whose blocks do not pair up."""
        if not self.blocks:
            raise ValueError("a dose needs at least one block")
        if len({isinstance(block, Sequence) for block in self.blocks}) > 1:
            raise ValueError("a dose is a sequence or has blocks of its own, not both")
        for name, own in (("left", self.left), ("right", self.right)):
            if own is not None and [type(b) for b in own] != [type(b) for b in self.blocks]:
                raise ValueError(f"{name} must have the same kinds of block as blocks")
        pieces = sum(map(_pieces, self.all_blocks))
        if pieces > MAX_PIECES:
            raise ValueError(f"a dose has at most {MAX_PIECES} pieces, not {pieces}")

    @property
    def all_blocks(self) -> tuple[Block, ...]:
        """Every block of every side."""
        return self.blocks + (self.left or ()) + (self.right or ())

    def for_side(self, side: Side) -> tuple[Block, ...]:
        """Return the blocks that a side does."""
        own = self.left if side is Side.LEFT else self.right if side is Side.RIGHT else None
        return self.blocks if own is None else own

    def of_side(self, side: Side) -> Dose:
        """Return what a side does, as a dose without sides of its own."""
        return self if self.left is None and self.right is None else Dose(blocks=self.for_side(side))


def _pieces(block: Block) -> int:
    """How many pieces a player would play of a block on one side, rests aside."""
    match block:
        case Hold():
            return block.sets * block.holds
        case Directions():
            return sum(block.passes) * len(block.directions)
        case Tracing():
            return block.passes * len(block.letters)
        case Duration():
            return block.sets * max(1, len(block.zones))
        case Reps() | Distance():
            return block.sets
        case Intervals():
            return block.rounds * 2
        case Checklist():
            return len(block.items)
        case Timer():
            return 1 + len(block.checkpoints)
        case Sequence():
            return sum(_pieces(piece) for item in block.items for piece in item.dose.all_blocks)
