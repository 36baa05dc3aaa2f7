"""AGR013 signed-agreement-public: the agreement is a public deliverable as it is signed.

What it checks
    A deliverable that carries the Partnership Agreement is confidential, or the agreement has a
    public edition.

Why
    The signed agreement names persons with their addresses, and the budgets of partners; a
    deliverable with dissemination level PU is for everybody.

Met
    roadmap:
      work_packages:
        - id: WP1
          deliverables: [{id: D1, output: partnership_agreement, dissemination: public}]
    agreement: {public_edition: true}

Not met
    roadmap:
      work_packages:
        - id: WP1
          deliverables: [{id: D1, output: partnership_agreement, dissemination: public}]

Source
    This spec.
"""

from collections.abc import Iterator

from escp_docs.finding import Outcome
from escp_docs.rule import Case, Rule
from escp_docs.rules.facts.agreement_output import OUTPUT, WORK
from escp_docs.rules.facts.answers import or_met
from escp_docs.rules.facts.of_the_spec import advice

EDITION = "agreement.public_edition"
FACT = advice(
    "what is public has no personal data", "The signed agreement names persons and budgets"
)


def check(case: Case[bool]) -> Iterator[Outcome]:
    """Yield one answer per deliverable that publishes the signed agreement, else one for all."""
    met = case.met("no deliverable publishes the agreement as it is signed", EDITION)
    yield from or_met(() if case.spec.agreement.public_edition else _found(case), met)


def _found(case: Case[bool]) -> Iterator[Outcome]:
    for index, package in enumerate(case.spec.roadmap.work_packages or ()):
        for position, one in enumerate(package.deliverables or ()):
            if OUTPUT in (one.output or ()) and one.dissemination == "public":
                yield case.not_met(
                    f"{one.id} is the agreement and public, with the persons and budgets in it",
                    f"{WORK}[{index}].deliverables[{position}].dissemination",
                    "state `public_edition: true` in the agreement, and hand in what "
                    "`escp-docs package --public` makes; or make it confidential",
                )


RULE = Rule("AGR013", "signed-agreement-public", lambda _: FACT, check, of_the_spec=(FACT,))
