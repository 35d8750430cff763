"""Pictures from files: what is taken in is small and bare, what cannot be is told in one sentence."""

from __future__ import annotations

import struct
import zlib
from pathlib import Path

import pytest
from PySide6.QtCore import QBuffer, QByteArray, QIODevice
from PySide6.QtGui import QColor, QImage, QImageWriter
from PySide6.QtWidgets import QApplication

from ankle_coach.domain.picture import MOST_BYTES, MOST_PIXELS, Media
from ankle_coach.domain.words import PLAIN_WORDS
from ankle_coach.ui import picture_file
from ankle_coach.ui.picture_file import PictureError, file_filter, image_of, read_picture

SECRET = "taken at home"

pytestmark = pytest.mark.usefixtures("qapp")


def _image(width: int, height: int, *, alpha: bool = False) -> QImage:
    kind = QImage.Format.Format_ARGB32 if alpha else QImage.Format.Format_RGB32
    image = QImage(width, height, kind)
    image.fill(QColor(20, 120, 200, 90 if alpha else 255))
    return image


def _noise(side: int) -> QImage:
    """A picture that PNG cannot make small."""
    seed, rows = 1, bytearray()
    for _ in range(side * side):
        seed = (seed * 1103515245 + 12345) & 0x7FFFFFFF
        rows += struct.pack("<I", 0xFF000000 | (seed >> 7))
    return QImage(bytes(rows), side, side, side * 4, QImage.Format.Format_ARGB32).copy()


def _saved(image: QImage, path: Path) -> Path:
    writer = QImageWriter(str(path))
    writer.setText("Description", SECRET)
    assert writer.write(image)
    return path


def test_a_drawing_stays_a_png_and_loses_its_metadata(tmp_path: Path) -> None:
    path = _saved(_image(60, 40, alpha=True), tmp_path / "logo.png")
    assert SECRET.encode() in path.read_bytes()

    picture = read_picture(path, PLAIN_WORDS, alternative="The clinic's logo")

    assert (picture.media, picture.width, picture.height) == (Media.PNG, 60, 40)
    assert SECRET.encode() not in picture.data
    assert picture.alternative == "The clinic's logo"
    assert image_of(picture).pixelColor(5, 5).alpha() == 90


def test_a_photograph_stays_a_jpeg_and_loses_its_metadata(tmp_path: Path) -> None:
    path = _saved(_noise(64), tmp_path / "photo.jpg")
    assert SECRET.encode() in path.read_bytes()

    picture = read_picture(path, PLAIN_WORDS)

    assert picture.media is Media.JPEG
    assert SECRET.encode() not in picture.data
    assert b"Exif" not in picture.data


def test_a_photograph_is_turned_upright(tmp_path: Path) -> None:
    path = tmp_path / "phone.jpg"
    assert _image(60, 40).save(str(path))
    exif = b"Exif\0\0" + b"II*\0\x08\0\0\0\x01\0\x12\x01\x03\0\x01\0\0\0\x06\0\0\0\0\0\0\0"
    content = path.read_bytes()
    path.write_bytes(content[:2] + b"\xff\xe1" + struct.pack(">H", len(exif) + 2) + exif + content[2:])

    picture = read_picture(path, PLAIN_WORDS)

    assert (picture.width, picture.height) == (40, 60)


