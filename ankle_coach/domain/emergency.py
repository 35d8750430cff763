"""The number to call in an emergency, by country.

Numbers for an ambulance as the countries' own authorities publish them: 112 in the European Union (European
Commission), 999 in the United Kingdom (NHS), 911 in the United States and Canada (FCC, CRTC), 000 in
Australia (Triple Zero), 111 in New Zealand, 112 in Iceland and India, 113 in Norway, 144 in Switzerland, 119
in Japan. Of other countries none is known here: sheets then say "your local emergency number".
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
