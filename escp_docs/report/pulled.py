"""What files that came back ask for: as text, as JSON, as a patch."""

import json
from collections.abc import Collection, Iterable, Iterator, Sequence
from difflib import unified_diff
from pathlib import PurePath
from typing import TYPE_CHECKING, Any, Final

from escp_docs.pattern import pattern
from escp_docs.prose.words import changed_words
from escp_docs.pull.partner_list import NOT_READ
from escp_docs.report.stale_prose import stale_lines, stale_objects
from escp_docs.report.terminal_text import Paint, plain, visible

if TYPE_CHECKING:
    from escp_docs.edit.changes import ChangedFile
    from escp_docs.files.spec_edits import SpecEdit
    from escp_docs.pull.changes import CommentAt
    from escp_docs.pull.proposals import Proposal, PulledFile, TemplateNote
    from escp_docs.pull.pulled import Pulled
    from escp_docs.pull.returned import Hand

SCHEMA_VERSION: Final = 1
_LONGEST: Final = 300  # letters of a value that are shown
_PARTING: Final = pattern(r"\s*\n[^\S\n]*\n\s*")
_PARTED: Final = " ¶ "
_ORDER: Final = (
    "proposed",
    "not its own to say",
    "conflict",
    "unclear",
    "refused",
    "no longer there",
)


def lines(
    pulled: "Pulled", edit: "SpecEdit | None", paint: Paint = plain, *, verbose: bool = False
) -> Iterator[str]:
    """Yield what there is to say of pulled files, file by file, and what to do next.

    Args:
        pulled: What the files ask for.
        edit: What was changed in the spec; None if nothing was.
        paint: Gives words their colour.
        verbose: Whether what programs corrected on their own is told, too.
    """
    earlier: set[str] = set()
    for file in pulled.files:
        its_own = [one for one in pulled.proposals if one.file == file.name]
        yield from _file(file, its_own, earlier, paint)
        earlier.add(file.name)
        if verbose and file.corrected:
            yield f"  {file.corrected} paragraphs differ in quotation marks, dashes or blanks alone"
    if edit is not None and (edit.before is None or edit.before.standing != edit.after.standing):
        yield f"the verdict changes: {_standing(edit.before)} before, {_standing(edit.after)} now"
    if edit is not None:
        yield from stale_lines(edit.stale_prose, paint)
    yield from _next(pulled)


def _standing(result: Any) -> str:  # noqa: ANN401  # a Result, or none
    return "unreadable" if result is None or result.standing is None else str(result.standing.value)


def _file(
    file: "PulledFile", found: Sequence["Proposal"], earlier: Collection[str], paint: Paint
) -> Iterator[str]:
    """Yield what a file asks for; what contradicts one of the `earlier` files was told there."""
    if file.fault:
        yield (
            visible(f"{file.name}: ") + paint("cannot be read", "red") + visible(f": {file.fault}")
        )
        return
    by = f" from {file.sender}" if file.sender else ", nobody said from whom"
    by = " that wait" if file.is_waiting else by
    ways = " (name a key with --map 'HEAD=KEY')" if NOT_READ in file.compared else ""
    yield paint(visible(file.name), "bold") + visible(
        f": {file.document}{by}, compared with {file.compared}{ways}"
    )
    for standing in (*_ORDER, "taken", "kept"):
        some = [one for one in found if one.standing.value == standing]
        if some and standing != "proposed":
            yield f"  {standing}:"
        for one in some:
            yield from _proposal(one, earlier, paint)
    for remark in file.remarks:
        yield from _remark(remark)
    for note in file.notes:
        yield from _note(note)
    for words_ in file.unread:
        yield visible(f"  could not be read: {words_}")
    if not (found or file.remarks or file.notes or file.unread):
        yield "  nothing is left to decide" if file.is_known else "  nothing was changed"


def _proposal(one: "Proposal", earlier: Collection[str], paint: Paint) -> Iterator[str]:
    """Yield the lines of a proposal; of one that contradicts an earlier file, where to look."""
    is_open = one.standing.value == "conflict" and bool(one.rivals)
    if is_open and any(name in earlier for name in one.offered):
        yield f"  {paint(visible(one.key), 'bold')}: see above"
        return
    yield from proposal_lines(one, paint)
    if is_open:
        ways = " or ".join(f"--accept {one.key}={PurePath(name).name}" for name in one.offered)
        take = "take it" if len(one.offered) == 1 else "take one of them"
        yield visible(f"      {take}: {ways}")


