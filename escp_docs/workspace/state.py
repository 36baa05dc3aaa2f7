"""A spec as its files are at one moment: texts, plain values, what it states, the verdict."""

from dataclasses import dataclass, field
from functools import cached_property

from escp_docs.edit.steps import Work
from escp_docs.errors import Fault
from escp_docs.judging.open_spec import OpenSpec
from escp_docs.judging.result import Result
from escp_docs.read.plain_values import Raw
from escp_docs.read.source import SourceText, SpecText


@dataclass(frozen=True, eq=False)
class State:
    """A version of a spec.

    Attributes:
        version: Counts from 1; another one has other texts.
        sources: The texts of its files.
        spec: What it states; None if that cannot be read.
        result: What the rules say of it, or its faults.
    """

    version: int
    sources: SpecText
    spec: OpenSpec | None
    result: Result
    _work: Work = field(repr=False, compare=False)

    @cached_property
    def faults_of_form(self) -> tuple[Fault, ...]:
        """What is wrong with the form of the files; while anything is, no key can be changed."""
        return tuple(self._work.faults()) if self.sources.own else self.result.faults

    @cached_property
    def value(self) -> dict[str, Raw]:
        """The plain values that its files hold, as far as they can be read."""
        return self._work.value()

    @property
    def texts(self) -> dict[str, str]:
        """The text of each file, and of those that these name, in the order of their names."""
        every = (*self.sources.own, *self.sources.named.values())
        return {one.file: one.text for one in every if isinstance(one, SourceText)}
