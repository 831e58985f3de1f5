"""Makes the three sounds of a verdict, distinct in pitch and rhythm: `python make_sounds.py`."""

from __future__ import annotations

import struct
import wave
from math import pi, sin
from pathlib import Path

RATE = 22_050
#: Notes as (hertz, seconds); 0 hertz is silence.
SOUNDS = {
    "admit": ((880, 0.07), (0, 0.015), (1318.5, 0.14)),
    "refuse": ((233, 0.13), (0, 0.06), (196, 0.19)),
    "refer": ((587, 0.06), (0, 0.05), (587, 0.06), (0, 0.05), (698, 0.12)),
}


def samples(notes: tuple[tuple[float, float], ...]) -> bytes:
    """16-bit mono; each note swells and fades so that nothing clicks."""
    made = bytearray()
    for hertz, seconds in notes:
        count = int(RATE * seconds)
        for n in range(count):
            swell = min(1.0, n / 110, (count - n) / 440)
            t = 2 * pi * hertz * n / RATE
            tone = sin(t) + 0.35 * sin(2 * t) + 0.15 * sin(3 * t)
            made += struct.pack("<h", int(11_000 * swell * tone)) if hertz else b"\0\0"
    return bytes(made)


if __name__ == "__main__":
    for name, notes in SOUNDS.items():
        with wave.open(str(Path(__file__).with_name(f"{name}.wav")), "wb") as file:
            file.setnchannels(1)
            file.setsampwidth(2)
            file.setframerate(RATE)
            file.writeframes(samples(notes))
