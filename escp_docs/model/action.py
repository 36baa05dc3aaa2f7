"""`project`: what the action is called, when it runs and what it is about."""

from pydantic import Field

from escp_docs.model.base import SpecModel, key
from escp_docs.model.scalar import Day, DayOrMoment, Flag, Month, Prose, Text


class Action(SpecModel):
    """The action that the consortium applies with."""

    acronym: Text = Field(description="Short name of the action; also names the output folder")
    logo: Text | None = key("Picture for covers, letters and running heads: PNG, JPEG or SVG")
    title: Text | None = key("Title of the action, at most 200 characters", "title of the action")
    abstract: Prose | None = key("What the action does, in at most 2,000 characters")
    objectives: Prose | None = key(
        "Specific objectives of the action: clear, measurable, realistic (B.1.1)",
        "specific objectives",
    )
    keywords: tuple[Text, ...] | None = key("Free keywords, 200 characters together")
    start_date: Day | None = key("First day of the action")
    duration_months: Month | None = key("Length of the action in months", "duration in months")
    drafting_date: Day | None = key("Date printed at the head of every page")
    submission_date: DayOrMoment | None = key("When the application is or will be submitted")
    sectors: tuple[Text, ...] | None = key("Industrial sectors of the action")
    defence_and_security: Flag | None = key(
        "Is the action in the Defence and Security sector?",
        "whether the action is in the Defence and Security sector",
    )