def proposal_lines(one: "Proposal", paint: Paint) -> Iterator[str]:
    """Yield the lines that show one proposal: place, key, as sent, as returned, as it is now."""
    where = f"{one.place.file}:{one.place.line}:{one.place.column}: " if one.place else ""
    label = f" ({one.label})" if one.label else ""
    yield (
        "  " + visible(where) + paint(visible(one.key), "bold") + visible(f"{label}{_by(one.hand)}")
    )
    if one.what.value == "confirmation":
        yield visible(f"      confirmed: {one.theirs}")
    elif one.what.value in {"prose", "wording"} and one.base is not None and one.theirs:
        yield from _places(one.base, one.theirs)
    elif one.what.value == "entry removed":
        yield visible(f"      taken out: {_cut(one.base or '')}")
    elif one.what.value == "entry added":
        yield visible(f"      new entry: {one.theirs}")
    elif one.base and one.theirs and max(len(one.base), len(one.theirs)) > _LONGEST:
        # Cut to what fits, both would look alike: what is otherwise may stand far behind.
        yield from _places(one.base, one.theirs)
        if one.ours != one.base:
            yield visible(f"      as it is now  {_shown(one.ours)}")
    else:
        yield visible(f"      as sent       {_shown(one.base)}")
        yield visible(f"      as returned   {_shown(one.theirs)}")
        yield visible(f"      as it is now  {_shown(one.ours)}")
    if one.why:
        yield visible(f"      {one.why}")
    if one.reason:
        yield visible(f"      reason: {one.reason}")
        rests = ", ".join(one.facts) or "nothing that is named: ask where it comes from"
        yield visible(f"      rests on: {rests}")


def _by(hand: "Hand") -> str:
    day = hand.when[:10]
    who = f", by {hand.who}" if hand.who else ""
    return f"{who}, {day}" if who and day else who


def _shown(text: str | None) -> str:
    return "nothing" if text is None or text == "" else _cut(" / ".join(text.split("\n")))


def _cut(text: str) -> str:
    return text if len(text) <= _LONGEST else f"{text[: _LONGEST - 3]}..."


def _places(before: str, after: str) -> Iterator[str]:
    yield from (visible(f"      {row}") for row in all_rows(before, after))


def all_rows(before: str, after: str) -> list[str]:
    """Return the rows of `word_rows`; where no word differs, ends of paragraphs, else a remark."""
    rows = list(word_rows(before, after))
    if not rows:
        rows = list(word_rows(_PARTING.sub(_PARTED, before), _PARTING.sub(_PARTED, after)))
    return rows or ["marks, blanks or breaks of lines alone"]


def word_rows(before: str, after: str) -> Iterator[str]:
    """Yield a row for each place in which two texts differ: [-gone-] {+new+}, with words around."""
    for one in changed_words(before, after):
        marks = f"[-{one.gone}-]" if one.gone.strip() else ""
        marks += f"{{+{one.came}+}}" if one.came.strip() else ""
        yield " ".join(f"... {one.lead}{marks}{one.tail} ...".split())


def _remark(remark: "CommentAt") -> Iterator[str]:
    comment = remark.comment
    who = _by(comment.hand).removeprefix(", by ") or "somebody"
    kind = "reply" if comment.answers else "comment"
    settled = ", settled" if comment.is_settled else ""
    near = f" at {remark.key}" if remark.key else ""
    yield visible(f"  {kind}{near} by {who}{settled}: {comment.text}")
    if remark.quoted:
        yield visible(f'      on "{_cut(remark.quoted)}"')


def _note(note: "TemplateNote") -> Iterator[str]:
    near = f" at {note.near}" if note.near else ""
    yield visible(f"  words of the template were changed{near}{_by(note.hand)}:")
    if note.before and note.after:
        yield from (visible(f"      {row}") for row in word_rows(note.before, note.after))
    else:
        # What came is shown whole: these words of a person stand nowhere else.
        mark = f"[-{_cut(note.before)}-]" if note.before else f"{{+{note.after}+}}"
        yield visible(f"      {mark}")


