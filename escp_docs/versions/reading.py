"""Two versions of a spec, read, judged and composed."""

from collections.abc import Iterable
from datetime import date

from msgspec import Struct
from msgspec.structs import replace

from escp_docs.build.planning import recomposed
from escp_docs.build.spec_inputs import SpecInputs, read
from escp_docs.comparing.specs.sections import Tree
from escp_docs.errors import Fault, UnreadableError
from escp_docs.files.call_files import Calls
from escp_docs.files.opening import ReadSpec
from escp_docs.files.versions import NamedVersion
from escp_docs.judging.open_spec import OpenSpec
from escp_docs.judging.result import Result
from escp_docs.judging.several_specs import check


class ReadVersion(Struct, frozen=True):
    """A version of a spec that could be read.

    Attributes:
        version: What it is called, and where it lies.
        inputs: What it states, and all that its documents are made from.
        judged: What the rules say of it.
    """

    version: NamedVersion
    inputs: SpecInputs
    judged: Result

    @property
    def spec(self) -> OpenSpec:
        """What it states, under the name that people know."""
        calls = {self.inputs.reading.call.id: self.inputs.reading.call}
        return OpenSpec(self.version.name, self.inputs.reading, calls)

    def documents(
        self, names: Iterable[str], printed: date, *, draft: bool = False
    ) -> dict[str, Tree]:
        """Return documents by name as they print on a day; of what it does not have, none.

        A `draft` says so on every page.

        Raises:
            TemplateError: a template cannot be rendered.
        """
        from escp_docs.compose.document_types import requests  # noqa: PLC0415  # loads templates

        every = requests(self.inputs.reading.spec)
        papers = tuple(every[name] for name in names if name in every)
        found = recomposed(
            self.inputs.reading, papers, self.inputs.templates, printed, _no_pages, draft=draft
        )
        return dict(found)

    @property
    def document_names(self) -> tuple[str, ...]:
        """The documents that it has, in the order of the table."""
        from escp_docs.compose.document_types import requests  # noqa: PLC0415  # loads templates

        return tuple(requests(self.inputs.reading.spec))


def _no_pages(_: object) -> dict[str, dict[str, int]]:
    return {}


def read_version(version: NamedVersion, calls: Calls) -> ReadVersion:
    """Return a version, read and judged.

    Raises:
        UnreadableError: it cannot be read; faults have places as people know them.
    """
    try:
        inputs = read(version.path, calls, None)
    except UnreadableError as error:
        faults = tuple(_told(one, version) for one in error.faults)
        raise UnreadableError(faults, error.remarks) from error
    known = calls.beside(version.path)
    (judged,) = check((ReadSpec(OpenSpec(version.path, inputs.reading, known)),), None, None, ())
    return ReadVersion(version, inputs, judged)


def _told(fault: Fault, version: NamedVersion) -> Fault:
    """Return a fault with paths as people know them."""
    place = fault.place
    return replace(
        fault,
        message=version.told(fault.message),
        fix=None if fault.fix is None else version.told(fault.fix),
        place=None if place is None else replace(place, file=version.told(place.file)),
    )
