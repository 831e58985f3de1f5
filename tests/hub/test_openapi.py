"""The description of what the hub answers, and that it answers so, whatever it is asked."""

from __future__ import annotations

import json
from collections.abc import Iterator

import pytest
import schemathesis
from hypothesis import HealthCheck, Phase, given, settings
from hypothesis import strategies as st
from schemathesis.specs.openapi.checks import content_type_conformance, status_code_conformance

from checkin_app.hub.openapi import description
from checkin_app.sync.limits import Limit
from tests.hub.hub_support import Desk, Served, founded, served

SCHEMA = schemathesis.openapi.from_dict(json.loads(description()))
OPERATIONS = {found.ok().label: found.ok() for found in SCHEMA.get_all_operations()}


@pytest.fixture(scope="module")
def hub(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Served]:
    folder = tmp_path_factory.mktemp("hub")
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("CHECKIN_HOME", str(folder / "station"))
        patch.setenv("CHECKIN_KEYRING", "off")
        with served(founded(folder)) as running:
            gate = running.app.hub.gate
            gate._strangers = gate._asking = Limit(1e9, 1e9)
            yield running


@pytest.fixture(scope="module")
def desk(hub: Served) -> Desk:
    return hub.enrolled()


def test_everything_that_desks_may_ask_is_described(hub: Served) -> None:
    paths = {route.path for route in hub.app.routes if route.path != "/openapi.json"}
    assert set(json.loads(description())["paths"]) == paths
    assert hub.client.get("/openapi.json").json() == json.loads(description())


@pytest.mark.parametrize("label", sorted(OPERATIONS))
@pytest.mark.parametrize("known", [True, False], ids=["desk", "stranger"])
def test_what_is_described_is_answered_so(hub: Served, desk: Desk, label: str, known: bool) -> None:
    operation = OPERATIONS[label]

    @settings(
        max_examples=25,
        phases=[Phase.generate],
        database=None,
        suppress_health_check=list(HealthCheck),
    )
    @given(st.data())
    def ask(data: st.DataObject) -> None:
        case = data.draw(operation.as_strategy())
        if isinstance(case.body, dict) and label.endswith("/v1/wait"):
            case.body["seconds"] = 0
        headers = {"Authorization": f"Bearer {desk.token}"} if known else {}
        if case.media_type not in (None, "application/json"):
            case.media_type = "application/json"
        answer = case.call(base_url=hub.address, headers=headers)
        assert answer.status_code < 500
        if not known and label.startswith("POST"):
            assert answer.status_code in (400, 401, 403, 409, 413)
        case.validate_response(answer, checks=[status_code_conformance, content_type_conformance])

    ask()
    assert hub.app.hub.metrics.value("faults_total") == 0
