"""What is said of personal data to whoever is asked for them."""

from escp_docs.compose.markdown.glyphs import printable
from escp_docs.language.language import Language
from escp_docs.model.spec import Spec


def privacy(spec: Spec, language: Language) -> str:
    """Return who collects personal data, what for, who sees them, how long, and whom to ask.

    It is what the spec states, else what holds of every application.
    """
    if spec.requests.privacy:
        return printable(spec.requests.privacy)
    one = spec.partner(spec.consortium.coordinator)
    who = (one and (one.legal_name or one.short_name or one.id)) or spec.project.acronym
    to = spec.requests.return_to or (one and one.contact.email) or who
    said = language.workbook.answers.personal
    return said.format(coordinator=printable(who), return_to=printable(to))
