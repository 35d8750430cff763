"""The mean is that of the module of statistics."""

from __future__ import annotations

from statistics import fmean

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ankle_coach.domain.means import mean


@given(st.lists(st.floats(min_value=-1e6, max_value=1e6), min_size=1, max_size=30))
def test_it_is_exact(numbers: list[float]) -> None:
    assert mean(numbers) == fmean(numbers)


def test_nothing_has_no_mean() -> None:
    with pytest.raises(ZeroDivisionError):
        mean(())
