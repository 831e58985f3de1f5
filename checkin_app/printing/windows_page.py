"""Owns drawing pages into a job of the Windows spooler, at the page size of the badge.

A driver's own default form wins over a size that is merely wished for, and shrinks the page: so the
size is put into the DEVMODE, read back from the device, and the page is drawn dot by dot, unscaled.
"""

from __future__ import annotations

import math
from importlib import import_module
from pathlib import Path
from typing import Any

from checkin_app.printing import media_sizes, raster
from checkin_app.printing.ipp_printer import OTHER_PAPER
from checkin_app.printing.printer import ONE_SIDED, PrintOutcome, Sides

# wingdi.h
_DM_ORIENTATION, _DM_PAPERSIZE, _DM_PAPERLENGTH, _DM_PAPERWIDTH = 1, 2, 4, 8
_DM_COPIES = 0x100
_DM_DUPLEX = 0x1000
_DUPLEX = {"two-sided-long-edge": 2, "two-sided-short-edge": 3}
_DC_DUPLEX = 7
_DM_OUT_BUFFER, _DM_IN_BUFFER = 2, 8
_PORTRAIT = 1
_USER_SIZE = 256
#: Forms that every driver has under a number; sizes of one's own many do not take.
_FORMS = {"LETTER": 1, "A3": 8, "A4": 9, "A5": 11, "A6": 70}
_LOGPIXELSX, _LOGPIXELSY = 88, 90
_PHYSICALWIDTH, _PHYSICALHEIGHT, _PHYSICALOFFSETX, _PHYSICALOFFSETY = 110, 111, 112, 113

_FINEST = 600
_SPARE_MM = 1.0
TOO_SMALL = "The paper in the printer’s settings is smaller than the badge."


def print_pages(
    name: str, pdf: Path, title: str, media: str, copies: int, sides: Sides = ""
) -> PrintOutcome:
    """One job, a side of paper for each page. pywin32's error, raster.NotPdf, raster.TooLarge."""
    spooler: Any = import_module("win32print")
    gdi: Any = import_module("win32gui")
    sizes = raster.page_sizes(pdf)
    size = media_sizes.size_of(media) or sizes[0]
    handle = spooler.OpenPrinter(name)
    try:
        both = sides != "" and _turns(spooler, handle, name)
        settings = _settings(spooler, handle, name, media, size, _DUPLEX[sides] if both else 0)
        settings.Copies = copies
    finally:
        spooler.ClosePrinter(handle)
    device = gdi.CreateDC("WINSPOOL", name, settings)
    try:
        paper = _paper(spooler, device)
        if any(have < want - _SPARE_MM for have, want in zip(paper, size, strict=True)):
            return PrintOutcome("failed", detail=TOO_SMALL)
        job = _draw(spooler, device, pdf, title)
    finally:
        gdi.DeleteDC(device)
    same = all(abs(h - w) <= _SPARE_MM for h, w in zip(paper, size, strict=True))
    notes = [*([] if same else [OTHER_PAPER]), *([ONE_SIDED] if sides and not both else [])]
    return PrintOutcome("sent", str(job), "; ".join(notes))


def _turns(spooler: Any, handle: Any, name: str) -> bool:
    """Whether the printer prints on both sides of the paper."""
    port = spooler.GetPrinter(handle, 2)["pPortName"]
    return bool(spooler.DeviceCapabilities(name, port, _DC_DUPLEX) == 1)


def _settings(
    spooler: Any, handle: Any, name: str, media: str, size: media_sizes.Size, duplex: int
) -> Any:
    """The printer's settings with the badge's size in them, as far as its driver agrees."""
    settings = spooler.GetPrinter(handle, 2)["pDevMode"]
    settings.Orientation = _PORTRAIT
    settings.PaperSize = _FORMS.get(media.upper(), _USER_SIZE)
    settings.Fields |= _DM_PAPERSIZE | _DM_ORIENTATION | _DM_COPIES
    if settings.PaperSize == _USER_SIZE:
        settings.PaperWidth, settings.PaperLength = (round(side * 10) for side in size)
        settings.Fields |= _DM_PAPERWIDTH | _DM_PAPERLENGTH
    if duplex:
        settings.Duplex = duplex
        settings.Fields |= _DM_DUPLEX
    spooler.DocumentProperties(0, handle, name, settings, settings, _DM_IN_BUFFER | _DM_OUT_BUFFER)
    return settings


def _paper(spooler: Any, device: Any) -> media_sizes.Size:
    """The paper that the driver has really set, in millimetres."""
    wide = spooler.GetDeviceCaps(device, _PHYSICALWIDTH)
    high = spooler.GetDeviceCaps(device, _PHYSICALHEIGHT)
    across = spooler.GetDeviceCaps(device, _LOGPIXELSX)
    along = spooler.GetDeviceCaps(device, _LOGPIXELSY)
    return wide / across * 25.4, high / along * 25.4


def _draw(spooler: Any, device: Any, pdf: Path, title: str) -> int:
    from PIL import ImageWin

    dpi = spooler.GetDeviceCaps(device, _LOGPIXELSX)
    dots = math.ceil(dpi / _FINEST)
    left = -spooler.GetDeviceCaps(device, _PHYSICALOFFSETX)
    top = -spooler.GetDeviceCaps(device, _PHYSICALOFFSETY)
    job = spooler.StartDoc(device, (title, None, None, 0))
    try:
        for page in raster.pages(pdf, dpi / dots):
            spooler.StartPage(device)
            wide, high = (side * dots for side in page.image.size)
            place = (left, top, left + wide, top + high)
            ImageWin.Dib(page.image.convert("RGB")).draw(int(device), place)
            spooler.EndPage(device)
    except BaseException:
        spooler.AbortDoc(device)
        raise
    spooler.EndDoc(device)
    return int(job)
