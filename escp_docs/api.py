"""The library: what every door, and every program of yours, stands on.

Everything takes plain values and gives plain values: no text to parse, no exit status, nothing
printed. What cannot be done is an exception below `EscpError`. A call loads only what it needs, so
that `import escp_docs.api` costs next to nothing. docs/reference/library.md shows each in use.
"""

from collections.abc import Callable, Generator, Iterable, Iterator, Mapping, Sequence
from datetime import date, datetime
from importlib import import_module
from pathlib import Path
from types import MappingProxyType
from typing import TYPE_CHECKING, Final

from msgspec.structs import replace

from escp_docs.build.options import MANIFEST, BuildOptions, Precedent
from escp_docs.build.progress import Progress, Recorded, Silent
from escp_docs.build.result import (
    Built,
    BuiltFile,
    DocumentRemark,
    NotBuilt,
    OpenPlace,
    StillOpenError,
)
from escp_docs.errors import (
    ArgumentError,
    EscpError,
    ExportError,
    Fault,
    MissingProgramError,
    RefusedEditError,
    TemplateError,
    UnknownNameError,
    UnreadableError,
)
from escp_docs.executing.executor import IN_THIS_PROCESS, Bound, Executor
from escp_docs.files.inputs import STDIN
from escp_docs.files.writing import WriteError
from escp_docs.spelling import nearest

if TYPE_CHECKING:
    from escp_docs.assisting.assistant import Assistant
    from escp_docs.assisting.briefing import Brief
    from escp_docs.assisting.proposing import ProposalKind, Put, Suggestion
    from escp_docs.assisting.questions import NextQuestion
    from escp_docs.assisting.returned_words import ReturnedWords
    from escp_docs.assisting.reviewing import Review
    from escp_docs.assisting.waiting_proposals import WaitingProposal
    from escp_docs.authoring.completing import Candidate
    from escp_docs.authoring.notices import Fix, Notice
    from escp_docs.authoring.spec_in_editor import SpecInEditor
    from escp_docs.build.capabilities import Capability
    from escp_docs.build.watcher import Watched, Watcher
    from escp_docs.comparing.claims.listing import FigureInProse
    from escp_docs.comparing.specs.difference import Comparison
    from escp_docs.edit.changes import (
        AddEntry,
        ChangedFile,
        Made,
        MoveEntry,
        RemoveValue,
        SetValue,
        SpecChange,
    )
    from escp_docs.executing.cluster import Cluster
    from escp_docs.executing.processes import Processes
    from escp_docs.export.typst.set_page import SetPage
    from escp_docs.files.spec_edits import ChangedMeanwhileError, SpecEdit
    from escp_docs.files.template_copies import TemplateClause
    from escp_docs.finding import Answer, Outcome, Place, Severity, Source, StaleProse
    from escp_docs.judging.beginning import Beginning
    from escp_docs.judging.calls.call_fault import CallFault
    from escp_docs.judging.calls.check import CheckedCall, CheckedCondition
    from escp_docs.judging.calls.difference import Affected, CallDifference, ChangedFact
    from escp_docs.judging.calls.facts import CallPage, ShownFact
    from escp_docs.judging.manual import CitedFact, FactOnPage, KeyPage, Manual, ManualPage
    from escp_docs.judging.open_facts import OpenFact, OpenFacts
    from escp_docs.judging.open_spec import OpenSpec
    from escp_docs.judging.result import Finding, Result
    from escp_docs.judging.signatures import SignatureFound, Signatures, SignedFile
    from escp_docs.judging.status import PersonalValue, Status
    from escp_docs.model.call import Call
    from escp_docs.model.spec import Spec
    from escp_docs.packing.package import NotVerifiedError, Packaged
    from escp_docs.produced.difference import Difference
    from escp_docs.pull.proposals import Proposal
    from escp_docs.pull.pulled import Pulling
    from escp_docs.pull.undoing import Undone
    from escp_docs.pull.unproposable import WITHHELD
    from escp_docs.rule import Rule, Standing
    from escp_docs.verify.file import Verified
    from escp_docs.verify.folder import Verification
    from escp_docs.versions.redline_files import Redlines
    from escp_docs.workspace.choices import Choice
    from escp_docs.workspace.form_items import (
        FormEntry,
        FormField,
        FormGroup,
        FormList,
        FormPart,
        FormScreen,
        Objection,
        Option,
    )
    from escp_docs.workspace.history import EditStep
    from escp_docs.workspace.ids import IdPlace, Replacement
    from escp_docs.workspace.made_documents import MadeDocument
    from escp_docs.workspace.outcome import Changed, Conflict, KeyedChange
    from escp_docs.workspace.paging import SetDocument
    from escp_docs.workspace.preview import PreviewPage
    from escp_docs.workspace.state import State
    from escp_docs.workspace.workspace import Workspace

__all__ = [
    "DEFAULT_CALL",
    "IN_THIS_PROCESS",
    "MANIFEST",
    "STDIN",
    "WITHHELD",
    "AddEntry",
    "Affected",
    "Answer",
    "ArgumentError",
    "Assistant",
    "Beginning",
    "Bound",
    "Brief",
    "BuildOptions",
    "Built",
    "BuiltFile",
    "Call",
    "CallDifference",
    "CallFault",
    "CallPage",
    "Candidate",
    "Capability",
    "Changed",
    "ChangedFact",
    "ChangedFile",
    "ChangedMeanwhileError",
    "CheckedCall",
    "CheckedCondition",
    "Choice",
    "CitedFact",
    "Cluster",
    "Comparison",
    "Conflict",
    "Difference",
    "DocumentRemark",
    "EditStep",
    "EscpError",
    "Executor",
    "ExportError",
    "FactOnPage",
    "Fault",
    "FigureInProse",
    "Finding",
    "Fix",
    "FormEntry",
    "FormField",
    "FormGroup",
    "FormList",
    "FormPart",
    "FormScreen",
    "IdPlace",
    "KeyPage",
    "KeyedChange",
    "Made",
    "MadeDocument",
    "Manual",
    "ManualPage",
    "MissingProgramError",
    "MoveEntry",
    "NextQuestion",
    "NotBuilt",
    "NotVerifiedError",
    "Notice",
    "Objection",
    "OpenFact",
    "OpenFacts",
    "OpenPlace",
    "OpenSpec",
    "Option",
    "Outcome",
    "Packaged",
    "PersonalValue",
    "Place",
    "PreviewPage",
    "Processes",
    "Progress",
    "Proposal",
    "ProposalKind",
    "Pulling",
    "Put",
    "Recorded",
    "Redlines",
    "RefusedEditError",
    "RemoveValue",
    "Replacement",
    "Result",
    "ReturnedWords",
    "Review",
    "Rule",
    "SetDocument",
    "SetPage",
    "SetValue",
    "Severity",
    "ShownFact",
    "SignatureFound",
    "Signatures",
    "SignedFile",
    "Silent",
    "Source",
    "Spec",
    "SpecChange",
    "SpecEdit",
    "SpecInEditor",
    "StaleProse",
    "Standing",
    "State",
    "Status",
    "StillOpenError",
    "Suggestion",
    "TemplateClause",
    "TemplateError",
    "Undone",
    "UnknownNameError",
    "UnreadableError",
    "Verification",
    "Verified",
    "WaitingProposal",
    "Watched",
    "Watcher",
    "Workspace",
    "WriteError",
    "assistant",
    "begin",
    "build",
    "build_apart",
    "build_each",
    "call",
    "call_ids",
    "call_page",
    "call_schema",
    "capabilities",
    "check",
    "check_call",
    "check_each",
    "cluster",
    "compare",
    "copy_templates",
    "count_proposals",
    "countries",
    "diff_calls",
    "document_names",
    "drafts",
    "edit",
    "explain",
    "explain_key",
    "figures",
    "first_verdict",
    "format_names",
    "init",
    "key_names",
    "manual",
    "misnamed_specs",
    "name_and_country",
    "nearest",
    "new_call",
    "open_spec",
    "package",
    "personal",
    "processes",
    "proposals",
    "pull",
    "redline",
    "remind",
    "require_web",
    "rules",
    "set_values",
    "signed",
    "spec_in_editor",
    "spec_schema",
    "specs_in",
    "specs_in_folder",
    "specs_of",
    "status",
    "take",
    "template_clauses",
    "template_names",
    "unchanged",
    "undo",
    "undo_taking",
    "verify",
    "watch_together",
    "watcher",
    "workspace",
]

