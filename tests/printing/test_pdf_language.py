"""The language in a PDF's catalog."""

from __future__ import annotations

import io

import pytest
from pypdf import PdfReader
from pypdf.generic import DictionaryObject

from ankle_coach.printing.handout_pages import lay_out
from ankle_coach.printing.pdf_language import with_language
from ankle_coach.printing.press import pdf_bytes
from tests.helpers.printing import handout, some_plan

pytestmark = pytest.mark.usefixtures("qapp")


@pytest.mark.parametrize("language", ["en", "qps"])
def test_the_catalog_of_a_sheet_says_its_language_and_all_else_stays(language: str) -> None:
    document = lay_out(handout(some_plan(2, seed=5), language))
    data = pdf_bytes(document)
    reader = PdfReader(io.BytesIO(data), strict=True)
    root = reader.trailer["/Root"].get_object()
    assert isinstance(root, DictionaryObject)
    assert str(root["/Lang"]) == language
    assert "/Metadata" in root
    assert len(reader.pages) == len(document.pages)
    assert reader.metadata is not None
    assert reader.metadata.title == document.title
    assert "Runner" in reader.pages[0].extract_text()
    assert with_language(data, "de") == data  # it is said once


@pytest.mark.parametrize(
    ("data", "language"),
    [(b"", "en"), (b"%PDF-1.4 trailer << >> startxref 0 %%EOF", "en"), (b"no trailer", "en")],
)
def test_what_is_not_of_qts_form_is_left_alone(data: bytes, language: str) -> None:
    assert with_language(data, language) == data


def test_a_code_that_is_none_is_left_out_and_a_country_is_kept() -> None:
    catalog = b"%PDF-1.4\n1 0 obj\n<<\n/Type /Catalog\n>>\nendobj\n"
    whole = catalog + b"xref\n0 1\ntrailer\n<<\n/Root 1 0 R\n>>\nstartxref\n48\n%%EOF\n"
    assert with_language(whole, "en)(/JS") == whole
    assert b"/Lang (pt-BR)" in with_language(whole, "pt_BR")
    assert with_language(whole, "en").startswith(whole)
