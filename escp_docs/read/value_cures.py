"""How to write a value that is not what its key wants, where the rest of the spec tells more."""

import re
from datetime import date
from typing import Final

from escp_docs.model import country, number_forms
from escp_docs.model.base import SpecModel
from escp_docs.model.date_forms import calendar_month, month_number, project_month
from escp_docs.model.not_written import is_not_written
from escp_docs.model.scalar import PLAIN_NUMBER, is_id
from escp_docs.model.schema import MapOf, Scalar, Shape, join, keys
from escp_docs.pattern import pattern
from escp_docs.read.attached import named_by
from escp_docs.read.plain_values import Raw, RawSpec, Steps
from escp_docs.read.quoting import in_quotes, without_curly

_FILES: Final = frozenset({"file", "files", "path", "include", "text", "source", "src", "datei"})
_WORDS: Final = ("text", "prose")
_WHOLE: Final = ("month", "count")
_NUMBERS: Final = (*_WHOLE, "number", "euro")
_EQUALS: Final = pattern(r"(\w+)\s*(?::?=>?|->)\s*(\S.*?)(?=\s+\w+\s*:?=|$)", re.DOTALL)
_INCLUDED: Final = pattern(r"(?:include\s*:?\s*)?(\S+\.ya?ml)", re.IGNORECASE)
_OF_A_SHEET: Final = pattern(r"=.+|#(?:REF!|VALUE!|NAME\?|N/A|DIV/0!|NUM!|NULL!|WERT!|BEZUG!|#+)")
_NO_DECIMALS: Final = pattern(r"([1-9]\d{0,8})\.0{1,2}")  # as spreadsheets write it
_KEYS: Final = 6  # keys of a mapping that a cure names


def of_scalar(raw: RawSpec, step: str | int, shape: Scalar, written: Raw) -> str | None:
    """Return how to write a single value; None if nothing but its kind tells.

    Args:
        raw: The spec, as far as it could be read.
        step: The key of the value, or its position in a list.
        shape: What it is to be.
        written: What stands there.
    """
    lead = f"{step}: " if isinstance(step, str) else "- "
    if shape.kind in _NUMBERS and isinstance(written, str):
        if _OF_A_SHEET.fullmatch(written.strip()):
            return "write the number itself: formulas and errors of a spreadsheet are none"
        found = _month(raw, written) if shape.kind == "month" else None
        return found or _number(_counting(step, shape), shape, written)
    if isinstance(written, list):
        return _of_list(lead, shape, written)
    if shape.kind in _WORDS and isinstance(written, dict) and len(written) == 1:
        ((name, value),) = written.items()
        if isinstance(value, str) and shape.refers:
            return f"write `{lead}{value.strip()}`"
        if isinstance(value, str):
            return _text(lead, name, value.strip(), is_prose=shape.kind == "prose")
    return None


def _counting(step: str | int, shape: Scalar) -> str:
    """Return the key that says what a number counts: its own, or the kind of the value."""
    return "month" if shape.kind == "month" else "eur" if shape.kind == "euro" else str(step)


def _number(key: str, shape: Scalar, written: str) -> str | None:
    """Return how to write a number that is written in another way, None if it is none."""
    if shape.kind in _WHOLE and (whole := _NO_DECIMALS.fullmatch(written.strip())):
        return f"write {whole[1]}"
    if PLAIN_NUMBER.fullmatch(written.strip()) and not written.strip().endswith("."):
        return None  # its size is at fault, not its form
    found = number_forms.meant(written, key)
    if shape.kind in _WHOLE:
        found = tuple(one for one in found if one.isdigit())
    return f"write {', or '.join(found)}" if found else None


def _of_list(lead: str, shape: Scalar, written: list[Raw]) -> str | None:
    """Return how to write a single value that stands in square brackets."""
    words = [one.strip() for one in written if isinstance(one, str)]
    if len(words) != len(written) or not words:
        return None
    if shape.kind in _WORDS and not (shape.refers and len(words) == 1):
        typed = f"[{', '.join(words)}]"
        return f"put the text in quotes: `{lead}{in_quotes(typed)}`"
    return f"write `{lead}{words[0]}`" if len(words) == 1 else None


def _text(lead: str, name: str, value: str, *, is_prose: bool) -> str:
    """Return how to write a text that was read as a mapping of one key."""
    if is_prose and (name.casefold() in _FILES or named_by(value)):
        return f"write `{lead}{{file: {value}}}`"
    return f"put the text in quotes: `{lead}{in_quotes(f'{name}: {value}')}`"


def _month(raw: RawSpec, written: str) -> str | None:
    """Return which project month a text means, by the start of the action."""
    number = month_number(written)
    if number:
        return f"write {number}"
    found, start = calendar_month(written), _start(raw)
    if found is None or start is None:
        return None
    year, month = found
    number = project_month(start, year, month)
    if number is None:
        return f"write a project month; month 1 is that of {start}, the start of the action"
    meant = "" if year else f", if the first {written.strip()} of the action is meant"
    return f"write {number}{meant}; month 1 is that of {start}, the start of the action"