DEFAULT_CALL: Final = "cos-clusint-2020-3-01"
"""The id of the call that is meant where nobody names one."""

_LATER: Final = {
    "Candidate": "escp_docs.authoring.completing",
    "Fix": "escp_docs.authoring.notices",
    "IdPlace": "escp_docs.workspace.ids",
    "Notice": "escp_docs.authoring.notices",
    "Replacement": "escp_docs.workspace.ids",
    "SpecInEditor": "escp_docs.authoring.spec_in_editor",
    "Assistant": "escp_docs.assisting.assistant",
    "Brief": "escp_docs.assisting.briefing",
    "NextQuestion": "escp_docs.assisting.questions",
    "ProposalKind": "escp_docs.assisting.proposing",
    "Put": "escp_docs.assisting.proposing",
    "WaitingProposal": "escp_docs.assisting.waiting_proposals",
    "ReturnedWords": "escp_docs.assisting.returned_words",
    "Review": "escp_docs.assisting.reviewing",
    "Suggestion": "escp_docs.assisting.proposing",
    "Capability": "escp_docs.build.capabilities",
    "WITHHELD": "escp_docs.pull.unproposable",
    "Watched": "escp_docs.build.watcher",
    "Watcher": "escp_docs.build.watcher",
    "FigureInProse": "escp_docs.comparing.claims.listing",
    "Comparison": "escp_docs.comparing.specs.difference",
    "Redlines": "escp_docs.versions.redline_files",
    "StaleProse": "escp_docs.finding",
    "AddEntry": "escp_docs.edit.changes",
    "ChangedFile": "escp_docs.edit.changes",
    "Made": "escp_docs.edit.changes",
    "MoveEntry": "escp_docs.edit.changes",
    "RemoveValue": "escp_docs.edit.changes",
    "SetValue": "escp_docs.edit.changes",
    "SpecChange": "escp_docs.edit.changes",
    "Processes": "escp_docs.executing.processes",
    "Cluster": "escp_docs.executing.cluster",
    "ChangedMeanwhileError": "escp_docs.files.spec_edits",
    "SpecEdit": "escp_docs.files.spec_edits",
    "Answer": "escp_docs.finding",
    "Outcome": "escp_docs.finding",
    "Place": "escp_docs.finding",
    "Severity": "escp_docs.finding",
    "Source": "escp_docs.finding",
    "Beginning": "escp_docs.judging.beginning",
    "CheckedCall": "escp_docs.judging.calls.check",
    "CheckedCondition": "escp_docs.judging.calls.check",
    "CallFault": "escp_docs.judging.calls.call_fault",
    "Affected": "escp_docs.judging.calls.difference",
    "CallDifference": "escp_docs.judging.calls.difference",
    "ChangedFact": "escp_docs.judging.calls.difference",
    "CallPage": "escp_docs.judging.calls.facts",
    "ShownFact": "escp_docs.judging.calls.facts",
    "CitedFact": "escp_docs.judging.manual",
    "FactOnPage": "escp_docs.judging.manual",
    "KeyPage": "escp_docs.judging.manual",
    "Manual": "escp_docs.judging.manual",
    "ManualPage": "escp_docs.judging.manual",
    "OpenFact": "escp_docs.judging.open_facts",
    "OpenFacts": "escp_docs.judging.open_facts",
    "OpenSpec": "escp_docs.judging.open_spec",
    "Finding": "escp_docs.judging.result",
    "Result": "escp_docs.judging.result",
    "SignatureFound": "escp_docs.judging.signatures",
    "Signatures": "escp_docs.judging.signatures",
    "SignedFile": "escp_docs.judging.signatures",
    "PersonalValue": "escp_docs.judging.status",
    "Status": "escp_docs.judging.status",
    "Call": "escp_docs.model.call",
    "Spec": "escp_docs.model.spec",
    "NotVerifiedError": "escp_docs.packing.package",
    "Packaged": "escp_docs.packing.package",
    "Difference": "escp_docs.produced.difference",
    "TemplateClause": "escp_docs.files.template_copies",
    "Proposal": "escp_docs.pull.proposals",
    "Pulling": "escp_docs.pull.pulled",
    "Undone": "escp_docs.pull.undoing",
    "Rule": "escp_docs.rule",
    "Standing": "escp_docs.rule",
    "Verified": "escp_docs.verify.file",
    "Verification": "escp_docs.verify.folder",
    "Changed": "escp_docs.workspace.outcome",
    "Choice": "escp_docs.workspace.choices",
    "Conflict": "escp_docs.workspace.outcome",
    "FormEntry": "escp_docs.workspace.form_items",
    "FormField": "escp_docs.workspace.form_items",
    "FormGroup": "escp_docs.workspace.form_items",
    "FormList": "escp_docs.workspace.form_items",
    "FormPart": "escp_docs.workspace.form_items",
    "FormScreen": "escp_docs.workspace.form_items",
    "Option": "escp_docs.workspace.form_items",
    "KeyedChange": "escp_docs.workspace.outcome",
    "MadeDocument": "escp_docs.workspace.made_documents",
    "Objection": "escp_docs.workspace.form_items",
    "PreviewPage": "escp_docs.workspace.preview",
    "SetDocument": "escp_docs.workspace.paging",
    "SetPage": "escp_docs.export.typst.set_page",
    "State": "escp_docs.workspace.state",
    "EditStep": "escp_docs.workspace.history",
    "Workspace": "escp_docs.workspace.workspace",
}
"""Where a name stands that is loaded when it is first asked for."""

