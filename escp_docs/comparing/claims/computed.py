"""Claims of what is computed: amounts, shares, counts."""

from collections.abc import Iterator
from decimal import ROUND_HALF_UP, Decimal
from fractions import Fraction

from escp_docs.comparing.claims.claim import Claim, ClaimKind
from escp_docs.comparing.claims.of_numbers import EURO, PER_CENT
from escp_docs.language.languages import USUAL


def per_cent(about: str, label: str, share: Fraction, near: tuple[str, ...]) -> Iterator[Claim]:
    """Yield a share, from 0 to 1, in per cent: as a whole number, with one digit and with two."""
    exact = Decimal(share.numerator * 100) / Decimal(share.denominator)
    rounded = {exact.quantize(Decimal(1).scaleb(-n), ROUND_HALF_UP).normalize() for n in range(3)}
    for value in sorted(rounded):
        shown = f"{USUAL.number(value)} %"
        yield Claim(about, ClaimKind.NUMBER, value, label, shown, behind=PER_CENT, near=near)


def money(about: str, label: str, amount: Decimal, near: tuple[str, ...]) -> Claim:
    """Return the claim of an amount in euro."""
    shown = f"EUR {USUAL.amount(amount)}"
    return Claim(about, ClaimKind.NUMBER, amount, label, shown, before=EURO, near=near)


def number(  # noqa: PLR0913, PLR0917  # what a claim consists of
    about: str,
    label: str,
    value: Decimal,
    behind: tuple[str, ...],
    near: tuple[str, ...] = (),
    least: int = 1,
) -> Claim:
    """Return the claim of a number of things."""
    shown = USUAL.number(value)
    return Claim(
        about, ClaimKind.NUMBER, value, label, shown, behind=behind, near=near, least=least
    )
