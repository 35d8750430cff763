"""The names of languages, each in itself, as a list to choose from shows them."""

from __future__ import annotations

from ankle_coach.domain.words import Words
from ankle_coach.i18n import PSEUDO_LANGUAGE

_NAMES = {
    "da": "Dansk",
    "de": "Deutsch",
    "en": "English",
    "es": "Español",
    "fi": "Suomi",
    "fr": "Français",
    "it": "Italiano",
    "nb": "Norsk bokmål",
    "nl": "Nederlands",
    "pl": "Polski",
    "pt": "Português",
    "sv": "Svenska",
}


def language_name(code: str, words: Words) -> str:
    """Return a language's name in itself; the code where it is not known.

    Args:
        code: Code such as ``de`` or ``pt_BR``; a region is shown after the name.
        words: The reader's language, for the pseudo-language's name.
    """
    if code == PSEUDO_LANGUAGE:
        return words.gettext("Long words (for tests)")
    language, _, region = code.replace("-", "_").partition("_")
    name = _NAMES.get(language, language)
    return f"{name} ({region})" if region else name
