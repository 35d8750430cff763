"""The press: one painter puts a document's pages on paper, into a PDF, or on a screen."""

from __future__ import annotations

import os
from html import escape
from pathlib import Path
from typing import Final

from PySide6.QtCore import QBuffer, QByteArray, QIODevice, QMarginsF, QSizeF
from PySide6.QtGui import QColor, QImage, QPagedPaintDevice, QPageLayout, QPageSize, QPainter, QPdfWriter

from ankle_coach import __version__
from ankle_coach.palette import PAPER
from ankle_coach.printing.dots import DOTS_PER_INCH
from ankle_coach.printing.pages import Document, Page, Paper
from ankle_coach.printing.pdf_language import with_language

CREATOR: Final = f"Ankle Coach {__version__}"


def paint_page(painter: QPainter, page: Page) -> None:
    """Paint a page with a painter that is set to dots, its origin in the paper's corner."""
    painter.setRenderHints(QPainter.RenderHint.Antialiasing | QPainter.RenderHint.TextAntialiasing)
    for block, x, y in page.placed:
        painter.save()
        block.paint(painter, x, y)
        painter.restore()


def page_layout(paper: Paper) -> QPageLayout:
    """Return the layout of a paper without margins: the document has its own."""
    size = QPageSize(QPageSize.PageSizeId.A4 if paper is Paper.A4 else QPageSize.PageSizeId.Letter)
    layout = QPageLayout(size, QPageLayout.Orientation.Portrait, QMarginsF(), QPageLayout.Unit.Millimeter)
    layout.setMode(QPageLayout.Mode.FullPageMode)
    return layout


def print_pages(document: Document, device: QPagedPaintDevice, dots_per_inch: float) -> bool:
    """Paint all pages on a device of pages.

    Args:
        document: What is printed.
        device: A printer or a writer of PDF, its page set to the document's paper.
        dots_per_inch: The device's resolution.

    Returns:
        Whether the device took all of them.
    """
    painter = QPainter()
    if not painter.begin(device):
        return False
    scale = dots_per_inch / DOTS_PER_INCH
    for number, page in enumerate(document.pages):
        if number and not device.newPage():
            painter.end()
            return False
        painter.save()
        painter.scale(scale, scale)
        paint_page(painter, page)
        painter.restore()
    return painter.end()


def pdf_bytes(document: Document) -> bytes:
    """Return the document as PDF with its title, author and language."""
    data = QByteArray()
    buffer = QBuffer(data)
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    writer = QPdfWriter(buffer)
    writer.setResolution(DOTS_PER_INCH)
    writer.setPageLayout(page_layout(document.paper))
    writer.setTitle(document.title)
    writer.setAuthor(document.author)
    writer.setCreator(CREATOR)
    writer.setDocumentXmpMetadata(_metadata(document).encode())
    print_pages(document, writer, DOTS_PER_INCH)
    del writer
    buffer.close()
    return with_language(bytes(data.data()), document.language)


def write_pdf(document: Document, path: Path) -> None:
    """Write the document as PDF; a file that is there is replaced whole or not at all.

    Raises:
        OSError: If the file cannot be written.
    """
    data = pdf_bytes(document)
    beside = path.with_name(f".{path.name}.{os.getpid()}.part")
    try:
        beside.write_bytes(data)
        beside.replace(path)
    finally:
        beside.unlink(missing_ok=True)


def page_image(document: Document, number: int, dots_per_inch: float) -> QImage:
    """Return a page, counted from 0, as a picture of a resolution, on white."""
    scale = dots_per_inch / DOTS_PER_INCH
    width, height = document.size
    size = QSizeF(width * scale, height * scale).toSize()
    image = QImage(size, QImage.Format.Format_RGB32)
    image.fill(QColor(PAPER.window))
    painter = QPainter(image)
    painter.scale(scale, scale)
    paint_page(painter, document.pages[number])
    painter.end()
    return image


def _metadata(document: Document) -> str:
    """Return the document's XMP: what readers show of it, and its language."""
    title, author = escape(document.title), escape(document.author)
    return f"""<?xpacket begin="\ufeff" id="W5M0MpCehiHzreSzNTczkc9d"?>
<x:xmpmeta xmlns:x="adobe:ns:meta/">
 <rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#">
  <rdf:Description rdf:about="" xmlns:dc="http://purl.org/dc/elements/1.1/"
    xmlns:xmp="http://ns.adobe.com/xap/1.0/" xmlns:pdf="http://ns.adobe.com/pdf/1.3/">
   <dc:title><rdf:Alt><rdf:li xml:lang="x-default">{title}</rdf:li></rdf:Alt></dc:title>
   <dc:creator><rdf:Seq><rdf:li>{author}</rdf:li></rdf:Seq></dc:creator>
   <dc:language><rdf:Bag><rdf:li>{escape(document.language)}</rdf:li></rdf:Bag></dc:language>
   <dc:format>application/pdf</dc:format>
   <xmp:CreatorTool>{escape(CREATOR)}</xmp:CreatorTool>
  </rdf:Description>
 </rdf:RDF>
</x:xmpmeta>
<?xpacket end="w"?>
"""