SpecName = str | Path
"""A YAML file, a folder of YAML files, or `-` for standard input."""


if not TYPE_CHECKING:  # a type checker knows the names above, and no others

    def __getattr__(name: str) -> object:
        """Return a type by its name; most programs never ask for most of them."""
        if name not in _LATER:
            raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
        return getattr(import_module(_LATER[name]), name)


# --- specs -----------------------------------------------------------------------------------


def open_spec(spec: SpecName) -> "OpenSpec":
    """Return a spec, read once: what it states, the call it answers, where each value stands.

    What this gives can be handed to `check` and `status` in place of the name.

    Raises:
        UnreadableError: the spec cannot be read; every fault at once.
    """
    from escp_docs.files.call_files import Calls  # noqa: PLC0415
    from escp_docs.files.opening import opened  # noqa: PLC0415

    return opened(str(spec), Calls())


def check(
    spec: "SpecName | OpenSpec",
    *,
    call: str | None = None,
    strand: str | None = None,
    without: Sequence[str] = (),
    calls: Path | None = None,
) -> "Result":
    """Return what the rules say of one spec: the verdict and every outcome.

    Args:
        spec: The spec.
        call: Judge by this call, and say what that changes; else by the one that it answers.
        strand: Judge in this strand, and say what that changes.
        without: Judge without the partners of these ids, and say what goes with them.
        calls: A folder of calls, in place of `calls/` beside the spec.

    Raises:
        UnreadableError: the spec cannot be read.
        UnknownNameError: there is no such call, strand or partner.
    """
    (found,) = check_each((spec,), call=call, strand=strand, without=without, calls=calls)
    if found.standing is None:
        raise UnreadableError(found.faults, found.remarks)
    return found


def check_each(  # noqa: PLR0913  # all but the first by name
    specs: "Iterable[SpecName | OpenSpec]",
    *,
    call: str | None = None,
    strand: str | None = None,
    without: Sequence[str] = (),
    calls: Path | None = None,
    told: Callable[[int], None] = lambda _: None,
) -> "Iterator[Result]":
    """Return what the rules say of each spec, those that hold across specs among them.

    Who applies where is read of all specs first; then each is judged and its result given at once.
    A spec that cannot be read has a result with its faults. `calls` is a folder of calls, in place
    of `calls/` beside each spec; `told` is called with the number of specs read so far.

    Raises:
        UnknownNameError: there is no such call or strand, or no spec has such a partner.
    """
    from escp_docs.files.call_files import Calls  # noqa: PLC0415
    from escp_docs.files.opening import NamedSpec, ReadSpec  # noqa: PLC0415
    from escp_docs.judging.several_specs import check as of  # noqa: PLC0415

    known = Calls(calls)
    sources = [
        NamedSpec(str(one), known) if isinstance(one, str | Path) else ReadSpec(one)
        for one in specs
    ]
    leavers = (without,) if isinstance(without, str) else tuple(without)
    found = of(sources, call, strand, leavers, told)
    if not without:
        return found
    from escp_docs.versions.without import with_stale_prose  # noqa: PLC0415  # hardly ever asked

    return with_stale_prose(found, sources)


def figures(spec: SpecName) -> "tuple[FigureInProse, ...]":
    """Return every figure, date, partner and target in the texts of a spec, with what agrees.

    A list to read before handing in: a figure without a fact need not be wrong.

    Raises:
        UnreadableError: the spec cannot be read.
    """
    from escp_docs.comparing.claims.listing import figures_in_prose  # noqa: PLC0415

    return figures_in_prose(open_spec(spec).reading)


def status(spec: "SpecName | OpenSpec") -> "Status":
    """Return who owes which fact of a spec: what is missing, and what nobody has confirmed.

    Raises:
        UnreadableError: the spec, or its last package, cannot be read.
    """
    from escp_docs.files.package_names import packages_of  # noqa: PLC0415
    from escp_docs.files.packages import changed_since  # noqa: PLC0415
    from escp_docs.files.record import Record  # noqa: PLC0415
    from escp_docs.files.signed_files import signatures_of  # noqa: PLC0415
    from escp_docs.judging.status import status as of  # noqa: PLC0415

    opened = open_spec(spec) if isinstance(spec, str | Path) else spec
    found = of(opened)
    if found.spec == STDIN:
        return found
    packages = packages_of(found.spec)
    package = str(packages[-1].path) if packages else ""
    read = opened.reading.places.files
    return replace(
        found,
        letters=Record(found.spec).letters(),
        package=package,
        changed_since=changed_since(package, found.spec, read) if package else (),
        signatures=signatures_of(found.spec),
    )


def personal(spec: SpecName) -> "tuple[PersonalValue, ...]":
    """Return what a spec says of persons, each with its key and place.

    Raises:
        UnreadableError: the spec cannot be read.
    """
    from escp_docs.judging.status import personal as of  # noqa: PLC0415

    return of(open_spec(spec))


def remind(spec: SpecName, output: Path = Path("output")) -> "tuple[Path, ...]":
    """Write the questionnaire of each partner that owes something, and a draft mail with it.

    Returns:
        Where the mails lie; nothing is sent.

    Raises:
        UnreadableError: the spec, or a template, cannot be read.
        EscpError: a document cannot be made or written.
    """
    found = status(spec)
    partners = {one.id for one in open_spec(spec).spec.partners}
    owing = [one for one in found.people if one in partners and found.owes(one)]
    if not owing:
        return ()
    names = tuple(f"questionnaires/{one}" for one in owing)
    return build(spec, BuildOptions(output, names, reminds=True)).mails


def misnamed_specs(folder: SpecName) -> list[str]:
    """Return the files of a folder that look like specs and whose names do not end in .yaml."""
    from escp_docs.files.spec_folders import misnamed_specs as of  # noqa: PLC0415

    return list(of(str(folder)))


