"""The handout follows the plan while it can be seen, and rests while it cannot."""

from __future__ import annotations

from pytestqt.qtbot import QtBot

from ankle_coach.domain.plan_edit import rename
from ankle_coach.ui.theme import Theme
from ankle_coach.ui.widgets.builder_preview import BuilderPreview
from ankle_coach.ui.widgets.text_label import TextLabel
from tests.helpers.building import FOUR, open_builder
from tests.helpers.widgets import child


def test_it_follows_an_edit_a_moment_later(qtbot: QtBot, theme: Theme) -> None:
    building = open_builder(qtbot, theme, printing=True)
    preview = child(building.page, BuilderPreview)
    assert child(preview, TextLabel, "preview_line").text().startswith("The handout appears here")
    building.fill(*FOUR)
    qtbot.waitUntil(lambda: preview.pages.document is not None)
    first = preview.pages.document
    building.draft.do("name", lambda plan: rename(plan, "Another name"))
    qtbot.waitUntil(lambda: preview.pages.document is not first)
    assert child(preview, TextLabel, "preview_line").text().startswith("Handout, page 1 of")


def test_it_rests_while_nobody_sees_it_and_catches_up(qtbot: QtBot, theme: Theme) -> None:
    building = open_builder(qtbot, theme, printing=True).fill(*FOUR)
    preview = child(building.page, BuilderPreview)
    qtbot.waitUntil(lambda: preview.pages.document is not None)
    building.page._shows_preview.setChecked(False)
    assert preview.isHidden()
    before = preview.pages.document
    building.draft.do("name", lambda plan: rename(plan, "Another name"))
    assert not preview._timer.isActive()
    assert preview.pages.document is before
    building.page._shows_preview.setChecked(True)
    qtbot.waitUntil(lambda: preview.pages.document is not before)


def test_where_nothing_is_printed_there_is_no_preview(qtbot: QtBot, theme: Theme) -> None:
    building = open_builder(qtbot, theme)
    assert building.page.findChild(BuilderPreview) is None
