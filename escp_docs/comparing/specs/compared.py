"""Two versions of a spec compared as a whole."""

from typing import TypeVar

from msgspec.structs import replace

from escp_docs.comparing.specs.difference import (
    Comparison,
    EntryChange,
    EntryFate,
    FactChange,
    TextChange,
)
from escp_docs.comparing.specs.figures import figure_changes
from escp_docs.comparing.specs.rules import rule_changes
from escp_docs.comparing.specs.values import value_changes
from escp_docs.judging.open_spec import OpenSpec
from escp_docs.judging.result import Result
from escp_docs.model.schema import join
from escp_docs.model.stable_path import located, parse_key

_Placed = TypeVar("_Placed", EntryChange, FactChange, TextChange)


def compared(old: OpenSpec, new: OpenSpec, before: Result, after: Result) -> Comparison:
    """Return what is otherwise in the new version of a spec.

    Args:
        old: The old version.
        new: The new one.
        before: What the rules say of the old one.
        after: What they say of the new one.
    """
    changes = value_changes(old.spec, new.spec)
    partners = changes.new_names.get("partner", {})
    assert before.standing is not None
    assert after.standing is not None
    return Comparison(
        old.name,
        new.name,
        tuple(_placed(one, new) for one in changes.entries),
        tuple(_placed(one, new) for one in changes.facts),
        tuple(_placed(one, new) for one in changes.proses),
        figure_changes(old.spec, new.spec, changes, partners),
        (before.standing, after.standing),
        rule_changes(before, after),
    )


def _placed(one: _Placed, new: OpenSpec) -> _Placed:
    """Return a change with its place in the new version."""
    if isinstance(one, EntryChange) and one.fate is EntryFate.WENT:
        return one
    steps = located(parse_key(one.path), new.spec)
    return one if steps is None else replace(one, place=new.places.of(join(steps)))