def specs_in(names: Iterable[SpecName]) -> list[str]:
    """Return the specs that names stand for, each once: all of them for a folder of several.

    A folder is one spec when exactly one YAML file directly in it has the top-level key `call`, or
    when none has and no folder in it is a spec; else it is a folder of specs: each such file in it,
    and each folder in it that is a spec. Copies of sync programs, hidden folders, links, `calls`,
    `templates`, `output` and records are passed over; among several specs a YAML file that says
    nothing, or a link that leads nowhere, is one that cannot be read. Any other name stays.
    """
    from escp_docs.files.spec_folders import specs_in as of  # noqa: PLC0415

    return of(map(str, names))


def specs_in_folder(name: SpecName) -> bool:
    """Return whether a name is that of a spec, or of a folder with one; a new spec may go there."""
    from escp_docs.files.spec_texts import own_files  # noqa: PLC0415

    path = Path(name)
    if not path.is_dir():
        return path.exists() or path.suffix in (".yaml", ".yml")
    return bool(own_files(str(path))) or specs_in([name]) != [str(name)]


def specs_of(files: Iterable[SpecName]) -> list[str]:
    """Return the specs that files are or belong to, each once, in the order of the files.

    A file with the key `call` is a spec of its own, unless it is the only one of its folder and the
    other files there hold nothing but further keys of a spec: then the folder is the spec. A file
    that belongs to no spec is passed over.
    """
    from escp_docs.files.belonging import specs_of as of  # noqa: PLC0415

    return of(map(str, files))


# --- changes to a spec -----------------------------------------------------------------------


def edit(spec: SpecName, changes: "Sequence[SpecChange]", *, writes: bool = True) -> "SpecEdit":
    """Change values of a spec in its files, and leave every other byte of them as it is.

    A key names entries by id, as in `consortium.partners[CMA].city`, or by position. What a partner
    has confirmed is no longer confirmed once it is changed. All files are written whole, or none.

    Args:
        spec: A file or a folder.
        changes: `SetValue`, `RemoveValue`, `AddEntry`, `MoveEntry`, in this order; also what
            `setting` and `adding` read from words.
        writes: Whether the files are written; if not, the result says what would be.

    Raises:
        RefusedEditError: a change cannot be made; all of them are told, and nothing is written.
        UnreadableError: the spec cannot be read, as it is or as it would be.
        ArgumentError: the spec is standard input.
        ChangedMeanwhileError: a file was changed by someone else since it was read.
        WriteError: a file cannot be written.
    """
    from escp_docs.files.call_files import Calls  # noqa: PLC0415
    from escp_docs.files.spec_edits import edit as of  # noqa: PLC0415

    return of(str(spec), changes, Calls(), writes=writes)


def undo(done: "SpecEdit") -> None:
    """Give the files of a spec the bytes that they had before an edit.

    Raises:
        ChangedMeanwhileError: a file was changed again since; nothing is written.
        WriteError: a file cannot be written.
    """
    from escp_docs.files.spec_edits import undo as of  # noqa: PLC0415

    of(done)


def set_values(
    spec: SpecName,
    settings: Sequence[str],
    *,
    added: Sequence[str] = (),
    removed: Sequence[str] = (),
    writes: bool = True,
) -> "SpecEdit":
    """Change values of a spec as `edit` does, each change as people type it.

    Args:
        spec: A file or a folder.
        settings: `KEY=VALUE`, the value read by what the key holds; a list as `[a, b]`.
        added: `LIST KEY=VALUE KEY=VALUE`, a new entry of a list; these come first.
        removed: Keys to take out; these come last.
        writes: Whether the files are written.

    Raises:
        EscpError: as `edit`; what has not its form is told by the RefusedEditError, too.
    """
    from escp_docs.edit.typed import changes_of  # noqa: PLC0415
    from escp_docs.files.call_files import Calls  # noqa: PLC0415
    from escp_docs.files.spec_edits import edit as of  # noqa: PLC0415

    changes, faults = changes_of(settings, added, removed)
    return of(str(spec), changes, Calls(), writes=writes, faults=faults)


def key_names(spec: SpecName, begun: str = "") -> tuple[str, ...]:
    """Return how a key of a spec that somebody begins to type may go on, one step further.

    Nothing if the spec cannot be read, or nothing begins so.
    """
    from escp_docs.model.stable_path import going_on  # noqa: PLC0415

    try:
        return tuple(going_on(begun, open_spec(spec).spec))
    except EscpError:
        return ()


# --- what comes back -------------------------------------------------------------------------


def pull(
    spec: SpecName,
    files: Sequence[SpecName],
    *,
    sender: str | None = None,
    columns: Mapping[str, str] = MappingProxyType({}),
    executor: Executor = IN_THIS_PROCESS,
) -> "Pulling":
    """Return what files that came back propose to change in a spec; nothing is written.

    Args:
        spec: A file or a folder.
        files: Word files and sheets of any names. One that cannot be read has a fault; the others
            are read.
        sender: The id of the partner that sent the files that were made for nobody in particular.
        columns: The key of a partner for heads in lists of partners of others; "-" for no key.
        executor: Who reads the files; other processes do so within bounds.

    Raises:
        UnreadableError: the spec cannot be read.
        UnknownNameError: the spec has no such partner, a partner no such key, or a list no such
            head.
    """
    from escp_docs.pull.by_name import PullRequest, pulled, pulled_apart  # noqa: PLC0415

    today = _dated(None).today
    assert today is not None
    asked = PullRequest(str(spec), tuple(map(str, files)), sender or "", dict(columns), today)
    return pulled(asked) if executor is IN_THIS_PROCESS else pulled_apart(asked, executor)


def proposals(spec: SpecName) -> "Pulling":
    """Return what assistants and other programs propose in the record of a spec, undecided yet.

    Nobody answers for it: each is taken by name.

    Raises:
        UnreadableError: the spec cannot be read.
    """
    from escp_docs.pull.by_name import waiting  # noqa: PLC0415

    today = _dated(None).today
    assert today is not None
    return waiting(str(spec), today)


def count_proposals(spec: SpecName) -> int:
    """Return how many files of proposals wait in the record of a spec; it need not be readable."""
    from escp_docs.files.proposal_files import ProposalFiles  # noqa: PLC0415
    from escp_docs.files.record import Record  # noqa: PLC0415

    return len(ProposalFiles(Record(str(spec))).undecided())


def take(
    found: "Pulling",
    *,
    taken: "Sequence[Proposal]" = (),
    kept: "Sequence[Proposal]" = (),
    writes: bool = True,
) -> "Pulling":
    """Write proposals into the spec, and note in its record what was decided.

    Args:
        found: What `pull` gave.
        taken: The proposals to write. One that would make the spec unreadable is refused.
        kept: Those to leave, so that they are not proposed again.
        writes: Whether anything is written; if not, the result says what would be.

    Raises:
        ChangedMeanwhileError: a file of the spec was changed since; nothing is written.
        WriteError: a file cannot be written.
    """
    from escp_docs.files.call_files import Calls  # noqa: PLC0415
    from escp_docs.files.record import Record  # noqa: PLC0415
    from escp_docs.pull.taking import take as of  # noqa: PLC0415

    record = Record(found.pulled.spec)
    return of(found, taken, kept, record, Calls(), _moment(), writes=writes)


