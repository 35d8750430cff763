"""Bandages, a sleeve, a brace, a gathered towel, and cards with the floor from above."""

from __future__ import annotations

import math
from typing import Final

from PySide6.QtCore import Qt
from PySide6.QtGui import QPainterPath

from ankle_coach.domain.pose_figure import PropKind
from ankle_coach.domain.pose_kinematics import SidePoints
from ankle_coach.figures.body_side import framed
from ankle_coach.figures.canvas import Canvas
from ankle_coach.figures.outlines import TOE_OUTLINE
from ankle_coach.figures.shapes import Point, closed_curve, ellipse, open_curve, polygon
from ankle_coach.figures.stamps import framed_at, kept
from ankle_coach.figures.tones import mixed

TURNS: Final[tuple[tuple[Point, Point, float], ...]] = (
    ((110, -22), (106, -70), -8), ((88, -13), (84, -66), -8), ((64, -4), (56, -62), -10),
    ((34, -78), (-80, -34), 12), ((54, 8), (-26, -80), 12), ((46, 16), (-76, -52), 20),
    ((42, 30), (-64, -4), 6), ((37, 54), (-42, 40), -8), ((36, 82), (-42, 70), -8),
    ((36, 110), (-45, 99), -8),
)  # fmt: skip
"""Turns of an elastic wrap from the toes up (from, to, bow), in millimeters from the ankle joint."""

TURN_WIDTH: Final = 38.0
SLEEVE: Final = (
    (38, 138), (36, 80), (39, 36), (48, 9), (66, -7), (92, -18), (112, -24), (110, -66), (94, -66), (60, -60),
    (24, -62), (-8, -68), (-34, -71), (-57, -66), (-70, -49), (-70, -30), (-58, -10), (-46, 6), (-39, 34),
    (-39, 62), (-43, 110), (-46, 138),
)  # fmt: skip
WRAPPED: Final = ((40, 150), *SLEEVE[1:6], (136, -33), (134, -69), *SLEEVE[8:21], (-48, 150))
"""What a wrap lies on, with its own thickness."""

BRACE: Final = (
    (40, 128), (38, 80), (41, 36), (50, 10), (66, -5), (94, -17), (98, -30), (92, -68), (60, -62), (24, -64),
    (-8, -70), (-26, -62), (-34, -40), (-48, -18), (-50, 4), (-43, 34), (-42, 62), (-46, 112), (-48, 128),
)  # fmt: skip
LACES: Final = ((76, -10), (58, 4), (47, 24), (42, 48), (40, 72), (40, 96))
PRINT: Final = (
    (0, -132), (26, -124), (38, -100), (36, -64), (28, -20), (26, 16), (38, 52), (46, 84), (34, 112),
    (6, 130), (-20, 128), (-38, 104), (-44, 70), (-36, 30), (-22, -10), (-24, -56), (-32, -94), (-22, -122),
)  # fmt: skip
"""The print of a right foot from above without toes, its toes up."""

PRINT_TOES: Final = (
    ((-24, 152), 18), ((4, 158), 11), ((22, 150), 10), ((37, 136), 9), ((50, 118), 8.5)
)  # fmt: skip


def draw_heart(canvas: Canvas, width: float, height: float) -> None:
    """Draw a heart around its point."""
    w, h = width / 2, height / 2
    path = QPainterPath()
    path.moveTo(0, -h)
    for sign in (-1.0, 1.0):
        path.cubicTo(sign * w * 0.5, -h * 0.5, sign * w, -h * 0.1, sign * w, h * 0.35)
        path.cubicTo(sign * w, h * 0.95, sign * w * 0.3, h * 1.05, 0, h * 0.45)
        path.lineTo(0, -h)
    canvas.group([(path, canvas.colors.accent)])


def draw_scrunch(canvas: Canvas, share: float) -> None:
    """Draw a towel that the toes gather; its point lies on the floor below the ball of the foot."""
    end = 300.0 - 150.0 * share
    points: list[Point] = []
    x, turn = -230.0, 0.0
    while x < end:
        near = math.exp(-(((x - 4.0) / 80.0) ** 2)) * share
        points.append((x, 9.0 + (3.0 + 32.0 * near) * (0.5 - 0.5 * math.cos(turn))))
        turn += math.tau * 6.0 / (62.0 - 20.0 * near)
        x += 6.0
    path = open_curve(points)
    path.lineTo(end, 0.0)
    path.lineTo(-230.0, 0.0)
    path.closeSubpath()
    canvas.group([(path, canvas.colors.towel)])
    stripe = [(at, up - 5.0) for at, up in points[-9:-2]]
    canvas.stroke(open_curve(stripe), canvas.colors.mark, canvas.ink * 1.2)


