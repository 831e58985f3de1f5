"""What the badge tests share: made-up people, and the independent programs that read our files."""

import shutil
import subprocess
from collections.abc import Callable, Sequence
from pathlib import Path

import pytest

from checkin_app.badges.subject import BadgeSubject
from checkin_app.domain.credentials import mint

Maker = Callable[..., BadgeSubject]


@pytest.fixture
def person() -> Maker:
    """Makes a subject with a code of its own; the later ones have other categories."""
    categories = (
        ("Đại biểu", "Delegate", "#0B5CAD"),
        ("Khách mời danh dự", "Guest of honour", "#9C1F2E"),
        ("Báo chí", "Press", "#F2B705"),
    )
    made = 0

    def make(name: str, **texts: str) -> BadgeSubject:
        nonlocal made
        made += 1
        vi, en, colour = categories[made % 3]
        return BadgeSubject(
            **{
                "delegate_id": f"d{made}",
                "name": name,
                "code": mint("204", b"secret", made),
                "honorific": "Bà",
                "position": "Phó Giám đốc Sở Ngoại vụ",
                "organization": "Ủy ban Nhân dân Thành phố",
                "delegation": "Đoàn Viêng Chăn",
                "country": "LA",
                "country_en": "Laos",
                "country_vi": "Lào",
                "category_en": en,
                "category_vi": vi,
                "colour": colour,
                "event_en": "Autumn Economic Forum 2026",
                "event_vi": "Diễn đàn Kinh tế Mùa thu 2026",
                "dates": "25–27/11/2026",
                "number": f"Nº {made:04d}",
                **texts,
            }
        )

    return make


def _run(*command: str) -> str:
    if shutil.which(command[0]) is None:
        pytest.skip(f"needs the program {command[0]}")
    done = subprocess.run(command, capture_output=True, timeout=120, check=False)
    if command[0] != "zbarimg":
        assert done.returncode == 0 and b"Error" not in done.stderr, done.stderr.decode()
    return done.stdout.decode()


@pytest.fixture
def tool() -> Callable[..., str]:
    """Runs a poppler or zbar program that must find nothing wrong, and returns what it prints."""
    return _run


@pytest.fixture
def read_codes() -> Callable[[Sequence[Path]], list[str]]:
    """The texts of all QR symbols in pictures, in order, as zbar reads them."""

    def read(pictures: Sequence[Path]) -> list[str]:
        names = map(str, pictures)
        return _run("zbarimg", "-q", "--raw", "-Sdisable", "-Sqrcode.enable", *names).splitlines()

    return read
