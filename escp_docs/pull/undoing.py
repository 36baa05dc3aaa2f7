"""What was taken last, given back to the byte where nobody changed it since."""

import os
from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from msgspec import Struct

from escp_docs.edit.changes import ChangedFile
from escp_docs.files import spec_edits
from escp_docs.files.record import Record
from escp_docs.files.spec_texts import named_paths, own_files


class Undone(Struct, frozen=True):
    """What came of taking back: the files that changed, the places that others changed since."""

    files: tuple[str, ...]
    changed_since: tuple[str, ...]


def undo(spec: str, record: Record, when: str) -> Undone | None:
    """Give back what stood before the last taking; None if nothing was taken.

    Places that were changed since stay as they are, and are told.

    Raises:
        ChangedMeanwhileError: a file was changed while it was read.
        WriteError: a file cannot be written; all are as they were.
    """
    log = record.log()
    undone = {one.get("of") for one in log if one.get("action") == "undone-writing"}
    written = [
        one for one in log if one.get("action") == "written" and one.get("when") not in undone
    ]
    if not written:
        return None
    last = written[-1]
    own = set(_own_files(spec))
    changed: list[ChangedFile] = []
    stuck: list[str] = []
    for one in last["files"]:
        file = os.path.normpath(record.folder.parent / str(one["file"]))
        text = spec_edits.text_of(file)
        if text is None or file not in own:
            stuck.append(f"{file}: it is not there any more")
            continue
        new = text.split("\n")
        lines = tuple(new)
        for place in reversed(one["places"]):
            at = _found(lines, place)
            if at is None:
                stuck.append(f"{file}:{int(place['line']) + 1}")
            else:
                new[at : at + len(place["after"])] = place["before"]
        if "\n".join(new) != text:
            changed.append(ChangedFile(file, text, "\n".join(new)))
    spec_edits.put_in_place(changed)
    moment = last["when"]
    record.note(
        [
            {"action": "undone-writing", "when": when, "of": moment},
            *(
                {**one, "action": "undone", "when": when}
                for one in log
                if one.get("when") == moment and one.get("action") == "taken"
            ),
        ]
    )
    return Undone(tuple(one.file for one in changed), tuple(stuck))


def _own_files(spec: str) -> Iterator[str]:
    """Yield the files of a spec, and those that they name: a record of others leads to no other."""
    for one in (*own_files(spec), *named_paths(spec)):
        yield os.path.normpath(one)


def _found(lines: Sequence[str], place: Mapping[str, Any]) -> int | None:
    """Return where the lines of a place stand now; None if they are not there, or twice."""
    after, above, below = list(place["after"]), list(place["above"]), list(place["below"])
    wanted = [*above, *after, *below]
    at = int(place["line"]) - len(above)
    if list(lines[max(at, 0) : max(at, 0) + len(wanted)]) == wanted and at >= 0:
        return at + len(above)
    found = [
        one
        for one in range(len(lines) - len(wanted) + 1)
        if list(lines[one : one + len(wanted)]) == wanted
    ]
    return found[0] + len(above) if len(found) == 1 else None
