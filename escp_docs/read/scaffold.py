"""The first spec of a newcomer: every key of the format with its meaning, to fill in."""

import json
from collections.abc import Iterator

from escp_docs.model.part import Part
from escp_docs.model.shape import Key, Mapping, Scalar, Sequence, Shape, keys
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


def scaffold(call: str, strand: str | None, acronym: str) -> str:
    """Return a spec that states call, strand and acronym, and asks for all the rest.

    What is commented out is not stated; uncomment a line and fill it in.
    """
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
            lines += ["", *_key(key, 0)]
    return "\n".join(lines) + "\n"


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
    elif isinstance(key.shape, Sequence) and isinstance(key.shape.item, type):
        yield from _entry(key.shape.item, level + 2)


def _entry(part: type[Part], level: int) -> Iterator[str]:
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
        case Sequence(item=Scalar(options=options)) if options:
            return " []", f"of {' | '.join(options)}: "
        case Sequence(item=type()):
            return "", ""
        case Sequence():
            return " []", ""
        case Mapping():
            return " {}", "By id: "
        case _:
            return "", ""


def _line(key: str, meaning: str) -> str:
    return f"# {key:<34} # {meaning}"
