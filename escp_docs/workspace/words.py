"""The words that somebody may type into the files of a spec."""

from collections.abc import Iterator
from functools import cache

from escp_docs.model.key_forms import key_forms
from escp_docs.model.schema import keys
from escp_docs.model.spec import Spec
from escp_docs.workspace.controls import declared
from escp_docs.workspace.state import State


def words(state: State) -> Iterator[dict[str, str]]:
    """Yield each key with what it states, and each entry that others may name with its title."""
    yield from _keys()
    for what, some in declared(state.value).items() if not state.faults_of_form else ():
        for one in some:
            yield {"name": one.value, "kind": what, "about": one.label}


@cache
def _keys() -> tuple[dict[str, str], ...]:
    found: dict[str, dict[str, str]] = {}
    for key in keys(Spec).values():
        for one in key_forms(key):
            about = f"{one.key.description} ({one.holds.replace('`', '')})"
            found.setdefault(one.key.name, {"name": one.key.name, "kind": "key", "about": about})
    return tuple(found.values())
