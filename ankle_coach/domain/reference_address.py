"""Where a source is found on the web, from its address as the record keeps it."""

from __future__ import annotations

import re

_PMC = re.compile(r"PMC\d+")
_PUBMED = re.compile(r"pubmed (\d+)", re.IGNORECASE)
_DOI = re.compile(r"\b10\.\d{4,9}/\S+")
_PAGE = re.compile(r"[a-z0-9-]+(?:\.[a-z0-9-]+)*\.[a-z]{2,}(?:/\S*)?", re.IGNORECASE)


def web_address(address: str) -> str:
    """Return the https address of a source's page, or an empty text where the record names none.

    Args:
        address: A page without its scheme, a PubMed Central id, ``pubmed`` with a number, or a DOI with
            its publisher before it; empty for a source without a stable address.
    """
    if _PAGE.fullmatch(address):
        return f"https://{address}"
    central = _PMC.match(address)
    if central:
        return f"https://pmc.ncbi.nlm.nih.gov/articles/{central.group()}"
    pubmed = _PUBMED.fullmatch(address)
    if pubmed:
        return f"https://pubmed.ncbi.nlm.nih.gov/{pubmed.group(1)}"
    doi = _DOI.search(address)
    return f"https://doi.org/{doi.group()}" if doi else ""