def test_a_large_picture_is_made_smaller(tmp_path: Path) -> None:
    path = _saved(_image(3000, 1500), tmp_path / "large.png")

    picture = read_picture(path, PLAIN_WORDS)
    small = read_picture(path, PLAIN_WORDS, longest=100)

    assert (picture.width, picture.height) == (MOST_PIXELS, MOST_PIXELS // 2)
    assert (small.width, small.height) == (100, 50)


def test_a_heavy_picture_loses_pixels_until_it_fits(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(picture_file, "MOST_BYTES", 20_000)
    image = _noise(150).convertToFormat(QImage.Format.Format_ARGB32)
    image.setPixelColor(0, 0, QColor(0, 0, 0, 0))

    picture = read_picture(_saved(image, tmp_path / "noise.png"), PLAIN_WORDS)

    assert picture.width < 150
    assert len(picture.data) <= 20_000 < MOST_BYTES


@pytest.mark.parametrize(
    ("content", "sentence"),
    [
        (b"", "x.png is not a picture that can be used here: take a PNG or JPEG file."),
        (b"hello", "x.png is not a picture that can be used here: take a PNG or JPEG file."),
        (
            b"<svg xmlns='http://www.w3.org/2000/svg' width='9' height='9'/>",
            "x.png is not a picture that can be used here: take a PNG or JPEG file.",
        ),
    ],
    ids=["empty", "text", "vector"],
)
def test_what_is_no_picture_is_told(content: bytes, sentence: str, tmp_path: Path) -> None:
    path = tmp_path / "x.png"
    path.write_bytes(content)

    with pytest.raises(PictureError) as told:
        read_picture(path, PLAIN_WORDS)

    assert str(told.value) == sentence


@pytest.mark.qt_log_ignore("libpng error", extend=True)  # Qt's own note, beside the sentence
def test_a_broken_picture_is_told(tmp_path: Path) -> None:
    content = bytearray(_bytes_of(_noise(40)))
    content[len(content) // 2 :] = b"\0" * (len(content) - len(content) // 2)
    path = tmp_path / "broken.png"
    path.write_bytes(bytes(content))

    with pytest.raises(PictureError, match=r"^broken\.png is broken and cannot be shown\.$"):
        read_picture(path, PLAIN_WORDS)


def test_a_picture_with_too_many_pixels_is_refused_before_it_is_decoded(tmp_path: Path) -> None:
    header = struct.pack(">IIBBBBB", 30_000, 30_000, 8, 0, 0, 0, 0)
    chunk = b"IHDR" + header
    start = b"\x89PNG\r\n\x1a\n" + struct.pack(">I", 13) + chunk + struct.pack(">I", zlib.crc32(chunk))
    data = zlib.compress(b"\0" * 1000)
    body = b"IDAT" + data
    path = tmp_path / "bomb.png"
    path.write_bytes(start + struct.pack(">I", len(data)) + body + struct.pack(">I", zlib.crc32(body)))

    with pytest.raises(PictureError, match="at most 64 million pixels"):
        read_picture(path, PLAIN_WORDS)


def test_a_file_that_is_too_large_or_missing_is_told(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = _saved(_image(60, 40), tmp_path / "logo.png")
    monkeypatch.setattr(picture_file, "MOST_FILE_BYTES", 64)
    with pytest.raises(PictureError, match=r"logo\.png is too large"):
        read_picture(path, PLAIN_WORDS)
    with pytest.raises(PictureError, match=r"gone\.png cannot be read \(No such file"):
        read_picture(tmp_path / "gone.png", PLAIN_WORDS)


def test_the_file_dialog_offers_pictures(qapp: QApplication) -> None:
    assert file_filter(PLAIN_WORDS).startswith("Pictures (*.png *.jpg")


def _bytes_of(image: QImage) -> bytes:
    content = QByteArray()
    buffer = QBuffer(content)
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    assert QImageWriter(buffer, b"PNG").write(image)
    return bytes(content.data())


@pytest.mark.parametrize("ending", ["jpg", "png"])
@pytest.mark.parametrize("share", [0.2, 0.5, 0.9])
def test_a_picture_that_breaks_off_is_told(ending: str, share: float, tmp_path: Path) -> None:
    path = _saved(_noise(90), tmp_path / f"whole.{ending}")
    content = path.read_bytes()
    assert read_picture(path, PLAIN_WORDS).width == 90
    path.write_bytes(content[: int(len(content) * share)])
    with pytest.raises(PictureError, match=rf"whole.{ending} is broken and cannot be shown."):
        read_picture(path, PLAIN_WORDS)


def test_the_end_of_a_preview_inside_a_photograph_is_not_the_photograph_s(tmp_path: Path) -> None:
    path = _saved(_noise(90), tmp_path / "whole.jpg")
    photo = path.read_bytes()
    preview = b"Exif\0\0" + photo
    with_preview = photo[:2] + b"\xff\xe1" + struct.pack(">H", len(preview) + 2) + preview + photo[2:]
    path.write_bytes(with_preview)
    assert read_picture(path, PLAIN_WORDS).width == 90
    path.write_bytes(with_preview[: -len(photo) // 2])
    with pytest.raises(PictureError, match="broken"):
        read_picture(path, PLAIN_WORDS)
    path.write_bytes(photo + b"what some cameras add")
    assert read_picture(path, PLAIN_WORDS).width == 90
