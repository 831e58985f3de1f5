"""Owns the pieces commands are made of: click's, speaking the chosen language."""

from __future__ import annotations

import importlib
from collections.abc import Callable, Mapping
from datetime import date, datetime
from typing import Any, cast

import click
from click import Context, HelpFormatter, Parameter

from checkin_app.cli.invocation import Invocation
from checkin_app.cli.language import say

Function = Callable[..., Any]


class Option(click.Option):
    def get_help_record(self, ctx: Context) -> tuple[str, str] | None:
        record = super().get_help_record(ctx)
        return (record[0], say(self.help or "")) if record else None


def _late_options() -> list[click.Parameter]:
    """The group's options, understood behind the command as well."""

    def keep(ctx: Context, param: Parameter, value: Any) -> None:
        if value is not None and param.name is not None:
            ctx.find_object(Invocation).take(param.name, value)  # type: ignore[union-attr]

    def late(*names: str, **attributes: Any) -> Option:
        return Option(names, expose_value=False, hidden=True, callback=keep, **attributes)

    return [
        late("--event", type=click.Path()),
        late("--lang", type=click.Choice(["vi", "en"])),
        late("--json", is_flag=True, default=None),
        late("--debug", is_flag=True, default=None),
    ]


class _Spoken(click.Command):
    def format_usage(self, ctx: Context, formatter: HelpFormatter) -> None:
        pieces = " ".join(self.collect_usage_pieces(ctx))
        formatter.write_usage(ctx.command_path, pieces, prefix=say("Usage:") + " ")

    def format_help_text(self, ctx: Context, formatter: HelpFormatter) -> None:
        formatter.write_paragraph()
        with formatter.indentation():
            formatter.write_text(say(self.help or ""))

    def format_options(self, ctx: Context, formatter: HelpFormatter) -> None:
        options = [p for p in self.get_params(ctx) if isinstance(p, click.Option)]
        records = [option.get_help_record(ctx) for option in options]
        if rows := [record for record in records if record]:
            with formatter.section(say("Options")):
                formatter.write_dl(rows)

    def get_short_help_str(self, limit: int = 45) -> str:
        return say(self.help or "")

    def get_help_option(self, ctx: Context) -> click.Option | None:
        option = super().get_help_option(ctx)
        if option is not None:
            option.help = say("Show this text and stop.")
        return option


class Command(_Spoken):
    """A command; its `help` is one text, said in the chosen language."""

    def __init__(self, *args: Any, **attributes: Any) -> None:
        super().__init__(*args, **attributes)
        taken = {name for param in self.params for name in param.opts}
        self.params += [p for p in _late_options() if not taken & set(p.opts)]


class Group(_Spoken, click.Group):
    """Commands of which each lives in a module that is imported when it is called."""

    command_class = Command

    def __init__(self, *args: Any, lazy: Mapping[str, str] | None = None, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self._lazy = dict(lazy or {})

    def list_commands(self, ctx: Context) -> list[str]:
        return [*self._lazy, *super().list_commands(ctx)]

    def get_command(self, ctx: Context, cmd_name: str) -> click.Command | None:
        place = self._lazy.get(cmd_name)
        if place is None:
            return super().get_command(ctx, cmd_name)
        module = importlib.import_module(f"checkin_app.cli.{place}")
        return cast(click.Command, getattr(module, f"{cmd_name}_command".replace("-", "_")))

    def resolve_command(
        self, ctx: Context, args: list[str]
    ) -> tuple[str | None, click.Command | None, list[str]]:
        if not args[0].startswith("-") and self.get_command(ctx, args[0]) is None:
            raise click.UsageError(say("There is no command “{name}”.", name=args[0]), ctx)
        return super().resolve_command(ctx, args)

    def format_options(self, ctx: Context, formatter: HelpFormatter) -> None:
        super().format_options(ctx, formatter)
        self.format_commands(ctx, formatter)

    def format_commands(self, ctx: Context, formatter: HelpFormatter) -> None:
        found = [(name, self.get_command(ctx, name)) for name in self.list_commands(ctx)]
        rows = [(name, command.get_short_help_str()) for name, command in found if command]
        with formatter.section(say("Commands")):
            formatter.write_dl(rows)


def command(name: str, help: str, **attributes: Any) -> Callable[[Function], Command]:
    """Makes a function a command; `help` is English and the key of its translation."""
    return click.command(name, cls=Command, help=help, **attributes)


def option(*names: str, help: str, **attributes: Any) -> Callable[[Function], Function]:
    return click.option(*names, cls=Option, help=help, **attributes)


class Moment(click.ParamType[datetime]):
    """A time with its offset, ISO 8601."""

    name = "time"

    def convert(self, value: Any, param: Parameter | None, ctx: Context | None) -> datetime:
        if isinstance(value, datetime):
            return value
        try:
            at = datetime.fromisoformat(value)
        except ValueError:
            at = None
        if at is None or at.tzinfo is None:
            self.fail(
                "write the time with its offset, as in 2026-11-25T08:00:00+07:00.", param, ctx
            )
        return at


class Day(click.ParamType[date]):
    """A calendar day, ISO 8601."""

    name = "date"

    def convert(self, value: Any, param: Parameter | None, ctx: Context | None) -> date:
        if isinstance(value, date):
            return value
        try:
            return date.fromisoformat(value)
        except ValueError:
            self.fail("write the day as year-month-day, as in 2026-11-25.", param, ctx)


MOMENT = Moment()
DAY = Day()
