"""Streams of a PDF end so that their length can be read from both ends."""

import pydyf
import pytest

from escp_docs.export.pdf.streams import close_streams


@pytest.mark.parametrize(
    ("content", "end"),
    [(b"a\r", b"a\r\r\nendstream"), (b"a\n", b"a\n\nendstream"), (b"a", b"a\nendstream")],
)
def test_a_carriage_return_is_no_part_of_the_line_end(content: bytes, end: bytes) -> None:
    close_streams()
    close_streams()

    data = pydyf.Stream([content]).data

    assert data.endswith(end)
    assert f"/Length {len(content)}".encode() in data
