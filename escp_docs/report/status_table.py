"""Several specs at a glance: a row each."""

from collections.abc import Sequence
from typing import Final

from escp_docs.judging.status import Status
from escp_docs.report.terminal_text import visible

_HEADS: Final = ("spec", "verdict", "missing", "decide", "unconfirmed", "until", "owed by")


def table(found: Sequence[Status], unreadable: Sequence[str]) -> str:
    """Return a table of specs, and below it those that cannot be read."""
    rows = [_HEADS, *map(_row, found), *(_unreadable(name) for name in unreadable)]
    widths = [max(len(row[column]) for row in rows) for column in range(len(_HEADS))]
    lines = (
        "  ".join(
            cell.rjust(width) if cell.isdigit() else cell.ljust(width)
            for cell, width in zip(row, widths, strict=True)
        ).rstrip()
        for row in rows
    )
    return "".join(f"{line}\n" for line in lines)


def _row(one: Status) -> tuple[str, ...]:
    facts = one.open_facts
    owing = dict.fromkeys(fact.ask for fact in facts.missing)
    return (
        visible(one.spec),
        one.verdict.standing.value,
        str(len(facts.missing)),
        str(sum(fact.urgent for fact in facts.missing)),
        str(len(facts.unconfirmed)),
        one.deadline.isoformat() if one.deadline else "-",
        visible(", ".join(owing)) or "-",
    )


def _unreadable(name: str) -> tuple[str, ...]:
    return (visible(name), "unreadable", *("-" for _ in _HEADS[2:]))
