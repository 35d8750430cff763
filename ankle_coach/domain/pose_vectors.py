"""Small vectors and turning frames for the mannequin's kinematics."""

from __future__ import annotations

import math
from typing import NamedTuple


class Vec(NamedTuple):
    """A point or direction: x forward, y up, z to the person's right, in millimeters."""

    x: float
    y: float
    z: float = 0.0

    def plus(self, other: Vec, times: float = 1.0) -> Vec:
        """Return this point moved by ``times`` the other vector."""
        return Vec(self.x + other.x * times, self.y + other.y * times, self.z + other.z * times)

    def minus(self, other: Vec) -> Vec:
        """Return the way from ``other`` to this point."""
        return Vec(self.x - other.x, self.y - other.y, self.z - other.z)

    def dot(self, other: Vec) -> float:
        """Return the inner product."""
        return self.x * other.x + self.y * other.y + self.z * other.z

    def cross(self, other: Vec) -> Vec:
        """Return the outer product."""
        return Vec(
            self.y * other.z - self.z * other.y,
            self.z * other.x - self.x * other.z,
            self.x * other.y - self.y * other.x,
        )

    def length(self) -> float:
        """Return the length."""
        return math.sqrt(self.x * self.x + self.y * self.y + self.z * self.z)

    def unit(self) -> Vec:
        """Return the direction with length 1; a null vector stays as it is."""
        size = self.length()
        return Vec(self.x / size, self.y / size, self.z / size) if size > 1e-9 else self


class Frame(NamedTuple):
    """Which way a segment's own forward, up and right point."""

    forward: Vec
    up: Vec
    right: Vec

    def pitched(self, degrees: float) -> Frame:
        """Return the frame turned so that its forward rises: flexion of hip, shoulder and elbow, toes up."""
        if not degrees:
            return self
        c, s = math.cos(math.radians(degrees)), math.sin(math.radians(degrees))
        f, u = self.forward, self.up
        return Frame(
            Vec(f.x * c + u.x * s, f.y * c + u.y * s, f.z * c + u.z * s),
            Vec(u.x * c - f.x * s, u.y * c - f.y * s, u.z * c - f.z * s),
            self.right,
        )

    def tilted(self, degrees: float) -> Frame:
        """Return the frame turned so that its top leans to its right."""
        if not degrees:
            return self
        c, s = math.cos(math.radians(degrees)), math.sin(math.radians(degrees))
        u, r = self.up, self.right
        return Frame(
            self.forward,
            Vec(u.x * c + r.x * s, u.y * c + r.y * s, u.z * c + r.z * s),
            Vec(r.x * c - u.x * s, r.y * c - u.y * s, r.z * c - u.z * s),
        )

    def yawed(self, degrees: float) -> Frame:
        """Return the frame turned about its own up so that its forward goes to its right."""
        if not degrees:
            return self
        c, s = math.cos(math.radians(degrees)), math.sin(math.radians(degrees))
        f, r = self.forward, self.right
        return Frame(
            Vec(f.x * c + r.x * s, f.y * c + r.y * s, f.z * c + r.z * s),
            self.up,
            Vec(r.x * c - f.x * s, r.y * c - f.y * s, r.z * c - f.z * s),
        )

    def place(self, origin: Vec, forward: float, up: float, right: float = 0.0) -> Vec:
        """Return the point with these coordinates in this frame, seen from ``origin``."""
        f, u, r = self
        return Vec(
            origin.x + f.x * forward + u.x * up + r.x * right,
            origin.y + f.y * forward + u.y * up + r.y * right,
            origin.z + f.z * forward + u.z * up + r.z * right,
        )


UPRIGHT = Frame(Vec(1.0, 0.0, 0.0), Vec(0.0, 1.0, 0.0), Vec(0.0, 0.0, 1.0))
"""A standing person's frame."""


def two_bones(start: Vec, target: Vec, upper: float, lower: float, pole: Vec) -> tuple[Vec, Vec]:
    """Return the middle joint and the end of a two-bone limb that reaches for ``target``.

    The middle joint bends toward ``pole``. A target out of reach is approached as far as the bones go,
    so that no bone ever changes its length.
    """
    way = target.minus(start)
    reach = min(max(way.length(), abs(upper - lower) + 0.01), upper + lower - 0.01)
    along = way.unit()
    aside = pole.plus(along, -pole.dot(along)).unit()
    foot = (upper * upper - lower * lower + reach * reach) / (2.0 * reach)
    height = math.sqrt(max(0.0, upper * upper - foot * foot))
    middle = start.plus(along, foot).plus(aside, height)
    return middle, start.plus(along, reach)


def degrees_between(first: Vec, second: Vec) -> float:
    """Return the angle between two directions, 0 to 180 degrees."""
    cosine = first.unit().dot(second.unit())
    return math.degrees(math.acos(max(-1.0, min(1.0, cosine))))
