"""Every sentence of printing is there in Vietnamese, and what a printer says itself stays."""

import ast
from pathlib import Path
from typing import get_args
from xml.etree import ElementTree

import pytest

import checkin_app.printing
from checkin_app import assets
from checkin_app.printing import Attention, AttentionKind, words

TRANSLATED = {
    (context.findtext("name", ""), message.findtext("source", "")): message.findtext("translation")
    for context in ElementTree.parse(assets.resource("translations", "words_vi.ts")).iter("context")
    for message in context.iter("message")
}


def sentences() -> set[str]:
    """What the package says: texts that end as sentences do, and are no docstring."""
    found = set()
    for file in Path(checkin_app.printing.__file__).parent.glob("*.py"):
        tree = ast.parse(file.read_text(encoding="utf-8"))
        told = {
            id(node.value)
            for node in ast.walk(tree)
            if isinstance(node, ast.Expr) and isinstance(node.value, ast.Constant)
        }
        for node in ast.walk(tree):
            if isinstance(node, ast.Constant) and isinstance(node.value, str):
                text = node.value
                if id(node) not in told and text[:1].isalpha() and text.endswith((".", "}")):
                    found.add(text)
    return {text for text in found if " " in text and text not in GENERIC}


#: What printers say of themselves, and not to staff.
GENERIC = {"IPP 0x{"}


def test_every_sentence_is_said_in_vietnamese() -> None:
    missing = {
        text
        for text in sentences()
        if ("printing", text) not in TRANSLATED and ("errors", text) not in TRANSLATED
    }
    assert missing == set()


def test_no_translation_is_left_over() -> None:
    said = sentences() | set(words._ATTENTION.values()) | set(words._SHORT.values())
    assert {s for context, s in TRANSLATED if context == "printing"} - said == set()


@pytest.mark.parametrize("kind", get_args(AttentionKind))
def test_each_kind_of_attention_has_a_sentence_with_the_printer(kind: AttentionKind) -> None:
    english = words.attended(Attention(kind), "Máy in 3", "en")
    vietnamese = words.attended(Attention(kind), "Máy in 3", "vi")
    assert "Máy in 3" in english and "Máy in 3" in vietnamese
    assert english != vietnamese
    assert words.said(kind, "vi") not in (kind, words.said(kind, "en"))


def test_what_is_kept_with_a_job_is_said_part_by_part() -> None:
    kept = "paper_out; Tray 2 is upside down; The ribbon is used up."
    assert words.said(kept, "vi") == "hết giấy; Tray 2 is upside down; Đã hết ruy băng."
    assert words.said("", "vi") == ""


def test_the_printers_own_words_stay_behind_the_sentence() -> None:
    told = words.attended(Attention("other", "Tray 2 is upside down"), "B", "vi")
    assert told == "Máy in B cần được kiểm tra. (Tray 2 is upside down)"
    ours = words.attended(Attention("ink_low", "The ribbon is used up."), "B", "vi")
    assert ours.endswith("(Đã hết ruy băng.)")
