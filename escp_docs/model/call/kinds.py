"""The kinds of organisation that a call knows beside those of the spec."""

from escp_docs.model.base import SpecModel
from escp_docs.model.scalar import Text


class Kind(SpecModel):
    """A kind of organisation in the words of the call: what one is called, and what several are."""

    one: Text
    many: Text
