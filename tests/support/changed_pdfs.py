"""PDFs in which one object of every kind was taken from, added to, put elsewhere or changed."""

import warnings
from collections.abc import Callable, Iterator
from decimal import Decimal
from io import BytesIO
from random import Random
from typing import Any

import pikepdf

from tests.support.tampering import Tampered

_LAST = pikepdf.Name("/Other")
_OF_STREAMS = frozenset({"/Length", "/Filter", "/DecodeParms"})  # how a program packs one
Change = tuple[str, Callable[[pikepdf.Pdf], None]]


def normal(data: bytes) -> bytes:
    """Return a PDF as qpdf writes it, so that of a changed one no other object differs."""
    with pikepdf.open(BytesIO(data)) as pdf:
        return _written(pdf)


def pdf_nodes(data: bytes, seed: int, *, each: int = 1, every: int = 1) -> Iterator[Tampered]:
    """Yield a PDF with objects changed, key by key: `each` of every kind.

    Of these files only `every` third, say, is made.
    """
    random = Random(seed)
    with pikepdf.open(BytesIO(data)) as pdf:
        changes = list(_changes(pdf, random, each))
    for what, change in changes[::every]:
        with pikepdf.open(BytesIO(data)) as pdf, warnings.catch_warnings():
            warnings.simplefilter("ignore")
            change(pdf)
            yield what, _written(pdf)


def _written(pdf: pikepdf.Pdf) -> bytes:
    buffer = BytesIO()
    pdf.save(buffer, deterministic_id=True)
    return buffer.getvalue()


def _changes(pdf: pikepdf.Pdf, random: Random, each: int) -> Iterator[Change]:
    kinds: dict[str, list[int]] = {}
    for index, one in enumerate(pdf.objects):
        if isinstance(one, pikepdf.Dictionary | pikepdf.Stream):
            kinds.setdefault(_kind(one), []).append(index)
    for kind, indices in sorted(kinds.items()):
        for index in random.sample(indices, min(each, len(indices))):
            one = pdf.objects[index]
            for key in sorted(set(one.keys()) - _OF_STREAMS):
                yield f"removed {key} of {kind}", _removal(index, key)
                yield from _of_value(one.get(key), index, key, kind)
            yield f"added to {kind}", _addition(index)
            if isinstance(one, pikepdf.Stream):
                yield from _of_stream(one, index, kind, random)


def _kind(one: Any) -> str:  # noqa: ANN401  # whatever a PDF holds
    names = [str(one.get(key, "")) for key in ("/Type", "/Subtype", "/S")]
    if not any(names):
        names = ["with", *sorted(map(str, one.keys()))[:6]]
    return " ".join(filter(None, (*names, "stream" if isinstance(one, pikepdf.Stream) else "")))


def _removal(index: int, key: str) -> Callable[[pikepdf.Pdf], None]:
    def change(pdf: pikepdf.Pdf) -> None:
        del pdf.objects[index][key]

    return change


def _addition(index: int) -> Callable[[pikepdf.Pdf], None]:
    def change(pdf: pikepdf.Pdf) -> None:
        pdf.objects[index]["/Other"] = pikepdf.Dictionary(S=_LAST)

    return change


def _setting(index: int, key: str, value: object) -> Callable[[pikepdf.Pdf], None]:
    def change(pdf: pikepdf.Pdf) -> None:
        pdf.objects[index][key] = value

    return change


def _of_value(value: Any, index: int, key: str, kind: str) -> Iterator[Change]:  # noqa: ANN401
    match value:
        case bool():
            yield f"changed {key} of {kind}", _setting(index, key, not value)
        case int() | Decimal():
            yield f"changed {key} of {kind}", _setting(index, key, value + 7)
        case pikepdf.Name():
            yield f"changed {key} of {kind}", _setting(index, key, _LAST)
        case pikepdf.String():
            yield f"changed {key} of {kind}", _setting(index, key, f"{value}9")
        case pikepdf.Array() if len(value):
            for what, order in _ORDERS.items():
                if order(list(range(len(value)))) != list(range(len(value))):
                    yield f"{what} of {key} of {kind}", _reordering(index, key, order)
        case _:
            pass


Order = Callable[[list[Any]], list[Any]]
_ORDERS: dict[str, Order] = {
    "the first gone": lambda items: items[1:],
    "the last twice": lambda items: [*items, items[-1]],
    "another order": lambda items: [*items[1:], items[0]],
}


def _reordering(index: int, key: str, order: Order) -> Callable[[pikepdf.Pdf], None]:
    def change(pdf: pikepdf.Pdf) -> None:
        one = pdf.objects[index]
        one[key] = pikepdf.Array(order(list(one[key])))

    return change


def _of_stream(one: Any, index: int, kind: str, random: Random) -> Iterator[Change]:  # noqa: ANN401
    data = one.read_bytes()
    if not (data.isascii() and b"BT" in data and b"begincmap" not in data):
        if data:
            place = random.randrange(len(data))
            other = data[:place] + bytes([data[place] ^ 1]) + data[place + 1 :]
            yield f"a byte of {kind}", _writing(index, other)
        return
    instructions = list(pikepdf.parse_content_stream(one))
    by_operator: dict[str, list[int]] = {}
    for place, found in enumerate(instructions):
        by_operator.setdefault(str(found.operator), []).append(place)
    for operator, places in sorted(by_operator.items()):
        place = random.choice(places)
        drawn = instructions[place]
        for what, instead in (("without", []), ("twice", [drawn, drawn])):
            other_list = [*instructions[:place], *instead, *instructions[place + 1 :]]
            yield (
                f"{what} {operator} of {kind}",
                _writing(index, pikepdf.unparse_content_stream(other_list)),
            )


def _writing(index: int, data: bytes) -> Callable[[pikepdf.Pdf], None]:
    def change(pdf: pikepdf.Pdf) -> None:
        pdf.objects[index].write(data)

    return change
