"""Each setting is kept at once, seen at once, and cannot be set to what is not allowed."""

from __future__ import annotations

from datetime import time
from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, QPointF, Qt, QUrl
from PySide6.QtGui import QGuiApplication, QWheelEvent
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractSlider,
    QApplication,
    QCheckBox,
    QComboBox,
    QPushButton,
    QSlider,
    QWidget,
)
from pytestqt.qtbot import QtBot

from ankle_coach import __version__
from ankle_coach.content.figures import open_figures
from ankle_coach.domain.changes import Changes
from ankle_coach.domain.errors import StorageError
from ankle_coach.domain.settings import Settings, ThemeSetting, Units
from ankle_coach.domain.words import Words
from ankle_coach.i18n import translator
from ankle_coach.services.settings_service import SettingsService
from ankle_coach.ui.change_hub import ChangeHub
from ankle_coach.ui.countries import countries
from ankle_coach.ui.pages.settings_page import SettingsPage
from ankle_coach.ui.theme import Theme, ThemeChoice
from ankle_coach.ui.widgets.percent_slider import PercentSlider
from ankle_coach.ui.widgets.segmented_control import SegmentedControl
from ankle_coach.ui.widgets.toast import Toast
from ankle_coach.ui.widgets.tone_tiles import ToneTiles
from tests.helpers.memory_settings import MemorySettings
from tests.helpers.widgets import child, label, press, texts

FOLDER = Path("/data/of/robin")


class FullDisk(MemorySettings):
    """A store that cannot be written."""

    def save(self, settings: Settings) -> None:
        raise StorageError("The settings cannot be saved: the disk is full.")


class Desk:
    """A settings page over settings in memory, and what came out of it."""

    def __init__(self, qtbot: QtBot, theme: Theme, words: Words, store: MemorySettings | None = None) -> None:
        self.store, self.hub, self.theme = store or MemorySettings(), ChangeHub(), theme
        self.published: list[Changes] = []
        self.opened: list[QUrl] = []
        self.hub.changed.connect(self._on_hub_changed)
        self.service = SettingsService(self.store)
        self.page = SettingsPage(
            self.service, FOLDER, theme, words, self.hub, open_address=self.opened.append
        )
        qtbot.addWidget(self.page)

    @property
    def settings(self) -> Settings:
        return self.store.current()

    def _on_hub_changed(self, changes: Changes, initiator: object) -> None:
        self.published.append(changes)

    def slider(self, name: str) -> QSlider:
        return child(self.page, PercentSlider, name).slider

    def choose(self, name: str, data: str) -> None:
        combo = child(self.page, QComboBox, name)
        assert combo.findData(data) >= 0
        combo.setCurrentIndex(combo.findData(data))


@pytest.fixture
def desk(qtbot: QtBot, theme: Theme, words: Words) -> Desk:
    return Desk(qtbot, theme, words)


@pytest.mark.parametrize("setting", list(ThemeSetting))
def test_a_theme_is_put_in_force_and_kept(desk: Desk, setting: ThemeSetting) -> None:
    other = ThemeSetting.DARK if setting is not ThemeSetting.DARK else ThemeSetting.LIGHT
    child(desk.page, QAbstractButton, f"theme_{other}").click()
    child(desk.page, QAbstractButton, f"theme_{setting}").click()
    assert desk.settings.theme is setting
    assert desk.theme.choice is ThemeChoice(setting.value)
    assert desk.published[-1] is Changes.SETTINGS


def test_a_skin_tone_is_kept_and_told_at_once(desk: Desk) -> None:
    tiles = child(desk.page, ToneTiles, "tone_tiles")
    assert tiles.tone == 0
    child(tiles, QAbstractButton, "tone_3").click()
    assert (desk.settings.skin_tone, desk.published[-1]) == (3, Changes.SETTINGS)
    press(child(tiles, QAbstractButton, "tone_3"), Qt.Key.Key_Right)
    assert desk.settings.skin_tone == 4, "plain lines come after the darkest skin"
    for _ in range(9):
        press(child(tiles, QAbstractButton, f"tone_{tiles.tone}"), Qt.Key.Key_Left)
    assert desk.settings.skin_tone == 1, "the lightest skin comes first"


