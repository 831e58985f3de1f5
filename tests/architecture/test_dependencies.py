"""What pyproject.toml declares, what the program imports and what constraints.txt pins agree."""

import ast
import re
import sys
import tomllib
from importlib.metadata import packages_distributions
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
PROJECT = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
PINS = (ROOT / "constraints.txt").read_text(encoding="utf-8")


def name_of(requirement: str) -> str:
    found = re.match(r"[\w.-]+", requirement)
    assert found
    return re.sub(r"[-_.]+", "-", found[0]).lower()


def imported_by(package: Path) -> set[str]:
    names = set()
    for file in package.rglob("*.py"):
        for node in ast.walk(ast.parse(file.read_text(encoding="utf-8"))):
            if isinstance(node, ast.Import):
                names |= {alias.name.partition(".")[0] for alias in node.names}
            elif isinstance(node, ast.ImportFrom) and node.module and not node.level:
                names.add(node.module.partition(".")[0])
    return names


def test_what_the_program_imports_is_declared() -> None:
    declared = {name_of(one) for one in PROJECT["dependencies"]}
    foreign = imported_by(ROOT / "checkin_app") - set(sys.stdlib_module_names) - {"checkin_app"}
    owners = {"PySide6": ["PySide6-Essentials"], **packages_distributions()}
    undeclared = {
        module
        for module in foreign
        if not declared & {name_of(owner) for owner in owners.get(module, [module])}
    }
    assert undeclared == set()


def test_everything_declared_is_pinned_with_hashes() -> None:
    extras = PROJECT["optional-dependencies"].values()
    wanted = {name_of(one) for one in PROJECT["dependencies"]}
    wanted |= {name_of(one) for extra in extras for one in extra}
    blocks = re.findall(r"^([\w.-]+)==\S+.*((?:\n    --hash=sha256:[0-9a-f]{64}.*)*)", PINS, re.M)
    hashed = {name_of(name) for name, hashes in blocks if hashes}
    assert wanted <= hashed
    assert {name_of(name) for name, _ in blocks} == hashed


def test_the_pins_name_no_index() -> None:
    assert re.findall(r".*(?:://|--index|--find-links|--extra-index).*", PINS) == []