def draw_worn(canvas: Canvas, kind: PropKind, side: SidePoints, share: float, tight: bool) -> None:
    """Draw a wrap, a sleeve or a brace on the lower leg, put on as far as the movement is."""
    if tight:
        _draw_blue_toes(canvas, side)
    if kind is PropKind.WRAP:
        _draw_wrap(canvas, side, share)
    elif kind is PropKind.SLEEVE:
        _draw_sleeve(canvas, side, share)
    else:
        _draw_brace(canvas, side, share)


def _draw_blue_toes(canvas: Canvas, side: SidePoints) -> None:
    """Draw toes that get too little blood."""
    toes = closed_curve(framed(side.foot.toe_frame, side.foot.ball, TOE_OUTLINE))
    if canvas.colors.hatch:
        canvas.hatched(toes, canvas.ink * 3.0)
    else:
        canvas.fill(toes, mixed(canvas.colors.skin, canvas.colors.mark, 0.6))


def _draw_wrap(canvas: Canvas, side: SidePoints, share: float) -> None:
    """Draw the turns so far; the roll of bandage hangs at the last one."""
    done = 1.0 + (len(TURNS) - 1.0) * share
    place = framed_at(side.foot.frame, side.ankle)
    whole, part = int(done), done % 1.0
    for turn in range(whole):
        canvas.group([kept(_wound, (turn, 1.0), place, canvas.colors.towel, canvas.ink)])
    if part:
        canvas.group([(place.map(_wound(whole, part)), canvas.colors.towel)])
    start, stop, bow = TURNS[whole if part else whole - 1]
    end = _bowed(start, stop, bow, part or 1.0)[-1]
    if share < 0.999:
        at = framed(side.foot.frame, side.ankle, (end,))[0]
        canvas.disc(at, 24.0, canvas.colors.towel)
        canvas.stroke(ellipse(at, 13.0, 13.0), canvas.colors.metal, canvas.ink * 0.8)
        canvas.stroke(ellipse(at, 5.0, 5.0), canvas.colors.metal, canvas.ink * 0.8)


def _wound(turn: float, part: float) -> QPainterPath:
    """Return a turn of the wrap, wound as far as ``part``, around the ankle joint and within its edge."""
    strip = _ribbon(_bowed(*TURNS[int(turn)], part))
    return strip.intersected(closed_curve(WRAPPED, 0.8))


def _bowed(a: Point, b: Point, bow: float, part: float) -> list[Point]:
    """Return the first part of a bowed line."""
    dx, dy = b[0] - a[0], b[1] - a[1]
    size = math.hypot(dx, dy)
    points = []
    for i in range(7):
        t = part * i / 6
        out = bow * math.sin(math.pi * t)
        points.append((a[0] + dx * t + dy / size * out, a[1] + dy * t - dx / size * out))
    return points


def _ribbon(line: list[Point]) -> QPainterPath:
    """Return a strip of bandage along a line."""
    left, right = [], []
    for i, (x, y) in enumerate(line):
        (ax, ay), (bx, by) = line[max(0, i - 1)], line[min(len(line) - 1, i + 1)]
        size = math.hypot(bx - ax, by - ay) or 1.0
        nx, ny = -(by - ay) / size * TURN_WIDTH / 2, (bx - ax) / size * TURN_WIDTH / 2
        left.append((x + nx, y + ny))
        right.append((x - nx, y - ny))
    path = open_curve(left)
    path.connectPath(open_curve(right[::-1]))
    path.closeSubpath()
    return path


def _draw_sleeve(canvas: Canvas, side: SidePoints, share: float) -> None:
    """Draw a tubular sleeve, pulled from the toes as far up as the movement is."""
    whole = closed_curve(framed(side.foot.frame, side.ankle, SLEEVE), 0.8)
    toes = framed(side.foot.frame, side.ankle, ((180.0, -60.0),))[0]
    reach = 120.0 + 230.0 * share
    path = whole.intersected(ellipse(toes, reach, reach))
    canvas.group([(path, canvas.colors.towel)])
    rib = mixed(canvas.colors.towel, canvas.colors.ink, 0.35)
    for k in range(6):
        size = 84.0 + 46.0 * k
        if size < reach - 12.0:
            line = QPainterPath()
            line.arcMoveTo(toes[0] - size, toes[1] - size, size * 2, size * 2, 210.0)
            line.arcTo(toes[0] - size, toes[1] - size, size * 2, size * 2, 210.0, -75.0)
            canvas.painter.save()
            canvas.painter.setClipPath(path, Qt.ClipOperation.IntersectClip)
            canvas.stroke(line, rib, canvas.ink * 0.6)
            canvas.painter.restore()


