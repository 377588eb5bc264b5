"""Makes the program's two sounds of sine waves alone: `python -m assets.sounds.make_sounds`.

A struck bell sounds in partials that are no whole multiples of each other and die away at their
own speed, the high ones first; the ratios are the usual ones of a bell, hum to nominal. The chime
is softer: two notes a fourth apart with few partials.
"""

from __future__ import annotations

import math
import struct
import wave
from collections.abc import Sequence
from pathlib import Path
from typing import NamedTuple

RATE = 22_050
"""Samples a second."""
PEAK = 0.5
"""The loudest sample, as a part of what fits."""
RISE = 0.004
"""Seconds until a note is at its loudest: it must not click."""


class Partial(NamedTuple):
    """One sine of a note: its pitch against the note's, its loudness, and how many seconds it
    takes to fall to a third."""

    ratio: float
    loudness: float
    lasts: float


BELL = (
    Partial(0.5, 0.35, 0.9),
    Partial(1.0, 1.0, 0.7),
    Partial(1.2, 0.5, 0.5),
    Partial(1.5, 0.35, 0.4),
    Partial(2.0, 0.6, 0.3),
    Partial(2.7, 0.25, 0.15),
    Partial(4.1, 0.12, 0.07),
)
CHIME = (Partial(1.0, 1.0, 0.5), Partial(2.0, 0.25, 0.3), Partial(3.0, 0.08, 0.15))

Note = tuple[float, float, Sequence[Partial]]
"""When it is struck, in seconds, its pitch in hertz, and its partials."""

SOUNDS: dict[str, tuple[float, tuple[Note, ...]]] = {
    "bell": (2.0, ((0.0, 523.25, BELL),)),
    "chime": (1.6, ((0.0, 659.26, CHIME), (0.28, 493.88, CHIME))),
}
"""How long each sound is, in seconds, and its notes."""


def samples(seconds: float, notes: Sequence[Note]) -> list[float]:
    """The sound, its loudest sample at 1."""
    heard = [_loudness(at / RATE, notes) for at in range(round(seconds * RATE))]
    loudest = max(map(abs, heard))
    faded = [value * min(1.0, (len(heard) - at) / (0.1 * RATE)) for at, value in enumerate(heard)]
    return [value / loudest for value in faded]


def _loudness(time: float, notes: Sequence[Note]) -> float:
    return sum(_note(time - start, pitch, partials) for start, pitch, partials in notes)


def _note(time: float, pitch: float, partials: Sequence[Partial]) -> float:
    if time < 0:
        return 0.0
    struck = min(1.0, time / RISE)
    return struck * sum(
        each.loudness
        * math.exp(-time / each.lasts)
        * math.sin(math.tau * pitch * each.ratio * time)
        for each in partials
    )


def write(file: Path, heard: Sequence[float]) -> None:
    """Writes a sound as a WAV file: 16 bits, one channel."""
    with wave.open(str(file), "wb") as out:
        out.setnchannels(1)
        out.setsampwidth(2)
        out.setframerate(RATE)
        out.writeframes(b"".join(struct.pack("<h", round(32_767 * PEAK * v)) for v in heard))


def main() -> None:
    """Makes all sounds anew, beside this file."""
    for name, (seconds, notes) in SOUNDS.items():
        write(Path(__file__).with_name(f"{name}.wav"), samples(seconds, notes))


if __name__ == "__main__":
    main()
