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


def signer() -> tuple[signers.SimpleSigner, x509.Certificate]:
    """Return somebody who can sign, and the certificate."""
    key = ec.generate_private_key(ec.SECP256R1())
    name = made.Name([made.NameAttribute(NameOID.COMMON_NAME, "A signatory")])
    begin = datetime.now(UTC) - timedelta(days=1)  # noqa: TID251  # certificates expire
    certificate = (
        made.CertificateBuilder()
        .subject_name(name)
        .issuer_name(name)
        .public_key(key.public_key())
        .serial_number(1)
        .not_valid_before(begin)
        .not_valid_after(begin + timedelta(days=2))
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


def signed(data: bytes, *names: str, who: str = "") -> bytes:
    """Return a PDF signed in some of its fields, one after the other; in all without names."""
    for name in names or field_names(data):
        about = signers.PdfSignatureMetadata(field_name=name, name=who or None)
        writer = IncrementalPdfFileWriter(BytesIO(data))
        data = signers.sign_pdf(writer, about, signer=signer()[0]).getvalue()
    return data
