"""A draft of a mail with a file: plain words, the same bytes on every run, never sent by us."""

from email.message import EmailMessage
from email.policy import SMTP
from typing import Final

from msgspec import Struct

from escp_docs.pattern import pattern

_ADDRESS: Final = pattern(r"[A-Za-z0-9.!#$%&'*+/=?^_`{|}~-]+@[A-Za-z0-9.-]+")
_BOUNDARY: Final = "escp-docs-{}"


class Draft(Struct, frozen=True):
    """A mail that somebody may send.

    Args:
        to: The address of whom it goes to; one that is none is left out.
        reply_to: Where the answer goes; the same.
        subject: What it is about.
        text: Its words.
        file: The name of the file that goes with it.
        media_type: What the file is, as registered with IANA.
        data: The file.
    """

    to: str
    reply_to: str
    subject: str
    text: str
    file: str
    media_type: str
    data: bytes


def to_eml(draft: Draft) -> bytes:
    """Return a draft as the bytes of an .eml file, which mail programs open to be sent."""
    message = EmailMessage(policy=SMTP)
    message["X-Unsent"] = "1"
    for name, address in (("To", draft.to), ("Reply-To", draft.reply_to)):
        if _ADDRESS.fullmatch(address.strip()):
            message[name] = address.strip()
    message["Subject"] = " ".join(draft.subject.split())
    message.set_content(draft.text, cte="quoted-printable")
    kind, _, rest = draft.media_type.partition("/")
    message.add_attachment(draft.data, maintype=kind, subtype=rest, filename=draft.file)
    message.set_boundary(_BOUNDARY.format("mail"))
    return message.as_bytes()
