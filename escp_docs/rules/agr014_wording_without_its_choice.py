"""AGR014 wording-without-its-choice: words were agreed under a choice that is another one now.

What it checks
    Each agreed entry of `agreement.wording` that says in `under` which choices its clause stood on:
    the agreement still makes them. A choice is named by its key, as `liability_cap` or
    `governance.quorum`.

Why
    Words that were negotiated stand in place of the clause whatever the choice is; after a change
    of the choice they settle what nobody asks any more.

Met
    agreement:
      liability_cap: cost_share
      wording: [{clause: liability, status: agreed, under: {liability_cap: cost_share}}]

Not met
    agreement:
      liability_cap: uncapped
      wording: [{clause: liability, status: agreed, under: {liability_cap: cost_share}}]

Source
    This spec.
"""

from collections.abc import Iterator

from escp_docs.finding import Outcome
from escp_docs.model.schema import below
from escp_docs.rule import Case, Rule
from escp_docs.rules.facts.answers import or_met
from escp_docs.rules.facts.choices import agrees, choice_now
from escp_docs.rules.facts.of_the_spec import advice

WORDING = "agreement.wording"
FACT = advice(
    "agreed words stand under the choices they were agreed for",
    "They replace the clause of the choice, and know no other",
)


def check(case: Case[bool]) -> Iterator[Outcome]:
    """Yield one answer per choice that is another one, else one for all."""
    met = case.met("agreed words stand under their choices", WORDING)
    yield from or_met(_found(case), met)


def _found(case: Case[bool]) -> Iterator[Outcome]:
    for index, one in enumerate(case.spec.agreement.wording):
        for name, then in (one.under or {}).items() if one.status == "agreed" else ():
            path, now = choice_now(case.spec.agreement, name)
            if agrees(then, now):
                continue
            yield case.not_met(
                f"the words of {one.clause or 'a clause'} were agreed under {name} {then!r}; "
                + (f"it is {now!r} now" if now is not None else "nothing is chosen now"),
                below(f"{WORDING}[{index}].under", name),
                "agree the words anew, or restore the choice",
                related=(f"agreement.{path}",) if now is not None else (),
            )


RULE = Rule("AGR014", "wording-without-its-choice", lambda _: FACT, check, of_the_spec=(FACT,))
