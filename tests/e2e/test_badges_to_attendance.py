"""The main job from end to end: sample, badges, every printed code read back, scanned, exported."""

from __future__ import annotations

import json
import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

pytestmark = [
    pytest.mark.serial,
    pytest.mark.skipif(
        not (shutil.which("pdftoppm") and shutil.which("zbarimg")),
        reason="needs poppler-utils and zbar-tools",
    ),
]

#: All 1,800 take minutes; CI takes a few.
DELEGATES = int(os.environ.get("CHECKIN_E2E_DELEGATES", "60"))
FIRST, SECOND = "2026-11-25T08:00:00+07:00", "2026-11-25T08:00:30+07:00"


def program(*arguments: object, stdin: str = "") -> str:
    done = subprocess.run(
        [sys.executable, "-m", "checkin_app", "--json", *map(str, arguments)],
        input=stdin,
        capture_output=True,
        encoding="utf-8",
        timeout=600,
    )
    assert done.returncode == 0, done.stderr
    return done.stdout


def read_back(pdf: Path, dpi: int, folder: Path) -> list[str]:
    """The code on each page, printed at so many dots an inch and read by a decoder of others."""
    folder.mkdir()
    subprocess.run(["pdftoppm", "-r", str(dpi), "-gray", pdf, folder / "page"], check=True)
    pages = sorted(folder.iterdir())
    codes = []
    for start in range(0, len(pages), 100):
        read = subprocess.run(
            [
                "zbarimg",
                "--quiet",
                "--raw",
                "-S*.disable",
                "-Sqrcode.enable",
                *pages[start : start + 100],
            ],
            capture_output=True,
            encoding="ascii",
            check=True,
        )
        codes += read.stdout.split()
    assert len(codes) == len(pages)
    return codes


@pytest.mark.parametrize("layout", ["a6", "card"])
def test_every_badge_opens_the_door_once(tmp_path: Path, layout: str) -> None:
    event, pdf = tmp_path / "forum.checkin", tmp_path / "badges.pdf"
    made = json.loads(program("sample", event, "--delegates", DELEGATES, "--seed", "3"))
    assert made["delegates"] == DELEGATES
    badges = json.loads(program("--event", event, "badges", "--out", pdf, "--layout", layout))
    assert (badges["badges"], badges["pages"]) == (DELEGATES, DELEGATES)

    codes = read_back(pdf, 203, tmp_path / "203")
    assert read_back(pdf, 300, tmp_path / "300") == codes
    issued = {
        c["code"]: c["delegate_id"] for c in json.loads(program("--event", event, "code", "list"))
    }
    assert sorted(codes) == sorted(issued)

    lines = "\n".join(codes)
    scan = ("--event", event, "scan", "-", "--at")
    first = [json.loads(line) for line in program(*scan, FIRST, stdin=lines).splitlines()]
    assert [(s["code"], s["decision"], s["reason"]) for s in first] == [
        (code, "admit", "welcome") for code in codes
    ]
    assert [s["delegate"]["id"] for s in first] == [issued[code] for code in codes]
    second = [json.loads(line) for line in program(*scan, SECOND, stdin=lines).splitlines()]
    assert {(s["decision"], s["reason"], s["first_scan"]["at"]) for s in second} == {
        ("refuse", "already_in", FIRST)
    }

    out = tmp_path / "attendance.json"
    program("--event", event, "export", "attendance", "--out", out)
    attended = json.loads(out.read_text(encoding="utf-8"))
    assert sorted(row["delegate_id"] for row in attended) == sorted(issued.values())
    assert {(row["first_in"], row["entries"]) for row in attended} == {(FIRST, 1)}
    assert json.loads(program("--event", event, "check"))["whole"]
