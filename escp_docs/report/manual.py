"""The manual as text for people and as JSON: what each rule checks, what the call says about it."""

import json
import textwrap
from collections.abc import Sequence
from dataclasses import asdict

from escp_docs.judging.manual import FactOnPage, Manual, ManualPage

_WIDTH = 96


def as_json(found: ManualPage | Sequence[ManualPage]) -> str:
    """Return a manual page, or several, as JSON."""
    plain = asdict(found) if isinstance(found, ManualPage) else [asdict(one) for one in found]
    return json.dumps(plain, indent=2, ensure_ascii=False)


def text(found: ManualPage) -> str:
    """Return a manual page as text."""
    lines = [f"{found.code} {found.name}", f"  {found.fault}", ""]
    for name, body in found.sections.items():
        if name != "Source":
            lines += [name, textwrap.indent(body, "    "), ""]
    lines.append(f"What {found.call} says")
    for strand, fact in found.strands.items():
        lines += _said(strand, fact)
    return "\n".join(lines)


def _said(strand: str, fact: FactOnPage | None) -> list[str]:
    if fact is None:
        return [f"    Strand {strand}: the call file does not say; the rule does not hold here"]
    words = f'"{fact.quote}"' if fact.quote else fact.reason
    source = f"{', '.join(part for part in (fact.document, fact.place) if part)}: {words}"
    return [
        f"    Strand {strand}: {_shown(fact.value)} {fact.unit}".rstrip(),
        textwrap.fill(
            f"{fact.severity}, since the source is {fact.confidence}: {source}",
            _WIDTH,
            initial_indent=" " * 8,
            subsequent_indent=" " * 8,
        ),
        *([f"        {fact.url}"] if fact.url else []),
    ]


def _shown(value: object) -> str:
    if isinstance(value, tuple):
        return ", ".join(value)
    if isinstance(value, bool):
        return "yes:" if value else "no:"
    return str(value)


def table(found: Manual) -> str:
    """Return the table of rules, and what the call file does not say."""
    lines = []
    strands = found.pages[0].strands if found.pages else {}
    width = len(" ".join(f"{strand}:E" for strand in strands)) + 3
    longest = max((len(page.name) for page in found.pages), default=0) + 2
    for page in found.pages:
        marks = " ".join(
            f"{strand}:{'-' if fact is None else fact.severity[0].upper()}"
            for strand, fact in page.strands.items()
        )
        lines.append(f"{page.code}  {page.name:<{longest}}{marks:<{width}}{page.fault}")
    lines += ["", f"E error, W warning, - does not hold. What {found.call} does not say:"]
    lines += [f"  {topic}" + (f" ({note})" if note else "") for topic, note in found.unknown]
    return "\n".join(lines)
