"""Words of a PDF that nobody sees: painted over, invisible, too pale or too small.

The pages are drawn in the order of their instructions, as far as words and what is filled go: where
each piece of text begins, how large and in which colour, what was painted below it before and over
it afterwards.
"""

from collections.abc import Iterator, Sequence
from typing import Any, Final

from msgspec import Struct, field
from msgspec.structs import replace
from pypdf import PdfReader
from pypdf.generic import ContentStream, DictionaryObject, StreamObject

from escp_docs.produced.shape.colours import is_pale
from escp_docs.produced.shape.foreign import ForeignContent, ForeignKind

_SMALLEST: Final = 3.0  # points
_INVISIBLE: Final = 3  # the text rendering mode that draws nothing
_NEST: Final = 8
_CLEAR: Final = 0.5  # what lets through more light than this covers nothing

Matrix = tuple[float, float, float, float, float, float]
Box = tuple[float, float, float, float]
_IDENTITY: Final[Matrix] = (1, 0, 0, 1, 0, 0)


def hidden_words(reader: PdfReader) -> Iterator[ForeignContent]:
    """Yield the words of a PDF that can hardly be seen, or not at all: once a page and reason."""
    for number, page in enumerate(reader.pages, start=1):
        x, y, right, top = (float(one) for one in page.mediabox)
        drawing = _Drawing((x, y, right, top))
        contents = page.get_contents()
        if contents is not None:
            drawing.draw(contents, page.get("/Resources"), reader, 0)
        for what in dict.fromkeys(drawing.faults()):
            yield ForeignContent(ForeignKind.HIDDEN, what, f"page {number}")


class _State(Struct, frozen=True):
    """The state of drawing that `q` keeps and `Q` gives back."""

    matrix: Matrix = _IDENTITY
    colour: str = "000000"
    mode: int = 0
    size: float = 0.0
    is_clear: bool = False  # what is filled lets through what lies below
    is_cut: bool = False  # a shape other than a rectangle cuts off what is filled


class _Word(Struct, frozen=True):
    """A piece of text: where it begins, its size, its colour, what lies behind it."""

    at: tuple[float, float]
    size: float
    colour: str
    behind: str
    mode: int


