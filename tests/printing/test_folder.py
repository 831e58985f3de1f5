"""The folder printer: files under names of their own, nothing half, nothing overwritten."""

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from checkin_app.printing import cancel, find, folder, job_state, print_pdf, printers


@pytest.fixture
def pdf(tmp_path: Path) -> Path:
    file = tmp_path / "in.pdf"
    file.write_bytes(b"%PDF-1.7 x")
    return file


def test_each_job_is_a_file_of_its_own(tmp_path: Path, pdf: Path) -> None:
    out = tmp_path / "out"
    out.mkdir()
    printer = find(f"folder:{out}")
    assert (printer.kind, printer.state) == ("folder", "ready")
    jobs = [print_pdf(printer, pdf, title="Đặng Thị Khánh Vân") for _ in range(3)]
    assert [job.state for job in jobs] == ["written"] * 3
    assert sorted(file.name for file in out.iterdir()) == [
        "Đặng Thị Khánh Vân-2.pdf",
        "Đặng Thị Khánh Vân-3.pdf",
        "Đặng Thị Khánh Vân.pdf",
    ]
    assert {Path(job.detail).read_bytes() for job in jobs} == {b"%PDF-1.7 x"}


def test_a_file_is_known_as_long_as_it_is_there(tmp_path: Path, pdf: Path) -> None:
    printer = find(f"folder:{tmp_path}")
    outcome = print_pdf(printer, pdf, title="Ô. Ng. Văn A. 7")
    assert job_state(printer, outcome.job).state == "completed"
    assert not cancel(printer, outcome.job)
    Path(outcome.detail).unlink()
    gone = job_state(printer, outcome.job)
    assert (gone.state, gone.over) == ("unknown", True)
    assert job_state(printer, "../in.pdf").state == "unknown"


def test_a_folder_that_is_gone_fails_and_says_where(tmp_path: Path, pdf: Path) -> None:
    gone = tmp_path / "gone"
    printer = printers([gone])[-1]
    assert (printer.state, printer.note) == ("stopped", "The folder is not there.")
    outcome = print_pdf(printer, pdf, title="x")
    assert outcome.state == "failed"
    assert str(gone) in outcome.detail


@given(st.text())
def test_any_title_is_a_file_name_inside_the_folder(title: str) -> None:
    name = folder.file_name(title)
    assert name and len(name.encode()) <= 250
    assert Path(name).name == name
    assert not set(name) & set('<>:"/\\|?*')
    assert name.split(".")[0].lower() not in {"con", "prn", "aux", "nul", "com1", "lpt9"}
    assert not name.startswith((".", " ")) and not name.endswith((".", " "))
