"""The form of the application, as a call prescribes it."""

from typing import Literal

from escp_docs.model.base import SpecModel
from escp_docs.model.fact import Fact
from escp_docs.model.scalar import Count, Flag, Identifier, Quantity, Text


class FormSection(SpecModel):
    """A part or a section of the form, in its place.

    `level` is that of its heading, 1 for a part; other sections refer to it by its `id`. What
    answers it is a `template`, a file below `templates/`, or the texts of the spec that `keys`
    names; a heading over other sections has neither. A `title` takes the place of the template's
    own. `pages` and `characters` are the most that it may have: pages as they are made, characters
    of the texts that `keys` names. An `addition` is a section that the form may not have.
    """

    id: Identifier | None = None
    title: Text | None = None
    level: Count = 1
    template: Text | None = None
    keys: tuple[Text, ...] | None = None
    pages: Count | None = None
    characters: Count | None = None
    addition: Flag = False


class Criterion(SpecModel):
    """What applications are judged by: the most points that it gives, and the least to pass."""

    name: Text
    points: Quantity | None = None
    threshold: Quantity | None = None
    weight: Quantity | None = None


class FormLayout(SpecModel):
    """How the pages have to look: points of running text and millimetres of margins, at least."""

    least_text_points: Quantity | None = None
    least_margin_mm: Quantity | None = None


class Form(SpecModel):
    """The official form of the application: headings and columns, to the letter.

    What a call does not say is left out; documents have neutral words for it. Under the `numbering`
    none, titles carry their own numbers.
    """

    title: Fact[Text] | None = None
    numbering: Fact[Literal["letters", "none"]] | None = None
    cover: Fact[tuple[Text, ...]] | None = None
    sections: Fact[tuple[FormSection, ...]] | None = None
    participants: Fact[tuple[Text, ...]] | None = None
    affiliated_entities: Fact[tuple[Text, ...]] | None = None
    key_staff: Fact[tuple[Text, ...]] | None = None
    work_packages: Fact[tuple[Text, ...]] | None = None
    deliverables: Fact[tuple[Text, ...]] | None = None
    milestones: Fact[tuple[Text, ...]] | None = None
    risks: Fact[tuple[Text, ...]] | None = None
    deliverable_types: Fact[dict[Text, Text]] | None = None
    dissemination_levels: Fact[dict[Text, Text]] | None = None
    most_pages: Fact[Count] | None = None
    layout: Fact[FormLayout] | None = None
    criteria: Fact[tuple[Criterion, ...]] | None = None
    threshold: Fact[Quantity] | None = None
