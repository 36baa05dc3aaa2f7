"""What a Word file says beside its text: the program, the hands, the remarks in its margins."""

from collections.abc import Iterator
from typing import Final

from lxml import etree

from escp_docs.produced.archive import Archive
from escp_docs.produced.shape.programs import application_of
from escp_docs.pull.returned import Comment, Hand
from escp_docs.pull.word_looks import W

_W14: Final = "{http://schemas.microsoft.com/office/word/2010/wordml}"
_W15: Final = "{http://schemas.microsoft.com/office/word/2012/wordml}"
_CP: Final = "{http://schemas.openxmlformats.org/package/2006/metadata/core-properties}"
_TERMS: Final = "{http://purl.org/dc/terms/}"
_ANONYMOUS: Final = {"unknown author", "unknown", "author", "python-docx", "docx4j", ""}
_OURS: Final = "escp-docs"


def about(archive: Archive) -> tuple[str, Hand]:
    """Return the program that saved a file, with its version, and who did and when."""
    program = " ".join(filter(None, application_of(archive)))
    who = when = ""
    for one in archive.all(r"docProps/core\.xml"):
        who = one.findtext(f"{_CP}lastModifiedBy") or ""
        when = one.findtext(f"{_TERMS}modified") or ""
    return program.split("$")[0].strip()[:80], Hand(_person(who), when)


def _person(name: str) -> str:
    name = " ".join(name.split())
    return "" if name.casefold() in _ANONYMOUS or name == _OURS else name[:200]


def comments(archive: Archive) -> Iterator[Comment]:
    """Yield the remarks in the margins, but for the questions that we wrote there ourselves."""
    if "word/comments.xml" not in archive.parts:
        return
    threads = {
        one.get(f"{_W15}paraId") or "": one
        for part in archive.all(r"word/commentsExtended\.xml")
        for one in part.iter(f"{_W15}commentEx")
    }
    found = list(archive.xml("word/comments.xml").iter(f"{W}comment"))
    by_paragraph: dict[str, str] = {}
    for one in found:
        for paragraph in one.iter(f"{W}p"):
            if name := paragraph.get(f"{_W14}paraId"):
                by_paragraph[name] = one.get(f"{W}id") or ""
    for one in found:
        hand = hand_of(one)
        text = "\n".join(filter(None, (text_of(each).strip() for each in one.iter(f"{W}p"))))
        last = [paragraph.get(f"{_W14}paraId") or "" for paragraph in one.iter(f"{W}p")][-1:]
        thread = threads.get(last[0]) if last and last[0] else None
        parent = "" if thread is None else thread.get(f"{_W15}paraIdParent") or ""
        settled = thread is not None and thread.get(f"{_W15}done") in {"1", "true"}
        if (one.get(f"{W}author") or "") == _OURS or not text:
            continue  # the questions that we wrote into the margins of drafts
        yield Comment(one.get(f"{W}id") or "", hand, text, by_paragraph.get(parent, ""), settled)


def hand_of(element: etree._Element) -> Hand:
    """Return whose a change or a remark is, and of when."""
    return Hand(_person(element.get(f"{W}author") or ""), (element.get(f"{W}date") or "")[:40])


def text_of(root: etree._Element) -> str:
    """Return the words below an element."""
    return "".join(str(one.text or "") for one in root.iter(f"{W}t"))
