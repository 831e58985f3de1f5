"""Screens and printers draw pages at the same time, in one library that is not made for it."""

from __future__ import annotations

from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

from checkin_app.badges.layout import LAYOUTS
from checkin_app.badges.render import render
from checkin_app.printing import raster
from checkin_app.ui.editor import people
from checkin_app.ui.editor.rasters import picture

_ROUNDS = 120


def test_pages_drawn_in_many_threads_are_the_same_pages(tmp_path: Path) -> None:
    file = tmp_path / "badge.pdf"
    render([people.sample()], file, layout="a6", dpi=203)
    pdf = file.read_bytes()

    def seen() -> set[bytes]:
        pictures = [picture(pdf, LAYOUTS["a6"], "front", 3).image for _ in range(_ROUNDS)]
        return {bytes(image.constBits()) for image in pictures}

    def printed() -> set[bytes]:
        drawn = [page for _ in range(_ROUNDS) for page in raster.pages(file, 203, grey=True)]
        return {page.image.tobytes() for page in drawn}

    with ThreadPoolExecutor(4) as pool:
        found = [pool.submit(work) for work in (seen, printed, seen, printed)]
        screens, labels = (found[0].result(), found[1].result())
        assert found[2].result() == screens and len(screens) == 1
        assert found[3].result() == labels and len(labels) == 1
