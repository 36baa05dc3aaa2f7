"""What is to be said of the lines of a spec, each with the changes that would mend it."""

from collections.abc import Callable, Iterator
from typing import Final, TypeAlias

from msgspec import Struct
from msgspec.structs import replace

from escp_docs.edit.changes import ChangedFile, RemoveValue, SetValue
from escp_docs.edit.editing import edited
from escp_docs.edit.steps import Work
from escp_docs.errors import RefusedEditError, UnreadableError
from escp_docs.finding import Place
from escp_docs.judging.result import NextKey, WaitedFact
from escp_docs.model.schema import split
from escp_docs.pattern import pattern
from escp_docs.read.source import SpecText
from escp_docs.workspace.form_items import Cure, Objection
from escp_docs.workspace.ids import Replacement, replaced, standing_at
from escp_docs.workspace.objections import objection_of_fault, objection_of_finding
from escp_docs.workspace.refusing import with_texts
from escp_docs.workspace.state import State

Read: TypeAlias = Callable[[SpecText], State]
_Texts: TypeAlias = tuple[tuple[str, str, str], ...]
_ENDS: Final = pattern("\r\n|\n|\r")
_PLAIN: Final = pattern(r"\w(?:[\w.-]| (?! ))*(?<! )")  # a value that needs no quotes anywhere
_IN_QUOTES: Final = pattern(r"""[^"'\\]+""")
_STANDING: Final = pattern(
    r"""(?:&\S+\s+)?(?P<value>(?P<quote>["'])(?P<quoted>[^"'\\]+)(?P=quote)"""
    r"|(?P<plain>\w[\w. ,-]*))"
)
_NUMBER: Final = pattern(r"write `(\d+(?:\.\d+)?)`")
_TORN: Final = pattern(r"\d[\d., ]*\d")


class Notice(Struct, frozen=True):
    """Something to be said of a place.

    Attributes:
        place: The place; None of what concerns none.
        said: What is said: severity, message, cure, code, source, changes that mend it.
        url: Where the passage of the call can be read; empty if nowhere.
    """

    place: Place | None
    said: Objection
    url: str = ""


class Fix(Struct, frozen=True):
    """A change offered by its words, as texts of whole files before and after.

    `mends` is what it mends; None if it begins a key.
    """

    label: str
    texts: tuple[tuple[str, str, str], ...]
    mends: Notice | None = None


def notices(state: State) -> Iterator[Notice]:
    """Yield all that is to be said of a spec: faults, findings, questions, remarks."""
    for fault in state.result.faults:
        yield Notice(fault.place, objection_of_fault(fault))
    for finding in state.result.shown:
        if finding.is_fault:
            source = finding.outcome.source
            url = source.url or "" if source else ""
            yield Notice(finding.place, objection_of_finding(finding, state), url)
    for fact in state.result.questions:
        yield Notice(fact.place, _of_question(fact))
    for remark in state.result.remarks:
        yield Notice(remark.place, Objection("remark", remark.message, remark.fix or ""))


def _of_question(fact: WaitedFact) -> Objection:
    return Objection("question", fact.question, f"ask {fact.ask}", ", ".join(fact.codes))


def fixes(state: State, read: Read, file: str, first: int, last: int) -> Iterator[Fix]:
    """Yield the changes that mend what is said of some lines of a file, from 1.

    Each is made in memory by the careful edits, and read; what cannot be made, or leaves wrong
    what it is to mend, is not offered.
    """
    for one in notices(state):
        if one.place is not None and one.place.file == file and first <= one.place.line <= last:
            for cure in one.said.cures:
                make = _spelt if cure.is_of_key else _cured
                texts = make(state, read, one, one.place, cure)
                if texts:
                    yield Fix(cure.label, texts, one)
            if not one.said.cures:
                yield from _in_one_number(state, read, one, one.place)
    for key in state.result.next_keys:
        if key.place.file == file and first <= key.place.line <= last:
            yield from _begun(state, key)


def _cured(state: State, read: Read, notice: Notice, place: Place, cure: Cure) -> _Texts:
    change = RemoveValue(cure.key) if cure.value is None else SetValue(cure.key, cure.value)
    try:
        done = edited(state.sources, [change])
    except (RefusedEditError, UnreadableError):
        return _written(state, read, notice, place, cure)
    if notice.said.severity == "error" and not notice.said.code:
        known = {one.message for one in state.result.faults} - {notice.said.message}
        left = (one for one in read(done.after).result.faults if one.path == cure.key)
        if any(one.message not in known for one in left):
            return ()
    return tuple((one.file, one.before or "", one.after) for one in done.files)


