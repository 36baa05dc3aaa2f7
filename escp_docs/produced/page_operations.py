"""The instructions of a page by which its words are found, read in one go.

pypdf reads a page letter by letter, lines and fills with it, which takes longer than all else that
is done with a PDF. Here instructions are cut by one pattern, what draws no words is left out, and
letters with nothing between them are one string. A page that is written in any but the plainest way
(escapes in strings, pictures in the page, comments) is left to pypdf, so that nothing is understood
otherwise than there.
"""

import re
from binascii import unhexlify
from typing import Any, Final

from pypdf import PageObject
from pypdf.generic import ArrayObject, ContentStream, NameObject

from escp_docs.pattern import pattern

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
_NAME: Final = rb"/(?P<name>[A-Za-z0-9_.+-]+)%s" % _ENDS
_ARRAY: Final = rb"\[(?P<array>(?:%b|%b(?=[\t\n\f\r <\]])|%b)*)\]" % (_BLANK, _NUMBER, _HEX)
_MARK: Final = rb"<<%(blank)s*/MCID%(blank)s+(?P<mark>\d+)%(blank)s*>>" % {b"blank": _BLANK}
_PARTS: Final = {
    b"blank": _BLANK,
    b"ends": _ENDS,
    b"number": _NUMBER,
    b"hex": _HEX,
    b"name": _NAME,
    b"array": _ARRAY,
    b"mark": _MARK,
}
# A whole instruction as most are: a name, numbers, what stands in brackets, and what to do with it.
_INSTRUCTION: Final = pattern(
    rb"%(blank)s*(?:%(name)s%(blank)s*)?(?P<numbers>(?:%(number)s%(blank)s+)*+)"
    rb"(?:(?:%(array)s|%(mark)s)%(blank)s*)?(?P<operator>[A-Za-z][A-Za-z0-9]*\*?)%(ends)s" % _PARTS
)
_OPERAND: Final = pattern(
    rb"%(blank)s*(?:(?P<number>%(number)s)%(ends)s|%(array)s|%(name)s|(?P<hex>%(hex)s)"
    rb"|\((?P<text>[^()\\\r\n]*)\)|%(mark)s)" % _PARTS
)
_ITEM: Final = pattern(rb"<([0-9A-Fa-f]*)>|(%s)" % _NUMBER)
# Letters of two bytes, and a gap of nothing, which WeasyPrint writes between nearly all letters.
_WHOLE_SIGNS: Final = pattern(rb"[^<]*+(?:<(?:[0-9A-Fa-f]{4})*+>[^<]*+)*+")
_NO_GAP: Final = pattern(rb">%b*0%b*<" % (_BLANK, _BLANK))
_Operation = tuple[list[Any], bytes]


def operations(data: bytes) -> list[_Operation] | None:
    """Return operands and operator of each instruction by which words are found, in order.

    None if a page is not plain enough.
    """
    found: list[_Operation] = []
    operands: list[Any] = []
    place, data = 0, data.rstrip(b"\t\n\f\r ")
    while place < len(data):
        token = _INSTRUCTION.match(data, place)
        if token is None:
            token = _OPERAND.match(data, place)
            if token is None or token.lastgroup is None:
                return None
            operands.append(_operand(token.lastgroup, token[token.lastgroup]))
        else:
            operator = token["operator"]
            if operator in _FINDING_WORDS:
                found.append(([*operands, *_operands(token)], operator))
            elif operator not in _DRAWING:
                return None
            operands = []
        place = token.end()
    return found


def _operands(token: re.Match[bytes]) -> list[Any]:
    name, numbers, array, mark = token.group("name", "numbers", "array", "mark")
    found = [] if name is None else [_operand("name", name)]
    found += map(_number, numbers.split())
    if array is not None:
        found.append(_operand("array", array))
    if mark is not None:
        found.append(_operand("mark", mark))
    return found


def _operand(kind: str, text: bytes) -> Any:  # noqa: ANN401  # what PDFs hold
    match kind:
        case "number":
            return _number(text)
        case "array":
            if _WHOLE_SIGNS.fullmatch(text):
                text = _NO_GAP.sub(b"", text)
            items = _ITEM.findall(text)
            return ArrayObject(
                [_number(number) if number else unhexlify(letters) for letters, number in items]
            )
        case "hex":
            return unhexlify(text[1:-1])
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
