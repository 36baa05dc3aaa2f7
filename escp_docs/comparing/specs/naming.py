"""What entries of lists are called in reports, and whom they concern."""

from collections.abc import Iterator, Mapping
from typing import Final

from escp_docs.language.languages import USUAL
from escp_docs.model.base import SpecModel
from escp_docs.model.budget import Cost
from escp_docs.model.schema import ListOf, MapOf, Scalar, Shape, keys
from escp_docs.model.stable_path import identifying, identity
from escp_docs.pattern import pattern

_TITLES: Final = ("legal_name", "title", "name", "description", "source", "action", "acronym")
_WORD: Final = pattern(r"(?<=[a-z])(?=[A-Z])")
_LONGEST: Final = 60
_PARTNER: Final = "partner"


def entry_kind(entry: SpecModel) -> str:
    """Return what an entry of a list is: partner, work package, target, cost."""
    return kind_of(type(entry))


def kind_of(model: type[SpecModel]) -> str:
    """Return what the entries of a kind are called."""
    for key in keys(model).values():
        if isinstance(key.shape, Scalar) and key.shape.declares:
            return key.shape.declares
    return _WORD.sub(" ", model.__name__).lower()


def called(name: str, said: Mapping[str, str]) -> str:
    """Return what to call an entry of which the id, if it has one, and some values are known."""
    title = next((said[one] for one in _TITLES if said.get(one)), "")
    words = f'"{_cut(title)}"' if title and title != name else ""
    return " ".join(filter(None, (name, words))) or next(iter(said.values()), "")


def entry_words(entry: SpecModel) -> str:
    """Return what to call an entry: its id and title, or what is said of it first."""
    name = identity(entry, type(entry)) or ""
    if "country" in identifying(type(entry)):
        return USUAL.country(name)
    title = next(
        (words for one in _TITLES if isinstance(words := getattr(entry, one, None), str)), ""
    )
    parts = [name, _cut(title)] if title and title != name else [name]
    if isinstance(entry, Cost):
        parts = [", ".join(filter(None, (entry.partner, entry.work_package))), _cut(title)]
    return " ".join(filter(None, (parts[0], f'"{parts[1]}"' if parts[1:] and parts[1] else "")))


def _cut(text: str) -> str:
    flat = " ".join(text.split())
    return flat if len(flat) <= _LONGEST else f"{flat[: _LONGEST - 3]}..."


def partners_of(*entries: SpecModel) -> tuple[str, ...]:
    """Return the ids of the partners that entries are, or that they name, in order."""
    return tuple(sorted({one for entry in entries for one in _partners(type(entry), entry)}))


def _partners(form: Shape, value: object) -> Iterator[str]:
    match form:
        case Scalar() if isinstance(value, str):
            if form.declares == _PARTNER or _PARTNER in form.refers:
                yield value
        case ListOf(item=item):
            for one in value if isinstance(value, tuple) else ():
                yield from _partners(item, one)
        case MapOf(refers=refers):
            if _PARTNER in refers and isinstance(value, dict):
                yield from value
        case type():
            for key in keys(form).values():
                yield from _partners(key.shape, getattr(value, key.attribute, None))
        case _:
            return
