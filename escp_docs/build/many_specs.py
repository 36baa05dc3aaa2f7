"""Several specs built: each for itself, whatever becomes of the others."""

from collections.abc import Generator, Iterator, Mapping, Sequence
from functools import partial
from pathlib import Path
from typing import Final

from msgspec.structs import replace

from escp_docs.build import one_spec
from escp_docs.build.options import BuildOptions
from escp_docs.build.progress import Progress, Recorded
from escp_docs.build.result import Built, NotBuilt, StillOpenError
from escp_docs.build.selection import DocumentSelection
from escp_docs.errors import ArgumentError, EscpError
from escp_docs.executing.executor import IN_THIS_PROCESS, Executor, in_order, is_apart
from escp_docs.files import STDIN
from escp_docs.files.call_files import Calls
from escp_docs.files.opening import NamedSpec
from escp_docs.read.one_file import keep_parsed
from escp_docs.rule import Standing
from escp_docs.rules import BY_CODE

_FILES: Final = 24  # of a spec and of its call, which are read to know its folder, and to build it

Reported = tuple[Built | NotBuilt, Recorded]
"""What came of a spec, and what there is to tell of how it got on."""


def build(
    names: Sequence[str],
    options: BuildOptions,
    executor: Executor,
    progress: Progress,
    done: Mapping[str, Built],
) -> Generator[Built | NotBuilt, None, None]:
    """Yield what came of each spec, in order; `done` are those that are up to date already.

    Each is judged together with the others, as `check` does: what is ineligible beside them is told
    so, and cannot be final.

    Raises:
        UnknownNameError: there is no such format.
        ArgumentError: two specs would write the same folder; nothing is written.
    """
    DocumentSelection.of(options.documents, options.formats, everything=options.everything)
    keep_parsed(_FILES)
    known: dict[str, Built | NotBuilt] = {**done, **_unreadable(names, done, options.calls)}
    at_odds = _at_odds(names, options.calls) if len(names) > 1 else {}
    if options.final:
        known |= {name: _refused(name, codes, options) for name, codes in at_odds.items()}
    good = [name for name in names if name not in known]
    if len(good) == 1:  # one spec alone may have every process for its files
        known[good[0]] = _told(_built(good[0], options, executor, progress), progress)
        good = []
    # No other process can read standard input.
    chosen = IN_THIS_PROCESS if STDIN in names else executor
    if is_apart(chosen):
        made = _apart(good, options, chosen, progress)
    else:
        made = chosen.results(partial(_recorded, options=options), good, _lost)
    with in_order(made) as results:
        for name in names:
            found = known[name] if name in known else _told(next(results), progress)
            yield _beside_others(found, at_odds.get(name, ()))


def _beside_others(found: Built | NotBuilt, codes: Sequence[str]) -> Built | NotBuilt:
    if not codes or isinstance(found, NotBuilt):
        return found
    rules = tuple(dict.fromkeys((*found.rules_to_settle, *codes)))
    return replace(found, verdict=Standing.INELIGIBLE.value, rules_to_settle=rules)


def _refused(name: str, codes: Sequence[str], options: BuildOptions) -> NotBuilt:
    """Return why a spec cannot be final: it is ineligible beside the others."""
    where = options.output / one_spec.folder(name, options.calls)
    ineligible = Standing.INELIGIBLE.value
    nothing = Built(name, where, ineligible, True, (), tuple(codes), (), ())  # noqa: FBT003
    return NotBuilt(name, StillOpenError(nothing))


def _at_odds(names: Sequence[str], own: Path | None) -> dict[str, tuple[str, ...]]:
    """Return the specs that are ineligible beside the others, with the rules that say so."""
    from escp_docs.judging.several_specs import check  # noqa: PLC0415  # for several alone

    calls = Calls(own)
    at_odds: dict[str, tuple[str, ...]] = {}
    for found in check([NamedSpec(name, calls) for name in names], None, None, ()):
        codes = dict.fromkeys(
            one.code
            for one in found.findings
            if one.is_fault and one.is_error and BY_CODE[one.code].together is not None
        )
        if codes:
            at_odds[found.spec] = tuple(codes)
    return at_odds


def _built(name: str, options: BuildOptions, executor: Executor, progress: Progress) -> Reported:
    try:
        return one_spec.build(name, options, executor, progress), Recorded()
    except EscpError as error:
        return NotBuilt(name, error), Recorded()


def _recorded(name: str, options: BuildOptions) -> Reported:
    """Build a spec in a process that cannot tell anybody how it gets on."""
    recorded = Recorded()
    found, _ = _built(name, options, IN_THIS_PROCESS, recorded)
    return found, recorded


def _apart(
    names: Sequence[str], options: BuildOptions, executor: Executor, progress: Progress
) -> Iterator[Reported]:
    """Build specs where our files are not: they go there, and what is made comes back."""
    from escp_docs.build.parcel import Delivery, Parcels, built_there  # noqa: PLC0415  # for clusters alone
    from escp_docs.build.taking_in import taken  # noqa: PLC0415
    from escp_docs.files.shared_folder import shared_folder  # noqa: PLC0415

    if not names:
        return
    with shared_folder(options.state) as shared:
        parcels = Parcels(names, options, shared)
        made = executor.results(built_there, parcels, lambda one: Delivery(_lost(one.spec)))
        with in_order(made) as results:
            for name, delivery in zip(names, results, strict=True):
                yield taken(delivery, name, options, parcels.sent.pop(name), progress, shared)


def _told(reported: Reported, progress: Progress) -> Built | NotBuilt:
    found, recorded = reported
    recorded.tell(progress)
    return found


def _lost(name: str) -> Reported:
    why = "the process that built it was killed; perhaps the memory ran out"
    error = EscpError(f"{name}: {why}\n  fix: build it alone, or with a lower -j")
    return NotBuilt(name, error), Recorded()


def _unreadable(
    names: Sequence[str], done: Mapping[str, Built], calls: Path | None
) -> dict[str, NotBuilt]:
    """Return the specs that cannot be read, after making sure that no two share a folder.

    Raises:
        ArgumentError: two specs would write the same folder.
    """
    unreadable: dict[str, NotBuilt] = {}
    taken: dict[str, str] = {}
    for name in names:
        try:
            folder = done[name].folder.name if name in done else one_spec.folder(name, calls)
        except EscpError as error:
            unreadable[name] = NotBuilt(name, error)
            continue
        if folder in taken:
            raise ArgumentError(
                f"{taken[folder]} and {name} would both write the folder {folder}; "
                "build one of them into another, with -o",
            )
        taken[folder] = name
    return unreadable
