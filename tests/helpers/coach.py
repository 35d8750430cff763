"""The use cases wired over fakes: the shipped library, a journal in memory, a clock turned by hand."""

from __future__ import annotations

from dataclasses import dataclass, field

from ankle_coach.content.catalog import open_library
from ankle_coach.content.rule_files import RuleFiles
from ankle_coach.domain.library import Library
from ankle_coach.domain.sides import Side
from ankle_coach.wiring import Services, build_services
from tests.helpers.fake_clock import FakeClock
from tests.helpers.memory_journal import MemoryJournal
from tests.helpers.memory_settings import MemorySettings

LIBRARY = open_library()
"""The shipped library; it is frozen, so that tests may share it."""
RULES = RuleFiles()
"""The shipped rules; as frozen."""


@dataclass
class FakeCoach:
    """A wired app without a window.

    Attributes:
        clock: Turned by hand; Monday morning unless a test says otherwise.
        journal: In memory.
        settings: In memory.
        library: The shipped one.
        rules: The shipped ones.
    """

    clock: FakeClock = field(default_factory=FakeClock)
    journal: MemoryJournal = field(default_factory=MemoryJournal)
    settings: MemorySettings = field(default_factory=MemorySettings)
    library: Library = LIBRARY
    rules: RuleFiles = RULES

    def __post_init__(self) -> None:
        """Wire the services."""
        self.services: Services = build_services(
            self.journal, self.settings, self.clock, self.library, self.rules
        )

    def with_plan(self, phase: str = "p3", affected: Side | None = Side.RIGHT) -> FakeCoach:
        """Accept the general program's plan and return this coach."""
        plans = self.services.plans
        plans.accept(plans.propose(plans.first_program(), phase, affected))
        return self
