"""Arguments that name something known: a call, a strand, a rule; else the nearest spelling."""

from collections.abc import Iterable, Mapping, Sequence

import click

from escp_docs.model.call import Call
from escp_docs.read.plain_values import nearest


def unknown(what: str, name: str, known: Sequence[str]) -> str:
    """Return the message on a name that nothing has, with the nearest one."""
    near = nearest(name, known)
    hint = f"did you mean {near}?" if near else f"there is {', '.join(known) or 'none'}"
    return f"there is no {what} {name!r}; {hint}"


def call_named(name: str, calls: Mapping[str, Call]) -> Call:
    """Return the call with an id, whatever its case.

    Raises:
        BadParameter: there is no such call.
    """
    found = calls.get(name.strip().casefold())
    if found is None:
        raise click.BadParameter(unknown("call", name, tuple(calls)), param_hint="'--call'")
    return found


def strand_named(name: str, call: Call) -> str:
    """Return a strand of a call as the call writes it.

    Raises:
        BadParameter: the call has no such strand.
    """
    by_folded = {strand.casefold(): strand for strand in call.strands}
    found = by_folded.get(name.strip().casefold())
    if found is None:
        message = unknown(f"strand in {call.id}", name, tuple(call.strands))
        raise click.BadParameter(message, param_hint="'--strand'")
    return found


def check_codes(option: str, codes: Iterable[str], known: Sequence[str]) -> None:
    """Raise for a code that is no rule's, nor the beginning of one.

    Raises:
        BadParameter: there is no such rule.
    """
    for code in codes:
        if not any(one.startswith(code) for one in known):
            families = sorted({one[:3] for one in known})
            message = unknown("rule", code, (*known, *families))
            raise click.BadParameter(message, param_hint=f"'{option}'")
