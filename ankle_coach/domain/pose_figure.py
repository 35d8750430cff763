"""A figure as data: keyframes, tracks, contacts, props, arrows and what changes with a level."""

from __future__ import annotations

from enum import StrEnum
from typing import Final

import msgspec

from ankle_coach.domain.pose import Pose, PosePatch, View

Spot = tuple[float, float] | str
"""Either a point ``[x, y]`` in millimeters or an anchor's name: ``work.ball``, ``step.edge``, ``chest``."""


class Data(msgspec.Struct, frozen=True, forbid_unknown_fields=True, omit_defaults=True):
    """Base of everything that an author writes; an unknown key is an error."""


class Easing(StrEnum):
    """How a movement starts and stops."""

    SMOOTH = "smooth"
    LINEAR = "linear"
    SLOW_END = "slow-end"
    SLOW_START = "slow-start"
    FLOW = "flow"
    """Round the keyframes of a cycle without stopping at any (Catmull-Rom)."""


class Keyframe(Data, frozen=True):
    """A pose at a moment of the repetition.

    Attributes:
        at: ``start``, ``end``, ``rest``, ``up 0.4``, ``down 0.5``, or ``cycle 0.25`` for endless movements.
        pose: What differs from the figure's base pose.
        ease: How the movement towards this keyframe runs.
    """

    at: str
    pose: PosePatch = PosePatch()
    ease: Easing = Easing.SMOOTH


class Solver(StrEnum):
    """Which joints give way so that a contact is met."""

    ROOT = "root"
    """The whole body is placed; allowed once, first."""
    LIMB = "limb"
    """Hip and knee, or shoulder and elbow, bend."""


class Contact(Data, frozen=True):
    """A part of the body that stays where it is.

    Attributes:
        part: ``work.sole`` (flat; hip and ankle follow), ``work.ball``, ``work.heel``, ``work.tip``,
            ``work.knee``, ``work.palm``, ``work.finger``, ``pelvis``, the same with ``other.``;
            ``work.along`` is a point of the sole, see ``share``; ``work.stride`` is a foot that rolls over
            the ground from heel to ball, see ``during``.
        at: Where; a point in millimeters or an anchor.
        offset: Added to ``at``, in millimeters.
        by: Which joints give way.
        pitch: Of a planted sole: its slope in degrees, + = toes higher.
        share: For ``along``: share of the foot's length from the heel, at the start and at the end.
        aim: For hands: where the hand points, in degrees from forward, 90 = up; None = along the forearm.
        bend: Where knee or elbow points: ``forward``, ``back``, ``down``, ``out``; empty = as bodies do.
        flat_toes: The toes lie on the ground while the heel rises.
        hop: The place moves with the pose's ``x``, ``z`` and ``lift``: for jumps.
        during: Of a stride: the shares of the cycle (or of the way from start to end) between which the
            foot stands; ``at`` is its ball when it is set down, and from then on it goes with the ground.
        sideways: In views from the front the part is also held sideways: the first number of ``at`` and
            ``offset`` counts to the picture's right.
        tilt: Of a planted sole seen from the front: its slope in degrees, against the clock. A prop that
            ``at`` names gives it.
    """

    part: str
    at: Spot = (0.0, 0.0)
    offset: tuple[float, float] = (0.0, 0.0)
    by: Solver = Solver.LIMB
    pitch: float = 0.0
    share: tuple[float, float] = (0.2, 0.75)
    aim: float | None = None
    bend: str = ""
    flat_toes: bool = True
    hop: bool = False
    during: tuple[float, float] = (0.0, 1.0)
    sideways: bool = False
    tilt: float = 0.0


class PropKind(StrEnum):
    """The things that can stand beside a figure."""

    FLOOR = "floor"
    MAT = "mat"
    WALL = "wall"
    CHAIR = "chair"
    STEP = "step"
    BAND = "band"
    STRAP = "strap"
    TOWEL = "towel"
    ROLL = "roll"
    BALL = "ball"
    ICE_PACK = "ice-pack"
    CUSHION = "cushion"
    BOARD = "board"
    BACKPACK = "backpack"
    BIKE = "bike"
    ROPES = "ropes"
    KETTLEBELL = "kettlebell"
    LEG_PRESS = "leg-press"
    WEIGHT = "weight"
    WATER = "water"
    TAPE = "tape"
    ANCHOR = "anchor"
    POST = "post"
    BANDAGE = "bandage"
    TRIPOD = "tripod"
    BLOCK = "block"
    HARD_BALL = "hard-ball"
    ICE = "ice"
    """A cold pack without its cloth, for the error."""
    WRAP = "wrap"
    SLEEVE = "sleeve"
    BRACE = "brace"
    SCRUNCH = "scrunch"
    """A towel that the toes gather."""
    STAR = "star"
    """A card with the three lines of tape on the floor, seen from above."""
    PRINTS = "prints"
    """A card with the prints of both feet, seen from above."""
    HEART = "heart"
    BOTTLE = "bottle"
    RAIL = "rail"
    METRONOME = "metronome"


