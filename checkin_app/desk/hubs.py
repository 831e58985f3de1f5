"""Owns which hub this desk belongs to."""

from __future__ import annotations

from typing import TYPE_CHECKING

from checkin_app.desk.station import Station, verb

if TYPE_CHECKING:
    from checkin_app.sync.joining import Applicant
    from checkin_app.sync.links import HubLink


class Hubs(Station):
    """What joining needs of the desk, in the desk lane; the network is elsewhere."""

    @verb
    def hub(self) -> HubLink | None:
        """The hub that was joined, if any."""
        from checkin_app.sync import links

        return links.read(self._file.connection)

    @verb
    def applicant(self) -> Applicant:
        """This desk as a hub gets to know it."""
        from checkin_app.sync.joining import applicant

        return applicant(self._file)

    @verb
    def joined(self, link: HubLink) -> None:
        """From now on this file belongs to that hub."""
        from checkin_app.sync import links

        with self._file.transaction():
            links.write(self._file.connection, link)

    @verb
    def revoked_by_hub(self, revoked: bool) -> None:
        """The hub revoked this desk, or has let it in again."""
        from checkin_app.sync import links

        with self._file.transaction():
            links.note_revoked(self._file.connection, revoked)

    @verb
    def left_hub(self) -> None:
        """From now on it belongs to none; the token is forgotten."""
        from checkin_app.sync import links, tokens

        with self._file.transaction():
            links.forget(self._file.connection)
        if self.desk_id:
            tokens.drop(self.desk_id)
