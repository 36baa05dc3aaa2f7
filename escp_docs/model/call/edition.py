"""The edition of a call, and what its sources leave open."""

from typing import Literal

from escp_docs.model.base import SpecModel
from escp_docs.model.call.phases import StrandRef
from escp_docs.model.scalar import Day, Text


class Version(SpecModel):
    """The edition of the call text."""

    number: Text
    date: Day


class Corrigendum(SpecModel):
    """A change of the call while it was open: its day, and what is otherwise since."""

    date: Day
    changes: tuple[Text, ...]


class Unknown(SpecModel):
    """Something that the sources of the call file do not say.

    `about` says that the eligibility of an application may hang on it, `strands` in which strands;
    None says in all of them.
    """

    topic: Text
    note: Text | None = None
    about: Literal["eligibility"] | None = None
    strands: tuple[StrandRef, ...] | None = None
