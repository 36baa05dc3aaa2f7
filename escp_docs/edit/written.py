"""A YAML text as it is written: what stands where, in which style."""

from msgspec import Struct, field


class Written(Struct):
    """A value as it stands in a text.

    `start` and `end` bound it, its anchor included; of a list or mapping without brackets the end
    is that of the last value in it. `style` is the quote of a text, `|`, `>`, or empty; `[` and
    `{` for brackets, `*` for an alias. `at` is where an entry of a list begins: at its dash, if
    it has one. `anchor` is the name that the value has or, of an alias, refers to.
    """

    start: int
    end: int
    style: str = ""
    text: str | None = None
    anchor: str = ""
    at: int = 0
    items: "list[Written] | None" = None
    entries: "dict[str, Keyed] | None" = None

    @property
    def is_flow(self) -> bool:
        """Whether it is a list or mapping in brackets."""
        return self.style in ("[", "{")

    @property
    def is_block_text(self) -> bool:
        """Whether it is a text below `|` or `>`."""
        return self.style in ("|", ">")


class Keyed(Struct):
    """A key of a mapping: where it begins, where its colon ends, and its value."""

    start: int
    colon: int
    value: Written


class FileText(Struct):
    """The text of a file and what is written in it.

    Places count characters of `flat`, the text as the YAML library takes it; `origin` leads from
    each to the text itself. `aliases` are the names that an alias refers to.
    """

    file: str
    text: str
    flat: str = ""
    origin: "range | list[int]" = field(default_factory=list)
    root: Written | None = None
    aliases: set[str] = field(default_factory=set)

    def source(self, start: int, end: int) -> str:
        """Return what the text itself has between two places, its line ends as line feeds."""
        piece = self.text[self.origin[start] : self.origin[end]]
        return piece.replace("\r\n", "\n").replace("\r", "\n")

    def line_start(self, place: int) -> int:
        """Return where the line of a place begins."""
        return self.flat.rfind("\n", 0, place) + 1

    def line_end(self, place: int) -> int:
        """Return where the line of a place ends, before its line end."""
        found = self.flat.find("\n", place)
        return len(self.flat) if found < 0 else found

    def column(self, place: int) -> int:
        """Return how many characters stand before a place on its line."""
        return place - self.line_start(place)

    def last(self, value: Written) -> int:
        """Return where the last character of a value ends, blank lines behind it left out."""
        end = value.end
        while end > value.start and self.flat[end - 1] in " \t\n":
            end -= 1
        return end

    def line_ending(self) -> str:
        """Return what ends most lines of the text."""
        windows = self.text.count("\r\n")
        return "\r\n" if windows * 2 > self.text.count("\n") else "\n"
