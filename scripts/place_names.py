"""Write the names of countries and regions in all languages: escp_docs/model/place_names.txt.

`make generated` does it, when Babel has other names.
"""

import pickle
from collections.abc import Iterable, Iterator
from pathlib import Path
from pkgutil import get_data
from typing import Final

from babel.localedata import locale_identifiers

from escp_docs.model.country import CODES, LANGUAGES, REGIONS
from escp_docs.model.folding import words_of

TABLE: Final = Path(__file__).parents[1] / "escp_docs" / "model" / "place_names.txt"


def text() -> str:
    """Return a line for each name, folded, with its code; then those of other languages."""
    usual = _of_languages(LANGUAGES)
    elsewhere = _of_languages(sorted(locale_identifiers()))
    fresh = {name: code for name, code in elsewhere.items() if name not in usual}
    return "\n".join((*_lines(usual), "", *_lines(fresh), ""))


def _lines(names: dict[str, str]) -> Iterator[str]:
    return (f"{name}\t{code}" for name, code in sorted(names.items()) if name)


def _of_languages(languages: Iterable[str]) -> dict[str, str]:
    """Return codes by the folded names of some languages; the first that has a name says whose."""
    found: dict[str, str] = {}
    for language in languages:
        for code, name in _territories(language).items():
            if code in CODES or code in REGIONS:
                found.setdefault(words_of(name), code)
    return found


def _territories(language: str) -> dict[str, str]:
    """Return the names of territories by their code, from the data that Babel brings along.

    Babel keeps every language that it has loaded, in all its parts: together 130 MB.
    """
    stored = get_data("babel", f"locale-data/{language}.dat") or b""
    names: dict[str, str] = pickle.loads(stored).get("territories", {})  # noqa: S301  # Babel's own
    return names
