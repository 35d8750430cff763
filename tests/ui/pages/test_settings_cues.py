"""Settings of the player's cues: volumes of single tones, flash, voice, waiting and letters."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtWidgets import QCheckBox, QComboBox, QLabel, QPushButton, QToolButton, QWidget
from pytestqt.qtbot import QtBot

from ankle_coach.domain.exercise import Group
from ankle_coach.domain.movement import LetterStyle
from ankle_coach.domain.settings import Settings
from ankle_coach.domain.words import Words
from ankle_coach.services.settings_service import SettingsService
from ankle_coach.ui.change_hub import ChangeHub
from ankle_coach.ui.cue_tones import Tone
from ankle_coach.ui.pages.settings_page import SettingsPage
from ankle_coach.ui.theme import Theme
from ankle_coach.ui.widgets.percent_slider import PercentSlider
from ankle_coach.ui.widgets.segmented_control import SegmentedControl
from tests.helpers.memory_settings import MemorySettings
from tests.helpers.player import FakeVoice
from tests.helpers.widgets import child


class Desk:
    """A settings page, what it asked for, and a computer with a voice or without."""

    def __init__(self, qtbot: QtBot, theme: Theme, words: Words, voice: FakeVoice) -> None:
        self.store = MemorySettings()
        self.voice = voice
        self.tones: list[str] = []
        self.page = SettingsPage(
            SettingsService(self.store), Path("/data"), theme, words, ChangeHub(), voice=voice
        )
        self.page.sound_test_requested.connect(self.tones.append)
        qtbot.addWidget(self.page)
        self.page.resize(1200, 900)
        self.page.show()

    @property
    def settings(self) -> Settings:
        return self.store.current()


def choose(page: SettingsPage, control: str, key: str) -> None:
    """Click one of the choices of a control."""
    child(child(page, SegmentedControl, control), QToolButton, f"choice_{key}").click()


@pytest.fixture
def desk(qtbot: QtBot, theme: Theme, words: Words) -> Desk:
    """A computer with two English voices."""
    return Desk(qtbot, theme, words, FakeVoice())


def test_each_tone_has_its_volume_and_its_test(desk: Desk) -> None:
    each = child(desk.page, QWidget, "tones_each")
    assert each.isHidden()
    child(desk.page, QPushButton, "tones_more").click()
    assert not each.isHidden()
    for tone in Tone:
        child(desk.page, QPushButton, f"play_{tone}").click()
    assert desk.tones == list(Tone)
    child(desk.page, PercentSlider, "volume_tick").slider.setValue(30)
    child(desk.page, PercentSlider, "volume_alarm").slider.setValue(60)
    assert desk.settings.tone_volumes == {"tick": 30, "alarm": 60}
    child(desk.page, PercentSlider, "volume_tick").slider.setValue(100)
    assert desk.settings.tone_volumes == {"alarm": 60}


def test_flash_is_a_switch(desk: Desk) -> None:
    child(desk.page, QCheckBox, "flash").click()
    assert desk.settings.flash


def test_voices_are_looked_for_when_the_voice_is_wanted(qtbot: QtBot, desk: Desk) -> None:
    voices = child(desk.page, QComboBox, "voices")
    assert desk.voice.loaded == 0
    assert not voices.isVisible()
    child(desk.page, QCheckBox, "voice").click()
    assert [voices.itemText(index) for index in range(voices.count())][1:] == ["Ada", "Bob"]
    voices.setCurrentIndex(2)
    choose(desk.page, "speech_rate", "40")
    assert (desk.settings.voice, desk.settings.speech_voice, desk.settings.speech_rate) == (True, "Bob", 40)
    with qtbot.waitSignal(desk.page.voice_test_requested):
        child(desk.page, QPushButton, "voice_test").click()


@pytest.mark.parametrize(
    ("voice", "why"),
    [
        (FakeVoice(has_engine=False), "has no voice."),
        (FakeVoice(language="sw"), "no voice for your language"),
    ],
    ids=["no engine", "no language"],
)
def test_without_a_voice_it_says_why(
    qtbot: QtBot, theme: Theme, words: Words, voice: FakeVoice, why: str
) -> None:
    desk = Desk(qtbot, theme, words, voice)
    problem = child(desk.page, QLabel, "voice_problem")
    assert not problem.isVisible()
    child(desk.page, QCheckBox, "voice").click()
    assert problem.isVisible()
    assert why in problem.text()
    assert not child(desk.page, QComboBox, "voices").isVisible()


def test_waiting_is_chosen_for_each_kind_of_exercise(desk: Desk) -> None:
    child(desk.page, QCheckBox, "wait_strength").click()
    child(desk.page, QCheckBox, "wait_balance").click()
    assert set(desk.settings.waits_after) == {Group.STRENGTH, Group.BALANCE}
    child(desk.page, QCheckBox, "wait_strength").click()
    assert desk.settings.waits_after == (Group.BALANCE,)


def test_letters_are_the_plan_s_until_chosen(desk: Desk) -> None:
    pace = child(desk.page, QComboBox, "letter_seconds")
    assert pace.currentText() == "as planned"
    choose(desk.page, "letter_style", "cursive")
    pace.setCurrentIndex(pace.findData(4))
    assert (desk.settings.letter_style, desk.settings.letter_seconds) == (LetterStyle.CURSIVE, 4)
    choose(desk.page, "letter_style", "plan")
    pace.setCurrentIndex(0)
    assert (desk.settings.letter_style, desk.settings.letter_seconds) == (None, None)
