"""What a shell offers for our arguments and options."""

from collections.abc import Iterable
from typing import TYPE_CHECKING

import click

from escp_docs import api

if TYPE_CHECKING:
    from click.shell_completion import CompletionItem

Offers = list["CompletionItem"]


def specs(ctx: click.Context, param: click.Parameter, incomplete: str) -> Offers:
    """Offer files and folders."""
    del ctx, param
    return [_item(incomplete, kind="file")]


def documents(ctx: click.Context, param: click.Parameter, incomplete: str) -> Offers:
    """Offer the names of documents."""
    del ctx, param
    return _beginning(incomplete, api.document_names())


def formats(ctx: click.Context, param: click.Parameter, incomplete: str) -> Offers:
    """Offer the formats that some document has."""
    del ctx, param
    return _beginning(incomplete, api.format_names())


def codes(ctx: click.Context, param: click.Parameter, incomplete: str) -> Offers:
    """Offer the codes of rules, each with its name."""
    del ctx, param
    return [
        _item(rule.code, rule.name)
        for rule in api.rules()
        if rule.code.startswith(incomplete.upper())
    ]


def calls(ctx: click.Context, param: click.Parameter, incomplete: str) -> Offers:
    """Offer the calls that ship with the program."""
    del ctx, param
    return _beginning(incomplete, api.call_ids())


def keys(ctx: click.Context, param: click.Parameter, incomplete: str) -> Offers:
    """Offer the keys of the spec that is named, one step at a time."""
    del param
    spec = ctx.params.get("spec") or next(iter(ctx.args), None)  # the latter behind an option
    return _beginning(incomplete, api.key_names(spec, incomplete) if spec else ())


def _beginning(incomplete: str, words: Iterable[str]) -> Offers:
    return [_item(word) for word in words if word.startswith(incomplete)]


def _item(value: str, about: str | None = None, kind: str = "plain") -> "CompletionItem":
    from click.shell_completion import CompletionItem  # noqa: PLC0415  # for shells alone

    return CompletionItem(value, type=kind, help=about)
