"""What `init` asks for in a terminal or reads from options: partners by country, and targets."""

from collections.abc import Iterable

import click
from pydantic import TypeAdapter, ValidationError

from escp_docs.model.scalar import Country, Identifier

_COUNTRY: TypeAdapter[str] = TypeAdapter(Country)
_IDENTIFIER: TypeAdapter[str] = TypeAdapter(Identifier)


def partners(given: Iterable[str]) -> dict[str, str]:
    """Return the country of each partner by its id, from texts such as CMC:PT.

    Raises:
        click.BadParameter: a text is not so, an id stands twice, or there is no such country.
    """
    found: dict[str, str] = {}
    for text in given:
        _add_partner(found, text.replace(":", " "), "--partner")
    return found


def targets(given: Iterable[str]) -> tuple[str, ...]:
    """Return codes of countries, each once.

    Raises:
        click.BadParameter: there is no such country.
    """
    return tuple(dict.fromkeys(_valid(_COUNTRY, text.upper(), "--target") for text in given))


def ask_partners() -> dict[str, str]:
    """Return what the user says, partner by partner, until an empty line."""
    found: dict[str, str] = {}
    while True:
        name = "Coordinator" if not found else f"Partner {len(found) + 1}, or Enter to go on"
        text = click.prompt(name, default="", show_default=False)
        if not text.strip():
            return found
        try:
            _add_partner(found, text, name)
        except click.BadParameter as error:
            click.echo(f"  {error.message}")


def ask_targets() -> tuple[str, ...]:
    """Return the codes of countries that the user names in one line."""
    while True:
        text = click.prompt("Target countries, as in CA BR", default="", show_default=False)
        try:
            return targets(text.replace(",", " ").split())
        except click.BadParameter as error:
            click.echo(f"  {error.message}")


def _add_partner(found: dict[str, str], text: str, hint: str) -> None:
    words = text.split()
    if len(words) != 2:  # noqa: PLR2004  # an id and a country
        raise click.BadParameter(f"{text!r} is not a short name and a country", param_hint=hint)
    name = _valid(_IDENTIFIER, words[0], hint)
    if name.casefold() in {one.casefold() for one in found}:
        raise click.BadParameter(f"{name} stands there twice", param_hint=hint)
    found[name] = _valid(_COUNTRY, words[1].upper(), hint)


def _valid(kind: TypeAdapter[str], text: str, hint: str) -> str:
    try:
        return kind.validate_python(text)
    except ValidationError as error:
        raise click.BadParameter(
            error.errors()[0]["msg"].removeprefix("is "), param_hint=hint
        ) from error
