"""The press with real PDFs and a real folder: what is sent is what is kept, and told truly."""

from __future__ import annotations

import stat
from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest

from checkin_app import config, printing
from checkin_app.desk import Desk
from checkin_app.domain.badges import Job, JobState
from checkin_app.domain.errors import NotPossible, PrinterFailed
from checkin_app.press import Press
from checkin_app.press.kept import kept_path, sha256_of
from checkin_app.press.temporaries import temporary_subjects
from checkin_app.printing import Attention, JobReport, Printer, PrintOutcome
from tests.desk_support import new_desk, walk_in


@pytest.fixture
def desk(tmp_path: Path) -> Iterator[Desk]:
    desk = new_desk(tmp_path)
    yield desk
    assert desk.check().problems == []
    desk.close()


@pytest.fixture
def press(desk: Desk) -> Press:
    return Press(lambda verb: verb(desk), config.Station(language="en"))


@pytest.fixture
def out(tmp_path: Path) -> Path:
    folder = tmp_path / "out"
    folder.mkdir()
    return folder


def ordered(desk: Desk, *names: str, to: object) -> Job:
    people = [walk_in(desk, name).id for name in names]
    [job] = desk.order_badges(people, printer=str(to))
    return job


def sent(desk: Desk, press: Press, monkeypatch: pytest.MonkeyPatch, *names: str) -> Job:
    """A job that a printing system has."""
    monkeypatch.setattr(printing, "find", lambda name: Printer(name, "cups"))
    monkeypatch.setattr(
        printing, "print_pdf", lambda *_, **__: PrintOutcome("sent", "P-7", "request id is P-7")
    )
    job = ordered(desk, *names, to="P")
    assert press.work()
    return desk.job(job.id)


def test_what_is_written_is_what_is_kept(desk, press, out) -> None:
    job = ordered(desk, "Lê An", "Vũ Bình", to=f"folder:{out}")
    assert press.work()
    assert not press.work()
    job = desk.job(job.id)
    kept = kept_path(desk.event.id, job.id)
    [file] = out.iterdir()
    assert (job.state, job.words, job.tries) == (JobState.WRITTEN, str(file), 1)
    assert file.read_bytes() == kept.read_bytes()
    assert sha256_of(file) == job.pdf_sha256
    assert stat.S_IMODE(kept.stat().st_mode) == 0o600
    assert "Lê" not in file.name, "others read titles"


def test_trying_again_sends_the_kept_pdf(desk, press, out) -> None:
    target = out / "later"
    job = ordered(desk, "Lê An", to=f"folder:{target}")
    press.work()
    failed = desk.job(job.id)
    assert failed.state is JobState.FAILED and str(target) in failed.words
    assert failed.pdf_sha256
    kept = kept_path(desk.event.id, job.id)
    kept.chmod(0o400)
    before = kept.stat().st_mtime_ns
    target.mkdir()
    desk.retry_job(job.id)
    press.work()
    assert desk.job(job.id).state is JobState.WRITTEN
    assert kept.stat().st_mtime_ns == before
    assert sha256_of(next(target.iterdir())) == failed.pdf_sha256


def test_a_correction_while_it_waits_is_on_the_badge_but_never_over_sent_paper(
    desk, press, out
) -> None:
    target = out / "later"
    job = ordered(desk, "Lê An", to=f"folder:{target}")
    who = job.badges[0].delegate
    press.work()
    desk.retry_job(job.id)
    desk.amend(who, {"name": "Lê Ân"})
    target.mkdir()
    press.work()
    job = desk.job(job.id)
    assert job.state is JobState.FAILED and "corrected" in job.words
    again = desk.retry_job(job.id)
    assert again.id != job.id and again.badges[0].name == "Lê Ân"
    press.work()
    assert desk.job(again.id).state is JobState.WRITTEN
    assert kept_path(desk.event.id, job.id).is_file()


def test_a_failing_job_stops_no_other(desk, press, out) -> None:
    bad = ordered(desk, "Lê An", to="no such printer")
    gone = ordered(desk, "Vũ Bình", to=f"folder:{out / 'nowhere'}")
    good = ordered(desk, "Hồ Châu", to=f"folder:{out}")
    while press.work():
        pass
    states = [desk.job(job.id).state for job in (bad, gone, good)]
    assert states == [JobState.FAILED, JobState.FAILED, JobState.WRITTEN]
    assert "printer" in desk.job(bad.id).words
    moved = press.move(bad.id, f"folder:{out}")
    assert moved.state is JobState.QUEUED
    press.work()
    assert desk.job(bad.id).state is JobState.WRITTEN
    assert len(list(out.iterdir())) == 2


def test_a_name_in_no_font_fails_alone(desk, press, out) -> None:
    job = ordered(desk, "Lê An", "\U00012000\U00012001", to=f"folder:{out}")
    press.work()
    assert desk.job(job.id).state is JobState.WRITTEN
    assert [badge.name for badge in desk.job(job.id).badges] == ["Lê An"]
    [failed] = desk.jobs(unfinished=True)
    assert failed.state is JobState.FAILED and "cannot be printed" in failed.words
    other = ordered(desk, "\U00012002", to=f"folder:{out}")
    press.work()
    assert desk.job(other.id).state is JobState.FAILED


