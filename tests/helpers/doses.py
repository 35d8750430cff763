"""Random doses of every kind, for property tests."""

from __future__ import annotations

from hypothesis import strategies as st

from ankle_coach.domain.dose import (
    Block,
    Checklist,
    Checkpoint,
    Directions,
    Distance,
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
from ankle_coach.domain.movement import Activity, Direction, Motion
from ankle_coach.domain.sides import Side, SideMode

COUNTS = st.integers(1, 4)
SECONDS = st.sampled_from([1, 2, 3, 5, 7.5, 10, 30])
RESTS = st.sampled_from([0, 0, 3, 15, 60])
MODES = st.sampled_from(list(SideMode))
AFFECTED = st.sampled_from([None, *Side])

_RESTS = {"rest_reps": RESTS, "rest_sets": RESTS, "rest_sides": RESTS}
TEMPOS = st.builds(Tempo, up=SECONDS, hold=RESTS, down=RESTS, pause=st.sampled_from([0, 1]))


@st.composite
def reps(draw: st.DrawFn) -> Reps:
    """Repetitions with or without a tempo."""
    tempo = draw(st.none() | TEMPOS)
    rise = draw(st.sampled_from([0, 2])) if tempo is not None else 0
    return Reps(
        sets=draw(COUNTS),
        reps=draw(COUNTS),
        tempo=tempo,
        rise_seconds=rise,
        motion=draw(st.sampled_from(list(Motion))),
        rest_reps=draw(RESTS) if tempo is not None else 0,
        rest_sets=draw(RESTS),
        rest_sides=draw(RESTS),
    )


HOLDS = st.builds(Hold, sets=COUNTS, holds=COUNTS, seconds=SECONDS, **_RESTS)
DURATIONS = st.builds(
    Duration,
    seconds=SECONDS,
    sets=COUNTS,
    zones=st.sampled_from([(), ("heel", "inner-arch", "ball-of-foot")]),
    activity=st.sampled_from([Activity.WORK, Activity.ROLL]),
    rest_sets=RESTS,
    rest_sides=RESTS,
)
DIRECTIONS = st.builds(
    Directions,
    directions=st.sampled_from([(Direction.CLOCKWISE, Direction.COUNTERCLOCKWISE), (Direction.FORWARD,)]),
    reps=COUNTS,
    seconds=SECONDS,
    hold=st.sampled_from([0, 2]),
    passes=st.sampled_from([(1,), (2, 1), (1, 2)]),
    rest_directions=RESTS,
    rest_sets=RESTS,
    rest_sides=RESTS,
)
TRACINGS = st.builds(
    Tracing,
    passes=COUNTS,
    seconds_per_letter=SECONDS,
    letters=st.sampled_from(["ABC", "Z"]),
    rest_sets=RESTS,
    rest_sides=RESTS,
)
INTERVALS = st.builds(Intervals, rounds=COUNTS, work=SECONDS, easy=RESTS, rest_sides=RESTS)
DISTANCES = st.builds(Distance, sets=COUNTS, meters=st.sampled_from([10, 20.5]), rest_sets=RESTS)
CHECKLISTS = st.builds(Checklist, items=st.sampled_from([("Sit down",), ("Sit down", "Wrap")]))
TIMERS = st.builds(
    Timer,
    seconds=st.sampled_from([300, 900]),
    maximum=st.just(1200),
    checkpoints=st.just((Checkpoint(120, "skin"),)),
)
PLAIN_BLOCKS = st.one_of(
    reps(), HOLDS, DURATIONS, DIRECTIONS, TRACINGS, INTERVALS, DISTANCES, CHECKLISTS, TIMERS
)
TIMED_BLOCKS = st.one_of(HOLDS, DURATIONS, DIRECTIONS, TRACINGS, INTERVALS)


def _like(block: Block) -> st.SearchStrategy[Block]:
    """Another block of the same kind."""
    kinds: dict[type, st.SearchStrategy[Block]] = {
        Reps: reps(),
        Hold: HOLDS,
        Duration: DURATIONS,
        Directions: DIRECTIONS,
        Tracing: TRACINGS,
        Intervals: INTERVALS,
        Distance: DISTANCES,
        Checklist: CHECKLISTS,
        Timer: TIMERS,
    }
    return kinds[type(block)]


@st.composite
def plain_doses(draw: st.DrawFn) -> Dose:
    """Doses of one to three blocks, at times with an own dose for a side."""
    blocks = tuple(draw(st.lists(PLAIN_BLOCKS, min_size=1, max_size=3)))
    own = {
        side: tuple(draw(_like(block)) for block in blocks)
        for side in ("left", "right")
        if draw(st.integers(0, 3)) == 0
    }
    return Dose(blocks=blocks, **own)


ITEMS = st.builds(
    SequenceItem, exercise=st.sampled_from(["mob-pumps", ""]), side_mode=MODES, dose=plain_doses()
)
SEQUENCES = st.builds(
    lambda items: Dose(blocks=(Sequence(items=tuple(items)),)), st.lists(ITEMS, min_size=1, max_size=3)
)
DOSES = st.one_of(plain_doses(), plain_doses(), SEQUENCES)
