"""A produced or returned file compared with what was sent."""

from escp_docs.comparing.specs.difference import (
    Comparison,
    DocumentChange,
    EntryChange,
    EntryFate,
    FactChange,
    SectionChange,
    TextChange,
)
from escp_docs.errors import Fault, UnreadableError
from escp_docs.prose.words import changed_words
from escp_docs.pull.proposals import Proposal, PulledFile, What
from escp_docs.pull.pulled import Pulled


def returned_changes(pulled: Pulled) -> Comparison:
    """Return what a file says otherwise than what was sent.

    Args:
        pulled: What reading it as a file that came back gave.

    Raises:
        UnreadableError: it cannot be read, or is none of the documents.
    """
    (file,) = pulled.files
    if file.fault:
        raise UnreadableError((Fault(f"{file.name} cannot be read: {file.fault}"),))
    changed = [one for one in pulled.proposals if one.what is not What.CONFIRMATION]
    return Comparison(
        f"{file.document}, {file.compared}",
        file.name,
        tuple(_entry(one) for one in changed if one.what in _FATES),
        tuple(_fact(one) for one in changed if one.what in {What.VALUE, What.ANSWER}),
        tuple(_prose(one) for one in changed if one.what in {What.PROSE, What.WORDING}),
        documents=_notes(file),
        remarks=tuple(f"could not be read: {words}" for words in file.unread),
    )


_FATES = {What.ENTRY_ADDED: EntryFate.CAME, What.ENTRY_REMOVED: EntryFate.WENT}


def _entry(one: Proposal) -> EntryChange:
    name = one.theirs or one.base or one.key
    return EntryChange(_FATES[one.what], one.key, one.label or "entry", name, place=one.place)


def _fact(one: Proposal) -> FactChange:
    new = None if one.theirs == "" else one.theirs
    return FactChange(one.key, one.label or one.key, "", one.base, new, place=one.place)


def _prose(one: Proposal) -> TextChange:
    old = one.base or ""
    words = tuple(changed_words(old, one.theirs))
    return TextChange(one.key, one.label or one.key, "", old, one.theirs, words, one.place)


def _notes(file: PulledFile) -> tuple[DocumentChange, ...]:
    """Return where words of templates were changed, by the section in which they stand."""
    near = dict.fromkeys(one.near for one in file.notes)
    sections = tuple(SectionChange("changed", "", one) for one in near)
    return (DocumentChange(file.document, "changed", sections),) if sections else ()
