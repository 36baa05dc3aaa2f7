"""From the name of a part and of its key to the words of a language."""

from typing import TYPE_CHECKING, Final, cast

from msgspec import Struct

from escp_docs.language.keys.key_words import KeyWords
from escp_docs.language.keys.tables import EntryNouns, Keys

if TYPE_CHECKING:
    from collections.abc import Mapping

_NO_WORDS: Final = KeyWords("", "")


class PartWords(Struct, frozen=True, eq=False):
    """What a language has to say of the parts of a spec, of their keys and entries.

    `each_partner` are words of descriptions in whose place the name of one partner may stand;
    `countries` their names by code, as they stand in a sentence.
    """

    keys: Keys
    entries: EntryNouns
    each_partner: str
    countries: "Mapping[str, str]"


def words_of(language: PartWords, part: str, key: str) -> KeyWords:
    """Return the words of a key of a part; without any if it is no part of a spec."""
    tables = cast("Mapping[str, Mapping[str, KeyWords]]", language.keys)
    return tables[part][key] if part in tables else _NO_WORDS


def question_for(language: PartWords, part: str, key: str, entry: str = "") -> str:
    """Return the question that a key answers, about `entry` or about "the partner"."""
    nouns = cast("Mapping[str, str]", language.entries)
    asked = words_of(language, part, key).question
    return asked.replace("{entry}", entry or nouns.get(part, ""))
