"""The number to call: that of the country, and none where none is known."""

from __future__ import annotations

import pytest

from ankle_coach.domain.emergency import emergency_number
from tests.helpers.rules import row


@row("3.9-emergency")
@pytest.mark.parametrize(
    ("country", "number"), [("DE", "112"), ("US", "911"), ("GB", "999"), ("AU", "000"), ("", ""), ("XX", "")]
)
def test_a_country_has_its_number(country: str, number: str, row_id: str) -> None:
    assert emergency_number(country) == number
