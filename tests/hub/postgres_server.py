"""The PostgreSQL of the tests' own."""

from checkin_app.bench.postgresql import PostgresServer

__all__ = ["PostgresServer"]
