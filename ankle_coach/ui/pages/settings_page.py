"""Settings: each takes effect and is kept at once; there is nothing to save and nothing to get wrong."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import time
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QSignalBlocker, Qt, QUrl, Signal, Slot
from PySide6.QtGui import QDesktopServices, QGuiApplication
from PySide6.QtWidgets import QComboBox, QPushButton, QWidget

from ankle_coach import __version__
from ankle_coach.domain.changes import Changes
from ankle_coach.domain.date_words import clock_time
from ankle_coach.domain.errors import AnkleCoachError
from ankle_coach.domain.settings import ThemeSetting, Units, UserRole
from ankle_coach.domain.words import Words
from ankle_coach.services.settings_service import SettingsService
from ankle_coach.ui.change_hub import ChangeHub
from ankle_coach.ui.countries import countries
from ankle_coach.ui.dialogs.evidence_dialog import OpenAddress
from ankle_coach.ui.pages.settings_clinic import LetterheadCard, RoleCard
from ankle_coach.ui.pages.settings_player import PlayerCard
from ankle_coach.ui.pages.settings_reminders import ReminderCard
from ankle_coach.ui.pages.settings_sound import SoundCard
from ankle_coach.ui.reminder_tray import has_tray
from ankle_coach.ui.theme import MAX_TEXT_SCALE, MIN_TEXT_SCALE, Theme, ThemeChoice
from ankle_coach.ui.voice import Voice
from ankle_coach.ui.widgets.banner import Banner
from ankle_coach.ui.widgets.card import Card
from ankle_coach.ui.widgets.file_menu import FileAction, FileMenu
from ankle_coach.ui.widgets.flow_layout import FlowLayout
from ankle_coach.ui.widgets.percent_slider import PercentSlider
from ankle_coach.ui.widgets.scroll_page import ScrollPage
from ankle_coach.ui.widgets.segmented_control import SegmentedControl
from ankle_coach.ui.widgets.settings_row import SettingsRow
from ankle_coach.ui.widgets.text_label import TextLabel
from ankle_coach.ui.widgets.theme_tiles import ThemeTiles
from ankle_coach.ui.widgets.toast import Toast
from ankle_coach.ui.widgets.tone_tiles import ToneTiles
from ankle_coach.ui.widgets.visibility import set_shown
from ankle_coach.ui.widgets.wheel_guard import WheelGuard

if TYPE_CHECKING:
    from ankle_coach.domain.letterhead import Letterhead
    from ankle_coach.domain.pose_figure import Figure
    from ankle_coach.services.clinic_service import ClinicService

_LATEST_DAY_START = 11
_SCALE_STEP, _VOLUME_STEP = 10, 5
_PARTS = (
    "Qt for Python (LGPL 3.0), pyqtgraph (MIT), NumPy (BSD), msgspec (BSD), platformdirs (MIT), wakepy (MIT)"
)


class SettingsPage(ScrollPage):
    """What a person can choose about the app itself. `sound_test_requested` asks for a tone by its name."""

    sound_test_requested = Signal(str)
    voice_test_requested = Signal()
    file_action_requested = Signal(str)

    def __init__(  # noqa: PLR0913 - what the page shows comes from many places, each named
        self,
        settings: SettingsService,
        data_folder: Path,
        theme: Theme,
        words: Words,
        hub: ChangeHub,
        *,
        figures: Mapping[str, Figure] | None = None,
        voice: Voice | None = None,
        clinic: ClinicService | None = None,
        open_address: OpenAddress = QDesktopServices.openUrl,
    ) -> None:
        """Make the page.

        Args:
            settings: Reads and changes the settings.
            data_folder: Where the person's data lies; shown, never written by this page.
            theme: The look, which changes with the settings.
            words: The reader's language.
            hub: Is told of changes, and tells of those made elsewhere.
            figures: The figures by exercise id, one of which shows the tones; None draws none.
            voice: Knows the voices of this computer; None for none.
            clinic: Keeps the head of a therapist's handouts; None for none.
            open_address: Opens a folder outside the app.
        """
        super().__init__(theme, words.gettext("Settings"))
        self.setObjectName("settings_page")
        self._service, self._data_folder = settings, data_folder
        self._words, self._hub, self._open_address = words, hub, open_address
        self._voice, self._clinic = voice, clinic
        self._figures: Mapping[str, Figure] = {} if figures is None else figures
        self._build()
        self._connect()
        self._refresh()

    def _build(self) -> None:
        self._problem = Banner(self._theme, self._words, "danger", "")
        self._problem.setObjectName("settings_problem")
        set_shown(self._problem, False)
        self._toast = Toast(self)
        self._sound_card = SoundCard(self._theme, self._words, self._voice)
        self._player_card = PlayerCard(self._theme, self._words)
        self._role_card = RoleCard(self._theme, self._words)
        self._letterhead_card = LetterheadCard(self._theme, self._words)
        self._reminder_card = ReminderCard(self._theme, self._words, has_tray)
        for widget in (
            self._problem,
            self._role_card,
            self._letterhead_card,
            self._build_look(),
            self._build_figures(),
            self._sound_card,
            self._player_card,
            self._reminder_card,
            self._build_place(),
        ):
            self.add_widget(widget)
        self.add_side_widget(self._build_data())
        self.add_side_widget(self._build_about())

    def _build_look(self) -> Card:
        words, theme = self._words, self._theme
        card = Card(theme, words.gettext("Look"))
        self._tiles = ThemeTiles(theme, words)
        self._tiles.setObjectName("theme_tiles")
        card.add_widget(self._tiles)
        self._scale = PercentSlider(theme, words, MIN_TEXT_SCALE, MAX_TEXT_SCALE, _SCALE_STEP)
        self._scale.setObjectName("text_scale")
        hint = words.gettext("From 80 to 200 percent, in every page and in the player")
        card.add_widget(SettingsRow(theme, words.gettext("Text size"), hint, self._scale))
        sample = Card(theme, tone="alt")
        self._sample = TextLabel(words.gettext("3 sets of 12, up 2 s, hold 1 s, down 3 s"), "")
        self._sample.setObjectName("text_sample")
        sample.add_widget(self._sample)
        card.add_widget(sample)
        return card

    def _build_figures(self) -> Card:
        words = self._words
        card = Card(self._theme, words.gettext("Figures"), words.gettext("How the drawn person looks"))
        self._tones = ToneTiles(self._theme, self._figures, words)
        self._tones.setObjectName("tone_tiles")
        card.add_widget(self._tones)
        return card

    def _build_place(self) -> Card:
        words, theme = self._words, self._theme
        card = Card(theme, words.gettext("Units, place and day"))
        metric = words.pgettext("units", "Metric (kg, km)")
        us = words.pgettext("units", "US (lb, mi)")
        name = words.gettext("Units")
        self._units = SegmentedControl(name, ((Units.METRIC, metric), (Units.US, us)))
        self._units.setObjectName("units")
        card.add_widget(SettingsRow(theme, name, "", self._units, needs=480))
        self._country = _combo("country")
        self._country.addItem(words.gettext("Not chosen"), "")
        for code, country in countries():
            self._country.addItem(country, code)
        hint = words.gettext(
            "Where you are, for advice on whom to call. "
            "Without a checked number, texts say “your local emergency number”."
        )
        card.add_widget(SettingsRow(theme, words.gettext("Country"), hint, self._country))
        self._day_start = _combo("day_start")
        for hour in range(_LATEST_DAY_START + 1):
            for minute in (0, 30):
                self._add_day_start(time(hour, minute))
        hint = words.gettext("A session before this time counts for the day before.")
        card.add_widget(SettingsRow(theme, words.gettext("A new day starts at"), hint, self._day_start))
        return card

    def _add_day_start(self, start: time) -> None:
        self._day_start.addItem(clock_time(start, self._words), start.isoformat())

    def _build_data(self) -> Card:
        words = self._words
        note = words.gettext("Everything is kept in this folder on this computer and is sent nowhere.")
        card = Card(self._theme, words.gettext("Your data"), note)
        path = TextLabel(str(self._data_folder))
        path.setObjectName("data_folder")
        path.setTextFormat(Qt.TextFormat.PlainText)
        path.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        card.add_widget(path)
        self._open = QPushButton(words.gettext("Open folder"))
        self._open.setObjectName("open_folder")
        self._copy = QPushButton(words.gettext("Copy path"))
        self._copy.setObjectName("copy_path")
        buttons = QWidget()
        flow = FlowLayout(buttons, spacing=10)
        flow.addWidget(self._open)
        flow.addWidget(self._copy)
        actions = (
            FileAction.BACK_UP,
            FileAction.RESTORE,
            FileAction.OPEN,
            FileAction.SEND_JOURNAL,
            FileAction.SEND_LIBRARY,
        )
        files = FileMenu(words, actions)
        files.action_chosen.connect(self.file_action_requested)
        flow.addWidget(files)
        card.add_widget(buttons)
        return card

    def _build_about(self) -> Card:
        words = self._words
        name = words.gettext("Ankle Coach {version}").format(version=__version__)
        card = Card(self._theme, words.gettext("About"), name)
        card.setObjectName("about_card")
        for text, kind in (
            (words.gettext("This app gives education, not a diagnosis. If unsure, get checked."), "strong"),
            (
                words.gettext(
                    "Its exercises and rules come from published sources and no clinician has reviewed them. "
                    "A physical therapist can change every default."
                ),
                "body",
            ),
            (
                words.gettext("Free software under the MIT License. Made with {parts}.").format(parts=_PARTS),
                "small",
            ),
        ):
            card.add_widget(TextLabel(text, kind))
        return card

    def _connect(self) -> None:
        self._hub.changed.connect(self._on_hub_changed)
        self._theme.theme_changed.connect(self._on_theme_changed)
        self._tiles.setting_chosen.connect(self._on_tiles_setting_chosen)
        self._tones.tone_chosen.connect(self._on_tones_tone_chosen)
        self._scale.value_moved.connect(self._show_sample)
        self._scale.value_settled.connect(self._on_scale_value_settled)
        for card in (self._sound_card, self._player_card, self._reminder_card):
            card.changed.connect(self._on_card_changed)
        self._role_card.role_chosen.connect(self._on_role_card_role_chosen)
        self._letterhead_card.changed.connect(self._on_letterhead_card_changed)
        self._letterhead_card.failed.connect(self._say_problem)
        self._sound_card.tone_test_requested.connect(self.sound_test_requested)
        self._sound_card.voice_test_requested.connect(self.voice_test_requested)
        self._units.current_changed.connect(self._on_units_current_changed)
        self._country.currentIndexChanged.connect(self._on_country_index_changed)
        self._day_start.currentIndexChanged.connect(self._on_day_start_index_changed)
        self._open.clicked.connect(self._on_open_clicked)
        self._copy.clicked.connect(self._on_copy_clicked)

    def _refresh(self) -> None:
        """Show the settings as they are kept."""
        settings = self._service.current()
        self._role_card.show_role(settings.role)
        by_therapist = settings.role is UserRole.THERAPIST and self._clinic is not None
        set_shown(self._letterhead_card, by_therapist)
        set_shown(self._reminder_card, not by_therapist)
        if self._clinic is not None and by_therapist:
            self._letterhead_card.show_letterhead(self._clinic.letterhead())
        self._tiles.set_setting(settings.theme)
        self._tones.set_tone(settings.skin_tone)
        self._scale.set_value(settings.text_scale)
        self._show_sample(settings.text_scale)
        self._sound_card.show_settings(settings)
        self._player_card.show_settings(settings)
        self._reminder_card.show_settings(settings)
        with QSignalBlocker(self._units):
            self._units.set_current(settings.units)
        if self._day_start.findData(settings.day_starts_at.isoformat()) < 0:
            self._add_day_start(settings.day_starts_at)
        _show(self._country, settings.country)
        _show(self._day_start, settings.day_starts_at.isoformat())

    def _change(self, **fields: object) -> None:
        """Keep a setting and tell everybody, or say in one sentence why it could not be kept."""
        self._write(lambda: self._service.change(**fields))
        self._dress()

    def _write(self, action: Callable[[], Changes]) -> None:
        try:
            changes = action()
        except AnkleCoachError as error:
            self._say_problem(str(error))
        else:
            self._say_problem("")
            self._hub.publish(changes, self)
        self._refresh()

    @Slot(str)
    def _say_problem(self, sentence: str) -> None:
        """Show why something could not be kept; an empty sentence takes the last one away."""
        self._problem.set_text(sentence)
        set_shown(self._problem, bool(sentence))
        if sentence:
            self.ensureWidgetVisible(self._problem)

    def _dress(self) -> None:
        """Put the look that is kept in force."""
        settings = self._service.current()
        choice = ThemeChoice(settings.theme.value)
        if self._theme.choice is not choice:
            self._theme.set_choice(choice)
        if self._theme.text_scale != settings.text_scale:
            self._theme.set_text_scale(settings.text_scale)

    @Slot(int)
    def _show_sample(self, percent: int) -> None:
        font = self._theme.font()
        font.setPixelSize(max(1, round(font.pixelSize() * percent / self._theme.text_scale)))
        self._sample.setFont(font)

    @Slot(object, object)
    def _on_hub_changed(self, changes: Changes, initiator: object) -> None:
        if changes.touches(Changes.SETTINGS) and initiator is not self:
            self._refresh()
            self._dress()

    @Slot()
    def _on_theme_changed(self) -> None:
        self._show_sample(self._scale.value)

    @Slot(str)
    def _on_role_card_role_chosen(self, role: str) -> None:
        self._change(role=UserRole(role))

    @Slot(object)
    def _on_letterhead_card_changed(self, letterhead: Letterhead) -> None:
        if self._clinic is not None:
            clinic = self._clinic
            self._write(lambda: clinic.save_letterhead(letterhead))

    @Slot(object)
    def _on_tiles_setting_chosen(self, setting: ThemeSetting) -> None:
        self._change(theme=setting)

    @Slot(int)
    def _on_tones_tone_chosen(self, tone: int) -> None:
        self._change(skin_tone=tone)

    @Slot(int)
    def _on_scale_value_settled(self, percent: int) -> None:
        self._change(text_scale=percent)

    @Slot(dict)
    def _on_card_changed(self, fields: dict[str, object]) -> None:
        self._change(**fields)

    @Slot(str)
    def _on_units_current_changed(self, key: str) -> None:
        self._change(units=Units(key))

    @Slot(int)
    def _on_country_index_changed(self, index: int) -> None:
        self._change(country=self._country.itemData(index))

    @Slot(int)
    def _on_day_start_index_changed(self, index: int) -> None:
        self._change(day_starts_at=time.fromisoformat(self._day_start.itemData(index)))

    @Slot()
    def _on_open_clicked(self) -> None:
        self._open_address(QUrl.fromLocalFile(str(self._data_folder)))

    @Slot()
    def _on_copy_clicked(self) -> None:
        QGuiApplication.clipboard().setText(str(self._data_folder))
        self._toast.show_message(self._words.gettext("Path copied"))


def _combo(name: str) -> QComboBox:
    combo = QComboBox()
    combo.setObjectName(name)
    combo.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
    combo.setMinimumContentsLength(20)
    combo.setMaxVisibleItems(14)
    WheelGuard(combo)
    return combo


def _show(combo: QComboBox, data: str) -> None:
    """Choose the entry with some data, without telling anybody."""
    with QSignalBlocker(combo):
        combo.setCurrentIndex(max(0, combo.findData(data)))
