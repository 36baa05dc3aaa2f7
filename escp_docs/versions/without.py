"""What texts would still say of partners that are left out."""

from collections.abc import Iterable, Iterator

from msgspec.structs import replace

from escp_docs.comparing.claims.stale import stale_prose
from escp_docs.files.opening import NamedSpec, ReadSpec
from escp_docs.judging.open_spec import OpenSpec
from escp_docs.judging.result import Result


def with_stale_prose(
    results: Iterable[Result], sources: Iterable[NamedSpec | ReadSpec]
) -> Iterator[Result]:
    """Yield results; of a spec judged without partners, with what its texts still say of them."""
    for found, source in zip(results, sources, strict=True):
        change = found.change
        gone = change.departure if change else None
        spec = source.whole() if gone else None
        if change is None or gone is None or not isinstance(spec, OpenSpec):
            yield found
            continue
        reading = spec.reading
        left = replace(reading, spec=gone.spec)
        stale = stale_prose(reading, left, gone.as_written)
        yield replace(found, change=replace(change, stale_prose=stale))
