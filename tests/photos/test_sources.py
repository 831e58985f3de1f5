"""Files of a folder or ZIP are bounded, nothing is unpacked, names come out as they were."""

from __future__ import annotations

import io
import os
import zipfile
from pathlib import Path

import pytest

from checkin_app.photos import sources
from checkin_app.photos.problems import UnusablePicture, UnusableSource
from checkin_app.photos.sources import pictures
from tests.photos.files import face, saved

JPEG = saved(face(60, 80))


def zipped(path: Path, members: dict[str, bytes], method: int = zipfile.ZIP_DEFLATED) -> Path:
    with zipfile.ZipFile(path, "w", method) as archive:
        for name, content in members.items():
            archive.writestr(name, content)
    return path


def places(source: Path) -> list[str]:
    with pictures(source) as found:
        return [one.place for one in found]


def test_a_file_a_folder_and_an_archive_hold_the_same(tmp_path: Path) -> None:
    folder = tmp_path / "in"
    (folder / "sub").mkdir(parents=True)
    (folder / "a.jpg").write_bytes(JPEG)
    (folder / "sub" / "b.jpg").write_bytes(JPEG)
    archive = zipped(tmp_path / "in.zip", {"a.jpg": JPEG, "sub/b.jpg": JPEG})
    for source in (folder, archive):
        with pictures(source) as found:
            assert [(one.name, one.read()) for one in found] == [("a.jpg", JPEG), ("b.jpg", JPEG)]
    with pictures(folder / "a.jpg") as found:
        assert [one.read() for one in found] == [JPEG]


def test_what_systems_put_beside_is_left_out(tmp_path: Path) -> None:
    noise = ("__MACOSX/._a.jpg", ".DS_Store", "Thumbs.db", "sub/.hidden.jpg", "desktop.ini")
    archive = zipped(tmp_path / "a.zip", {"a.jpg": JPEG, **dict.fromkeys(noise, b"x")})
    with zipfile.ZipFile(archive) as all_of_it:
        all_of_it.extractall(tmp_path / "out")
    assert places(archive) == ["a.jpg"]
    assert places(tmp_path / "out") == ["a.jpg"]


def test_a_name_in_an_archive_is_never_a_path(tmp_path: Path) -> None:
    archive = zipped(
        tmp_path / "a.zip", {"../../evil.jpg": JPEG, "/etc/b.jpg": JPEG, "c\\d.jpg": JPEG}
    )
    before = sorted(tmp_path.rglob("*"))
    with pictures(archive) as found:
        assert sorted(one.name for one in found) == ["b.jpg", "d.jpg"]
        assert all(one.read() == JPEG for one in found)
    assert sorted(tmp_path.rglob("*")) == before


def test_vietnamese_names_without_the_flag(tmp_path: Path) -> None:
    """As some programs write them: UTF-8, not said."""
    name = "Đỗ Thị Ánh.jpg"
    stand_in = "".join(chr(0x61 + n) for n in range(len(name.encode())))
    data = zipped(tmp_path / "a.zip", {stand_in: JPEG}).read_bytes()
    (tmp_path / "b.zip").write_bytes(data.replace(stand_in.encode(), name.encode()))
    assert places(tmp_path / "b.zip") == [name]


def test_bombs_are_refused_whole(tmp_path: Path) -> None:
    much = b"\0" * (30 << 20)
    bomb = zipped(tmp_path / "bomb.zip", {f"{n}.bmp": much for n in range(40)})
    with pytest.raises(UnusableSource, match="far more"), pictures(bomb):
        pass


def test_too_many_files(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sources, "MOST_FILES", 2)
    archive = zipped(tmp_path / "a.zip", {f"{n}.jpg": JPEG for n in range(3)})
    for source in (archive, tmp_path):
        (tmp_path / "a.jpg").write_bytes(JPEG)
        (tmp_path / "b.jpg").write_bytes(JPEG)
        with pytest.raises(UnusableSource, match="50,000"), pictures(source):
            pass


def test_an_archive_that_is_none(tmp_path: Path) -> None:
    broken = tmp_path / "a.zip"
    whole = zipped(tmp_path / "b.zip", {"a.jpg": JPEG}).read_bytes()
    for content in (b"", b"PK\x03\x04 no", whole[: len(whole) // 2]):
        broken.write_bytes(content)
        with pytest.raises(UnusableSource, match="damaged"), pictures(broken):
            pass
    for missing in (tmp_path / "nowhere", tmp_path / "nowhere.zip"):
        with pytest.raises(UnusableSource, match="not there"), pictures(missing):
            pass


def test_members_that_lie_or_are_locked_are_told_one_by_one(tmp_path: Path) -> None:
    data = bytearray(zipped(tmp_path / "a.zip", {"a.jpg": JPEG}, zipfile.ZIP_STORED).read_bytes())
    data[60] ^= 0xFF
    (tmp_path / "crc.zip").write_bytes(data)
    with pictures(tmp_path / "crc.zip") as found, pytest.raises(UnusablePicture) as told:
        found[0].read()
    assert told.value.reason == "not_readable"
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w") as archive:
        archive.writestr("a.jpg", JPEG)
    locked = bytearray(buffer.getvalue())
    locked[6] |= 1
    locked[locked.rindex(b"PK\x01\x02") + 8] |= 1
    (tmp_path / "locked.zip").write_bytes(locked)
    with pictures(tmp_path / "locked.zip") as found, pytest.raises(UnusablePicture) as told:
        found[0].read()
    assert told.value.reason == "locked"


def test_a_huge_member_is_not_unpacked(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sources, "MOST_BYTES", 1000)
    archive = zipped(tmp_path / "a.zip", {"a.bmp": b"\0" * 2000})
    (tmp_path / "a.bmp").write_bytes(b"\0" * 2000)
    for source in (archive, tmp_path / "a.bmp"):
        with pictures(source) as found, pytest.raises(UnusablePicture) as told:
            found[0].read()
        assert told.value.reason == "too_large"


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="needs named pipes")
def test_a_pipe_in_a_folder_does_not_stop_it(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "a.jpg")
    with pictures(tmp_path) as found, pytest.raises(UnusablePicture) as told:
        found[0].read()
    assert told.value.reason == "not_a_picture"


def test_a_damaged_member_of_any_kind_is_one_sentence(tmp_path: Path) -> None:
    """LZMA, bzip2 and deflate each raise an error of their own."""
    for method in (zipfile.ZIP_LZMA, zipfile.ZIP_BZIP2, zipfile.ZIP_DEFLATED):
        archive = zipped(tmp_path / "a.zip", {"a.jpg": JPEG, "b.jpg": JPEG}, method)
        data = bytearray(archive.read_bytes())
        start = 30 + len("a.jpg") + 12
        data[start : start + 40] = b"\xff" * 40
        archive.write_bytes(data)
        with pictures(archive) as found:
            with pytest.raises(UnusablePicture):
                found[0].read()
            assert found[1].read() == JPEG


def test_a_member_without_a_name_is_left_out(tmp_path: Path) -> None:
    archive = zipped(tmp_path / "a.zip", {"Xa.jpg": JPEG, "b.jpg": JPEG})
    archive.write_bytes(archive.read_bytes().replace(b"Xa.jpg", b"\0a.jpg"))
    assert places(archive) == ["b.jpg"]
