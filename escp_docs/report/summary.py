"""What a build says at its end: verdict, what is open and whom to ask, files."""

from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Protocol

from escp_docs.document import Placeholder
from escp_docs.report.terminal_text import colour_of, visible
from escp_docs.report.text import Paint
from escp_docs.rule import Verdict

_MANY = 6
_KILO = 1000


class Planned(Protocol):
    """What the summary reads of a plan."""

    @property
    def spec(self) -> str:
        """The name of the spec."""
        ...

    @property
    def verdict(self) -> Verdict:
        """What the rules say."""
        ...

    @property
    def placeholders(self) -> tuple[Placeholder, ...]:
        """The open facts in the documents."""
        ...

    @property
    def is_open(self) -> bool:
        """Whether anything is open."""
        ...

    @property
    def remarks(self) -> tuple[str, ...]:
        """What the linter of the documents objects to, each with its place."""
        ...


class File(Protocol):
    """What the summary reads of a file."""

    @property
    def path(self) -> Path:
        """Where it lies."""
        ...

    @property
    def size(self) -> int:
        """Its bytes."""
        ...

    @property
    def pages(self) -> int | None:
        """Its pages, None if they are not known."""
        ...

    @property
    def is_new(self) -> bool:
        """Whether it was made just now."""
        ...

    @property
    def kept(self) -> Path | None:
        """Where an edited file was put aside."""
        ...

    @property
    def is_gone(self) -> bool:
        """Whether it was removed, since the spec has no such document any more."""
        ...

    @property
    def remark(self) -> str:
        """What else is to be said of it, empty if there is nothing."""
        ...


def summary(plan: Planned, made: Sequence[File], paint: Paint) -> str:
    """Return the closing lines of a build."""
    return "".join(f"{line}\n" for line in _lines(plan, made, paint))


def _lines(plan: Planned, made: Sequence[File], paint: Paint) -> Iterator[str]:
    standing = plan.verdict.standing
    colour = colour_of(standing.value)
    state = "draft" if plan.is_open else "nothing open"
    yield f"{visible(plan.spec)}: {paint(standing.value, colour)}, {state}"
    for person, questions in _asked(plan).items():
        shown = "; ".join(questions[:_MANY])
        more = f"; and {len(questions) - _MANY} more" if len(questions) > _MANY else ""
        yield f"  open, ask {person} ({len(questions)}): {visible(shown)}{more}"
    if plan.verdict.open:
        codes = ", ".join(dict.fromkeys(one.rule.code for one in plan.verdict.open))
        yield f"  rules to settle: {codes}; see `escp-docs check {plan.spec}`"
    for remark in plan.remarks[:_MANY]:
        yield f"  {visible(remark)}"
    if len(plan.remarks) > _MANY:
        yield f"  and {len(plan.remarks) - _MANY} more; manifest.json names all characters"
    for file in made:
        pages = f"{file.pages} page{'s' * (file.pages > 1)}, " if file.pages else ""
        what = "" if file.is_new else ", unchanged"
        said = f"({pages}{_size(file.size)}{what})"
        yield f"  {file.path}  {'removed: the spec has no such document' if file.is_gone else said}"
        if file.kept:
            yield f"    someone had edited it: the edited file is kept as {file.kept}"
        if file.remark:
            yield f"    {file.remark}"


def _asked(plan: Planned) -> dict[str, list[str]]:
    asked: dict[str, list[str]] = {}
    for one in plan.placeholders:
        asked.setdefault(one.ask, []).append(one.text.strip("[]"))
    return {person: list(dict.fromkeys(questions)) for person, questions in asked.items()}


def _size(size: int) -> str:
    return f"{size / _KILO:.0f} kB" if size >= _KILO else f"{size} bytes"
