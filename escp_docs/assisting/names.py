"""Names in a text that stand nowhere in the spec nor in its call."""

import re
from collections.abc import Iterable, Iterator
from functools import lru_cache
from typing import Any, Final

from escp_docs.judging.open_spec import OpenSpec
from escp_docs.language.english.keys import ENGLISH_KEYS
from escp_docs.model.base import SpecModel
from escp_docs.model.schema import texts
from escp_docs.pattern import pattern

_WORD: Final = pattern(r"[^\W_]+(?:['’.&-][^\W_]+)*")
_JOINING: Final = pattern(r"[ \u00a0](?:(?:of|de|da|do|du|della|der|van|von|the|for|and|&) )?")
_BEGINS: Final = pattern(r"(?:^|[.!?:;]\s+|\n\s*(?:[-*•]|\d+[.)])?\s*)[\"'“‘(*_]*$")
_MONTHS: Final = (
    *("January", "February", "March", "April", "May", "June", "July", "August", "September"),
    *("October", "November", "December"),
)
_DAYS: Final = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")
_PLAIN: Final = frozenset((*_MONTHS, *_DAYS, "I", "SME", "SMEs", "EU", "EUR", "English"))


def unknown_names(text: str, spec: OpenSpec, known_texts: Iterable[str]) -> tuple[str, ...]:
    """Return the names in a text of which neither the spec nor the call says anything, in order.

    A word is taken for a name if it has a capital where no sentence begins, or several; a name that
    is written like a common word at the beginning of a sentence is not seen.

    Args:
        text: The text.
        spec: The spec, whose call and countries are known.
        known_texts: What the spec states otherwise.
    """
    known = {*_words(known_texts), *_of_the_call(spec), *_countries()}
    return tuple(dict.fromkeys(_names(text, frozenset(known))))


def _names(text: str, known: frozenset[str]) -> Iterator[str]:
    run: list[re.Match[str]] = []
    for word in _WORD.finditer(text):
        if run and not _JOINING.fullmatch(text[run[-1].end() : word.start()]):
            yield from _of_run(text, run, known)
            run = []
        if _is_capital(word[0]):
            run.append(word)
        elif run and word[0] not in ("of", "the", "for", "and", "de", "da", "van", "von"):
            yield from _of_run(text, run, known)
            run = []
    yield from _of_run(text, run, known)


def _of_run(text: str, run: list[re.Match[str]], known: frozenset[str]) -> Iterator[str]:
    """Yield the name that a run of words with capitals is, if a word of it is not known."""
    if not run:
        return
    if _BEGINS.search(text[: run[0].start()]) and not _is_odd(run[0][0]):
        first_is_common = len(run) == 1 or run[0][0].casefold() in known
        run = run[1:] if first_is_common else run
    if any(_is_unknown(one[0], known) for one in run):
        yield " ".join(text[run[0].start() : run[-1].end()].split())


def _is_unknown(word: str, known: frozenset[str]) -> bool:
    bare = re.sub(r"['’]s$", "", word)
    return bare not in _PLAIN and not {bare.casefold(), word.casefold()} & known


def _is_capital(word: str) -> bool:
    return word[0].isupper()


def _is_odd(word: str) -> bool:
    """Whether a word has a capital behind its first letter, as no common word has."""
    return any(one.isupper() for one in word[1:])


def _words(some: Iterable[str]) -> Iterator[str]:
    for text in some:
        for word in _WORD.findall(text):
            yield re.sub(r"['’]s$", "", word).casefold()


def _of_the_call(spec: OpenSpec) -> Iterator[str]:
    return _words(_strings(spec.call))


def _strings(value: Any) -> Iterator[str]:  # noqa: ANN401  # whatever a call holds
    match value:
        case str():
            yield value
        case SpecModel():
            for name in value.__struct_fields__:
                yield from _strings(getattr(value, name))
        case dict():
            for name, one in value.items():
                yield str(name)
                yield from _strings(one)
        case list() | tuple() | set() | frozenset():
            for one in value:
                yield from _strings(one)
        case _:
            return


@lru_cache(maxsize=1)
def _countries() -> frozenset[str]:
    names = [*ENGLISH_KEYS.countries.values(), *ENGLISH_KEYS.countries]
    return frozenset(_words(names))


def texts_but(spec: OpenSpec, path: str) -> Iterator[str]:
    """Yield what a spec states, without what stands at a path."""
    yield from (text for at, text in texts(spec.spec) if at != path)
