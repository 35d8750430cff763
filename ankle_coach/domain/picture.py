"""A picture that a person brings along: the bytes of a small PNG or JPEG file."""

from __future__ import annotations

from enum import StrEnum

from msgspec import Struct
from msgspec.structs import replace

MOST_BYTES = 2 * 1024 * 1024
"""A larger picture is made smaller when it is taken in, and refused in a file from elsewhere."""
MOST_PIXELS = 2000
"""No side of a picture is longer."""


class Media(StrEnum):
    """What kind of file the bytes are."""

    PNG = "image/png"
    JPEG = "image/jpeg"


_BEGINNINGS = {Media.PNG: b"\x89PNG\r\n\x1a\n", Media.JPEG: b"\xff\xd8\xff"}


class Picture(Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """A picture without metadata.

    Attributes:
        media: What kind of file it is.
        width: Width in pixels.
        height: Height in pixels.
        data: The file's bytes.
        alternative: What it shows, in one sentence for those who do not see it.
    """

    media: Media
    width: int
    height: int
    data: bytes
    alternative: str = ""

    def __post_init__(self) -> None:
        """Refuse what is too large, and what does not begin as its kind does."""
        if not (1 <= self.width <= MOST_PIXELS and 1 <= self.height <= MOST_PIXELS):
            raise ValueError(
                f"width and height must be 1 to {MOST_PIXELS} pixels, not {self.width} x {self.height}"
            )
        if len(self.data) > MOST_BYTES:
            raise ValueError(f"data must have at most {MOST_BYTES // 1024} KiB, not {len(self.data) // 1024}")
        if not self.data.startswith(_BEGINNINGS[self.media]):
            raise ValueError(f"data is not a {self.media} file")


def told(picture: Picture, alternative: str) -> Picture:
    """Return a picture with the words for those who do not see it."""
    return replace(picture, alternative=alternative)