def test_tone_tiles_look_different_and_stay_empty_without_figures(
    qtbot: QtBot, theme: Theme, words: Words
) -> None:
    tiles = ToneTiles(theme, open_figures(), words)
    qtbot.addWidget(tiles)
    drawn = [child(tiles, QAbstractButton, f"tone_{tone}").grab().toImage() for tone in (1, 3, 4)]
    assert drawn[0] != drawn[1] != drawn[2]
    empty = ToneTiles(theme, {}, words)
    qtbot.addWidget(empty)
    assert not child(empty, QAbstractButton, "tone_3").grab().isNull()
    assert child(empty, QAbstractButton, "tone_3").accessibleName() == "Figures: Dark"


def test_the_sample_follows_the_slider_and_the_window_follows_when_it_is_let_go(desk: Desk) -> None:
    slider, sample = desk.slider("text_scale"), label(desk.page, "text_sample")
    before = sample.font().pixelSize()
    slider.setSliderDown(True)
    slider.setValue(200)
    assert sample.font().pixelSize() == 2 * before
    assert (desk.theme.text_scale, desk.settings.text_scale) == (100, 100)
    slider.setSliderDown(False)
    assert (desk.theme.text_scale, desk.settings.text_scale) == (200, 200)
    assert sample.font().pixelSize() == 2 * before


def test_text_size_stays_within_its_range(desk: Desk) -> None:
    slider = desk.slider("text_scale")
    for action, percent in (
        (QAbstractSlider.SliderAction.SliderToMaximum, 200),
        (QAbstractSlider.SliderAction.SliderToMinimum, 80),
        (QAbstractSlider.SliderAction.SliderSingleStepAdd, 90),
    ):
        slider.triggerAction(action)
        assert desk.settings.text_scale == percent
    assert label(child(desk.page, PercentSlider, "text_scale"), "percent").text() == "90 %"


def test_without_tones_there_is_no_volume_to_set(desk: Desk) -> None:
    box, test = child(desk.page, QCheckBox, "sound"), child(desk.page, QPushButton, "sound_test")
    for sounds in (False, True):
        box.click()
        state = (desk.settings.sound, desk.slider("volume").isEnabled(), test.isEnabled())
        assert state == (sounds, sounds, sounds)


def test_volume_is_kept_and_a_tone_can_be_asked_for(qtbot: QtBot, desk: Desk) -> None:
    desk.slider("volume").setValue(35)
    assert desk.settings.volume == 35
    with qtbot.waitSignal(desk.page.sound_test_requested):
        child(desk.page, QPushButton, "sound_test").click()


def test_units_country_and_day_start_are_kept(desk: Desk) -> None:
    child(desk.page, SegmentedControl, "units").set_current("us")
    desk.choose("country", "DE")
    desk.choose("day_start", "05:30:00")
    settings = desk.settings
    assert (settings.units, settings.country, settings.day_starts_at) == (Units.US, "DE", time(5, 30))
    desk.choose("country", "")
    assert desk.settings.country == ""
    assert len(desk.published) == 4


def test_every_choice_of_a_list_is_a_valid_setting(desk: Desk) -> None:
    for name in ("country", "day_start"):
        combo = child(desk.page, QComboBox, name)
        for index in range(combo.count()):
            combo.setCurrentIndex(index)
    assert desk.settings.country == countries()[-1][0]
    assert desk.settings.day_starts_at == time(11, 30)


def test_what_is_kept_is_shown(qtbot: QtBot, theme: Theme, words: Words) -> None:
    kept = Settings(
        theme=ThemeSetting.DARK,
        text_scale=110,
        sound=False,
        volume=15,
        units=Units.US,
        country="NZ",
        day_starts_at=time(4, 15),
    )
    desk = Desk(qtbot, theme, words, MemorySettings(kept))
    page = desk.page
    assert child(page, QAbstractButton, "theme_dark").isChecked()
    assert (desk.slider("text_scale").value(), desk.slider("volume").value()) == (110, 15)
    assert not child(page, QCheckBox, "sound").isChecked()
    assert child(page, SegmentedControl, "units").current == "us"
    assert child(page, QComboBox, "country").currentText() == "New Zealand"
    assert child(page, QComboBox, "day_start").currentText() == "4:15 AM"
    assert desk.published == []
    assert desk.settings == kept


