"""Owns what the event adds to a badge: layouts of its own, and pictures of people."""

from __future__ import annotations

import base64
from collections.abc import Mapping
from typing import TYPE_CHECKING

from checkin_app import config
from checkin_app.desk.people import People
from checkin_app.desk.programmes import Programmes
from checkin_app.desk.station import verb
from checkin_app.domain.badges import NO_BADGE, StoredLayout, layout_name
from checkin_app.domain.errors import NoSuchLayout, NotPossible
from checkin_app.ledger import kinds
from checkin_app.store import photos
from checkin_app.store.event_file import EventFile
from checkin_app.store.programme import LAYOUT_ID
from checkin_app.store.records import edits_of

if TYPE_CHECKING:
    from checkin_app.badges.layout import Layout
    from checkin_app.badges.subject import BadgeSubject

#: The largest picture that is kept, in bytes; a desk's picture is a few kilobytes.
MOST_BYTES = 64 << 10
_JPEG = b"\xff\xd8\xff"


class Layouts(People, Programmes):
    """Layouts and pictures."""

    def __init__(self, file: EventFile) -> None:
        super().__init__(file)
        self._parsed: dict[str, tuple[str, Layout | None]] = {}

    @verb
    def layouts(self) -> Mapping[str, Layout]:
        """Every badge layout by name: those that come with the program, then the event's own.

        One of the event's that this release cannot read is left out.
        """
        from checkin_app.badges.layout import LAYOUTS

        own = ((name, self._own_layout(name)) for name in self._own_layouts())
        return dict(LAYOUTS) | {name: layout for name, layout in own if layout is not None}

    def _own_layouts(self) -> list[str]:
        return [
            key.removeprefix(LAYOUT_ID)
            for key, stored in self._file.programme.layouts.items()
            if stored.document
        ]

    def _own_layout(self, name: str) -> Layout | None:
        """One of the event's; it is read again only when its JSON is another than before."""
        from checkin_app.badges.layout import LayoutError, parse

        stored = self._file.programme.layouts.get(LAYOUT_ID + name)
        if stored is None or not stored.document:
            self._parsed.pop(name, None)
            return None
        document, layout = self._parsed.get(name, ("", None))
        if document != stored.document:
            try:
                layout = parse(stored.document)
            except LayoutError:
                layout = None
            self._parsed[name] = (stored.document, layout)
        return layout

    @verb
    def layout_document(self, name: str) -> str:
        """The JSON of a layout as it was saved, or of a built-in page. Raises NoSuchLayout."""
        from checkin_app.badges.layout import PAGES, built_in_document

        own = self._file.programme.layouts.get(LAYOUT_ID + name)
        if own is not None and own.document:
            return own.document
        if name in PAGES:
            return built_in_document(name)
        raise self._no_layout(name)

    @verb
    def layout(self, name: str) -> Layout:
        """A layout by its name. Raises NoSuchLayout with the names there are."""
        from checkin_app.badges.layout import LAYOUTS

        layout = self._own_layout(name) or LAYOUTS.get(name)
        if layout is None:
            raise self._no_layout(name)
        return layout

    def _no_layout(self, name: str) -> NoSuchLayout:
        from checkin_app.badges.layout import LAYOUTS

        return NoSuchLayout(name=name, known=", ".join((*LAYOUTS, *self._own_layouts())))

    @verb
    def layout_choice(self, asked: str = "", *, usual: str = config.DEFAULT_LAYOUT) -> LayoutChoice:
        """What says whose layout each badge has. Raises NoSuchLayout for one that is asked for."""
        if asked:
            self.layout(asked)
        return LayoutChoice(self, asked, self.usual_layout(usual))

    @verb
    def usual_layout(self, wanted: str) -> str:
        """`wanted`, or the one that every release has where this event has none of that name."""
        from checkin_app.badges.layout import LAYOUTS

        return wanted if wanted in (*LAYOUTS, *self._own_layouts()) else config.DEFAULT_LAYOUT

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
        """Takes a layout of the event away. Raises NotPossible where there is none, or in use."""
        own = self._file.programme.layouts.get(LAYOUT_ID + name)
        if own is None or not own.document:
            raise NotPossible("The event has no layout “{name}” of its own.", name=name)
        using = [c.name_en for c in self.categories() if c.layout == name]
        if using:
            raise NotPossible(
                "Badges of {categories} have the layout “{name}”. Give them another one first.",
                name=name,
                categories=", ".join(using),
            )
        self._keep_layout(name, "")

    def _keep_layout(self, name: str, document: str) -> None:
        self.add_records([StoredLayout(LAYOUT_ID + name, document)])

    @verb
    def twins(self, delegate_id: str) -> list[str]:
        """Ids of those of the same name in the same delegation. Raises NoSuchDelegate."""
        from checkin_app.badges.twins import twins

        return twins(self._file, self._find(delegate_id)[1])

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


class LayoutChoice:
    """Whose layout a badge has, by its category as it is now; see domain.badges.layout_name.

    A layout is read when a badge needs it: one that was removed stops nobody else.
    """

    def __init__(self, desk: Layouts, asked: str, usual: str) -> None:
        self._desk = desk
        self._asked = asked
        self._usual = usual
        self._categories = {category.id: category for category in desk.categories()}
        self._found: dict[str, Layout] = {}

    def name(self, category: str) -> str:
        """Of a badge of that category; NO_BADGE where there is none."""
        return layout_name(self._categories.get(category), self._asked, self._usual)

    def __call__(self, subject: BadgeSubject) -> Layout | None:
        """The layout, nothing where there is no badge. Raises NoSuchLayout."""
        name = self.name(subject.category)
        if name == NO_BADGE:
            return None
        if name not in self._found:
            self._found[name] = self._desk.layout(name)
        return self._found[name]
