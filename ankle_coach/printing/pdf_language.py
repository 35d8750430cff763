"""The language of a PDF, which Qt's writer does not set: appended to the file as an update of its catalog.

An update leaves every byte of the file as it is: a new catalog, a table with its place, and a trailer that
leads back to the earlier table (ISO 32000-1, 7.5.6). Screen readers choose their voice by it (14.9.2).
"""

from __future__ import annotations

import re
from typing import Final

_END: Final = re.compile(rb"trailer\s*<<(.*?)>>\s*startxref\s+(\d+)\s+%%EOF\s*\Z", re.DOTALL)
_ROOT: Final = re.compile(rb"/Root (\d+) (\d+) R\b")
_CODE: Final = re.compile(r"[A-Za-z]{2,8}(?:-[A-Za-z0-9]{1,8})*")


def with_language(data: bytes, language: str) -> bytes:
    """Return a PDF with its language; as it is where it is not of the form that Qt writes.

    Args:
        data: The file.
        language: Code of the language (``en``, ``pt-BR``); underscores are read as hyphens.
    """
    code = language.replace("_", "-")
    end = _END.search(data, max(0, data.rfind(b"trailer")))
    root = _ROOT.search(end[1]) if end is not None else None
    if end is None or root is None or _CODE.fullmatch(code) is None:
        return data
    number, generation = root.groups()
    opening = rb"[\r\n]%b %b obj\s*<<(\s*/Type /Catalog\b.*?)>>\s*endobj" % (number, generation)
    catalogs = list(re.finditer(opening, data, re.DOTALL))
    if not catalogs or b"/Lang" in catalogs[-1][1]:  # the last one holds
        return data
    inside = catalogs[-1][1]
    fresh = b"%b %b obj\n<<%b/Lang (%b)\n>>\nendobj\n" % (number, generation, inside, code.encode("ascii"))
    whole = data if data.endswith(b"\n") else data + b"\n"
    table = b"xref\n0 1\n0000000000 65535 f \n%b 1\n%010d %05d n \n" % (number, len(whole), int(generation))
    trailer = b"trailer\n<<%b/Prev %b\n>>\nstartxref\n%d\n%%%%EOF\n" % (
        end[1],
        end[2],
        len(whole) + len(fresh),
    )
    return whole + fresh + table + trailer
