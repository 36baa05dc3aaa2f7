"""What a file says as it leaves the house, and to which key of the spec each of its words belongs.

A file that comes back is compared with this, so nothing rests on what programs of others keep in
it. The words and keys of a document have an id, which stands at the foot of its pages.
"""

import json
from collections.abc import Callable, Iterator, Mapping, Sequence
from datetime import date
from hashlib import sha256
from typing import Any, Final, assert_never

from msgspec import Struct
from msgspec.structs import replace

from escp_docs.document import (
    AnswerField,
    Checkbox,
    Deleted,
    Document,
    Elsewhere,
    Emphasis,
    Field,
    Footnote,
    Inline,
    Inserted,
    LineBreak,
    Link,
    Passage,
    Placeholder,
    Reference,
    Strong,
    Text,
    walk,
)
from escp_docs.document.remarks import without_remarks
from escp_docs.language.running_heads import titles
from escp_docs.produced.printed_lines import PrintedLine, note_lines, printed_lines

VERSION: Final = 1
TICK: Final = "tick"
_ID: Final = 6  # characters of the hash that are printed

Anchor = Callable[[str], str]
"""Returns the anchor of a path: the same place, with entries named by their ids."""


class Span(Struct, frozen=True):
    """Letters of a line that belong to one key.

    Args:
        start: The first of them, counted from 0.
        end: The first after them.
        key: The anchor of the value.
        kind: What sort of value it is, as of a field; `tick` for a box.
        value: The value as the spec stated it; None if it stated none. Of a box whether it was
            ticked.
        options: The allowed values of a choice, each with what is printed for it.
        option: Of a box what a tick puts into the list.
    """

    start: int
    end: int
    key: str
    kind: str
    value: str | None
    options: tuple[tuple[str, str], ...] = ()
    option: str = ""


class SentLine(Struct, frozen=True):
    """A paragraph as it was sent: its letters, and to which keys they belong.

    Args:
        text: Its words; a line break is one.
        spans: The values in it, in order.
        prose: The anchor of the prose that it is a part of; empty if it is none.
        row: Which row of which table it stands in, both counted from 0.
        block: The id of the heading or clause; empty if it has none.
        number: The number that is printed before it.
        is_clause: Whether it is a clause of an agreement.
        references: Cross references in it: their first letter, the first after them, and the id
            that they lead to.
    """

    text: str
    spans: tuple[Span, ...] = ()
    prose: str = ""
    row: tuple[int, int] | None = None
    block: str = ""
    number: str = ""
    is_clause: bool = False
    references: tuple[tuple[int, int, str], ...] = ()


class Sent(Struct, frozen=True):
    """A document as it was sent.

    Args:
        document: Its name, as `questionnaires/CMA`.
        lines: Its paragraphs in reading order, notes last.
        proses: The text of each prose in it as the spec stated it, by its anchor.
        partner: The id of the partner that it was made for; empty if it was made for nobody.
        printed: The date on its pages.
        spec_hash: The SHA-256 of the texts of the spec.
        withheld: The anchors of what was left out of it, since it is not for the partner to see.
        notes: What the notes of its cells say, each once; some programs forget who wrote them.
        head: What may stand at the head of its pages beside the date: the acronym, then the titles,
            of which the first that fits is printed. Empty if that is not known.
    """

    document: str
    lines: tuple[SentLine, ...]
    proses: Mapping[str, str]
    partner: str = ""
    printed: date | None = None
    spec_hash: str = ""
    withheld: tuple[str, ...] = ()
    notes: tuple[str, ...] = ()
    head: tuple[str, ...] = ()

    @property
    def id(self) -> str:
        """What names it at the foot of its pages: of the hash of its words and anchors."""
        words = {"document": self.document, "lines": _plain_lines(self), "proses": {**self.proses}}
        return sha256(_json(words).encode()).hexdigest()[:_ID]


def sent(document: Document, anchor: Anchor, partner: str = "", spec_hash: str = "") -> Sent:
    """Return what a document says, and which key each of its words belongs to."""
    document = without_remarks(document)  # Word keeps these in comments
    lines = (*printed_lines(document), *note_lines(document))
    return Sent(
        document.name,
        tuple(one for line in lines if (one := _sent_line(line, anchor)).text.strip()),
        {
            anchor(one.path): one.value
            for one in walk(document.blocks)
            if isinstance(one, Passage) and one.path
        },
        partner,
        document.date,
        spec_hash,
        head=(document.acronym, *titles(document)),
    )


def _sent_line(line: PrintedLine, anchor: Anchor) -> SentLine:
    words: list[str] = []
    spans: list[Span] = []
    references: list[tuple[int, int, str]] = []
    start = 0
    for piece, holds in _pieces(line.inlines, anchor):
        end = start + len(piece)
        words.append(piece)
        if isinstance(holds, Span):
            spans.append(replace(holds, start=start, end=end))
        elif holds:
            references.append((start, end, holds))
        start = end
    prose = anchor(line.prose) if line.prose else ""
    return SentLine(
        "".join(words),
        tuple(spans),
        prose,
        line.row,
        line.block,
        line.number,
        line.is_clause,
        tuple(references) if line.is_clause else (),
    )


