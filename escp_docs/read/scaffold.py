"""The first spec of a newcomer: every key of the format with its meaning, to fill in."""

import json
from collections.abc import Iterable, Iterator, Mapping
from types import MappingProxyType

from escp_docs.model.base import SpecModel
from escp_docs.model.schema import Key, ListOf, MapOf, Scalar, Shape, keys
from escp_docs.model.spec import Spec

SCHEMA_FILE = "spec.schema.json"
_HINTS = {
    "date": "2021-09-01: ",
    "flag": "true | false: ",
    "month": "Project month: ",
    "euro": "Euro: ",
    "share": "Share from 0 to 1: ",
    "country": "Two-letter code: ",
}


def scaffold(
    call: str,
    strand: str | None,
    acronym: str,
    partners: Mapping[str, str] = MappingProxyType({}),
    targets: Iterable[str] = (),
) -> str:
    """Return a spec that states what is given, and asks for all the rest.

    What is commented out is not stated; uncomment a line and fill it in.

    Args:
        call: Its id.
        strand: A strand of it.
        acronym: Of the project.
        partners: The country of each partner by its id, the coordinator first.
        targets: Codes of target countries.
    """
    stated = {
        "consortium": lambda key: _consortium(key, partners) if partners else _key(key, 0),
        "target_countries": lambda key: _targets(key, tuple(targets)),
    }
    lines = [
        f"# yaml-language-server: $schema={SCHEMA_FILE}",
        "# Remove the # before a key and fill it in. An absent key is a question, a value is a",
        "# statement, and a list that is written is complete: [] says none. Prose is Markdown.",
        "# `escp-docs check` says what is open and whom to ask; `escp-docs build` writes drafts.",
        "",
        f"call: {call}",
        *([f"strand: {strand}"] if strand else _key(keys(Spec)["strand"], 0)),
        "",
        "project:",
        f"  acronym: {_quoted(acronym)}",
    ]
    for name, key in keys(Spec).items():
        if name in ("call", "strand"):
            continue
        if name == "project":
            part = key.shape
            assert isinstance(part, type)
            rest = [one for one in keys(part).values() if one.name != "acronym"]
            lines += [line for one in rest for line in _key(one, 1)]
        else:
            lines += ["", *stated.get(name, lambda key: _key(key, 0))(key)]
    return "\n".join(lines) + "\n"


def _consortium(key: Key, partners: Mapping[str, str]) -> Iterator[str]:
    """Yield the lines of a consortium whose partners are known by id and country."""
    assert isinstance(key.shape, type)
    yield f"{key.name}:"
    for one in keys(key.shape).values():
        if one.name == "coordinator":
            yield f"  coordinator: {next(iter(partners))}"
        elif one.name == "partners":
            yield "  partners:"
            yield from _entries(
                one, 2, [{"id": name, "country": country} for name, country in partners.items()]
            )
        else:
            yield from _key(one, 1)


def _targets(key: Key, targets: tuple[str, ...]) -> Iterator[str]:
    """Yield the lines of the target countries, commented out if none is known."""
    if not targets:
        yield from _key(key, 0)
        return
    yield f"{key.name}:"
    yield from _entries(key, 1, [{"country": code} for code in targets])


def _entries(key: Key, level: int, entries: list[dict[str, str]]) -> Iterator[str]:
    """Yield the entries of a list, with what else they can state below the first of them."""
    assert isinstance(key.shape, ListOf)
    part = key.shape.item
    assert isinstance(part, type)
    indent = "  " * level
    for index, entry in enumerate(entries):
        for number, (name, value) in enumerate(entry.items()):
            written = _quoted(value) if value.casefold() == "null" else value
            yield f"{indent}{' ' if number else '-'} {name}: {written}"
        if index == 0:
            for one in keys(part).values():
                if one.name not in entry:
                    yield from _key(one, level + 1)
        elif index == 1:
            yield f"# {indent}  # and the other keys, as above"


def _quoted(text: str) -> str:
    # A JSON string is a YAML string.
    return json.dumps(text, ensure_ascii=False)


def _key(key: Key, level: int) -> Iterator[str]:
    """Yield the commented lines of a key and of what stands below it."""
    value, hint = _value(key.shape)
    yield _line(f"{'  ' * level}{key.name}:{value}", hint + key.description)
    if isinstance(key.shape, type):
        for one in keys(key.shape).values():
            yield from _key(one, level + 1)
    elif isinstance(key.shape, ListOf) and isinstance(key.shape.item, type):
        yield from _entry(key.shape.item, level + 2)


def _entry(part: type[SpecModel], level: int) -> Iterator[str]:
    """Yield the lines of an entry of a list; the first begins with a hyphen."""
    lines = [line for one in keys(part).values() for line in _key(one, level)]
    indent = "  " * level
    yield lines[0].replace(f"# {indent}", f"# {indent[:-2]}- ", 1)
    yield from lines[1:]


def _value(shape: Shape) -> tuple[str, str]:
    """Return what stands after the colon, and what to write there."""
    match shape:
        case Scalar(kind="prose"):
            return " |", "Prose: "
        case Scalar(options=options) if options:
            return "", f"{' | '.join(options)}: "
        case Scalar(kind=kind):
            return "", _HINTS.get(kind, "")
        case ListOf(item=Scalar(options=options)) if options:
            return " []", f"of {' | '.join(options)}: "
        case ListOf(item=type()):
            return "", ""
        case ListOf():
            return " []", ""
        case MapOf():
            return " {}", "By id: "
        case _:
            return "", ""


def _line(key: str, meaning: str) -> str:
    return f"# {key:<34} # {meaning}"
