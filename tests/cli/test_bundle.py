"""bundle write, show, read: what a desk knows, on a stick."""

from __future__ import annotations


def test_a_stick_between_two_desks(cli, forum, tmp_path) -> None:
    other, stick = tmp_path / "other.checkin", tmp_path / "a.bundle"
    assert cli("--event", forum.file, "backup", other).status == 0
    assert cli("--event", forum.file, "scan", forum.codes["lan"]).status == 0
    written = cli("--event", forum.file, "--json", "bundle", "write", stick).json
    assert (written["people"], written["scans"]) == (3, 1)
    assert written["bytes"] == stick.stat().st_size
    shown = cli("--event", other, "--json", "bundle", "show", stick).json
    assert shown["new"] > 0
    assert shown["ahead"] is False
    read = cli("--event", other, "--json", "bundle", "read", stick).json
    assert (read["taken"], read["refused"]) == (shown["new"], 0)
    assert cli("--event", other, "--json", "bundle", "read", stick).json["taken"] == 0
    stats = [cli("--event", file, "--json", "stats").json for file in (forum.file, other)]
    assert stats[0]["digest"] == stats[1]["digest"]
    assert stats[1]["arrived"] == 1


def test_in_words(cli, forum, tmp_path) -> None:
    stick = tmp_path / "a.bundle"
    assert "may leave" in cli("--event", forum.file, "bundle", "write", stick).err
    assert "New here" in cli("--event", forum.file, "bundle", "show", stick).out
    said = cli("--event", forum.file, "--lang", "vi", "bundle", "read", stick).err
    assert "0 mục mới" in said
    assert "new: 0; known" in cli("--event", forum.file, "bundle", "read", stick).err


def test_what_is_no_bundle_is_one_sentence_and_changes_nothing(cli, forum, tmp_path) -> None:
    junk = tmp_path / "junk.bundle"
    junk.write_bytes(b"<html>sign in to the Wi-Fi</html>")
    for asked in (("read", junk), ("show", junk), ("read", tmp_path / "none"), ("read", tmp_path)):
        answer = cli("--event", forum.file, "bundle", *asked)
        assert answer.status == 3
        assert len(answer.err.splitlines()) == 1
    assert cli("--event", forum.file, "bundle", "write", tmp_path / "no" / "a").status == 3
