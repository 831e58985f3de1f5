"""Owns what the profiles of desks are called."""

from __future__ import annotations

from checkin_app.ui.language import translate

PROFILES = ("registration", "door", "kiosk", "protocol", "read_only")


def profile_words(profile: str) -> str:
    """What a desk of this profile may."""
    return {
        "registration": translate("Sync", "registration, everything"),
        "door": translate("Sync", "door, scans only"),
        "kiosk": translate("Sync", "kiosk, scans and badges"),
        "protocol": translate("Sync", "protocol, scans and handing over"),
        "read_only": translate("Sync", "read only"),
    }.get(profile, profile)
