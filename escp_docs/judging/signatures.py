"""What is known of signatures: by whom, over what, and which places to sign are open."""

from collections.abc import Iterable
from enum import StrEnum
from typing import Final

from msgspec import Struct

AGREEMENT: Final = "partnership-agreement.pdf"


class SignedState(StrEnum):
    """What a file that came back is.

    SIGNED has signatures over what was packed; CHANGED was changed after it was signed;
    ANOTHER_VERSION is signed, and is not what was packed last; RECEIVED has no signature that can
    be verified: a scan, or a flattened PDF.
    """

    SIGNED = "signed"
    CHANGED = "changed after signing"
    ANOTHER_VERSION = "another version"
    RECEIVED = "received, cannot be verified"


class SignatureFound(Struct, frozen=True):
    """A signature in a file.

    Attributes:
        field: The field that it fills.
        party: The id of the party whose field that is; empty if it is nobody's.
        signer: The name in the certificate.
        issuer: Who issued the certificate.
        when: When it was made, as the signer says; empty if it does not say.
        is_intact: Whether what was signed is as it was when it was signed.
        is_changed_since: Whether more was done with the file than signing and filling in fields.
        level: What level the certificate claims; nobody looked it up in a trusted list.
        is_self_signed: Whether who signs has issued the certificate himself.
        is_expired: Whether the certificate did not hold at the time of signing.
        is_named: Whether the name in the certificate is that of a signatory of the party.
    """

    field: str
    party: str
    signer: str
    issuer: str
    when: str
    is_intact: bool
    is_changed_since: bool
    level: str
    is_self_signed: bool
    is_expired: bool
    is_named: bool

    @property
    def counts(self) -> bool:
        """Whether it is a signature of its field: intact, and over what stands there."""
        return self.is_intact and not self.is_changed_since


class SignedFile(Struct, frozen=True):
    """A file that came back signed, or is said to be.

    Attributes:
        name: Its name in the record.
        sha256: The hash of its bytes.
        document: What was packed and is signed in it; empty if that cannot be told.
        package: The package in which that lies.
        state: What it is.
        signatures: The signatures in it.
        remarks: What else there is to say of it.
    """

    name: str
    sha256: str
    document: str
    package: str
    state: SignedState
    signatures: tuple[SignatureFound, ...] = ()
    remarks: tuple[str, ...] = ()


class Signatures(Struct, frozen=True):
    """All that came back for what was packed last.

    Attributes:
        fields: The places to sign in each document, by its name.
        files: The files that came back.
    """

    fields: dict[str, tuple[str, ...]]
    files: tuple[SignedFile, ...]

    def filled(self, document: str) -> tuple[str, ...]:
        """Return the places of a document that are signed, counterparts taken together."""
        done = {
            one.field
            for file in self.files
            if file.document == document and file.state is SignedState.SIGNED
            for one in file.signatures
            if one.counts
        }
        return tuple(one for one in self.fields.get(document, ()) if one in done)

    def open_parties(self, document: str = AGREEMENT) -> tuple[str, ...]:
        """Return the parties that have not signed a document in all their places."""
        left = set(self.fields.get(document, ())) - set(self.filled(document))
        return tuple(one for one in self.parties(document) if one in set(map(party_of, left)))

    def parties(self, document: str = AGREEMENT) -> tuple[str, ...]:
        """Return the parties that sign a document, in its order."""
        return parties_of(self.fields.get(document, ()))

    @property
    def are_complete(self) -> bool:
        """Whether all places of all documents are signed, and no file is objected to."""
        are_filled = all(self.filled(one) == fields for one, fields in self.fields.items())
        return are_filled and all(one.state is SignedState.SIGNED for one in self.files)

    def summary(self, document: str = AGREEMENT) -> str:
        """Return how far a document is: signed 3 of 5; open: STK, MINI."""
        every, left = self.parties(document), self.open_parties(document)
        still = f"; open: {', '.join(left)}" if left else ""
        return f"signed {len(every) - len(left)} of {len(every)}{still}"


def party_of(field: str) -> str:
    """Return the id of the party that signs in a field: CMC of sig-CMC-1."""
    return field.removeprefix("sig-").rpartition("-")[0] if field.startswith("sig-") else ""


def parties_of(fields: Iterable[str]) -> tuple[str, ...]:
    """Return the parties that sign in fields, each once."""
    return tuple(dict.fromkeys(filter(None, map(party_of, fields))))
