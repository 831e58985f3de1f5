"""Tries a bundle out from outside: `python tests/bundle/smoke.py dist/checkin-app`.

In a clean environment and a station folder of its own the whole job is done once: sample, import,
scan, badges, export, window. It fails on a wrong answer and on any output that it does not know.
"""

from __future__ import annotations

import csv
import json
import os
import re
import ssl
import subprocess
import sys
import tempfile
import urllib.request
from pathlib import Path
from typing import Any

ROSTER = [
    ("Họ và tên", "Đơn vị", "Đoàn", "Quốc gia"),
    ("Đặng Thị Ngọc Ánh", "Sở Thử nghiệm", "Đoàn Thử nghiệm", "Việt Nam"),
    ("Łucja Ożóg", "Trial Chamber", "Trial Delegation", "Poland"),
    ("김지우 ไหม يوسف", "Fonts of the bundle", "Trial Delegation", "Korea"),
]

# What a command may say to people on standard error; anything else is a failure.
KNOWN = re.compile(
    r"(.*[\\/])?(forum|second)\.checkin (holds|belongs) .+"
    r"|The hub of .+ is founded\. .+"
    r"|The password of its control-room page, shown once:"
    r"|Paste this at the desk before .+"
    r"|qt\.multimedia\.symbolsresolver: Couldn't (load|resolve) .+"  # what no sound needs
    r"|qt\.multimedia\.ffmpeg: Using Qt multimedia with FFmpeg version .+"
)

EVENTS = ("forum.checkin", "second.checkin")

# What Windows cannot do without.
KEPT = ("SYSTEMROOT", "SYSTEMDRIVE", "TEMP", "TMP")


class Bundle:
    """The program in `folder`, with `home` for everything that it keeps."""

    def __init__(self, folder: Path, home: Path) -> None:
        suffix = ".exe" if sys.platform == "win32" else ""
        self.program = (folder / f"checkin-app{suffix}").resolve()
        self.home = home
        self.environ = {name: os.environ[name] for name in KEPT if name in os.environ}
        self.environ |= {
            "CHECKIN_HOME": str(home / "station"),
            "CHECKIN_EVENT": str(home / "forum.checkin"),
            "CHECKIN_KEYRING": "off",
            "HOME": str(home),
            "LANG": "C.UTF-8",
            "QT_QPA_PLATFORM": "offscreen",
        }

    def run(self, *arguments: str, **environ: str) -> str:
        """What the program wrote to standard output."""
        print("checkin-app", *arguments, flush=True)
        done = subprocess.run(
            [self.program, *arguments],
            cwd=self.home,
            env={**self.environ, **environ},
            capture_output=True,
            encoding="utf-8",
            timeout=120,
        )
        strange = [
            line
            for line in done.stderr.replace("\r", "\n").splitlines()
            if line.strip() and not KNOWN.fullmatch(line.strip())
        ]
        if done.returncode or strange:
            sys.exit(
                f"exit status {done.returncode}\nunknown output: {strange}\n{done.stdout[-2000:]}"
            )
        return done.stdout

    def ask(self, *arguments: str) -> Any:
        """The JSON document that the command printed."""
        return json.loads(self.run("--json", *arguments))


def expect(name: str, value: object, wanted: object) -> None:
    if value != wanted:
        sys.exit(f"{name}: {value!r}, and not {wanted!r}")


def import_roster(bundle: Bundle) -> None:
    with (bundle.home / "roster.csv").open("w", encoding="utf-8-sig", newline="") as file:
        csv.writer(file).writerows(ROSTER)
    counted = bundle.ask("import", "roster.csv")
    expect("rows added", (counted["read"], counted["added"], counted["rejected"]), (3, 3, 0))
    again = bundle.ask("import", "roster.csv")
    expect("rows unchanged", (again["added"], again["unchanged"]), (0, 3))
    found = bundle.ask("find", "dang anh")
    expect("found without marks", found[0]["name"], ROSTER[1][0])


def scan(bundle: Bundle) -> str:
    """Admits one person of the imported roster; their name."""
    name = ROSTER[1][0]
    codes = {one["name"]: one["code"] for one in bundle.ask("code", "list")}
    first = bundle.ask("scan", codes[name])
    expect("first scan", (first["decision"], first["delegate"]["name"]), ("admit", name))
    second = bundle.ask("scan", "--at", "2026-12-31T10:00:00+07:00", codes[name])
    expect("second scan", (second["decision"], second["reason"]), ("refuse", "already_in"))
    expect("a made-up code", bundle.ask("scan", "123")["reason"], "unreadable")
    return name


