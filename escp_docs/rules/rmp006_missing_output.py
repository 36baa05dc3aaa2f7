"""RMP006 missing-output: an output that the call asks for is carried by nothing.

What it checks
    Each required output is carried by a deliverable's `output`, or by an entry of
    `strategy.existing`. A deliverable without `output` may carry it; an absent `existing` carries
    nothing.

Why
    The announcement asks for a Partnership Agreement and a roadmap for implementation in both
    strands, and for a joint internationalisation strategy in Strand A.

Met
    strand: B
    roadmap:
      work_packages:
        - id: WP1
          deliverables: [{id: D1, output: [partnership_agreement, implementation_roadmap]}]

Not met
    strand: B
    roadmap:
      work_packages: [{id: WP1, deliverables: [{id: D1, output: partnership_agreement}]}]

Undecided
    strand: B
    roadmap:
      work_packages: [{id: WP1, deliverables: [{id: D1, output: partnership_agreement}, {id: D2}]}]

Source
    required_outputs
"""

from collections.abc import Iterator

from escp_docs.finding import Outcome
from escp_docs.language.rule_words import listed
from escp_docs.model.spec import Spec
from escp_docs.rule import Case, Rule
from escp_docs.rules.facts.outputs import WORK, Carriers, carriers


def check(case: Case[tuple[str, ...]]) -> Iterator[Outcome]:
    """Yield one answer per output that is missing or in question, else one for all."""
    found = carriers(case.spec)
    built_on = {one.output for one in case.spec.strategy.existing or ()}
    missing = [output for output in case.fact.value if output not in found.known | built_on]
    for output in missing:
        yield _missing(case, output, found)
    if not missing:
        yield case.met(f"all outputs are carried: {listed(case.fact.value)}", WORK)


def _missing(case: Case[tuple[str, ...]], output: str, found: Carriers) -> Outcome:
    name = output.replace("_", " ")
    open_path = found.open_path or _unnamed(case.spec)
    if open_path is None:
        return case.not_met(
            f"no deliverable carries the {name}, and the partnership builds on none",
            WORK,
            f"plan a deliverable with `output: {output}`",
        )
    return case.undecided(
        f"no deliverable carries the {name} so far",
        f"Which deliverable is the {name}?",
        open_path,
    )


def _unnamed(spec: Spec) -> str | None:
    for index, one in enumerate(spec.strategy.existing or ()):
        if one.output is None:
            return f"strategy.existing[{index}].output"
    return None


RULE = Rule("RMP006", "missing-output", lambda terms: terms.required_outputs, check)
