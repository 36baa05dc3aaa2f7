"""Which parts of a document the version that was packed last, else git's HEAD, does not have."""

from collections.abc import Callable
from datetime import date
from typing import Final

from escp_docs.build.spec_inputs import read
from escp_docs.errors import EscpError, UnreadableError
from escp_docs.files.call_files import Calls
from escp_docs.files.opening import ReadSpec
from escp_docs.files.versions import last_version, version
from escp_docs.judging.open_spec import OpenSpec
from escp_docs.judging.several_specs import check
from escp_docs.pattern import pattern
from escp_docs.workspace.preview import PreviewPage, Previews

_NAMES: Final = pattern(r' (?:data-path|id|href)="[^"]*"')  # they move with other entries


class SincePackage:
    """What documents said before, each composed once for each version that was before.

    Args:
        name: The spec.
        today: Tells the date that is printed if a version states none.
    """

    def __init__(self, name: str, today: Callable[[], date]) -> None:
        self._name, self._today = name, today
        self._before: dict[tuple[str, str], frozenset[str]] = {}

    def changed(self, page: PreviewPage) -> tuple[str, frozenset[str]]:
        """Return the version that was before, and the names of the parts that it does not have.

        Raises:
            UnreadableError: there is no such version, or it cannot be read.
            TemplateError: a template of it cannot be rendered.
        """
        name = last_version(self._name)
        made_from = (name, page.document)
        if made_from not in self._before:
            if name.startswith("HEAD:"):  # another commit is another version
                return name, _beyond(page, self._said(name, page.document))
            self._before[made_from] = self._said(name, page.document)
        return name, _beyond(page, self._before[made_from])

    def _said(self, name: str, document: str) -> frozenset[str]:
        calls = Calls()
        with version(name) as found:
            try:
                inputs = read(found.path, calls, None)
            except UnreadableError as error:
                raise EscpError(f"{name} cannot be read") from error
            spec = OpenSpec(found.path, inputs.reading, calls.beside(found.path))
            (judged,) = check((ReadSpec(spec),), None, None, ())
            before = Previews(found.path, self._today).shown(spec, judged, document)
        return frozenset(_words(one.html) for one in before.page.parts)


def _beyond(page: PreviewPage, before: frozenset[str]) -> frozenset[str]:
    return frozenset(one.name for one in page.parts if _words(one.html) not in before)


def _words(html: str) -> str:
    return _NAMES.sub("", html)
