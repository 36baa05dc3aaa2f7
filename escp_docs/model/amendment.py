"""A change to a spec that would mend it: what to add, to remove, to merge."""

from typing import Literal

from msgspec import Struct

Action = Literal[
    "add_partner",
    "remove_partner",
    "merge_partners",
    "add_target",
    "remove_target",
    "shorten_region",
]


class Amendment(Struct, frozen=True):
    """One change; `subject` is the id or name of what it changes, None of what it adds.

    `number` is how often it is made: two partners of one kind are one amendment.
    """

    action: Action
    text: str
    subject: str | None = None
    number: int = 1
