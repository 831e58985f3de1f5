import logging
from collections.abc import Iterator
from pathlib import Path

import pytest

from checkin_app import logs

CODE = "101234567890123456789012345"


@pytest.fixture(autouse=True)
def stopped() -> Iterator[None]:
    yield
    logs.stop()
    logging.getLogger(logs.ROOT).setLevel(logging.NOTSET)


def test_modules_write_to_one_file(tmp_path: Path) -> None:
    file = logs.start(tmp_path / "station")
    logging.getLogger("checkin_app.store.database").info("opened, %d entries", 12)
    assert "INFO MainThread checkin_app.store.database: opened, 12 entries" in file.read_text()


def test_a_code_never_reaches_the_file(tmp_path: Path) -> None:
    file = logs.start(tmp_path)
    logger = logging.getLogger("checkin_app.desk")
    spaced = " ".join(CODE[at : at + 9] for at in range(0, 27, 9))
    logger.info("scanned %s, typed %s", CODE, spaced)
    try:
        raise ValueError(CODE)
    except ValueError:
        logger.info("failed", exc_info=True)
    text = file.read_text()
    assert text.count("[redacted]") == 3
    assert CODE[:9] not in text


def test_numbers_shorter_than_a_code_stay(tmp_path: Path) -> None:
    file = logs.start(tmp_path)
    logging.getLogger("checkin_app.desk").info("row 12345678901234")
    assert "row 12345678901234" in file.read_text()


@pytest.mark.parametrize(("asked", "level"), [("debug", 10), ("WARNING", 30), ("loud", 20)])
def test_the_environment_names_the_level(
    asked: str, level: int, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv(logs.LEVEL, asked)
    logs.start(tmp_path)
    assert logging.getLogger(logs.ROOT).level == level


def test_starting_again_moves_the_log(tmp_path: Path) -> None:
    first = logs.start(tmp_path / "one")
    second = logs.start(tmp_path / "two")
    logging.getLogger("checkin_app").info("here")
    assert (first.read_text(), second.read_text().count("here")) == ("", 1)


def test_a_folder_that_cannot_be_written_is_no_obstacle(tmp_path: Path) -> None:
    (tmp_path / "file").touch()
    logs.start(tmp_path / "file")
    logging.getLogger("checkin_app").info("nowhere to go")
