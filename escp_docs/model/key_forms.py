"""What each key of a spec holds, in words: for the reference and for whoever asks for a key."""

from collections.abc import Iterator
from typing import Final

from msgspec import Struct

from escp_docs.model.base import SpecModel
from escp_docs.model.schema import Key, ListOf, MapOf, Scalar, Shape, keys
from escp_docs.model.spec import Spec
from escp_docs.pattern import pattern
from escp_docs.spelling import nearest

_KINDS: Final = {
    "text": "text",
    "prose": "prose in Markdown",
    "flag": "`true` or `false`",
    "month": "project month, from 1",
    "count": "whole number, from 0",
    "number": "number, from 0",
    "euro": "euro, at most two decimals",
    "share": "share from 0 to 1, or a fraction such as `2/3`",
    "date": "date, as `2021-09-01`",
    "country": "two-letter country code",
    "id": "id: a letter, then up to 29 letters, digits, `.`, `_`, `-`",
}
_MARKS: Final = pattern(r"\[[^\]]*\]|\{\}")


class KeyForm(Struct, frozen=True):
    """A key with its path, in which `[]` is an entry of a list and `{}` one of a mapping by id."""

    path: str
    key: Key
    holds: str

    @property
    def plain_path(self) -> str:
        """The path without marks: `consortium.partners.country`."""
        return _MARKS.sub("", self.path)


def key_forms(key: Key, above: str = "") -> Iterator[KeyForm]:
    """Yield a key and those below it, in the order of the format."""
    path = f"{above}.{key.name}" if above else key.name
    holds, part, mark = _holds(key.shape)
    required = ", required" if key.required else ""
    yield KeyForm(path + mark, key, holds + required)
    for inner in keys(part).values() if part else ():
        yield from key_forms(inner, path + mark)


def named(name: str) -> tuple[KeyForm, ...]:
    """Return the keys of a path, with or without entries, or of the end of one; none if none."""
    plain = _MARKS.sub("", name)
    return tuple(
        one
        for key in keys(Spec).values()
        for one in key_forms(key)
        if one.plain_path == plain or one.plain_path.endswith(f".{plain}")
    )


def near_path(name: str) -> str | None:
    """Return the path, or end of one, of a key that a name which is none may mean; None if none.

    Step by step it is spelt most like the name: `project.acronym` for `project.acronm`.
    """
    steps = _MARKS.sub("", name).split(".")
    every = (one.plain_path.split(".") for key in keys(Spec).values() for one in key_forms(key))
    ends = {tuple(one[-len(steps) :]) for one in every if len(one) >= len(steps)}
    for at, step in enumerate(steps):
        near = nearest(step, sorted({end[at] for end in ends}))
        ends = {end for end in ends if end[at] == near}
    return ".".join(ends.pop()) if ends else None


def holds(shape: Shape) -> str:
    """Return what stands under a key of a form, in plain words; empty where keys stand below."""
    words = _holds(shape)[0].replace("`", "")
    return "" if words in ("keys", "list") else words


def _holds(shape: Shape) -> tuple[str, type[SpecModel] | None, str]:
    """Return what stands under a key, the part whose keys go on, and the mark behind the key."""
    match shape:
        case Scalar():
            return _scalar(shape), None, ""
        case ListOf(item=item):
            inner, part, mark = _holds(item)
            return ("list" if part else f"list of {inner}"), part, f"[]{mark}"
        case MapOf(value=value):
            inner, part, mark = _holds(value)
            return f"{inner} by id", part, f"{{}}{mark}"
        case _:
            return "keys", shape, ""


def _scalar(shape: Scalar) -> str:
    if shape.options:
        words = " | ".join(f"`{option}`" for option in shape.options)
        return f"{words}, or a date" if shape.kind == "date" else words
    if shape.refers:
        return f"id of a {' or '.join(shape.refers)}"
    return _KINDS[shape.kind]
