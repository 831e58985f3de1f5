"""The bytes of IPP: what RFC 8010 prints, and whatever else may come over the wire."""

from __future__ import annotations

from collections.abc import Sequence
from contextlib import suppress

import pytest
from hypothesis import given
from hypothesis import strategies as st

from checkin_app.printing import ipp, ipp_told
from checkin_app.printing.ipp import BadMessage, Tag, sent
from checkin_app.printing.printer import Attention, Printer
from checkin_app.printing.reasons import printer_attention


def field(tag: int, name: bytes, value: bytes) -> bytes:
    return (
        bytes((tag,)) + len(name).to_bytes(2, "big") + name + len(value).to_bytes(2, "big") + value
    )


def message(*fields: bytes, status: int = 0) -> bytes:
    return b"\x02\x00" + status.to_bytes(2, "big") + b"\0\0\0\x01" + b"".join(fields) + b"\x03"


#: RFC 8010, appendix A.1: a Print-Job request, up to its document.
PRINT_JOB = (
    b"\x01\x01\x00\x02\x00\x00\x00\x01\x01"
    b"\x47\x00\x12attributes-charset\x00\x05utf-8"
    b"\x48\x00\x1battributes-natural-language\x00\x05en-us"
    b"\x45\x00\x0bprinter-uri\x00\x2cipp://printer.example.com/ipp/print/pinetree"
    b"\x42\x00\x08job-name\x00\x06foobar"
    b"\x22\x00\x16ipp-attribute-fidelity\x00\x01\x01"
    b"\x02"
    b"\x21\x00\x06copies\x00\x04\x00\x00\x00\x14"
    b"\x44\x00\x05sides\x00\x13two-sided-long-edge"
    b"\x03%!PDF"
)


def test_the_example_of_the_rfc_is_read_and_written() -> None:
    answer = ipp.decode(PRINT_JOB)
    assert answer.first(Tag.OPERATION)["job-name"] == ["foobar"]
    assert answer.first(Tag.JOB) == {"copies": [20], "sides": ["two-sided-long-edge"]}
    written = ipp.encode(
        2,
        1,
        (
            Tag.OPERATION,
            [
                sent(Tag.CHARSET, "attributes-charset", "utf-8"),
                sent(Tag.LANGUAGE, "attributes-natural-language", "en-us"),
                sent(Tag.URI, "printer-uri", "ipp://printer.example.com/ipp/print/pinetree"),
                sent(Tag.NAME, "job-name", "foobar"),
                sent(Tag.BOOLEAN, "ipp-attribute-fidelity", True),
            ],
        ),
        (
            Tag.JOB,
            [
                sent(Tag.INTEGER, "copies", 20),
                sent(Tag.KEYWORD, "sides", "two-sided-long-edge"),
            ],
        ),
    )
    assert written[2:] == PRINT_JOB[2:].removesuffix(b"%!PDF")


def test_a_collection_is_read_as_it_was_written() -> None:
    size = (sent(Tag.INTEGER, "x-dimension", 8600), sent(Tag.INTEGER, "y-dimension", 5400))
    wish = sent(
        Tag.BEGIN_COLLECTION, "media-col", (sent(Tag.BEGIN_COLLECTION, "media-size", size),)
    )
    told = ipp.decode(ipp.encode(2, 1, (Tag.JOB, [wish, sent(Tag.INTEGER, "copies", 1)])))
    assert told.first(Tag.JOB) == {
        "media-col": [{"media-size": [{"x-dimension": [8600], "y-dimension": [5400]}]}],
        "copies": [1],
    }


def test_every_syntax_of_values() -> None:
    told = ipp.decode(
        message(
            b"\x04",
            field(0x23, b"printer-state", b"\0\0\0\x05"),
            field(0x33, b"copies-supported", b"\0\0\0\x01\0\0\0\x63"),
            field(0x32, b"printer-resolution-default", b"\0\0\0\xcb\0\0\0\xcb\x03"),
            field(0x35, b"printer-info", b"\0\x02vi\0\x07M\xc3\xa1y in"),
            field(0x30, b"octets", b"\xff\0"),
            field(0x13, b"none", b""),
            field(0x44, b"media-ready", b"iso_a6_105x148mm"),
            field(0x44, b"", b"iso_a4_210x297mm"),
            field(0x41, b"broken", b"\xff"),
        )
    ).first(Tag.PRINTER)
    assert told == {
        "printer-state": [5],
        "copies-supported": [(1, 99)],
        "printer-resolution-default": [(203, 203, 3)],
        "printer-info": ["Máy in"],
        "octets": [b"\xff\0"],
        "none": [],
        "media-ready": ["iso_a6_105x148mm", "iso_a4_210x297mm"],
        "broken": ["\ufffd"],
    }


@pytest.mark.parametrize(
    "data",
    [
        b"",
        b"HTTP/1.1 200 OK",
        message(field(0x44, b"a", b"b")),
        message(b"\x01", field(0x44, b"", b"b")),
        message(b"\x01", field(0x21, b"a", b"\0\0\x01")),
        message(b"\x01", field(0x22, b"a", b"")),
        message(b"\x01", field(0x32, b"a", b"\0" * 8)),
        message(b"\x01", field(0x35, b"a", b"\0\x02vi\0\x09Ma")),
        message(b"\x01", field(0x34, b"a", b"")),
        message(b"\x01", field(0x34, b"a", b""), field(0x44, b"", b"x")),
        message(b"\x01", field(0x34, b"a", b"") * 20_000),
        message(b"\x01", b"\x44\x00\x01a\xff\xfa" + b"x" * 20),
        message(b"\x01", b"\x44\xff\xffa"),
        message()[:-1],
    ],
)
def test_what_is_no_message_is_refused(data: bytes) -> None:
    with pytest.raises(BadMessage):
        ipp.decode(data)


