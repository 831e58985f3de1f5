"""Owns the exit status of every failure, and the one sentence that is said about it."""

from __future__ import annotations

import errno
import os
import re
import sys
import traceback

import click
from click.exceptions import (
    Abort,
    BadOptionUsage,
    BadParameter,
    MissingParameter,
    NoSuchOption,
    UsageError,
)

from checkin_app import i18n
from checkin_app.cli.language import say, sentence, spoken
from checkin_app.domain.errors import (
    BundleError,
    CheckinError,
    DeviceError,
    HubError,
    RosterError,
    StoreError,
)

DONE = 0
BUG = 1
USAGE = 2
INPUT = 3
STORE = 4
HUB = 5
DEVICE = 6
INTERRUPTED = 130
BROKEN_PIPE = 141

_FULL = (errno.ENOSPC, errno.EDQUOT, errno.EFBIG)

_STATUS: tuple[tuple[type[CheckinError], int], ...] = (
    (RosterError, INPUT),
    (StoreError, STORE),
    (BundleError, INPUT),
    (HubError, HUB),
    (DeviceError, DEVICE),
    (CheckinError, USAGE),
)


def exit_status(error: BaseException) -> int:
    """What the program ends with after `error`; the table of the contract."""
    match error:
        case CheckinError():
            return next(status for family, status in _STATUS if isinstance(error, family))
        case UsageError():
            return USAGE
        case KeyboardInterrupt() | Abort() | EOFError():
            return INTERRUPTED
        case BrokenPipeError():
            return BROKEN_PIPE
        case OSError():
            return USAGE
        case _:
            return BUG


def report(error: BaseException, *, debug: bool) -> int:
    """Says on standard error what happened and what to do; the exit status."""
    status = exit_status(error)
    if status == BROKEN_PIPE:
        _let_go_of_output()
        return status
    if debug:
        traceback.print_exception(error)
    print(_sentence(error), file=sys.stderr)
    if isinstance(error, OSError) and error.errno in _FULL:
        _let_go_of_output()
    return status


def _sentence(error: BaseException) -> str:
    match error:
        case CheckinError():
            return sentence(error)
        case UsageError():
            return _usage_sentence(error)
        case KeyboardInterrupt() | Abort() | EOFError():
            return say("Stopped. What was shown as done is done.")
        case OSError() if error.errno in _FULL:
            return say("There is no space left for what is printed here. Free some, then go on.")
        case OSError():
            return say(
                "{file} cannot be used: {why}.",
                file=error.filename or say("A file"),
                why=i18n.say(spoken(), "errors", error.strerror or type(error).__name__),
            )
        case _:
            return say(
                "Something is wrong inside the program ({kind}). Do it again with --debug and send"
                " what it prints to its makers.",
                kind=type(error).__name__,
            )


def _usage_sentence(error: UsageError) -> str:
    match error:
        case NoSuchOption():
            text = say("There is no option {name}.", name=error.option_name)
        case BadOptionUsage():
            text = _option_sentence(error)
        case MissingParameter():
            text = say("{name} is missing.", name=_parameter(error))
        case BadParameter() if error.param is not None:
            text = _value_sentence(error)
        case _:
            text = _other_sentence(error)
    if error.ctx is None:
        return text
    return text + " " + say("Help: {command} --help", command=error.ctx.command_path)


def _value_sentence(error: BadParameter) -> str:
    choices = getattr(getattr(error.param, "type", None), "choices", None)
    if choices:
        return say(
            "{name} is one of: {choices}.", name=_parameter(error), choices=", ".join(choices)
        )
    match error.param and error.param.type:
        case click.IntRange(min=least, max=most):
            return say(
                "{name} is a whole number from {least} to {most}.",
                name=_parameter(error),
                least=least,
                most=most,
            )
        case click.types.IntParamType():
            return say("{name} is a whole number.", name=_parameter(error))
    return say(
        "{name} cannot be used: {why}",
        name=_parameter(error),
        why=say(error.message),
    )


def _option_sentence(error: BadOptionUsage) -> str:
    if "not take" in error.message:
        return say("{name} takes no value.", name=error.option_name)
    return say("{name} needs a value.", name=error.option_name)


def _other_sentence(error: UsageError) -> str:
    extra = re.fullmatch(r"Got unexpected extra arguments? \((.*)\)", error.message)
    if extra:
        return say("These words are too many: {words}.", words=extra[1])
    return error.format_message()


def _parameter(error: BadParameter) -> str:
    if error.param is None:
        return str(error.param_hint or "")
    if error.param.param_type_name == "option":
        return error.param.opts[-1] if len(error.param.opts) == 1 else error.param.opts[0]
    return error.param.human_readable_name


def _let_go_of_output() -> None:
    """What the interpreter would still flush goes nowhere: nobody reads it, or the disk is full."""
    nowhere = os.open(os.devnull, os.O_WRONLY)
    for stream in (sys.stdout, sys.stderr):
        try:
            os.dup2(nowhere, stream.fileno())
        except (OSError, ValueError):
            continue
    os.close(nowhere)
