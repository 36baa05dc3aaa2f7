"""What the rules say of a spec that somebody begins, from the first answer on."""

from escp_docs.files.call_files import Calls
from escp_docs.files.new_spec import SPEC_FILE, first_text
from escp_docs.files.opening import ReadSpec
from escp_docs.judging.beginning import Beginning
from escp_docs.judging.open_spec import OpenSpec
from escp_docs.judging.result import Result
from escp_docs.judging.several_specs import check
from escp_docs.read import spec as reading
from escp_docs.read.source import SourceText, SpecText


def first_verdict(begun: Beginning) -> Result:
    """Return what the rules say of the spec that would be written.

    Raises:
        UnreadableError: what was answered cannot stand in a spec.
    """
    calls = Calls.here()
    sources = SpecText((SourceText(SPEC_FILE, first_text(begun)),))
    found = OpenSpec(SPEC_FILE, reading.spec(sources, calls), calls)
    (result,) = check((ReadSpec(found),), None, None, ())
    return result
