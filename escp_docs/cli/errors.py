"""What an error becomes at the command line: a status, words, the option that is at fault."""

import click

from escp_docs import api
from escp_docs.report.faults import fault_lines

OPEN, UNREADABLE, NOT_MADE, INTERRUPTED = 1, 2, 3, 130
_OPTIONS = {
    "call": "'--call'",
    "strand": "'--strand'",
    "partner": "'--without'",
    "document": "'-d'",
    "format": "'-f'",
    "rule": "'CODE'",
}


def usage(error: api.ArgumentError, options: dict[str, str] | None = None) -> click.UsageError:
    """Return what click says of an argument that cannot be meant as it was written.

    Args:
        error: The error.
        options: The options of the command by what they name, where they are not the usual.
    """
    hint = (_OPTIONS | (options or {})).get(error.what)
    said = _said(error)
    return click.BadParameter(said, param_hint=hint) if hint else click.UsageError(said)


def status_of(error: api.EscpError) -> int:
    """Return the exit status of an error."""
    if isinstance(error, api.StillOpenError):
        return OPEN
    unreadable = (
        api.UnreadableError,
        api.RefusedEditError,
        api.TemplateError,
        api.ArgumentError,
    )
    return UNREADABLE if isinstance(error, unreadable) else NOT_MADE


def tell(error: api.EscpError, style: str | None) -> None:
    """Print what is wrong: as an object of JSON where the command was to give one, else as text."""
    if style == "json":
        from escp_docs.cli.own_version import own_version  # noqa: PLC0415  # for programs alone
        from escp_docs.report.json_report import errors_alone  # noqa: PLC0415

        click.echo(errors_alone(_faults(error), own_version()), nl=False)
    else:
        click.echo(told(error), err=True, nl=False)


def told(error: api.EscpError) -> str:
    """Return the lines that say what is wrong."""
    if isinstance(error, api.UnreadableError | api.RefusedEditError | api.TemplateError):
        lines = [line for fault in _faults(error) for line in fault_lines(fault)]
        return "\n".join([*lines, *([f"  or: {error.option}"] if error.option else []), ""])
    return f"error: {_said(error)}\n"


def _said(error: api.EscpError) -> str:
    """Return what an error says, and the option by which its cure is done."""
    return f"{error}: {error.option}" if error.option else str(error)


def _faults(error: api.EscpError) -> tuple[api.Fault, ...]:
    match error:
        case api.UnreadableError() | api.RefusedEditError():
            return error.faults
        case api.TemplateError():
            return (error.fault,)
        case _:
            # Those without a place have their cure on a line of its own.
            fact, _, fix = _said(error).partition("\n  fix: ")
            return (api.Fault(fact, fix or None),)
