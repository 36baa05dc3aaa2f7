"""PDFs signed by a program that we did not write."""

from datetime import UTC, datetime, timedelta
from io import BytesIO

from asn1crypto import keys, x509
from cryptography import x509 as made
from cryptography.hazmat.primitives import hashes, serialization
from cryptography.hazmat.primitives.asymmetric import ec
from cryptography.x509.oid import NameOID
from pyhanko.pdf_utils.incremental_writer import IncrementalPdfFileWriter
from pyhanko.pdf_utils.reader import PdfFileReader
from pyhanko.sign import signers
from pyhanko.sign.fields import enumerate_sig_fields
from pyhanko_certvalidator.registry import SimpleCertificateStore


def signer(
    who: str = "A signatory", *, issuer: str = "", days: tuple[int, int] = (-1, 1)
) -> tuple[signers.SimpleSigner, x509.Certificate]:
    """Return somebody who can sign, and the certificate.

    Args:
        who: The name in the certificate.
        issuer: Who has issued it; else who signs.
        days: From when to when it holds, in days from now.
    """
    key = ec.generate_private_key(ec.SECP256R1())
    name = made.Name([made.NameAttribute(NameOID.COMMON_NAME, who)])
    by = made.Name([made.NameAttribute(NameOID.COMMON_NAME, issuer or who)])
    now = datetime.now(UTC)  # noqa: TID251  # certificates expire
    certificate = (
        made.CertificateBuilder()
        .subject_name(name)
        .issuer_name(by)
        .public_key(key.public_key())
        .serial_number(1)
        .not_valid_before(now + timedelta(days=days[0]))
        .not_valid_after(now + timedelta(days=days[1]))
        .add_extension(made.KeyUsage(True, True, *[False] * 7), critical=True)  # noqa: FBT003
        .sign(key, hashes.SHA256())
    )
    der = certificate.public_bytes(serialization.Encoding.DER)
    private = key.private_bytes(
        serialization.Encoding.DER,
        serialization.PrivateFormat.PKCS8,
        serialization.NoEncryption(),
    )
    found = x509.Certificate.load(der)
    return (
        signers.SimpleSigner(found, keys.PrivateKeyInfo.load(private), SimpleCertificateStore()),  # type: ignore[no-untyped-call]
        found,
    )


def field_names(data: bytes) -> list[str]:
    """Return the names of the signature fields of a PDF."""
    return [name for name, _, _ in enumerate_sig_fields(PdfFileReader(BytesIO(data)))]


def signed(
    data: bytes, *names: str, who: str = "", by: signers.SimpleSigner | None = None
) -> bytes:
    """Return a PDF signed in some of its fields, one after the other; in all without names."""
    for name in names or field_names(data):
        about = signers.PdfSignatureMetadata(field_name=name, name=who or None)
        writer = IncrementalPdfFileWriter(BytesIO(data))
        data = signers.sign_pdf(writer, about, signer=by or signer()[0]).getvalue()
    return data
