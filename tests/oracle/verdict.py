"""All requirements by their codes, and what they come to."""

from collections.abc import Callable, Mapping
from typing import Final

from tests.oracle import (
    agreement,
    consortium,
    money,
    months,
    organisations,
    roadmap,
    stated,
    strategy,
    submission,
    targets,
)
from tests.oracle.answers import Answer, Said, Severity, faults, in_whatever_strand
from tests.oracle.stated import Entry

_SECTIONS: Final = (
    consortium, organisations, submission, strategy, targets, roadmap, months, money, agreement,
)  # fmt: skip
REQUIREMENTS: Final[Mapping[str, Callable[[Entry, str], Said]]] = {
    name.upper(): judge
    for module in (
        consortium,
        organisations,
        submission,
        strategy,
        targets,
        roadmap,
        months,
        money,
        agreement,
    )
    for name, judge in vars(module).items()
    if name[3:].isdigit()
}
"""What a spec is asked in a strand, by its code."""

_OWN_FACT_MAY_BE_UNSURE: Final = ("TGT001", "TGT004")
"""Requirements that this call states in one strand, and others say of the other."""


def say(spec: Entry) -> dict[str, Said]:
    """Return what each requirement says of a spec; one without strand is judged in each."""
    strand = stated.choice(spec, "strand")
    strands = [strand] if strand else submission.STRANDS
    return {
        code: in_whatever_strand(judge(spec, one) for one in strands)
        for code, judge in REQUIREMENTS.items()
    }


def verdict(said: Mapping[str, Said]) -> str:
    """Return whether a spec is eligible, ineligible or undecided by what was said of it."""
    errors = {answer for one in said.values() for answer, of in one if of is Severity.ERROR}
    if Answer.NOT_MET in errors:
        return "ineligible"
    unsure = any((Answer.NOT_MET, Severity.WARNING) in said[one] for one in _OWN_FACT_MAY_BE_UNSURE)
    return "undecided" if unsure or Answer.OPEN in errors else "eligible"


def fired(said: Mapping[str, Said]) -> dict[str, Said]:
    """Return the requirements that are not met or open, with the worst answer of each severity."""
    return {code: found for code, one in said.items() if (found := faults(one))}
