"""Clauses whose words came under negotiation, or are no more: each against the standard words."""

from collections.abc import Iterator
from datetime import date
from typing import Final

from msgspec.structs import replace

from escp_docs.comparing.specs.difference import Comparison, EntryChange, EntryFate, TextChange
from escp_docs.compose.citations import cited_text
from escp_docs.compose.values.negotiated import NegotiatedPoint, negotiated_points
from escp_docs.document import Document
from escp_docs.errors import TemplateError
from escp_docs.language.languages import USUAL
from escp_docs.model.agreement import Wording
from escp_docs.model.stable_path import located, parse_key
from escp_docs.prose.words import changed_words
from escp_docs.versions.reading import ReadVersion
from escp_docs.versions.redlines import AGREEMENT, standard

_WORDING: Final = "agreement.wording["
_LABELS: Final = {"agreed": "agreed words", "declined": "words declined"}
_PROPOSED: Final = "proposed words"


def with_negotiated_words(
    found: Comparison, old: ReadVersion, new: ReadVersion, printed: date
) -> Comparison:
    """Return what changed, with the words of each clause that has others than the standard ones.

    Words that came are told against the standard words of the clause, as are those that went; so
    is seen what the parties would sign otherwise.

    Args:
        found: What changed.
        old: The old version.
        new: The new one.
        printed: The date that documents print.
    """
    sides = ((EntryFate.CAME, new), (EntryFate.WENT, old))
    told = [one for fate, side in sides for one in _told(found.entries, fate, side, printed)]
    if not told:
        return found
    entries = {entry.path: entry for entry, _ in told}
    return replace(
        found,
        entries=tuple(entries.get(one.path, one) for one in found.entries),
        proses=(*found.proses, *(text for _, text in told)),
    )


def _told(
    entries: tuple[EntryChange, ...], fate: EntryFate, side: ReadVersion, printed: date
) -> Iterator[tuple[EntryChange, TextChange]]:
    """Yield the entries of a kind under the names of their clauses, with their words."""
    some = [one for one in entries if one.fate is fate and one.path.startswith(_WORDING)]
    if not some:
        return
    agreement = _agreement(side, printed)
    spec = side.inputs.reading.spec
    points = {one.index: one for one in negotiated_points(spec, agreement)}
    for one in some:
        steps = located(parse_key(one.path), spec)
        index = steps[-1] if steps else None
        if isinstance(index, int):
            text = spec.agreement.wording[index].text or ""
            shown = cited_text(text, agreement, USUAL) if agreement else text
            clause = points[index].clause
            entry = replace(one, name=f'of clause "{clause}"')
            yield entry, _change(one, spec.agreement.wording[index], points[index], shown)


def _change(one: EntryChange, wording: Wording, point: NegotiatedPoint, text: str) -> TextChange:
    standard, negotiated = (" ".join(words.split()) for words in (point.standard, text))
    came = one.fate is EntryFate.CAME
    old, new = (standard, negotiated) if came else (negotiated, standard)
    label = _LABELS.get(wording.status or "", _PROPOSED)
    words = tuple(changed_words(old, new))
    return TextChange(
        f"{one.path}.text", label, f"clause {point.clause}", old, new, words, one.place
    )


def _agreement(side: ReadVersion, printed: date) -> Document | None:
    """Return the agreement in its standard words; None if its template cannot be rendered."""
    try:
        made = standard(side).documents((AGREEMENT,), printed)
    except TemplateError:
        return None
    found = made.get(AGREEMENT)
    return found if isinstance(found, Document) else None
