"""Who is asked to sign what was packed, and whose signatures were given to something else."""

from collections.abc import Iterator, Sequence

from escp_docs.errors import UnreadableError
from escp_docs.files.signed_files import keep_signatures, signatures_of
from escp_docs.judging.signatures import Signatures, SignedFile, SignedState, party_of
from escp_docs.signing.packed_documents import PackedDocument, PackedDocuments, packed_documents


def ask(spec: str, package: str) -> tuple[str, ...]:
    """Note in the record of a spec who has to sign what was packed last, and what that undoes.

    Args:
        spec: The spec.
        package: The name of the package that was packed last.

    Returns:
        A warning for each file that was signed, and is none of this package; or why an older
        package cannot be read.

    Raises:
        WriteError: the record cannot be written.
    """
    try:
        packed = packed_documents(spec)
    except UnreadableError as error:
        return tuple(map(str, error.faults))
    known = signatures_of(spec)
    before = known.files if known else ()
    files = by_now(before, packed)
    found = Signatures(packed.fields, files)
    if packed.fields and found != known:
        keep_signatures(spec, found, {})
    return tuple(_undone(before, files, package))


def _undone(
    before: Sequence[SignedFile], files: Sequence[SignedFile], package: str
) -> Iterator[str]:
    for one, now in zip(before, files, strict=True):
        if one.state is SignedState.SIGNED and now.state is not SignedState.SIGNED:
            parties = dict.fromkeys(filter(None, (party_of(each.field) for each in one.signatures)))
            who = ", ".join(parties) or "somebody"
            yield (
                f"{who} signed {one.document} of {one.package}, and that does not hold for "
                f"{package}; ask for a new signature, or go on with the package that was signed"
            )


def by_now(files: Sequence[SignedFile], packed: PackedDocuments) -> tuple[SignedFile, ...]:
    """Return files that are known; those over what is no longer the newest are another version."""
    found = []
    for one in files:
        pack = next((each for each in packed.files if each.package == one.package), None)
        is_old = pack is not None and _is_old(one.document, pack, packed)
        is_signed = one.state is SignedState.SIGNED
        found.append(_as_another_version(one) if is_signed and is_old else one)
    return tuple(found)


def _is_old(document: str, pack: PackedDocument, packed: PackedDocuments) -> bool:
    of_pack = next(
        (one for one in packed.files if one.package == pack.package and one.document == document),
        pack,
    )
    return packed.current.get(document) != of_pack.version


def _as_another_version(one: SignedFile) -> SignedFile:
    return SignedFile(
        one.name,
        one.sha256,
        one.document,
        one.package,
        SignedState.ANOTHER_VERSION,
        one.signatures,
        (*one.remarks, "something else was packed since"),
    )