def test_a_change_from_elsewhere_is_shown(desk: Desk) -> None:
    desk.hub.publish(desk.service.change(volume=5, theme=ThemeSetting.HIGH_CONTRAST))
    assert desk.slider("volume").value() == 5
    assert desk.theme.choice is ThemeChoice.HIGH_CONTRAST
    assert len(desk.published) == 1


def test_what_cannot_be_kept_is_said_and_taken_back(qtbot: QtBot, theme: Theme, words: Words) -> None:
    desk = Desk(qtbot, theme, words, FullDisk())
    child(desk.page, QAbstractButton, "theme_dark").click()
    problem = child(desk.page, QWidget, "settings_problem")
    assert not problem.isHidden()
    assert "the disk is full" in texts(problem)
    assert not child(desk.page, QAbstractButton, "theme_dark").isChecked()
    assert desk.theme.choice is not ThemeChoice.DARK
    assert desk.published == []


def test_the_data_folder_can_be_opened_and_its_path_copied(desk: Desk) -> None:
    assert label(desk.page, "data_folder").text() == str(FOLDER)
    child(desk.page, QPushButton, "open_folder").click()
    assert [address.toLocalFile() for address in desk.opened] == [str(FOLDER)]
    child(desk.page, QPushButton, "copy_path").click()
    assert QGuiApplication.clipboard().text() == str(FOLDER)
    toast = child(desk.page, Toast)
    assert toast.message == "Path copied"
    toast.hide_message()


def test_about_says_what_the_app_is_and_is_not(desk: Desk) -> None:
    about = texts(child(desk.page, QWidget, "about_card"))
    assert __version__ in about
    assert "education, not a diagnosis" in about
    assert "no clinician has reviewed" in about
    assert "MIT License" in about


def test_the_wheel_over_a_control_scrolls_the_page_and_changes_nothing(qtbot: QtBot, desk: Desk) -> None:
    for control in (child(desk.page, QComboBox, "country"), desk.slider("volume")):
        place = QPointF(control.rect().center())
        event = QWheelEvent(
            place,
            place,
            QPoint(0, -120),
            QPoint(0, -120),
            Qt.MouseButton.NoButton,
            Qt.KeyboardModifier.NoModifier,
            Qt.ScrollPhase.NoScrollPhase,
            False,
        )
        QApplication.sendEvent(control, event)
    assert desk.settings == Settings()


def test_every_control_has_a_name_and_takes_the_focus(desk: Desk) -> None:
    controls = [
        child(desk.page, QComboBox, "country"),
        child(desk.page, QComboBox, "day_start"),
        child(desk.page, QCheckBox, "sound"),
        desk.slider("text_scale"),
        desk.slider("volume"),
        *(child(desk.page, QAbstractButton, f"theme_{setting}") for setting in ThemeSetting),
    ]
    for control in controls:
        assert control.accessibleName(), control
    assert all(control.focusPolicy() & Qt.FocusPolicy.TabFocus for control in controls[:5])


def test_arrows_move_the_theme_however_the_tiles_are_wrapped(desk: Desk) -> None:
    for width in (1200, 250):
        desk.page.resize(width, 600)
        press(child(desk.page, QAbstractButton, "theme_system"), Qt.Key.Key_Right)
        assert desk.settings.theme.value == "light"
        press(child(desk.page, QAbstractButton, "theme_light"), Qt.Key.Key_Up)
        assert desk.settings.theme.value == "system"


def test_no_word_is_left_untranslated(qtbot: QtBot, theme: Theme) -> None:
    desk = Desk(qtbot, theme, translator("qps"))
    spoken = [line for line in texts(desk.page).splitlines() if line and line != str(FOLDER)]
    assert [line for line in spoken if "[" not in line] == []


def test_countries_are_codes_with_names() -> None:
    known = dict(countries())
    assert known["US"] == "United States"
    assert known["DE"] == "Germany"
    assert len(known) > 200
    assert all(len(code) == 2 and code.isupper() for code in known)
    assert list(known.values()) == sorted(known.values(), key=str.casefold)
