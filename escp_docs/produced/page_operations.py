"""The instructions of a page by which its words are found, read in one go.

pypdf reads a page letter by letter, lines and fills with it, which takes longer than all else that
is done with a PDF. Here tokens are cut by one pattern, and what draws no words is left out. A page
that is written in any but the plainest way (escapes in strings, pictures in the page, comments) is
left to pypdf, so that nothing is understood otherwise than there.
"""

import re
from typing import Any, Final

from pypdf import PageObject
from pypdf.generic import ArrayObject, ContentStream, NameObject

_FINDING_WORDS: Final = frozenset(
    b"BT ET q Q cm Do BDC BMC EMC Tc Tw Tz TL Tf Td TD Tm T* Tj TJ".split()
)
_DRAWING: Final = frozenset(
    b"m l c v y h re S s f F f* B B* b b* n W W* w J j M d ri i gs sh MP DP Tr Ts "
    b"g G rg RG k K cs CS sc SC scn SCN".split()
)
_BLANK: Final = rb"[\t\n\f\r ]"
_ENDS: Final = rb"(?=[\t\n\f\r \[\]<>(/]|\Z)"
_NUMBER: Final = rb"[+-]?(?:\d{1,15}(?:\.\d{0,15})?|\.\d{1,15})"
_HEX: Final = rb"<(?:[0-9A-Fa-f]{2})*>"
_TOKEN: Final = re.compile(
    rb"%(blank)s*(?:"
    # What is drawn with numbers alone is most of a page.
    rb"(?P<drawn>(?:%(number)s%(blank)s+)*(?:[lmchSw]|re|rg|RG|Tr)%(ends)s)"
    rb"|(?P<number>%(number)s)%(ends)s"
    rb"|\[(?P<array>(?:%(blank)s|%(number)s(?=[\t\n\f\r <\]])|%(hex)s)*)\]"
    rb"|(?P<operator>[A-Za-z][A-Za-z0-9]*\*?)%(ends)s"
    rb"|/(?P<name>[A-Za-z0-9_.+-]+)%(ends)s"
    rb"|(?P<hex>%(hex)s)"
    rb"|\((?P<text>[^()\\\r\n]*)\)"
    rb"|<<%(blank)s*/MCID%(blank)s+(?P<mark>\d+)%(blank)s*>>"
    rb")" % {b"blank": _BLANK, b"ends": _ENDS, b"number": _NUMBER, b"hex": _HEX}
)
_ITEM: Final = re.compile(rb"<([0-9A-Fa-f]*)>|(%s)" % _NUMBER)
_Operation = tuple[list[Any], bytes]


def operations(data: bytes) -> list[_Operation] | None:
    """Return operands and operator of each instruction by which words are found, in order.

    None if a page is not plain enough.
    """
    found: list[_Operation] = []
    operands: list[Any] = []
    place, data = 0, data.rstrip(b"\t\n\f\r ")
    while place < len(data):
        token = _TOKEN.match(data, place)
        if token is None:
            return None
        place, kind = token.end(), token.lastgroup
        if kind == "operator":
            operator = token["operator"]
            if operator in _FINDING_WORDS:
                found.append((operands, operator))
            elif operator not in _DRAWING:
                return None
            operands = []
        elif kind == "drawn":
            operands = []
        else:
            assert kind is not None
            operands.append(_operand(kind, token[kind]))
    return found


def _operand(kind: str, text: bytes) -> Any:  # noqa: ANN401  # what PDFs hold
    match kind:
        case "number":
            return _number(text)
        case "array":
            items = _ITEM.findall(text)
            return ArrayObject(
                _number(number) if number else bytes.fromhex(hexadecimal.decode())
                for hexadecimal, number in items
            )
        case "hex":
            return bytes.fromhex(text[1:-1].decode())
        case "name":
            return NameObject(f"/{text.decode()}")
        case "mark":
            return {"/MCID": int(text)}
        case _:
            return text


def _number(text: bytes) -> int | float:
    return float(text) if b"." in text else int(text)


def with_few_operations(page: PageObject) -> PageObject:
    """Return a page of the same words, of which pypdf need not read all that it draws.

    It is for readers that want to see the instructions; nobody can write it.
    """
    try:
        contents = page.get_contents()
    except (AttributeError, KeyError):  # what is no stream has no words for pypdf
        return page
    found = operations(contents.get_data()) if contents is not None else None
    if found is None:
        return page
    stream = ContentStream(None, page.pdf)
    stream.operations = found
    same = PageObject(page.pdf, page.indirect_reference)
    same.update(page)
    same[NameObject("/Contents")] = stream
    return same
