"""Owns that databases which tests make in memory are closed, as Python 3.13 wants it."""

import sqlite3
from collections.abc import Iterator
from typing import Any

import pytest


@pytest.fixture(autouse=True, scope="module")
def memories_closed() -> Iterator[None]:
    opened = []
    connect = sqlite3.connect

    def noted(database: Any, *arguments: Any, **named: Any) -> sqlite3.Connection:
        connection = connect(database, *arguments, **named)
        if database == ":memory:":
            opened.append(connection)
        return connection

    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(sqlite3, "connect", noted)
        yield
    for connection in opened:
        connection.close()
