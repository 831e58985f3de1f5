"""The hub's store: every ledger of one event, on SQLite or PostgreSQL, and who may reach it."""

from checkin_app.hub.store.admin import Admin, Desk, Keys
from checkin_app.hub.store.founding import found
from checkin_app.hub.store.opening import open_admin, open_store, settle_unserved
from checkin_app.hub.store.protocol import HubStore

__all__ = [
    "Admin",
    "Desk",
    "HubStore",
    "Keys",
    "found",
    "open_admin",
    "open_store",
    "settle_unserved",
]