def _draw_brace(canvas: Canvas, side: SidePoints, share: float) -> None:
    """Draw a lace-up brace: heel and toes stay free; it is laced as far as the movement is."""
    cloth = canvas.colors.shorts if not canvas.colors.hatch else canvas.colors.paper
    canvas.group([(closed_curve(framed(side.foot.frame, side.ankle, BRACE), 0.8), cloth)])
    strap = closed_curve(
        framed(
            side.foot.frame, side.ankle, ((34, 62), (48, 40), (-20, -30), (-30, -64), (-8, -70), (4, -36))
        ),
        0.7,
    )
    canvas.group([(strap, mixed(cloth, canvas.colors.paper, 0.25))])
    tied = 1 + round((len(LACES) - 1) * share)
    for i, (x, y) in enumerate(LACES[:tied]):
        slant = 14.0 if i < 2 else 4.0
        inner, outer = (x - 22.0, y - 6.0 - slant), (x + 2.0, y + 4.0)
        ends = framed(side.foot.frame, side.ankle, (inner, outer))
        canvas.line(ends, canvas.colors.ink, canvas.ink * 3.6)
        canvas.line(ends, canvas.colors.towel, canvas.ink * 2.0)


def _card(canvas: Canvas, at: Point, size: float, height: float) -> None:
    """Draw an empty card around its middle."""
    canvas.card(at[0] - size / 2, at[1] - height / 2, size, height, size * 0.1)


def _footprint(canvas: Canvas, at: Point, scale: float, left: bool, color: str) -> None:
    """Draw the print of a foot, toes up."""
    sign = -1.0 if left else 1.0
    outline = [(at[0] + sign * x * scale, at[1] + y * scale) for x, y in PRINT]
    canvas.group([(closed_curve(outline), color)])
    toes = [
        canvas.round((at[0] + sign * x * scale, at[1] + y * scale), r * scale, r * scale * 1.15, color)
        for (x, y), r in PRINT_TOES
    ]
    canvas.group(toes)


def draw_star(canvas: Canvas, at: Point, size: float, turn: float) -> None:
    """Draw the floor from above: the standing foot, three lines of tape, and the way the other foot goes.

    Args:
        canvas: Where.
        at: Middle of the card.
        size: Edge of the card in millimeters.
        turn: The way in play: 0 = front, 135 = back and out, 225 = back and in.
    """
    _card(canvas, at, size, size)
    middle = (at[0], at[1] + size * 0.08)
    colors = canvas.colors
    for angle in (0.0, 135.0, 225.0):
        a = math.radians(angle)
        way = (-math.sin(a), math.cos(a))
        reach = size * (0.36 if angle == 0.0 else 0.46)
        tip = (middle[0] + way[0] * reach, middle[1] + way[1] * reach)
        near = (middle[0] + way[0] * size * 0.19, middle[1] + way[1] * size * 0.19)
        if abs(angle - turn) > 1.0:
            canvas.line((middle, tip), mixed(colors.ground, colors.paper, 0.2), canvas.ink * 2.0, (1.4, 1.6))
            continue
        canvas.line((near, tip), colors.accent, canvas.ink * 3.2)
        side = (-way[1], way[0])
        head = canvas.ink * 7.0
        base = (tip[0] - way[0] * head * 0.6, tip[1] - way[1] * head * 0.6)
        ends = [(base[0] + s * side[0] * head * 0.6, base[1] + s * side[1] * head * 0.6) for s in (-1, 1)]
        point = (tip[0] + way[0] * head * 0.5, tip[1] + way[1] * head * 0.5)
        canvas.fill(polygon((ends[0], point, ends[1])), colors.accent)
    _footprint(canvas, middle, size * 0.36 / 300.0, left=False, color=colors.skin)


def draw_prints(canvas: Canvas, at: Point, size: float, gap: float) -> None:
    """Draw the prints of both feet, heel to toe, the working foot in front.

    Args:
        canvas: Where.
        at: Middle of the card.
        size: Height of the card in millimeters.
        gap: How far the feet are apart sideways, in millimeters.
    """
    width = size * 0.62
    _card(canvas, at, width, size)
    scale = size / 700.0
    colors = canvas.colors
    if gap < 40.0:
        canvas.line(
            ((at[0], at[1] - size * 0.46), (at[0], at[1] + size * 0.46)),
            mixed(colors.ground, colors.paper, 0.2), canvas.ink * 1.6, (1.6, 1.8),
        )  # fmt: skip
    _footprint(
        canvas, (at[0] - gap / 2 * scale, at[1] - 158 * scale), scale, left=True, color=colors.skin_far
    )
    _footprint(canvas, (at[0] + gap / 2 * scale, at[1] + 136 * scale), scale, left=False, color=colors.skin)
