"""What there is to know of a key before anybody writes it."""

from collections.abc import Iterable, Iterator
from typing import Final

from msgspec import Struct

from escp_docs.assisting.as_told import ToldSpec
from escp_docs.assisting.demands import CallDemand, demands
from escp_docs.assisting.limits import Length, length
from escp_docs.assisting.sections import PrintedSection, is_at, sections_of
from escp_docs.comparing.claims.claim import Claim
from escp_docs.comparing.claims.passages import free_texts
from escp_docs.document import Document
from escp_docs.errors import UnknownNameError
from escp_docs.judging.manual import KeyPage, key_pages
from escp_docs.judging.open_spec import OpenSpec
from escp_docs.model.responsible import owner
from escp_docs.model.schema import join, split
from escp_docs.model.spec import Spec
from escp_docs.model.stable_path import concrete, named, parse_key
from escp_docs.pull.stated import stated_text

_MOST_FACTS: Final = 60
_MOST_TEXTS: Final = 6
_LONGEST: Final = 700  # characters of another text that are told


class UsableFact(Struct, frozen=True):
    """A fact that a text may say: its key, what it states, how documents say it."""

    key: str
    label: str
    shown: str


class OtherText(Struct, frozen=True):
    """What another text of the spec says; `is_cut` if it goes on."""

    key: str
    label: str
    words: str
    is_cut: bool


class Brief(Struct, frozen=True):
    """What there is to know of a key.

    Attributes:
        key: The key, entries by what identifies them.
        page: What it states, how it is written, and what is asked.
        ask: Who can state it.
        stated: What it states now; None if nothing, or if it holds keys.
        sections: Where documents print it.
        demands: What the call asks there.
        length: How long it is, and may be.
        facts: The facts that may be used, the nearest first.
        facts_left_out: How many more there are.
        texts: What other texts say, the nearest first.
        texts_left_out: How many more there are.
    """

    key: str
    page: KeyPage
    ask: str
    stated: str | None
    sections: tuple[PrintedSection, ...]
    demands: tuple[CallDemand, ...]
    length: Length
    facts: tuple[UsableFact, ...]
    facts_left_out: int
    texts: tuple[OtherText, ...]
    texts_left_out: int


def path_of(spec: Spec, key: str) -> str:
    """Return the path of a key of a spec, as people or programs name it; it may be absent.

    Raises:
        ArgumentError: it has not the form of a key, or there is no such key or entry.
    """
    return join(concrete(parse_key(key), spec))


def brief(spec: OpenSpec, known: ToldSpec, documents: tuple[Document, ...], key: str) -> Brief:
    """Return what there is to know of a key.

    Args:
        spec: The spec.
        known: The same, as it is known to whoever asks.
        documents: The trees in which the key may be printed.
        key: The key, as people name it.

    Raises:
        ArgumentError: there is no such key or entry.
    """
    path = path_of(spec.spec, key)
    name = named(path, spec.spec)
    page = next(iter(key_pages(name)), None)
    if page is None:
        raise UnknownNameError(f"there is no key {key!r}", "key")
    sections = tuple(one for document in documents for one in sections_of(document, path))
    answered = [code for one in sections for code in one.answers]
    stated = stated_text(spec.spec, path)
    facts = sorted(_facts(known.facts), key=lambda one: _distance(one.key, name))
    texts = sorted(_texts(known.spec.spec, name), key=lambda one: _distance(one.key, name))
    return Brief(
        name,
        page,
        owner(spec.spec, path),
        stated,
        sections,
        demands(spec, known.actual, path, name, answered),
        length(spec, path, stated or ""),
        tuple(facts[:_MOST_FACTS]),
        max(len(facts) - _MOST_FACTS, 0),
        tuple(texts[:_MOST_TEXTS]),
        max(len(texts) - _MOST_TEXTS, 0),
    )


def _facts(some: Iterable[Claim]) -> Iterator[UsableFact]:
    known: set[tuple[str, str]] = set()
    for one in some:
        if (one.about, one.shown) not in known:
            known.add((one.about, one.shown))
            yield UsableFact(one.about, one.label, one.shown)


def _texts(spec: Spec, key: str) -> Iterator[OtherText]:
    for one in free_texts(spec):
        if not (is_at(one.key, key) or is_at(key, one.key)):
            is_cut = len(one.text) > _LONGEST
            yield OtherText(one.key, one.label, one.text[:_LONGEST], is_cut)


def _distance(key: str, wanted: str) -> tuple[int, int]:
    """Return how far one key is from another: by the steps that they share, then by its depth."""
    theirs, ours = split(key), split(wanted)
    shared = 0
    for one, other in zip(theirs, ours, strict=False):
        if one != other:
            break
        shared += 1
    return -shared, len(theirs)
