"""Addresses of links in prose: which lead to the web or a mail box, kept to the letter."""

from typing import Final
from unicodedata import category
from urllib.parse import quote, urlsplit

from escp_docs.pattern import pattern

_SCHEMES: Final = frozenset({"http", "https", "mailto"})
_LONGEST: Final = 1999  # Word declares a file damaged that has longer addresses
_ESCAPED: Final = pattern(r"\\(?=[()<>])")
_UNSEEN: Final = frozenset({"Cc", "Cf", "Co", "Cn", "Zl", "Zp"})


def address_of(written: str) -> str:
    """Return the address that stands between the brackets of a link.

    It is what was written, but for a backslash before a bracket, for `&amp;`, which is how web
    pages write `&`, and for characters that nobody sees: they are percent-encoded.
    """
    url = _ESCAPED.sub("", written).replace("&amp;", "&")
    if url.isascii() and url.isprintable():
        return url
    return "".join(quote(one) if category(one) in _UNSEEN else one for one in url)


def leads_to_the_web(url: str) -> bool:
    """Whether every format can link to an address: a web page or a mail box, written in full."""
    try:
        parts = urlsplit(url)
        host = parts.netloc.encode("idna")
        url.encode()
    except ValueError:
        return False
    scheme = parts.scheme.lower()
    is_whole = bool(parts.path if scheme == "mailto" else host)
    return scheme in _SCHEMES and is_whole and len(quote(url, safe="%")) <= _LONGEST
