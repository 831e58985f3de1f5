"""Nothing heavy is imported before a file needs it."""

import subprocess
import sys
from pathlib import Path

from tests.importing.support import csv_text

ROOT = Path(__file__).resolve().parents[2]


def loaded(code: str) -> set[str]:
    print_modules = "import sys; print(*sys.modules)"
    done = subprocess.run(
        [sys.executable, "-c", f"{code}\n{print_modules}"],
        cwd=ROOT,
        capture_output=True,
        text=True,
        check=True,
    )
    return set(done.stdout.split())


def test_importing_is_cheap() -> None:
    modules = "rows, sheets, recognition, rejects, problems, workbooks, separated, objects"
    found = loaded(f"from checkin_app.importing import {modules}")
    assert "checkin_app.importing.rows" in found
    assert not found & {"babel", "python_calamine", "PySide6", "sqlite_utils", "openpyxl"}


def test_a_text_file_needs_no_workbooks(tmp_path: Path) -> None:
    path = tmp_path / "a.csv"
    path.write_text(csv_text([["Họ tên", "Email"], ["An", "a@b.vn"]]), encoding="utf-8")
    found = loaded(
        "from checkin_app.importing import sheets, recognition, rows\n"
        f"s = sheets.open_sheet({str(path)!r})\n"
        "assert [r.values['name'] for r in rows.rows(s, recognition.recognise(s))] == ['An']\n"
    )
    assert not found & {"babel", "python_calamine"}
