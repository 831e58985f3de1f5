"""What is told where a badge must not be printed, came out in part, or where nobody can tell."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from checkin_app import config, printing
from checkin_app.desk import Desk
from checkin_app.domain.badges import Job, JobState
from checkin_app.domain.errors import NotPossible, PrinterFailed
from checkin_app.press import Press
from checkin_app.press.kept import kept_path
from checkin_app.press.order import try_title
from checkin_app.printing import JobReport, Printer, PrintOutcome, folder, spooling
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
    place = tmp_path / "out"
    place.mkdir()
    return place


@pytest.fixture
def spooler(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """A printing system that takes everything; the titles it was given."""
    titles: list[str] = []

    def take(printer: Printer, pdf: Path, *, title: str, media: str, sides: str) -> PrintOutcome:
        titles.append(title)
        return PrintOutcome("sent", f"P-{len(titles)}")

    monkeypatch.setattr(printing, "find", lambda name: Printer(name, "cups"))
    monkeypatch.setattr(printing, "print_pdf", take)
    return titles


def ordered(desk: Desk, *names: str, to: str) -> Job:
    [job] = desk.order_badges([walk_in(desk, name).id for name in names], printer=to)
    return job


def sending(desk: Desk, press: Press, monkeypatch: pytest.MonkeyPatch, where: str) -> None:
    """The program dies while it hands a badge over, before or after `where` has it."""

    class Killed(BaseException):
        pass

    hand_over = printing.print_pdf

    def dies(*given, **named):
        if where == "after":
            hand_over(*given, **named)
        raise Killed

    with monkeypatch.context() as patched:
        patched.setattr(printing, "print_pdf", dies)
        with pytest.raises(Killed):
            press.work()


@pytest.mark.parametrize("what", ["replace", "withdraw", "revoke"])
def test_a_badge_that_must_not_be_is_not_printed(desk, press, out, what) -> None:
    both = ordered(desk, "Lê An", "Vũ Bình", to=f"folder:{out}")
    alone = ordered(desk, "Hồ Châu", to=f"folder:{out}")
    for badge in (both.badges[0], alone.badges[0]):
        match what:
            case "replace":
                desk.replace_code(badge.delegate)
            case "withdraw":
                desk.withdraw(badge.delegate)
            case "revoke":
                desk.revoke(badge.delegate, badge.code)
    while press.work():
        pass
    assert [badge.name for badge in desk.job(both.id).badges] == ["Vũ Bình"]
    assert desk.job(both.id).state is JobState.WRITTEN
    assert len(list(out.iterdir())) == 1
    waiting = desk.jobs(unfinished=True)
    assert {job.badges[0].name for job in waiting} == {"Lê An", "Hồ Châu"}
    for job in waiting:
        assert job.state is JobState.FAILED and "Order a new badge" in job.words
        assert not any(p.counts for p in desk.badge_of(job.badges[0].delegate).prints)


def test_who_has_withdrawn_gets_no_badge(desk) -> None:
    person = walk_in(desk, "Lê An")
    desk.withdraw(person.id)
    with pytest.raises(NotPossible, match="withdrawn"):
        desk.order_badges([person.id], printer="P")


@pytest.mark.parametrize("end", ["aborted", "cancelled"])
def test_a_job_that_ended_in_the_middle_is_looked_at(
    desk, press, spooler, monkeypatch, end
) -> None:
    job = ordered(desk, "Lê An", "Vũ Bình", to="P")
    press.work()
    report = JobReport(end, impressions=1, over=True, words="stopped by hand")
    monkeypatch.setattr(printing, "job_state", lambda *_: report)
    press.follow()
    after = desk.job(job.id)
    assert after.state is JobState.UNKNOWN
    assert "some pages came out" in after.words and "stopped by hand" in after.words


def test_a_printer_that_is_dead_does_not_keep_its_job(desk, press, spooler, monkeypatch) -> None:
    job = ordered(desk, "Lê An", to="P")
    press.work()
    monkeypatch.setattr(printing, "cancel", lambda *_: False)
    monkeypatch.setattr(printing, "job_state", lambda *_: JobReport("unknown", words="silence"))
    with pytest.raises(NotPossible):
        press.move(job.id, "Q")
    assert (desk.job(job.id).state, desk.job(job.id).words) == (JobState.UNKNOWN, "silence")
    moved = press.move(job.id, "Q")
    assert (moved.state, moved.printer) == (JobState.QUEUED, "Q")
    press.work()

    def gone(name: str) -> Printer:
        raise PrinterFailed(printer=name, why="it was removed")

    monkeypatch.setattr(printing, "find", gone)
    with pytest.raises(NotPossible):
        press.cancel(job.id)
    assert desk.job(job.id).state is JobState.UNKNOWN


def test_each_try_has_a_title_of_its_own(desk, press, spooler) -> None:
    job = ordered(desk, "Lê An", to="P")
    press.work()
    desk.job_told(job.id, JobState.FAILED)
    desk.retry_job(job.id)
    press.work()
    assert spooler == [job.title, f"{job.title} (2)"]
    assert spooler[-1] == try_title(desk.job(job.id))


def test_titles_say_nobodys_name(desk) -> None:
    one = ordered(desk, "Đặng Thị Khánh Vân", to="P")
    assert one.title == f"Badge {one.badges[0].delegate} {one.id[-6:]}"
    two = ordered(desk, "Lê An", "Vũ Bình", to="P")
    assert two.title == f"2 badges {two.id[-6:]}"


def test_a_second_try_in_which_the_program_dies_is_looked_for(
    desk, press, spooler, monkeypatch
) -> None:
    job = ordered(desk, "Lê An", to="P")
    press.work()
    desk.job_told(job.id, JobState.FAILED)
    desk.retry_job(job.id)
    monkeypatch.setattr(
        spooling, "job_named", lambda printer, title: "P-2" if title == spooler[-1] else ""
    )
    sending(desk, press, monkeypatch, "after")
    press.recover()
    found = desk.job(job.id)
    assert (found.state, found.system_job, found.tries) == (JobState.SENT, "P-2", 2)


@pytest.mark.parametrize("tries", [1, 2])
def test_a_folder_shows_whether_it_has_a_badge(desk, press, out, monkeypatch, tries) -> None:
    job = ordered(desk, "Lê An", to=f"folder:{out}")
    if tries == 2:
        out.rmdir()
        press.work()
        out.mkdir()
        desk.retry_job(job.id)
    sending(desk, press, monkeypatch, "after")
    press.recover()
    assert desk.job(job.id).state is JobState.WRITTEN
    assert len(list(out.iterdir())) == 1


def test_a_folder_without_the_file_may_have_had_it(desk, press, out, monkeypatch) -> None:
    job = ordered(desk, "Lê An", to=f"folder:{out}")
    sending(desk, press, monkeypatch, "after")
    next(out.iterdir()).unlink()  # by the program that prints what comes there
    press.recover()
    after = desk.job(job.id)
    assert after.state is JobState.UNKNOWN and "Look whether" in after.words
    assert not press.work()


def test_a_draft_in_the_folder_is_no_badge(desk, press, out, monkeypatch) -> None:
    job = ordered(desk, "Lê An", to=f"folder:{out}")
    sending(desk, press, monkeypatch, "before")
    draft = out / f".{folder.file_name(job.title)}.0123abcd.part"
    draft.write_bytes(b"%PDF")
    press.recover()
    assert desk.job(job.id).state is JobState.QUEUED and not draft.exists()
    press.work()
    assert desk.job(job.id).state is JobState.WRITTEN


def test_what_the_desk_did_not_hear_is_told_again(desk, out) -> None:
    deaf = 0

    def ask(verb):
        nonlocal deaf
        if deaf and desk.jobs_in(JobState.SENDING):
            deaf -= 1
            raise TimeoutError
        return verb(desk)

    press = Press(ask, config.Station(language="en"))
    job = ordered(desk, "Lê An", to=f"folder:{out}")
    deaf = 2
    with pytest.raises(TimeoutError):
        press.work()
    with pytest.raises(TimeoutError):
        press.work()
    assert desk.job(job.id).state is JobState.SENDING
    assert not press.work()
    assert desk.job(job.id).state is JobState.WRITTEN
    assert len(list(out.iterdir())) == 1


def test_a_claim_that_was_not_answered_is_given_back(desk, out) -> None:
    late = True

    def ask(verb):
        nonlocal late
        done = verb(desk)
        if late and desk.jobs_in(JobState.SENDING):
            late = False
            raise TimeoutError
        return done

    press = Press(ask, config.Station(language="en"))
    job = ordered(desk, "Lê An", to=f"folder:{out}")
    with pytest.raises(TimeoutError):
        press.work()
    assert press.work()
    assert desk.job(job.id).state is JobState.WRITTEN
    assert len(list(out.iterdir())) == 1


def test_a_kept_badge_that_was_changed_is_not_sent(desk, press, spooler, monkeypatch) -> None:
    job = ordered(desk, "Lê An", to="P")
    tell = Desk.job_told

    def changed(self, job_id, state, **named):
        told = tell(self, job_id, state, **named)
        kept_path(desk.event.id, job_id).write_bytes(b"%PDF-other")
        return told

    monkeypatch.setattr(Desk, "job_told", changed)
    press.work()
    assert desk.job(job.id).state is JobState.FAILED
    assert spooler == []


def test_a_copy_in_which_somebody_saw_the_badge_has_its_print(desk, tmp_path) -> None:
    job = ordered(desk, "Lê An", to="P")
    [who] = [badge.delegate for badge in job.badges]
    for state in ("sending", "sent", "confirmed"):
        desk.job_told(job.id, state)
    [again] = desk.order_badges([who], printer="P", reason="torn")
    desk.backup(tmp_path / "copy.checkin")
    copy = Desk.open(tmp_path / "copy.checkin")
    assert copy.job(again.id).state is JobState.UNKNOWN
    copy.job_told(again.id, JobState.CONFIRMED, words="seen at the desk")
    first, second = copy.badge_of(who).prints
    assert (first.outcome, first.code, first.code_status) == (
        "confirmed",
        again.badges[0].code,
        "active",
    )
    assert second.code_status == "replaced"
    assert copy.check().problems == []
    copy.close()


def test_a_reprint_cancelled_at_the_printer_leaves_one_code(desk) -> None:
    job = ordered(desk, "Lê An", to="P")
    [who] = [badge.delegate for badge in job.badges]
    for state in ("sending", "sent", "confirmed"):
        desk.job_told(job.id, state)
    [again] = desk.order_badges([who], printer="P", reason="torn")
    for state in ("sending", "sent", "cancelled"):
        desk.job_told(again.id, state)
    codes = {code.code: code.status.value for code in desk.credentials(who)}
    assert codes == {job.badges[0].code: "active", again.badges[0].code: "revoked"}
