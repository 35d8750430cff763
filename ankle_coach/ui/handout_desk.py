"""Makes the handout of the plan that holds, and opens what prints it."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from PySide6.QtCore import QObject, Slot
from PySide6.QtGui import QKeySequence
from PySide6.QtWidgets import QPushButton, QWidget

from ankle_coach.domain.emergency import emergency_number
from ankle_coach.domain.letterhead import Letterhead
from ankle_coach.domain.settings import Settings, Units
from ankle_coach.ui.languages import language_name

if TYPE_CHECKING:
    from collections.abc import Callable
    from datetime import date

    from ankle_coach.domain.library import Library
    from ankle_coach.domain.plan import Plan
    from ankle_coach.domain.safety_content import SafetyContent
    from ankle_coach.i18n import Translator
    from ankle_coach.printing.handout import Handout, Options
    from ankle_coach.printing.handout import Letterhead as PrintedLetterhead
    from ankle_coach.services.coach_service import CoachService
    from ankle_coach.services.own_library import OwnExercises
    from ankle_coach.services.person_service import PersonService
    from ankle_coach.services.plan_service import PlanService
    from ankle_coach.ui.theme import Theme

_LETTER_COUNTRIES = frozenset({"US", "CA", "MX", "PH", "CL", "CO", "VE", "CR", "GT", "PA", "DO", "PR"})
"""Where letters are printed on Letter paper."""


class HandoutParts(NamedTuple):
    """What a handout is made from.

    Attributes:
        plans: The plan and its versions.
        coach: Where each prescription stands.
        people: Whose plan it is.
        own: The own exercises.
        safety: When to stop and who to see; read when it is first printed.
        settings: Tells units, country and tone.
        today: Tells the running training day.
        letterhead: Tells the clinic's letterhead; read when it is first printed.
    """

    plans: PlanService
    coach: CoachService
    people: PersonService
    own: OwnExercises
    safety: Callable[[], SafetyContent]
    settings: Callable[[], Settings]
    today: Callable[[], date]
    letterhead: Callable[[], Letterhead] = Letterhead


class HandoutDesk(QObject):
    """Keeps the choices of the last sheet for the next one, until the app closes."""

    def __init__(
        self,
        parts: HandoutParts,
        library: Library,
        theme: Theme,
        words: Translator,
        parent: QWidget | None = None,
    ) -> None:
        """Remember what handouts are made from.

        Args:
            parts: The services.
            library: The exercises, own ones among them.
            theme: The look.
            words: The window's language; it is the sheet's, unless the person has one.
            parent: Qt owner.
        """
        super().__init__(parent)
        self._parts, self._library, self._theme, self._words = parts, library, theme, words
        self._options: Options | None = None

    def button(self) -> QPushButton:
        """Return a button that opens the print dialog, with the system's key for printing."""
        button = QPushButton(self._words.gettext("Print…"))
        button.setObjectName("print_button")
        button.setToolTip(self._words.gettext("The plan on paper: preview, printer, PDF"))
        button.setShortcut(QKeySequence(QKeySequence.StandardKey.Print))
        button.clicked.connect(self._on_button_clicked)
        return button

    def handout(self, version: Plan | None = None) -> Handout | None:
        """Return the handout of the plan that holds today, or of an older version; None where there is none.

        An older version shows the doses that it was made with, as its handout did.
        """
        from ankle_coach.i18n import translator  # noqa: PLC0415 - with the first sheet
        from ankle_coach.printing.handout import Handout  # noqa: PLC0415 - as above

        parts, today = self._parts, self._parts.today()
        current = parts.plans.current(today)
        plan = version or current
        if plan is None:
            return None
        person, settings = parts.people.current(), parts.settings()
        language = (person.language if person is not None else "") or self._words.language
        words = translator(language)
        standings = parts.coach.standings() if plan == current else ()
        return Handout(
            plan=plan,
            library=self._library,
            safety=parts.safety(),
            words=words,
            language=words.language,
            made_on=today,
            name=person.name if person is not None else "",
            standings=standings,
            standings_on=today if standings else None,
            own={own.id: own for own in parts.own.used_in([plan])},
            clinic=self._clinic(),
            emergency_number=emergency_number(settings.country),
            options=self._options or first_options(settings),
        )

    def _clinic(self) -> PrintedLetterhead:
        """Return the head of a therapist's sheet; a runner's has none."""
        from ankle_coach.printing.handout import Letterhead as Printed  # noqa: PLC0415 - with the first sheet

        if not self._parts.people.by_therapist:
            return Printed()
        kept = self._parts.letterhead()
        lines = [line for line in (kept.therapist, kept.address) if line]
        logo = kept.logo.data if kept.logo is not None else b""
        return Printed(name=kept.name, address="\n".join(lines), phone=kept.phone, logo=logo)

    def open_print(self, parent: QWidget, version: Plan | None = None) -> None:
        """Open the print dialog over a window; nothing where there is no plan.

        Args:
            parent: The window.
            version: An older version of the plan; None for the one that holds today.
        """
        from ankle_coach.i18n import available_languages  # noqa: PLC0415 - as above
        from ankle_coach.ui.dialogs.print_dialog import PrintDialog  # noqa: PLC0415 - as above

        handout = self.handout(version)
        if handout is None:
            return
        languages = [(code, language_name(code, self._words)) for code in available_languages()]
        dialog = PrintDialog(handout, self._theme, self._words, parent, languages=languages)

        def remember() -> None:
            self._options = dialog.options

        dialog.finished.connect(remember)
        dialog.open()

    @Slot()
    def _on_button_clicked(self) -> None:
        button = self.sender()
        if isinstance(button, QWidget):
            self.open_print(button.window())


def first_options(settings: Settings) -> Options:
    """Return the options before anybody chose: the country's paper, its units, the person's tone."""
    from ankle_coach.printing.handout import Options  # noqa: PLC0415 - with the first sheet
    from ankle_coach.printing.pages import Paper  # noqa: PLC0415 - as above

    country = settings.country
    letter = country in _LETTER_COUNTRIES or (not country and settings.units is Units.US)
    return Options(paper=Paper.LETTER if letter else Paper.A4, units=settings.units, tone=settings.skin_tone)
