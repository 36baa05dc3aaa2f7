"""A new spec: a screenful to fill in, or every key of the format with its meaning."""

from collections.abc import Iterator
from typing import Final

from escp_docs.model.base import SpecModel
from escp_docs.model.schema import Key, ListOf, MapOf, Scalar, Shape, keys
from escp_docs.model.spec import Spec
from escp_docs.read.first_spec import HEAD, FirstFacts, first_spec

SCHEMA_FILE = "spec.schema.json"
_HINTS = {
    "date": "2021-09-01: ",
    "flag": "true | false: ",
    "month": "Project month: ",
    "euro": "Euro: ",
    "share": "Share from 0 to 1: ",
    "country": "Two-letter code: ",
}


_HEAD: Final = (
    "# Take away the # in front of a key, and nothing else, and fill it in. An absent key is a",
    "# question, a value is a statement, and a list that is written is complete: [] says none.",
    "# `escp-docs check` says what is open and whom to ask; `escp-docs build` writes drafts.",
)


def scaffold(facts: FirstFacts, *, full: bool = False) -> str:
    """Return a spec that states what is given, and asks for all the rest.

    Args:
        facts: What it states.
        full: Whether every other key stands there too, commented out, with its meaning.
    """
    stated = list(first_spec(facts))
    head = [f"# yaml-language-server: $schema={SCHEMA_FILE}", *(_HEAD if full else HEAD), ""]
    lines = [*head, *(_every_key(stated) if full else stated)]
    return "\n".join(lines) + "\n"


def _every_key(stated: list[str]) -> Iterator[str]:
    """Yield the lines that state something, and behind those of each part its other keys."""
    parts = _parts(stated)
    for name, key in keys(Spec).items():
        if name not in parts:
            yield ""
            yield from _key(key, 0)
            continue
        if name not in ("call", "strand"):
            yield ""
        yield from parts[name][: _before_entries(name, parts[name])]
        yield from _others(key, parts[name])


def _parts(stated: list[str]) -> dict[str, list[str]]:
    found: dict[str, list[str]] = {}
    for line in stated:
        if not line.startswith(" "):
            found[line.partition(":")[0]] = []
        next(reversed(found.values())).append(line)
    return found


def _others(key: Key, lines: list[str]) -> Iterator[str]:
    """Yield the keys of a part that its lines do not state, and those of its first entry."""
    if isinstance(key.shape, ListOf):
        yield from _entries(key.shape, 1, lines[1:])
    elif isinstance(key.shape, type):
        there = {line.strip().partition(":")[0] for line in lines[1:] if line[2:3] != " "}
        for one in keys(key.shape).values():
            if one.name == "partners":
                assert isinstance(one.shape, ListOf)
                yield from _entries(one.shape, 2, [line for line in lines if line[:4] == "    "])
            elif one.name not in there:
                yield from _key(one, 1)


def _before_entries(name: str, lines: list[str]) -> int:
    """Return how many lines of a part stand before its entries, which have keys of their own."""
    indent = {"consortium": "    -", "target_countries": "  -"}.get(name)
    first = (at for at, line in enumerate(lines) if indent and line.startswith(indent))
    return next(first, len(lines))


def _entries(shape: ListOf, level: int, lines: list[str]) -> Iterator[str]:
    """Yield entries, with what else they can state below the first of them."""
    part = shape.item
    assert isinstance(part, type)
    if not lines:
        yield from _entry(part, level + 1)
        return
    indent = "  " * level
    starts = [at for at, line in enumerate(lines) if line.startswith(f"{indent}- ")]
    first = lines[: starts[1]] if len(starts) > 1 else lines
    yield from first
    there = {line.strip(" -").partition(":")[0] for line in first}
    for one in keys(part).values():
        if one.name not in there:
            yield from _key(one, level + 1)
    yield from lines[len(first) :]


def _key(key: Key, level: int) -> Iterator[str]:
    """Yield the commented lines of a key and of what stands below it."""
    value, hint = _value(key.shape)
    yield _line("  " * level, f"{key.name}:{value}", hint + key.description)
    if isinstance(key.shape, type):
        for one in keys(key.shape).values():
            yield from _key(one, level + 1)
    elif isinstance(key.shape, ListOf) and isinstance(key.shape.item, type):
        yield from _entry(key.shape.item, level + 2)


def _entry(part: type[SpecModel], level: int) -> Iterator[str]:
    """Yield the lines of an entry of a list; the first begins with a hyphen."""
    first, *others = keys(part).values()
    lines = [line for one in (first, *others) for line in _key(one, level)]
    indent = "  " * level
    yield lines[0].replace(f"{indent}#", f"{indent[:-2]}#- ", 1)
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


def _line(indent: str, key: str, meaning: str) -> str:
    # The # alone is taken away, by hand or by an editor that takes a blank behind it along.
    return f"{indent}#{key:<{34 - len(indent)}} # {meaning}"
