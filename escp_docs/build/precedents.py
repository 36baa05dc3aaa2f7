"""Documents for no consortium yet: every party and every choice stands in brackets.

What is written is what a spec comes to that states a call, a strand and the fewest members, each
with a name in brackets, and nothing else.
"""

from typing import Final

from msgspec.structs import replace

from escp_docs import files
from escp_docs.build.options import BuildOptions, Precedent
from escp_docs.build.spec_inputs import SpecInputs
from escp_docs.compose.document_types import DOCUMENT_TYPES
from escp_docs.errors import UnknownNameError
from escp_docs.files.call_files import Calls
from escp_docs.files.inputs import Inputs
from escp_docs.model import schema
from escp_docs.model.call import Call
from escp_docs.model.fact import Fact
from escp_docs.model.spec import Spec
from escp_docs.read import spec as reading
from escp_docs.read.source import SourceText
from escp_docs.read.spec import Reading
from escp_docs.spelling import unknown

DOCUMENTS: Final = (
    "partnership-agreement",
    "accession-form",
    "letters",
    "resolutions",
    "questionnaires",
    "sheets",
)
"""What is made when nothing is asked for by name."""
FORMATS: Final = ("docx", "xlsx")
"""In which formats, when none is named: precedents are there to be written in."""
NAME: Final = files.STDIN
"""What stands for a spec: nothing on the disk, so that nothing is kept beside it."""
_ACRONYM: Final = "[acronym]"
_MEMBER: Final = "[Member {}]"
_TARGET: Final = "[Target country {}]"
_NO_ANNEX: Final = ("associated", "votes")
"""Annexes that have nothing to fill in: they follow from what is chosen."""
_FEWEST: Final = 3
"""Members, as the agreement's own floor has it; a call may ask for more."""


def options_for(wanted: Precedent, options: BuildOptions) -> BuildOptions:
    """Return options that name call, strand, documents and formats, as far as nobody named them.

    Raises:
        UnknownNameError: there is no such call, or the call has no such strand.
    """
    calls = Calls.here(options.calls)
    if wanted.call not in calls:
        raise unknown("call", wanted.call, list(calls))
    call = calls[wanted.call]
    strand = wanted.strand or next(iter(call.strands))
    if strand not in call.strands:
        known = ", ".join(call.strands)
        raise UnknownNameError(f"{call.id} has no strand {strand!r}; it has {known}", "strand")
    found = replace(options, precedent=Precedent(call.id, strand), calls=calls.own)
    if options.everything:
        return found
    documents = options.documents or DOCUMENTS
    return replace(found, documents=documents, formats=options.formats or _formats(documents))


def _formats(documents: tuple[str, ...]) -> tuple[str, ...]:
    """Return the formats to write in; none, for the usual ones, where a kind has neither."""
    kinds = [
        kind
        for name in documents
        for kind in DOCUMENT_TYPES.values()
        if name in {kind.name, kind.name.partition("/")[0], kind.file.partition("/")[0]}
    ]
    return FORMATS if all({*FORMATS} & {*kind.formats} for kind in kinds) else ()


def inputs(precedent: Precedent, calls: Calls, options: BuildOptions) -> SpecInputs:
    """Return what precedents are made from."""
    call = calls[precedent.call]
    paths = files.template_files(files.STDIN, options.templates)
    return SpecInputs(
        files.STDIN,
        _reading(precedent, call, calls),
        files.templates(paths),
        files.look(paths),
        Inputs(files.STDIN, options.templates, (), calls.own),
    )


def _reading(precedent: Precedent, call: Call, calls: Calls) -> Reading:
    terms = call.terms(precedent.strand)
    many = max(_FEWEST, _count(terms.least_legal_entities))
    partners = "".join(f"    - {{id: M{number}}}\n" for number in range(1, many + 1))
    targets = "".join(
        f"    - {{region: '{_TARGET.format(number)}'}}\n"
        for number in range(1, max(1, _count(terms.least_targets)) + 1)
    )
    text = (
        f"call: {call.id}\nstrand: {precedent.strand}\n"
        f"project: {{acronym: '{_ACRONYM}'}}\n"
        f"consortium:\n  coordinator: M1\n  partners:\n{partners}"
        f"target_countries:\n{targets}"
        f"agreement:\n  grant_matters: included\n  annexes: [{', '.join(_annexes())}]\n"
    )
    found = reading.spec((SourceText(files.STDIN, text),), calls)
    named = tuple(
        one.updated({"short_name": _MEMBER.format(number)})
        for number, one in enumerate(found.spec.partners, start=1)
    )
    consortium = found.spec.consortium.updated({"partners": named})
    return replace(found, spec=found.spec.updated({"consortium": consortium}))


def _count(fact: Fact[int] | None) -> int:
    return fact.value if fact is not None else 0


def _annexes() -> tuple[str, ...]:
    key = schema.at(Spec, "agreement.annexes")
    assert key is not None
    assert isinstance(key.shape, schema.ListOf)
    assert isinstance(key.shape.item, schema.Scalar)
    return tuple(one for one in key.shape.item.options if one not in _NO_ANNEX)
