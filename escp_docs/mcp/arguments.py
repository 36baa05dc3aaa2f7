"""What each tool takes, as clients see it and as it is read from whatever they send."""

from typing import Annotated, Any, Literal

from pydantic import BaseModel, ConfigDict, Field, ValidationError

from escp_docs import api

_LONGEST_KEY = 500
_LONGEST_TEXT = 100_000
_MOST_QUESTIONS = 20

Key = Annotated[
    str,
    Field(
        min_length=1,
        max_length=_LONGEST_KEY,
        description="A key of the spec, entries by id: consortium.partners[CMA].city",
    ),
]


class Arguments(BaseModel):
    """What every tool takes."""

    model_config = ConfigDict(extra="forbid", strict=True)

    spec: Annotated[
        str,
        Field(max_length=4096, description="Which spec, where several were chosen: see `check`"),
    ] = ""


class QuestionArguments(Arguments):
    """How many questions."""

    count: Annotated[
        int, Field(ge=1, le=_MOST_QUESTIONS, description="How many, the most deciding first")
    ] = 3


class KeyArguments(Arguments):
    """A key."""

    key: Key


class TextArguments(KeyArguments):
    """A text for a key."""

    text: Annotated[str, Field(max_length=_LONGEST_TEXT, description="The text, as Markdown")]


class CheckArguments(Arguments):
    """How much is told."""

    met: Annotated[
        bool, Field(description="Tell what is met, too, and not only what is not or is open")
    ] = False


class NameArguments(Arguments):
    """A rule or a key."""

    name: Annotated[
        str,
        Field(
            min_length=1,
            max_length=_LONGEST_KEY,
            description="The code of a rule (CON003), its name, or a key",
        ),
    ]


class SinceArguments(Arguments):
    """An earlier version."""

    since: Annotated[
        str,
        Field(
            max_length=1000,
            description="A revision of git, or a file in the folder of the spec: a package of it, "
            "or a document that came back; empty for the last package, else git's HEAD",
        ),
    ] = ""


class ProposalArguments(KeyArguments):
    """A change, its reason, and what it rests on."""

    action: Annotated[
        Literal["set", "add", "remove"],
        Field(description="State a value, add an entry to the list, take out a key or an entry"),
    ] = "set"
    value: Annotated[
        Any,
        Field(
            description="What is stated, as the spec writes it: a text, a number, true or false, a "
            "list, or an object for a new entry; nothing for `remove`"
        ),
    ] = None
    reason: Annotated[
        str, Field(max_length=2000, description="Why, in a sentence or two, for the person")
    ]
    facts: Annotated[
        list[str],
        Field(
            max_length=40,
            description="What it rests on: keys of the spec, codes of rules, or where else it "
            "comes from, in words",
        ),
    ]


def read(form: type[Arguments], found: Any) -> Arguments:  # noqa: ANN401  # anybody's JSON
    """Return the arguments of a call.

    Raises:
        ArgumentError: they have not the form; every fault is told.
    """
    try:
        return form.model_validate({} if found is None else found)
    except ValidationError as error:
        raise api.ArgumentError("; ".join(_words(one) for one in error.errors())) from None


def _words(fault: Any) -> str:  # noqa: ANN401  # of pydantic
    name = ".".join(map(str, fault["loc"])) or "the arguments"
    known = {"missing": "is missing", "extra_forbidden": "is no argument of this tool"}
    said = str(fault["msg"])
    return f"{name}: {known.get(fault['type'], said[:1].lower() + said[1:])}"
