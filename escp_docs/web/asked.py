"""What a page asks for, read from JSON that anybody may have written."""

import json
from collections.abc import Mapping
from typing import Any

from msgspec import Struct
from starlette.requests import Request

from escp_docs import api

Raw = Any
"""A plain value of a spec, as JSON has it."""


class Body(Struct, frozen=True):
    """The JSON object of a request, each value asked for by its kind."""

    values: Mapping[str, Any]

    def text(self, name: str, default: str | None = None) -> str:
        """Return a text.

        Raises:
            ArgumentError: there is none, and no default.
        """
        found = self.values.get(name, default)
        if not isinstance(found, str):
            raise api.ArgumentError(f"{name} has to be a text")
        return found

    def number(self, name: str, default: int = 0) -> int:
        """Return a whole number."""
        found = self.values.get(name, default)
        if not isinstance(found, int) or isinstance(found, bool):
            raise api.ArgumentError(f"{name} has to be a whole number")
        return found

    def flag(self, name: str) -> bool:
        """Return whether something is said to be so."""
        return self.values.get(name) is True

    def numbers(self, name: str) -> list[int]:
        """Return whole numbers; none if they are not there."""
        found = self.values.get(name, [])
        if not isinstance(found, list) or not all(isinstance(one, int) for one in found):
            raise api.ArgumentError(f"{name} has to be a list of whole numbers")
        return found

    def texts(self, name: str) -> list[str]:
        """Return texts; none if they are not there."""
        found = self.values.get(name, [])
        if not isinstance(found, list) or not all(isinstance(one, str) for one in found):
            raise api.ArgumentError(f"{name} has to be a list of texts")
        return found

    def changes(self) -> "list[api.KeyedChange]":
        """Return the changes of a spec that are asked for."""
        found = self.values.get("changes")
        if not isinstance(found, list) or not all(isinstance(one, dict) for one in found):
            raise api.ArgumentError("changes has to be a list of objects")
        return [_change(Body(one)) for one in found]


async def body(request: Request) -> Body:
    """Return the JSON object of a request.

    Raises:
        ArgumentError: it is none.
    """
    try:
        found = json.loads(await request.body())
    except (ValueError, RecursionError) as error:
        raise api.ArgumentError("the request is no JSON") from error
    if not isinstance(found, dict):
        raise api.ArgumentError("the request is no object")
    return Body(found)


def _change(asked: Body) -> "api.KeyedChange":
    key = asked.text("key")
    seen, is_sure = _plain(asked.values.get("seen")), asked.flag("sure")
    match asked.text("do"):
        case "set":
            value = _plain(asked.values.get("value"))
            return api.KeyedChange(api.SetValue(key, value), seen, is_sure)
        case "remove":
            return api.KeyedChange(api.RemoveValue(key), seen, is_sure)
        case "add":
            at = asked.number("at", -1)
            entry = _plain(asked.values.get("value"))
            return api.KeyedChange(api.AddEntry(key, entry, None if at < 0 else at))
        case "move":
            return api.KeyedChange(api.MoveEntry(key, asked.number("to")))
        case other:
            raise api.ArgumentError(f"there is no change {other!r}")


def _plain(value: Raw) -> Raw:
    """Return a value as the files of a spec hold it: texts, lists and mappings of them, or None.

    Raises:
        ArgumentError: it has something else in it.
    """
    match value:
        case None | str():
            return value
        case list():
            return [_plain(one) for one in value]
        case dict():
            return {str(name): _plain(one) for name, one in value.items()}
        case _:
            raise api.ArgumentError("a value is a text, a list or an object")