def undo_taking(spec: SpecName) -> "Undone | None":
    """Give back what stood in a spec before the last taking; None if nothing was taken.

    Raises:
        ChangedMeanwhileError: a file of the spec was changed just now; nothing is written.
        WriteError: a file cannot be written.
    """
    from escp_docs.files.record import Record  # noqa: PLC0415
    from escp_docs.pull.undoing import undo as of  # noqa: PLC0415

    return of(str(spec), Record(str(spec)), _moment())


def _moment() -> str:
    return datetime.now().astimezone().isoformat()  # noqa: TID251  # when something was decided


# --- documents -------------------------------------------------------------------------------


def build(
    spec: SpecName,
    options: BuildOptions | None = None,
    *,
    executor: Executor = IN_THIS_PROCESS,
    progress: Progress | None = None,
) -> Built:
    """Write the documents of a spec that are asked for and not up to date.

    Args:
        spec: The spec.
        options: What to make and where; by default the usual two documents, below `output`.
        executor: Who writes the documents.
        progress: Told how it gets on.

    Raises:
        UnreadableError: the spec, or a template, cannot be read.
        TemplateError: a template cannot be rendered.
        UnknownNameError: the spec has no such document, or the document no such format.
        StillOpenError: it was to be final, and something is open; nothing is written.
        MissingProgramError: a library that a format needs is not on this machine.
        WriteError: the folder cannot be written.
        EscpError: a document cannot be made.
    """
    from escp_docs.build import one_spec  # noqa: PLC0415

    return one_spec.build(str(spec), _dated(options), executor, progress or Silent())


def precedents(
    call: str = DEFAULT_CALL,
    strand: str = "",
    options: BuildOptions | None = None,
    *,
    executor: Executor = IN_THIS_PROCESS,
    progress: Progress | None = None,
) -> Built:
    """Write documents for no consortium yet, with each party and each choice in brackets.

    Args:
        call: The id of the call.
        strand: One of its strands; empty for the first.
        options: What to make and where; by default agreement, letters, questionnaires and sheets
            to write in.
        executor: Who writes the documents.
        progress: Told how it gets on.

    Raises:
        UnknownNameError: there is no such call, strand, document or format.
        EscpError: a document cannot be made or written.
    """
    from escp_docs.build import one_spec  # noqa: PLC0415
    from escp_docs.build.precedents import NAME, options_for  # noqa: PLC0415

    wanted = options_for(Precedent(call, strand), _dated(options))
    return one_spec.build(NAME, wanted, executor, progress or Silent())


def build_each(
    specs: Sequence[SpecName],
    options: BuildOptions | None = None,
    *,
    executor: Executor = IN_THIS_PROCESS,
    progress: Progress | None = None,
    done: Mapping[str, Built] | None = None,
) -> Generator[Built | NotBuilt, None, None]:
    """Yield what came of each spec, in order, whatever becomes of the others.

    `done` are those that `unchanged` found up to date, by name. Whoever has had enough before the
    end calls `close`, so that the processes that build end with it.

    Raises:
        UnknownNameError: there is no such format.
        ArgumentError: two specs would write the same folder; nothing is written.
    """
    from escp_docs.build import many_specs  # noqa: PLC0415

    names = [str(one) for one in specs]
    return many_specs.build(names, _dated(options), executor, progress or Silent(), done or {})


def drafts(spec: SpecName, options: BuildOptions | None = None) -> "tuple[Path, ...]":
    """Write documents as pages in a moment, to look at: `draft/` in the folder of the spec.

    Every page says DRAFT. They stand in no manifest, and their pages are not those of the PDFs that
    `build` makes; their words are.

    Raises:
        MissingProgramError: the extra `escp-docs[typst]` is not there; the message installs it.
        UnreadableError: the spec, or a template, cannot be read.
        UnknownNameError: the spec has no such document, or it has no PDF.
        EscpError: a document cannot be made or written.
    """
    from escp_docs.build.install_hints import require_typst  # noqa: PLC0415

    require_typst("drafts")
    from escp_docs.build.drafts import drafts as of  # noqa: PLC0415

    return of(str(spec), _dated(options))


def unchanged(spec: SpecName, options: BuildOptions | None = None) -> Built | None:
    """Return what a build of a spec comes to if there is nothing to do; None if there may be.

    Loads nothing heavy.
    """
    from escp_docs.build.build_stamp import unchanged as of  # noqa: PLC0415

    return of(str(spec), _dated(options))


def watcher(spec: SpecName, options: BuildOptions, show: "Callable[[Watched], None]") -> "Watcher":
    """Return what keeps the documents of a spec up to date; `show` is told of each change."""
    from escp_docs.build.watcher import Watcher  # noqa: PLC0415

    return Watcher(str(spec), _dated(options), show)


def watch_together(watchers: "Sequence[Watcher]", ticks: Iterable[object]) -> None:
    """Let each watcher react whenever a tick finds something changed; end in order when they do."""
    from escp_docs.build.watcher import run_together  # noqa: PLC0415

    run_together(watchers, ticks)


def verify(
    folder: SpecName,
    spec: SpecName | None = None,
    *,
    templates: Path | None = None,
    executor: Executor = IN_THIS_PROCESS,
) -> "Verification":
    """Return whether the files of a folder still say what the manifest says, or the spec.

    Args:
        folder: A folder that a build wrote, or one file of it, perhaps under another name.
        spec: The spec by which the documents are composed anew.
        templates: A folder of templates, in place of the one beside the spec.
        executor: Who reads the files; files of strangers are read in processes, within bounds.

    Raises:
        UnreadableError: the folder, its manifest or the spec cannot be read.
    """
    from escp_docs.build.spec_inputs import read  # noqa: PLC0415
    from escp_docs.files.call_files import Calls  # noqa: PLC0415
    from escp_docs.verify import folder as verifying  # noqa: PLC0415

    found = read(str(spec), Calls(), templates) if spec is not None else None
    path = Path(folder)
    if path.is_file():
        return verifying.verify_file(path, found, executor)
    return verifying.verify(path, found, executor)


