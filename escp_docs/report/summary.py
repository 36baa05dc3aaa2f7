"""What a build says at its end: verdict, what is open and whom to ask, files. Loads little."""

from collections.abc import Iterator
from shlex import quote
from typing import Final

from escp_docs.build.result import Built, BuiltFile, DocumentRemark, OpenPlace
from escp_docs.report.missing_words import missing_words
from escp_docs.report.terminal_text import Paint, colour_of, plain, visible
from escp_docs.report.warned import warned

_MANY: Final = 6  # questions of one person, and remarks, that are told before they are counted
_KILO: Final = 1000


def text(built: Built, paint: Paint = plain) -> str:
    """Return the closing lines of a build."""
    return "".join(f"{line}\n" for line in _lines(built, paint))


def _lines(built: Built, paint: Paint) -> Iterator[str]:
    state = "draft" if built.is_draft else "nothing open"
    standing = paint(built.verdict, colour_of(built.verdict))
    clouds = warned(built.warnings) if built.verdict == "eligible" else ""
    yield f"{visible(built.spec)}: {standing}, {f'{clouds}, ' if clouds else ''}{state}"
    lacking = missing_words(built.missing) if built.missing else ""
    asked_by_rules = built.missing is not None and built.missing.questions > 0
    if lacking:
        see = f"; see `escp-docs check {quote(built.spec)}`" if asked_by_rules else ""
        yield visible(f"  {lacking}{see}")
    for person, asked in _asked(built).items():
        questions = [_with_key(one) if len(asked) <= _MANY else _label(one) for one in asked]
        shown = "; ".join(questions[:_MANY])
        more = f"; and {len(questions) - _MANY} more" if len(questions) > _MANY else ""
        yield f"  open, ask {person} ({len(questions)}): {visible(shown)}{more}"
    if built.rules_to_settle and not (asked_by_rules and built.verdict == "undecided"):
        codes = ", ".join(built.rules_to_settle)
        yield visible(f"  rules to settle: {codes}; see `escp-docs check {quote(built.spec)}`")
    for remark in built.remarks[:_MANY]:
        yield f"  {visible(_remark(remark))}"
    if len(built.remarks) > _MANY:
        yield f"  and {len(built.remarks) - _MANY} more; manifest.json names all characters"
    yield from file_lines(built)
    for path in built.mails:
        yield visible(f"  {path}  (draft mail, not sent)")
    if built.remark:
        yield visible(f"  {built.remark}")
    if built.package:
        yield visible(f"  these are drafts: what was packed stays in {built.package}")
    if built.signed:
        yield visible(f"  the agreement is {built.signed}")


def file_lines(built: Built) -> Iterator[str]:
    """Yield what is to be said of each file."""
    for file in built.files:
        yield visible(f"  {file.path}  {_state(file)}")
        if file.kept:
            yield visible(f"    someone had edited it: the edited file is kept as {file.kept}")
        if file.was_final:
            yield "    it replaces the final file; `escp-docs build --final` makes that again"
        if file.remark:
            yield visible(f"    {file.remark}")


def _state(file: BuiltFile) -> str:
    if file.is_gone:
        return "removed: the spec has no such document"
    pages = f"{file.pages} page{'s' * (file.pages > 1)}, " if file.pages else ""
    return f"({pages}{_size(file.size)}{'' if file.is_new else ', unchanged'})"


def _remark(one: DocumentRemark) -> str:
    # What a linter's error does to a build is that its documents stay drafts: they are written.
    weight = "open" if one.severity == "error" else one.severity
    block = f"{one.block}: " if one.block else ""
    return f"{one.where}: {weight}: {block}{one.message}; {one.fix}"


def _asked(built: Built) -> dict[str, list[OpenPlace]]:
    """Return what is open by whom to ask, each placeholder once."""
    asked: dict[str, dict[str, OpenPlace]] = {}
    for one in built.open_places:
        asked.setdefault(one.ask, {}).setdefault(one.placeholder, one)
    return {person: list(places.values()) for person, places in asked.items()}


def _label(one: OpenPlace) -> str:
    return one.placeholder.strip("[]")


def _with_key(one: OpenPlace) -> str:
    return f"{_label(one)} [{one.path}]"


def _size(size: int) -> str:
    return f"{size / _KILO:.0f} kB" if size >= _KILO else f"{size} bytes"
