"""Owns why a file cannot be a portrait: one exception, a code and a sentence for each reason."""

from __future__ import annotations

from typing import Literal

from checkin_app.domain.errors import RosterError

Reason = Literal[
    "animated",
    "empty",
    "heic",
    "locked",
    "not_a_picture",
    "not_readable",
    "several",
    "too_large",
    "too_many_pixels",
    "too_small",
    "truncated",
]
#: Templates of what staff read; also the keys of their translations.
SENTENCES: dict[Reason, str] = {
    "animated": "{file} is a moving picture. Save the one picture that is meant as JPEG or PNG.",
    "empty": "{file} is empty. Copy it again from where it came from.",
    "heic": "{file} is a HEIC picture, which cannot be read here. Save it as JPEG.",
    "locked": "{file} is locked by a password. Unpack the archive first.",
    "not_a_picture": "{file} is no picture that can be read. Use JPEG, PNG, WebP, BMP, GIF or"
    " TIFF.",
    "not_readable": "{file} cannot be read. Check that you may open it, and that it is whole.",
    "several": "{file} holds several pictures. Save the one that is meant on its own.",
    "too_large": "{file} is larger than {most} MB. Save a smaller copy.",
    "too_many_pixels": "{file} has more than {most} million pixels. Save a smaller copy.",
    "too_small": "{file} has only {width} × {height} pixels. Use a larger picture.",
    "truncated": "{file} is damaged; its end is missing. Copy it again from where it came from.",
}


class UnusablePicture(RosterError):
    """A file that cannot be a portrait; `reason` says why, for programs."""

    sentence = "{file} cannot be used as a photo."
    reason: Reason = "not_a_picture"


def unusable(reason: Reason, file: str, **details: object) -> UnusablePicture:
    """What to raise about a file."""
    error = UnusablePicture(SENTENCES[reason], file=file, **details)
    error.reason = reason
    return error


class UnusableSource(RosterError):
    """A folder or archive that no photos can be taken from; nothing was changed."""

    sentence = "No photos can be taken from {file}: {why}"
