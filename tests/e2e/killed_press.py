"""Prints what is queued until nothing is, saying each step: the program that test_print_kill kills.

killed_press.py EVENT [SINK]: badges go where they were ordered to, or, with SINK, to a printing
system that writes the title of each job into that file and never says more.
"""

from __future__ import annotations

import os
import sys
from pathlib import Path

from checkin_app import config, printing
from checkin_app.desk import Desk
from checkin_app.press import Press
from checkin_app.printing import Printer, PrintOutcome, spooling

hand_over = printing.print_pdf


def said(step: str) -> None:
    os.write(1, f"{step}\n".encode())


def to_sink(
    printer: Printer, pdf: Path, *, title: str, media: str = "", sides: str = ""
) -> PrintOutcome:
    said("before")
    with open(sys.argv[2], "a", encoding="utf-8") as sink:
        sink.write(f"{title}\n")
    said("after")
    return PrintOutcome("sent", title)


def to_folder(
    printer: Printer, pdf: Path, *, title: str, media: str = "", sides: str = ""
) -> PrintOutcome:
    said("before")
    outcome = hand_over(printer, pdf, title=title, media=media)
    said("after")
    return outcome


def run() -> None:
    sink = len(sys.argv) > 2
    printing.print_pdf = to_sink if sink else to_folder
    if sink:
        printing.find = lambda name: Printer(name, "cups")
        spooling.job_named = lambda printer, title: ""
    desk = Desk.open(Path(sys.argv[1]))
    press = Press(lambda verb: verb(desk), config.Station(language="en"))
    press.recover()
    said("ready")
    while press.work():
        said("told")
    desk.close()
    said("done")


if __name__ == "__main__":
    run()
