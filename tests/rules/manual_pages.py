"""The manual page of a rule: its sections, and what the rule says of its examples."""

import re
import textwrap

from escp_docs.finding import Answer, Outcome
from escp_docs.judging.verdict import judge_together
from escp_docs.rule import Rule
from tests.support.reading import spec

HEADINGS = {"Met": Answer.MET, "Not met": Answer.NOT_MET, "Undecided": Answer.UNDECIDED}


def sections(rule: Rule[object]) -> dict[str, str]:
    """Return the sections of a manual page by their headings."""
    parts = re.split(r"^([A-Z][A-Za-z ]+)$", rule.manual, flags=re.MULTILINE)
    return {
        name: textwrap.dedent(text).strip()
        for name, text in zip(parts[1::2], parts[2::2], strict=True)
    }


def spelt_out(example: str) -> str:
    """Return an example with texts of a length, as in <201 characters>, written out."""
    long = re.sub(r"<(\d+) characters>", lambda found: "x" * int(found[1]), example)
    return re.sub(
        r"<(\d+) words>",
        lambda found: " ".join(f"word{number}" for number in range(int(found[1]))),
        long,
    )


def outcomes_of(example: str, code: str) -> list[Outcome]:
    """Return what a rule says of the specs of an example, which `---` parts."""
    read = [spec(text) for text in re.split(r"^---\n", spelt_out(example), flags=re.MULTILINE)]
    return [
        one.outcome
        for verdict in judge_together([(one.spec, one.call) for one in read])
        for one in verdict.judged
        if one.rule.code == code
    ]
