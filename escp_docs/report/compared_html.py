"""What changed between two versions, as one page: side by side where the screen is wide."""

from collections.abc import Iterable, Iterator, Sequence
from html import escape
from typing import TYPE_CHECKING, Final

from escp_docs.pattern import pattern
from escp_docs.prose.words import changes, words
from escp_docs.report.compared import entry_line, shown
from escp_docs.report.stale_prose import says

if TYPE_CHECKING:
    from escp_docs.comparing.specs.difference import (
        Comparison,
        DocumentChange,
        FactChange,
        FigureChange,
        RuleChange,
        TextChange,
    )

_FULL_LINE: Final = pattern(r"(?<=[^\n|])\n(?=[^\W\d_]|[\"“'(*_])(?![*_-] )")
_STYLE: Final = """
:root { color-scheme: light dark; --line: #c8ccd0; --gone: #9c1c1c; --came: #14602c;
  --gone-back: #fbe9e9; --came-back: #e6f4ea; }
@media (prefers-color-scheme: dark) {
  :root { --line: #4a4f55; --gone: #ff9d9d; --came: #8fdca6; --gone-back: #3d1f1f;
    --came-back: #17361f; } }
* { box-sizing: border-box; }
body { font: 1rem/1.5 system-ui, sans-serif; margin: 0 auto; padding: 1rem; max-width: 90rem;
  overflow-wrap: anywhere; }
h1 { font-size: 1.4rem; line-height: 1.3; }
h2 { font-size: 1.15rem; margin: 2rem 0 .5rem; border-bottom: 2px solid var(--line); }
h3 { font-size: 1rem; margin: 1.2rem 0 .3rem; }
ul { padding-left: 1.2rem; margin: .3rem 0; }
code { font-size: .85em; }
del { color: var(--gone); background: var(--gone-back); }
ins { color: var(--came); background: var(--came-back); }
table { border-collapse: collapse; width: 100%; }
th, td { text-align: left; vertical-align: top; padding: .3rem .6rem .3rem 0;
  border-bottom: 1px solid var(--line); }
td.was { color: var(--gone); } td.is { color: var(--came); }
.side { white-space: pre-line; border-left: 3px solid var(--line); padding: .2rem .8rem;
  margin: .3rem 0; min-width: 0; }
.side > b { display: block; font-size: .8rem; }
.sides { display: none; }
@media (min-width: 56rem) {
  .sides { display: grid; grid-template-columns: 1fr 1fr; gap: 1rem; }
  .both { display: none; } }
@media (max-width: 40rem) {
  thead { position: absolute; clip-path: inset(50%); width: 1px; height: 1px; overflow: hidden; }
  table, tbody, tr, th, td { display: block; border: 0; padding: 0; }
  tr { border-bottom: 1px solid var(--line); padding: .5rem 0; }
  td[data-is]::before { content: attr(data-is) ": "; font-weight: 600; } }
"""


def as_html(found: "Comparison") -> str:
    """Return what changed as a page that needs nothing beside it."""
    title = escape(f"What changed: {found.old} to {found.new}")
    body = "\n".join(_body(found))
    viewport = "width=device-width, initial-scale=1"
    return (
        '<!DOCTYPE html>\n<html lang="en">\n<head>\n<meta charset="utf-8">\n'
        f'<title>{title}</title>\n<meta name="viewport" content="{viewport}">\n'
        f"<style>{_STYLE}</style>\n</head>\n<body>\n<main>\n{body}\n</main>\n</body>\n</html>\n"
    )


def _body(found: "Comparison") -> Iterator[str]:
    yield f"<h1>What changed from {escape(found.old)} to {escape(found.new)}</h1>"
    yield from (f"<p>{escape(one)}</p>" for one in found.remarks)
    if not found.differs:
        yield "<p>Nothing differs.</p>"
    yield from _listed("Entries", [escape(entry_line(one)) for one in found.entries])
    yield from _part("Facts", _facts(found.facts))
    yield from _part("Texts", [part for one in found.proses for part in _prose(one)])
    yield from _part("Figures that follow", _figures(found.figures))
    yield from _part("Rules", list(_rules(found)))
    yield from _listed("Documents", [_document(one) for one in found.documents])
    stale = (
        f"<code>{escape(one.place.file)}:{one.place.line}</code> {escape(says(one.label))} "
        f"“{escape(one.words)}”; {escape(one.fact)}"
        for one in found.stale_prose
    )
    yield from _listed("What texts still say", list(stale))


