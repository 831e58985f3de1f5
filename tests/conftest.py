"""Owns what holds for every test: a station folder of its own, no unannounced warning."""

import logging
import os
from collections.abc import Iterator
from importlib.util import find_spec
from pathlib import Path

import pytest
from hypothesis import settings

from checkin_app.bench.postgresql import PostgresServer

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

# A time in a test is a flaky test: speeds belong to `checkin-app bench`.
settings.register_profile("no-times", deadline=None)
settings.load_profile("no-times")

HAS_QT = find_spec("PySide6") is not None

# Where PySide6 is not installed everything but the screens is still tested.
pytest_plugins = ["pytestqt.plugin"] if HAS_QT else []
collect_ignore = [] if HAS_QT else ["ui"]


@pytest.fixture(scope="session")
def postgres() -> Iterator[PostgresServer]:
    """A PostgreSQL for new databases; whoever stops one starts a server of its own."""
    server = PostgresServer()
    yield server
    server.end()


class _Warnings(logging.Handler):
    def __init__(self) -> None:
        super().__init__(logging.WARNING)
        self.lines: list[str] = []

    def emit(self, record: logging.LogRecord) -> None:
        self.lines.append(f"{record.name}: {record.getMessage()}")


@pytest.fixture(autouse=True)
def station(tmp_path_factory: pytest.TempPathFactory, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The station folder of this test alone; the developer's keyring and event stay untouched."""
    home = tmp_path_factory.mktemp("station")
    monkeypatch.setenv("CHECKIN_HOME", str(home))
    monkeypatch.setenv("CHECKIN_KEYRING", "off")
    monkeypatch.delenv("CHECKIN_EVENT", raising=False)
    return home


@pytest.fixture(autouse=True)
def no_unannounced_warning(request: pytest.FixtureRequest) -> Iterator[None]:
    """Fail a test on a logged warning, unless it asks for `caplog` to look at the log itself."""
    heard = _Warnings()
    logging.getLogger().addHandler(heard)
    yield
    logging.getLogger().removeHandler(heard)
    if heard.lines and "caplog" not in request.fixturenames:
        pytest.fail("logged without being announced:\n" + "\n".join(heard.lines))
