"""What a call says of handing in: which papers, by whom, and what the portal's form asks."""

from typing import Literal

from escp_docs.model.base import SpecModel
from escp_docs.model.fact import Fact
from escp_docs.model.scalar import Euro, Text


class SubmissionPaper(SpecModel):
    """Something that is handed in: with every application, or above an amount of grant alone.

    `document` names the document of this program that carries it or prepares it; `strands` are
    those in which it is asked for, all of them if it does not say.
    """

    name: Text
    by: Literal["coordinator", "each_partner"]
    above_eur: Euro | None = None
    document: Text | None = None
    strands: tuple[Text, ...] | None = None


class Submission(SpecModel):
    """What belongs to an application, each with its own source."""

    papers: tuple[Fact[SubmissionPaper], ...]


class PartA(SpecModel):
    """The fields of the portal's form in its order, by what they hold, as the form names them."""

    general: Fact[dict[Text, Text]]
    participant: Fact[dict[Text, Text]]
    budget: Fact[dict[Text, Text]]
