"""The sounds: as their script makes them, short, not too loud, soft at both ends."""

from __future__ import annotations

import wave
from array import array
from pathlib import Path

import pytest

import assets
from assets.sounds import make_sounds


def _samples(file: Path) -> array[int]:
    with wave.open(str(file), "rb") as sound:
        assert (sound.getnchannels(), sound.getsampwidth()) == (1, 2)
        assert sound.getnframes() / sound.getframerate() <= 2.0
        return array("h", sound.readframes(sound.getnframes()))


@pytest.mark.parametrize("name", make_sounds.SOUNDS)
def test_a_sound_is_what_its_script_makes(name: str, tmp_path: Path) -> None:
    again = tmp_path / "again.wav"
    make_sounds.write(again, make_sounds.samples(*make_sounds.SOUNDS[name]))
    kept, made = (_samples(file) for file in (assets.path("sounds", f"{name}.wav"), again))
    # Sines differ in the last digit from one machine to the next.
    assert len(kept) == len(made)
    assert max(abs(one - other) for one, other in zip(kept, made, strict=True)) <= 1


@pytest.mark.parametrize("name", make_sounds.SOUNDS)
def test_a_sound_does_not_click(name: str) -> None:
    heard = _samples(assets.path("sounds", f"{name}.wav"))
    assert max(map(abs, heard)) <= 0.51 * 32_767
    assert max(map(abs, heard[:4])) < 1_500
    assert max(map(abs, heard[-40:])) < 200
