"""Workbooks tampered with by programs that we did not write: what an attacker can do to one."""

# ruff: noqa: E501, ISC004  # a table of XML reads best with a change on a line

import re
from collections.abc import Iterator

from tests.support.tampering import Tampered, of_package, packed, parts_of

_FIRST = "xl/worksheets/sheet1.xml"
_BOOK = "xl/workbook.xml"
_STYLES = "xl/styles.xml"
_STRINGS = "xl/sharedStrings.xml"
_OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"

_PARTS = (
    *("xl/vbaProject.bin", "xl/macrosheets/sheet1.xml", "xl/dialogsheets/sheet1.xml"),
    *("xl/externalLinks/externalLink1.xml", "xl/connections.xml", "xl/queryTables/queryTable1.xml"),
    *("xl/drawings/drawing9.xml", "xl/charts/chart1.xml", "xl/media/image1.png"),
    *("xl/embeddings/oleObject1.bin", "xl/ctrlProps/ctrlProp1.xml", "xl/threadedComments/t1.xml"),
    *("xl/activeX/activeX1.xml", "xl/printerSettings/printerSettings1.bin", "customXml/item1.xml"),
    *("xl/webextensions/taskpanes.xml", "customUI/customUI.xml", "payload.js"),
)
_RELATIONS = (
    ("externalLink", "http://evil.example/x.xlsx", "External"),
    ("oleObject", "embeddings/x.bin", "Internal"),
    ("vbaProject", "vbaProject.bin", "Internal"),
    ("hyperlink", "file:///etc/passwd", "External"),
    ("image", "http://evil.example/x.png", "External "),
    ("connections", "connections.xml", "Internal"),
    ("attachedToolbars", "x.bin", "Internal"),
)
# Behind the cells, in the order of the format or out of it: an attacker keeps to none.
_INTO_SHEET = (
    '<sheetProtection sheet="1" objects="1"/>',
    '<protectedRanges><protectedRange sqref="A1:Z99" name="x"/></protectedRanges>',
    '<autoFilter ref="A4:J9"/>',
    '<mergeCells count="1"><mergeCell ref="A1:J9"/></mergeCells>',
    '<phoneticPr fontId="1"/>',
    '<conditionalFormatting sqref="A1:J99"><cfRule type="expression" priority="1">'
    "<formula>TRUE</formula></cfRule></conditionalFormatting>",
    '<dataValidations count="1"><dataValidation type="custom" sqref="A1"><formula1>'
    'WEBSERVICE("http://evil.example")</formula1></dataValidation></dataValidations>',
    '<dataValidations count="1"><dataValidation sqref="A1" showInputMessage="1" '
    'prompt="Other words"/></dataValidations>',
    '<hyperlinks><hyperlink ref="A1" location="Rates!A1" display="Other words"/></hyperlinks>',
    '<rowBreaks count="1"><brk id="1"/></rowBreaks>',
    '<drawing r:id="rId99"/>',
    '<legacyDrawing r:id="rId99"/>',
    '<picture r:id="rId99"/>',
    '<oleObjects><oleObject progId="Package" shapeId="1" r:id="rId99"/></oleObjects>',
    '<controls><control shapeId="1" r:id="rId99"/></controls>',
    '<webPublishItems count="1"/>',
    '<tableParts count="1"><tablePart r:id="rId99"/></tableParts>',
    '<customSheetViews><customSheetView guid="{00000000-0000-0000-0000-000000000000}"/>'
    "</customSheetViews>",
    "<extLst><ext/></extLst>",
    "<!-- other -->",
)
_CELLS = (
    ("another value", r"<v>11770\.02</v>", "<v>11770.03</v>"),
    ("a value in other digits", r"<v>11770\.02</v>", "<v>11707.02</v>"),
    ("a value below nought", r"<v>11770\.02</v>", "<v>-11770.02</v>"),
    ("a value as text", r"<f>[^<]*</f><v>11770\.02</v>", "<v>11770.02 or so</v>"),
    ("an error", r'(<c r="D5" s="\d+")>', r'\1 t="e">'),
    ("another formula", r"'By partner'!I5", "'By partner'!I6"),
    ("a formula that loads", r"'By partner'!I5", 'WEBSERVICE("http://evil.example")'),
    ("a formula that runs", r"'By partner'!I5", "cmd|' /c calc'!A1"),
    ("a formula that links", r"'By partner'!I5", 'HYPERLINK("http://evil.example","x")'),
    ("a formula from elsewhere", r"'By partner'!I5", "[1]Sheet1!A1"),
    ("no formula", r"<f>'By partner'!I5</f>", ""),
    ("an array", r"<f>'By partner'!I5</f>", '<f t="array" ref="D5">\'By partner\'!I5</f>'),
    (
        "words in the cell",
        r'(<c r="A5" s="\d+") t="s"><v>\d+</v>',
        r'\1 t="inlineStr"><is><t>Q</t></is>',
    ),
    ("another cell's words", r'(<c r="A5"[^>]*><v>)\d+', r"\g<1>2"),
    ("a cell more", r'(<row r="2"[^>]*>)', r'\1<c r="A3"><v>7</v></c>'),
    ("a cell far out", r"(</row></sheetData>)", r'<c r="XFD5"><v>7</v></c>\1'),
    ("a row too low", r'<row r="5"', '<row r="5" ht="0.1" customHeight="1"'),
    ("a hidden row", r'<row r="5"', '<row r="5" hidden="1"'),
    ("a folded row", r'<row r="5"', '<row r="5" outlineLevel="1" collapsed="1"'),
    ("a hidden column", r'<col min="2"', '<col hidden="1" min="2"'),
    ("a narrow column", r'(<col min="2" max="2") width="[\d.]+"', r'\1 width="0.1"'),
    ("no height of rows", r"<sheetFormatPr ", '<sheetFormatPr zeroHeight="1" '),
    ("noughts are not shown", r"<sheetView ", '<sheetView showZeros="0" '),
    ("formulas are shown", r"<sheetView ", '<sheetView showFormulas="1" '),
    ("from right to left", r"<sheetView ", '<sheetView rightToLeft="1" '),
    ("other words above the page", r"<oddHeader>", "<oddHeader>APPROVED "),
    ("other words below the page", r"<oddFooter>", "<oddFooter>APPROVED "),
    ("a page that is first", r"<headerFooter>", '<headerFooter differentFirst="1">'),
)
_OF_BOOK = (
    ("a sheet hidden", r'<sheet name="Rates"', '<sheet state="hidden" name="Rates"'),
    ("a sheet hidden well", r'<sheet name="Rates"', '<sheet state="veryHidden" name="Rates"'),
    ("another name of a sheet", r'name="Receipts"', 'name="Receipt"'),
    ("sheets in another order", r"(<sheet name=\"Summary\"[^>]*>)(<sheet [^>]*>)", r"\2\1"),
    ("a name that runs", "</definedNames>", '<definedName name="_xlnm.Auto_Open" hidden="1">Rates!$A$1</definedName></definedNames>'),
    ("a name that leads elsewhere", r"'Rates'!\$B\$5</d", "[1]Sheet1!$A$1</d"),
    ("another name", "</definedNames>", '<definedName name="Other">Rates!$A$1</definedName></definedNames>'),
    ("a part to be printed", "</definedNames>", '<definedName name="_xlnm.Print_Area" localSheetId="0">Summary!$A$1:$A$1</definedName></definedNames>'),
    ("days counted otherwise", "<workbookPr ", '<workbookPr date1904="1" '),
    ("nothing is computed", 'fullCalcOnLoad="1"', 'calcMode="manual"'),
    ("figures as they are shown", "<calcPr ", '<calcPr fullPrecision="0" '),
    ("links to elsewhere", "<sheets>", '<externalReferences><externalReference r:id="rId99"/></externalReferences><sheets>'),
    ("a lock", "<bookViews>", '<workbookProtection lockStructure="1"/><bookViews>'),
    ("no tabs", "<workbookView ", '<workbookView showSheetTabs="0" '),
    ("functions of others", "<sheets>", '<functionGroups><functionGroup name="x"/></functionGroups><sheets>'),
)  # fmt: skip
_OF_STYLES = (
    ("a format that prints a constant", r'formatCode="#,##0\.00;[^"]*"', 'formatCode="&quot;1.00&quot;"'),
    ("a format that prints nothing", r'formatCode="#,##0\.00;[^"]*"', 'formatCode=";;;"'),
    ("a format without a sign", r'formatCode="#,##0\.00;-#,##0\.00', 'formatCode="#,##0.00;#,##0.00'),
    ("a format in thousands", r'formatCode="#,##0\.00;[^"]*"', 'formatCode="#,##0.00,"'),
    ("a format that paints", r'formatCode="#,##0\.00;[^"]*"', 'formatCode="[White]0.00"'),
    ("white letters", r'rgb="FF1B2026"', 'rgb="FFFFFFFF"'),
    ("letters as what is behind them", r'rgb="FF0B4A63"', 'rgb="FFE7F0F3"'),
    ("small letters", r'<sz val="9"/>', '<sz val="1"/>'),
    ("struck letters", r'<font><sz val="9"/>', '<font><strike/><sz val="9"/>'),
    ("letters above the line", r'<font><sz val="9"/>', '<font><vertAlign val="superscript"/><sz val="9"/>'),
    ("letters of signs", r'name val="ESCP Sans"', 'name val="Wingdings"'),
    ("dark behind", r'rgb="FFFFF1C2"', 'rgb="FF1B2026"'),
    ("set in far", r'indent="1"', 'indent="250"'),
    ("turned letters", r"<alignment ", '<alignment textRotation="90" '),
    ("letters that shrink", r"<alignment ", '<alignment shrinkToFit="1" '),
    ("letters that repeat", r'horizontal="left"', 'horizontal="fill"'),
    ("from right to left", r"<alignment ", '<alignment readingOrder="2" '),
    ("hidden formulas", r"(<xf [^>]*)/><", r'\1 applyProtection="1"><protection hidden="1"/></xf><'),
)  # fmt: skip
_OF_STRINGS = (
    ("other words", r"<t>Fares</t>", "<t>Fare</t>"),
    ("words that are spoken", r"(<si><t[^>]*>[^<]*</t>)", r'\1<rPh sb="0" eb="1"><t>Q</t></rPh>'),
    (
        "words in two looks",
        r"<si><t>(\w)",
        r'<si><r><rPr><color rgb="FFFFFFFF"/></rPr><t>\1</t></r><t>',
    ),
)


