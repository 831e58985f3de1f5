"""Which addresses of this machine others hear of."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

import ifaddr
import pytest

from checkin_app.hub.addresses import of_hub
from checkin_app.sync import discovery, own_addresses
from checkin_app.sync.discovery import Discovery


@dataclass
class Ip:
    ip: str | tuple[str, int, int]


@dataclass
class Adapter:
    ips: list[Ip]


class Radio:
    """In place of multicast DNS: keeps what is announced."""

    announced: list[str]

    def __init__(self, **_: Any) -> None:
        pass

    def register_service(self, info: Any, **_: Any) -> None:
        Radio.announced = info.parsed_addresses()

    def unregister_all_services(self) -> None:
        pass

    def close(self) -> None:
        pass


@pytest.mark.parametrize(
    ("own", "heard"),
    [
        (["127.0.0.1", "10.77.1.5", ("fd00::5", 0, 2)], ["10.77.1.5"]),
        (["127.0.0.1", "169.254.3.4", "10.77.1.5"], ["10.77.1.5"]),
        (["127.0.0.1", "169.254.3.4", ("fe80::1", 0, 2)], ["169.254.3.4"]),
        (["127.0.0.1"], ["127.0.0.1"]),
    ],
    ids=["a switch and no router", "one of its own beside", "a cable alone", "no network"],
)
def test_a_machine_without_a_way_out_is_heard_of_all_the_same(
    monkeypatch: pytest.MonkeyPatch, own: list[Any], heard: list[str]
) -> None:
    monkeypatch.setattr(ifaddr, "get_adapters", lambda: [Adapter([Ip(each) for each in own])])
    monkeypatch.setattr(own_addresses, "_way_out", lambda: "")
    monkeypatch.setattr(discovery, "Zeroconf", Radio)
    monkeypatch.setattr(discovery, "ServiceBrowser", lambda *_, **__: None)
    Discovery("tag", 8470, lambda: None).close()
    assert Radio.announced == heard
    assert of_hub("", 8470, tls=True)[0] == f"https://{heard[0]}:8470"
