"""What a call says of money beyond the terms that the rules read (they stand in `Terms`)."""

from escp_docs.model.base import SpecModel


class Money(SpecModel):
    """Rates, caps, lump sums and support to third parties, as a call states them."""
