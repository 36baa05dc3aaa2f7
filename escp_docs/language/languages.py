"""The languages that there are, by their tags."""

from collections.abc import Mapping
from typing import Final

from escp_docs.language.english.language import ENGLISH
from escp_docs.language.language import Language

LANGUAGES: Final[Mapping[str, Language]] = {one.tag: one for one in (ENGLISH,)}


def language_of(tag: str) -> Language:
    """Return the language of a document by its tag.

    Raises:
        LookupError: there is no such language.
    """
    if tag not in LANGUAGES:
        raise LookupError(f"there are no words for the language {tag!r}")
    return LANGUAGES[tag]
