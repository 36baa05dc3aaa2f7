"""What a spec states, as text: what proposals are compared with."""

from escp_docs.compose.values.value import written
from escp_docs.model.base import SpecModel
from escp_docs.model.spec import Spec
from escp_docs.model.stable_path import value_at


def stated_text(spec: Spec, path: str) -> str | None:
    """Return what stands at a path, lists line by line; None if nothing, or keys of a part, do."""
    value = value_at(spec, path)
    if value is None or isinstance(value, SpecModel | dict):
        return None
    if isinstance(value, tuple):
        if any(isinstance(one, SpecModel) for one in value):
            return None
        return "\n".join(written(one) for one in value)
    return value.strip() if isinstance(value, str) else written(value)