def compare(
    old: SpecName, new: SpecName | None = None, *, today: date | None = None
) -> "Comparison":
    """Return what is otherwise between two versions of a spec, and what follows from it.

    Args:
        old: A spec, `REV:SPEC` as git has it, a package, or a folder of documents; alone, a spec is
            compared with its last package, else with git's HEAD. A produced file is compared with
            what was sent.
        new: The new version; of a file, its spec.
        today: The date that documents print if the spec states none; else the clock's.

    Raises:
        UnreadableError: a version cannot be read.
        ArgumentError: the two are no versions of one thing.
        TemplateError: a template of one of them cannot be rendered.
    """
    from escp_docs.files.call_files import Calls  # noqa: PLC0415
    from escp_docs.versions.by_name import compare as of  # noqa: PLC0415

    names = [str(old)] if new is None else [str(old), str(new)]
    day = today or _dated(None).today
    assert day is not None
    return of(names, Calls(), day)


def signed(spec: SpecName, files: Sequence[SpecName]) -> "Signatures":
    """Take signed files into the record of a spec, and return how far the signing has come.

    Needs the extra `escp-docs[sign]`. No trusted list is looked up.

    Args:
        spec: The spec, of which something was packed.
        files: Files that came back: PDFs with signatures; of others it is said that they came.

    Raises:
        UnreadableError: the spec, a package or a file cannot be read; nothing is kept.
        ArgumentError: nothing was packed yet.
        MissingProgramError: the extra is not installed.
        WriteError: the record cannot be written.
    """
    from escp_docs.signing.collecting import collected  # noqa: PLC0415

    return collected(str(spec), open_spec(spec).spec, [str(one) for one in files])


def redline(  # noqa: PLR0913  # what redlines are made of, and where they go
    old: SpecName,
    new: SpecName | None = None,
    *,
    documents: Sequence[str] = (),
    formats: Sequence[str] = (),
    folder: Path | None = None,
    author: str | None = None,
    as_of: date | None = None,
    standard: bool = False,
) -> "Redlines":
    """Write the documents of a newer version with the changes since an older one, and return them.

    Args:
        old: The older version, as for `compare`.
        new: The newer one.
        documents: Names of documents of pages; none stands for application and agreement.
        formats: `docx`, `pdf`, `html`; none stands for the first.
        folder: Where the files go; None stands for the folder of the documents.
        author: Whose changes they are; None stands for this program.
        as_of: The day of the changes, which is printed; else that of the newer version.
        standard: Whether the agreement of `old` is compared with the shipped words.

    Raises:
        UnreadableError: a version cannot be read.
        ArgumentError: there is no such document or format, or nothing to compare it with.
        TemplateError: a template of one of them cannot be rendered.
        ExportError: a redline would not say what its two versions say; nothing is written.
        WriteError: a file cannot be written.
    """
    from escp_docs.files.call_files import Calls  # noqa: PLC0415
    from escp_docs.versions.redlines import AUTHOR, RedlineOptions, redlines  # noqa: PLC0415

    names = [str(old)] if new is None else [str(old), str(new)]
    today = _dated(None).today
    assert today is not None
    options = RedlineOptions(
        today,
        tuple(documents),
        tuple(formats),
        folder,
        AUTHOR if author is None else author,
        as_of,
        standard=standard,
    )
    return redlines(names, options, Calls())


def package(
    spec: SpecName,
    kind: str = "",
    options: BuildOptions | None = None,
    *,
    executor: Executor = IN_THIS_PROCESS,
    progress: Progress | None = None,
) -> "Packaged":
    """Build a spec as final, verify it, and keep what is handed in in its record.

    Args:
        spec: The spec.
        kind: `public` for the public edition of the agreement; `signing` for what each party signs,
            `pages` for pages to sign alone; else the package that is handed in.
        options: The date, templates and calls; by default those of `build`.
        executor: Who writes and reads the documents.
        progress: Told how it gets on.

    Raises:
        UnreadableError: the spec, or a template, cannot be read.
        StillOpenError: something is open; nothing is written.
        NotVerifiedError: a file does not say what the spec says; nothing is written.
        UnknownNameError: there is no such kind.
        WriteError: the record cannot be written.
        EscpError: a document cannot be made.
    """
    from escp_docs.packing import package as packing  # noqa: PLC0415
    from escp_docs.spelling import unknown  # noqa: PLC0415

    dated = _dated(options)
    match kind:
        case "":
            return _asked(packing.package(str(spec), dated, executor, progress or Silent()))
        case "public":
            from escp_docs.packing.public import public_edition  # noqa: PLC0415

            return public_edition(str(spec), dated)
        case "signing" | "pages":
            from escp_docs.packing.signing_copies import signing_copies  # noqa: PLC0415

            return _asked(signing_copies(str(spec), dated, pages_only=kind == "pages"))
        case _:
            raise unknown("kind of package", kind, ("public", "signing", "pages"))


def _asked(found: "Packaged") -> "Packaged":
    """Note who has to sign a package, and return it with what that undoes."""
    from escp_docs.signing.asked import ask  # noqa: PLC0415

    return replace(found, remarks=(*found.remarks, *ask(found.spec, found.path.name)))


def processes(jobs: int, *, reading: bool = False) -> "Processes":
    """Return the executor that has so many processes of this machine work at a time.

    Args:
        jobs: How many.
        reading: Whether they are to verify files rather than to build some, which tells what they
            load before they begin.
    """
    from escp_docs.executing.processes import Processes  # noqa: PLC0415

    loads = "escp_docs.verify.preload" if reading else "escp_docs.build.preload"
    return Processes(jobs, preload=loads)


def cluster(address: str, *, jobs: int = 2, paginates: bool = False) -> "Cluster":
    """Return the executor that has the workers of a Dask cluster work, while it is held.

    Args:
        address: Where its scheduler listens, `tcp://host:8786`; the name of its scheduler file; or
            `local`, which begins workers on this machine.
        jobs: How many workers `local` begins.
        paginates: Whether contents get page numbers, so that LibreOffice has to be the same, too.

    Raises:
        MissingProgramError: the extra `escp-docs[cluster]` is not there; the message installs it.
        ArgumentError: when it is entered: no scheduler answers, it has no workers, or one of them
            would make other documents than this machine.
    """
    from functools import partial  # noqa: PLC0415

    from escp_docs.build.install_hints import CLUSTER, lacking  # noqa: PLC0415
    from escp_docs.build.machine import traits  # noqa: PLC0415

    if missing := lacking(CLUSTER):
        raise MissingProgramError(
            f"a cluster needs {missing}, which is not there\n"
            "  fix: pip install 'escp-docs[cluster]'"
        )
    from escp_docs.executing.cluster import Cluster  # noqa: PLC0415

    return Cluster(
        address, partial(traits, paginates=paginates), jobs, preload="escp_docs.build.preload"
    )


