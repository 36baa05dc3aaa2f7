"""A Word file is packed as Python's own library packs it, byte by byte."""

from io import BytesIO
from zipfile import ZIP_DEFLATED, ZipFile, ZipInfo

from hypothesis import given
from hypothesis import strategies as st

from escp_docs.export.word.package import zipped

_FIRST = ("[Content_Types].xml", "_rels/.rels")
_NAMES = st.from_regex(r"word/[a-z]{1,8}\.(xml|odttf|png)", fullmatch=True)
_CONTENTS = st.binary(max_size=300) | st.binary(max_size=30).map(lambda data: data * 200)


@given(st.dictionaries(_NAMES, _CONTENTS, max_size=6), _CONTENTS, _CONTENTS)
def test_parts_are_packed_as_zipfile_packs_them(
    parts: dict[str, bytes], types: bytes, relations: bytes
) -> None:
    whole = {**parts, _FIRST[0]: types, _FIRST[1]: relations}
    data = zipped(whole)
    assert data == _by_zipfile(whole) == zipped(whole)
    with ZipFile(BytesIO(data)) as package:
        assert package.testzip() is None
        assert {one.filename: package.read(one) for one in package.infolist()} == whole


def _by_zipfile(parts: dict[str, bytes]) -> bytes:
    buffer = BytesIO()
    with ZipFile(buffer, "w") as package:
        for name in (*_FIRST, *sorted(set(parts) - set(_FIRST))):
            entry = ZipInfo(name, (1980, 1, 1, 0, 0, 0))
            entry.compress_type = ZIP_DEFLATED
            entry.create_system = 0
            package.writestr(entry, parts[name])
    return buffer.getvalue()
