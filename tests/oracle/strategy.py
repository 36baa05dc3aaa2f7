"""Requirements on the strategy: paragraphs "Strategic" and "Strand A / B"."""

from tests.oracle import stated
from tests.oracle.answers import NOT_ASKED, Answer, Said, error, holds, warning
from tests.oracle.stated import Entry, folded, partners


def str001(spec: Entry, _strand: str) -> Said:
    """Asked: "strategic vision with a global perspective and common goals"."""
    return _is_written(spec, "vision")


def str002(spec: Entry, _strand: str) -> Said:
    """Asked: "common goals towards specific third markets"; derived: each goal names one."""
    goals = stated.entries(stated.part(spec, "strategy"), "common_goals")
    if goals is None:
        return error(Answer.OPEN)
    named = [stated.texts(goal, "targets") for goal in goals]
    nowhere = warning(Answer.NOT_MET) if [] in named else NOT_ASKED
    if not any(named):
        return error(Answer.OPEN) | nowhere if None in named else error(Answer.NOT_MET)
    return nowhere or (warning(Answer.OPEN) if None in named else error(Answer.MET))


def str003(spec: Entry, _strand: str) -> Said:
    """Asked: "fostering complementarities between them"."""
    return _is_written(spec, "complementarities")


def str004(spec: Entry, _strand: str) -> Said:
    """Asked: "cooperation across related industries and sectoral boundaries"; derived: two."""
    if stated.text(stated.part(spec, "strategy"), "cross_sector_cooperation") is None:
        return error(Answer.OPEN)
    applicants = partners(spec)
    lists = [
        stated.texts(one, "sectors") for one in (stated.part(spec, "project"), *(applicants or ()))
    ]
    if len({folded(sector) for one in lists for sector in one or ()}) > 1:
        return error(Answer.MET)
    return warning(Answer.OPEN if applicants is None or None in lists else Answer.NOT_MET)


def str005(spec: Entry, strand: str) -> Said:
    """A: "except those targeted in Strand B"; B: "in the Defence and Security sector"."""
    is_defence = stated.flag(stated.part(spec, "project"), "defence_and_security")
    return error(holds(None if is_defence is None else is_defence == (strand == "B")))


def str006(spec: Entry, strand: str) -> Said:
    """Strand A: "facilitating the internationalisation of its SME members"."""
    if strand != "A":
        return NOT_ASKED
    members = [stated.part(one, "members") for one in partners(spec) or ()]
    units = [stated.name(one, "unit") or "" for one in stated.entries(spec, "indicators") or ()]
    says_so = (
        any(stated.number(one, "smes") for one in members)
        or any("sme" in folded(unit) for unit in units)
        or stated.text(stated.part(spec, "strategy"), "target_groups")
    )
    return error(holds(True if says_so else None))


def str007(spec: Entry, strand: str) -> Said:
    """Secondary: Strand B "should build on already existing internationalisation strategies"."""
    if strand != "B":
        return NOT_ASKED
    existing = stated.entries(stated.part(spec, "strategy"), "existing")
    return warning(holds(None if existing is None else bool(existing)))


def _is_written(spec: Entry, key: str) -> Said:
    return error(holds(True if stated.text(stated.part(spec, "strategy"), key) else None))
