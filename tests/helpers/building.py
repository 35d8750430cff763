"""The plan builder over fakes: a therapist with two persons, the shipped library, and a page in view."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from ankle_coach.domain.exercise import Equipment
from ankle_coach.domain.journal import Role
from ankle_coach.domain.plan import Prescription
from ankle_coach.domain.settings import UserRole
from ankle_coach.domain.words import PLAIN_WORDS
from ankle_coach.i18n import translator
from ankle_coach.services.plan_builder_service import PlanBuilderService
from ankle_coach.ui.change_hub import ChangeHub
from ankle_coach.ui.own_exercise_desk import OwnExerciseDesk
from ankle_coach.ui.pages.plan_builder_page import BuilderParts, PlanBuilderPage
from ankle_coach.ui.plan_draft import PlanDraft
from ankle_coach.ui.theme import Theme
from tests.helpers.builders import person
from tests.helpers.coach import FakeCoach
from tests.helpers.plan_pages import handout_desk

ROBIN, KIM = "person-1", "person-2"
FOUR = ("str-calf-bi", "bal-single-leg", "flx-wall-gastroc", "mob-ankle-circles")
"""A small plan: one of each pillar, and circles."""


def clinic(equipment: tuple[Equipment, ...] | None = None) -> FakeCoach:
    """A therapist with Robin open, and Kim."""
    coach = FakeCoach()
    coach.journal.save_person(person(role=Role.PATIENT, equipment=equipment))
    coach.journal.save_person(person(id=KIM, name="Kim", role=Role.PATIENT, affected=None))
    coach.services.settings.change(role=UserRole.THERAPIST, open_person=ROBIN)
    return coach


def draft_of(coach: FakeCoach, *exercises: str, parent: QObject | None = None) -> PlanDraft:
    """Robin's draft with some exercises at their usual dose."""
    service = coach.services.builder
    draft = PlanDraft(service, coach.services.library, ROBIN, "Exercise plan", parent)
    for exercise in exercises:
        add(draft, exercise, service)
    return draft


def add(draft: PlanDraft, exercise: str, service: PlanBuilderService) -> str:
    """Add an exercise where it fits, and return the id of its prescription."""
    from ankle_coach.ui.plan_adder import PlanAdder

    found: list[str] = []
    adder = PlanAdder(draft, service, service._library, PLAIN_WORDS)
    adder.added.connect(found.append)
    adder.add(exercise)
    return found[0]


def only(draft: PlanDraft, exercise: str) -> Prescription:
    """The prescription of an exercise."""
    return next(p for p in draft.plan.prescriptions if p.exercise == exercise)


@dataclass
class Building:
    """A page with what stands behind it."""

    coach: FakeCoach
    service: PlanBuilderService
    hub: ChangeHub
    page: PlanBuilderPage

    @property
    def draft(self) -> PlanDraft:
        """What is built."""
        return self.page.draft

    def fill(self, *exercises: str) -> Building:
        """Add exercises as a click does."""
        for exercise in exercises:
            self.page.adder.add(exercise)
        self.page.outline.choose(())
        self.page.toast.hide_message()
        return self

    def id_of(self, exercise: str) -> str:
        """The prescription of an exercise."""
        return only(self.draft, exercise).id


def open_builder(
    qtbot: QtBot,
    theme: Theme,
    coach: FakeCoach | None = None,
    *,
    printing: bool = False,
    size: tuple[int, int] = (1366, 768),
    shown: bool = True,
) -> Building:
    """Open the builder for Robin."""
    made = coach or clinic()
    services, hub = made.services, ChangeHub()
    service = services.builder
    words = translator("en")
    handouts = handout_desk(made, theme) if printing else None
    own = OwnExerciseDesk(services.own_exercises, services.library, theme, words, hub, lambda: 0)
    page = PlanBuilderPage(
        BuilderParts(service, handouts, own=own), ROBIN, services.library, theme, words, hub
    )
    qtbot.addWidget(page, before_close_func=_rest)
    page.resize(*size)
    if shown:
        with qtbot.waitActive(page):
            page.show()
    return Building(made, service, hub, page)


def _rest(page: QWidget) -> None:
    """Let nothing be unsaved or said when a test closes the page."""
    assert isinstance(page, PlanBuilderPage)
    page.toast.hide_message()
    page.draft.mark_saved(page.draft.plan)