def _start(raw: RawSpec) -> date | None:
    project = raw.value.get("project")
    start = project.get("start_date") if isinstance(project, dict) else None
    try:
        return date.fromisoformat(start.strip()) if isinstance(start, str) else None
    except ValueError:
        return None


def of_list_below(raw: RawSpec, steps: Steps, shape: Scalar, written: Raw) -> str | None:
    """Return how to write prose whose items were typed as a list below its key."""
    key = raw.keys.get(join(steps))
    if shape.kind != "prose" or not isinstance(written, list) or key is None:
        return None
    if steps in raw.in_brackets or not all(isinstance(one, str) for one in written):
        return None
    level = key.column + 1
    return f"write `{steps[-1]}: |`, and the whole text below it, indented by {level} blanks"


def of_curly(step: str | int, written: Raw) -> str | None:
    """Return how to write a value that stands between curly quotes, None if it does not."""
    if not isinstance(written, str) or without_curly(written) == written:
        return None
    lead = f"{step}: " if isinstance(step, str) else ""
    return f"write `{lead}{without_curly(written)}`, without the curly quotes"


def of_mapping(key: str, shape: Shape, written: Raw) -> str:
    """Return how to write the mapping that a value was meant to be."""
    if not isinstance(shape, type):
        if pairs := _pairs(shape, written):
            return f"write `{key}: {{{pairs}}}`"
        braces = ", or in braces, as in `{CMC: 6, NOA: 3.5}`" if isinstance(written, list) else ""
        return f"write `name: value` below it, one a line{braces}"
    if isinstance(written, list):
        first = next((next(iter(one), "") for one in written if isinstance(one, dict)), "")
        shown = first if first in keys(shape) else next(iter(keys(shape)))
        return f"write its keys without hyphens before them: `{shown}: ...`"
    if isinstance(written, str):
        named = _INCLUDED.fullmatch(written.strip())
        if named and not key:
            return f"write `include: {named[1]}`"
        equals = _EQUALS.match(written.strip())
        if equals and equals[1] in keys(shape):
            return (
                f"write `{equals[1]}: {equals[2]}`: a colon and a blank part a key from its value"
            )
        first, _, rest = written.strip().partition(" ")
        if rest and first in keys(shape):
            return f"write `{first}: {rest.strip()}`: there is no colon in it"
        entry = _entry(shape, written.strip())
        if entry:
            return f"write `{key}: {{{entry}}}`" if key else f"write `{entry}`, and more keys below"
        if is_not_written(written, whole=True):
            return "delete the key until it is written, or write its parts below it"
    known = list(keys(shape))
    more = ", ..." if len(known) > _KEYS else ""
    return f"write its keys below it: {', '.join(known[:_KEYS])}{more}"


def _pairs(shape: Shape, written: Raw) -> str | None:
    """Return the numbers by name of a row, a column or a list as they stand in braces.

    None if what was typed is not names and numbers in turn.
    """
    value = shape.value if isinstance(shape, MapOf) else None
    if not isinstance(value, Scalar) or value.kind not in _NUMBERS:
        return None
    if isinstance(written, list):
        ones = [[*one.items()] if isinstance(one, dict) else [] for one in written]
        found = [one[0] for one in ones if len(one) == 1]
        if len(found) != len(written) or not all(_is_number(one) for _, one in found):
            return None
        return ", ".join(f"{name}: {one}" for name, one in found)
    words = re.split(r"\s*[,;:=\s]\s*", written.strip(" ,;")) if isinstance(written, str) else []
    names, numbers = words[::2], words[1::2]
    is_in_turn = len(names) == len(numbers) and all(map(is_id, names))
    if not names or not is_in_turn or not all(map(_is_number, numbers)):
        return None
    if any(_is_number(one) for one in names):
        return None
    return ", ".join(f"{name}: {one}" for name, one in zip(names, numbers, strict=True))


def _is_number(written: Raw) -> bool:
    return isinstance(written, str) and bool(PLAIN_NUMBER.fullmatch(written.strip()))


def _entry(part: type[SpecModel], written: str) -> str | None:
    """Return the entry of a part that a text is the value of, None if no key tells."""
    known = keys(part)
    for name, one in known.items():
        if isinstance(one.shape, Scalar) and written in one.shape.options:
            return f"{name}: {written}"
        if name == "country" and (code := country.code_of(written)):
            return f"country: {code}"
    needed = [name for name, one in known.items() if one.required]
    is_needed = needed == ["id"] and is_id(written) and not is_not_written(written, whole=True)
    return f"id: {written}" if is_needed else None
