"""`project`: what the action is called, when it runs and what it is about."""

from escp_docs.model.base import SpecModel
from escp_docs.model.scalar import Day, DayOrMoment, Flag, Month, Prose, Text


class Action(SpecModel):
    """The action that the consortium applies with."""

    acronym: Text
    logo: Text | None = None
    title: Text | None = None
    abstract: Prose | None = None
    objectives: Prose | None = None
    keywords: tuple[Text, ...] | None = None
    start_date: Day | None = None
    duration_months: Month | None = None
    drafting_date: Day | None = None
    submission_date: DayOrMoment | None = None
    sectors: tuple[Text, ...] | None = None
    defence_and_security: Flag | None = None
    main_topic: Text | None = None
    topics: tuple[Text, ...] | None = None
