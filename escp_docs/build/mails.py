"""Draft mails beside the documents: one for each questionnaire that is asked for by name."""

from collections.abc import Iterator
from pathlib import Path
from typing import Final

from escp_docs.build.options import BuildOptions
from escp_docs.build.planning import Plan
from escp_docs.compose.markdown.glyphs import printable
from escp_docs.compose.values.privacy import privacy
from escp_docs.export.formats import format_named
from escp_docs.export.mail import Draft, to_eml
from escp_docs.files.writing import read_bytes, write
from escp_docs.judging.open_facts import OpenFacts, open_facts
from escp_docs.language.language import Language
from escp_docs.language.languages import USUAL
from escp_docs.model.consortium import Partner
from escp_docs.model.spec import Spec

_FOLDER: Final = "mail"
_KIND: Final = "questionnaires/questionnaire"


def write_mails(plan: Plan, home: Path, options: BuildOptions) -> tuple[Path, ...]:
    """Write a draft mail for each questionnaire that leaves the house; return where they lie.

    Raises:
        WriteError: one cannot be written.
    """
    return tuple(_written(plan, home, options))


def _written(plan: Plan, home: Path, options: BuildOptions) -> Iterator[Path]:
    language = USUAL
    facts: OpenFacts | None = None
    for one in plan.wanted:
        if one.paper.kind.name != _KIND or not options.is_sent(one.paper.name):
            continue
        data = read_bytes(home / one.file)
        partner = plan.reading.spec.partner(one.paper.subject)
        if data is None or partner is None or one.format == "json":
            continue
        facts = facts or open_facts(
            plan.reading.spec, plan.verdict, language.keys, plan.reading.call
        )
        owing = facts.by(partner.id)
        draft = Draft(
            partner.contact.email or "",
            plan.reading.spec.requests.return_to or "",
            _subject(plan.reading.spec, partner, language, reminds=options.reminds),
            _text(plan, partner, owing, language, reminds=options.reminds),
            f"{plan.folder}-{one.file.rpartition('/')[2]}",
            format_named(one.format).media_type,
            data,
        )
        name = one.paper.name.rpartition("/")[2]
        path = home / _FOLDER / f"{name}.eml"
        made = to_eml(draft)
        if read_bytes(path) != made:
            write(path, made)
        yield path


def _subject(spec: Spec, partner: Partner, language: Language, *, reminds: bool) -> str:
    words = language.mails
    said = words.reminder_subject if reminds else words.subject
    return said.format(acronym=printable(spec.project.acronym), partner=partner.id)


def _text(
    plan: Plan, partner: Partner, owing: OpenFacts, language: Language, *, reminds: bool
) -> str:
    words, spec, call = language.mails, plan.reading.spec, plan.reading.call
    name = partner.contact.name
    coordinator = spec.partner(spec.consortium.coordinator)
    sender = coordinator and (coordinator.contact.name or coordinator.legal_name or coordinator.id)
    asked = words.reminded if reminds else words.asked
    about = {
        "partner": printable(partner.legal_name or partner.id),
        "acronym": printable(spec.project.acronym),
        "call": f"{call.title}, {call.number}",
    }
    lines = [
        words.greeting.format(name=printable(name)) if name else words.greeting_nobody,
        asked.format(**about),
        words.counts.format(missing=len(owing.missing), unconfirmed=len(owing.unconfirmed)),
    ]
    if spec.requests.deadline:
        lines.append(words.until.format(day=language.day(spec.requests.deadline)))
    if spec.requests.return_to:
        lines.append(words.back.format(return_to=printable(spec.requests.return_to)))
    lines += [privacy(spec, language), f"{words.closing}\n{printable(sender or '')}".rstrip()]
    return "\n\n".join(lines) + "\n"
