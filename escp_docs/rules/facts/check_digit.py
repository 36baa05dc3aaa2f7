"""What the check digit of a VAT number says."""

from typing import Any, Final

from escp_docs.model.country import CODES

# Prefixes that are no country code, of Greece and of Northern Ireland; UK is what people write.
_PREFIXES: Final = {"EL": "GR", "XI": "GB", "UK": "GB"}


def refuted(number: str, country: str | None) -> bool:
    """Whether a VAT number is refuted by its check digit, and by nothing less.

    A number of another form, or of a country whose check digit no library knows, is not.

    Args:
        number: As written, with or without its country prefix.
        country: The country of its holder, for a number without prefix.
    """
    from stdnum.exceptions import InvalidChecksum, ValidationError  # noqa: PLC0415  # rarely needed
    from stdnum.util import get_cc_module  # noqa: PLC0415

    text = "".join(number.upper().split())
    prefix = _PREFIXES.get(text[:2], text[:2])
    has_prefix = prefix in CODES
    module: Any = get_cc_module((prefix if has_prefix else country or "").lower(), "vat")
    if module is None:
        return False
    wrong = False
    for candidate in (text, text[2:]) if has_prefix else (text,):
        try:
            module.validate(candidate)
        except InvalidChecksum:
            wrong = True
        except ValidationError:
            continue
        else:
            return False
    return wrong
