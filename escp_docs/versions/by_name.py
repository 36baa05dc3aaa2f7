"""Versions by the names that people give them, compared."""

from collections.abc import Sequence
from contextlib import ExitStack
from datetime import date
from pathlib import Path

from escp_docs.build.spec_inputs import read
from escp_docs.comparing.specs.difference import Comparison
from escp_docs.errors import ArgumentError
from escp_docs.files import spec_files
from escp_docs.files.call_files import Calls
from escp_docs.files.inputs import STDIN
from escp_docs.files.record import Record, returned_file
from escp_docs.files.versions import NamedVersion, VersionKind, last_version, version
from escp_docs.pull.pulled import ReturnedFile
from escp_docs.pull.pulling import pull
from escp_docs.versions.bundles import PrintedVersion, bundle, printed, printed_changes
from escp_docs.versions.comparing import comparison
from escp_docs.versions.reading import read_version
from escp_docs.versions.returned import returned_changes


def compare(names: Sequence[str], calls: Calls, today: date) -> Comparison:
    """Return what is otherwise between versions.

    Args:
        names: The old version and the new one; or one spec, which is compared with its last
            package, else with git's HEAD; or a produced file, perhaps followed by its spec.
        calls: The calls that a spec may answer.
        today: The date that documents print if a spec states none.

    Raises:
        UnreadableError: a version cannot be read.
        ArgumentError: the two are no versions of one thing.
        TemplateError: a template of one of them cannot be rendered.
    """
    with ExitStack() as stack:
        named = [stack.enter_context(version(one)) for one in names]
        if named[0].kind is VersionKind.FILE:
            return _of_file(named, calls, today)
        if len(named) == 1:
            (new,) = named
            if new.kind is VersionKind.BUNDLE:
                fact = f"{new.name} is a folder of documents; name what to compare it with"
                raise ArgumentError(f"{fact}: a spec, or another folder")
            old = stack.enter_context(version(_last(new)))
        else:
            old, new = named
        return _of_two(old, new, calls, today)


def _last(new: NamedVersion) -> str:
    """Return the name of what a spec was last.

    Raises:
        UnreadableError: there is no such spec.
        ArgumentError: it is standard input, or came from git or a package itself.
    """
    if new.path != new.name or new.name == STDIN:
        raise ArgumentError(f"name what to compare {new.name} with: OLD NEW")
    spec_files(new.name)
    return last_version(new.name)


def _of_two(old: NamedVersion, new: NamedVersion, calls: Calls, today: date) -> Comparison:
    if new.kind is VersionKind.FILE:
        raise ArgumentError(f"{new.name} is a file; name it first, then its spec")
    if VersionKind.BUNDLE in {old.kind, new.kind}:
        return _of_bundles(old, new, calls, today)
    return comparison(read_version(old, calls), read_version(new, calls), today)


def _of_bundles(old: NamedVersion, new: NamedVersion, calls: Calls, today: date) -> Comparison:
    """Return what the documents of two versions print otherwise; one at least is a folder."""
    folders = {
        one.name: bundle(Path(one.path)) for one in (old, new) if one.kind is VersionKind.BUNDLE
    }
    like = next(iter(folders.values()))

    def of(one: NamedVersion) -> PrintedVersion:
        known = folders.get(one.name)
        return known or printed(read_version(one, calls), like, today)

    return printed_changes(of(old), of(new))


def _of_file(named: Sequence[NamedVersion], calls: Calls, today: date) -> Comparison:
    spec = named[1] if len(named) > 1 else NamedVersion(VersionKind.SPEC, ".", ".")
    if spec.kind is not VersionKind.SPEC:
        fact = f"{named[0].name} is a file; a file is compared with what its spec sent"
        raise ArgumentError(f"{fact}: `escp-docs compare FILE SPEC`")
    inputs = read(spec.path, calls, None)
    day = inputs.reading.spec.project.drafting_date or today
    came = ReturnedFile(*returned_file(named[0].path))
    return returned_changes(pull(inputs, (came,), Record(spec.path), day, "", {}))
