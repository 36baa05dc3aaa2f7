"""Whether a proposal can be shown to a person as it is, and compared with what is stated."""

import json
from typing import Final

from escp_docs.assisting.proposing import ProposalKind, Suggestion
from escp_docs.errors import ArgumentError, UnreadableError
from escp_docs.model.schema import ListOf, Scalar, form
from escp_docs.model.spec import Spec
from escp_docs.model.stable_path import named, value_at
from escp_docs.pull.unproposable import WITHHELD, for_people, is_masked
from escp_docs.read.plain_values import Raw
from escp_docs.workspace.state import State

_MOST_WORDS: Final = 2_000  # characters of a reason
_MOST_FACTS: Final = 40
_LONGEST_FACT: Final = 500  # characters
_LARGEST: Final = 200_000  # characters of a value


def require_proper(one: Suggestion) -> None:
    """Raise if a suggestion cannot be shown to a person as it is.

    Raises:
        ArgumentError: it has no reason, is too long, has no value, or says what a person alone can.
    """
    if not one.reason.strip():
        raise ArgumentError("a proposal says why: give a reason", "reason")
    if len(one.reason) > _MOST_WORDS:
        raise ArgumentError(f"a reason has at most {_MOST_WORDS:,} characters", "reason")
    if len(one.facts) > _MOST_FACTS or any(len(fact) > _LONGEST_FACT for fact in one.facts):
        most = f"at most {_MOST_FACTS} facts, of at most {_LONGEST_FACT} characters each"
        raise ArgumentError(f"a proposal rests on {most}", "facts")
    if one.kind is ProposalKind.REMOVE and one.value is not None:
        raise ArgumentError("what is taken out has no value", "value")
    if one.kind is not ProposalKind.REMOVE and one.value is None:
        raise ArgumentError("say what is to be written: give a value", "value")
    if len(json.dumps(one.value)) > _LARGEST:
        raise ArgumentError(f"a value has at most {_LARGEST:,} characters", "value")
    if fact := for_people(one.key, one.value):
        raise ArgumentError(f"{fact}; leave that to a person", "key")


def require_told(value: Raw, stated: str | None) -> None:
    """Raise if a value would put the mask of what was withheld in place of words.

    Args:
        value: The value.
        stated: What the spec states there now; None if nothing.

    Raises:
        ArgumentError: it would; a text of the spec that holds the mask itself may keep it.
    """
    if is_masked(value, stated):
        fact = f"the value holds {WITHHELD}, which stands for words that you were not told"
        raise ArgumentError(f"{fact}; leave these words as they are, or ask a person", "value")


def require_single(spec: Spec, path: str, kind: ProposalKind) -> None:
    """Raise if a change would write over several values at once, which nobody could compare.

    Raises:
        ArgumentError: it would.
    """
    shape = form(spec.__class__, path)
    is_list = isinstance(shape, ListOf)
    if kind is ProposalKind.ADD and not is_list:
        raise ArgumentError(f"{named(path, spec)} is no list; set its value", "key")
    holds_one = isinstance(shape, Scalar) or (
        isinstance(shape, ListOf) and isinstance(shape.item, Scalar)
    )
    if kind is ProposalKind.SET and not holds_one and value_at(spec, path):
        cure = "set its keys one by one" + (", or add an entry" if is_list else "")
        raise ArgumentError(f"{named(path, spec)} holds several values; {cure}", "key")


def require_readable(state: State) -> None:
    """Raise if a spec could not be read.

    Raises:
        UnreadableError: it could not; the message is the reader's own.
    """
    if state.spec is None:
        raise UnreadableError(state.result.faults, state.result.remarks)
