"""The rows of the journal: their order, their words, and three ways of having no number."""

from __future__ import annotations

from datetime import time, timedelta

import pytest
from PySide6.QtCore import QModelIndex, Qt
from PySide6.QtTest import QAbstractItemModelTester

from ankle_coach.domain.journal import CheckIn, NoAnswer, SessionStatus, SessionSummary, summary_of
from ankle_coach.domain.sides import Side
from ankle_coach.domain.words import Words
from ankle_coach.ui.models.journal_entries_model import DASH, EntryKind, EntryRole, JournalEntriesModel
from tests.helpers import builders as make
from tests.helpers.builders import MONDAY

TUESDAY = MONDAY + timedelta(days=1)
MISSING, NOT_ASKED = NoAnswer.MISSING, NoAnswer.NOT_ASKED


def _model(
    words: Words,
    sessions: list[SessionSummary] | None = None,
    check_ins: list[CheckIn] | None = None,
) -> JournalEntriesModel:
    model = JournalEntriesModel(words)
    model.set_entries(sessions or [], check_ins or [], TUESDAY)
    return model


def _session(**fields: object) -> SessionSummary:
    return summary_of(make.session_record(MONDAY, **fields))


def _rows(model: JournalEntriesModel, role: int = Qt.ItemDataRole.DisplayRole) -> list[object]:
    return [model.index(row).data(role) for row in range(model.rowCount())]


def _told(model: JournalEntriesModel, role: int) -> str:
    """What the first entry says; the model lives as long as its index is asked."""
    return str(model.index(1).data(role))


def _detail(model: JournalEntriesModel) -> str:
    return _told(model, EntryRole.DETAIL)


def test_entries_are_newest_first_under_the_headings_of_their_days(words: Words) -> None:
    evening = _session()
    morning = _session(id="early", started=make.moment(MONDAY, time(6)), name="Mobility")
    model = _model(words, [morning, evening], [make.check_in(TUESDAY)])

    assert _rows(model) == [
        "Today, Tuesday, March 3",
        "Morning check-in · Right",
        "Monday, March 2",
        "Strength · 10 min · done",
        "Mobility · 10 min · done",
    ]
    assert _rows(model, EntryRole.KIND) == [
        EntryKind.DAY,
        EntryKind.CHECK_IN,
        EntryKind.DAY,
        EntryKind.SESSION,
        EntryKind.SESSION,
    ]


def test_zero_missing_and_not_asked_look_different(words: Words) -> None:
    session = _session(pain_after=MISSING, answers=())
    model = _model(words, [session], [make.check_in(TUESDAY, pain=0)])

    assert model.index_of(session.id).data(EntryRole.DETAIL) == f"During not asked · after {DASH} · morning 0"


def test_the_dash_is_explained(words: Words) -> None:
    model = _model(words, [_session(pain_after=MISSING, effort=NOT_ASKED, answers=(), note="stiff day")])
    tip = str(model.index(1).data(Qt.ItemDataRole.ToolTipRole))

    assert "Pain after the session: asked, not answered" in tip
    assert "Pain the next morning: asked, not answered" in tip
    assert "Effort" not in tip
    assert "Note: stiff day" in tip


def test_a_morning_to_come_is_not_missing(words: Words) -> None:
    today = summary_of(make.session_record(TUESDAY))

    assert _detail(_model(words, [today])) == "During 2 · after 1 · morning to come"


@pytest.mark.parametrize(
    ("fields", "state"),
    [
        ({}, "10 min · done"),
        ({"status": SessionStatus.STOPPED_FOR_PAIN}, "10 min · stopped for pain"),
        ({"sets": (make.set_record(reps_done=9),)}, "10 min · 75 % done"),
        ({"sets": (make.set_record(reps_done=0),)}, "10 min · 0 % done"),
        ({"duration": 0}, "done"),
    ],
    ids=["done", "stopped", "part", "nothing", "no-time"],
)
def test_a_session_says_how_it_ended(fields: dict[str, object], state: str, words: Words) -> None:
    assert _told(_model(words, [_session(**fields)]), EntryRole.STATE) == state


def test_a_check_in_says_only_what_was_asked(words: Words) -> None:
    asked = make.check_in(MONDAY, pain=0, first_step=MISSING, stiff_minutes=1, swelling=2)
    little = make.check_in(MONDAY, first_step=NOT_ASKED, stiff_minutes=NOT_ASKED, swelling=NOT_ASKED)

    told = f"Pain 0 · first steps {DASH} · stiff 1 min · swelling moderate"
    assert _detail(_model(words, check_ins=[asked])) == told
    assert _detail(_model(words, check_ins=[little])) == "Pain 2"


def test_a_check_in_of_both_sides_names_none(words: Words) -> None:
    assert _rows(_model(words, check_ins=[make.check_in(MONDAY, side=Side.BOTH)]))[1] == "Morning check-in"


def test_headings_cannot_be_chosen_and_entries_can(words: Words) -> None:
    session = _session()
    model = _model(words, [session])

    assert model.flags(model.index(0)) == Qt.ItemFlag.NoItemFlags
    assert model.flags(model.index(1)) & Qt.ItemFlag.ItemIsSelectable
    assert model.entry(model.index(0)) is None
    assert model.entry(model.index(1)) is session
    assert model.entry(QModelIndex()) is None
    assert not model.index_of("gone").isValid()


def test_a_screen_reader_hears_the_day_and_no_dash(words: Words) -> None:
    spoken = _told(_model(words, [_session(pain_after=MISSING)]), Qt.ItemDataRole.AccessibleTextRole)

    assert spoken.startswith("Monday, March 2. Strength")
    assert "after no answer" in spoken


def test_other_years_are_named(words: Words) -> None:
    model = JournalEntriesModel(words)
    model.set_entries([_session()], [], MONDAY.replace(year=2027))

    assert _rows(model)[0] == "Monday, March 2, 2026"


def test_words_are_made_only_for_rows_that_are_shown(words: Words) -> None:
    class Counting:
        """Counts what is asked of a translator."""

        count = 0

        def gettext(self, message: str) -> str:
            Counting.count += 1
            return words.gettext(message)

        def ngettext(self, singular: str, plural: str, n: int) -> str:
            Counting.count += 1
            return words.ngettext(singular, plural, n)

        def pgettext(self, context: str, message: str) -> str:
            Counting.count += 1
            return words.pgettext(context, message)

    _model(Counting(), [_session(id=str(n)) for n in range(100)])

    assert Counting.count == 0


def test_it_is_a_sound_model(words: Words) -> None:
    model = _model(words, [_session()], [make.check_in(TUESDAY)])
    tester = QAbstractItemModelTester(model, QAbstractItemModelTester.FailureReportingMode.Warning)

    model.set_entries([], [], TUESDAY)

    assert tester.model().rowCount() == 0
