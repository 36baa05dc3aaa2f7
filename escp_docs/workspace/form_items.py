"""What a form consists of: fields, groups of them, and lists of entries."""

from enum import StrEnum

from msgspec import Struct

from escp_docs.finding import Place
from escp_docs.read.plain_values import Raw


class FieldControl(StrEnum):
    """How a value is stated."""

    TEXT = "text"
    PROSE = "prose"
    CHOICE = "choice"
    FLAG = "flag"
    DATE = "date"
    NUMBER = "number"
    EURO = "euro"
    SHARE = "share"
    SEVERAL = "several"
    LINES = "lines"


class Option(Struct, frozen=True):
    """A value that may be chosen, and its words."""

    value: str
    label: str


class Cure(Struct, frozen=True):
    """A change that settles a finding, offered by its words; `value` None takes the key out.

    Of a key that there is not, `value` is the key that is meant, and `is_of_key` says so.
    """

    label: str
    key: str
    value: Raw
    is_of_key: bool = False


class Objection(Struct, frozen=True):
    """What is to be said of a value: a fault, a finding of a rule, or a remark.

    Attributes:
        severity: error, warning, question or remark.
        message: What is wrong.
        fix: How it is mended; empty if that goes without saying.
        code: The code of the rule; empty of what is no rule.
        source: The passage of the call that it rests on; empty if none.
        cures: Changes that mend it.
    """

    severity: str
    message: str
    fix: str = ""
    code: str = ""
    source: str = ""
    cures: tuple[Cure, ...] = ()


class FormField(Struct, frozen=True):
    """One value.

    Attributes:
        key: Its key, entries by what identifies them.
        label: What it states, as a noun phrase.
        help: What it states, in a sentence, and how it is written.
        control: How it is stated.
        options: What may be chosen.
        value: What is stated, as it is written; None if nothing is.
        path: Its path, entries by their positions, as the preview has it.
        question: What is asked while it is open; empty if nobody is asked.
        ask: Who is asked.
        codes: The rules that wait for it.
        unconfirmed: Whether it is stated of a partner that has not confirmed it.
        is_urgent: Whether a rule that waits for it decides on eligibility.
        objections: What is wrong with it.
        place: Where it stands, or would.
        is_personal: Whether it says something of a person.
    """

    key: str
    label: str
    help: str
    control: FieldControl
    options: tuple[Option, ...]
    value: Raw = None
    path: str = ""
    question: str = ""
    ask: str = ""
    codes: tuple[str, ...] = ()
    unconfirmed: bool = False
    is_urgent: bool = False
    objections: tuple[Objection, ...] = ()
    place: Place | None = None
    is_personal: bool = False

    @property
    def is_open(self) -> bool:
        """Whether somebody is asked for it."""
        return bool(self.question)


class FormGroup(Struct, frozen=True):
    """Fields that belong together."""

    key: str
    label: str
    help: str
    items: tuple["FormItem", ...]
    objections: tuple[Objection, ...] = ()


class FormEntry(Struct, frozen=True):
    """An entry of a list.

    `title` is what to call it, `about` what else tells it apart; `open` and `wrong` count its open
    facts and objections. An entry that has a screen of its own has no items.
    """

    key: str
    title: str
    about: str
    open: int
    wrong: int
    items: tuple["FormItem", ...] = ()


class FormList(Struct, frozen=True):
    """A list of entries; None of `entries` while the spec states no such list.

    `of_cards` says that each entry has a screen of its own; `begins` is how a new one is stated:
    the field that it begins with.
    """

    key: str
    label: str
    help: str
    question: str
    entries: tuple[FormEntry, ...] | None
    of_cards: bool
    begins: tuple[FormField, ...]
    objections: tuple[Objection, ...] = ()


FormItem = FormField | FormGroup | FormList


class Crumb(Struct, frozen=True):
    """A screen around another one."""

    key: str
    label: str


class FormScreen(Struct, frozen=True):
    """A screen of the form: a part of the spec, or one entry of a list in it."""

    key: str
    title: str
    help: str
    around: tuple[Crumb, ...]
    items: tuple[FormItem, ...]
    objections: tuple[Objection, ...] = ()


class FormPart(Struct, frozen=True):
    """A part of the format in the list of all: how much of it is open, and wrong."""

    key: str
    label: str
    open: int
    wrong: int
