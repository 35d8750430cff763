"""The countries to choose from, as Qt's locales know them."""

from __future__ import annotations

from PySide6.QtCore import QLocale

_LETTERS = 2


def countries() -> list[tuple[str, str]]:
    """Return every country's ISO 3166 code and name, by name."""
    found: dict[str, str] = {}
    for territory in QLocale.Country:
        code = QLocale.territoryToCode(territory)
        if len(code) == _LETTERS and code.isalpha() and code.isupper():
            found.setdefault(code, QLocale.territoryToString(territory))
    return sorted(found.items(), key=lambda pair: pair[1].casefold())