def _written(state: State, read: Read, notice: Notice, place: Place, cure: Cure) -> _Texts:
    """Return the change of a value where it stands, in a file whose form is broken elsewhere."""
    found = _STANDING.fullmatch(_line(state, place)[place.column - 1 :][: place.length])
    if found is None:
        return ()
    start, end = found.span("plain" if found["plain"] else "quoted")
    value, fits = cure.value, _PLAIN if found["plain"] else _IN_QUOTES
    if isinstance(value, dict):  # an entry that was typed as a text
        entry = ", ".join(f"{name}: {one}" for name, one in value.items())
        if not all(isinstance(one, str) and _PLAIN.fullmatch(one) for one in value.values()):
            return ()
        value, (start, end) = f"{{{entry}}}", found.span("value")
    elif not isinstance(value, str) or not fits.fullmatch(value):
        return ()
    at = place.column - 1
    where = Replacement(place.file, place.line - 1, at + start, at + end, value)
    return _typed(state, read, notice, where)


def _spelt(state: State, read: Read, notice: Notice, place: Place, cure: Cure) -> _Texts:
    """Return the change of a key, and of nothing else, to the one that is meant."""
    before, wrong = state.texts.get(place.file), split(cure.key)[-1]
    if before is None or not isinstance(wrong, str) or not isinstance(cure.value, str):
        return ()
    found = standing_at(before, place, wrong)
    if found is None:
        return ()
    meant = replace(found, text=cure.value)
    if any(one.before is not None for one in state.result.faults):  # of the form of a file
        return _typed(state, read, notice, meant)
    after = replaced(before, [meant])
    work = Work(with_texts(state.sources, [ChangedFile(place.file, before, after)]))
    if work.faults():  # it stands there already, perhaps
        return ()
    return ((place.file, before, after),)


def _in_one_number(state: State, read: Read, notice: Notice, place: Place) -> Iterator[Fix]:
    """Yield the change of a number that a comma has torn in two to the one that a cure names."""
    meant = _NUMBER.match(notice.said.fix)
    for torn in _TORN.finditer(_line(state, place)) if meant else ():
        is_there = torn.start() < place.column <= torn.end()
        if meant and is_there and _digits(torn[0]) == _digits(meant[1]):
            where = Replacement(place.file, place.line - 1, torn.start(), torn.end(), meant[1])
            if texts := _typed(state, read, notice, where):
                yield Fix(f"use {meant[1]}", texts, notice)


def _typed(state: State, read: Read, notice: Notice, where: Replacement) -> _Texts:
    """Return the change of some characters, if no more is wrong after it, and no longer this."""
    before = state.texts[where.file]
    after = replaced(before, [where])
    left = read(with_texts(state.sources, [ChangedFile(where.file, before, after)])).result.faults
    if any(one.message == notice.said.message and one.place == notice.place for one in left):
        return ()
    is_better = len(left) <= len(state.result.faults)  # an entry that is read may lack keys
    return ((where.file, before, after),) if is_better else ()


def _line(state: State, place: Place) -> str:
    lines = _ENDS.split(state.texts.get(place.file, ""))
    return lines[place.line - 1] if place.line <= len(lines) else ""


def _digits(text: str) -> str:
    return "".join(one for one in text if one.isdigit())


def _begun(state: State, key: NextKey) -> Iterator[Fix]:
    """Yield the change that begins a key, to be filled in."""
    before = state.texts.get(key.place.file)
    if before is None:
        return
    ending = "\r\n" if "\r\n" in before else "\n"
    lines = before.split(ending)
    at = key.place.line
    match key.where:
        case "below":
            made = [*lines[:at], *key.lines, *lines[at:]]
        case "in place of":
            made = [*lines[: at - 1], *key.lines, *lines[at:]]
        case _:
            bare = lines[:-1] if lines and not lines[-1] else lines
            made = [*bare, *key.lines, ""]
    name = key.lines[-1].strip().partition(":")[0].strip("-{ ")
    yield Fix(f"begin {name}: {key.question}", ((key.place.file, before, ending.join(made)),))
