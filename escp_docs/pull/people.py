"""Values as people write them in a form, read as the format writes them."""

import re
from collections.abc import Iterator, Sequence
from typing import Final

from msgspec import Struct

from escp_docs.language.language import Language
from escp_docs.model import country, date_forms, number_forms
from escp_docs.model.near_country import meant, near_codes
from escp_docs.model.scalar import is_id
from escp_docs.model.schema import ListOf, Scalar, form, split
from escp_docs.model.spec import Spec
from escp_docs.pattern import pattern
from escp_docs.prose.words import same_words
from escp_docs.read.unwritten import is_unwritten

_YES: Final = frozenset({"yes", "y", "true", "x", "☒", "☑", "✓", "✔"})
_NO: Final = frozenset({"no", "n", "false", "☐"})
_NOTHING: Final = frozenset(
    {"none", "no", "nil", "nothing", "n/a", "n.a", "na", "not applicable", "-", "–", "—", "/"}
)
_FREE: Final = ("text", "prose", "id")
_NUMBERS: Final = ("month", "count", "number", "euro")
_WHOLE: Final = ("month", "count")
_ISO_DAY: Final = pattern(r"\d{4}-\d{2}-\d{2}")
_PLAIN: Final = pattern(r"\d+(?:\.\d{1,2})?|\d+\.\d{4,}")
_COMMAS: Final = pattern(r"\d{1,3}(?:,\d{3})+\.\d{1,2}")
_TICKED: Final = pattern(r"[☒☑✓✔🗹✗✘]")
_BOXES: Final = pattern(r"[☐☒☑✓✔🗹✗✘]")
_RIGHT: Final = _YES | {"1", "ok", "correct", "right"}


class Understood(Struct, frozen=True):
    """What a text says.

    Args:
        value: As the format writes it; None if it cannot be told.
        readings: What it may be, where it is one of several; or why it is none.
    """

    value: str | None
    readings: str = ""


def understood(  # noqa: C901, PLR0911  # a case for each kind
    text: str,
    scalar: Scalar,
    language: Language,
    spec: Spec,
    options: Sequence[tuple[str, str]] = (),
) -> Understood:
    """Return a single value as the format writes it.

    Args:
        text: As somebody wrote it.
        scalar: What it is to be.
        language: The one of the document.
        spec: The spec, for the ids of its entries.
        options: The allowed values, each with what the document printed for it.
    """
    typed = " ".join(text.split())
    if not typed:
        return Understood("")
    if scalar.may_be_none and typed.casefold() in {"none", language.values.none.casefold()}:
        return Understood("none")
    if scalar.options or options:
        found = _choice(typed, scalar, options)
        return _day(typed) if found.value is None and scalar.kind == "date" else found
    if scalar.refers:
        return _reference(typed, scalar, spec)
    match scalar.kind:
        case "flag":
            return _flag(typed, language)
        case "date":
            return _day(typed)
        case "country":
            return _country(typed)
        case "share":
            return _share(typed)
        case kind if kind in _NUMBERS:
            return _number(typed, kind)
        case "id":
            return Understood(typed) if is_id(typed) else Understood(None, "it cannot be an id")
        case "prose":
            return Understood(text.strip())
        case _:
            return Understood(typed)


def says_nothing(text: str, scalar: Scalar, language: Language) -> bool:
    """Whether words in place of a value say that there is none, and are not themselves one.

    Args:
        text: As somebody wrote it.
        scalar: What it is to be.
        language: The one of the document.
    """
    if scalar.kind not in _FREE or scalar.options or scalar.refers or scalar.may_be_none:
        return False
    folded = " ".join(text.split()).casefold().rstrip(".! ")
    return folded in _NOTHING | {language.values.none.casefold(), language.values.no.casefold()}


def not_known(text: str, path: str) -> str:
    """Return why words are no value: they say that it is not known yet; empty if they do not.

    They are never written over a fact, and an absent one says as much without them.

    Args:
        text: As the format writes it.
        path: Where it is to stand.
    """
    shape = form(Spec, path)
    shape = shape.item if isinstance(shape, ListOf) else shape
    if not isinstance(shape, Scalar) or not is_unwritten(text, split(path), shape):
        return ""
    none = "; if there is none, state none" if shape.may_be_none else ""
    return f"it says that it is not known yet{none}"


class Box(Struct, frozen=True):
    """What became of a box to tick: whether it is ticked, and words that are no tick."""

    is_ticked: bool
    said: str = ""


