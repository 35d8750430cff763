"""Twelve exercises on paper: the PDF, and the preview after a choice. Run with `make bench`."""

from __future__ import annotations

import os
import time
from typing import TYPE_CHECKING

import pytest

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from ankle_coach.domain.words import PLAIN_WORDS
from ankle_coach.printing.handout import Layout
from ankle_coach.printing.handout_pages import lay_out
from ankle_coach.printing.press import pdf_bytes
from ankle_coach.ui.theme import Theme, ThemeChoice
from ankle_coach.ui.widgets.page_preview import PagePreview
from tests.helpers.printing import handout, some_plan

if TYPE_CHECKING:
    from pytest_benchmark.fixture import BenchmarkFixture
    from pytestqt.qtbot import QtBot

MOST_PDF = 0.5
"""Seconds from a handout of 12 exercises to its PDF (median)."""
MOST_EDIT = 0.1
"""Seconds from a choice to the preview that shows it (median)."""
EXERCISES = 12


@pytest.mark.benchmark(timer=time.process_time)
@pytest.mark.parametrize("layout", list(Layout))
def test_twelve_exercises_become_a_pdf_in_time(
    layout: Layout, benchmark: BenchmarkFixture, qtbot: QtBot
) -> None:
    made = handout(some_plan(EXERCISES, seed=12), layout=layout)
    data = benchmark(lambda: pdf_bytes(lay_out(made)))
    assert data.startswith(b"%PDF")
    if benchmark.stats is not None:
        assert benchmark.stats.stats.median < MOST_PDF


@pytest.mark.benchmark(timer=time.process_time)
@pytest.mark.parametrize("layout", list(Layout))
def test_the_preview_follows_a_choice_in_time(
    layout: Layout, benchmark: BenchmarkFixture, qtbot: QtBot
) -> None:
    preview = PagePreview(Theme(ThemeChoice.LIGHT), PLAIN_WORDS)
    qtbot.addWidget(preview)
    preview.resize(700, 900)
    plan, sizes = some_plan(EXERCISES, seed=12), iter(range(1_000_000))
    with qtbot.waitExposed(preview):
        preview.show()

    def edit() -> None:
        made = handout(plan, layout=layout, points=12 + next(sizes) % 3)
        preview.show_document(lay_out(made))
        preview.repaint()
        preview.viewport().repaint()

    benchmark(edit)
    assert preview.painted_pages
    if benchmark.stats is not None:
        assert benchmark.stats.stats.median < MOST_EDIT
