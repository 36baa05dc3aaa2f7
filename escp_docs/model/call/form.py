"""The form of the application, as a call prescribes it."""

from escp_docs.model.base import SpecModel
from escp_docs.model.fact import Fact
from escp_docs.model.scalar import Text


class Form(SpecModel):
    """The official form of the application: headings and columns, to the letter."""

    title: Fact[Text]
    cover: Fact[tuple[Text, ...]]
    headings: Fact[dict[Text, Text]]
    participants: Fact[tuple[Text, ...]]
    affiliated_entities: Fact[tuple[Text, ...]]
    key_staff: Fact[tuple[Text, ...]]
    work_packages: Fact[tuple[Text, ...]]
    deliverables: Fact[tuple[Text, ...]]
    milestones: Fact[tuple[Text, ...]]
    risks: Fact[tuple[Text, ...]]
    deliverable_types: Fact[dict[Text, Text]]
    dissemination_levels: Fact[dict[Text, Text]]
