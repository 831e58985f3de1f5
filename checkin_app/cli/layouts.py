"""Owns the commands about badge layouts and the paper they go on: layouts list, show, check …"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import asdict
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from checkin_app.cli import failures, output
from checkin_app.cli.invocation import Invocation, pass_invocation
from checkin_app.cli.language import say, spoken
from checkin_app.cli.parts import Group, option
from checkin_app.i18n import say as say_in

if TYPE_CHECKING:
    from checkin_app.badges.layout import Layout, LayoutProblem

_HEADERS = ("Layout", "Width", "Height", "Title")
_SHEET_HEADERS = ("Sheet", "Badges", "Width", "Height", "Title")
_OUT = click.Path(dir_okay=False, path_type=Path)
_FILE = click.Path(exists=True, dir_okay=False, path_type=Path)


@click.group(
    "layouts",
    cls=Group,
    invoke_without_command=True,
    help="List, show and check badge layouts, add one to the event or remove it.",
)
@click.pass_context
def layouts_command(context: click.Context) -> None:
    """The group; alone it lists."""
    if context.invoked_subcommand is None:
        context.invoke(list_)


@layouts_command.command("list", help="List the layouts: built in, and the event's own.")
@pass_invocation
def list_(asked: Invocation) -> None:
    from checkin_app.badges.layout import LAYOUTS

    layouts = _layouts(asked)
    if asked.json:
        output.emit_list(
            {**_record(layout), "built_in": name in LAYOUTS} for name, layout in layouts.items()
        )
        return
    rows = [(la.name, f"{la.width:g}", f"{la.height:g}", _title(la)) for la in layouts.values()]
    output.table([say(header) for header in _HEADERS], rows)


@layouts_command.command("show", help="Print the JSON of a layout.")
@click.argument("name")
@pass_invocation
def show(asked: Invocation, name: str) -> None:
    from checkin_app.badges.layout import LAYOUTS, PAGES, built_in_document
    from checkin_app.domain.errors import NoSuchLayout

    if asked.event is not None:
        with asked.desk() as desk:
            document = desk.layout_document(name)
    elif name in PAGES:
        document = built_in_document(name)
    else:
        raise NoSuchLayout(name=name, known=", ".join(LAYOUTS))
    click.echo(document, nl=False)


@layouts_command.command("check", help="Say what is wrong in a layout file, line by line.")
@click.argument("file", type=_FILE)
@pass_invocation
def check(asked: Invocation, file: Path) -> None:
    layout, problems = _parsed(file)
    if asked.json:
        record = {} if layout is None else _record(layout)
        output.emit({"file": str(file), **record, "problems": [_problem(p) for p in problems]})
    elif layout is not None:
        output.line(say("{file} is a layout: {title}.", file=file, title=_title(layout)))
    else:
        _tell(file, problems)
    if problems:
        raise click.exceptions.Exit(failures.INPUT)


@layouts_command.command("sheets", help="List the sheets that badges can be printed on.")
@pass_invocation
def sheets(asked: Invocation) -> None:
    from checkin_app.badges.layout.sheets import SHEETS

    if asked.json:
        output.emit_list(asdict(sheet) for sheet in SHEETS.values())
        return
    rows = [
        (
            sheet.name,
            sheet.places,
            f"{sheet.cell_width:g}",
            f"{sheet.cell_height:g}",
            sheet.title_vi if spoken() == "vi" else sheet.title_en,
        )
        for sheet in SHEETS.values()
    ]
    output.table([say(header) for header in _SHEET_HEADERS], rows)


@layouts_command.command("test-page", help="Make a test page with rulers for a layout's paper.")
@click.argument("name")
@option("--out", required=True, metavar="FILE.pdf", type=_OUT, help="The PDF file.")
@option("--sheet", default="", metavar="NAME", help="The sheet it is printed on.")
@option("--dpi", type=click.IntRange(100, 2400), default=203, help="The printer's resolution.")
@pass_invocation
def test_page(asked: Invocation, name: str, out: Path, sheet: str, dpi: int) -> None:
    from checkin_app.badges.layout.sheets import SHEETS
    from checkin_app.badges.testpage import write
    from checkin_app.domain.errors import NoSuchLayout, NotPossible
    from checkin_app.exporting.files import unwritable

    layouts = _layouts(asked)
    if name not in layouts:
        raise NoSuchLayout(name=name, known=", ".join(layouts))
    if sheet and sheet not in SHEETS:
        raise NotPossible(
            "There is no sheet “{wanted}”. The sheets are: {known}.",
            wanted=sheet,
            known=", ".join(SHEETS),
        )
    try:
        write(out, layouts[name], sheet=SHEETS.get(sheet), dpi=dpi)
    except OSError as error:
        raise unwritable(out, error) from error
    if asked.json:
        output.emit({"file": str(out)})
    else:
        output.notice(say("The test page is in {file}.", file=out))


@layouts_command.command("add", help="Add a layout file to the event, or put it in place of one.")
@click.argument("file", type=_FILE)
@option("--operator", default="", metavar="NAME", help="Who works at the desk.")
@pass_invocation
def add(asked: Invocation, file: Path, operator: str) -> None:
    from checkin_app.badges.layout.files import read_document

    layout, problems = _parsed(file)
    if layout is None:
        _tell(file, problems)
        raise click.exceptions.Exit(failures.INPUT)
    with asked.desk(write=True) as desk:
        desk.save_layout(read_document(file), operator=operator)
    if asked.json:
        output.emit(_record(layout))
    else:
        output.notice(say("The layout {name} is kept in the event.", name=layout.name))


@layouts_command.command("remove", help="Remove a layout of the event.")
@click.argument("name")
@option("--operator", default="", metavar="NAME", help="Who works at the desk.")
@pass_invocation
def remove(asked: Invocation, name: str, operator: str) -> None:
    with asked.desk(write=True) as desk:
        desk.remove_layout(name, operator=operator)
    if asked.json:
        output.emit({"removed": name})
    else:
        output.notice(say("The layout {name} is removed.", name=name))


def _layouts(asked: Invocation) -> Mapping[str, Layout]:
    """Those of the event that is named, else the built-in ones."""
    from checkin_app.badges.layout import LAYOUTS

    if asked.event is None:
        return LAYOUTS
    with asked.desk() as desk:
        return desk.layouts()


def _parsed(file: Path) -> tuple[Layout | None, tuple[LayoutProblem, ...]]:
    from checkin_app.badges.layout import LayoutError, parse
    from checkin_app.badges.layout.files import read_document

    try:
        return parse(read_document(file)), ()
    except LayoutError as error:
        return None, error.problems


def _tell(file: Path, problems: tuple[LayoutProblem, ...]) -> None:
    for problem in problems:
        output.notice(f"{file}: {_sentence(problem)}")


def _sentence(problem: LayoutProblem) -> str:
    return say_in(spoken(), "errors", problem.sentence, **problem.details)


def _problem(problem: LayoutProblem) -> dict[str, Any]:
    return {"line": problem.line, "path": problem.path, "problem": _sentence(problem)}


def _title(layout: Layout) -> str:
    return layout.title_vi if spoken() == "vi" else layout.title_en


def _record(layout: Layout) -> dict[str, Any]:
    return {
        "name": layout.name,
        "title_en": layout.title_en,
        "title_vi": layout.title_vi,
        "width": layout.width,
        "height": layout.height,
        "fold": layout.fold,
        "sides": layout.sides,
        "media": layout.media,
    }
