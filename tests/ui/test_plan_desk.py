"""What is kept is told and said; what cannot be kept is said, and nothing is lost."""

from __future__ import annotations

from dataclasses import dataclass, field

import pytest
from PySide6.QtWidgets import QPushButton, QWidget
from pytestqt.qtbot import QtBot

from ankle_coach.domain.changes import Changes
from ankle_coach.domain.errors import StorageError
from ankle_coach.domain.plan_edit import remove
from ankle_coach.domain.words import Words
from ankle_coach.ui.change_hub import ChangeHub
from ankle_coach.ui.dialogs.confirm_dialog import ConfirmDialog
from ankle_coach.ui.dialogs.name_dialog import NameDialog
from ankle_coach.ui.dialogs.save_plan_dialog import SavePlanDialog
from ankle_coach.ui.plan_desk import PlanDesk
from ankle_coach.ui.plan_draft import PlanDraft
from ankle_coach.ui.theme import Theme
from tests.helpers.building import FOUR, ROBIN, clinic, draft_of, only
from tests.helpers.coach import FakeCoach
from tests.helpers.widgets import child, texts


@dataclass
class Desk:
    """A desk, and what was heard of it."""

    coach: FakeCoach
    draft: PlanDraft
    desk: PlanDesk
    page: QWidget
    said: list[str] = field(default_factory=list)
    changes: list[Changes] = field(default_factory=list)
    saved: list[str] = field(default_factory=list)

    def accept(self, kind: type[QWidget], name: str) -> None:
        """Press a button of the dialog that is open."""
        assert isinstance(self.desk.dialog, kind)
        child(self.desk.dialog, QPushButton, name).click()


@pytest.fixture
def made(qtbot: QtBot, theme: Theme, words: Words) -> Desk:
    """A desk over a draft of four exercises."""
    coach, hub, page = clinic(), ChangeHub(), QWidget()
    qtbot.addWidget(page)
    draft = draft_of(coach, *FOUR, parent=page)
    desk = PlanDesk(draft, coach.services.builder, theme, words, hub, page)
    made = Desk(coach, draft, desk, page)
    desk.said.connect(made.said.append)
    desk.plan_saved.connect(made.saved.append)
    hub.changed.connect(lambda changes, _who: made.changes.append(changes))
    return made


def _change(made: Desk) -> None:
    """Take the circles out of the draft, which no warning follows."""
    circles = {only(made.draft, "mob-ankle-circles").id}
    made.draft.do("remove", lambda plan: remove(plan, circles))


def test_a_first_version_without_warnings_is_kept_at_once(made: Desk) -> None:
    made.desk.save()
    assert made.desk.dialog is None
    assert (made.saved, made.said) == ([ROBIN], ["Saved as version 1."])
    assert made.changes == [Changes.PLAN | Changes.PERSON | Changes.DECISIONS]
    made.desk.save()
    assert made.said[-1] == "Everything is saved."


def test_saving_over_a_version_asks_keeps_tells_and_says(made: Desk) -> None:
    made.desk.save()
    _change(made)
    made.desk.save()
    made.accept(SavePlanDialog, "save_cancel")
    assert [plan.version for plan in made.coach.journal.plans(ROBIN)] == [1]
    made.desk.save()
    made.accept(SavePlanDialog, "save_accept")
    assert (made.saved, made.said[-1]) == ([ROBIN, ROBIN], "Saved as version 2.")


def test_the_number_of_warnings_stands_in_the_question(made: Desk) -> None:
    balance = {only(made.draft, "bal-single-leg").id}
    made.draft.do("remove", lambda plan: remove(plan, balance))
    made.desk.save()
    assert made.desk.dialog is not None
    assert "There is 1 warning." in texts(made.desk.dialog)
    made.accept(SavePlanDialog, "save_cancel")


def test_a_full_disk_is_said_and_the_draft_stays(made: Desk) -> None:
    made.coach.journal.failure = StorageError("The disk is full.")
    made.desk.save()
    made.desk.keep_usual_dose(only(made.draft, "str-calf-bi").id)
    made.desk.toggle_favorite("bal-board")
    assert made.said == ["The disk is full."] * 3
    assert made.draft.is_changed
    assert made.changes == []
    made.coach.journal.failure = None


def test_an_empty_plan_is_not_saved(made: Desk) -> None:
    everything = {p.id for p in made.draft.plan.prescriptions}
    made.draft.do("remove", lambda plan: remove(plan, everything))
    made.desk.save()
    assert made.said == ["The plan has no exercise yet; add one first."]
    assert made.desk.dialog is None


def test_leaving_asks_only_where_something_would_be_lost(made: Desk) -> None:
    left: list[str] = []
    made.desk.save()
    _change(made)
    made.desk.leave(lambda: left.append("now"))
    made.accept(ConfirmDialog, "confirm_cancel")
    assert left == []
    made.desk.leave(lambda: left.append("unsaved"))
    made.accept(ConfirmDialog, "confirm_extra")
    made.desk.leave(lambda: left.append("saved"))
    made.accept(ConfirmDialog, "confirm_accept")
    made.accept(SavePlanDialog, "save_accept")
    made.desk.leave(lambda: left.append("nothing to lose"))
    assert left == ["unsaved", "saved", "nothing to lose"]


def test_something_is_done_with_the_saved_plan_only(made: Desk) -> None:
    done: list[int] = []
    made.desk.save()
    _change(made)
    made.desk.save_and(lambda: done.append(made.draft.plan.version))
    assert done == []
    made.accept(SavePlanDialog, "save_accept")
    made.desk.save_and(lambda: done.append(made.draft.plan.version))
    assert done == [2, 2]


def test_a_template_needs_a_name(made: Desk) -> None:
    made.desk.ask_template()
    dialog = made.desk.dialog
    assert isinstance(dialog, NameDialog)
    dialog._field.setText("  ")
    assert not child(dialog, QPushButton, "name_accept").isEnabled()
    dialog._field.setText(" Calf four ")
    made.accept(NameDialog, "name_accept")
    assert [one.name for one in made.coach.services.builder.templates()] == ["Calf four"]
    assert made.said == ["Kept as template Calf four."]


def test_favorites_and_usual_doses_go_and_come(made: Desk) -> None:
    service, calf = made.coach.services.builder, only(made.draft, "str-calf-bi")
    told: list[bool] = []
    made.desk.shelf_changed.connect(lambda: told.append(True))
    made.desk.toggle_favorite("bal-board")
    made.desk.toggle_favorite("bal-board")
    assert made.said == ["Kept as a favorite.", "No longer a favorite."]
    made.desk.keep_usual_dose(calf.id)
    assert service.own_dose("str-calf-bi") is not None
    made.desk.forget_usual_dose("str-calf-bi")
    assert service.own_dose("str-calf-bi") is None
    made.desk.keep_usual_dose("gone")
    assert len(told) == 4
    assert all(changes is Changes.LIBRARY for changes in made.changes)