class _Drawing(Struct):
    page: Box
    words: list[_Word] = field(default_factory=list)
    fills: list[tuple[Box, str, int]] = field(default_factory=list)
    state: _State = field(default_factory=_State)
    path: list[tuple[float, float]] = field(default_factory=list)
    pieces: int = 0  # of the path, each a rectangle or a line drawn on its own
    cuts: bool = False
    line: Matrix = _IDENTITY
    text: Matrix = _IDENTITY

    def faults(self) -> Iterator[str]:
        """Yield why words can hardly be seen."""
        for index, word in enumerate(self.words):
            x, y = word.at
            if not (self.page[0] <= x <= self.page[2] and self.page[1] <= y <= self.page[3]):
                yield "words beside the page"
            if word.mode == _INVISIBLE:
                yield "words that are not drawn"
            if 0 < word.size < _SMALLEST:
                yield "words too small to be read"
            if is_pale(word.colour, word.behind):
                yield f"words as pale as what is behind them, {word.colour} on {word.behind}"
            if any(index < after and _holds(box, x + 1, y + 1) for box, _, after in self.fills):
                yield "words that something was painted over"

    def draw(self, content: Any, resources: Any, reader: PdfReader, depth: int) -> None:  # noqa: ANN401
        """Follow the instructions of a page, or of a drawing within it."""
        kept: list[_State] = []
        for operands, operator in ContentStream(content, reader).operations:
            self._step(operator, operands, kept)
            if operator == b"Do":
                self._placed(operands, resources, reader, depth)
            elif operator == b"gs":
                self._graphics(operands, resources)

    def _step(  # noqa: C901, PLR0912  # a case for each instruction
        self, operator: bytes, operands: Sequence[Any], kept: list[_State]
    ) -> None:
        numbers = [float(one) for one in operands if isinstance(one, int | float)]
        match operator:
            case b"q":
                kept.append(self.state)
            case b"Q" if kept:
                self.state = kept.pop()
            case b"cm":
                self.state = replace(self.state, matrix=_times(_matrix(numbers), self.state.matrix))
            case b"g" | b"rg" | b"k" | b"sc" | b"scn":
                self.state = replace(self.state, colour=_colour(numbers))
            case b"Tr":
                self.state = replace(self.state, mode=int(numbers[0]))
            case b"Tf":
                self.state = replace(self.state, size=numbers[-1])
            case b"BT":
                self.line = self.text = _IDENTITY
            case b"Tm":
                self.line = self.text = _matrix(numbers)
            case b"Td" | b"TD":
                self.line = self.text = _times((1, 0, 0, 1, numbers[0], numbers[1]), self.line)
            case b"Tj" | b"TJ" | b"'" | b'"':
                self._word()
            case b"re":
                x, y, width, height = numbers
                self.path += [(x, y), (x + width, y + height)]
                self.pieces += 1
            case b"m" | b"l":
                self.path.append((numbers[0], numbers[1]))
                self.pieces += operator == b"m"
            case b"c" | b"v" | b"y":  # no rectangle any more; frames have round corners
                self.pieces += 2
            case b"W" | b"W*":
                self.cuts = True
            case b"f" | b"F" | b"f*" | b"B" | b"B*" | b"b" | b"b*":
                if self.pieces == 1 and not self.state.is_cut:
                    self._fill(self.path, self.state.colour)
                self._ended()
            case b"n" | b"S" | b"s":
                self._ended()

    def _ended(self) -> None:
        if self.cuts:
            self.state = replace(self.state, is_cut=self.state.is_cut or self.pieces != 1)
        self.path, self.pieces, self.cuts = [], 0, False

    def _word(self) -> None:
        placed = _times(self.text, self.state.matrix)
        at = placed[4], placed[5]
        scale = abs(placed[0] * placed[3] - placed[1] * placed[2]) ** 0.5
        behind = next(
            (
                colour
                for box, colour, _ in reversed(self.fills)
                if _holds(box, at[0] + 1, at[1] + 1)
            ),
            "FFFFFF",
        )
        size = scale * abs(self.state.size)
        self.words.append(_Word(at, size, self.state.colour, behind, self.state.mode))

    def _fill(self, path: Sequence[tuple[float, float]], colour: str) -> None:
        if not path or self.state.is_clear:
            return
        points = [_point(one, self.state.matrix) for one in path]
        xs, ys = [one[0] for one in points], [one[1] for one in points]
        self.fills.append(((min(xs), min(ys), max(xs), max(ys)), colour, len(self.words)))

    def _placed(
        self,
        operands: Sequence[Any],
        resources: Any,  # noqa: ANN401
        reader: PdfReader,
        depth: int,
    ) -> None:
        found = _looked_up(resources, "/XObject", operands)
        if not isinstance(found, StreamObject):
            return
        if found.get("/Subtype") == "/Image":
            self._fill([(0, 0), (1, 1)], "808080")
        elif depth < _NEST:
            before = self.state
            if "/Matrix" in found:
                inner = _matrix(_numbers(found["/Matrix"]))
                self.state = replace(before, matrix=_times(inner, before.matrix))
            self.draw(found, found.get("/Resources", resources), reader, depth + 1)
            self.state = before

    def _graphics(self, operands: Sequence[Any], resources: Any) -> None:  # noqa: ANN401
        found = _looked_up(resources, "/ExtGState", operands)
        if isinstance(found, DictionaryObject) and "/ca" in found:
            self.state = replace(self.state, is_clear=_numbers([found["/ca"]])[0] < _CLEAR)


def _looked_up(resources: Any, table: str, operands: Sequence[Any]) -> Any:  # noqa: ANN401
    held = resources.get_object() if resources is not None else {}
    entries = held.get(table, {})
    entries = entries.get_object() if hasattr(entries, "get_object") else entries
    found = entries.get(operands[0]) if operands else None
    return found.get_object() if found is not None else None


def _numbers(operands: Any) -> list[float]:  # noqa: ANN401  # what an object holds
    return [float(one) for one in operands]


def _matrix(numbers: Sequence[float]) -> Matrix:
    a, b, c, d, e, f = numbers
    return a, b, c, d, e, f


def _times(one: Matrix, other: Matrix) -> Matrix:
    a, b, c, d, e, f = one
    p, q, r, s, t, u = other
    return (
        a * p + b * r,
        a * q + b * s,
        c * p + d * r,
        c * q + d * s,
        e * p + f * r + t,
        e * q + f * s + u,
    )


def _point(at: tuple[float, float], matrix: Matrix) -> tuple[float, float]:
    x, y = at
    a, b, c, d, e, f = matrix
    return a * x + c * y + e, b * x + d * y + f


def _holds(box: Box, x: float, y: float) -> bool:
    return box[0] <= x <= box[2] and box[1] <= y <= box[3]


def _colour(numbers: Sequence[float]) -> str:
    match list(numbers):
        case [grey]:
            parts = [grey] * 3
        case [red, green, blue]:
            parts = [red, green, blue]
        case [cyan, magenta, yellow, black]:
            parts = [(1 - one) * (1 - black) for one in (cyan, magenta, yellow)]
        case _:
            parts = [0.0, 0.0, 0.0]
    return "".join(f"{round(max(0.0, min(1.0, one)) * 255):02X}" for one in parts)
