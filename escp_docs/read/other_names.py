"""What some call a key of the format: by another word, or in their own language.

Names are folded; a final sigma is a sigma.
"""

from collections.abc import Container, Mapping
from typing import Final

_NAMES: Final[Mapping[str, str]] = {
    "begin": "start_date", "duration": "duration_months", "e-mail": "email", "headings": "sections",
    "homepage": "website", "mail": "email", "mobile": "phone", "months": "duration_months",
    "name": "legal_name", "postal_code": "postcode", "start": "start_date", "street": "address",
    "tax_number": "vat_number", "tel": "phone", "telephone": "phone", "town": "city",
    "url": "website", "vat": "vat_number", "web": "website", "zip": "postcode",
    "zip_code": "postcode", "lead_partner": "coordinator",
    # Portuguese, Spanish, Italian, French
    "acrónimo": "acronym", "acronyme": "acronym", "titre": "title", "título": "title",
    "titulo": "title", "titolo": "title", "resumo": "abstract", "resumen": "abstract",
    "résumé": "abstract", "riassunto": "abstract", "objetivos": "objectives",
    "objectifs": "objectives", "obiettivi": "objectives", "palavras-chave": "keywords",
    "palabras_clave": "keywords", "mots-clés": "keywords", "parole_chiave": "keywords",
    "duração": "duration_months", "duración": "duration_months", "durée": "duration_months",
    "durata": "duration_months", "parceiros": "partners", "socios": "partners",
    "partenaires": "partners", "coordenador": "coordinator", "coordinador": "coordinator",
    "coordinateur": "coordinator", "coordinatore": "coordinator", "nome": "legal_name",
    "nombre": "legal_name", "nom": "legal_name", "país": "country", "pays": "country",
    "paese": "country", "morada": "address", "dirección": "address", "adresse": "address",
    "indirizzo": "address", "cidade": "city", "ciudad": "city", "ville": "city", "città": "city",
    "orçamento": "budget", "presupuesto": "budget", "bilancio": "budget", "acordo": "agreement",
    "acuerdo": "agreement", "accord": "agreement", "accordo": "agreement", "riscos": "risks",
    "riesgos": "risks", "risques": "risks", "rischi": "risks", "visão": "vision",
    "visión": "vision", "visione": "vision",
    # Polish, German, Greek
    "akronim": "acronym", "tytuł": "title", "streszczenie": "abstract", "cele": "objectives",
    "słowa_kluczowe": "keywords", "partnerzy": "partners", "koordynator": "coordinator",
    "nazwa": "legal_name", "kraj": "country", "adres": "address", "miasto": "city",
    "budżet": "budget", "umowa": "agreement", "ryzyka": "risks", "wizja": "vision",
    "titel": "title", "ziele": "objectives", "stichwörter": "keywords", "dauer": "duration_months",
    "koordinator": "coordinator", "land": "country", "stadt": "city", "ort": "city",
    "anschrift": "address", "ansprechpartner": "contact", "arbeitspakete": "work_packages",
    "aufgaben": "tasks", "beginn": "start_date", "gegründet": "founded", "konsortium": "consortium",
    "laufzeit": "duration_months", "länder": "target_countries", "mitglieder": "members",
    "plz": "postcode", "postleitzahl": "postcode", "projekt": "project", "projekttitel": "title",
    "rechtsform": "legal_form", "schlagwörter": "keywords", "strasse": "address",
    "strategie": "strategy", "telefon": "phone", "unterzeichner": "signatories",
    "webseite": "website", "zielländer": "target_countries", "zusammenfassung": "abstract",
    "risiken": "risks", "vertrag": "agreement", "ακρωνύμιο": "acronym", "τίτλοσ": "title",
    "περίληψη": "abstract", "στόχοι": "objectives", "λέξεισ-κλειδιά": "keywords",
    "διάρκεια": "duration_months", "εταίροι": "partners", "συντονιστήσ": "coordinator",
    "επωνυμία": "legal_name", "χώρα": "country", "διεύθυνση": "address", "πόλη": "city",
    "προϋπολογισμόσ": "budget", "συμφωνία": "agreement", "κίνδυνοι": "risks", "όραμα": "vision",
    "κοινοπραξία": "consortium",
}  # fmt: skip


def other_name(name: str, known: Container[str]) -> str | None:
    """Return the one of the `known` keys that is meant by another name, None if none is."""
    meant = _NAMES.get("_".join(name.casefold().split()))
    return meant if meant is not None and meant in known else None
