"""`declarations`: what a named person says of conditions that only a person can judge."""

from escp_docs.model.base import SpecModel
from escp_docs.model.scalar import Day, Flag, PersonalText, Text


class Declaration(SpecModel):
    """That a condition of the call holds, or does not, and who says so.

    Only one that names a person counts.
    """

    condition: Text
    holds: Flag | None = None
    by: PersonalText | None = None
    date: Day | None = None
