"""What Word and Excel add when they save a file, by the published description of their formats.

Sources: ECMA-376, 5th edition, Part 1 (17 WordprocessingML, 18 SpreadsheetML) and [MS-DOCX] for the
names of 2010 and later. Neither program was at hand: what they do is not tested, and a file that
they saved may be doubted for a habit that is not listed here.
"""

from collections.abc import Iterator
from typing import Final

from escp_docs.document.format_names import FormatName
from escp_docs.produced.shape.grammar import Grammar, ShapeNode

_BODY: Final = "word/document.xml"
_STORIES: Final = (
    _BODY,
    "word/footnotes.xml",
    "word/endnotes.xml",
    "word/header#.xml",
    "word/footer#.xml",
)
_OF_PARAGRAPH: Final = {"w:rsidR": "0", "w:rsidRDefault": "0", "w14:paraId": "0", "w14:textId": "0"}
_TRUE: Final = ("0", "1", "true", "false")


def microsoft(format_: FormatName) -> Grammar:
    """Return a grammar of what Microsoft's programs add to files of a format."""
    grammar = Grammar(
        ("@w:val", "@w:asciiTheme", "@w:hAnsiTheme", "@w:eastAsiaTheme", "@w:cstheme")
    )
    if format_ == "docx":
        grammar.learn(_of_word())
    if format_ == "xlsx":
        grammar.learn(_of_excel())
    return grammar


def _of_word() -> Iterator[ShapeNode]:
    for story in _STORIES:
        yield from _of_story(story)
    for part in ("word/theme/theme#.xml", "word/webSettings.xml", "word/fontTable.xml"):
        yield ShapeNode(f"part {part}", "", {})
    settings = "word/settings.xml"
    for name in (
        *("w:zoom", "w:proofState", "w:defaultTabStop", "w:characterSpacingControl", "w:compat"),
        *("w:rsids", "w:themeFontLang", "w:clrSchemeMapping", "w:decimalSymbol"),
        *("w:listSeparator", "w:hyphenationZone", "w:footnotePr", "w:endnotePr"),
        *("w14:docId", "w15:docId", "w15:chartTrackingRefBased"),
    ):
        yield ShapeNode(f"{settings} {name}", f"{settings} w:settings", {"w:val": "0"})
    yield ShapeNode(f"{settings} w:zoom", f"{settings} w:settings", {"w:percent": "100"})
    for name in ("w:rsidRoot", "w:rsid"):
        yield ShapeNode(f"{settings} {name}", f"{settings} w:rsids", {"w:val": "0"})
    yield ShapeNode(
        f"{settings} w:compatSetting",
        f"{settings} w:compat",
        {"w:name": "", "w:uri": "", "w:val": "0"},
    )


def _of_story(story: str) -> Iterator[ShapeNode]:
    def node(name: str, parent: str, **attributes: str) -> ShapeNode:
        said = {key.replace("_", ":", 1): value for key, value in attributes.items()}
        return ShapeNode(f"{story} {name}", f"{story} {parent}", said)

    yield ShapeNode(f"{story} w:p", f"{story} w:body", _OF_PARAGRAPH)
    yield ShapeNode(f"{story} w:r", f"{story} w:p", {"w:rsidR": "0", "w:rsidRPr": "0"})
    yield ShapeNode(f"{story} w:tr", f"{story} w:tbl", _OF_PARAGRAPH)
    yield ShapeNode(f"{story} w:sectPr", f"{story} w:body", {"w:rsidR": "0"})
    for holder in ("w:p", "w:hyperlink", "w:sdtContent", "w:tc", "w:body"):
        for kind in ("spellStart", "spellEnd", "gramStart", "gramEnd"):
            yield node("w:proofErr", holder, w_type=kind)
        yield node("w:bookmarkStart", holder, w_id="0", w_name="_GoBack")
        yield node("w:bookmarkEnd", holder, w_id="0")
        yield node("w:r", holder, w_rsidR="0")
    yield node("w:lastRenderedPageBreak", "w:r")
    for value in _TRUE:
        yield node("w:noProof", "w:rPr", w_val=value)
    yield node("w:lang", "w:rPr", w_val="en-GB", w_eastAsia="en-GB", w_bidi="ar-SA")


def _of_excel() -> Iterator[ShapeNode]:
    for part in ("xl/theme/theme#.xml", "xl/sharedStrings.xml", "xl/calcChain.xml"):
        yield ShapeNode(f"part {part}", "", {})
    chain = "xl/calcChain.xml"
    yield ShapeNode(f"{chain} x:calcChain", "", {})
    for value in _TRUE:
        yield ShapeNode(
            f"{chain} x:c", f"{chain} x:calcChain", {"r": "", "i": "1", "l": value, "s": value}
        )
    book = "xl/workbook.xml"
    yield ShapeNode(
        f"{book} x:fileVersion",
        f"{book} x:workbook",
        {"appName": "xl", "lastEdited": "7", "lowestEdited": "7", "rupBuild": "22228"},
    )
    yield ShapeNode(
        f"{book} x:calcPr", f"{book} x:workbook", {"calcId": "191029", "fullCalcOnLoad": "1"}
    )
