"""How each kind of value is stated in a form, and what may be chosen."""

from collections.abc import Iterator
from functools import cache
from typing import Final

from escp_docs.language.english.language import ENGLISH
from escp_docs.model.consortium import ALL
from escp_docs.model.country import CODES
from escp_docs.model.schema import ListOf, Scalar, Shape
from escp_docs.read.plain_values import Raw
from escp_docs.workspace.form_items import FieldControl, Option
from escp_docs.workspace.state import State

_KINDS: Final = {
    "prose": FieldControl.PROSE,
    "flag": FieldControl.FLAG,
    "month": FieldControl.NUMBER,
    "count": FieldControl.NUMBER,
    "number": FieldControl.NUMBER,
    "euro": FieldControl.EURO,
    "share": FieldControl.SHARE,
    "country": FieldControl.CHOICE,
    "choice": FieldControl.CHOICE,
}


def control_of(shape: Shape) -> FieldControl:
    """Return how a value of a form is stated."""
    match shape:
        case ListOf(item=Scalar() as item):
            is_chosen = item.options or (item.refers and item.refers[0] != "key of a partner")
            return FieldControl.SEVERAL if is_chosen else FieldControl.LINES
        case Scalar(kind="date"):
            return FieldControl.DATE if not shape.options else FieldControl.TEXT
        case Scalar() if shape.refers:
            return FieldControl.CHOICE
        case Scalar():
            return _KINDS.get(shape.kind, FieldControl.TEXT)
        case _:
            return FieldControl.TEXT


def options_of(shape: Shape, state: State, name: str) -> tuple[Option, ...]:
    """Return what may be chosen for a value of a form; nothing if anything may be written.

    Args:
        shape: The form.
        state: The spec, whose entries may be named.
        name: The key; of a call and a strand the call file says what there is.
    """
    match shape:
        case ListOf(item=item):
            return options_of(item, state, name)
        case Scalar(options=options) if options:
            return tuple(Option(one, ENGLISH.choice(one)) for one in options)
        case Scalar(kind="flag"):
            return Option("true", "yes"), Option("false", "no")
        case Scalar(kind="country"):
            return countries()
        case Scalar(refers=refers) if refers:
            return tuple(_named(refers, state))
        case _ if name == "strand" and state.spec:
            return tuple(Option(one, f"Strand {one}") for one in state.spec.call.strands)
        case _:
            return ()


@cache
def countries() -> tuple[Option, ...]:
    """Return all countries by their names."""
    found = (Option(code, ENGLISH.country(code)) for code in CODES)
    return tuple(sorted(found, key=lambda one: one.label))


def _named(refers: tuple[str, ...], state: State) -> Iterator[Option]:
    """Yield the entries of a spec that a value may name."""
    known = declared(state.value)
    for what in refers:
        if what in known:
            yield from known[what]
        elif what not in _LISTS and what != ALL:
            yield Option(what, ENGLISH.choice(what))


_LISTS: Final = ("partner", "associated", "work package", "indicator", "target", "key of a partner")


def declared(value: dict[str, Raw]) -> dict[str, list[Option]]:
    """Return the entries of a spec that others may name, by what they are."""
    return {
        "partner": list(_entries(value, ("consortium", "partners"), "short_name", "legal_name")),
        "associated": list(_entries(value, ("consortium", "associated"), "legal_name")),
        "work package": list(_entries(value, ("roadmap", "work_packages"), "title")),
        "indicator": list(_entries(value, ("indicators",), "name")),
        "target": list(_targets(value)),
    }


def _entries(value: Raw, steps: tuple[str, ...], *called: str) -> Iterator[Option]:
    for step in steps:
        value = value.get(step) if isinstance(value, dict) else None
    for one in value if isinstance(value, list) else ():
        name = one.get("id") if isinstance(one, dict) else None
        if isinstance(one, dict) and isinstance(name, str):
            words = next((text for key in called if isinstance(text := one.get(key), str)), "")
            yield Option(name, f"{name} – {words}" if words else name)


def _targets(value: dict[str, Raw]) -> Iterator[Option]:
    found = value.get("target_countries")
    for one in found if isinstance(found, list) else ():
        country = one.get("country") if isinstance(one, dict) else None
        region = one.get("region") if isinstance(one, dict) else None
        if isinstance(country, str):
            yield Option(country, ENGLISH.country(country))
        elif isinstance(region, str):
            yield Option(region, region)
