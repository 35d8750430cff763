"""The numbers of the rules: read, changed within sane ranges, and held against their sources."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ankle_coach.domain.changes import Changes
from ankle_coach.domain.errors import AnkleCoachError
from ankle_coach.services.new_id import new_id

if TYPE_CHECKING:
    from collections.abc import Mapping

    from ankle_coach.domain.own_thresholds import OwnThresholds, ThresholdChange
    from ankle_coach.domain.thresholds import Difference, Spec, Thresholds
    from ankle_coach.services.journal_reader import JournalReader


class ThresholdError(AnkleCoachError):
    """A number out of its sane range, or one that there is not."""


class ThresholdService:
    """Reads and changes the plan's thresholds; each choice is a record, and holds from its day on."""

    def __init__(self, reader: JournalReader) -> None:
        """Work on the journal."""
        self._reader = reader

    def current(self) -> Thresholds:
        """Return the numbers that hold: chosen ones, else the plan's, else the source's."""
        from ankle_coach.domain.journal_fold import thresholds_of  # noqa: PLC0415 - loads with the rules
        from ankle_coach.domain.thresholds import SOURCE  # noqa: PLC0415 - as above

        contents = self._reader.contents()
        return thresholds_of(contents, self._reader.today()) if contents is not None else SOURCE

    def differences(self) -> tuple[Difference, ...]:
        """Return the numbers that differ from the source, with the source's."""
        from ankle_coach.domain.thresholds import differences  # noqa: PLC0415 - loads with the rules

        return differences(self.current())

    def history(self) -> tuple[ThresholdChange, ...]:
        """Return every number that was changed, the newest first."""
        from ankle_coach.domain.own_thresholds import (  # noqa: PLC0415 - loads with the rules
            OwnThresholds,
            threshold_changes,
        )

        contents = self._reader.contents()
        if contents is None:
            return ()
        return threshold_changes(contents.of(OwnThresholds), contents.plans)[::-1]

    def spec(self, name: str) -> Spec:
        """Return range, source and row of a threshold.

        Raises:
            ThresholdError: There is no such threshold.
        """
        from ankle_coach.domain.thresholds import SPECS  # noqa: PLC0415 - loads with the rules

        if name not in SPECS:
            raise ThresholdError(f"There is no threshold {name!r}.")
        return SPECS[name]

    def problem(self, values: Mapping[str, int]) -> str:
        """Return why numbers cannot be kept beside those that hold, in one sentence; empty if they can.

        Args:
            values: The numbers that would change, by name.
        """
        try:
            self._own(values, by_therapist=False, note="")
        except ThresholdError as error:
            return str(error)
        return ""

    def change(self, name: str, value: int, *, by_therapist: bool = False, note: str = "") -> Changes:
        """Keep another number for a threshold; see `change_all`."""
        return self.change_all({name: value}, by_therapist=by_therapist, note=note)

    def change_all(self, values: Mapping[str, int], *, by_therapist: bool = False, note: str = "") -> Changes:
        """Keep other numbers for some thresholds, as one choice; those that are not named stay.

        Args:
            values: The numbers by name.
            by_therapist: Whether a therapist chose them.
            note: Own words.

        Raises:
            ThresholdError: There is no such threshold, or a number is out of its range.
        """
        from msgspec.structs import asdict  # noqa: PLC0415 - loads with the rules

        own = self._own(values, by_therapist=by_therapist, note=note)
        if asdict(own.thresholds()) == asdict(self.current()):
            return Changes.NONE
        self._reader.keep(own, own.id, own.chosen)
        return Changes.PLAN | Changes.DECISIONS

    def restore(self, name: str = "", *, by_therapist: bool = False) -> Changes:
        """Go back to the source's number, or to all of them where no name is given."""
        from ankle_coach.domain.thresholds import SOURCE, SPECS  # noqa: PLC0415 - loads with the rules

        names = (name,) if name else tuple(SPECS)
        return self.change_all({one: getattr(SOURCE, one) for one in names}, by_therapist=by_therapist)

    def _own(self, values: Mapping[str, int], *, by_therapist: bool, note: str) -> OwnThresholds:
        """Return a choice that holds all numbers that then differ from the source."""
        from ankle_coach.domain.own_thresholds import OwnThresholds  # noqa: PLC0415 - loads with the rules
        from ankle_coach.domain.thresholds import SOURCE  # noqa: PLC0415 - as above

        for name in values:
            self.spec(name)
        held = {known.name: known.value for known in self.differences()}
        numbers = {
            name: value for name, value in {**held, **values}.items() if value != getattr(SOURCE, name)
        }
        moment, contents = self._reader.moment(), self._reader.contents()
        last = contents.latest(OwnThresholds) if contents is not None else None
        at_once = last is not None and last.chosen.at == moment.at
        try:
            return OwnThresholds(
                id=last.id if last is not None and at_once else new_id(),
                chosen=moment,
                values=numbers,
                by_therapist=by_therapist,
                note=note,
            )
        except ValueError as error:
            raise ThresholdError(f"{error}.") from error
