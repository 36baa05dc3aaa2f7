"""The signature fields of an agreement can be signed by a program that we did not write."""

from io import BytesIO

import pytest
from pyhanko.pdf_utils.incremental_writer import IncrementalPdfFileWriter
from pyhanko.pdf_utils.reader import PdfFileReader
from pyhanko.sign import signers
from pyhanko.sign.fields import enumerate_sig_fields
from pyhanko.sign.validation import validate_pdf_signature
from pyhanko.sign.validation.status import SignatureCoverageLevel
from pyhanko_certvalidator import ValidationContext

from escp_docs.document import Signature, walk
from escp_docs.export.pdf.writer import to_pdf
from escp_docs.produced import pdf_file
from tests.support.look import look
from tests.support.sample import sample
from tests.support.signing import signer


@pytest.fixture(scope="module")
def agreement() -> bytes:
    return to_pdf(sample(draft=False), look()).data


def test_there_is_one_empty_field_for_each_signatory(agreement: bytes) -> None:
    fields = list(enumerate_sig_fields(PdfFileReader(BytesIO(agreement))))
    wanted = [block for block in walk(sample().blocks) if isinstance(block, Signature)]

    assert len(fields) == len(wanted) > 0
    assert all(value is None for _, value, _ in fields)


def test_a_signature_is_intact_valid_and_covers_the_whole_file(agreement: bytes) -> None:
    name = next(name for name, _, _ in enumerate_sig_fields(PdfFileReader(BytesIO(agreement))))
    who, certificate = signer()
    signed = signers.sign_pdf(
        IncrementalPdfFileWriter(BytesIO(agreement)),
        signers.PdfSignatureMetadata(field_name=name),
        signer=who,
    )

    (found,) = PdfFileReader(signed).embedded_signatures
    status = validate_pdf_signature(found, ValidationContext(trust_roots=[certificate]))
    assert status.intact
    assert status.valid
    assert status.coverage is SignatureCoverageLevel.ENTIRE_FILE
    assert pdf_file.read(signed.getvalue()) == pdf_file.read(agreement)
