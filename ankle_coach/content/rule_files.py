"""The content of rules, each part of which is read only when somebody asks for it."""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING

from ankle_coach.content.toml_file import TableReader, read_table

if TYPE_CHECKING:
    from ankle_coach.domain.measures import MeasureCatalog
    from ankle_coach.domain.safety_content import CompressionFile, IceFile, SafetyContent


class RuleFiles:
    """The shipped files under ``resources/safety`` and the measures."""

    def __init__(self, read: TableReader = read_table) -> None:
        """Read nothing yet.

        Args:
            read: Reads the table of a file.
        """
        self._read = read

    @cached_property
    def safety(self) -> SafetyContent:
        """Questions, ice, compression and cards.

        Raises:
            ContentError: A file cannot be used.
        """
        from ankle_coach.content.safety_files import load_safety  # noqa: PLC0415 - few starts need it

        return load_safety(read=self._read)

    @cached_property
    def ice(self) -> IceFile:
        """Ice alone, which Today shows.

        Raises:
            ContentError: The file cannot be used.
        """
        from ankle_coach.content.safety_files import load_ice  # noqa: PLC0415 - few starts need it

        return load_ice(read=self._read)

    @cached_property
    def compression(self) -> CompressionFile:
        """The wrap alone.

        Raises:
            ContentError: A file cannot be used.
        """
        return self.safety.compression

    @cached_property
    def measures(self) -> MeasureCatalog:
        """Measures and questionnaires.

        Raises:
            ContentError: The file cannot be used.
        """
        from ankle_coach.content.safety_files import load_measures  # noqa: PLC0415 - few starts need it

        return load_measures(read=self._read)
