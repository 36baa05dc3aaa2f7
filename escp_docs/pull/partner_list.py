"""A list of partners as somebody keeps it: its heads read as keys, its rows as partners."""

import re
from collections.abc import Iterator, Mapping
from difflib import get_close_matches
from typing import Final

from msgspec import Struct

from escp_docs.model.base import SpecModel
from escp_docs.model.consortium import Partner
from escp_docs.model.scalar import is_id
from escp_docs.model.schema import Scalar, keys
from escp_docs.model.spec import Spec
from escp_docs.prose.words import same_words
from escp_docs.pull.changes import Change, FileReading, RowAdded, ValueChange, WordingChange
from escp_docs.pull.returned import Returned, ReturnedCell, ReturnedSheet
from escp_docs.pull.stated import stated_text
from escp_docs.spelling import unknown

NOT_READ: Final = "; not read: "
"""Stands before the heads of columns that no key was found for."""

_HEADS: Final[Mapping[str, str]] = {
    **dict.fromkeys(
        ("organisation", "organization", "partner", "name", "company", "institution",
         "legal entity", "organisation name", "organization name", "name of organisation",
         "full name", "applicant", "beneficiary", "participant"),
        "legal_name",
    ),
    **dict.fromkeys(("acronym", "abbreviation", "short", "shortname"), "short_name"),
    **dict.fromkeys(("pic", "pic number", "pic code", "participant code"), "pic"),
    **dict.fromkeys(("state", "nation", "country code"), "country"),
    **dict.fromkeys(("street", "address", "street and number", "postal address"), "address"),
    **dict.fromkeys(("zip", "zip code", "postal code", "post code", "plz"), "postcode"),
    **dict.fromkeys(("town", "place", "location"), "city"),
    **dict.fromkeys(("web", "url", "homepage", "web site", "internet"), "website"),
    **dict.fromkeys(("vat", "vat id", "vat no", "tax number"), "vat_number"),
    **dict.fromkeys(("email", "mail", "contact email"), "contact.email"),
    **dict.fromkeys(("contact", "contact person", "contact name"), "contact.name"),
    **dict.fromkeys(("phone", "telephone", "tel", "mobile"), "contact.phone"),
}  # fmt: skip
"""What people write over the columns of their lists, and which key of a partner it is."""
_LEFT_OUT: Final = "-"
_NEAR: Final = 0.85
_TOP: Final = 30  # rows among which the heads stand
_LEAST: Final = 2  # columns that make a list
_NAMING: Final = frozenset({"id", "pic", "legal_name", "short_name"})


class PartnerList(Struct, frozen=True):
    """A list of partners: what it says otherwise, and how its heads were read, for people."""

    reading: FileReading
    how: str


def partner_list(returned: Returned, spec: Spec, columns: Mapping[str, str]) -> PartnerList | None:
    """Return a list of partners; None if a file has none.

    Rows are matched by PIC, then by id, then by name; other rows are new partners.

    Args:
        returned: The file.
        spec: The spec as it is now.
        columns: The key below a partner for heads that are read as it was said; "-" for none.

    Raises:
        UnknownNameError: there is no such key, or the file has no such head.
    """
    known = dict(_keys(Partner, ""))
    for key in columns.values():
        if key not in {*known, "id", _LEFT_OUT}:
            raise unknown("key of a partner", key, [*known, "id"])
    best = max(
        (_heads(sheet, known, columns) for sheet in returned.sheets),
        key=lambda one: len(one.keys),
        default=None,
    )
    if best is None or not best.keys or not (columns or _is_list(best)):
        return None
    for head in columns:
        if _folded(head) not in {_folded(one) for one in best.words.values()}:
            raise unknown("head of a column", head, list(best.words.values()))
    changes = tuple(_changes(best, spec, known))
    return PartnerList(FileReading(changes, ()), _how(best))


class _Heads(Struct, frozen=True):
    """The heads of a list: the row they stand in, their words, and the keys of the columns."""

    sheet: ReturnedSheet
    row: int
    words: Mapping[int, str]
    keys: Mapping[int, str]


def _is_list(heads: _Heads) -> bool:
    """Whether a file is a list of partners though nobody said so."""
    return len(heads.keys) >= _LEAST and bool(_NAMING & set(heads.keys.values()))


def _keys(part: type[SpecModel], above: str) -> Iterator[tuple[str, str]]:
    """Yield each single value of a partner with its label."""
    for name, key in keys(part).items():
        if isinstance(key.shape, type):
            yield from _keys(key.shape, f"{above}{name}.")
        elif isinstance(key.shape, Scalar) and name != "id":
            yield f"{above}{name}", key.label


