"""Owns what the event adds to a badge: layouts of its own, and pictures of people."""

from __future__ import annotations

import base64
from collections.abc import Mapping
from typing import TYPE_CHECKING

from checkin_app import config
from checkin_app.desk.people import People
from checkin_app.desk.programmes import Programmes
from checkin_app.desk.station import verb
from checkin_app.domain.badges import NO_BADGE, StoredLayout
from checkin_app.domain.errors import NotPossible
from checkin_app.ledger import kinds
from checkin_app.store import photos
from checkin_app.store.programme import LAYOUT_ID
from checkin_app.store.records import edits_of

if TYPE_CHECKING:
    from checkin_app.badges.layout import Layout

#: The largest picture that is kept, in bytes; a desk's picture is a few kilobytes.
MOST_BYTES = 64 << 10
_JPEG = b"\xff\xd8\xff"


class Layouts(People, Programmes):
    """Layouts and pictures."""

    @verb
    def layouts(self) -> Mapping[str, Layout]:
        """Every badge layout by name: those that come with the program, then the event's own.

        One of the event's that this release cannot read is left out.
        """
        from checkin_app.badges.layout import LAYOUTS, LayoutError, parse

        found = dict(LAYOUTS)
        for key, stored in self._file.programme.layouts.items():
            if stored.document:
                try:
                    found[key.removeprefix(LAYOUT_ID)] = parse(stored.document)
                except LayoutError:
                    continue
        return found

    @verb
    def layout_document(self, name: str) -> str:
        """The JSON of a layout as it was saved. Raises NotPossible."""
        from checkin_app.badges.layout import LAYOUTS, built_in_document

        own = self._file.programme.layouts.get(LAYOUT_ID + name)
        if own is not None and own.document:
            return own.document
        if name in LAYOUTS:
            return built_in_document(name)
        raise _no_layout(name, self.layouts())

    @verb
    def layout(self, name: str) -> Layout:
        """A layout by its name. Raises NotPossible with the names there are."""
        known = self.layouts()
        if name not in known:
            raise _no_layout(name, known)
        return known[name]

    @verb
    def save_layout(self, document: str, *, operator: str = "") -> Layout:
        """Keeps a layout under the name in its JSON, for every desk of the event.

        Raises LayoutError where it is wrong, NotPossible where the name is a built-in one's.
        """
        from checkin_app.badges.layout import LAYOUTS, parse

        layout = parse(document)
        if layout.name in LAYOUTS or layout.name == NO_BADGE:
            raise NotPossible(
                "“{name}” is the name of a layout that comes with the program. Give yours another"
                " name.",
                name=layout.name,
            )
        self._keep_layout(layout.name, document)
        return layout

    @verb
    def remove_layout(self, name: str, *, operator: str = "") -> None:
        """Takes a layout of the event away. Raises NotPossible where there is none."""
        own = self._file.programme.layouts.get(LAYOUT_ID + name)
        if own is None or not own.document:
            raise NotPossible("The event has no layout “{name}” of its own.", name=name)
        self._keep_layout(name, "")

    def _keep_layout(self, name: str, document: str) -> None:
        self.add_records([StoredLayout(LAYOUT_ID + name, document)])

    @verb
    def layout_for(self, delegate_id: str, *, station: config.Station | None = None) -> str:
        """The name of the layout a delegate's badge gets, or “none”. Raises NoSuchDelegate."""
        _, delegate = self._find(delegate_id)
        known = self._file.programme.categories.get(delegate.category)
        usual = (station or config.load()[0]).badge_layout or config.DEFAULT_LAYOUT
        return (known.layout if known else "") or usual

    @verb
    def keep_photo(self, delegate_id: str, jpeg: bytes, *, operator: str = "") -> str:
        """Keeps a picture as this delegate's; its name. Raises NoSuchDelegate, NotPossible."""
        self._find(delegate_id)
        if not jpeg.startswith(_JPEG) or len(jpeg) > MOST_BYTES:
            raise NotPossible(
                "A picture that is kept is a JPEG of at most {most} KiB.",
                most=MOST_BYTES >> 10,
            )
        name = photos.name_of(jpeg)
        if self.photo(name) is None:
            with self._file.transaction():
                self._file.record(
                    kinds.PHOTO_KEPT,
                    delegate_id,
                    {"name": name},
                    {"jpeg": base64.b64encode(jpeg).decode()},
                )
        self.amend(delegate_id, {"photo": name}, operator=operator)
        return name

    @verb
    def photo(self, name: str) -> bytes | None:
        """The JPEG under a name; None where that is no stored picture."""
        return photos.read(self._file.connection, name)

    @verb
    def had_photo(self, delegate_id: str, name: str) -> bool:
        """Whether the picture of that name was ever this delegate's."""
        if self.photo(name) is None:
            return False
        edits = edits_of(self._file.connection, delegate_id)
        return any(edit.fields.get("photo") == name for edit in edits)

    @verb
    def drop_photo(self, delegate_id: str, *, operator: str = "") -> None:
        """Takes a delegate's picture off. Raises NoSuchDelegate."""
        self.amend(delegate_id, {"photo": ""}, operator=operator)


def _no_layout(name: str, known: Mapping[str, object]) -> NotPossible:
    return NotPossible(
        "There is no layout “{name}”. The layouts are: {known}.",
        name=name,
        known=", ".join(known),
    )
