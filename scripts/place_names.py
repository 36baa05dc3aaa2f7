"""Write the names of countries and regions in all languages: escp_docs/model/place_names.txt.

`make generated` does it, when Babel has other names.
"""

import pickle
from collections.abc import Callable, Iterable, Iterator
from difflib import SequenceMatcher
from functools import cache
from pathlib import Path
from pkgutil import get_data
from typing import Final

from babel.localedata import locale_identifiers

from escp_docs.model.country import CODES, LANGUAGES, REGIONS, spellings
from escp_docs.model.folding import words_of
from escp_docs.spelling import is_one_slip_off

TABLE: Final = Path(__file__).parents[1] / "escp_docs" / "model" / "place_names.txt"


def text() -> str:
    """Return a line for each name, folded, with its code.

    The names in the usual languages come first, then those in others, then those of the regions
    of the world in which no Member State lies, in the usual languages.
    """
    own = CODES | REGIONS
    usual = _of_languages(LANGUAGES, own.__contains__)
    sure = {name: code for name, code in usual.items() if not _is_slip(name, code)}
    elsewhere = _of_languages(sorted(locale_identifiers()), own.__contains__)
    fresh = {name: code for name, code in elsewhere.items() if name not in usual}
    regions = _of_languages(LANGUAGES, lambda code: code.isdigit() and code not in own)
    world = {name: code for name, code in regions.items() if name not in usual}
    return "\n".join((*_lines(sure), "", *_lines(fresh), "", *_lines(world), ""))


def _lines(names: dict[str, str]) -> Iterator[str]:
    return (f"{name}\t{code}" for name, code in sorted(names.items()) if name)


def _of_languages(languages: Iterable[str], is_meant: Callable[[str], bool]) -> dict[str, str]:
    """Return codes by the folded names of some languages; the first that has a name says whose."""
    found: dict[str, str] = {}
    for language in languages:
        for code, name in _territories(language).items():
            if is_meant(code):
                found.setdefault(words_of(name), code)
    return found


def _is_slip(name: str, code: str) -> bool:
    """Whether a name is a slip in the English one of another country, and nearer to that than own.

    It says nothing then: who writes "Nigera" is asked, though Niger is called so in Riga.
    """
    names = _english_names()
    others = [one for one, of in names.items() if of != code and is_one_slip_off(one, name)]
    own = [one for one, of in names.items() if of == code]
    return name not in names and _likeness(name, others) > _likeness(name, own)


@cache
def _english_names() -> dict[str, str]:
    english = {code: name for code, name in _territories("en").items() if code in CODES}
    return {one: code for code, name in english.items() for one in spellings(name) if one}


def _likeness(name: str, others: Iterable[str]) -> float:
    return max((SequenceMatcher(None, name, one).ratio() for one in others), default=0)


def _territories(language: str) -> dict[str, str]:
    """Return the names of territories by their code, from the data that Babel brings along.

    Babel keeps every language that it has loaded, in all its parts: together 130 MB.
    """
    stored = get_data("babel", f"locale-data/{language}.dat") or b""
    names: dict[str, str] = pickle.loads(stored).get("territories", {})  # noqa: S301  # Babel's own
    return names
