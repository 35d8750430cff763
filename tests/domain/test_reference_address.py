"""The web page of a source."""

from __future__ import annotations

import pytest

from ankle_coach.content.catalog import open_library
from ankle_coach.domain.reference_address import web_address


@pytest.mark.parametrize(
    ("address", "page"),
    [
        ("bjsm.bmj.com/content/48/16/1235.abstract", "https://bjsm.bmj.com/content/48/16/1235.abstract"),
        (
            "physio-pedia.com/Achilles_Tendinopathy_Toolkit:_Appendix_A",
            "https://physio-pedia.com/Achilles_Tendinopathy_Toolkit:_Appendix_A",
        ),
        ("club360.jp", "https://club360.jp"),
        ("PMC6356409", "https://pmc.ncbi.nlm.nih.gov/articles/PMC6356409"),
        ("PMC5241541/table/T5", "https://pmc.ncbi.nlm.nih.gov/articles/PMC5241541"),
        ("PubMed 16935061", "https://pubmed.ncbi.nlm.nih.gov/16935061"),
        ("thieme-connect 10.1055/s-0043-120527", "https://doi.org/10.1055/s-0043-120527"),
        ("medrxiv.org 2023.10.05.23296581", ""),
        ("", ""),
    ],
)
def test_an_address_leads_to_its_page(address: str, page: str) -> None:
    assert web_address(address) == page


def test_every_shipped_address_is_a_page_or_can_at_least_be_copied() -> None:
    """Only one record names a page that no rule can find; a new one needs a better address or a rule."""
    unfound = [r.id for r in open_library().references.values() if r.address and not web_address(r.address)]
    assert unfound == ["S64"]
