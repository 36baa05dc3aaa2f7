"""The table of rules as designed: where each holds, what it may answer, and what it rests on."""

from collections.abc import Iterator
from dataclasses import dataclass

# Code, name, strands, what it rests on, and answers with their severities: E error, W warning. A
# rule whose severity differs from strand to strand has two rows. `across`: not applicable, with the
# severity that a fault would have, while one spec is checked alone.
_TABLE = """
CON001 too-few-legal-entities A B | stated | met:E not_met:E undecided:E
CON002 ineligible-country A B | stated | met:E not_met:E undecided:E
CON003 too-few-countries A | stated | met:E not_met:E undecided:E
CON004 too-few-member-states A B | stated | met:E not_met:E undecided:E
CON005 not-a-cluster-organisation A B | stated | met:E not_met:E undecided:E
CON006 no-own-legal-entity A B | stated | met:E not_met:E undecided:E
CON007 same-entity-twice A B | stated | met:E not_met:E undecided:E
CON008 not-on-the-eccp A B | official secondary | met:E not_met:EW undecided:E
CON009 strand-b-beyond-the-union B | derived | met:W not_met:W undecided:W
CON010 rests-on-the-united-kingdom A B | secondary | met:W not_met:W undecided:W
CON011 no-coordinator A B | sibling | met:W undecided:W
SUB001 after-the-deadline A B | stated | met:E not_met:E undecided:E
SUB002 both-strands A B across | stated | met:E not_met:E undecided:E
SUB003 two-consortia-in-one-strand A B across | stated | met:E not_met:E undecided:E
SUB004 other-applications-unknown A B | derived | met:W undecided:W
STR001 no-joint-strategy A B | stated | met:E undecided:E
STR002 goal-without-a-market A B | stated derived | met:E not_met:EW undecided:EW
STR003 no-complementarities A B | stated | met:E undecided:E
STR004 one-sector-only A B | stated derived | met:E not_met:W undecided:EW
STR005 sector-of-the-other-strand A B | stated | met:E not_met:E undecided:E
STR006 no-benefit-for-smes A | stated | met:E undecided:E
TGT001 too-few-targets A | stated | met:E not_met:E undecided:E
TGT001 too-few-targets B | secondary | met:W not_met:W undecided:W
TGT002 target-is-not-a-third-country A B | stated | met:E not_met:E undecided:E
TGT003 too-many-targets A B | secondary | met:W not_met:W undecided:W
TGT004 no-cooperation-activity A | stated | met:E not_met:E undecided:E
TGT004 no-cooperation-activity B | secondary | met:W not_met:W undecided:W
TGT005 no-business-partnerships A | stated | met:E undecided:E
TGT006 target-in-doubt A B | derived | met:W not_met:W undecided:W
TGT007 target-twice A B | derived | met:W not_met:W undecided:W
TGT008 no-international-partner A B | derived | met:W not_met:W undecided:W
RMP001 no-preparatory-action A | stated | met:E not_met:E undecided:E
RMP002 no-implementation-action A B | stated | met:E not_met:E undecided:E
RMP003 length-outside-the-range A B | secondary | met:W not_met:W undecided:W
RMP004 ends-before-it-starts A B | derived | met:W not_met:W undecided:W
RMP005 due-after-the-end A B | sibling | met:W not_met:W undecided:W
RMP006 missing-output A B | stated | met:E not_met:E undecided:E
RMP007 nothing-after-the-project A B | stated | met:E not_met:E undecided:E
RMP008 partner-without-a-task A B | sibling | met:W not_met:W undecided:W
RMP009 starts-before-the-deadline A B | secondary | met:W not_met:W undecided:W
BUD001 rate-above-the-limit A B | stated | met:E not_met:E undecided:E
BUD002 grant-above-the-cap A B | secondary | met:W not_met:W undecided:W
BUD003 grant-above-the-strand A B | stated | met:E not_met:E undecided:E
BUD004 not-balanced A B | derived | met:W not_met:W undecided:W
BUD005 indirect-costs-in-doubt A B | secondary | met:W not_met:W undecided:W
BUD006 partner-without-a-budget A B | sibling | met:W not_met:W undecided:W
BUD007 effort-without-cost A B | sibling | met:W not_met:W undecided:W
BUD008 profit A B | secondary | met:W not_met:W undecided:W
AGR001 member-not-engaged A B | stated | met:E not_met:E undecided:E
AGR002 no-modalities A B | stated | met:E undecided:E
AGR003 no-common-actions A B | stated | met:E undecided:E
AGR004 ends-with-the-project A B | derived | met:W not_met:W undecided:W
AGR005 agreement-dated-late A B | derived | met:W not_met:W undecided:W
FRM001 title-too-long A B | sibling | met:W not_met:W undecided:W
FRM002 forbidden-characters A B | sibling | met:W not_met:W undecided:W
FRM003 abstract-too-long A B | sibling | met:W not_met:W undecided:W
FRM004 keywords-too-long A B | sibling | met:W not_met:W undecided:W
FRM005 identifier-malformed A B | derived | met:W not_met:W undecided:W
FRM006 fact-the-form-needs A B | sibling | met:W undecided:W
"""
_SEVERITIES = {"E": "error", "W": "warning"}


@dataclass(frozen=True)
class Row:
    """What the table says of a rule in some strands; an outcome is an answer with a severity."""

    code: str
    name: str
    strands: tuple[str, ...]
    rests_on: tuple[str, ...]
    outcomes: frozenset[tuple[str, str]]


def _row(line: str) -> Row:
    head, confidences, outcomes = line.split("|")
    code, name, *strands = head.split()
    return Row(
        code,
        name,
        tuple(one for one in strands if one != "across"),
        tuple(confidences.split()),
        frozenset(_outcomes(outcomes + (" not_applicable:E" if "across" in strands else ""))),
    )


def _outcomes(text: str) -> Iterator[tuple[str, str]]:
    for one in text.split():
        answer, _, severities = one.partition(":")
        for severity in severities:
            yield answer, _SEVERITIES[severity]


ROWS = tuple(_row(line) for line in _TABLE.strip().splitlines())
