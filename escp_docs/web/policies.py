"""What a page may load and run: nothing but what the workspace itself hands it."""

from secrets import token_urlsafe
from typing import Final

_BOTH: Final = "base-uri 'none'; form-action 'none'"

OF_DOCUMENTS: Final = (
    "default-src 'none'; style-src 'self' 'unsafe-inline'; img-src data:; font-src 'self'; "
    f"frame-ancestors 'self'; sandbox allow-same-origin; {_BOTH}"
)
"""Of the pages of a document, whose words are of people: no script, no form, no link of others."""

OF_PICTURES: Final = f"default-src 'none'; img-src data:; frame-ancestors 'none'; sandbox; {_BOTH}"
"""Of a picture that somebody opens by itself: nothing in it runs, leads or asks."""


def nonce() -> str:
    """Return a name that nobody guesses, for the styles of one page."""
    return token_urlsafe(16)


def of_workspace(name: str) -> str:
    """Return the policy of a page of the workspace; `name` is its nonce.

    The editor of texts makes its styles as it runs, and marks them with the nonce.
    """
    return (
        f"default-src 'none'; script-src 'self'; style-src 'self' 'nonce-{name}'; "
        "img-src 'self' data:; font-src 'self'; connect-src 'self'; frame-src 'self'; "
        f"frame-ancestors 'none'; {_BOTH}"
    )
