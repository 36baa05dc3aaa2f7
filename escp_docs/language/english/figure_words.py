"""The English words of drawn figures."""

from typing import Final

from escp_docs.language.figure_words import (
    BudgetWords,
    EffortWords,
    FigureWords,
    FlowWords,
    GovernanceWords,
    IndicatorWords,
    LogicWords,
    MapWords,
    RiskWords,
    TimelineWords,
)

FIGURES: Final = FigureWords(
    timeline=TimelineWords(
        project_month="Project month",
        work_package="work package",
        task="task",
        no_tasks="Tasks are left out.",
        deliverable="deliverable",
        milestone="milestone",
        spoken="Timeline of {packages} work packages over {months} months{begin}: {spans}.",
        spoken_start=" from {start}",
        spoken_span="{package} from month {start} to {end}",
        spoken_due="{mark} in month {month}",
    ),
    flow=FlowWords(
        led_by="lead {partner}",
        months="months {start} to {end}",
        joined=", ",
        gives="gives {deliverables}",
        feeds="the results of one are taken up by the other",
        spoken="How the work packages build on one another: {packages}.",
        spoken_after="{package}, which builds on {others}",
        none="none known yet",
    ),
    map=MapWords(
        partners="Partners",
        targets="Targets",
        routes="from the partner that leads the work on a target",
        kosovo=(
            "This designation is without prejudice to positions on status, and is in line with "
            "UNSCR 1244/1999 and the ICJ Opinion on the Kosovo declaration of independence."
        ),
        outlines=(
            "Outlines: Natural Earth, simplified. They express no opinion on the status of any "
            "territory."
        ),
        spoken=(
            "Map of Europe and the world. Partners by country: {partners}. Targets, each with the "
            "partner that leads the work there: {targets}."
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
    governance=GovernanceWords(
        bodies={
            "general_assembly": "General Assembly",
            "steering_committee": "Steering Committee",
            "coordination_office": "Coordination Office",
        },
        chairs={
            "coordinator": "Chair: the Coordinator",
            "rotating": "Chair: each Member in turn",
            "elected": "Chair: elected by the Members",
        },
        members="The Members",
        all_members="one representative of each Member: {members}",
        coordinator="{partner}, the Coordinator",
        associated="Associated Organisations",
        no_vote="without a vote",
        agency="The Agency",
        packages="Work packages",
        led_by="lead {partner}",
        decides="guides, and receives reports",
        turns_to="speaks with",
        open="not known yet",
        spoken=(
            "Bodies from the top down: {bodies}. Beside them: {asides}. The last body guides the "
            "work packages: {packages}."
        ),
    ),
    risks=RiskWords(
        likelihood="Likelihood",
        impact="Impact",
        not_placed="Not placed yet: {risks}",
        open="unknown",
        none="none known yet",
        spoken="Matrix of risks by likelihood and impact. {risks}.",
        spoken_risk="{risk}: likelihood {likelihood}, impact {impact}",
    ),
    budget=BudgetWords(
        by_category="By category",
        by_work_package="By work package",
        by_partner="By partner",
        indirect="Indirect costs",
        elsewhere="Outside the work packages",
        spoken="Eligible costs. {panels}",
    ),
    logic=LogicWords(
        work="Work packages",
        targets="serve targets",
        goals="for common goals",
        indicators="measured by",
        spoken="Links from left to right between {columns}. {links}.",
    ),
    indicators=IndicatorWords(
        on_the_way="baseline and interim values",
        target="target",
        below="below: project months",
        open="no values yet",
        spoken=(
            "A curve for each indicator from its baseline, in month 0, to its target. {indicators}."
        ),
        spoken_indicator="{indicator}: {values}",
        spoken_value="{value} in month {month}",
    ),
)
