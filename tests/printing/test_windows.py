"""What PowerShell tells of printers; the spooler itself is only on Windows."""

import pytest

from checkin_app.printing import Printer, windows


def test_printers_of_powershell() -> None:
    told = (
        '\ufeff[{"Name":"Máy in thẻ","Default":true,"PrinterStatus":3,"WorkOffline":false},'
        '{"Name":"Old","Default":false,"PrinterStatus":3,"WorkOffline":true},'
        '{"Name":"Other","Default":null,"PrinterStatus":null,"WorkOffline":null}]'
    )
    assert windows.parse(told) == [
        Printer("Máy in thẻ", "windows", True, "ready"),
        Printer("Old", "windows", False, "stopped", "offline"),
        Printer("Other", "windows"),
    ]


@pytest.mark.parametrize("told", ["", "null", "[]", "oops", '{"Name":""}', "[1]"])
def test_nothing_told(told: str) -> None:
    assert windows.parse(told) == []
