"""Owns the empty stores of both kinds that the hub's tests run on."""

from pathlib import Path

import pytest

from checkin_app.bench.postgresql import PostgresServer


@pytest.fixture(params=["sqlite", pytest.param("postgresql", marks=pytest.mark.serial)])
def store_url(request: pytest.FixtureRequest, tmp_path: Path) -> str:
    """The address of an empty store; each test runs on both databases."""
    if request.param == "sqlite":
        return f"sqlite:///{tmp_path}/event.hub"
    server: PostgresServer = request.getfixturevalue("postgres")
    return server.new_database()
