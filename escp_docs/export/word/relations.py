"""Relationships: how a part of the package names the other parts and the web."""

from urllib.parse import quote, urlsplit

from escp_docs.errors import ExportError
from escp_docs.export.word.markup import safe

_BASE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_NAMESPACE = "http://schemas.openxmlformats.org/package/2006/relationships"
_SCHEMES = ("http", "https", "mailto")
_KEPT = "!#$%&'()*+,/:;=?@~"
_LONGEST = 2000  # Word declares a file damaged that has longer addresses


class Relations:
    """The relationships of one part."""

    def __init__(self) -> None:
        self._ids: dict[tuple[str, str], str] = {}

    def __bool__(self) -> bool:
        return bool(self._ids)

    def to(self, kind: str, target: str) -> str:
        """Return the id of a relationship; `kind` is a full address or the end of Office's."""
        name = kind if "://" in kind else f"{_BASE}/{kind}"
        return self._ids.setdefault((name, target), f"rId{len(self._ids) + 1}")

    def part(self) -> str:
        """Return the relationships as XML."""
        entries = (
            f'<Relationship Id="{number}" Type="{kind}" Target="{safe(target)}"{_mode(kind)}/>'
            for (kind, target), number in self._ids.items()
        )
        return f'<Relationships xmlns="{_NAMESPACE}">{"".join(entries)}</Relationships>'


def _mode(kind: str) -> str:
    return ' TargetMode="External"' if kind.endswith("/hyperlink") else ""


def address(url: str) -> str | None:
    """Return a web or mail address as Word takes it; None if it would refuse the whole file.

    Raises:
        ExportError: the address leads neither to a web page nor to a mail box.
    """
    try:
        parts = urlsplit(url)
        host = parts.netloc.encode("idna").decode()
    except ValueError:
        return None
    if parts.scheme not in _SCHEMES:
        raise ExportError(f"the link {url!r} leads neither to a web page nor to a mail address")
    whole = quote(parts._replace(netloc=host).geturl(), safe=_KEPT)
    is_whole = bool(host if parts.scheme != "mailto" else parts.path)
    return whole if is_whole and len(whole) < _LONGEST else None
