"""What a partner has confirmed, once something of it is changed."""

from typing import Final

from escp_docs.edit.wanted import at
from escp_docs.model.consortium import ALL
from escp_docs.read.plain_values import Raw, Steps

_PARTNERS: Final = ("consortium", "partners")
_CONFIRMED: Final = "confirmed"


def confirmed_by(steps: Steps) -> Steps | None:
    """Return the key in which a partner confirms what stands at `steps`; None if none does so."""
    if steps[:2] != _PARTNERS or len(steps) < 4:  # noqa: PLR2004  # list, partner, its key
        return None
    return (*steps[:3], _CONFIRMED)


def no_longer_confirmed(value: Raw, steps: Steps) -> list[Raw] | None:
    """Return what a partner still confirms after a change at `steps`; None if nothing changes.

    Who confirmed all has confirmed each key that is stated, but for the one that was changed.
    """
    key = confirmed_by(steps)
    if key is None or steps[3] == _CONFIRMED:
        return None
    entry, said = at(value, steps[:3]), at(value, key)
    if isinstance(said, str) and said.strip() == ALL and isinstance(entry, dict):
        return [name for name in entry if name not in (_CONFIRMED, steps[3])]
    if isinstance(said, list) and steps[3] in said:
        return [name for name in said if name != steps[3]]
    return None
