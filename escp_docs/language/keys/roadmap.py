"""The keys that have words: `roadmap`."""

from typing import TypedDict

from escp_docs.language.keys.key_words import KeyWords


class RoadmapKeys(TypedDict):
    """The keys of `Roadmap`."""

    work_packages: KeyWords
    long_term: KeyWords


class WorkPackageKeys(TypedDict):
    """The keys of `WorkPackage`."""

    id: KeyWords
    title: KeyWords
    kind: KeyWords
    lead: KeyWords
    start_month: KeyWords
    end_month: KeyWords
    objectives: KeyWords
    tasks: KeyWords
    deliverables: KeyWords
    milestones: KeyWords
    effort: KeyWords
    builds_on: KeyWords


class TaskKeys(TypedDict):
    """The keys of `Task`."""

    id: KeyWords
    title: KeyWords
    description: KeyWords
    kind: KeyWords
    lead: KeyWords
    partners: KeyWords
    start_month: KeyWords
    end_month: KeyWords
    targets: KeyWords


class DeliverableKeys(TypedDict):
    """The keys of `Deliverable`."""

    id: KeyWords
    title: KeyWords
    kind: KeyWords
    output: KeyWords
    dissemination: KeyWords
    lead: KeyWords
    due_month: KeyWords


class MilestoneKeys(TypedDict):
    """The keys of `Milestone`."""

    id: KeyWords
    title: KeyWords
    lead: KeyWords
    due_month: KeyWords
    description: KeyWords
    verification: KeyWords


class LongTermKeys(TypedDict):
    """The keys of `LongTerm`."""

    horizon_years: KeyWords
    agenda: KeyWords
    sustainability: KeyWords
    steps: KeyWords


class StepKeys(TypedDict):
    """The keys of `Step`."""

    year_after_project: KeyWords
    action: KeyWords
    lead: KeyWords