@given(st.binary(max_size=400))
def test_whatever_comes_is_a_message_or_is_refused(data: bytes) -> None:
    for told in (data, b"\x02\x00\x00\x00\x00\x00\x00\x01\x04" + data, message(b"\x02", data)):
        try:
            answer = ipp.decode(told)
        except BadMessage:
            continue
        for attributes in (answer.first(Tag.PRINTER), answer.first(Tag.JOB)):
            assert ipp_told.printer(Printer("x", "ipp"), attributes).name == "x"
            ipp_told.job(attributes)


WHOLE = message(
    b"\x01",
    field(0x47, b"attributes-charset", b"utf-8"),
    b"\x04",
    field(0x23, b"printer-state", b"\0\0\0\x05"),
    field(0x44, b"printer-state-reasons", b"media-empty-error"),
    field(0x34, b"media-col-ready", b""),
    field(0x4A, b"", b"media-size"),
    field(0x21, b"", b"\0\0\0\x05"),
    field(0x37, b"", b""),
    field(0x33, b"copies-supported", b"\0\0\0\x01\0\0\0\x63"),
)


@given(st.integers(0, len(WHOLE) - 1))
def test_a_message_that_breaks_off_is_refused(length: int) -> None:
    assert ipp.decode(WHOLE).ok
    with pytest.raises(BadMessage):
        ipp.decode(WHOLE[:length])


@given(st.lists(st.tuples(st.integers(0, len(WHOLE) - 1), st.integers(0, 255)), max_size=8))
def test_a_message_with_wrong_bytes_is_read_or_refused(changes: list[tuple[int, int]]) -> None:
    data = bytearray(WHOLE)
    for place, byte in changes:
        data[place] = byte
    with suppress(BadMessage):
        ipp_told.printer(Printer("x", "ipp"), ipp.decode(bytes(data)).first(Tag.PRINTER))


def test_very_many_values_are_read_in_one_pass() -> None:
    values = message(
        b"\x04", field(0x44, b"media-supported", b"a"), field(0x44, b"", b"") * 100_000
    )
    assert len(ipp.decode(values).first(Tag.PRINTER)["media-supported"]) == 100_001


@pytest.mark.parametrize(
    ("keywords", "kinds"),
    [
        (["none"], []),
        (["media-empty-error"], ["paper_out"]),
        (["media-empty-warning", "media-needed-error"], ["paper_out"]),
        (["media-low-report"], ["paper_low"]),
        (["toner-empty", "paused"], ["ink_low", "paused"]),
        (["marker-supply-low-warning"], ["ink_low"]),
        (["input-tray-1-cover-open", "fuser-media-path-jam"], ["cover_open", "jam"]),
        (["offline-report"], ["offline"]),
        (["shutdown"], ["offline"]),
        (["connecting-to-device", "cups-ipp-conformance-failure-report"], []),
        (["cups-missing-filter-warning"], ["other"]),
        (["media-jam", "media-low-warning"], ["jam", "paper_low"]),
        (["output-area-full-error"], ["other"]),
        (["wireless-module-report"], []),
        (["spool-area-full"], ["refusing"]),
        (["resources-are-not-ready"], ["wrong_media"]),
    ],
)
def test_keywords_become_what_somebody_should_do(keywords: list[str], kinds: Sequence[str]) -> None:
    assert [attention.kind for attention in printer_attention(keywords)] == list(kinds)


def test_what_stops_the_printer_comes_first_and_warnings_do_not_block() -> None:
    assert printer_attention(["media-low-warning", "toner-low", "media-jam-error"], "Jam in B") == (
        Attention("jam", "Jam in B"),
        Attention("paper_low", "Jam in B", blocking=False),
        Attention("ink_low", "Jam in B", blocking=False),
    )


@given(st.lists(st.text(max_size=30), max_size=8))
def test_any_keywords_are_understood_or_left(keywords: list[str]) -> None:
    kinds = [attention.kind for attention in printer_attention(keywords)]
    assert len(kinds) == len(set(kinds))


@pytest.mark.parametrize(
    ("state", "reasons", "told"),
    [
        (9, ["job-completed-successfully"], ("completed", True)),
        (9, ["queued-in-device"], ("unknown", True)),
        (7, ["job-canceled-by-user"], ("cancelled", True)),
        (7, ["processing-to-stop-point"], ("aborted", True)),
        (8, ["aborted-by-system"], ("aborted", True)),
        (3, ["printer-stopped"], ("pending", False)),
        (4, ["job-hold-until-specified"], ("held", False)),
        (99, [], ("unknown", False)),
    ],
)
def test_states_of_jobs(state: int, reasons: list[str], told: tuple[str, bool]) -> None:
    report = ipp_told.job({"job-state": [state], "job-state-reasons": reasons})
    assert (report.state, report.over) == told
