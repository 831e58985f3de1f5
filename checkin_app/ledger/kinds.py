"""Owns the closed list of what an entry can say. An unknown kind is kept and folded as nothing."""

from __future__ import annotations

FOUNDED = "event.founded"
STREAM_OPENED = "stream.opened"
LISTED = "roster.listed"
CREATED = "record.created"
AMENDED = "record.amended"
CREDENTIAL_ISSUED = "credential.issued"
CREDENTIAL_CHANGED = "credential.changed"
SCANNED = "scan.made"
OVERRIDDEN = "scan.overridden"
UNDONE = "fact.undone"
PRINTED = "badge.printed"
IMPORTED = "roster.imported"
PHOTO_KEPT = "photo.kept"
FOLLOWED = "badge.followed"
HANDED = "badge.handed"
TEMPORARIES_MADE = "temporary.made"
TEMPORARY_BOUND = "temporary.bound"
STOCK_COUNTED = "stock.counted"
AUTHORITY_NAMED = "authority.named"
ENROLLED = "desk.enrolled"
REVOKED = "desk.revoked"
CONFLICT_RESOLVED = "conflict.resolved"
MERGED = "delegate.merged"
PRIVATE_ERASED = "private.erased"

KINDS = frozenset(
    {
        FOUNDED,
        STREAM_OPENED,
        LISTED,
        CREATED,
        AMENDED,
        CREDENTIAL_ISSUED,
        CREDENTIAL_CHANGED,
        SCANNED,
        OVERRIDDEN,
        UNDONE,
        PRINTED,
        IMPORTED,
        PHOTO_KEPT,
        FOLLOWED,
        HANDED,
        TEMPORARIES_MADE,
        TEMPORARY_BOUND,
        STOCK_COUNTED,
        AUTHORITY_NAMED,
        ENROLLED,
        REVOKED,
        CONFLICT_RESOLVED,
        MERGED,
        PRIVATE_ERASED,
    }
)
