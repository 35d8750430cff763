"""The sounds are what their maker says."""

from __future__ import annotations

import hashlib
import struct
import wave

import pytest

from ankle_coach.resources import list_files, resource_path

NAMES = ["ready", "go", "phase", "tick", "halfway", "switch", "set_done", "session_done", "alarm"]


def samples(name: str) -> tuple[int, ...]:
    """Return a sound's samples."""
    with wave.open(str(resource_path("sounds", f"{name}.wav"))) as sound:
        assert (sound.getnchannels(), sound.getsampwidth(), sound.getframerate()) == (1, 2, 44_100)
        return struct.unpack(f"<{sound.getnframes()}h", sound.readframes(sound.getnframes()))


def test_every_sound_is_there_and_no_other() -> None:
    assert sorted(path.stem for path in list_files("sounds", ".wav")) == sorted(NAMES)


@pytest.mark.parametrize("name", NAMES)
def test_a_sound_is_heard_and_neither_clips_nor_clicks(name: str) -> None:
    values = samples(name)
    assert 20_000 < max(map(abs, values)) < 32_000
    assert abs(values[0]) < 400
    assert abs(values[-1]) < 400


@pytest.mark.parametrize(
    ("name", "longest"), [("tick", 0.1), ("phase", 0.25), ("switch", 0.8), ("session_done", 2)]
)
def test_a_sound_is_over_before_the_next_is_due(name: str, longest: float) -> None:
    assert len(samples(name)) / 44_100 <= longest


def test_no_two_sounds_are_the_same() -> None:
    assert len({hashlib.sha256(struct.pack(f"<{len(v)}h", *v)).digest() for v in map(samples, NAMES)}) == len(
        NAMES
    )
