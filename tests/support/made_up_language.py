"""A second language: every English word in guillemets, and figures as Germans write them.

Whatever a document prints outside guillemets comes from the spec, the call or a template.
"""

import re
from collections.abc import Iterator
from typing import TYPE_CHECKING, Any, Final, cast

import pytest
from msgspec import Struct
from msgspec.structs import replace

from escp_docs.language import languages
from escp_docs.language.english.language import ENGLISH
from escp_docs.language.keys.key_words import KeyWords
from escp_docs.language.language import Language
from tests.support.model_keys import KEYS, OPTIONS

if TYPE_CHECKING:
    from escp_docs.language.keys.tables import Keys

TAG: Final = "de-XX"
_WORD: Final = re.compile(r"[^\W\d_]{2,}")


def made_up() -> Language:
    """Return the language, which has a label for every key and words for every choice."""
    quoted = _quoted(ENGLISH)
    assert isinstance(quoted, Language)
    choices = {one: f"«{ENGLISH.choice(one)}»" for one in OPTIONS}
    keys = {part: dict(words) for part, words in quoted.keys.keys.items()}  # type: ignore[call-overload]
    for key in KEYS:
        words = keys[key.part][key.name]
        keys[key.part][key.name] = words._replace(label=words.label or f"«{key.label}»")
    return replace(
        quoted,
        tag=TAG,
        locale="de_DE",
        titles=ENGLISH.titles,
        keys=replace(quoted.keys, keys=cast("Keys", keys)),
        values=replace(
            quoted.values, choices=choices, day="d. MMMM y", month="MMMM y", euro="{amount} EUR"
        ),
    )


def spoken(monkeypatch: pytest.MonkeyPatch) -> Language:
    """Return the language, which the writers know for the time of a test."""
    language = made_up()
    monkeypatch.setitem(languages.LANGUAGES, TAG, language)
    return language


def _quoted(value: Any) -> Any:  # noqa: ANN401  # of whatever words are held in
    if isinstance(value, str):
        return f"«{value}»" if _WORD.search(value) else value
    if isinstance(value, KeyWords):
        return KeyWords(*(f"«{one}»" if one else "" for one in value))
    if isinstance(value, tuple):
        return tuple(map(_quoted, value))
    if isinstance(value, dict):
        return {name: _quoted(one) for name, one in value.items()}
    if isinstance(value, Struct):
        found = {name: _quoted(getattr(value, name)) for name in value.__struct_fields__}
        return replace(value, **found)
    return value


def outside_quotes(text: str) -> str:
    """Return what is left of a text without what stands in guillemets, however deep."""
    while (shorter := re.sub("«[^«»]*»", " ", text)) != text:
        text = shorter
    return text


def words(language: Language) -> Iterator[tuple[str, str]]:
    """Yield each word or format of a language, with the path that leads to it."""
    for name in language.__struct_fields__:
        if name not in {"tag", "locale"}:
            yield from _words(name, getattr(language, name))


_FREE: Final = frozenset(
    {
        *("values.country_names", "values.choices", "values.codes", "values.small"),
        "keys.countries",
    }
)
"""What each language has as many of as it needs."""


def _words(path: str, value: Any) -> Iterator[tuple[str, str]]:  # noqa: ANN401
    if path in _FREE:
        return
    if isinstance(value, str):
        yield path, value
    elif isinstance(value, KeyWords):
        yield f"{path}.description", value.description
        yield f"{path}.question", value.question
    elif isinstance(value, tuple):
        yield path, " ".join(value)
    elif isinstance(value, dict):
        for name, inner in value.items():
            yield from _words(f"{path}.{name}", inner)
    else:
        for name in value.__struct_fields__:
            yield from _words(f"{path}.{name}", getattr(value, name))