def _pieces(  # noqa: C901  # one case per kind of inline
    children: Sequence[Inline], anchor: Anchor
) -> Iterator[tuple[str, Span | str | None]]:
    """Yield words with the value that they are, or the id that they refer to."""
    for inline in children:
        match inline:
            case Emphasis() | Strong() | Link() | Inserted() | Deleted():
                yield from _pieces(inline.children, anchor)
            case Field() if inline.path:
                span = Span(0, 0, anchor(inline.path), inline.kind, inline.value, inline.options)
                yield inline.text, span
            case AnswerField():
                span = Span(0, 0, anchor(inline.path), inline.kind, None, inline.options)
                yield inline.text, span
            case Placeholder():
                yield inline.text, Span(0, 0, anchor(inline.path), "text", None)
            case Checkbox() if inline.path:
                ticked = str(inline.checked).lower()
                span = Span(0, 0, anchor(inline.path), TICK, ticked, (), inline.value)
                yield inline.text, span
            case Reference():
                yield inline.text, inline.target
            case Text() | Elsewhere() | Field() | Checkbox():
                yield inline.text, None
            case LineBreak():
                yield "\n", None
            case Footnote():
                # The mark of a note that stands elsewhere is words to many programs.
                yield "" if inline.children else inline.mark, None
            case _:
                assert_never(inline)


# --- as JSON ---------------------------------------------------------------------------------


def dump(sent_: Sent) -> bytes:
    """Return what was sent as JSON, a line for each paragraph."""
    head = {
        "sent_version": VERSION,
        "document": sent_.document,
        "partner": sent_.partner,
        "printed": sent_.printed.isoformat() if sent_.printed else "",
        "spec_sha256": sent_.spec_hash,
    }
    rows = [f'"{name}": {_json(value)}' for name, value in head.items()]
    if sent_.withheld:
        rows.append(f'"withheld": {_json(list(sent_.withheld))}')
    if sent_.notes:
        rows.append(f'"notes": {_json(list(sent_.notes))}')
    if sent_.head:
        rows.append(f'"head": {_json(list(sent_.head))}')
    lines = ",\n".join(_json(line) for line in _plain_lines(sent_))
    proses = ",\n".join(f"{_json(key)}: {_json(text)}" for key, text in sent_.proses.items())
    rows += [f'"lines": [\n{lines}\n]', f'"proses": {{\n{proses}\n}}']
    return ("{" + ",\n".join(rows) + "}\n").encode()


def _plain_lines(sent_: Sent) -> list[dict[str, Any]]:
    return [_plain_line(line) for line in sent_.lines]


def _plain_line(line: SentLine) -> dict[str, Any]:
    found: dict[str, Any] = {"text": line.text}
    if line.spans:
        found["spans"] = [_plain_span(span) for span in line.spans]
    names = {"prose": line.prose, "block": line.block, "number": line.number}
    found |= {name: value for name, value in names.items() if value}
    if line.row is not None:
        found["row"] = list(line.row)
    if line.is_clause:
        found["clause"] = True
    if line.references:
        found["references"] = [list(one) for one in line.references]
    return found


def _plain_span(span: Span) -> dict[str, Any]:
    found: dict[str, Any] = {
        "at": [span.start, span.end],
        "key": span.key,
        "kind": str(span.kind),
        "value": span.value,
    }
    if span.options:
        found["options"] = [list(one) for one in span.options]
    if span.option:
        found["option"] = span.option
    return found


def load(data: bytes) -> Sent:
    """Return what `dump` wrote down.

    Raises:
        ValueError: it is something else.
    """
    try:
        found = json.loads(data)
        if found["sent_version"] != VERSION:
            raise ValueError("it is of another version")
        printed = str(found["printed"])
        return Sent(
            str(found["document"]),
            tuple(_line_of(one) for one in found["lines"]),
            {str(key): str(text) for key, text in found["proses"].items()},
            str(found["partner"]),
            date.fromisoformat(printed) if printed else None,
            str(found["spec_sha256"]),
            tuple(map(str, found.get("withheld", ()))),
            tuple(map(str, found.get("notes", ()))),
            tuple(map(str, found.get("head", ()))),
        )
    except (AttributeError, KeyError, TypeError, RecursionError) as error:
        raise ValueError(f"it does not say what was sent: {error}") from error


def _line_of(found: Mapping[str, Any]) -> SentLine:
    row = found.get("row")
    text = str(found["text"])
    return SentLine(
        text,
        tuple(_span_of(one, len(text)) for one in found.get("spans", ())),
        str(found.get("prose", "")),
        (int(row[0]), int(row[1])) if row else None,
        str(found.get("block", "")),
        str(found.get("number", "")),
        bool(found.get("clause")),
        tuple((int(start), int(end), str(to)) for start, end, to in found.get("references", ())),
    )


def _span_of(found: Mapping[str, Any], length: int) -> Span:
    start, end = map(int, found["at"])
    if not 0 <= start <= end <= length:
        raise ValueError("a value stands outside of its line")
    value = found["value"]
    return Span(
        start,
        end,
        str(found["key"]),
        str(found["kind"]),
        None if value is None else str(value),
        tuple((str(one), str(text)) for one, text in found.get("options", ())),
        str(found.get("option", "")),
    )


def _json(value: object) -> str:
    return json.dumps(value, ensure_ascii=False, sort_keys=True)
