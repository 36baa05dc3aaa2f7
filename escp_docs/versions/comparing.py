"""Two versions of a spec compared: what they state, what follows, what their documents say."""

from datetime import date
from typing import TypeVar

from msgspec.structs import replace

from escp_docs.comparing.claims.stale import stale_prose
from escp_docs.comparing.specs.compared import compared
from escp_docs.comparing.specs.difference import Comparison, EntryChange, FactChange, TextChange
from escp_docs.comparing.specs.sections import Sections, document_changes, sections
from escp_docs.finding import StaleProse
from escp_docs.versions.negotiated_words import with_negotiated_words
from escp_docs.versions.reading import ReadVersion

_Placed = TypeVar("_Placed", EntryChange, FactChange, TextChange, StaleProse)


def comparison(old: ReadVersion, new: ReadVersion, today: date) -> Comparison:
    """Return what is otherwise in the new version.

    Args:
        old: The old version.
        new: The new one.
        today: The date that documents print if the new version states none.

    Raises:
        TemplateError: a template of one of them cannot be rendered.
    """
    found = compared(old.spec, new.spec, old.judged, new.judged)
    printed = new.inputs.reading.spec.project.drafting_date or today
    if found.differs or not _are_made_alike(old, new):
        documents = document_changes(_sections(old, printed), _sections(new, printed))
        found = replace(found, documents=documents)
    found = with_negotiated_words(found, old, new, printed)
    remarks = (*old.version.remarks, *new.version.remarks, *_remarks(old, new))
    return replace(
        found,
        entries=tuple(_shown(one, new) for one in found.entries),
        facts=tuple(_shown(one, new) for one in found.facts),
        proses=tuple(_shown(one, new) for one in found.proses),
        remarks=remarks,
        stale_prose=tuple(
            _shown(one, new) for one in stale_prose(old.inputs.reading, new.inputs.reading)
        ),
    )


def _sections(one: ReadVersion, printed: date) -> dict[str, Sections]:
    every = one.documents(one.document_names, printed)
    return {name: sections(tree) for name, tree in every.items()}


def _are_made_alike(old: ReadVersion, new: ReadVersion) -> bool:
    """Whether two versions have the same templates and the same call."""
    return _templates(old) == _templates(new) and old.inputs.reading.call == new.inputs.reading.call


def _templates(one: ReadVersion) -> dict[str, str]:
    return dict(one.inputs.templates)


def _remarks(old: ReadVersion, new: ReadVersion) -> tuple[str, ...]:
    remarks = []
    if _templates(old) != _templates(new):
        remarks.append("the two versions have other templates")
    before, after = old.inputs.reading.call, new.inputs.reading.call
    if before.id == after.id and before != after:
        remarks.append(f"the two versions have another text of the call {after.id}")
    if _is_another(old, new):
        remarks.append(
            "the two have no partner in common; perhaps they are no versions of one spec"
        )
    return tuple(remarks)


def _is_another(old: ReadVersion, new: ReadVersion) -> bool:
    before, after = ({one.id for one in side.inputs.reading.spec.partners} for side in (old, new))
    return bool(before and after) and before.isdisjoint(after)


def _shown(one: _Placed, new: ReadVersion) -> _Placed:
    """Return a change whose place is as people know it."""
    if one.place is None:
        return one
    return replace(one, place=replace(one.place, file=new.version.told(one.place.file)))
