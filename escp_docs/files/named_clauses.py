"""The clauses that negotiated words name, looked up in the templates of a spec."""

from pathlib import Path

from escp_docs import files
from escp_docs.compose.clauses import clause_ids
from escp_docs.errors import Fault, UnreadableError
from escp_docs.read.spec import Reading
from escp_docs.spelling import nearest

_WORDING = "agreement.wording"


def with_known_clauses(name: str, found: Reading, override: Path | None = None) -> Reading:
    """Return what a spec states, if each clause that it words anew is one.

    Templates are opened for specs with negotiated words alone.

    Args:
        name: The spec, beside which templates of its own may lie.
        found: What it states.
        override: A folder of templates in place of those.

    Raises:
        UnreadableError: a clause is named that neither the shipped templates nor its own have.
    """
    words = found.spec.agreement.wording
    named = [(f"{_WORDING}[{at}].clause", one.clause) for at, one in enumerate(words) if one.clause]
    if not named:
        return found
    known = clause_ids(files.templates(files.template_files(name, override)))
    faults = tuple(_fault(found, path, id_, known) for path, id_ in named if id_ not in known)
    if faults:
        raise UnreadableError(faults, found.remarks)
    return found


def _fault(found: Reading, path: str, clause: str, known: dict[str, str]) -> Fault:
    near = nearest(clause, list(known))
    place = found.places.of(path)
    return Fault(
        f"{path} names {clause!r}, and no clause has that id",
        f"did you mean {near!r}?" if near else "`escp-docs template list --clauses` names them",
        place,
        found.places.excerpt(place),
        path,
    )
