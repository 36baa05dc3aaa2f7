"""Which words drawn figures need, in the picture and for who cannot see it."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class TimelineWords:
    """The words of the timeline."""

    project_month: str
    work_package: str
    task: str
    no_tasks: str
    deliverable: str
    milestone: str
    spoken: str
    spoken_span: str


@dataclass(frozen=True, slots=True, kw_only=True)
class MapWords:
    """The words of the map."""

    partners: str
    targets: str
    kosovo: str
    outlines: str
    spoken: str
    nobody: str


@dataclass(frozen=True, slots=True, kw_only=True)
class EffortWords:
    """The words of the chart of effort."""

    total: str
    person_months: str
    leads: str
    takes_part: str
    spoken: str
    spoken_package: str
    no_lead: str


@dataclass(frozen=True, slots=True, kw_only=True)
class FigureWords:
    """The words of all figures."""

    timeline: TimelineWords
    map: MapWords
    effort: EffortWords
