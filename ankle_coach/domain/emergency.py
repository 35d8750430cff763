"""The number to call in an emergency, by country.

Numbers for an ambulance: 112 in the European Union, Iceland and India, 999 in the United Kingdom, 911 in the
United States and Canada, 000 in Australia, 111 in New Zealand, 113 in Norway, 144 in Switzerland and 119 in
Japan. They are widely published and are no clinical numbers; they are looked up again before each release
(`packaging/RELEASE.md`). Of other countries none is known here: texts then say "your local emergency number".
"""

from __future__ import annotations

from typing import Final

_EUROPEAN_UNION: Final = (
    "AT BE BG HR CY CZ DE DK EE ES FI FR GR HU IE IT LT LU LV MT NL PL PT RO SE SI SK"  # ISO 3166
)
_NUMBERS: Final = {
    **dict.fromkeys(_EUROPEAN_UNION.split(), "112"),
    "AU": "000",
    "CA": "911",
    "CH": "144",
    "GB": "999",
    "IN": "112",
    "IS": "112",
    "JP": "119",
    "NO": "113",
    "NZ": "111",
    "US": "911",
}


def emergency_number(country: str) -> str:
    """Return the number for an ambulance in a country; empty where none is known.

    Args:
        country: ISO 3166 code (``DE``), or empty.
    """
    return _NUMBERS.get(country, "")
