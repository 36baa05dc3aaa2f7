"""What the program says of a made-up spec beside what the oracle says of it."""

import json
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

from escp_docs import api
from escp_docs.files import opening
from escp_docs.files.call_files import Calls
from tests.oracle import verdict as oracle
from tests.oracle.answers import Answer, Said, Severity, faults
from tests.oracle.entities import contradict_themselves
from tests.oracle.stated import Entry, partners

_ANSWERS = {api.Answer.NOT_MET: Answer.NOT_MET, api.Answer.UNDECIDED: Answer.OPEN}
_MET = Answer.MET


@dataclass(frozen=True)
class Difference:
    """Where the two do not say the same: a code, or the verdict."""

    about: str
    program: str
    oracle: str

    def __str__(self) -> str:
        return f"{self.about}: the program says {self.program}, the oracle {self.oracle}"


def opened(spec: Entry, file: Path) -> api.OpenSpec:
    """Return a spec as the program reads it from a file; JSON is YAML, and faster to write."""
    file.write_text(json.dumps(spec, ensure_ascii=False, indent=1), encoding="utf-8")
    return opening.opened(str(file), _CALLS)


_CALLS = Calls()  # reading a call takes as long as judging a spec


def differences(spec: Entry, result: api.Result) -> Iterator[Difference]:
    """Yield where the program and the oracle differ, by code and in the verdict."""
    said = oracle.say(spec)
    theirs, ours = fired(result), oracle.fired(said)
    for code in oracle.REQUIREMENTS:
        if code in NOT_COMPARED or code in _undefined(spec):
            continue
        one, other = theirs.get(code, frozenset()), ours.get(code, frozenset())
        if one != other:
            yield Difference(code, _words(one), _words(other))
    if not _undefined(spec) and str(result.standing) != (verdict := oracle.verdict(said)):
        yield Difference("verdict", str(result.standing), verdict)


def _undefined(spec: Entry) -> tuple[str, ...]:
    """Return the codes about which no source says what holds of a spec.

    One entity in two countries contradicts itself: CON007 has said so, and the number of countries
    is anybody's guess.
    """
    return ("CON003", "CON004") if contradict_themselves(partners(spec) or ()) else ()


NOT_COMPARED: Mapping[str, str] = {}
"""Codes that are not compared, and why."""


def fired(result: api.Result) -> dict[str, Said]:
    """Return what the program says is not met or undecided, the worst answer of each severity."""
    said: dict[str, set[tuple[Answer, Severity]]] = {}
    for finding in result.findings:
        outcome = finding.outcome
        pair = (_ANSWERS.get(outcome.answer, _MET), Severity(str(outcome.severity)))
        said.setdefault(finding.code, set()).add(pair)
    return {code: found for code, pairs in said.items() if (found := faults(frozenset(pairs)))}


def _words(said: Said) -> str:
    return ", ".join(sorted(f"{answer} ({severity})" for answer, severity in said)) or "nothing"