def _part(title: str, parts: Sequence[str]) -> Iterator[str]:
    if parts:
        yield f"<section>\n<h2>{title}</h2>"
        yield from parts
        yield "</section>"


def _listed(title: str, items: Sequence[str]) -> Iterator[str]:
    rows = "\n".join(f"<li>{one}</li>" for one in items)
    yield from _part(title, [f"<ul>\n{rows}\n</ul>"] if items else [])


def _table(heads: Sequence[str], rows: Iterable[Sequence[str]]) -> str:
    top = "".join(f'<th scope="col">{one}</th>' for one in heads)
    kinds = ("", *(f' class="{kind}" data-is="{kind}"' for kind in ("was", "is")), "")
    lines = "\n".join(
        f'<tr><th scope="row">{row[0]}</th>'
        + "".join(f"<td{kinds[at]}>{cell}</td>" for at, cell in enumerate(row) if at)
        + "</tr>"
        for row in rows
    )
    return f"<table>\n<thead><tr>{top}</tr></thead>\n<tbody>\n{lines}\n</tbody>\n</table>"


def _facts(found: Sequence["FactChange"]) -> list[str]:
    rows = [
        (
            escape(f"{one.label} of {one.entry}" if one.entry else one.label),
            escape(shown(one.old)),
            escape(shown(one.new)),
            f"<code>{escape(one.path)}</code>",
        )
        for one in found
    ]
    return [_table(("What", "was", "is", "Key"), rows)] if rows else []


def _figures(found: Sequence["FigureChange"]) -> list[str]:
    rows = [
        (
            escape(f"{one.name} of {one.subject}" if one.subject else one.name),
            escape(one.old or "none"),
            escape(one.new or "none"),
            " ".join(f"<code>{escape(cause)}</code>" for cause in one.causes),
        )
        for one in found
    ]
    return [_table(("What", "was", "is", "From"), rows)] if rows else []


def _prose(one: "TextChange") -> Iterator[str]:
    of = f" of {one.entry}" if one.entry else ""
    yield f"<h3>{escape(one.label + of)} <code>{escape(one.path)}</code></h3>"
    before, after, both = _sides(words(_unwrapped(one.old)), words(_unwrapped(one.new)))
    yield (
        f'<div class="sides"><div class="side"><b>was</b>{before}</div>'
        f'<div class="side"><b>is</b>{after}</div></div>\n<div class="side both">{both}</div>'
    )


def _unwrapped(text: str) -> str:
    """Return a prose whose lines end where something ends, and not where they were full."""
    return _FULL_LINE.sub(" ", text)


def _sides(old: Sequence[str], new: Sequence[str]) -> tuple[str, str, str]:
    """Return what a text was with what is gone, what it is with what came, and both in one."""
    before, after, both = "", "", ""
    at = position = 0
    for start, end, new_start, new_end in changes(old, new):
        gone, came = _marked("del", old[start:end]), _marked("ins", new[new_start:new_end])
        same = _plain(new[position:new_start])
        before += _plain(old[at:start]) + gone
        after += same + came
        both += same + gone + came
        at, position = end, new_end
    rest = _plain(new[position:])
    return before + _plain(old[at:]), after + rest, both + rest


def _plain(found: Sequence[str]) -> str:
    return escape("".join(found))


def _marked(tag: str, found: Sequence[str]) -> str:
    return f"<{tag}>{_plain(found)}</{tag}>" if found else ""


def _rules(found: "Comparison") -> Iterator[str]:
    if found.standing is not None and found.standing[0] != found.standing[1]:
        before, after = found.standing
        yield f"<p>The verdict changes: <del>{before.value}</del> <ins>{after.value}</ins></p>"
    for one in found.rules:
        yield from _rule(one)


def _rule(one: "RuleChange") -> Iterator[str]:
    old, new = (answer.replace("_", " ") for answer in (one.old, one.new))
    turned = f": <del>{old}</del> <ins>{new}</ins>" if old != new else f": {new}, as before"
    yield f"<h3>{escape(one.code)} {escape(one.name)}{turned}</h3>"
    came = "".join(f"<li>now: {escape(message)}</li>" for message in one.came)
    went = "".join(f"<li>no more: {escape(message)}</li>" for message in one.went)
    yield f"<ul>{came}{went}</ul>" if came or went else ""


def _document(one: "DocumentChange") -> str:
    if one.fate != "changed":
        return f"<b>{escape(one.document)}</b> {escape(one.fate)}"
    named = [f"{part.number} {part.title}".strip() or "cover and head" for part in one.sections]
    return f"<b>{escape(one.document)}</b>: {escape('; '.join(named))}"
