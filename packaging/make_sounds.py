"""Make the sounds of the player: resources/sounds/*.wav, the same bytes each time.

Usage: python packaging/make_sounds.py [FOLDER]

Each sound is a few notes, one after another or together. A note is a sine with
a soft second and third partial, a quick attack and a bell's decay, so that
the sounds are told apart by melody as well as by pitch, through a phone's or a
laptop's small speaker.
"""

from __future__ import annotations

import math
import struct
import sys
import wave
from dataclasses import dataclass
from pathlib import Path

RATE = 44_100
PEAK = 0.72
_ATTACK = 0.006
_RELEASE = 0.03
_PARTIALS = ((1.0, 1.0, 1.0), (2.0, 0.32, 1.7), (3.01, 0.1, 2.6))


@dataclass(frozen=True, slots=True)
class Note:
    """One note.

    Attributes:
        pitch: In hertz.
        start: Seconds from the sound's beginning.
        length: In seconds.
        gain: Loudness beside the other notes, 0 to 1.
        decay: How fast it dies away, per second.
    """

    pitch: float
    start: float
    length: float
    gain: float = 1.0
    decay: float = 7.0


C5, D5, E5, G5, A5, B5 = 523.25, 587.33, 659.25, 783.99, 880.0, 987.77
C6, E6, G6 = 1046.5, 1318.51, 1567.98
G4 = 392.0

SOUNDS: dict[str, tuple[Note, ...]] = {
    "ready": (Note(G4, 0, 0.34, 0.8), Note(C5, 0.16, 0.42)),
    "go": (Note(C6, 0, 0.55, 1.0, 5.0), Note(E6, 0, 0.55, 0.5, 6.0)),
    "phase": (Note(A5, 0, 0.16, 0.8, 16.0),),
    "tick": (Note(E6, 0, 0.07, 0.6, 40.0),),
    "halfway": (Note(E5, 0, 0.2, 0.8, 12.0), Note(E5, 0.15, 0.28, 0.8, 9.0)),
    "switch": (Note(A5, 0, 0.3, 0.9, 9.0), Note(D5, 0.17, 0.5, 1.0, 6.0)),
    "set_done": (Note(C5, 0, 0.3, 0.8, 8.0), Note(E5, 0.11, 0.3, 0.8, 8.0), Note(G5, 0.22, 0.5, 0.9, 6.0)),
    "session_done": (
        Note(C5, 0, 0.4, 0.8, 6.0),
        Note(E5, 0.14, 0.4, 0.8, 6.0),
        Note(G5, 0.28, 0.4, 0.8, 6.0),
        Note(C6, 0.42, 1.1, 1.0, 3.2),
        Note(E5, 0.42, 1.1, 0.4, 3.2),
    ),
    "alarm": tuple(
        Note(pitch, round_start + offset, 0.2, 1.0, 5.0)
        for round_start in (0.0, 0.62)
        for pitch, offset in ((B5, 0.0), (G6, 0.14), (B5, 0.28))
    ),
}


def sample(note: Note, moment: float) -> float:
    """Return a note's sound pressure at a moment, in seconds from the sound's beginning."""
    age = moment - note.start
    if not 0 <= age < note.length:
        return 0.0
    shape = min(1.0, age / _ATTACK) * min(1.0, (note.length - age) / _RELEASE)
    tone = sum(
        weight * math.exp(-note.decay * fall * age) * math.sin(2 * math.pi * note.pitch * ratio * age)
        for ratio, weight, fall in _PARTIALS
    )
    return note.gain * shape * tone


def render(notes: tuple[Note, ...]) -> bytes:
    """Return the notes as 16-bit samples, as loud as `PEAK` allows."""
    length = max(note.start + note.length for note in notes)
    wave_form = [sum(sample(note, i / RATE) for note in notes) for i in range(round(length * RATE))]
    loudest = max(abs(value) for value in wave_form)
    return b"".join(struct.pack("<h", round(value / loudest * PEAK * 32_767)) for value in wave_form)


def write(folder: Path) -> list[Path]:
    """Write every sound into a folder and return the files."""
    folder.mkdir(parents=True, exist_ok=True)
    files = []
    for name, notes in SOUNDS.items():
        files.append(folder / f"{name}.wav")
        with wave.open(str(files[-1]), "wb") as out:
            out.setnchannels(1)
            out.setsampwidth(2)
            out.setframerate(RATE)
            out.writeframes(render(notes))
    return files


if __name__ == "__main__":
    target = Path(sys.argv[1]) if len(sys.argv) > 1 else Path(__file__).parents[1] / "resources" / "sounds"
    for file in write(target):
        print(file.name, file.stat().st_size)
