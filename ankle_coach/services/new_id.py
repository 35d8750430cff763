"""New ids for records."""

from __future__ import annotations


def new_id() -> str:
    """Return an id that no other record has, a random UUID."""
    import uuid  # noqa: PLC0415 - 5 ms that the first window does not need

    return str(uuid.uuid4())
