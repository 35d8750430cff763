"""Translations: one object per language, as many at once as are needed.

A window in one language can print a handout in another, so nothing is
installed globally; whoever makes a sentence is given a :class:`Translator`.
"""

from __future__ import annotations

import gettext as gnu
import io
import re

from ankle_coach.resources import ResourceError, list_files, read_bytes

SOURCE_LANGUAGE = "en"
PSEUDO_LANGUAGE = "qps"
_DOMAIN = "ankle_coach"
_KEPT = re.compile(r"(\{[^{}]*\}|<[^<>]*>|%[sd%])")
_ACCENTED = str.maketrans("AEIOUYCNSZaeiouycnsz", "ÀÊÎÖÛÝÇÑŠŽàêîöûýçñšž")
_GROWTH = 0.35
_LONGEST_WORD = 12


class Translator:
    """The words of one language; satisfies ``domain.words.Words``."""

    def __init__(self, language: str, catalog: gnu.NullTranslations) -> None:
        """Wrap a catalog.

        Args:
            language: The language's code, such as ``en`` or ``de``.
            catalog: Its translations; what it lacks stays as written.
        """
        self.language = language
        self._catalog = catalog

    def gettext(self, message: str) -> str:
        """Return the translation of a message."""
        return self._catalog.gettext(message)

    def ngettext(self, singular: str, plural: str, n: int) -> str:
        """Return the translation of a message in the form that a number asks for."""
        return self._catalog.ngettext(singular, plural, n)

    def pgettext(self, context: str, message: str) -> str:
        """Return the translation of a message whose meaning depends on where it stands."""
        return self._catalog.pgettext(context, message)


class _PseudoCatalog(gnu.NullTranslations):
    """Makes every message longer and accented, so that tests see what is not translated or does not fit."""

    def gettext(self, message: str) -> str:
        return pseudo(message)

    def ngettext(self, msgid1: str, msgid2: str, n: int) -> str:
        return pseudo(msgid1 if n == 1 else msgid2)

    def pgettext(self, context: str, message: str) -> str:  # noqa: ARG002 - an override
        return pseudo(message)


def pseudo(message: str) -> str:
    """Return a message in the pseudo-language: accented, longer, with its placeholders kept.

    An empty message stays empty.
    """
    if not message:
        return message
    parts = _KEPT.split(message)
    accented = "".join(part if index % 2 else part.translate(_ACCENTED) for index, part in enumerate(parts))
    growth = max(1, round(len(message) * _GROWTH))
    tail = " ".join("~" * min(_LONGEST_WORD, growth - start) for start in range(0, growth, _LONGEST_WORD))
    return f"[{accented}{tail}]"


def translator(language: str = SOURCE_LANGUAGE) -> Translator:
    """Return the words of a language.

    Args:
        language: A code such as ``de``, ``de_AT`` or ``qps``. A region falls back
            to its language, an unknown language to English.
    """
    if language == PSEUDO_LANGUAGE:
        return Translator(language, _PseudoCatalog())
    code = language.replace("-", "_")
    for candidate in (code, code.split("_", maxsplit=1)[0]):
        catalog = _load(candidate)
        if catalog is not None:
            return Translator(candidate, catalog)
    return Translator(SOURCE_LANGUAGE, gnu.NullTranslations())


def _load(language: str) -> gnu.NullTranslations | None:
    try:
        data = read_bytes("translations", language, "LC_MESSAGES", f"{_DOMAIN}.mo")
    except ResourceError:
        return None
    return gnu.GNUTranslations(io.BytesIO(data))


def available_languages() -> tuple[str, ...]:
    """Return the codes of the languages that are shipped, English first."""
    try:
        folders = list_files("translations", "")
    except ResourceError:
        return (SOURCE_LANGUAGE,)
    shipped = [folder.name for folder in folders if (folder / "LC_MESSAGES" / f"{_DOMAIN}.mo").is_file()]
    return (SOURCE_LANGUAGE, *(code for code in shipped if code != SOURCE_LANGUAGE))
