"""The words with which a text says of itself that it is not written yet, or that there is none.

Source:
    What drafts of applications use, in the languages of the Union: the usual abbreviations and the
    passive "to be written" with its neighbours.
"""

import re
from typing import Final

from escp_docs.model.folding import plain

NONE: Final = "none"
"""Says "there is none" where that is an answer."""

CAPITALS: Final = ("TBD", "TBC", "TBA", "TODO", "XXX")
"""Words that nobody writes into a finished text in capitals."""

_MOST_WORDS: Final = 20  # a text of so many words says more than that it is not written

_ALONE: Final = ("n/a", "n.a", "n. a", "t.b.d", "t.b.c", "t.b.a", "not applicable", NONE, "lorem")
"""Say it as the whole text alone."""

_WORDS: Final = ("tbd", "tbc", "tba", "xxx", "xxxx", "lorem ipsum")
"""Say it at the beginning of a text, too: they begin no sentence in any of these languages."""

_BEFORE_A_MARK: Final = ("todo", "to do")
"""Say it at the beginning in capitals, or before a colon, dash or comma; else they are words."""

_PHRASES: Final = {
    "bg": ("предстои да бъде допълнено", "да се допълни", "да се попълни"),
    "cs": ("bude doplněno", "bude upřesněno", "k doplnění"),
    "da": ("skal udfyldes", "skal bekræftes", "udfyldes senere", "afventer"),
    "de": (
        "wird noch ergänzt",
        "wird ergänzt",
        "noch zu ergänzen",
        "noch offen",
        "noch festzulegen",
        "zu ergänzen",
        "zu bestätigen",
        "zu klären",
        "folgt noch",
    ),
    "el": (
        "θα συμπληρωθεί",
        "να συμπληρωθεί",
        "προς συμπλήρωση",
        "θα καθοριστεί",
        "να καθοριστεί",
        "προς επιβεβαίωση",
    ),
    "en": (
        "to be completed",
        "to be confirmed",
        "to be written",
        "to be defined",
        "to be added",
        "to be decided",
        "to be announced",
        "to be determined",
        "to be filled in",
        "to be drafted",
        "to be agreed",
        "to be done",
        "to be provided",
    ),
    "es": (
        "por completar",
        "por confirmar",
        "por definir",
        "por determinar",
        "pendiente de confirmar",
        "pendiente de completar",
        "por escribir",
    ),
    "et": ("täpsustamisel", "täiendatakse", "lisatakse hiljem"),
    "fi": ("täydennetään", "vahvistetaan myöhemmin", "täsmennetään"),
    "fr": (
        "à compléter",
        "à confirmer",
        "à définir",
        "à déterminer",
        "à rédiger",
        "à préciser",
        "à venir",
    ),
    "ga": ("le críochnú", "le deimhniú", "le cinneadh"),
    "hr": ("bit će dopunjeno", "treba dopuniti"),
    "hu": ("kitöltendő", "kiegészítendő", "később meghatározandó", "pontosítás alatt"),
    "it": (
        "da completare",
        "da confermare",
        "da definire",
        "da scrivere",
        "da decidere",
        "da determinare",
        "da inserire",
        "da compilare",
    ),
    "lt": ("bus papildyta", "bus patikslinta", "bus užpildyta"),
    "lv": ("tiks papildināts", "tiks precizēts", "jāpapildina"),
    "mt": ("għad irid jimtela", "għad irid jiġi kkonfermat"),
    "nl": (
        "nog in te vullen",
        "nog te bepalen",
        "nog te bevestigen",
        "in te vullen",
        "nader te bepalen",
        "nog aan te vullen",
        "volgt nog",
    ),
    "pl": ("do uzupełnienia", "do potwierdzenia", "do ustalenia", "do określenia", "do napisania"),
    "pt": (
        "a completar",
        "a confirmar",
        "a definir",
        "a determinar",
        "por completar",
        "por definir",
        "por preencher",
        "a preencher",
    ),
    "ro": (
        "de completat",
        "de confirmat",
        "de definit",
        "de stabilit",
        "urmează să fie completat",
        "urmează a fi stabilit",
    ),
    "sk": ("bude doplnené", "bude upresnené", "na doplnenie"),
    "sl": ("bo dopolnjeno", "se dopolni", "treba dopolniti", "bo določeno"),
    "sv": ("ska fyllas i", "ska kompletteras", "fylls i senare", "meddelas senare", "att bekräfta"),
}
"""Say it at the beginning of a text, by language."""