def books(data: bytes) -> Iterator[Tampered]:
    """Yield a workbook with what attackers put in, hide and exchange."""
    parts = parts_of(data)
    for name in _PARTS:
        yield f"part {name}", packed({**parts, name: b"<x/>" if name.endswith("xml") else b"MZ"})
    for place in ("xl/_rels/workbook.xml.rels", "xl/worksheets/_rels/sheet10.xml.rels"):
        for kind, target, mode in _RELATIONS:
            yield f"relation {kind} {target} in {place}", _related(parts, place, kind, target, mode)
    text = parts[_FIRST].decode()
    for one in _INTO_SHEET:
        changed = text.replace("</sheetData>", f"</sheetData>{one}")
        yield f"into the sheet {one[:60]}", packed({**parts, _FIRST: changed.encode()})
    for name, changes in (
        (_FIRST, _CELLS),
        (_BOOK, _OF_BOOK),
        (_STYLES, _OF_STYLES),
        (_STRINGS, _OF_STRINGS),
    ):
        for what, old, new in changes:
            yield what, packed({**parts, name: _once(parts[name], old, new)})
    notes = sorted(one for one in parts if one.startswith("xl/comments"))
    other = re.sub(rb"<t[^>]*>", b"<t>Other ", parts[notes[0]], count=1)
    yield "another note", packed({**parts, notes[0]: other})
    yield from of_package(data)


def _once(data: bytes, old: str, new: str) -> bytes:
    text = data.decode()
    changed = re.sub(old, new, text, count=1)
    assert changed != text, old
    return changed.encode()


def _related(parts: dict[str, bytes], place: str, kind: str, target: str, mode: str) -> bytes:
    one = (
        f'<Relationship Id="rId999" Type="{_OFFICE}/{kind}" Target="{target}"'
        f' TargetMode="{mode}"/></Relationships>'
    )
    changed = parts[place].replace(b"</Relationships>", one.encode())
    return packed({**parts, place: changed})
