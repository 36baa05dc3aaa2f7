"""JSON in pieces, so that a report on thousands of specs is never held as a whole."""

import json
from collections.abc import Iterable, Iterator


def array(items: Iterable[object], *, indent: int, level: int) -> Iterator[str]:
    """Yield a list as `json.dumps` writes it inside of `level` objects or lists."""
    margin = "\n" + " " * (indent * (level + 1))
    empty = True
    for item in items:
        yield ("[" if empty else ",") + margin + _written(item, indent).replace("\n", margin)
        empty = False
    yield "[]" if empty else margin[:-indent] + "]"


def _written(item: object, indent: int) -> str:
    # Half of a surrogate pair, as in a file name that is no UTF-8, can only be printed escaped.
    written = json.dumps(item, ensure_ascii=False, indent=indent)
    return written.encode("utf-8", "backslashreplace").decode()