class Layer(StrEnum):
    """When a prop is drawn."""

    BACK = "back"
    MIDDLE = "middle"
    """Between the far and the near limbs."""
    HELD = "held"
    """Between the body and the near arm."""
    FRONT = "front"


class Prop(Data, frozen=True):
    """A thing beside, under or in the hands of a figure.

    Attributes:
        kind: What it is.
        at: Its anchor point: what touches the ground or the hand; see the author's guide.
        to: Further anchors, for bands, straps and ropes.
        size: Width and height in millimeters; 0 = the usual size.
        turn: Degrees against the clock.
        travel: How far it moves from start to end of the movement, in millimeters.
        offset: Added to ``at``, in millimeters.
        layer: When it is drawn; None = the usual layer of its kind.
        name: Its anchors' first word; empty = its kind.
    """

    kind: PropKind
    at: Spot = (0.0, 0.0)
    to: tuple[Spot, ...] = ()
    size: tuple[float, float] = (0.0, 0.0)
    turn: float = 0.0
    travel: tuple[float, float] = (0.0, 0.0)
    offset: tuple[float, float] = (0.0, 0.0)
    layer: Layer | None = None
    name: str = ""


class ArrowKind(StrEnum):
    """Shapes of a motion arrow."""

    STRAIGHT = "straight"
    CURVED = "curved"
    CIRCLE = "circle"


class Arrow(Data, frozen=True):
    """The accent arrow of the movement, at its place in the start pose.

    Attributes:
        kind: Its shape.
        at: Where it starts (straight) or its middle (curved, circle).
        offset: Added to ``at``, in millimeters.
        along: Straight: the way to the tip, in millimeters.
        radius: Curved and circle: in millimeters; two numbers make an ellipse.
        sweep: Curved and circle: first and last angle in degrees, 0 = forward, against the clock.
        both_ways: A head at either end.
    """

    kind: ArrowKind = ArrowKind.STRAIGHT
    at: Spot = (0.0, 0.0)
    offset: tuple[float, float] = (0.0, 0.0)
    along: tuple[float, float] = (0.0, 120.0)
    radius: tuple[float, float] = (120.0, 120.0)
    sweep: tuple[float, float] = (60.0, -60.0)
    both_ways: bool = False


class TrackKind(StrEnum):
    """Motions that are formulas and not keyframes."""

    ELLIPSE = "ellipse"
    SINE = "sine"
    LETTERS = "letters"


class Track(Data, frozen=True):
    """A continuous movement added to the pose.

    Attributes:
        kind: The formula.
        joint: For sine: which value, like ``work.frontal``, or a prop's slope, like ``board.turn``.
        amplitude: For sine: in degrees (millimeters for x, y, lift).
        hertz: For sine: swings a second.
        offset: For sine: where in the swing it begins, in turns.
        ankle: For ellipse and letters: middle and half range of A, in degrees.
        frontal: For ellipse and letters: middle and half range of F, in degrees.
        seconds: For ellipse: one turn; for letters: one letter.
    """

    kind: TrackKind
    joint: str = ""
    amplitude: float = 0.0
    hertz: float = 1.0
    offset: float = 0.0
    ankle: tuple[float, float] = (-12.0, 24.0)
    frontal: tuple[float, float] = (6.0, 16.0)
    seconds: float = 2.0


class Region(StrEnum):
    """Where a stretch or the work is felt."""

    CALF = "calf"
    SOLEUS = "soleus"
    ACHILLES = "achilles"
    SHIN = "shin"
    ARCH = "arch"
    ANKLE = "ankle"
    FOOT_TOP = "foot-top"
    THIGH = "thigh"
    OUTER_SHIN = "outer-shin"


class Target(Data, frozen=True):
    """A highlighted region; ``side`` is ``work`` or ``other``."""

    region: Region
    side: str = "work"


class Dash(Data, frozen=True):
    """A dashed line along something that must not move."""

    at: Spot
    to: Spot
    offset: tuple[float, float] = (0.0, 0.0)