def test_a_job_that_was_cancelled_or_moved_while_it_was_made_is_not_sent(
    desk, press, out, monkeypatch
) -> None:
    from checkin_app.press import press as press_module

    job = ordered(desk, "Lê An", to=f"folder:{out}")
    make = press_module.make

    def make_slowly(order, printer):
        made = make(order, printer)
        desk.cancel_job(job.id)
        return made

    monkeypatch.setattr(press_module, "make", make_slowly)
    assert press.work()
    assert desk.job(job.id).state is JobState.CANCELLED
    assert list(out.iterdir()) == []


@pytest.mark.parametrize(
    ("report", "state"),
    [
        (JobReport("completed", over=True), JobState.CONFIRMED),
        (JobReport("aborted", words="media jam", over=True), JobState.FAILED),
        (JobReport("cancelled", over=True), JobState.CANCELLED),
        (JobReport("unknown", over=True), JobState.UNKNOWN),
        (JobReport("unknown"), JobState.SENT),
        (JobReport("pending"), JobState.SENT),
        (JobReport("stopped"), JobState.SENT),
    ],
)
def test_a_job_is_followed_to_its_true_end(desk, press, monkeypatch, report, state) -> None:
    job = sent(desk, press, monkeypatch, "Lê An")
    assert (job.state, job.system_job) == (JobState.SENT, "P-7")
    monkeypatch.setattr(printing, "job_state", lambda printer, key: report)
    press.follow()
    after = desk.job(job.id)
    assert after.state is state
    if state is not JobState.SENT:
        assert after.words == report.words
        assert desk.badge_of(job.badges[0].delegate).prints[0].outcome == state


def test_what_holds_a_job_up_is_shown_and_goes_away(desk, press, monkeypatch) -> None:
    job = sent(desk, press, monkeypatch, "Lê An")
    entries = desk.check().entries
    out_of_paper = (Attention("paper_out", "media-empty"), Attention("ink_low", "low", False))
    monkeypatch.setattr(
        printing, "job_state", lambda *_: JobReport("processing", attention=out_of_paper)
    )
    press.follow()
    assert desk.job(job.id).attention == "paper_out"
    monkeypatch.setattr(printing, "job_state", lambda *_: JobReport("processing"))
    press.follow()
    assert desk.job(job.id).attention == ""

    def gone(name: str) -> Printer:
        raise PrinterFailed(printer=name, why="it is gone")

    monkeypatch.setattr(printing, "find", gone)
    press.follow()
    after = desk.job(job.id)
    assert after.state is JobState.SENT and "it is gone" in after.attention
    assert desk.check().entries == entries


@pytest.mark.parametrize(
    ("agrees", "report", "state"),
    [
        (True, JobReport("cancelled", over=True), JobState.CANCELLED),
        (True, JobReport("processing"), JobState.CANCELLED),
        (False, JobReport("completed", over=True), JobState.CONFIRMED),
        (True, JobReport("cancelled", impressions=1, over=True), JobState.UNKNOWN),
        (False, JobReport("processing"), JobState.SENT),
    ],
)
def test_cancelling_asks_the_printer(desk, press, monkeypatch, agrees, report, state) -> None:
    job = sent(desk, press, monkeypatch, "Lê An")
    monkeypatch.setattr(printing, "cancel", lambda printer, key: agrees)
    monkeypatch.setattr(printing, "job_state", lambda printer, key: report)
    if state is JobState.CANCELLED:
        press.cancel(job.id)
    else:
        with pytest.raises(NotPossible):
            press.cancel(job.id)
    assert desk.job(job.id).state is state


def test_another_printer_gets_a_job_only_when_the_first_gave_it_back(
    desk, press, monkeypatch
) -> None:
    job = sent(desk, press, monkeypatch, "Lê An")
    monkeypatch.setattr(printing, "cancel", lambda printer, key: False)
    monkeypatch.setattr(printing, "job_state", lambda *_: JobReport("processing"))
    with pytest.raises(NotPossible, match="does not give"):
        press.move(job.id, "Q")
    assert desk.job(job.id).printer == "P"
    monkeypatch.setattr(printing, "cancel", lambda printer, key: True)
    moved = press.move(job.id, "Q")
    assert (moved.id, moved.state, moved.printer) == (job.id, JobState.QUEUED, "Q")
    assert press.work()
    assert [p.outcome for p in desk.badge_of(job.badges[0].delegate).prints] == ["sent", "failed"]


def test_temporary_badges_are_made_by_the_usual_renderer(desk, tmp_path) -> None:
    from checkin_app.badges.render import render

    made = desk.make_temporaries(2, date(2026, 11, 25))
    subjects = list(temporary_subjects(made, desk.event))
    rendered = render(subjects, tmp_path / "temporary.pdf")
    assert (rendered.badges, rendered.warnings) == (2, ())
    assert [(s.name, s.code, s.position) for s in subjects] == [
        ("001", made[0].code, "25/11/2026"),
        ("002", made[1].code, "25/11/2026"),
    ]


def test_a_silent_printer_is_asked_once_and_others_are_followed(desk, press, monkeypatch) -> None:
    jobs = [sent(desk, press, monkeypatch, name) for name in ("Lê An", "Vũ Bình")]
    third = ordered(desk, "Hồ Châu", to="Q")
    press.work()
    asked: list[str] = []

    def state(printer: Printer, key: str) -> JobReport:
        asked.append(printer.name)
        if printer.name == "P":
            return JobReport("unknown", attention=(Attention("offline"),))
        return JobReport("completed", over=True)

    monkeypatch.setattr(printing, "job_state", state)
    press.follow()
    assert asked == ["P", "Q"]
    assert [desk.job(job.id).attention for job in jobs] == ["offline"] * 2
    assert desk.job(third.id).state is JobState.CONFIRMED