def document_names() -> tuple[str, ...]:
    """Return the names of documents that can be asked for with every spec: kinds and folders."""
    from escp_docs.compose.document_types import names  # noqa: PLC0415

    return names()


def format_names() -> tuple[str, ...]:
    """Return the names of the formats that some document has."""
    from escp_docs.compose.document_types import FORMATS  # noqa: PLC0415

    return FORMATS


def capabilities() -> "Iterator[Capability]":
    """Yield what this machine can make and what it lacks; some of it takes a second."""
    from escp_docs.build.capabilities import examined  # noqa: PLC0415

    return examined()


def _dated(options: BuildOptions | None) -> BuildOptions:
    """Return options with a day to print if nothing else states one."""
    found = options or BuildOptions()
    if found.today is not None:
        return found
    return replace(found, today=datetime.now().astimezone().date())  # noqa: TID251  # nobody said


# --- the workspace ---------------------------------------------------------------------------


def workspace(spec: SpecName) -> "Workspace":
    """Return a spec kept warm for those who change it at once: see `Workspace`.

    It need not be readable, nor be there; what is wrong is told by its state.
    """
    from escp_docs.workspace.workspace import Workspace  # noqa: PLC0415

    return Workspace(str(spec), lambda: datetime.now().astimezone())  # noqa: TID251  # the history


def assistant(
    spec: SpecName, *, executor: Executor = IN_THIS_PROCESS, may_see_persons: bool = False
) -> "Assistant":
    """Return what an assistant may ask of a spec; it changes nothing, and may propose changes.

    Args:
        spec: A file or a folder.
        executor: Who reads files that came back; other processes do so within bounds.
        may_see_persons: Whether it is told of persons and of what their work costs.
    """
    from escp_docs.assisting.assistant import Assistant  # noqa: PLC0415

    def now() -> datetime:
        return datetime.now().astimezone()  # noqa: TID251  # when it proposes something

    return Assistant(workspace(spec), executor, now, may_see_persons=may_see_persons)


def spec_in_editor(name: SpecName) -> "SpecInEditor":
    """Return a spec as an editor has it, with what is typed and not saved; it writes nothing.

    `name` is its whole path.
    """
    from escp_docs.authoring.spec_in_editor import SpecInEditor  # noqa: PLC0415

    return SpecInEditor(str(name))


def require_web(door: str = "the workspace") -> None:
    """Raise if what a door of the extra stands on is not installed.

    `door` is what the message calls it: the workspace, `mcp`, `lsp`.

    Raises:
        MissingProgramError: the extra `escp-docs[web]` is not there; the message installs it.
    """
    from escp_docs.build.install_hints import DOORS, WEB, lacking  # noqa: PLC0415

    if missing := lacking(DOORS.get(door, WEB)):
        raise MissingProgramError(
            f"{door} needs {missing}, which is not there\n  fix: pip install 'escp-docs[web]'"
        )


def build_apart(
    spec: SpecName, options: BuildOptions | None = None, *, executor: Executor
) -> Built:
    """Build a spec as `build` does, all of it in another process, which may be ended.

    Raises:
        EscpError: as `build`; or that process was killed.
    """
    from escp_docs.build.apart import built_apart  # noqa: PLC0415

    return built_apart(str(spec), _dated(options), executor)


def first_verdict(begun: "Beginning") -> "Result":
    """Return what the rules say of a spec that is just begun, before it is written."""
    from escp_docs.workspace.first_verdict import first_verdict as of  # noqa: PLC0415

    return of(begun)


def countries() -> "tuple[Option, ...]":
    """Return all countries: code and name, in the order of the names."""
    from escp_docs.workspace.controls import countries as of  # noqa: PLC0415

    return of()


# --- the call --------------------------------------------------------------------------------


def call_ids(calls: Path | None = None) -> tuple[str, ...]:
    """Return the ids of the calls that ship with the program, and of one's own.

    These lie in the folder `calls`, else in `calls/` in the folder in which one is.
    """
    from escp_docs.files.call_files import Calls  # noqa: PLC0415

    return tuple(sorted(Calls.here(calls)))


def call(call_id: str = DEFAULT_CALL, calls: Path | None = None) -> "Call":
    """Return a call: its strands, countries and facts, each with its source.

    `calls` is a folder of calls of your own.

    Raises:
        UnknownNameError: there is no such call.
    """
    from escp_docs.files.call_files import Calls  # noqa: PLC0415
    from escp_docs.judging.open_spec import call_named  # noqa: PLC0415

    return call_named(call_id, Calls.here(calls))


def call_page(name: str, calls: Path | None = None) -> "CallPage":
    """Return a call as a page, every fact with its source; `name` is its id or its file.

    Raises:
        UnknownNameError: there is no such call.
        UnreadableError: its file cannot be read.
    """
    from escp_docs.files.call_files import Calls  # noqa: PLC0415
    from escp_docs.judging.calls.facts import call_page as of  # noqa: PLC0415

    return of(Calls.here(calls).named(name))


def new_call(
    name: str,
    folder: Path | None = None,
    *,
    like: str | None = None,
    record: Path | None = None,
    calls: Path | None = None,
) -> Path:
    """Write a call file to fill in, with its JSON Schema, and return it.

    Args:
        name: The id of the call.
        folder: Where it goes; else `calls`, else `calls/` in the folder in which one is.
        like: A call, by its id or file, that it begins like.
        record: The portal's record of a topic, as JSON, from which it begins.
        calls: A folder of calls of your own.

    Raises:
        ArgumentError: the name cannot be an id, or the file is there already.
        UnreadableError: the other call or the record cannot be read.
        WriteError: the folder cannot be written.
    """
    from escp_docs.files.call_files import Calls  # noqa: PLC0415
    from escp_docs.files.new_call import FOLDER  # noqa: PLC0415
    from escp_docs.files.new_call import new_call as of  # noqa: PLC0415

    home = folder or calls or FOLDER
    return of(name, home, other=like, record=record, calls=Calls.here(calls))


def check_call(name: str, calls: Path | None = None) -> "CheckedCall":
    """Return what is to be said of a call file: its faults, and an example for each condition.

    `name` is the file, or the id of a call.

    Raises:
        UnknownNameError: there is no such call.
        UnreadableError: the file cannot be read; every fault at once.
    """
    from escp_docs.files.call_files import Calls  # noqa: PLC0415
    from escp_docs.files.template_copies import names_beside  # noqa: PLC0415
    from escp_docs.judging.calls.check import check_call as of  # noqa: PLC0415

    known = Calls.here(calls)
    found = known.named(name)
    templates = names_beside(known.file(name) or known.path(found.id.casefold()))
    return of(found, Calls().get(found.id.casefold()), templates)


