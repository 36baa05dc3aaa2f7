"""The languages that there are, by their tags."""

from collections.abc import Mapping
from typing import Final

from escp_docs.language.english.language import ENGLISH
from escp_docs.language.english.legal_text import ENGLISH_LEGAL_TEXT
from escp_docs.language.language import Language
from escp_docs.language.legal_text import LegalText

LANGUAGES: Final[Mapping[str, Language]] = {one.tag: one for one in (ENGLISH,)}
USUAL: Final = ENGLISH
"""What documents are written in, as long as no spec asks for another."""


LEGAL_TEXTS: Final[Mapping[str, LegalText]] = {ENGLISH.tag: ENGLISH_LEGAL_TEXT}
"""How agreements are written in a language, by its tag; of others nothing is known."""


def language_of(tag: str) -> Language:
    """Return the language of a document by its tag.

    Raises:
        LookupError: there is no such language.
    """
    if tag not in LANGUAGES:
        raise LookupError(f"there are no words for the language {tag!r}")
    return LANGUAGES[tag]
