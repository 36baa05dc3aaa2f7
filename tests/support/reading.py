"""The smallest facts that tests need: a call, a spec from YAML text, a verdict."""

import textwrap
from collections.abc import Mapping
from functools import lru_cache
from pathlib import Path
from typing import Any, TypeVar

from escp_docs import files
from escp_docs.errors import Fault, UnreadableError
from escp_docs.finding import Outcome
from escp_docs.judging.verdict import judge
from escp_docs.model import reading as reading_values
from escp_docs.model.base import SpecModel
from escp_docs.model.call import Call
from escp_docs.read import spec as reading
from escp_docs.read.source import SourceText, decode
from escp_docs.read.spec import Reading

CALL_ID = "cos-clusint-2020-3-01"
HEAD = f"call: {CALL_ID}\n"
PROJECT = "project: {acronym: X}\n"
INELIGIBLE = HEAD + "strand: A\n" + PROJECT + "consortium:\n  partners: [{id: A, country: US}]\n"

Part = TypeVar("Part", bound=SpecModel)


@lru_cache(maxsize=1)
def shipped() -> Mapping[str, Call]:
    """Return all calls that ship with the program, that of 2020 first."""
    others = {name: path for name, path in files.call_sources().items() if name != CALL_ID}
    read_ones = {name: reading.call(files.source(path)) for name, path in others.items()}
    return {CALL_ID: call(), **read_ones}


@lru_cache(maxsize=1)
def known() -> Mapping[str, Call]:
    """Return all calls that cases may answer: the shipped ones, and those of the tests alone."""
    own = Path(__file__).parents[1] / "cases" / "calls"
    ours = {path.stem: reading.call(files.source(path)) for path in sorted(own.glob("*.yaml"))}
    return {**shipped(), **ours}


@lru_cache(maxsize=1)
def call() -> Call:
    """Return the call of 2020."""
    return reading.call(files.source(files.call_sources()[CALL_ID]))


def stated(part: type[Part], values: Mapping[str, Any]) -> Part:
    """Return the part of a spec that plain values state."""
    found, objections = reading_values.read(part, values)
    assert found is not None, objections
    return found


def source(text: str | bytes, file: str = "spec.yaml") -> SourceText | Fault:
    """Return the text of a file as the reader gets it."""
    data = text if isinstance(text, bytes) else textwrap.dedent(text).encode()
    return decode(file, data)


def read(*texts: str | bytes, calls: Mapping[str, Call] | None = None) -> Reading:
    """Return what files state; they are named a.yaml, b.yaml, ... in order."""
    named = [source(text, f"{chr(ord('a') + index)}.yaml") for index, text in enumerate(texts)]
    return reading.spec(named, calls or known())


def spec(text: str) -> Reading:
    """Return what a snippet states, with call and project added where it does not name them."""
    text = textwrap.dedent(text)
    head = "" if "\ncall:" in f"\n{text}" else HEAD
    project = "" if "\nproject:" in f"\n{text}" else PROJECT
    return read(head + project + text)


def faults(*texts: str | bytes) -> list[Fault]:
    """Return the faults that make files unreadable; none if they can be read."""
    try:
        read(*texts)
    except UnreadableError as error:
        return list(error.faults)
    return []


def outcomes(text: str, code: str) -> list[Outcome]:
    """Return what one rule says of a snippet."""
    found = spec(text)
    verdict = judge(found.spec, found.call)
    return [one.outcome for one in verdict.judged if one.rule.code == code]
