"""The manual as text for people and as JSON: what each rule checks, what the call says about it."""

import json
import textwrap
from collections.abc import Sequence

from escp_docs.judging.manual import CitedFact, KeyPage, Manual, ManualPage
from escp_docs.struct_json import json_value

_WIDTH = 96


Pages = Manual | ManualPage | Sequence[KeyPage]
"""What `explain` prints: all rules, the page of one, or what is known of keys."""


def render(style: str, found: Pages) -> str:
    """Return what is to be explained as text or, if `style` is json, as JSON."""
    match found:
        case Manual():
            return _as_json(found.pages) if style == "json" else table(found)
        case ManualPage():
            return (
                json.dumps(json_value(found), indent=2, ensure_ascii=False)
                if style == "json"
                else text(found)
            )
        case _:
            return _as_json(found) if style == "json" else key_text(found)


def _as_json(found: Sequence[ManualPage | KeyPage]) -> str:
    return json.dumps([json_value(one) for one in found], indent=2, ensure_ascii=False)


def text(found: ManualPage) -> str:
    """Return a manual page as text."""
    lines = [f"{found.code} {found.name}", f"  {found.fault}", ""]
    for name, body in found.sections.items():
        lines += [name, textwrap.indent(body, "    "), ""]
    lines.append(_heading(found))
    for one in found.facts:
        lines += _said(one)
    lines += _elsewhere(found)
    return "\n".join(lines)


def _heading(found: ManualPage) -> str:
    if not found.facts:
        return f"{found.call} says nothing of it"
    if all(one.fact.confidence == "consistency" for one in found.facts):
        return "What it rests on, under every call"
    return f"What {found.call} says"


def key_text(found: Sequence[KeyPage]) -> str:
    """Return pages of keys as text."""
    return "\n\n".join(
        f"{one.path}\n"
        + "\n".join(
            _filled(line, 2)
            for line in (one.states, f"holds: {one.holds}", f"asks: {one.question}")
        )
        for one in found
    )


def _said(one: CitedFact) -> list[str]:
    fact = one.fact
    quote = f'"{fact.quote}"' if fact.quote else ""
    words = "; ".join(part for part in (quote, fact.reason) if part)
    source = f"{', '.join(part for part in (fact.document, fact.place) if part)}: {words}"
    held = f"{_strands(one.strands)}: " if one.strands else ""
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
    return [
        f"    {_strands(apart)}: the call file states no such fact; the rule does not hold here"
    ]


def _strands(names: Sequence[str]) -> str:
    *others, last = names
    return f"Strands {', '.join(others)} and {last}" if others else f"Strand {last}"


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
