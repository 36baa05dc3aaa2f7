"""What some call an allowed value: by other words, in part, or in figures."""

from collections.abc import Mapping, Sequence
from typing import Final

from escp_docs.model.folding import words_of
from escp_docs.spelling import nearest

# Folded; figures are what is left of them when their signs are blanks.
_OTHERS: Final[Mapping[str, tuple[str, ...]]] = {
    "two_thirds": ("2 3", "66", "66 6", "66 7", "66 67", "67", "zwei drittel", "qualified"),
    "three_quarters": ("3 4", "75"),
    "more_than_half": ("1 2", "50", "50 1", "half"),
    "simple": ("1 2", "50", "50 1", "51", "more than half", "majority", "einfach", "ordinary"),
    "unanimity": ("100", "unanimous", "all", "consensus", "everybody", "einstimmig"),
    "cluster_organisation": ("cluster",),
    "business_network": ("network", "netzwerk"),
    "registered": ("yes", "ja", "oui", "si", "true", "member", "listed"),
    "requested": ("pending", "applied", "in progress", "asked", "beantragt"),
    "none": ("no", "not", "nein", "non", "false", "never"),
    "low": ("l", "small", "niedrig", "gering", "1"),
    "medium": ("m", "moderate", "mittel", "2"),
    "high": ("h", "big", "large", "hoch", "3"),
    "public": ("pu", "open", "offentlich"),
    "confidential": ("co", "internal", "private", "vertraulich", "restricted"),
    "report": ("r", "document", "bericht"),
    "website_video": ("dec", "website", "video", "web"),
    "personnel": ("staff", "salaries", "personal", "wages"),
    "travel": ("trips", "travelling", "mission", "missions", "reise", "reisekosten"),
    "subcontracting": ("subcontractor", "external", "services", "service"),
    "management": ("mgmt", "coordination", "administration"),
    "implementation": ("impl", "execution"),
    "preparatory": ("preparation", "prep"),
    "communication": ("dissemination",),
    "memorandum": ("mou", "agreement", "signed"),
    "letter_of_intent": ("loi", "letter"),
    "wet_ink": ("handwritten", "paper", "ink", "by hand"),
    "power_of_attorney": ("proxy", "mandate", "poa"),
    "statutory": ("legal representative", "by law", "by statute", "president"),
    "one_per_member": ("equal", "one each", "1 per member"),
    "email": ("mail", "e mail"),
}


def option_meant(text: str, options: Sequence[str]) -> str | None:
    """Return the allowed value that a text means, None if none is known to be meant.

    It is the one with this other name; the only one that has all words of the text or is all in
    it, as "simple" is in "simple majority"; else the one that is spelt most like it.
    """
    folded = words_of(text)
    named = [one for one in options if folded in _OTHERS.get(one, ())]
    if len(named) == 1:
        return named[0]
    words = set(folded.split())
    parts = [(one, {*one.split("_")}) for one in options]
    holding = [one for one, its in parts if words and (words <= its or its <= words)]
    return holding[0] if len(holding) == 1 else nearest(text, options)
