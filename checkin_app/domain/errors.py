"""Owns the family of expected failures; each carries the one sentence that staff will read.

CheckinError
├─ StoreError    DiskFull, StoreLocked, StoreMissing, StoreDamaged, StoreTooNew, StoreReadOnly
├─ HubError      HubUnreachable, HubTooOld, HubRefused (HubRevoked, CertificateChanged, WrongEvent)
├─ BundleError
├─ RosterError   UnreadableFile, NoSuchColumn
├─ DeviceError   PrinterFailed
├─ RequestError  NoSuchDelegate, NoSuchScan, NoSuchCheckpoint, NoSuchJob, NoSuchConflict,
│                NotPossible (NoSuchLayout)
├─ ProgramFault
└─ ConfigError
"""

from __future__ import annotations


class CheckinError(Exception):
    """An expected failure.

    `sentence` is the English template of what staff read; it is the key under which the
    Vietnamese one is found, and `details` fills its placeholders.
    """

    sentence = "Something went wrong."

    def __init__(self, sentence: str | None = None, **details: object) -> None:
        if sentence is not None:
            self.sentence = sentence
        self.details = {name: str(value) for name, value in details.items()}
        super().__init__(self.sentence.format(**self.details))


class StoreError(CheckinError):
    """The event file cannot be used as asked."""


class StoreMissing(StoreError):
    sentence = "There is no event file at {file}. Check the name, or make one with “init”."


class StoreLocked(StoreError):
    sentence = (
        "{file} is open for writing in another program. Close that window, or wait for it to end."
    )


class StoreDamaged(StoreError):
    sentence = "{file} is not a whole event file. Restore the latest backup; keep the damaged file."


class StoreTooNew(StoreError):
    sentence = "{file} was written by a newer release. Update this program, then open it again."


class StoreReadOnly(StoreError):
    sentence = "{file} cannot be written. Copy it to a folder you may write to, and open the copy."


class DiskFull(StoreError):
    sentence = "The disk is full, so nothing was recorded. Free some space, then do it again."


class HubError(CheckinError):
    """An exchange with a hub or another desk did not come about; nothing is lost."""


class HubUnreachable(HubError):
    sentence = "The hub at {address} does not answer. Scans go on and are kept here until it does."


class HubTooOld(HubError):
    sentence = (
        "The hub at {address} speaks an older or newer language than this program. Update the"
        " older of the two; scans go on and are kept here."
    )


class HubRefused(HubError):
    sentence = "The hub at {address} refuses this desk: {why}"


class HubRevoked(HubRefused):
    sentence = (
        "This desk was taken off the event at the hub. Nothing more is exchanged; ask the"
        " supervisor for a new enrolment."
    )


class CertificateChanged(HubRefused):
    sentence = (
        "What answers at {address} is not the hub this desk joined: its certificate is another."
        " Nothing was sent. Tell the supervisor; if the hub was set up anew, join it again."
    )


class WrongEvent(HubRefused):
    sentence = "The hub at {address} holds another event. Nothing was exchanged."


class BundleError(CheckinError):
    """A bundle cannot be written or read; nothing was changed."""


class RosterError(CheckinError):
    """A roster file cannot be imported; nothing was changed."""


class UnreadableFile(RosterError):
    sentence = "{file} cannot be read as a roster: {why}"


class NoSuchColumn(RosterError):
    sentence = "{file} has no column “{column}”. Its columns are: {columns}."


class DeviceError(CheckinError):
    """A device did not do what it was asked."""


class PrinterFailed(DeviceError):
    sentence = "The printer {printer} did not take the badge: {why}"


class RequestError(CheckinError):
    """What was asked names something that is not there, or cannot be done now."""


class NoSuchDelegate(RequestError):
    sentence = "Nobody on the roster has the id {id}. Find them by name first."


class NoSuchScan(RequestError):
    sentence = "No scan is recorded under {id}. Look it up in the recent scans."


class NoSuchCheckpoint(RequestError):
    sentence = "There is no checkpoint “{id}” in this event. The checkpoints are: {known}."


class NoSuchJob(RequestError):
    sentence = "There is no print job {id} at this desk. The list of jobs shows their ids."


class NoSuchConflict(RequestError):
    sentence = "There is no conflict {id}. The list of conflicts shows their ids."


class NotPossible(RequestError):
    sentence = "{why}"


class NoSuchLayout(NotPossible):
    sentence = "There is no layout “{name}”. The layouts are: {known}."


class ProgramFault(CheckinError):
    """A mistake of the program itself, told in place of the crash; the log has the traceback."""

    sentence = "Something went wrong inside the program; the log has the details."


class ConfigError(CheckinError):
    sentence = "The settings file {file} cannot be used: {why}"