def box(text: str) -> Box:
    """Return what a box says with all that somebody wrote into it or beside it.

    A tick is its mark or a word for yes, alone. Whatever else was written is no answer to yes or
    no: "no" may ask for another value, and "yes, but" is half of one.
    """
    words = _BOXES.sub(" ", text).strip(" .,:;!").casefold()
    is_marked = bool(_TICKED.search(text))
    if not any(letter.isalnum() or letter == "?" for letter in words):
        return Box(is_marked)
    if words in _RIGHT:
        return Box(is_ticked=True)
    return Box(is_marked, " ".join(text.split()))


def _choice(typed: str, scalar: Scalar, options: Sequence[tuple[str, str]]) -> Understood:
    folded = same_words(typed).casefold()
    names = [*options, *((one, one) for one in scalar.options)]
    names += [(one, one.replace("_", " ")) for one in scalar.options]
    found = {value for value, shown in names if same_words(shown).casefold() == folded}
    if len(found) == 1:
        return Understood(found.pop())
    if scalar.kind == "flag":
        return Understood(None, 'it is neither "yes" nor "no"')
    known = dict.fromkeys(shown for _, shown in options or [(o, o) for o in scalar.options])
    return Understood(None, f"it is none of {', '.join(known)}")


def _flag(typed: str, language: Language) -> Understood:
    folded = typed.casefold().rstrip(".")
    if folded in _YES or folded == language.values.yes.casefold():
        return Understood("true")
    if folded in _NO or folded == language.values.no.casefold():
        return Understood("false")
    return Understood(None, 'it is neither "yes" nor "no"')


def _day(typed: str) -> Understood:
    if _ISO_DAY.fullmatch(typed):
        return Understood(typed)
    found = date_forms.days(typed)
    if len(found) == 1:
        return Understood(found[0].isoformat())
    if found:
        return Understood(None, f"it may be {' or '.join(one.isoformat() for one in found)}")
    return Understood(None, "it is no day; write it as 2021-09-01")


def _country(typed: str) -> Understood:
    code = country.code_of(typed)
    if code:
        return Understood(code)
    near = near_codes(typed)
    hint = f"; did you mean {meant(near)}?" if near else ""
    return Understood(None, f"it is no country{hint}")


def _share(typed: str) -> Understood:
    if re.fullmatch(r"\d+/\d+", typed):
        return Understood(typed)
    found = number_forms.share(typed)
    return Understood(found) if found else Understood(None, "it is no share; write it as 90 %")


def _number(typed: str, kind: str) -> Understood:
    key = {"month": "month", "euro": "eur"}.get(kind, "")
    if _PLAIN.fullmatch(typed):
        found: tuple[str, ...] = (typed,)
    elif _COMMAS.fullmatch(typed.removeprefix("EUR ")):
        found = (typed.removeprefix("EUR ").replace(",", ""),)
    else:
        found = number_forms.meant(typed, key)
    if kind in _WHOLE:
        found = tuple(one for one in found if one.isdigit())
    if len(found) == 1:
        return Understood(found[0])
    if found:
        return Understood(None, f"it may be {' or '.join(found)}")
    return Understood(None, "it is no number")


def _reference(typed: str, scalar: Scalar, spec: Spec) -> Understood:
    """Return the id of the entry that is meant: by its id, or by what it is called."""
    names = list(_names(scalar, spec))
    folded = same_words(typed).casefold()
    found = {name for name, shown in names if same_words(shown).casefold() == folded}
    if len(found) == 1:
        return Understood(found.pop())
    known = ", ".join(dict.fromkeys(name for name, _ in names))
    return Understood(None, f"it is none of {known}" if known else "there is no such entry")


def _names(scalar: Scalar, spec: Spec) -> Iterator[tuple[str, str]]:
    yield from ((one, one) for one in scalar.refers if one in _BY_NAME)
    for what in scalar.refers:
        for entry in _entries(what, spec):
            name = str(getattr(entry, "id", None) or getattr(entry, "name", ""))
            shown = ("id", "short_name", "legal_name", "title", "name")
            yield from (
                (name, str(getattr(entry, one))) for one in shown if getattr(entry, one, None)
            )


def _entries(what: str, spec: Spec) -> Iterator[object]:
    match what:
        case "partner":
            yield from spec.partners
        case "associated":
            yield from spec.consortium.associated or ()
        case "work package":
            yield from spec.roadmap.work_packages or ()
        case "indicator":
            yield from spec.indicators or ()
        case "target":
            yield from spec.target_countries or ()
        case _:
            return


_BY_NAME: Final = ("coordinator", "joint")  # what a key may name beside entries
