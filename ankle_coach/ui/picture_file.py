"""Takes a picture in from a file: checked, decoded, made smaller, and encoded anew without metadata."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QBuffer, QByteArray, QIODevice, QSize, Qt
from PySide6.QtGui import QColorSpace, QImage, QImageReader, QImageWriter, QPainter

from ankle_coach.domain.errors import AnkleCoachError
from ankle_coach.domain.picture import MOST_BYTES, MOST_PIXELS, Media, Picture
from ankle_coach.domain.words import Words

MOST_FILE_BYTES = 40 * 1024 * 1024
"""A larger file is refused before it is read."""
MOST_DECODED_PIXELS = 64_000_000
"""A picture with more pixels is refused before it is decoded, which would take 256 MiB."""
FORMATS = ("png", "jpg", "jpeg", "bmp", "gif", "webp")
"""Endings of the files that can be taken in, as far as this computer's Qt reads them."""
_KINDS = frozenset({b"png", b"jpeg", b"bmp", b"gif", b"webp"})
_QUALITY = 88
_SMALLER = 0.8
_MEBIBYTE = 1024 * 1024
_JPEG_BEGINS, _JPEG_ENDS, _MARK, _SCAN = b"\xff\xd8", b"\xff\xd9", 0xFF, 0xDA


class PictureError(AnkleCoachError):
    """A picture that cannot be taken in, with the reason in one sentence."""


def file_filter(words: Words) -> str:
    """Return what a file dialog offers to choose from."""
    return f"{words.gettext('Pictures')} ({' '.join(f'*.{ending}' for ending in FORMATS)})"


def read_picture(path: Path, words: Words, *, longest: int = MOST_PIXELS, alternative: str = "") -> Picture:
    """Return a picture from a file, turned upright, scaled down where it is large, without any metadata.

    Args:
        path: The file.
        words: The reader's language.
        longest: Longest side of what is kept, in pixels; at most `MOST_PIXELS`.
        alternative: What it shows, in one sentence.

    Raises:
        PictureError: The file cannot be read, is no picture, is broken, or is too large.
    """
    image = _decoded(_content(path, words), path.name, words, min(longest, MOST_PIXELS))
    clean = _clean(image)
    while True:
        media, data = _encoded(clean)
        if len(data) <= MOST_BYTES:
            return Picture(
                media=media, width=clean.width(), height=clean.height(), data=data, alternative=alternative
            )
        clean = clean.scaled(
            _shrunk(clean.size(), _SMALLER),
            Qt.AspectRatioMode.KeepAspectRatio,
            Qt.TransformationMode.SmoothTransformation,
        )


def image_of(picture: Picture, within: QSize | None = None) -> QImage:
    """Return a kept picture to paint; a null image where its bytes are none.

    Args:
        picture: The picture.
        within: The place it will be painted into, in pixels of the screen: a larger picture is decoded
            smaller, which costs less. None for the whole picture.
    """
    buffer = QBuffer()
    buffer.setData(QByteArray(picture.data))
    buffer.open(QIODevice.OpenModeFlag.ReadOnly)
    reader = QImageReader(buffer, QByteArray(b"png" if picture.media is Media.PNG else b"jpeg"))
    size = reader.size()
    if max(size.width(), size.height()) > MOST_PIXELS:
        return QImage()
    if within is not None and (size.width() > within.width() or size.height() > within.height()):
        fitted = size.scaled(within, Qt.AspectRatioMode.KeepAspectRatio)
        reader.setScaledSize(fitted.expandedTo(QSize(1, 1)))
    return reader.read()


def _content(path: Path, words: Words) -> bytes:
    """Read the file, unless it is too large."""
    try:
        with path.open("rb") as file:
            content = file.read(MOST_FILE_BYTES + 1)
    except OSError as error:
        sentence = words.gettext("{file} cannot be read ({reason}).")
        reason = error.strerror or str(error)
        raise PictureError(sentence.format(file=path.name, reason=reason)) from error
    if len(content) > MOST_FILE_BYTES:
        sentence = words.gettext("{file} is too large: a picture may have at most {n} MB.")
        raise PictureError(sentence.format(file=path.name, n=MOST_FILE_BYTES // _MEBIBYTE))
    return content


def _decoded(content: bytes, name: str, words: Words, longest: int) -> QImage:
    """Decode a picture whose size and kind were looked at first."""
    buffer = QBuffer()
    buffer.setData(QByteArray(content))
    buffer.open(QIODevice.OpenModeFlag.ReadOnly)
    reader = QImageReader(buffer)
    reader.setDecideFormatFromContent(True)
    reader.setAutoTransform(True)
    size = reader.size()
    if reader.format().data() not in _KINDS or not size.isValid() or size.isEmpty():
        sentence = words.gettext("{file} is not a picture that can be used here: take a PNG or JPEG file.")
        raise PictureError(sentence.format(file=name))
    if size.width() * size.height() > MOST_DECODED_PIXELS:
        sentence = words.gettext("{file} is too large: a picture may have at most {n} million pixels.")
        raise PictureError(sentence.format(file=name, n=MOST_DECODED_PIXELS // 1_000_000))
    if max(size.width(), size.height()) > longest:
        reader.setScaledSize(_shrunk(size, longest / max(size.width(), size.height())))
    image = QImage() if _breaks_off(content) else reader.read()
    if image.isNull():
        sentence = words.gettext("{file} is broken and cannot be shown.")
        raise PictureError(sentence.format(file=name))
    return image


def _breaks_off(content: bytes) -> bool:
    """Return whether a JPEG ends in its middle: Qt paints what is missing gray and calls it read.

    The parts before the picture are stepped over by their lengths: a preview in them has an end of its own.
    """
    if not content.startswith(_JPEG_BEGINS):
        return False
    place = len(_JPEG_BEGINS)
    while place + 4 <= len(content) and content[place] == _MARK and content[place + 1] != _SCAN:
        filling = content[place + 1] == _MARK
        place += 1 if filling else 2 + int.from_bytes(content[place + 2 : place + 4], "big")
    return content.find(_JPEG_ENDS, place) < 0


def _shrunk(size: QSize, share: float) -> QSize:
    return QSize(max(1, int(size.width() * share)), max(1, int(size.height() * share)))


def _clean(image: QImage) -> QImage:
    """Paint the pixels onto a new image, which leaves texts, profiles and places behind."""
    if image.colorSpace().isValid():
        image.convertToColorSpace(QColorSpace(QColorSpace.NamedColorSpace.SRgb))
    kind = QImage.Format.Format_ARGB32 if image.hasAlphaChannel() else QImage.Format.Format_RGB32
    clean = QImage(image.size(), kind)
    clean.fill(0)
    painter = QPainter(clean)
    painter.setCompositionMode(QPainter.CompositionMode.CompositionMode_Source)
    painter.drawImage(0, 0, image)
    painter.end()
    return clean


def _encoded(image: QImage) -> tuple[Media, bytes]:
    """Encode as PNG what is transparent or small that way, as drawings are; photographs as JPEG."""
    drawn = _bytes(image, b"PNG", -1)
    if image.hasAlphaChannel():
        return Media.PNG, drawn
    photo = _bytes(image, b"JPEG", _QUALITY)
    return (Media.PNG, drawn) if len(drawn) <= 2 * len(photo) else (Media.JPEG, photo)


def _bytes(image: QImage, kind: bytes, quality: int) -> bytes:
    content = QByteArray()
    buffer = QBuffer(content)
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    writer = QImageWriter(buffer, kind)
    writer.setQuality(quality)
    writer.write(image)
    buffer.close()
    return bytes(content.data())
