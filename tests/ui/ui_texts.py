"""The texts of the window: found in the source, merged into the translation file.

`python tests/ui/ui_texts.py` puts new texts into resources/translations/ui_vi.ts, unfinished,
and takes out those that are no longer said.
"""

from __future__ import annotations

import ast
from pathlib import Path
from xml.etree import ElementTree
from xml.sax.saxutils import escape

ROOT = Path(__file__).parents[2]
FILE = ROOT / "resources" / "translations" / "ui_vi.ts"

Text = tuple[str, str]


def texts() -> dict[Text, bool]:
    """Context and text of each `translate` call, and whether it has a plural."""
    found: dict[Text, bool] = {}
    for file in sorted((ROOT / "checkin_app" / "ui").rglob("*.py")):
        for node in ast.walk(ast.parse(file.read_text("utf-8"))):
            if not isinstance(node, ast.Call):
                continue
            name = getattr(node.func, "id", getattr(node.func, "attr", ""))
            if name != "translate" or len(node.args) < 2:
                continue
            values = [a.value for a in node.args[:2] if isinstance(a, ast.Constant)]
            if len(values) == 2:
                found[str(values[0]), str(values[1])] = len(node.args) > 3
    return found


def translations() -> dict[Text, str]:
    """What the file says; unfinished texts are empty."""
    if not FILE.exists():
        return {}
    said: dict[Text, str] = {}
    for context in ElementTree.parse(FILE).iter("context"):
        name = context.findtext("name", "")
        for message in context.iter("message"):
            element = message.find("translation")
            form = element.find("numerusform") if element is not None else None
            best = form if form is not None else element
            said[name, message.findtext("source", "")] = (
                (best.text or "") if best is not None else ""
            )
    return said


def write(said: dict[Text, str]) -> None:
    """Writes the file anew, contexts and texts in order."""
    wanted = texts()
    lines = ['<?xml version="1.0" encoding="utf-8"?>', "<!DOCTYPE TS>"]
    lines.append('<TS version="2.1" language="vi_VN" sourcelanguage="en">')
    for context in sorted({c for c, _ in wanted}):
        lines += ["<context>", f"    <name>{escape(context)}</name>"]
        for (where, source), plural in sorted(wanted.items()):
            if where != context:
                continue
            text = escape(said.get((where, source), ""))
            open_tag = "<translation>" if text else '<translation type="unfinished">'
            body = f"<numerusform>{text}</numerusform>" if plural else text
            lines.append('    <message numerus="yes">' if plural else "    <message>")
            lines.append(f"        <source>{escape(source)}</source>")
            lines.append(f"        {open_tag}{body}</translation>")
            lines.append("    </message>")
        lines.append("</context>")
    lines.append("</TS>")
    FILE.write_text("\n".join(lines) + "\n", "utf-8")


if __name__ == "__main__":
    write(translations())
    missing = [text for text in texts() if not translations().get(text)]
    for context, source in missing:
        print(f"{context}: {source}")
