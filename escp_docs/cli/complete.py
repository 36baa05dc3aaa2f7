"""What a shell offers for our arguments and options."""

from collections.abc import Iterable

import click
from click.shell_completion import CompletionItem

Offers = list[CompletionItem]


def specs(ctx: click.Context, param: click.Parameter, incomplete: str) -> Offers:
    """Offer files and folders."""
    del ctx, param
    return [CompletionItem(incomplete, type="file")]


def documents(ctx: click.Context, param: click.Parameter, incomplete: str) -> Offers:
    """Offer the names of documents."""
    from escp_docs.compose.document_types import names  # noqa: PLC0415  # not before it is asked for

    del ctx, param
    return _beginning(incomplete, names())


def formats(ctx: click.Context, param: click.Parameter, incomplete: str) -> Offers:
    """Offer the formats that some document has."""
    from escp_docs.compose.document_types import FORMATS  # noqa: PLC0415

    del ctx, param
    return _beginning(incomplete, FORMATS)


def codes(ctx: click.Context, param: click.Parameter, incomplete: str) -> Offers:
    """Offer the codes of rules, each with its name."""
    from escp_docs.rules import BY_CODE  # noqa: PLC0415

    del ctx, param
    return [
        CompletionItem(code, help=rule.name)
        for code, rule in BY_CODE.items()
        if code.startswith(incomplete.upper())
    ]


def calls(ctx: click.Context, param: click.Parameter, incomplete: str) -> Offers:
    """Offer the calls that ship with the program."""
    from escp_docs.files import call_sources  # noqa: PLC0415

    del ctx, param
    return _beginning(incomplete, call_sources())


def _beginning(incomplete: str, words: Iterable[str]) -> Offers:
    return [CompletionItem(word) for word in words if word.startswith(incomplete)]
