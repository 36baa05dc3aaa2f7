"""What makes `check` fail."""

from collections.abc import Iterable

from escp_docs.judging.result import Finding, Result


def status(results: Iterable[Result], *, strict: bool) -> int:
    """Return the exit status of `check`: 2 unreadable, 1 an error is not met, 0 otherwise.

    Args:
        results: The results as they are shown, filtered or not.
        strict: Whether warnings that are not met and anything undecided count too.
    """
    return max((_status(result, strict=strict) for result in results), default=0)


def _status(result: Result, *, strict: bool) -> int:
    if result.standing is None:
        return 2
    return int(any(fails(finding, strict=strict) for finding in result.findings))


def fails(finding: Finding, *, strict: bool) -> bool:
    """Whether a finding makes `check` fail: an error not met; if strict, anything unsettled."""
    if strict:
        return finding.is_fault or finding.is_question
    return finding.is_fault and finding.is_error
