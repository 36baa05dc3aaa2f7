"""Results as reports get them."""

import textwrap
from collections.abc import Sequence

from escp_docs.errors import Fault
from escp_docs.files.opening import ReadSpec
from escp_docs.finding import Answer, Confidence, Outcome, Place, Severity, Source
from escp_docs.judging import one_spec, several_specs
from escp_docs.judging.open_spec import OpenSpec
from escp_docs.judging.result import Finding, Result
from escp_docs.read import spec as reading
from escp_docs.rule import Standing
from tests.support.reading import CALL_ID, HEAD, PROJECT, call, source

INELIGIBLE = """
strand: A
consortium:
  partners:
    - {id: A, country: US}
    - {id: B, kind: other}
"""


def results(*texts: str, what_if: one_spec.WhatIf = one_spec.AS_WRITTEN) -> tuple[Result, ...]:
    """Return what comes of snippets, judged together; they are named a.yaml, b.yaml, ..."""
    names = [f"{chr(ord('a') + index)}.yaml" for index in range(len(texts))]
    calls = {CALL_ID: call()}
    read = [
        reading.spec([source(HEAD + _with_project(textwrap.dedent(text)), name)], calls)
        for name, text in zip(names, texts, strict=True)
    ]
    sources = [ReadSpec(OpenSpec(name, one, calls)) for name, one in zip(names, read, strict=True)]
    call_id = what_if.call.id if what_if.call else None
    return tuple(several_specs.check(sources, call_id, what_if.strand, what_if.without))


def _with_project(text: str) -> str:
    return text if "project:" in text else PROJECT + text


def result(text: str, what_if: one_spec.WhatIf = one_spec.AS_WRITTEN) -> Result:
    """Return what comes of one snippet."""
    return results(text, what_if=what_if)[0]


def finding(
    answer: Answer,
    severity: Severity = Severity.ERROR,
    *,
    message: str = "1 country (IT)",
    file: str = "a.yaml",
    code: str = "CON003",
) -> Finding:
    """Return a finding with all that one can have."""
    is_question = answer is Answer.UNDECIDED
    outcome = Outcome(
        answer,
        message,
        "consortium.partners",
        fix=None if is_question else "add a partner",
        question="Where is it established?" if is_question else None,
        key="consortium.partners[0].country" if is_question else None,
        ask="CMC" if is_question else None,
        source=Source("the call", "page 1", "three countries", None, None, Confidence.STATED),
        severity=severity,
    )
    place = Place(file, 4, 3, 8)
    return Finding(code, "too-few-countries", outcome, place, "  partners:", (), "consortium")


def of(findings: Sequence[Finding], spec: str = "a.yaml") -> Result:
    """Return a result with these findings."""
    return Result(spec, CALL_ID, "A", Standing.INELIGIBLE, tuple(findings))


def unreadable(message: str = "unknown key 'x'", file: str = "bad.yaml") -> Result:
    """Return the result of a spec that cannot be read."""
    fault = Fault(message, "did you mean 'y'?", Place(file, 2, 1), "x: 1", "x")
    return Result(file, faults=(fault,))
