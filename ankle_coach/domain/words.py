"""What the domain needs of a translator: it makes sentences, and has no language of its own."""

from __future__ import annotations

from typing import Protocol


class Words(Protocol):
    """The three gettext verbs. `ankle_coach.i18n` has the real one; `PlainWords` is English as written."""

    def gettext(self, message: str) -> str:
        """Return the message in the reader's language."""

    def ngettext(self, singular: str, plural: str, n: int) -> str:
        """Return the form of the message that goes with the number n."""

    def pgettext(self, context: str, message: str) -> str:
        """Return the message in the reader's language, told apart from its homonyms by a context."""


class PlainWords:
    """English exactly as it stands in the code and the content."""

    def gettext(self, message: str) -> str:
        """Return the message unchanged."""
        return message

    def ngettext(self, singular: str, plural: str, n: int) -> str:
        """Return the singular for one and the plural for any other number."""
        return singular if n == 1 else plural

    def pgettext(self, context: str, message: str) -> str:  # noqa: ARG002 - the Protocol names it
        """Return the message unchanged."""
        return message


PLAIN_WORDS = PlainWords()
