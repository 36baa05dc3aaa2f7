"""The manual as text for people and as JSON: what each rule checks, what the call says about it."""

import json
import textwrap
from collections.abc import Sequence
from dataclasses import asdict

from escp_docs.judging.manual import CitedFact, Manual, ManualPage

_WIDTH = 96


def as_json(found: ManualPage | Sequence[ManualPage]) -> str:
    """Return a manual page, or several, as JSON."""
    plain = asdict(found) if isinstance(found, ManualPage) else [asdict(one) for one in found]
    return json.dumps(plain, indent=2, ensure_ascii=False)


def text(found: ManualPage) -> str:
    """Return a manual page as text."""
    lines = [f"{found.code} {found.name}", f"  {found.fault}", ""]
    for name, body in found.sections.items():
        lines += [name, textwrap.indent(body, "    "), ""]
    lines.append(f"What {found.call} says" if found.facts else f"{found.call} says nothing of it")
    for one in found.facts:
        lines += _said(one)
    lines += _elsewhere(found)
    return "\n".join(lines)


def _said(one: CitedFact) -> list[str]:
    fact = one.fact
    quote = f'"{fact.quote}"' if fact.quote else ""
    words = "; ".join(part for part in (quote, fact.reason) if part)
    source = f"{', '.join(part for part in (fact.document, fact.place) if part)}: {words}"
    many = "Strand" if len(one.strands) == 1 else "Strands"
    held = f"{many} {' and '.join(one.strands)}: " if one.strands else ""
    is_a_list = not one.strands and one.name
    weight = "source, " if is_a_list else f"{fact.severity}, since the source is "
    return [
        _filled(f"{held}{fact.shown}", 4),
        _filled(f"{weight}{fact.confidence}: {source}", 8),
        *([f"        {fact.url}"] if fact.url else []),
    ]


def _elsewhere(found: ManualPage) -> list[str]:
    """Return a line on the strands in which the rule does not hold."""
    apart = [strand for strand, fact in found.strands.items() if fact is None]
    if not apart:
        return []
    many = "Strand" if len(apart) == 1 else "Strands"
    held = f"{many} {' and '.join(apart)}"
    return [f"    {held}: the call file states no such fact; the rule does not hold here"]


def _filled(text: str, indent: int) -> str:
    margin = " " * indent
    return textwrap.fill(
        text, _WIDTH, initial_indent=margin, subsequent_indent=margin, break_long_words=False
    )


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
