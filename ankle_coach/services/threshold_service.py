"""The numbers of the rules: read, changed within sane ranges, and held against their sources."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ankle_coach.domain.changes import Changes
from ankle_coach.domain.errors import AnkleCoachError
from ankle_coach.services.new_id import new_id

if TYPE_CHECKING:
    from ankle_coach.domain.own_thresholds import OwnThresholds
    from ankle_coach.domain.thresholds import Difference, Spec, Thresholds
    from ankle_coach.services.journal_reader import JournalReader


class ThresholdError(AnkleCoachError):
    """A number out of its sane range, or one that there is not."""


class ThresholdService:
    """Reads and changes the plan's thresholds."""

    def __init__(self, reader: JournalReader) -> None:
        """Work on the journal."""
        self._reader = reader

    def current(self) -> Thresholds:
        """Return the numbers that hold."""
        from ankle_coach.domain.thresholds import SOURCE  # noqa: PLC0415 - loads with the rules

        own = self._own()
        return own.thresholds() if own is not None else SOURCE

    def differences(self) -> tuple[Difference, ...]:
        """Return the numbers that differ from the source, with the source's."""
        from ankle_coach.domain.thresholds import differences  # noqa: PLC0415 - loads with the rules

        return differences(self.current())

    def spec(self, name: str) -> Spec:
        """Return range, source and row of a threshold.

        Raises:
            ThresholdError: There is no such threshold.
        """
        from ankle_coach.domain.thresholds import SPECS  # noqa: PLC0415 - loads with the rules

        if name not in SPECS:
            raise ThresholdError(f"There is no threshold {name!r}.")
        return SPECS[name]

    def change(self, name: str, value: int, *, by_therapist: bool = False, note: str = "") -> Changes:
        """Keep another number for a threshold.

        Args:
            name: Its name.
            value: The number.
            by_therapist: Whether a therapist chose it.
            note: Own words.

        Raises:
            ThresholdError: There is no such threshold, or the number is out of its range.
        """
        own = self._own()
        values = {**(own.values if own is not None else {}), name: value}
        return self._keep(values, by_therapist=by_therapist, note=note)

    def restore(self, name: str = "") -> Changes:
        """Go back to the source's number, or to all of them where no name is given."""
        own = self._own()
        values = dict(own.values) if own is not None and name else {}
        values.pop(name, None)
        return self._keep(values, by_therapist=False, note="")

    def _own(self) -> OwnThresholds | None:
        from ankle_coach.domain.own_thresholds import OwnThresholds  # noqa: PLC0415 - loads with the rules

        contents = self._reader.contents()
        return contents.latest(OwnThresholds) if contents is not None else None

    def _keep(self, values: dict[str, int], *, by_therapist: bool, note: str) -> Changes:
        from ankle_coach.domain.own_thresholds import OwnThresholds  # noqa: PLC0415 - loads with the rules

        for name in values:
            self.spec(name)
        moment, before = self._reader.moment(), self._own()
        same_day = before is not None and before.chosen.training_day == moment.training_day
        try:
            own = OwnThresholds(
                id=before.id if before is not None and same_day else new_id(),
                chosen=moment,
                values=values,
                by_therapist=by_therapist,
                note=note,
            )
        except ValueError as error:
            raise ThresholdError(f"{error}.") from error
        self._reader.keep(own, own.id, moment)
        return Changes.PLAN | Changes.DECISIONS
