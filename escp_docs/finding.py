"""What a check reports: plain values, no formatting, no I/O."""

from enum import StrEnum

from msgspec import Struct


class Severity(StrEnum):
    """How the call treats a fault."""

    ERROR = "error"  # the application is rejected
    WARNING = "warning"  # it is accepted, and an evaluator would object


class Answer(StrEnum):
    """What a rule says of a spec."""

    MET = "met"
    NOT_MET = "not_met"
    UNDECIDED = "undecided"  # the spec does not say
    NOT_APPLICABLE = "not_applicable"  # other strand, or the call file does not say


class Confidence(StrEnum):
    """How sure the source of a fact of the call is, from the surest down."""

    STATED = "stated"  # the announcement of the call
    OFFICIAL = "official"  # text of this call, or a page of the Union about it
    SIBLING = "sibling"  # official text of a sibling call
    SECONDARY = "secondary"  # agencies, regions, associations
    DERIVED = "derived"  # reasoning or arithmetic on the others
    CONSISTENCY = "consistency"  # no fact of the call: what a spec says against itself

    @property
    def severity(self) -> Severity:
        """How severe a fault against a fact of this confidence is."""
        return Severity.ERROR if self.is_of_the_call else Severity.WARNING

    @property
    def is_of_the_call(self) -> bool:
        """Whether the fact was seen in text of the call itself, or of the Union about it."""
        return self in (Confidence.STATED, Confidence.OFFICIAL)


class Place(Struct, frozen=True, order=True):
    """Where a value stands in a spec; line and column count from 1.

    `length` is the number of characters that a caret underlines, at least 1.
    """

    file: str
    line: int
    column: int
    length: int = 1

    def __str__(self) -> str:
        return f"{self.file}:{self.line}:{self.column}"


class Remark(Struct, frozen=True):
    """What was read, but perhaps not as it was meant; it changes neither verdict nor exit status.

    `excerpt` is the source line at `place`, without its line end.
    """

    place: Place | None
    message: str
    fix: str | None = None
    excerpt: str = ""
    path: str | None = None


class Source(Struct, frozen=True):
    """The passage that a fact of the call rests on."""

    document: str
    place: str
    quote: str | None  # the words themselves, so that a reader can search for them
    reason: str | None  # of a derived fact, in place of a quote, or beside one
    url: str | None
    confidence: Confidence

    def __str__(self) -> str:
        quote = f'"{self.quote}"' if self.quote else ""
        words = "; ".join(part for part in (quote, self.reason) if part)
        return ", ".join(part for part in (self.document, self.place) if part) + f": {words}"


class Outcome(Struct, frozen=True):
    """One answer of one rule, tied to a path of the spec and to a passage of the call.

    `path` is None for an answer that concerns no place. A fault that has a `question` is none
    if the call does not ask for what is missing. `key` is the path that would settle an
    undecided answer, `ask` the id of the partner who can settle it, or "coordinator". `related` are
    further paths of the same spec; `elsewhere` are places in others that were checked with it, each
    as the position of the spec and a path. `condition` is the id of the condition of the call that
    it is about, if the call states one under an id.
    """

    answer: Answer
    message: str
    path: str | None = None
    fix: str | None = None
    question: str | None = None
    key: str | None = None
    ask: str | None = None
    related: tuple[str, ...] = ()
    elsewhere: tuple[tuple[int, str], ...] = ()
    source: Source | None = None
    severity: Severity = Severity.ERROR
    condition: str | None = None


class StaleProse(Struct, frozen=True):
    """Words of a prose that say what a spec said before.

    Attributes:
        place: The line on which they stand.
        path: The key of the prose.
        label: What the prose is.
        words: The words.
        fact: What is otherwise by now, in words.
        about: The key of what is otherwise.
    """

    place: Place
    path: str
    label: str
    words: str
    fact: str
    about: str
