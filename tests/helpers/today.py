"""Gives the page of today its parts."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from ankle_coach.ui.pages.today_page import TodayParts
from ankle_coach.wiring import Services


def today_parts(services: Services, *more: str) -> Callable[[], TodayParts]:
    """Return what gives the parts of a page of today.

    Args:
        services: The use cases.
        *more: Names of the parts that the page works on besides what it always does.
    """
    others: dict[str, Any] = {name: getattr(services, name) for name in more}
    return lambda: TodayParts(services.today, services.check_ins, services.library, **others)
