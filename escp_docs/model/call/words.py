"""What a call calls things, for documents that have to name them."""

from escp_docs.model.base import SpecModel
from escp_docs.model.fact import Fact
from escp_docs.model.scalar import Text


class CallWords(SpecModel):
    """The call's own names; where it has none, documents speak of it in neutral words.

    `partnership` is what the call makes of a consortium, on covers and in clauses, `short` the
    same where it stands beside an acronym; `supports` goes on after "The call supports";
    `strategy` is what it calls the joint strategy, `targets` the heading over the places that a
    partnership turns to, and `beyond` what its clauses add to "countries and regions".
    """

    partnership: Fact[Text] | None = None
    short: Fact[Text] | None = None
    supports: Fact[Text] | None = None
    strategy: Fact[Text] | None = None
    targets: Fact[Text] | None = None
    beyond: Fact[Text] | None = None
