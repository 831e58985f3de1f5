"""The station's settings survive what happens to files."""

from __future__ import annotations

import stat
from pathlib import Path

import pytest

from checkin_app.config import Station, load, save, station_dir
from checkin_app.domain.errors import ConfigError


def test_what_was_saved_is_loaded(tmp_path: Path) -> None:
    path = tmp_path / "station.toml"
    station = Station(
        language="en", operator="Hạnh", ready_after=0, routes={"vip": "A", "press": "folder:/b"}
    )
    station.opened("/a.checkin")
    station.opened("/b.checkin")
    station.opened("/a.checkin")
    save(station, path)
    again, problem = load(path)
    assert problem is None
    assert again == station
    assert again.recent_events == ["/a.checkin", "/b.checkin"]


def test_keys_of_another_release_are_kept(tmp_path: Path) -> None:
    path = tmp_path / "station.toml"
    path.write_text('theme = "dark"\nshiny = 3\n[hub]\naddress = "a"\n', "utf-8")
    station, problem = load(path)
    assert problem is None
    save(station, path)
    again, _ = load(path)
    assert again.theme == "dark"
    assert again.unknown == {"shiny": 3, "hub": {"address": "a"}}


def test_a_broken_file_gives_a_sentence_and_defaults_and_is_kept(tmp_path: Path) -> None:
    path = tmp_path / "station.toml"
    path.write_text("theme = ", "utf-8")
    station, problem = load(path)
    assert station == Station()
    assert isinstance(problem, ConfigError)
    assert str(path) in str(problem)
    assert path.with_name("station.toml.broken").read_text("utf-8") == "theme = "


@pytest.mark.parametrize(
    "line",
    ["theme = 3", 'theme = "pink"', "sounds = 1", "recent_events = [1]", "[routes]\nvip = 1"],
)
def test_one_wrong_value_costs_only_itself(tmp_path: Path, line: str) -> None:
    path = tmp_path / "station.toml"
    path.write_text(f'operator = "An"\n{line}\n', "utf-8")
    station, problem = load(path)
    assert station == Station(operator="An")
    assert problem is not None


def test_a_folder_that_cannot_be_written_is_a_sentence(tmp_path: Path) -> None:
    with pytest.raises(ConfigError):
        save(Station(), tmp_path / "missing" / "station.toml")


def test_the_station_folder_is_the_owners(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("CHECKIN_HOME", str(tmp_path / "deep" / "home"))
    folder = station_dir()
    assert folder == tmp_path / "deep" / "home"
    assert stat.S_IMODE(folder.stat().st_mode) == 0o700
