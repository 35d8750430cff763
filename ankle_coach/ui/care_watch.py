"""Watches ice, a raised leg and a wrap while any page is open: a timer, and an alarm until it is answered."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QObject, QTimer, Signal, Slot

from ankle_coach.domain.care import CareKind
from ankle_coach.domain.changes import Changes
from ankle_coach.domain.errors import AnkleCoachError
from ankle_coach.services.care_service import CareNow, CareService
from ankle_coach.services.ice_service import IceNow, IceService
from ankle_coach.services.settings_service import SettingsService
from ankle_coach.ui.change_hub import ChangeHub
from ankle_coach.ui.cue_player import CuePlayer
from ankle_coach.ui.cue_tones import Tone

TICK_MS = 1000
ALARM_TICKS = 4
"""Ticks from one alarm to the next while ice waits for an answer."""


class CareWatch(QObject):
    """Looks at the clock once a second while something is on, and stands still otherwise.

    `ticked` comes with every look, `alarm_rang` with every alarm, for what can be seen of it; `failed` says
    in a sentence what could not be read or written.
    """

    ticked = Signal()
    alarm_rang = Signal()
    failed = Signal(str)

    def __init__(
        self,
        ice: IceService,
        care: CareService,
        settings: SettingsService,
        hub: ChangeHub,
        *,
        cues: CuePlayer | None = None,
        parent: QObject | None = None,
    ) -> None:
        """Begin to watch, with what an earlier run of the program left on.

        Args:
            ice: The ice on the skin.
            care: A raised leg and a wrap.
            settings: Whether tones are played, and how loud.
            hub: Tells when something was started or ended, and is told.
            cues: Plays the alarm; None for the computer's sound.
            parent: Qt owner.
        """
        super().__init__(parent)
        self.ice_service, self.care_service = ice, care
        self._settings, self._hub = settings, hub
        self._cues = cues or CuePlayer()
        self._ice: IceNow | None = None
        self._cares: dict[CareKind, CareNow] = {}
        self._ticks_alarming = 0
        self._told: set[str] = set()
        self._timer = QTimer(self)
        self._timer.setInterval(TICK_MS)
        self._timer.timeout.connect(self.look)
        hub.changed.connect(self._on_hub_changed)
        self.look()

    @property
    def ice(self) -> IceNow | None:
        """The ice on the skin as of the last look."""
        return self._ice

    @property
    def cares(self) -> tuple[CareNow, ...]:
        """A raised leg and a wrap as of the last look."""
        return tuple(self._cares.values())

    @property
    def is_anything_on(self) -> bool:
        """Whether there is something to watch."""
        return self._ice is not None or bool(self._cares)

    @property
    def is_watching(self) -> bool:
        """Whether the timer runs."""
        return self._timer.isActive()

    @property
    def can_sound(self) -> bool:
        """Whether the alarm can be heard, as far as is known."""
        return self._settings.current().sound and self._cues.is_available

    @Slot()
    def look(self) -> None:
        """Look at the clock."""
        try:
            self._ice = self.ice_service.running()
            found = {kind: self.care_service.running(kind) for kind in CareKind}
        except AnkleCoachError as error:
            self.stop()
            self.failed.emit(str(error))
            return
        self._cares = {kind: now for kind, now in found.items() if now is not None}
        self._run_timer()
        self._ring()
        self.ticked.emit()

    def do(self, action: Callable[[], Changes]) -> None:
        """Answer what is asked: write, fall silent, tell everybody; or say why it could not be written."""
        self._cues.stop()
        try:
            changes = action()
        except AnkleCoachError as error:
            self.failed.emit(str(error))
            return
        self._hub.publish(changes, None)

    def stop(self) -> None:
        """Watch no longer, and fall silent."""
        self._timer.stop()
        self._cues.stop()

    def _run_timer(self) -> None:
        if self.is_anything_on and not self._timer.isActive():
            if self._settings.current().sound:
                self._cues.prepare(self._settings.current().volume)
            self._timer.start()
        elif not self.is_anything_on and self._timer.isActive():
            self.stop()

    def _ring(self) -> None:
        """Sound the alarm now and every few seconds while ice waits; once for what else is due."""
        if self._ice is not None and self._ice.stage.alarms:
            if self._ticks_alarming % ALARM_TICKS == 0:
                self._alarm(Tone.ALARM)
            self._ticks_alarming += 1
            return
        self._ticks_alarming = 0
        for now in self._cares.values():
            if now.is_due and now.care.id not in self._told:
                self._told.add(now.care.id)
                self._alarm(Tone.SESSION_DONE)

    def _alarm(self, tone: Tone) -> None:
        if self._settings.current().sound:
            self._cues.play(tone)
        self.alarm_rang.emit()

    @Slot(object, object)
    def _on_hub_changed(self, changes: Changes, initiator: object) -> None:
        if changes.touches(Changes.ICE | Changes.PERSON):
            self._ticks_alarming = 0
            self.look()
