"""End the streams of a PDF so that every reader finds the same length."""

import pydyf

_END = b"\nendstream"


def close_streams() -> None:
    """Let no stream look a byte shorter than it is, from now on.

    A line end parts a stream from its last word. Where packed data happens to end in a carriage
    return, that and the line feed behind it read as one line end, and a strict reader misses a
    byte of the data. Both are written as the line end there, which the format allows.
    """
    written = pydyf.Stream.data
    if getattr(written.fget, "closes_streams", False):
        return

    def closed(stream: pydyf.Stream) -> bytes:
        data: bytes = written.fget(stream)
        return data.removesuffix(_END) + b"\r" + _END if data.endswith(b"\r" + _END) else data

    closed.closes_streams = True  # type: ignore[attr-defined]
    pydyf.Stream.data = property(closed)
