"""Requirements on the agreement: the paragraph "Forming a Partnership" of the announcement."""

from tests.oracle import stated
from tests.oracle.answers import Answer, Said, error, holds, warning
from tests.oracle.stated import Entry, part, partners, work_packages


def agr001(spec: Entry, _strand: str) -> Said:
    """Asked: "Partnership Agreement engaging ESCP4i members"; derived: not only later."""
    agreement, applicants = part(spec, "agreement"), partners(spec)
    members = stated.texts(agreement, "members")
    late = set(stated.texts(agreement, "joins_later") or ())
    if applicants is None:
        return error(Answer.MET if members is None else Answer.OPEN)
    ids = {one["id"] for one in applicants}
    left_out = ids - late - (ids if members is None else set(members))
    if left_out:
        return error(Answer.NOT_MET) | warning(Answer.NOT_MET if ids & late else Answer.MET)
    return warning(Answer.NOT_MET) if ids & late else error(Answer.MET)


def agr002(spec: Entry, _strand: str) -> Said:
    """Asked: "setting out the modalities of cooperation between them"."""
    governance = part(part(spec, "agreement"), "governance")
    asked = ("votes", "majority", "meetings_per_year")
    return error(holds(True if all(stated.choice(governance, one) for one in asked) else None))


def agr003(spec: Entry, _strand: str) -> Said:
    """Asked: "to develop common actions"."""
    agreement, packages = part(spec, "agreement"), work_packages(spec)
    if packages or stated.text(agreement, "common_actions"):
        return error(Answer.MET)
    says_none = stated.says_none(agreement, "common_actions")
    return error(Answer.NOT_MET if says_none and packages is not None else Answer.OPEN)
