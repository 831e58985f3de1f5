"""The import contracts of pyproject.toml, and what `domain` may import of the standard library."""

import ast
import sys
from pathlib import Path

import pytest
from importlinter.cli import lint_imports

ROOT = Path(__file__).resolve().parents[2]
DOMAIN = sorted((ROOT / "checkin_app" / "domain").glob("*.py"))
OF_THE_WORLD = {"io", "logging", "os", "pathlib", "random", "socket", "sqlite3", "subprocess"}


def test_the_import_contracts_hold(monkeypatch: pytest.MonkeyPatch) -> None:
    # It would silence the loggers of all tests that follow in this process.
    monkeypatch.setattr("importlinter.cli.logging_config.dictConfig", lambda _: None)
    kept = lint_imports(config_filename=str(ROOT / "pyproject.toml"), no_cache=True)
    assert kept == 0, "run `make check`: it names the import and the contract"


@pytest.mark.parametrize("module", DOMAIN, ids=lambda file: file.stem)
def test_the_domain_knows_nothing_of_the_world(module: Path) -> None:
    imported = set()
    for node in ast.walk(ast.parse(module.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Import):
            imported |= {alias.name for alias in node.names}
        elif isinstance(node, ast.ImportFrom):
            imported.add("." if node.level else node.module or "")
    allowed = set(sys.stdlib_module_names) - OF_THE_WORLD
    outside = {
        name
        for name in imported
        if name.partition(".")[0] not in allowed and not name.startswith("checkin_app.domain")
    }
    assert outside == set()