def make_badges(bundle: Bundle) -> None:
    made = bundle.ask("badges", "--out", "badges.pdf", "--delegation", ROSTER[1][2])
    expect("badges", made["badges"], 1)
    pdf = (bundle.home / "badges.pdf").read_bytes()
    expect("badges.pdf", (pdf[:5], b"%%EOF" in pdf[-16:]), (b"%PDF-", True))


def print_badge(bundle: Bundle) -> None:
    """A name in three scripts goes through the queue, without a letter missing."""
    [person] = bundle.ask("find", ROSTER[3][0])
    expect("preflight", bundle.ask("preflight", "--delegate", person["id"]), [])
    (bundle.home / "printed").mkdir()
    [job] = bundle.ask("print", person["id"], "--printer", f"folder:{bundle.home / 'printed'}")
    expect("print", job["state"], "written")
    expect("files", len(list((bundle.home / "printed").glob("*.pdf"))), 1)


def export(bundle: Bundle, name: str) -> None:
    for kind in ("csv", "xlsx", "json"):
        counted = bundle.ask("export", "attendance", "--out", f"attendance.{kind}")
        expect(f"rows of attendance.{kind}", counted["rows"], 1)
    text = (bundle.home / "attendance.csv").read_text(encoding="utf-8-sig")
    expect("the admitted person in the export", name in text, True)


def meet_another_desk(bundle: Bundle) -> None:
    """A hub on SQLite, a second desk that joins it, its scan known to the first; then a stick."""
    bundle.environ["CHECKIN_STORE"] = f"sqlite:///{bundle.home / 'forum.hub'}"
    bundle.ask("hub", "found")
    hub = subprocess.Popen(
        [bundle.program, "hub", "serve", "--host", "127.0.0.1", "--port", "0"],
        cwd=bundle.home,
        env=bundle.environ,
        stdout=subprocess.PIPE,
        stderr=subprocess.DEVNULL,
        encoding="utf-8",
    )
    try:
        assert hub.stdout is not None
        address = hub.stdout.readline().strip()
        expect("the hub's address", address.startswith("https://127.0.0.1:"), True)
        for desk, file in (("First", "forum.checkin"), ("Second", "second.checkin")):
            enrolment = bundle.ask("hub", "enrol", "--desk", desk)["enrolment"]
            bundle.run("--event", file, "join", enrolment)
        person = bundle.ask("find", ROSTER[2][0])[0]
        bundle.ask("--event", "second.checkin", "admit", person["id"])
        bundle.ask("--event", "second.checkin", "sync", "--once")
        expect("pulled", bundle.ask("sync", "--once")["pulled"] > 0, True)
        digests = {bundle.ask("--event", file, "stats")["digest"] for file in EVENTS}
        expect("digests", len(digests), 1)
        page = ssl.create_default_context()
        page.check_hostname, page.verify_mode = False, ssl.CERT_NONE
        with urllib.request.urlopen(f"{address}/sign-in", context=page, timeout=30) as answer:
            expect("the control room's page", b"<form" in answer.read(), True)
    finally:
        hub.terminate()
        expect("the hub ended", hub.wait(30), 0)
        assert hub.stdout is not None
        hub.stdout.close()
    bundle.ask("bundle", "write", "stick.bundle")
    read = bundle.ask("--event", EVENTS[1], "bundle", "read", "stick.bundle")
    expect("the stick", (read["known"] > 0, read["refused"]), (True, 0))


def open_window(bundle: Bundle) -> None:
    found = json.loads(bundle.run(CHECKIN_TRIAL="1"))
    expect("window painted", found["painted"], True)
    expect("sounds and films can be played", found["multimedia"], True)


def main(folder: str) -> None:
    with tempfile.TemporaryDirectory(prefix="checkin-") as home:
        bundle = Bundle(Path(folder), Path(home))
        expect("version", bundle.run("--version").count("\n"), 1)
        bundle.run("sample", "forum.checkin", "--delegates", "60")
        import_roster(bundle)
        name = scan(bundle)
        make_badges(bundle)
        print_badge(bundle)
        export(bundle, name)
        meet_another_desk(bundle)
        expect("check", bundle.ask("check")["whole"], True)
        open_window(bundle)
    print("The bundle does its job.")


if __name__ == "__main__":
    main(*sys.argv[1:])
