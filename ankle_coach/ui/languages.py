"""The names of languages, each in itself, as a list to choose from shows them."""

from __future__ import annotations

from ankle_coach.domain.words import Words
from ankle_coach.i18n import PSEUDO_LANGUAGE


def language_name(code: str, words: Words) -> str:
    """Return a language's name in itself; the code where it is not known.

    Args:
        code: Code such as ``de``.
        words: The reader's language, for the pseudo-language's name.
    """
    from PySide6.QtCore import QLocale  # noqa: PLC0415 - loads with the first list of languages

    if code == PSEUDO_LANGUAGE:
        return words.gettext("Long words (for tests)")
    locale = QLocale(code)
    name = locale.nativeLanguageName() if locale.language() is not QLocale.Language.C else ""
    return name[:1].upper() + name[1:] if name else code
