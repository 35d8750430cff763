"""Settings of the player's cues: tones, each with its own volume, the flash and the voice."""

from __future__ import annotations

from PySide6.QtCore import QSignalBlocker, Signal, Slot
from PySide6.QtWidgets import QCheckBox, QComboBox, QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from ankle_coach.domain.settings import Settings
from ankle_coach.domain.words import Words
from ankle_coach.ui.cue_tones import Tone, tone_word
from ankle_coach.ui.theme import Theme
from ankle_coach.ui.voice import Voice, VoiceState
from ankle_coach.ui.widgets.card import Card
from ankle_coach.ui.widgets.percent_slider import PercentSlider
from ankle_coach.ui.widgets.segmented_control import SegmentedControl
from ankle_coach.ui.widgets.settings_row import SettingsRow
from ankle_coach.ui.widgets.text_label import TextLabel
from ankle_coach.ui.widgets.wheel_guard import WheelGuard
from ankle_coach.ui.widgets.wrap_row import WrapRow

_STEP = 5
_RATES = (-40, 0, 40)

_ALONE, _EACH = 180, 190
"""The width that a control and each button beside it need, in pixels at 100 % text."""


class SoundCard(Card):
    """Shows settings and tells what is chosen; whoever owns it keeps it."""

    changed = Signal(dict)
    tone_test_requested = Signal(str)
    voice_test_requested = Signal()

    def __init__(
        self, theme: Theme, words: Words, voice: Voice | None, parent: QWidget | None = None
    ) -> None:
        """Make the card.

        Args:
            theme: The look.
            words: The reader's language.
            voice: Knows the voices of this computer; None for none.
            parent: Qt owner.
        """
        super().__init__(theme, words.gettext("Sound, voice and flash"), parent=parent)
        self._words, self._voice = words, voice
        self._volumes: dict[str, int] = {}
        self._sliders: dict[Tone, PercentSlider] = {}
        self._build_tones()
        self._build_each()
        self._build_voice()
        self._connect()

    def show_settings(self, settings: Settings) -> None:
        """Show settings as they are kept."""
        for box, checked in (
            (self._sound, settings.sound),
            (self._flash, settings.flash),
            (self._speaks, settings.voice),
        ):
            with QSignalBlocker(box):
                box.setChecked(checked)
        self._volume.set_value(settings.volume)
        for widget in (self._test, self._more):
            widget.setEnabled(settings.sound)
        self._volume.setEnabled(settings.sound or settings.voice)
        self._each.setVisible(settings.sound and self._more.isChecked())
        self._volumes = dict(settings.tone_volumes)
        for tone, slider in self._sliders.items():
            slider.set_value(self._volumes.get(tone, 100))
        self._show_voice(settings)

    def _show_voice(self, settings: Settings) -> None:
        names = self._voice.names() if settings.voice and self._voice is not None else []
        for widget in (self._voice_row, self._rate_row, self._say):
            widget.setVisible(settings.voice and bool(names))
        self._voice_problem.setVisible(settings.voice and not names)
        if settings.voice and not names:
            self._voice_problem.setText(self._why_silent())
        with QSignalBlocker(self._voices):
            self._voices.clear()
            self._voices.addItem(self._words.gettext("The computer's choice"), "")
            for name in names:
                self._voices.addItem(name, name)
            self._voices.setCurrentIndex(max(0, self._voices.findData(settings.speech_voice)))
        with QSignalBlocker(self._rate):
            nearest = min(_RATES, key=lambda rate: abs(rate - settings.speech_rate))
            self._rate.set_current(str(nearest))

    def _why_silent(self) -> str:
        words = self._words
        if self._voice is not None and self._voice.state is VoiceState.NO_LANGUAGE:
            return words.gettext("This computer has no voice for your language. The player stays silent.")
        return words.gettext("This computer has no voice. The player stays silent.")

    def _build_tones(self) -> None:
        words, theme = self._words, self._theme
        self._sound = _switch("sound", words)
        hint = words.gettext("A tone for each part of an exercise, each kind with its own")
        self.add_widget(SettingsRow(theme, words.gettext("Tones"), hint, self._sound, needs=420))
        self._volume = PercentSlider(theme, words, 0, 100, _STEP)
        self._volume.setObjectName("volume")
        self._test = QPushButton(words.gettext("Play a tone"))
        self._test.setObjectName("sound_test")
        self._more = QPushButton(words.gettext("Each tone by itself"))
        self._more.setObjectName("tones_more")
        self._more.setCheckable(True)
        name = words.gettext("Volume")
        self.add_widget(SettingsRow(theme, name, "", _in_a_row(theme, self._volume, self._test, self._more)))
        self._volume.setAccessibleName(name)

    def _build_each(self) -> None:
        words, theme = self._words, self._theme
        self._each = QWidget()
        self._each.setObjectName("tones_each")
        column = QVBoxLayout(self._each)
        column.setContentsMargins(0, 0, 0, 0)
        for tone in Tone:
            slider = PercentSlider(theme, words, 0, 100, _STEP)
            slider.setObjectName(f"volume_{tone}")
            play = QPushButton(words.gettext("Play"))
            play.setObjectName(f"play_{tone}")
            name = tone_word(tone, words)
            play.setAccessibleName(words.gettext("Play: {tone}").format(tone=name))
            column.addWidget(SettingsRow(theme, name, "", _in_a_row(theme, slider, play), needs=420))
            slider.setAccessibleName(name)
            slider.value_settled.connect(lambda percent, tone=tone: self._set_volume(tone, percent))
            play.clicked.connect(lambda _checked=False, tone=tone: self.tone_test_requested.emit(tone))
            self._sliders[tone] = slider
        self._each.hide()
        self.add_widget(self._each)
        self._flash = _switch("flash", words)
        hint = words.gettext("The player's edge lights up at each step; nothing blinks.")
        self.add_widget(SettingsRow(theme, words.gettext("Flash"), hint, self._flash, needs=420))

    def _build_voice(self) -> None:
        words, theme = self._words, self._theme
        self._speaks = _switch("voice", words)
        hint = words.gettext("Says the exercise, the side, the set and the count")
        self.add_widget(SettingsRow(theme, words.gettext("Voice"), hint, self._speaks, needs=420))
        self._voice_problem = TextLabel("", "muted")
        self._voice_problem.setObjectName("voice_problem")
        self.add_widget(self._voice_problem)
        self._voices = QComboBox()
        self._voices.setObjectName("voices")
        WheelGuard(self._voices)
        self._say = QPushButton(words.gettext("Say a sentence"))
        self._say.setObjectName("voice_test")
        name = words.gettext("Which voice")
        self._voice_row = SettingsRow(theme, name, "", _in_a_row(theme, self._voices, self._say))
        self._voices.setAccessibleName(name)
        self.add_widget(self._voice_row)
        pace = words.gettext("How fast it speaks")
        labels = (
            words.pgettext("pace", "Slow"),
            words.pgettext("pace", "Usual"),
            words.pgettext("pace", "Fast"),
        )
        self._rate = SegmentedControl(
            pace, [(str(rate), text) for rate, text in zip(_RATES, labels, strict=True)]
        )
        self._rate.setObjectName("speech_rate")
        self._rate_row = SettingsRow(theme, pace, "", self._rate, needs=480)
        self.add_widget(self._rate_row)

    def _connect(self) -> None:
        self._sound.toggled.connect(lambda on: self.changed.emit({"sound": on}))
        self._flash.toggled.connect(lambda on: self.changed.emit({"flash": on}))
        self._speaks.toggled.connect(lambda on: self.changed.emit({"voice": on}))
        self._volume.value_settled.connect(lambda percent: self.changed.emit({"volume": percent}))
        self._test.clicked.connect(lambda _checked=False: self.tone_test_requested.emit(Tone.GO))
        self._more.toggled.connect(self._each.setVisible)
        self._say.clicked.connect(self.voice_test_requested)
        self._voices.currentIndexChanged.connect(self._on_voices_index_changed)
        self._rate.current_changed.connect(lambda rate: self.changed.emit({"speech_rate": int(rate)}))

    def _set_volume(self, tone: Tone, percent: int) -> None:
        volumes = {**self._volumes, tone.value: percent}
        self.changed.emit(
            {"tone_volumes": {name: volume for name, volume in volumes.items() if volume < 100}}
        )

    @Slot(int)
    def _on_voices_index_changed(self, index: int) -> None:
        self.changed.emit({"speech_voice": self._voices.itemData(index)})


def _switch(name: str, words: Words) -> QCheckBox:
    box = QCheckBox(words.gettext("On"))
    box.setObjectName(name)
    return box


def _in_a_row(theme: Theme, first: QWidget, *others: QWidget) -> QWidget:
    """Return widgets beside each other; the first stands over the others where room is short."""
    beside = QWidget()
    row = QHBoxLayout(beside)
    row.setContentsMargins(0, 0, 0, 0)
    row.setSpacing(14)
    for widget in others:
        row.addWidget(widget)
    row.addStretch(1)
    return WrapRow(theme, first, beside, needs=_ALONE + _EACH * len(others))
