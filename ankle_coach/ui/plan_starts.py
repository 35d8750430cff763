"""What a plan can start from, as a menu: programs, own templates, plans of other persons."""

from __future__ import annotations

from PySide6.QtWidgets import QMenu, QWidget

from ankle_coach.domain.plan import Plan
from ankle_coach.domain.program import Program, ProgramKind
from ankle_coach.domain.program_texts import phase_name, program_name
from ankle_coach.domain.words import Words
from ankle_coach.services.plan_builder_service import PlanBuilderService
from ankle_coach.ui.dialogs.other_plan_dialog import OtherPlanDialog
from ankle_coach.ui.plan_draft import PlanDraft
from ankle_coach.ui.theme import Theme


class PlanStarts:
    """Starts a draft anew; each start is a step that Undo takes back."""

    def __init__(self, draft: PlanDraft, service: PlanBuilderService, theme: Theme, words: Words) -> None:
        """Start plans for the person of a draft.

        Args:
            draft: The plan.
            service: Knows what there is to start from.
            theme: The look.
            words: The reader's language.
        """
        self._draft, self._service, self._theme, self._words = draft, service, theme, words
        self.dialog: OtherPlanDialog | None = None

    @property
    def programs(self) -> tuple[Program, ...]:
        """The programs whose phases end by criteria."""
        return tuple(p for p in self._service.programs() if p.kind is ProgramKind.PROGRAM)

    @property
    def presets(self) -> tuple[Program, ...]:
        """The published programs."""
        return tuple(p for p in self._service.programs() if p.kind is ProgramKind.PRESET)

    def start_program(self, program: Program, phase_id: str) -> None:
        """Start from a phase of a program."""
        phase = phase_name(program, program.phase(phase_id), self._words)
        place = f"{program_name(program, self._words)}, {phase}"
        self._start(place, self._service.from_program(self._draft.person, program.id, phase_id))

    def start_template(self, template_id: str) -> None:
        """Start from an own template; nothing happens where it is gone."""
        for template in self._service.templates():
            if template.id == template_id:
                self._start(template.name, self._service.from_template(self._draft.person, template))

    def start_other(self, plan: Plan, name: str) -> None:
        """Start from the plan of another person."""
        self._start(name, self._service.from_other(self._draft.person, plan))

    def start_current(self) -> None:
        """Start from the person's own plan as it was last saved."""
        plan = self._service.from_current(self._draft.person)
        if plan is not None:
            self._start(self._words.gettext("the saved plan"), plan)

    def start_blank(self) -> None:
        """Start with nothing."""
        name = self._words.gettext("Exercise plan")
        self._start(self._words.gettext("nothing"), self._service.blank(self._draft.person, name))

    def menu(self, parent: QWidget) -> QMenu:
        """Return the menu of everything that a plan can start from."""
        words, menu = self._words, QMenu(parent)
        menu.setObjectName("start_menu")
        self._add_programs(menu.addMenu(words.gettext("A program and phase")), self.programs)
        self._add_programs(menu.addMenu(words.gettext("A published program")), self.presets)
        templates = menu.addMenu(words.gettext("A template of mine"))
        for template in self._service.templates():
            action = templates.addAction(_plain(template.name))
            action.triggered.connect(lambda _checked=False, t=template.id: self.start_template(t))
        templates.setEnabled(not templates.isEmpty())
        others = menu.addAction(words.gettext("Another person's plan…"))
        others.setObjectName("start_other")
        others.triggered.connect(lambda: self._ask_other(parent))
        others.setEnabled(bool(self._service.others(self._draft.person)))
        menu.addSeparator()
        current = menu.addAction(words.gettext("The saved plan"))
        current.triggered.connect(self.start_current)
        current.setEnabled(self._service.current(self._draft.person) is not None)
        menu.addAction(words.gettext("Nothing")).triggered.connect(self.start_blank)
        return menu

    def _ask_other(self, parent: QWidget) -> None:
        """Ask whose plan is meant; a person without one is told apart there."""
        dialog = OtherPlanDialog(self._draft.person, self._service, self._theme, self._words, parent.window())
        dialog.plan_chosen.connect(self.start_other)
        dialog.open()
        self.dialog = dialog

    def _add_programs(self, menu: QMenu, programs: tuple[Program, ...]) -> None:
        for program in programs:
            name = _plain(program_name(program, self._words))
            if len(program.phases) == 1:
                self._add_phase(menu, program, program.phases[0].id, name)
                continue
            phases = menu.addMenu(name)
            for phase in program.phases:
                self._add_phase(phases, program, phase.id, _plain(phase_name(program, phase, self._words)))

    def _add_phase(self, menu: QMenu, program: Program, phase_id: str, text: str) -> None:
        action = menu.addAction(text)
        action.setObjectName(f"start_{program.id}_{phase_id}")
        action.triggered.connect(lambda _checked=False: self.start_program(program, phase_id))

    def _start(self, place: str, plan: Plan) -> None:
        name = self._words.gettext("start from {place}").format(place=place)
        self._draft.start_anew(name, plan)


def _plain(text: str) -> str:
    return text.replace("&", "&&")
