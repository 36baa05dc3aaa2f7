"""The whole of a spec."""

from escp_docs.model.action import Action
from escp_docs.model.agreement import Agreement, Requests
from escp_docs.model.base import SpecModel, part
from escp_docs.model.budget import Budget
from escp_docs.model.consortium import Consortium, Partner
from escp_docs.model.declaration import Declaration
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

    call: Text
    strand: Text | None = None
    project: Action
    consortium: Consortium = part(Consortium)
    strategy: Strategy = part(Strategy)
    target_countries: tuple[Target, ...] | None = None
    roadmap: Roadmap = part(Roadmap)
    indicators: tuple[Indicator, ...] | None = None
    risks: tuple[Risk, ...] | None = None
    budget: Budget = part(Budget)
    agreement: Agreement = part(Agreement)
    requests: Requests = part(Requests)
    declarations: tuple[Declaration, ...] | None = None

    @property
    def partners(self) -> tuple[Partner, ...]:
        """The applicants in the order of the spec; none if the list is absent."""
        return self.consortium.partners or ()

    def partner(self, name: str | None) -> Partner | None:
        """Return the applicant with the id `name`, None if there is none."""
        return next((partner for partner in self.partners if partner.id == name), None)
