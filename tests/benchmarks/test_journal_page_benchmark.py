"""The page over ten years: 11 000 sessions, 60 000 sets, a check-in most mornings. Run with `make bench`."""

from __future__ import annotations

import random
from contextlib import closing
from datetime import UTC, date, datetime, timedelta
from typing import TYPE_CHECKING

import pytest

from ankle_coach.domain.journal import NoAnswer
from ankle_coach.domain.settings import Units
from ankle_coach.domain.words import PLAIN_WORDS
from ankle_coach.storage.check_in_rows import write_check_in
from ankle_coach.storage.connection import connect, transaction
from ankle_coach.storage.journal_file import JournalFile
from ankle_coach.storage.session_rows import write_session
from ankle_coach.ui.change_hub import ChangeHub
from ankle_coach.ui.pages.journal_page import JournalPage
from ankle_coach.ui.pages.journal_sections import JournalServices, Section
from ankle_coach.ui.theme import Theme, ThemeChoice
from ankle_coach.wiring import build_services
from tests.helpers import builders as make
from tests.helpers.builders import PERSON
from tests.helpers.coach import LIBRARY
from tests.helpers.fake_clock import FakeClock
from tests.helpers.memory_settings import MemorySettings

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from pytest_benchmark.fixture import BenchmarkFixture
    from pytestqt.qtbot import QtBot

    from ankle_coach.ui.widgets.pain_plot import PainPlot

FIRST_DAY = date(2016, 1, 1)
DAYS, SESSIONS, SETS, VERSIONS = 3650, 11_000, 60_000, 20
LAST_DAY = FIRST_DAY + timedelta(days=DAYS - 1)


@pytest.fixture(scope="module")
def path(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A journal of ten years with twenty plan versions, written in one transaction."""
    path = tmp_path_factory.mktemp("ten-years") / "journal.sqlite3"
    with JournalFile(path, path.parent) as journal:
        journal.save_person(make.person())
        for version in range(VERSIONS):
            starts_on = FIRST_DAY + timedelta(days=version * DAYS // VERSIONS)
            journal.save_plan(PERSON, make.plan(version=version + 1, starts_on=starts_on))
    chance = random.Random(7)
    with closing(connect(path)) as connection, transaction(connection):
        for number in range(SESSIONS):
            day = FIRST_DAY + timedelta(days=number * DAYS // SESSIONS)
            count = SETS * (number + 1) // SESSIONS - SETS * number // SESSIONS
            sets = tuple(
                make.set_record(number=n, reps_done=chance.randint(6, 12)) for n in range(1, count + 1)
            )
            after = chance.choice([0, 1, 2, 3, NoAnswer.MISSING])
            record = make.session_record(
                day, id=f"{chance.getrandbits(128):032x}", sets=sets, pain_after=after
            )
            write_session(connection, PERSON, record)
        for number in range(DAYS):
            if chance.random() < 0.9:
                write_check_in(connection, PERSON, make.check_in(FIRST_DAY + timedelta(days=number)))
    return path


@pytest.fixture
def page(path: Path, qtbot: QtBot) -> Iterator[JournalPage]:
    """The page of that journal, not shown yet; the charting library is loaded already."""
    import ankle_coach.ui.widgets.adherence_plot
    import ankle_coach.ui.widgets.events_plot
    import ankle_coach.ui.widgets.pain_plot
    import ankle_coach.ui.widgets.response_plot
    import ankle_coach.ui.widgets.running_plot
    import ankle_coach.ui.widgets.series_plot
    import ankle_coach.ui.widgets.sides_plot
    import ankle_coach.ui.widgets.stair_plot  # noqa: F401 - loading is not measured

    clock = FakeClock(datetime(LAST_DAY.year, LAST_DAY.month, LAST_DAY.day, 12, tzinfo=UTC))
    with JournalFile(path, path.parent) as journal:
        services = build_services(journal, MemorySettings(), clock, LIBRARY)
        services.coach.fold()  # Today has read the journal before anybody opens this page
        parts = JournalServices(
            services.journal,
            services.plans,
            services.charts,
            lambda: Units.METRIC,
            services.coach,
            services.phases,
        )
        page = JournalPage(parts, LIBRARY, Theme(ThemeChoice.LIGHT), PLAIN_WORDS, ChangeHub())
        page.resize(1270, 768)
        qtbot.addWidget(page)
        yield page
        page.hide()


def _opened(page: JournalPage, qtbot: QtBot) -> PainPlot:
    from ankle_coach.ui.widgets.pain_plot import PainPlot

    page.show()
    qtbot.waitUntil(lambda: page.findChild(PainPlot) is not None)
    plot = page.findChild(PainPlot)
    assert isinstance(plot, PainPlot)
    page.grab()
    return plot


def test_reading_the_overview(benchmark: BenchmarkFixture, page: JournalPage) -> None:
    overview = benchmark(page._journal.overview)

    assert len(overview.sessions) == SESSIONS


def test_opening_the_page(benchmark: BenchmarkFixture, page: JournalPage, qtbot: QtBot) -> None:
    benchmark.pedantic(lambda: _opened(page, qtbot), rounds=1)  # type: ignore[no-untyped-call]

    assert page._entries.model.rowCount() > SESSIONS


@pytest.mark.parametrize("days", [28, 84, DAYS], ids=["four-weeks", "twelve-weeks", "ten-years"])
def test_one_redraw_of_a_panned_chart(
    days: int, benchmark: BenchmarkFixture, page: JournalPage, qtbot: QtBot
) -> None:
    plot = _opened(page, qtbot)
    plot.set_range(LAST_DAY - timedelta(days=days - 1), LAST_DAY)
    plot._zoom(0.8)
    shares = iter([-0.07, -0.07, -0.07, -0.07, 0.07, 0.07, 0.07, 0.07] * 100_000)

    def pan() -> None:
        plot._move(next(shares))
        plot.grab()

    benchmark(pan)

    assert plot.visible_days()[1] <= LAST_DAY + timedelta(days=7)


def test_after_an_edit_the_page_is_fresh_again(
    benchmark: BenchmarkFixture, page: JournalPage, qtbot: QtBot
) -> None:
    _opened(page, qtbot)

    benchmark(page._refresh)

    assert not page._is_stale


@pytest.mark.parametrize("section", list(Section)[1:], ids=str)
def test_showing_another_section(
    section: Section, benchmark: BenchmarkFixture, page: JournalPage, qtbot: QtBot
) -> None:
    _opened(page, qtbot)

    def shown() -> None:
        page.show_section(section)
        page.grab()

    benchmark.pedantic(shown, rounds=1)  # type: ignore[no-untyped-call]

    assert page.shown(section) is not None


@pytest.mark.parametrize("section", [Section.MORNING, Section.EVENTS, Section.PAIN], ids=str)
def test_one_move_of_a_section_of_ten_years(
    section: Section, benchmark: BenchmarkFixture, page: JournalPage, qtbot: QtBot
) -> None:
    _opened(page, qtbot)
    page.show_section(section)
    page.days.choose("all")
    page.grab()
    shares = iter([1, 2, 3, 4, 3, 2] * 100_000)

    def move() -> None:
        back = timedelta(days=next(shares) * 20)
        page.days.show(FIRST_DAY + timedelta(days=200), LAST_DAY - back)
        page.grab()

    benchmark(move)

    assert page.days.choice == "custom"
