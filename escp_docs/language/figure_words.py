"""Which words drawn figures need, in the picture and for who cannot see it."""

from collections.abc import Mapping

from msgspec import Struct


class TimelineWords(Struct, frozen=True, kw_only=True):
    """The words of the timeline."""

    project_month: str
    work_package: str
    task: str
    no_tasks: str
    deliverable: str
    milestone: str
    spoken: str
    spoken_start: str
    spoken_span: str
    spoken_due: str


class FlowWords(Struct, frozen=True, kw_only=True):
    """The words of the flow of work packages."""

    led_by: str
    months: str
    joined: str
    gives: str
    feeds: str
    spoken: str
    spoken_after: str
    none: str


class MapWords(Struct, frozen=True, kw_only=True):
    """The words of the map."""

    partners: str
    targets: str
    routes: str
    kosovo: str
    outlines: str
    spoken: str
    nobody: str


class EffortWords(Struct, frozen=True, kw_only=True):
    """The words of the chart of effort."""

    total: str
    person_months: str
    leads: str
    takes_part: str
    spoken: str
    spoken_package: str
    no_lead: str


class GovernanceWords(Struct, frozen=True, kw_only=True):
    """The words of the diagram of bodies; `chairs` by the choice of the chair."""

    bodies: Mapping[str, str]
    chairs: Mapping[str, str]
    members: str
    all_members: str
    coordinator: str
    associated: str
    no_vote: str
    agency: str
    packages: str
    led_by: str
    decides: str
    turns_to: str
    open: str
    spoken: str


class RiskWords(Struct, frozen=True, kw_only=True):
    """The words of the matrix of risks."""

    likelihood: str
    impact: str
    not_placed: str
    open: str
    none: str
    spoken: str
    spoken_risk: str


class BudgetWords(Struct, frozen=True, kw_only=True):
    """The words of the chart of costs."""

    by_category: str
    by_work_package: str
    by_partner: str
    indirect: str
    elsewhere: str
    spoken: str


class LogicWords(Struct, frozen=True, kw_only=True):
    """The words of the map from work to effect."""

    work: str
    targets: str
    goals: str
    indicators: str
    spoken: str


class IndicatorWords(Struct, frozen=True, kw_only=True):
    """The words of the curves of indicators."""

    on_the_way: str
    target: str
    below: str
    open: str
    spoken: str
    spoken_indicator: str
    spoken_value: str


class FigureWords(Struct, frozen=True, kw_only=True):
    """The words of all figures."""

    timeline: TimelineWords
    flow: FlowWords
    map: MapWords
    effort: EffortWords
    governance: GovernanceWords
    risks: RiskWords
    budget: BudgetWords
    logic: LogicWords
    indicators: IndicatorWords
