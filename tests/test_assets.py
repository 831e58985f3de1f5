import shutil
import subprocess
import sys
from pathlib import Path

from checkin_app import assets

ROOT = Path(__file__).resolve().parents[1]


def test_in_a_checkout_they_lie_beside_the_package() -> None:
    assert assets.resources() == ROOT / "resources"
    assert assets.resource("translations", "words_vi.ts").is_file()


def test_migrations_come_in_the_order_of_their_numbers() -> None:
    files = assets.migrations("event")
    assert files[0].name == "0001_foundation.sql"
    assert [file.name[:4] for file in files] == [f"{n:04}" for n in range(1, len(files) + 1)]


def test_a_copy_inside_the_package_goes_first(tmp_path: Path) -> None:
    package = tmp_path / "checkin_app"
    (package / "resources").mkdir(parents=True)
    (tmp_path / "resources").mkdir()
    (tmp_path / "db").mkdir()
    for module in ("__init__.py", "assets.py"):
        shutil.copy(ROOT / "checkin_app" / module, package)
    said = subprocess.run(
        [
            sys.executable,
            "-c",
            "from checkin_app import assets; print(assets.resources(), assets.migrations('event'))",
        ],
        cwd=tmp_path,
        capture_output=True,
        text=True,
        check=True,
    )
    assert said.stdout.split() == [str(package / "resources"), "[]"]
