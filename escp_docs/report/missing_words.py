"""How much a spec lacks, in the same words wherever it is told."""

from escp_docs.judging.missing_facts import MissingFacts
from escp_docs.language.rule_words import count


def missing_words(missing: MissingFacts) -> str:
    """Return "89 facts missing (29 that rules ask for), 4 not confirmed"; empty if none is."""
    total = missing.questions + missing.other_facts
    parts = []
    if total:
        asked = f" ({missing.questions} that rules ask for)" if missing.questions else ""
        parts.append(f"{count(total, 'fact', 'facts')} missing{asked}")
    if missing.unconfirmed:
        facts = "" if total else "fact " if missing.unconfirmed == 1 else "facts "
        parts.append(f"{missing.unconfirmed} {facts}not confirmed")
    return ", ".join(parts)
