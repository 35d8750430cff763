"""Who uses the app, and the head of the handouts with its logo, in Settings."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtGui import QColor, QImage
from PySide6.QtWidgets import QLabel, QLineEdit, QPlainTextEdit, QPushButton
from pytestqt.qtbot import QtBot

from ankle_coach.domain.letterhead import Letterhead
from ankle_coach.domain.settings import UserRole
from ankle_coach.domain.words import Words
from ankle_coach.ui.change_hub import ChangeHub
from ankle_coach.ui.pages.settings_clinic import LetterheadCard, RoleCard
from ankle_coach.ui.pages.settings_page import SettingsPage
from ankle_coach.ui.theme import Theme
from ankle_coach.ui.widgets.banner import Banner
from ankle_coach.ui.widgets.segmented_control import SegmentedControl
from tests.helpers.coach import FakeCoach
from tests.helpers.widgets import child, label, texts, type_text


@pytest.fixture
def coach() -> FakeCoach:
    return FakeCoach()


@pytest.fixture
def page(qtbot: QtBot, theme: Theme, words: Words, coach: FakeCoach, tmp_path: Path) -> SettingsPage:
    services = coach.services
    page = SettingsPage(services.settings, tmp_path, theme, words, ChangeHub(), clinic=services.clinic)
    qtbot.addWidget(page)
    page.resize(1200, 800)
    page.show()
    return page


def _picture(path: Path, width: int, height: int) -> Path:
    image = QImage(width, height, QImage.Format.Format_RGB32)
    image.fill(QColor(20, 90, 160))
    assert image.save(str(path))
    return path


def test_the_role_says_in_a_sentence_what_it_changes(page: SettingsPage, coach: FakeCoach) -> None:
    card = child(page, RoleCard)
    role = child(card, SegmentedControl, "role")
    assert role.current == UserRole.RUNNER
    assert label(card, "role_sentence").text().startswith("The window shows one plan: yours.")
    assert not child(page, LetterheadCard).isVisible()

    role.set_current(UserRole.THERAPIST)

    assert coach.services.settings.current().role is UserRole.THERAPIST
    assert label(card, "role_sentence").text().startswith("The window begins with the list of persons.")
    assert child(page, LetterheadCard).isVisible()


def test_the_letterhead_is_kept_field_by_field(page: SettingsPage, coach: FakeCoach) -> None:
    child(page, SegmentedControl, "role").set_current(UserRole.THERAPIST)
    name = child(page, QLineEdit, "letterhead_name")
    type_text(name, "Foot & Co")
    name.editingFinished.emit()
    assert coach.services.clinic.letterhead().name == "Foot & Co"
    address = child(page, QPlainTextEdit, "letterhead_address")
    address.setFocus()
    address.setPlainText("1 Main St\nTown")
    child(page, QLineEdit, "letterhead_phone").setFocus()
    assert coach.services.clinic.letterhead() == Letterhead(name="Foot & Co", address="1 Main St\nTown")


def test_a_logo_is_taken_in_made_small_shown_and_removed(
    page: SettingsPage, coach: FakeCoach, tmp_path: Path
) -> None:
    child(page, SegmentedControl, "role").set_current(UserRole.THERAPIST)
    card = child(page, LetterheadCard)
    type_text(child(page, QLineEdit, "letterhead_name"), "Foot & Co")

    card.take_logo(_picture(tmp_path / "logo.png", 3000, 1500))

    kept = coach.services.clinic.letterhead()
    assert kept.name == "Foot & Co"
    assert kept.logo is not None
    assert (kept.logo.width, kept.logo.height) == (1000, 500)
    picture = child(card, QLabel, "logo_picture")
    assert picture.isVisible()
    assert picture.pixmap().width() / picture.pixmap().height() == pytest.approx(2, abs=0.05)
    child(card, QPushButton, "logo_remove").click()
    assert coach.services.clinic.letterhead().logo is None
    assert not picture.isVisible()


def test_a_logo_that_is_none_is_told_and_the_old_one_stays(
    page: SettingsPage, coach: FakeCoach, tmp_path: Path
) -> None:
    child(page, SegmentedControl, "role").set_current(UserRole.THERAPIST)
    card = child(page, LetterheadCard)
    card.take_logo(_picture(tmp_path / "logo.png", 40, 20))
    (tmp_path / "note.png").write_text("not a picture")

    card.take_logo(tmp_path / "note.png")

    assert "note.png is not a picture that can be used here" in texts(child(page, Banner, "settings_problem"))
    assert coach.services.clinic.letterhead().logo is not None
    card.take_logo(_picture(tmp_path / "other.png", 20, 20))
    assert not child(page, Banner, "settings_problem").isVisible()
