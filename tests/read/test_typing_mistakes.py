"""Two to five mistakes at once: none is lost in silence, and none ends in a traceback."""

import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal, InvalidOperation
from random import Random
from typing import Any, Final

import pytest

from escp_docs.errors import UnreadableError
from escp_docs.model.base import SpecModel
from escp_docs.model.schema import keys
from escp_docs.model.spec import Spec
from escp_docs.model.vocabulary import vocabulary
from escp_docs.read import spec as reading
from escp_docs.read.source import SourceText
from tests.support.reading import CALL_ID, call
from tests.support.typing_mistakes import MISTAKES, Mistake, examples, lines

FEW, MANY = 100, 10_000
_WORD: Final = re.compile(r"[^\W_]+(?:[.][0-9]+)?")


@dataclass(slots=True)
class Typed:
    """An example with mistakes in one file: where they are, and what was typed there."""

    texts: dict[str, str]
    file: str
    places: dict[int, tuple[Mistake, str]]


def typed(random: Random) -> Typed:
    """Return an example with two to five mistakes in one of its files."""
    texts = random.choice(examples())
    file = random.choice(sorted(texts))
    before = lines(texts[file])
    changed: dict[int, tuple[Mistake, str]] = {}
    wanted = random.randint(2, 5)
    for mistake in random.sample(MISTAKES, 30):
        done = mistake.change(random, before)
        if done and not any(abs(done[0] - one) < 4 for one in changed):
            changed[done[0]] = (mistake, done[1])
        if len(changed) == wanted:
            break
    written: list[str] = []
    places: dict[int, tuple[Mistake, str]] = {}
    for index, line in enumerate(before):
        mistake_text = changed.get(index)
        if mistake_text:
            more = mistake_text[1].count("\n")
            places[sum(1 + one.count("\n") for one in written) + 1 + more] = mistake_text
        written.append(mistake_text[1] if mistake_text else line.text)
    return Typed({**texts, file: "\n".join(written)}, file, places)


@dataclass(slots=True)
class Tally:
    """What came of many specs."""

    specs: int = 0
    near: int = 0
    read: int = 0
    lost: list[str] = None  # type: ignore[assignment]
    untold: Counter[str] = None  # type: ignore[assignment]
    far: Counter[str] = None  # type: ignore[assignment]


def tally(count: int, seed: int) -> Tally:
    """Return what comes of `count` specs with mistakes."""
    random = Random(seed)
    found = Tally(lost=[], untold=Counter(), far=Counter())
    for _ in range(count):
        _count(typed(random), found)
    return found


def _count(one: Typed, found: Tally) -> None:
    found.specs += 1
    sources = [SourceText(name, text) for name, text in sorted(one.texts.items())]
    told: list[int] = []
    spec: Spec | None = None
    try:
        read = reading.spec(sources, {CALL_ID: call()})
    except UnreadableError as error:
        places = [fault.place for fault in error.faults if fault.place]
        told += [place.line for place in places if place.file == one.file]
        told += [remark.place.line for remark in error.remarks if remark.place]
        first = next(iter(places), None)
        is_near = bool(first and first.file == one.file and _near(first.line, one))
        found.near += is_near
        if not is_near:
            found.far[", ".join(sorted(mistake.name for mistake, _ in one.places.values()))] += 1
    else:
        found.read += 1
        found.near += 1  # nothing is refused, and what may be doubted is told below
        told += [remark.place.line for remark in read.remarks if remark.place]
        spec = read.spec
    for line, (mistake, text) in one.places.items():
        is_told = any(abs(line - other) <= 2 for other in told)
        if spec is not None and not is_told and not _stands(text, spec):
            found.lost.append(f"{mistake.name}: {text}")
        if mistake.told and not is_told:
            found.untold[mistake.name] += 1


def _near(line: int, one: Typed) -> bool:
    return any(abs(line - other) <= 1 for other in one.places)


def _stands(text: str, spec: Spec) -> bool:
    """Whether every word and number that was typed is in the model, but for keys."""
    words = {_plain(word) for leaf in _leaves(spec) for word in _WORD.findall(leaf)}
    typed_words = {_plain(word) for word in _WORD.findall(text)}
    return typed_words <= words | vocabulary(Spec).names


def _plain(word: str) -> str:
    try:
        return str(Decimal(word).normalize())
    except InvalidOperation:
        return word.casefold()


def _leaves(value: Any) -> Iterator[str]:  # noqa: ANN401
    match value:
        case SpecModel():
            for name in keys(type(value)).values():
                yield from _leaves(getattr(value, name.attribute))
        case dict():
            for name, inner in value.items():
                yield str(name)
                yield from _leaves(inner)
        case list() | tuple():
            for inner in value:
                yield from _leaves(inner)
        case None:
            pass
        case _:
            yield str(value)


def _judge(found: Tally) -> None:
    assert not found.lost, found.lost[:10]
    assert found.near >= found.specs * 0.95, (found.near, found.far.most_common(10))


def test_mistakes_are_found_where_they_were_made() -> None:
    _judge(tally(FEW, seed=1))


@pytest.mark.slow
def test_mistakes_are_found_where_they_were_made_in_ten_thousand_specs() -> None:
    _judge(tally(MANY, seed=2))


@pytest.mark.parametrize("mistake", MISTAKES, ids=lambda one: one.name)
def test_a_mistake_alone_is_told_within_a_line(mistake: Mistake) -> None:
    random = Random(3)
    texts = random.choice(examples()[:2])
    done = {file: mistake.change(random, lines(text)) for file, text in texts.items()}
    file, (index, line) = next((file, one) for file, one in done.items() if one)
    rows = [one.text for one in lines(texts[file])]
    rows[index] = line
    found = Tally(lost=[], untold=Counter(), far=Counter())
    at = index + 1 + line.count("\n")

    _count(Typed({**texts, file: "\n".join(rows)}, file, {at: (mistake, line)}), found)

    assert not found.lost
    assert not found.far, (file, index + 1, line)
    assert not found.untold, (file, index + 1, line)