def _heads(sheet: ReturnedSheet, known: Mapping[str, str], columns: Mapping[str, str]) -> _Heads:
    best = _Heads(sheet, -1, {}, {})
    for row, cells in list(sheet.rows.items())[:_TOP]:
        words = {column: cell.text for column, cell in cells.items() if cell.text}
        found = _as_keys(words, known, columns)
        if len(found) > len(best.keys):
            best = _Heads(sheet, row, words, found)
    return best


def _as_keys(
    words: Mapping[int, str], known: Mapping[str, str], columns: Mapping[str, str]
) -> dict[int, str]:
    said = {_folded(head): key for head, key in columns.items()}
    names = {**{_folded(label): key for key, label in known.items()}, **_HEADS}
    names |= {_folded(key): key for key in (*known, "id")}
    found: dict[int, str] = {}
    for column, word in words.items():
        folded = _folded(word)
        key = said.get(folded) or names.get(folded)
        if key is None:
            near = get_close_matches(folded, names, n=1, cutoff=_NEAR)
            key = names[near[0]] if near else None
        if key is not None and key != _LEFT_OUT and (key not in found.values() or folded in said):
            found = {one: it for one, it in found.items() if it != key} | {column: key}
    return found


def _changes(heads: _Heads, spec: Spec, known: Mapping[str, str]) -> Iterator[Change]:
    taken: set[str] = set()
    for number, row in heads.sheet.rows.items():
        if number <= heads.row:
            continue
        values = {
            key: row[column]
            for column, key in heads.keys.items()
            if column in row and row[column].text and row[column].text not in {"-", "n/a", "N/A"}
        }
        if not values:
            continue
        partner = _partner(values, spec)
        if partner is None:
            yield _new(values, row, spec, taken)
            continue
        path = next(i for i, one in enumerate(spec.partners) if one.id == partner)
        for key, cell in values.items():
            if key in known:
                ours = stated_text(spec, f"consortium.partners[{path}].{key}")
                doubt = "it is computed by a formula there" if cell.formula else ""
                anchor = f"consortium.partners[{partner}].{key}"
                yield ValueChange(anchor, "text", ours, ours or "", cell.text, doubt=doubt)


def _partner(values: Mapping[str, ReturnedCell], spec: Spec) -> str | None:
    """Return the id of the partner that a row is about."""

    def said(key: str) -> str:
        return same_words(values[key].text).casefold() if key in values else ""

    pic = re.sub(r"\D", "", said("pic"))
    ways = (
        lambda one: pic and re.sub(r"\D", "", one.pic or "") == pic,
        lambda one: said("id") and one.id.casefold() == said("id"),
        lambda one: said("legal_name") and _says(one, said("legal_name")),
        lambda one: said("short_name") and _says(one, said("short_name")),
    )
    for way in ways:
        found = [one.id for one in spec.partners if way(one)]
        if len(found) == 1:
            return found[0]
    return None


def _says(partner: Partner, name: str) -> bool:
    names = (partner.id, partner.short_name, partner.legal_name)
    return name in {same_words(one).casefold() for one in names if one}


def _new(
    values: Mapping[str, ReturnedCell],
    row: Mapping[int, ReturnedCell],
    spec: Spec,
    taken: set[str],
) -> Change:
    text = " | ".join(cell.text for cell in row.values())
    if not spec.partners or "legal_name" not in values:
        return WordingChange("", text)
    id_ = values["id"].text if "id" in values else _id(values, spec, taken)
    taken.add(id_)
    said = tuple((key, cell.text) for key, cell in values.items() if key != "id")
    return RowAdded(f"consortium.partners[{spec.partners[0].id}]", (("id", id_), *said), text)


def _id(values: Mapping[str, ReturnedCell], spec: Spec, taken: set[str]) -> str:
    """Return an id for a new partner: its short name, else the first letters of its name."""
    known = {one.id for one in spec.partners} | taken
    short = values["short_name"].text if "short_name" in values else ""
    letters = "".join(one[0] for one in re.findall(r"[A-Za-z0-9]+", values["legal_name"].text))
    begun = short if is_id(short) else letters.upper()[:8]
    begun = begun if is_id(begun) else "NEW"
    number, found = 1, begun
    while found in known:
        number += 1
        found = f"{begun}{number}"
    return found


def _how(heads: _Heads) -> str:
    read = ", ".join(f'"{heads.words[column]}" as {key}' for column, key in heads.keys.items())
    rest = [word for column, word in heads.words.items() if column not in heads.keys]
    left = ", ".join(f'"{one}"' for one in rest)
    also = f"{NOT_READ}{left}" if rest else ""
    return f"the spec as it is now; {read}{also}"


def _folded(text: str) -> str:
    return " ".join(re.sub(r"[^\w.]+|_", " ", text.replace("-", "").casefold()).split())
