"""The tools: what each is for, what it takes, and who answers."""

from collections.abc import Callable
from typing import TYPE_CHECKING, Any, Final

from msgspec import Struct

from escp_docs.mcp import answers
from escp_docs.mcp.arguments import (
    Arguments,
    CheckArguments,
    KeyArguments,
    NameArguments,
    ProposalArguments,
    QuestionArguments,
    SinceArguments,
    TextArguments,
)

if TYPE_CHECKING:
    from escp_docs import api

_Answer = Callable[["api.Assistant", Any, str], dict[str, Any]]


class Tool(Struct, frozen=True):
    """A tool.

    Attributes:
        name: Its name.
        about: What it is for, for the assistant.
        takes: The form of its arguments.
        answer: Answers for a spec, with the arguments and the author of what is proposed.
        proposes: Whether it writes a proposal; all others write nothing.
    """

    name: str
    about: str
    takes: type[Arguments]
    answer: _Answer
    proposes: bool = False


TOOLS: Final = {
    one.name: one
    for one in (
        Tool(
            "next_questions",
            "The questions to ask next, the most deciding first: whom to ask, the key for the "
            "answer, what the call says. Ask the person; never answer them yourself.",
            QuestionArguments,
            answers.next_questions,
        ),
        Tool(
            "brief",
            "All there is to know before writing a key: what the call asks there in its own "
            "words, the facts that may be used, what other texts say, how long it may be, and "
            "what people wrote on it in files that came back.",
            KeyArguments,
            answers.brief,
        ),
        Tool(
            "review",
            "A text that would stand at a key, read: its figures, names and dates without a "
            "fact, limits, and what the call still asks; rules that rest on what is withheld are "
            "`untried`. Run it before `propose`.",
            TextArguments,
            answers.review,
        ),
        Tool(
            "check",
            "The verdict on the spec, and what the call would object to or cannot decide yet.",
            CheckArguments,
            answers.check,
        ),
        Tool(
            "explain",
            "The manual of a rule, with the words of the call that it rests on; or of a key.",
            NameArguments,
            answers.explain,
        ),
        Tool(
            "status",
            "Who owes which fact, what came back from whom, which proposals wait for a person.",
            Arguments,
            answers.status,
        ),
        Tool(
            "compare",
            "What changed since an earlier version, or in a document that came back.",
            SinceArguments,
            answers.compare,
        ),
        Tool(
            "propose",
            "Put a change, with its reason and the facts it rests on, into the list from which "
            "a person takes it. It changes no spec. The answer says what it would do.",
            ProposalArguments,
            answers.propose,
            proposes=True,
        ),
    )
}
"""Every tool, by its name."""
