"""What some call a key of the format that is spelt quite otherwise."""

from collections.abc import Container, Mapping
from typing import Final

_NAMES: Final[Mapping[str, str]] = {
    "begin": "start_date", "duration": "duration_months", "e-mail": "email",
    "homepage": "website", "mail": "email", "mobile": "phone", "months": "duration_months",
    "name": "legal_name", "postal_code": "postcode", "start": "start_date", "street": "address",
    "tax_number": "vat_number", "tel": "phone", "telephone": "phone", "town": "city",
    "url": "website", "vat": "vat_number", "web": "website", "zip": "postcode",
    "zip_code": "postcode",
}  # fmt: skip


def other_name(name: str, known: Container[str]) -> str | None:
    """Return the one of the `known` keys that is meant by another name, None if none is."""
    meant = _NAMES.get("_".join(name.casefold().split()))
    return meant if meant is not None and meant in known else None