class Inset(Data, frozen=True):
    """A second, small view of the same moment, in a corner: ``top-left`` ... ``bottom-right``.

    Attributes:
        view: A view of the working foot; ``front`` = both feet from the front.
        corner: Where.
        size: Share of the picture's shorter edge.
        ways: Directions in which arrows point from the foot: ``forward``, ``backward``, ``inward``,
            ``outward``.
    """

    view: View
    corner: str = "top-right"
    size: float = 0.36
    ways: tuple[str, ...] = ()


class Panel(Data, frozen=True):
    """One picture of a row of pictures: another exercise's figure, or this one's in a form.

    Attributes:
        exercise: Whose figure; empty = this one.
        level: At which level; empty = as it is.
        form: In which form; empty = in none.
        figure: Filled in when the files are read; authors leave it out.
    """

    exercise: str = ""
    level: str = ""
    form: str = ""
    figure: Figure | None = None


class Mistake(Data, frozen=True):
    """The common error: how its end pose differs, what it is called, and arrows along what moves wrongly.

    Attributes:
        drop_contacts: Parts that are held no more.
        contacts: What is held instead, as props and insets; None for the figure's own.
        panel: Of a row of pictures: whose own error stands for all; None for this figure's pose.
    """

    text: str
    pose: PosePatch = PosePatch()
    at: str = "end"
    drop_contacts: tuple[str, ...] = ()
    contacts: tuple[Contact, ...] | None = None
    props: tuple[Prop, ...] | None = None
    insets: tuple[Inset, ...] | None = None
    arrows: tuple[Arrow, ...] = ()
    panel: Panel | None = None


class Variant(Data, frozen=True):
    """What a level or a form changes. Lists replace the figure's own; ``add_props`` adds; poses are patched.

    A level that is seen from elsewhere (``view``) starts without the figure's own ``frame``. A level whose
    forms differ from the figure's writes its own ``forms``, key by key.
    """

    alt: str | None = None
    view: View | None = None
    frame: tuple[float, float, float, float] | None = None
    base: PosePatch = PosePatch()
    start: PosePatch = PosePatch()
    end: PosePatch = PosePatch()
    keys: tuple[Keyframe, ...] | None = None
    contacts: tuple[Contact, ...] | None = None
    props: tuple[Prop, ...] | None = None
    add_props: tuple[Prop, ...] = ()
    arrows: tuple[Arrow, ...] | None = None
    tracks: tuple[Track, ...] | None = None
    targets: tuple[Target, ...] | None = None
    dashes: tuple[Dash, ...] | None = None
    insets: tuple[Inset, ...] | None = None
    mistake: Mistake | None = None
    loop: tuple[float, float, float, float] | None = None
    both_legs: bool | None = None
    eyes_closed: bool | None = None
    alternate: bool | None = None
    stills: tuple[str, ...] | None = None
    panels: tuple[Panel, ...] | None = None
    forms: dict[str, Variant] = {}


class Figure(Data, frozen=True, eq=False):
    """Everything that is drawn for one exercise.

    Attributes:
        view: From where it is seen.
        alt: One sentence for those who do not see it.
        base: The pose that all keyframes change.
        keys: Keyframes; a figure without any stands still, or moves by its tracks.
        alternate: In a cycle the other side does what the working side did half a turn before.
        panels: Pictures shown in a row instead of the one person, as long as no form is asked for.
        levels: What a level changes, by its id.
        forms: What a dose's variant, direction or activity changes, by its key; on top of the level.
        stills: Which moments the start's and the end's picture show: ``start``, ``end``, ``up 0.5``,
            ``down 1`` or ``cycle 0.25``; empty = start and end.
        frame: Left, bottom, right and top of the picture in millimeters; None = made to fit.
        loop: Seconds up, hold, down and pause of the gallery's movement; cycle length is their sum.
    """

    view: View
    alt: str
    base: PosePatch = PosePatch()
    keys: tuple[Keyframe, ...] = ()
    contacts: tuple[Contact, ...] = ()
    props: tuple[Prop, ...] = ()
    arrows: tuple[Arrow, ...] = ()
    tracks: tuple[Track, ...] = ()
    targets: tuple[Target, ...] = ()
    dashes: tuple[Dash, ...] = ()
    insets: tuple[Inset, ...] = ()
    mistake: Mistake | None = None
    levels: dict[str, Variant] = {}
    forms: dict[str, Variant] = {}
    alternate: bool = False
    stills: tuple[str, ...] = ()
    panels: tuple[Panel, ...] = ()
    frame: tuple[float, float, float, float] | None = None
    loop: tuple[float, float, float, float] = (2.0, 1.0, 3.0, 0.6)
    both_legs: bool = False
    eyes_closed: bool = False


STANDING: Final = Pose()
"""The pose that every figure's base pose changes."""
