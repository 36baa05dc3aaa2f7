"""What was changed in a spec, for people: place, key, what it said and what it says."""

import json
from collections.abc import Iterator
from typing import TYPE_CHECKING, Any, Final

from escp_docs.report.faults import remark_lines
from escp_docs.report.stale_prose import stale_lines, stale_objects
from escp_docs.report.terminal_text import Paint, plain, visible

if TYPE_CHECKING:
    from escp_docs.edit.changes import Made
    from escp_docs.files.spec_edits import SpecEdit
    from escp_docs.read.plain_values import Raw

SCHEMA_VERSION: Final = 1
_WIDEST: Final = 60  # characters of a value that are shown


def edit_lines(edit: "SpecEdit", paint: Paint = plain, *, written: bool = True) -> Iterator[str]:
    """Yield the lines that show an edit, and what the rules say of it that they did not before.

    Args:
        edit: The edit.
        paint: Gives words their colour.
        written: Whether the files have been written.
    """
    for one in edit.made:
        yield _made(one, paint)
    if not edit.made:
        yield "nothing to change: the spec says so already"
        return
    for remark in edit.remarks:
        yield from remark_lines(remark, paint)
    yield from _verdict(edit)
    yield from stale_lines(edit.stale_prose, paint)
    if not written:
        yield "nothing is written"


def as_json(edit: "SpecEdit", version: str, *, written: bool) -> str:
    """Return an edit for programs: specs/schemas/set.schema.json."""
    before = edit.before.standing if edit.before else None
    whole: dict[str, Any] = {
        "schema_version": SCHEMA_VERSION,
        "tool": {"name": "escp-docs", "version": version},
        "spec": edit.spec,
        "written": written,
        "made": [
            {
                "path": one.path,
                "place": {
                    "file": one.place.file,
                    "line": one.place.line,
                    "column": one.place.column,
                },
                "before": one.before,
                "after": one.after,
                "takes_back": one.takes_back,
            }
            for one in edit.made
        ],
        "verdict": {
            "before": before.value if before else None,
            "after": edit.after.verdict,
        },
        "stale_prose": stale_objects(edit.stale_prose),
    }
    return json.dumps(whole, ensure_ascii=False, indent=1) + "\n"


def _made(one: "Made", paint: Paint) -> str:
    where = visible(f"{one.place.file}:{one.place.line}")
    path = paint(visible(one.path), "bold")
    if one.takes_back:
        gone = [name for name in _texts(one.before) if name not in _texts(one.after)]
        what = "each key by itself" if not gone else f"without {', '.join(gone)}"
        return (
            visible(f"{where}: ") + path + visible(f": {what}, until the partner confirms it again")
        )
    if one.before is None:
        words = f"{shown(one.after)} is new"
    elif one.after is None:
        words = f"{shown(one.before)} is gone"
    elif one.before == one.after:
        words = "has another position"
    else:
        words = f"{shown(one.before)} is now {shown(one.after)}"
    return visible(f"{where}: ") + path + visible(f": {words}")


def _texts(value: "Raw") -> list[str]:
    return [one for one in value if isinstance(one, str)] if isinstance(value, list) else []


def shown(value: "Raw") -> str:
    """Return a value in few words, as YAML has it between brackets."""
    match value:
        case str():
            flat = " ".join(value.split())
            return repr(flat if len(flat) <= _WIDEST else f"{flat[:_WIDEST]}...")
        case list():
            inner = ", ".join(shown(one) for one in value)
            return f"[{inner}]" if len(inner) <= _WIDEST else f"a list of {len(value)}"
        case dict():
            pairs = ", ".join(f"{name}: {shown(one)}" for name, one in value.items())
            return f"{{{pairs}}}" if len(pairs) <= _WIDEST else f"an entry of {len(value)} keys"
        case _:
            return "nothing"


def _verdict(edit: "SpecEdit") -> Iterator[str]:
    before = edit.before.standing if edit.before else None
    after = edit.after.standing
    faults = [one for one in edit.appear if one.is_fault]
    if before != after:
        was = f"was {before}" if before else "could not be read"
        yield f"the verdict changes: it {was}, and is {after}"
        settling = (one for one in edit.appear if one.is_question and one.is_error)
        faults += settling if not any(one.is_error for one in faults) else ()
    for one in faults:
        yield visible(f"  {one.code} {one.name}: {one.outcome.message}")
