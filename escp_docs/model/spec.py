"""The whole of a spec."""

from pydantic import Field

from escp_docs.model.action import Action
from escp_docs.model.agreement import Agreement, Requests
from escp_docs.model.base import SpecModel, key, part
from escp_docs.model.budget import Budget
from escp_docs.model.consortium import Consortium, Partner
from escp_docs.model.monitoring import Indicator, Risk
from escp_docs.model.roadmap import Roadmap
from escp_docs.model.scalar import Text
from escp_docs.model.strategy import Strategy
from escp_docs.model.target import Target


class Spec(SpecModel):
    """A partnership as described.

    An absent key is a question, a written value a statement, a written list complete. A part that
    is absent as a whole is here with all of its keys absent.
    """

    call: Text = Field(description="The call that the consortium answers, by its id")
    strand: Text | None = key("Strand of the call", "strand of the call")
    project: Action = Field(description="The action")
    consortium: Consortium = part("Who applies", Consortium)
    strategy: Strategy = part("The joint strategy", Strategy)
    target_countries: tuple[Target, ...] | None = key("Third countries and world regions")
    roadmap: Roadmap = part("The roadmap", Roadmap)
    indicators: tuple[Indicator, ...] | None = key("Performance indicators")
    risks: tuple[Risk, ...] | None = key("Critical risks")
    budget: Budget = part("The budget", Budget)
    agreement: Agreement = part("The agreement", Agreement)
    requests: Requests = part("Requests to partners", Requests)

    @property
    def partners(self) -> tuple[Partner, ...]:
        """The applicants in the order of the spec; none if the list is absent."""
        return self.consortium.partners or ()

    def partner(self, name: str | None) -> Partner | None:
        """Return the applicant with the id `name`, None if there is none."""
        return next((partner for partner in self.partners if partner.id == name), None)
