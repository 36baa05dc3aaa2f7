"""The manual: what each rule checks, and what the call file says about it."""

import textwrap
from collections.abc import Sequence
from typing import Any

from escp_docs.model.call import Call
from escp_docs.model.fact import Fact
from escp_docs.rule import Rule

_WIDTH = 96


def page(rule: Rule[Any], call: Call) -> dict[str, Any]:
    """Return the manual page of a rule as plain values."""
    fault, parts = sections(rule.manual)
    facts = {strand: rule.rests_on(call.terms(strand)) for strand in call.strands}
    return {
        "code": rule.code,
        "name": rule.name,
        "fault": fault,
        "sections": parts,
        "call": call.id,
        "strands": {strand: _fact(fact) for strand, fact in facts.items()},
    }


def sections(docstring: str) -> tuple[str, dict[str, str]]:
    """Return the fault that a rule is named for, and the text of each section by its heading."""
    lines = docstring.strip().split("\n")
    blank = lines.index("") if "" in lines else len(lines)
    found: dict[str, list[str]] = {}
    for line in lines[blank:]:
        if line and not line.startswith(" "):
            found[line] = []
        elif found:
            found[next(reversed(found))].append(line)
    fault = " ".join(lines[:blank]).partition(":")[2].strip()
    return fault, {name: textwrap.dedent("\n".join(text)).strip() for name, text in found.items()}


def _fact(fact: Fact[Any] | None) -> dict[str, Any] | None:
    if fact is None:
        return None
    source = fact.source
    return {
        "value": _value(fact.value),
        "unit": fact.unit,
        "severity": fact.severity.value,
        "confidence": fact.confidence,
        "document": source.document,
        "place": source.place,
        "quote": source.quote,
        "reason": source.reason,
        "url": source.url,
    }


def _value(value: Any) -> Any:  # noqa: ANN401
    if isinstance(value, bool | int | str):
        return value
    if isinstance(value, tuple):
        return [_value(one) for one in value]
    return str(value)


def text(found: dict[str, Any]) -> str:
    """Return a manual page as text."""
    lines = [f"{found['code']} {found['name']}", f"  {found['fault']}", ""]
    for name, body in found["sections"].items():
        if name != "Source":
            lines += [name, textwrap.indent(body, "    "), ""]
    lines.append(f"What {found['call']} says")
    for strand, fact in found["strands"].items():
        lines += _said(strand, fact)
    return "\n".join(lines)


def _said(strand: str, fact: dict[str, Any] | None) -> list[str]:
    if fact is None:
        return [f"    Strand {strand}: the call file does not say; the rule does not hold here"]
    shown = fact["value"]
    value = ", ".join(shown) if isinstance(shown, list) else _shown(shown)
    words = f'"{fact["quote"]}"' if fact["quote"] else fact["reason"]
    source = f"{fact['document']}, {fact['place']}: {words}"
    return [
        f"    Strand {strand}: {value} {fact['unit']}".rstrip(),
        textwrap.fill(
            f"{fact['severity']}, since the source is {fact['confidence']}: {source}",
            _WIDTH,
            initial_indent=" " * 8,
            subsequent_indent=" " * 8,
        ),
        *([f"        {fact['url']}"] if fact["url"] else []),
    ]


def _shown(value: object) -> str:
    if isinstance(value, bool):
        return "yes:" if value else "no:"
    return str(value)


def table(rules: Sequence[Rule[Any]], call: Call) -> str:
    """Return the table of rules, and what the call file does not say."""
    lines = []
    width = len(" ".join(f"{strand}:E" for strand in call.strands)) + 3
    longest = max((len(rule.name) for rule in rules), default=0) + 2
    for rule in rules:
        found = page(rule, call)
        marks = " ".join(
            f"{strand}:{'-' if fact is None else fact['severity'][0].upper()}"
            for strand, fact in found["strands"].items()
        )
        lines.append(f"{rule.code}  {rule.name:<{longest}}{marks:<{width}}{found['fault']}")
    lines += ["", f"E error, W warning, - does not hold. What {call.id} does not say:"]
    for one in call.unknown:
        lines.append(f"  {one.topic}" + (f" ({one.note})" if one.note else ""))
    return "\n".join(lines)
