"""The English words of drawn figures."""

from typing import Final

from escp_docs.language.figure_words import EffortWords, FigureWords, MapWords, TimelineWords

FIGURES: Final = FigureWords(
    timeline=TimelineWords(
        project_month="Project month",
        work_package="work package",
        task="task",
        no_tasks="Tasks are left out.",
        deliverable="deliverable",
        milestone="milestone",
        spoken="Timeline of {packages} work packages over {months} months: {spans}.",
        spoken_span="{package} from month {start} to {end}",
    ),
    map=MapWords(
        partners="Partners",
        targets="Targets",
        kosovo=(
            "This designation is without prejudice to positions on status, and is in line with "
            "UNSCR 1244/1999 and the ICJ Opinion on the Kosovo declaration of independence."
        ),
        outlines=(
            "Outlines: Natural Earth, simplified. They express no opinion on the status of any "
            "territory."
        ),
        spoken=(
            "Map of Europe and the world. Partners by country: {partners}. Targets: {targets}."
        ),
        nobody="none known yet",
    ),
    effort=EffortWords(
        total="Total",
        person_months="Person-months",
        leads="leads the work package",
        takes_part="takes part",
        spoken="Person-months of each partner in each work package. {packages}.",
        spoken_package="{package}, led by {lead}: {months}",
        no_lead="nobody yet",
    ),
)
