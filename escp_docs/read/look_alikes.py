"""Characters that nobody sees, and letters of other scripts that look like Latin ones."""

import unicodedata
from typing import Final

from escp_docs.model.country import CODES, canonical
from escp_docs.model.scalar import PLAIN_NUMBER, is_id
from escp_docs.pattern import pattern
from escp_docs.read.characters import named

_LOOK: Final = str.maketrans(
    "ΑΒΕΖΗΙΚΜΝΟΡΤΥΧαικορτυχνАВЕКМНОРСТУХЅІЈавекморстухѕіј‐‑‒–—−",
    "ABEZHIKMNOPTYXaikoptuxvABEKMHOPCTYXSIJabekmopctyxsij------",
)
_SCRIPTS: Final = {"GREEK": "a Greek letter", "CYRILLIC": "a Cyrillic letter"}
_DATE: Final = pattern(r"\d{4}-\d{2}-\d{2}")
_ASCII_WORD: Final = pattern(r"[A-Za-z0-9]")


def plain(text: str) -> str:
    """Return a text with the Latin letters that others look like, without what nobody sees."""
    return "".join(one for one in text.translate(_LOOK) if not _is_unseen(one)).strip()


def told(text: str) -> str:
    """Return which character of a text is not what it looks like, and where; empty if none is."""
    bare = text.strip(" \t\n")
    if bare.isascii() or not (_ASCII_WORD.search(bare) or plain(bare).isascii()):
        return ""
    for number, one in enumerate(bare, 1):
        what = _name(one)
        if what:
            return f"character {number} of {_visible(bare)!r} is {what}"
    return ""


def written(text: str, kind: str) -> str | None:
    """Return what a value of a kind is without such characters; None if that is no such value."""
    bare = plain(text)
    if bare == text.strip() or not bare.isascii():
        return None
    fits = {
        "country": canonical(bare) in CODES,
        "date": bool(_DATE.fullmatch(bare)),
        "moment": bool(_DATE.fullmatch(bare)),
        "id": is_id(bare),
    }.get(kind, bool(PLAIN_NUMBER.fullmatch(bare)))
    return bare if fits else None


def beside(text: str, fix: str) -> str:
    """Return a cure, and behind it what is hidden in a text."""
    hidden = told(text)
    return (
        f"{fix} {hidden}"
        if hidden and fix.endswith("?")
        else "; ".join(one for one in (fix, hidden) if one)
    )


def _is_unseen(character: str) -> bool:
    return unicodedata.category(character) == "Cf"


def _name(character: str) -> str:
    if character.isascii():
        return ""
    if _is_unseen(character) or character.isspace():
        known = named(character)
        if not known.startswith("a control character"):
            return known
        return f"{unicodedata.name(character, 'a sign').casefold()} (U+{ord(character):04X})"
    name = unicodedata.name(character, "")
    script = _SCRIPTS.get(name.partition(" ")[0])
    if script:
        return f"{character!r}, {script} (U+{ord(character):04X})"
    if unicodedata.category(character) == "Pd" or character == "−":
        return f"{character!r}, {name.casefold()} (U+{ord(character):04X})"
    return ""


def _visible(text: str) -> str:
    return "".join(one for one in text if not _is_unseen(one))
