"""Every text of the command line is there in Vietnamese, with the same placeholders."""

from __future__ import annotations

import ast
import re
from pathlib import Path
from xml.etree import ElementTree

import checkin_app.cli
from checkin_app import assets

SOURCES = sorted(Path(checkin_app.cli.__file__).parent.glob("*.py"))


def _texts_in(tree: ast.AST) -> set[str]:
    found: set[str] = set()

    def take(node: ast.AST) -> None:
        leaves = node.values if isinstance(node, ast.Dict) else ast.walk(node)
        found.update(
            leaf.value
            for leaf in leaves
            if isinstance(leaf, ast.Constant) and isinstance(leaf.value, str)
        )

    for node in ast.walk(tree):
        match node:
            case ast.Call(func=ast.Name(id="say"), args=[first, *_]):
                if isinstance(first, ast.Constant):
                    take(first)
            case ast.keyword(arg="help", value=ast.Constant()):
                take(node.value)
            case ast.Call(func=ast.Attribute(attr="fail"), args=[first, *_]):
                take(first)
            case ast.Call(func=ast.Attribute(attr="progress"), args=[first, *_]):
                take(first)
            case ast.Assign(targets=[ast.Name(id=name)]) if name.endswith(("HEADERS", "_WORDS")):
                take(node.value)
    return found - {""}


def texts() -> set[str]:
    return set().union(*(_texts_in(ast.parse(p.read_text(encoding="utf-8"))) for p in SOURCES))


def translations() -> dict[str, str]:
    tree = ElementTree.parse(assets.resource("translations", "words_vi.ts"))
    [context] = [c for c in tree.iter("context") if c.findtext("name") == "cli"]
    return {
        message.findtext("source", ""): message.findtext("translation", "")
        for message in context.iter("message")
    }


def test_every_text_is_translated_and_no_translation_is_left_over() -> None:
    said, translated = texts(), translations()
    assert sorted(said - translated.keys()) == []
    assert sorted(translated.keys() - said) == []


def test_translations_keep_the_placeholders() -> None:
    for english, vietnamese in translations().items():
        assert vietnamese
        assert sorted(re.findall(r"\{\w+\}", english)) == sorted(
            re.findall(r"\{\w+\}", vietnamese)
        ), english