def diff_calls(
    old: str, new: str, specs: Sequence[SpecName] = (), calls: Path | None = None
) -> "CallDifference":
    """Return what is otherwise between two calls, and what that does to specs.

    Args:
        old: The one, by its id or its file.
        new: The other.
        specs: Specs to be judged by both.
        calls: A folder of calls of your own.

    Raises:
        UnknownNameError: there is no such call.
        UnreadableError: a call or a spec cannot be read.
    """
    from escp_docs.files.call_files import Calls  # noqa: PLC0415
    from escp_docs.files.opening import opened  # noqa: PLC0415
    from escp_docs.judging.calls.difference import difference  # noqa: PLC0415

    known = Calls.here(calls)
    read = [(str(one), opened(str(one), Calls(calls)).spec) for one in specs]
    return difference(known.named(old), known.named(new), read)


def call_schema() -> str:
    """Return the JSON Schema of a call file as text."""
    from escp_docs.read.call_schema import call_schema_text  # noqa: PLC0415

    return call_schema_text()


def rules() -> "tuple[Rule[object], ...]":
    """Return all rules, in the order in which they are told."""
    from escp_docs.rules import ALL_RULES  # noqa: PLC0415

    return ALL_RULES


def explain(code: str, call_id: str = DEFAULT_CALL, calls: Path | None = None) -> "ManualPage":
    """Return the manual page of a rule, with what a call says about it.

    `code` is its code, or its name, as too-few-countries. `calls` is a folder of calls of your own.

    Raises:
        UnknownNameError: there is no such rule or call.
    """
    from escp_docs.judging.manual import manual_page  # noqa: PLC0415
    from escp_docs.rules import BY_CODE, RETIRED  # noqa: PLC0415
    from escp_docs.spelling import unknown  # noqa: PLC0415

    code = next((one.code for one in BY_CODE.values() if one.name == code), code)
    if (heir := RETIRED.get(code.upper())) is not None:
        raise UnknownNameError(f"the rule {code!r} is retired; {heir} has taken over", "rule")
    rule = BY_CODE.get(code.upper())
    if rule is None:
        raise unknown("rule", code, BY_CODE)
    return manual_page(rule, call(call_id, calls))


def explain_key(name: str) -> "tuple[KeyPage, ...]":
    """Return what is to be known of a key of a spec: several where a name stands in several parts.

    Args:
        name: Its path, as in consortium.partners[CMC].country; or the end of one, as in country.

    Raises:
        UnknownNameError: there is no such key.
    """
    from escp_docs.judging.manual import key_pages  # noqa: PLC0415
    from escp_docs.model.key_forms import near_path  # noqa: PLC0415

    found = key_pages(name)
    if not found:
        near = near_path(name)
        lists = "`escp-docs explain` lists the rules, `escp-docs schema` the keys"
        hint = f"did you mean {near}?" if near else lists
        raise UnknownNameError(f"there is no rule and no key {name!r}; {hint}", "key")
    return found


def manual(call_id: str = DEFAULT_CALL, calls: Path | None = None) -> "Manual":
    """Return the manual pages of all rules for a call; `calls` is a folder of calls of your own.

    Raises:
        UnknownNameError: there is no such call.
    """
    from escp_docs.judging.manual import manual as of  # noqa: PLC0415
    from escp_docs.rules import ALL_RULES  # noqa: PLC0415

    return of(ALL_RULES, call(call_id, calls))


def spec_schema(call_id: str | None = None, calls: Path | None = None) -> str:
    """Return the JSON Schema of a spec as text, narrowed to a call if one is named.

    `calls` is a folder of calls of your own.

    Raises:
        UnknownNameError: there is no such call.
    """
    from escp_docs.read.json_schema import schema_text  # noqa: PLC0415

    return schema_text(None if call_id is None else call(call_id, calls))


# --- templates -------------------------------------------------------------------------------


def template_names() -> tuple[str, ...]:
    """Return the names of the built-in templates and of the files of the look, in order."""
    from escp_docs.files.template_copies import template_names as of  # noqa: PLC0415

    return of()


def template_clauses() -> "Iterator[TemplateClause]":
    """Yield each heading and clause of the built-in templates that has an id, in their order."""
    from escp_docs.files.template_copies import clauses  # noqa: PLC0415

    return clauses()


def copy_templates(name: str, folder: SpecName) -> tuple[Path, ...]:
    """Copy a built-in template, or all of a folder of them; return the copies.

    Args:
        name: As in application/impact.md, or application.
        folder: The folder of your templates, which lies beside the spec.

    Raises:
        UnknownNameError: there is no such template.
        ArgumentError: one is there already; nothing is written.
        WriteError: the folder cannot be written.
    """
    from escp_docs.files.template_copies import copy_templates as of  # noqa: PLC0415

    return of(name, Path(folder))


# --- a new spec ------------------------------------------------------------------------------


def begin(  # noqa: PLR0913  # what a spec begins with
    *,
    call_id: str = DEFAULT_CALL,
    strand: str | None = None,
    acronym: str | None = None,
    partners: "Mapping[str, str] | Iterable[tuple[str, str] | str]" = (),
    targets: Sequence[str] = (),
    calls: Path | None = None,
) -> "Beginning":
    """Return what a new spec begins with, each value as a spec has it.

    Args:
        call_id: The call that it answers.
        strand: A strand of it.
        acronym: Of the project.
        partners: The country of each partner by its id, the coordinator first; or pairs of both, in
            which the country may be open, and texts such as "CMC PT", which name one.
        targets: Codes or names of target countries, and names of regions.
        calls: A folder of calls of your own.

    Raises:
        UnknownNameError: there is no such call or strand.
        ArgumentError: an acronym, an id or a country cannot be one; all that is wrong is said.
    """
    from escp_docs.judging.beginning import beginning  # noqa: PLC0415

    people = partners.items() if isinstance(partners, Mapping) else partners
    return beginning(lambda: call(call_id, calls), strand, acronym, people, targets)


def name_and_country(text: str) -> tuple[str, str]:
    """Return the short name and the country of a text such as "CMC PT" or "CMC: Portugal".

    Either is empty where the text has but one word.
    """
    from escp_docs.judging.beginning import name_and_country as of  # noqa: PLC0415

    return of(text)


def init(folder: SpecName, begun: "Beginning", *, full: bool = False) -> Path:
    """Write a new spec into a folder, with what an editor and make need; return the spec.

    `full` names every key of the format, commented out, with its meaning.

    Raises:
        ArgumentError: a file is there already; nothing is written.
        WriteError: the folder cannot be written.
    """
    from escp_docs.files.new_spec import write  # noqa: PLC0415

    return write(Path(folder), begun, full=full)