def _next(pulled: "Pulled") -> Iterator[str]:
    names = [one.name for one in pulled.files]
    counts = {
        standing: sum(
            one.standing.value == standing and not _is_told_before(one, names)
            for one in pulled.proposals
        )
        for standing in (*_ORDER, "taken", "kept")
    }
    told = [f"{count} {standing}" for standing, count in counts.items() if count]
    keyless = sum(len(one.notes) for one in pulled.files)
    beside = [f"{keyless} change{'s' * (keyless > 1)} that no key states"] if keyless else []
    yield ", ".join([*(told or ["nothing is proposed"]), *beside])
    if counts["proposed"]:
        yield "  take what is proposed: add --apply"
    if counts["not its own to say"]:
        unknown = [one for one in pulled.files if not (one.sender or one.fault or one.is_waiting)]
        if unknown:
            yield "  say who sent it: --from ID, as in --from " + _example(pulled)
        yield "  take what a file may not say of itself by name: --accept KEY; leave it: --keep KEY"
    if counts["conflict"]:
        yield "  decide on what conflicts: --accept KEY takes it as returned, --keep KEY leaves it"
    if counts["unclear"] or counts["refused"] or counts["no longer there"]:
        yield "  write the others by hand (`escp-docs set`), and close them: --keep KEY"
    if keyless:
        yield "  read what no key states; where it is meant, change the spec by hand"


def _is_told_before(one: "Proposal", files: Sequence[str]) -> bool:
    """Whether a proposal is a side of a conflict that is told with an earlier file."""
    is_open = one.standing.value == "conflict" and one.file in files
    before = files[: files.index(one.file)] if is_open else ()
    return any(name in one.offered for name in before)


def _example(pulled: "Pulled") -> str:
    owners = [
        one.key.partition("[")[2].partition("]")[0]
        for one in pulled.proposals
        if one.key.startswith("consortium.partners[")
    ]
    return owners[0] if owners else "CMA"


# --- for programs ------------------------------------------------------------------------------


def as_json(pulled: "Pulled", edit: "SpecEdit | None", version: str) -> str:
    """Return what files ask for as JSON: specs/schemas/pull.schema.json."""
    whole = {
        "schema_version": SCHEMA_VERSION,
        "tool": {"name": "escp-docs", "version": version},
        "spec": pulled.spec,
        "files": [_file_object(one) for one in pulled.files],
        "proposals": [_proposal_object(one) for one in pulled.proposals],
        "stale_prose": stale_objects(edit.stale_prose if edit else ()),
    }
    return json.dumps(whole, ensure_ascii=False, indent=1) + "\n"


def _file_object(file: "PulledFile") -> dict[str, Any]:
    return {
        "file": file.name,
        "document": file.document,
        "sending": file.sending,
        "sender": file.sender,
        "compared": file.compared,
        "fault": file.fault or None,
        "comments": [_remark_object(one) for one in file.remarks],
        "notes": [
            {"before": one.before, "after": one.after, "near": one.near, **_hand_object(one.hand)}
            for one in file.notes
        ],
        "unread": list(file.unread),
    }


def _remark_object(remark: "CommentAt") -> dict[str, Any]:
    comment = remark.comment
    return {
        "id": comment.id,
        "answers": comment.answers or None,
        "settled": comment.is_settled,
        "key": remark.key or None,
        "quoted": remark.quoted,
        "text": comment.text,
        **_hand_object(comment.hand),
    }


def _hand_object(hand: "Hand") -> dict[str, Any]:
    return {"author": hand.who or None, "when": hand.when or None}


def _proposal_object(one: "Proposal") -> dict[str, Any]:
    place = one.place
    return {
        "what": one.what.value,
        "key": one.key,
        "anchor": one.anchor,
        "label": one.label,
        "base": one.base,
        "theirs": one.theirs,
        "ours": one.ours,
        "value": one.value,
        "standing": one.standing.value,
        "why": one.why or None,
        "reason": one.reason or None,
        "facts": list(one.facts),
        "file": one.file,
        "sender": one.sender,
        "place": None
        if place is None
        else {"file": place.file, "line": place.line, "column": place.column},
        **_hand_object(one.hand),
    }


def as_patch(files: Iterable["ChangedFile"]) -> str:
    """Return changes of files as a unified diff that `git apply` takes."""
    return "".join("".join(_patch(one)) for one in files)


def _patch(one: "ChangedFile") -> Iterator[str]:
    before, after = (
        (one.before or "").splitlines(keepends=True),
        one.after.splitlines(keepends=True),
    )
    name = one.file.replace("\\", "/")
    for line in unified_diff(
        before, after, "/dev/null" if one.before is None else f"a/{name}", f"b/{name}"
    ):
        yield line if line.endswith("\n") else f"{line}\n\\ No newline at end of file\n"
