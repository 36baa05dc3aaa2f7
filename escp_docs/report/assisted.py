"""What the rules say, as an assistant is told: what is not met or open, with sources."""

from typing import Any

from escp_docs.judging.result import Finding, Result
from escp_docs.report.json_report import fault_of_spec, finding_object, remark_object

__all__ = ["finding_object", "result_object"]


def result_object(result: Result, *, with_met: bool) -> dict[str, Any]:
    """Return the verdict on a spec with the outcomes that matter; `with_met` with all."""
    shown: tuple[Finding, ...] = result.in_order if with_met else result.shown
    return {
        "spec": result.spec,
        "call": result.call,
        "strand": result.strand,
        "verdict": result.verdict,
        "outcomes": [finding_object(one) for one in shown],
        "repair": [one.text for one in result.repair],
        "remarks": [remark_object(one) for one in result.remarks],
        "errors": [fault_of_spec(result.spec, one) for one in result.faults],
    }
