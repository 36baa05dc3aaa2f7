"""The first page of a package: what is in it, who signs what, until when, and the hashes."""

from collections.abc import Iterator, Sequence
from datetime import date
from hashlib import sha256
from html import escape
from typing import Final

from escp_docs.language.languages import USUAL
from escp_docs.model.call import Call
from escp_docs.model.spec import Spec
from escp_docs.packing.drawers import KEEP, SIGN, SUBMIT, PackedFile

_STYLE: Final = (
    "body{font:1rem/1.5 system-ui,sans-serif;max-width:60rem;margin:0 auto;padding:1rem;"
    "overflow-wrap:anywhere}table{border-collapse:collapse;width:100%}th,td{text-align:left;"
    "vertical-align:top;padding:.3rem .6rem .3rem 0;border-bottom:1px solid #ccc}"
    "code{font-size:.75rem}"
)
_DRAWERS: Final = {
    SUBMIT: "What is handed in at the portal, in its order",
    SIGN: "What is signed, and by whom",
    KEEP: "What is kept by the coordinator, and sent to nobody",
}


def readme(spec: Spec, call: Call, files: Sequence[PackedFile], day: date) -> bytes:
    """Return the page as HTML; it needs nothing beside it."""
    title = escape(f"{spec.project.acronym}: what was handed in")
    body = "\n".join(_body(spec, call, files, day))
    return (
        '<!DOCTYPE html>\n<html lang="en">\n<head>\n<meta charset="utf-8">\n'
        f"<title>{title}</title>\n"
        '<meta name="viewport" content="width=device-width, initial-scale=1">\n'
        f"<style>{_STYLE}</style>\n</head>\n<body>\n<main>\n<h1>{title}</h1>\n{body}\n"
        "</main>\n</body>\n</html>\n"
    ).encode()


def _body(spec: Spec, call: Call, files: Sequence[PackedFile], day: date) -> Iterator[str]:
    strand = f", Strand {escape(spec.strand)}" if spec.strand else ""
    yield f"<p>Dated {USUAL.day(day)}; call {escape(call.id)}{strand}. {_until(spec, call)}</p>"
    yield "<p>Nothing in this package is changed any more; a change is a new package.</p>"
    for drawer, what in _DRAWERS.items():
        inside = [one for one in files if one.name.startswith(f"{drawer}/")]
        yield f"<h2>{drawer}: {what}</h2>"
        if drawer == SUBMIT:
            yield "<p>Limits of pages or size: the sources of the call file name none.</p>"
        yield _table(inside)


def _until(spec: Spec, call: Call) -> str:
    terms = call.terms(spec.strand) if spec.strand in call.strands else call.all_strands
    deadline = terms.deadline
    if deadline is None:
        return "Until when the call takes it is not known."
    return f"The call takes it until {escape(USUAL.day(deadline.value))}."


def _table(files: Sequence[PackedFile]) -> str:
    heads = "".join(
        f'<th scope="col">{one}</th>' for one in ("File", "What", "Signed by", "SHA-256")
    )
    rows = "\n".join(
        f'<tr><th scope="row"><a href="{escape(one.name)}">{escape(one.name)}</a></th>'
        f"<td>{escape(one.purpose)}</td><td>{escape(', '.join(one.signers))}</td>"
        f"<td><code>{sha256(one.data).hexdigest()}</code></td></tr>"
        for one in files
    )
    return f"<table>\n<thead><tr>{heads}</tr></thead>\n<tbody>\n{rows}\n</tbody>\n</table>"