def _folded(text: str) -> str:
    """Return words without accents, which people leave out of capitals: "A COMPLETER"."""
    return " ".join(plain(text).split())


_ALWAYS: Final = (*_WORDS, *(_folded(one) for several in _PHRASES.values() for one in several))
_ALL: Final = frozenset((*_ALWAYS, *_ALONE, *_BEFORE_A_MARK))
_SIGNS: Final = re.compile(r"[-–—.…?_]+")
_AROUND: Final = "\"'“”„«»‘’‚`\u200b\u2060\ufeff"
"""Quotation marks of any language, and characters without width that come along with a copy."""

_OPENERS: Final = f" \t\n\r[(<{{*_#>{_AROUND}"
_STARTS: Final = frozenset(one[:2] for one in _ALL)
"""How each of these begins, by which most texts are told apart from them in a moment."""

_BRACKETS: Final = re.compile(rf"^[\[(<{{*_#>{_AROUND}\s]+|[\])>}}*_{_AROUND}\s]+$")
_ITEM: Final = re.compile(r"^\s*(?:[-*+•]|\d+[.)])\s+(?=\S)")
_CAPITAL: Final = re.compile(rf"(?<![\w-])(?:{'|'.join(CAPITALS)})(?![\w-])")
_ALWAYS_BEGINS: Final = re.compile(rf"(?:{'|'.join(map(re.escape, _ALWAYS))})(?!\w)")
_MARK: Final = re.compile(r"\s*[:,–—]|\s+-|-\s")


def may_be_not_written(text: str) -> bool:
    """Whether a text needs a closer look: told in a moment, and true of many that are written."""
    begins = plain(text.lstrip(_OPENERS)[:3])[:2]  # a letter may stand with its accent behind it
    if begins in _STARTS or begins[:1] in "-–—.…?_])>}+•":
        return True
    return "TB" in text or "TODO" in text or "XXX" in text


def is_not_written(text: str, *, whole: bool = False) -> bool:
    """Whether a text says of itself that it is not written yet.

    Args:
        text: As it was written.
        whole: Whether it must say nothing else, as in names and titles.
    """
    bare = _BRACKETS.sub("", text.strip())
    folded = _folded(bare)
    if _SIGNS.fullmatch(text.strip()) or _SIGNS.fullmatch(bare):
        return True
    if folded.rstrip(" .!…?") in _ALL:
        return True
    if folded in _ALL:
        return True
    if whole or len(folded.split()) >= _MOST_WORDS:
        return False
    return _begins(bare, folded) or _is_list_of_these(text)


def capital_word(text: str) -> str | None:
    """Return the first word that marks what is to be done, inside a longer text; None if none."""
    if "TB" not in text and "TODO" not in text and "XXX" not in text:
        return None
    found = _CAPITAL.search(text)
    return found[0] if found else None


def says_none(text: str) -> bool:
    """Whether a text says that there is none."""
    return text.strip().casefold() == NONE


def _is_list_of_these(text: str) -> bool:
    """Whether a text is a list in Markdown, and each of its items says so."""
    lines = [line for line in text.splitlines() if line.strip()]
    return bool(lines) and all(
        _ITEM.match(line) and is_not_written(_ITEM.sub("", line, count=1)) for line in lines
    )


def _begins(bare: str, folded: str) -> bool:
    if _CAPITAL.match(bare) or _ALWAYS_BEGINS.match(folded):
        return True
    return any(
        folded.startswith(words) and _MARK.match(folded[len(words) :]) for words in _BEFORE_A_MARK
    )
