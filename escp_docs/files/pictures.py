"""The pictures that a spec names: logos, and those in its proses, from its own folder alone."""

import os
from collections.abc import Iterator

from msgspec.structs import replace

from escp_docs.document import Picture
from escp_docs.errors import Fault
from escp_docs.export.look import FACES, SANS
from escp_docs.files.inputs import STDIN
from escp_docs.files.packaged_fonts import packaged_font_path
from escp_docs.files.spec_texts import is_yaml, own_files
from escp_docs.finding import Remark
from escp_docs.model.schema import prose
from escp_docs.model.spec import Spec
from escp_docs.pictures.drawn_words import with_words_drawn
from escp_docs.pictures.faults import PictureError
from escp_docs.pictures.reading import LARGEST, shown
from escp_docs.pictures.spec_pictures import PictureKey, SpecPictures
from escp_docs.prose.pictures import is_file, picture_in
from escp_docs.prose.reader import read
from escp_docs.prose.structure import words_in
from escp_docs.read import attached
from escp_docs.read.places import Places
from escp_docs.read.spec import Reading


def _pictures(name: str, reading: Reading) -> SpecPictures:
    """Return the pictures that a spec names, read and made safe."""
    found: dict[PictureKey, Picture] = {}
    faults: dict[PictureKey, Fault] = {}
    remarks: list[Remark] = []
    paths: dict[str, None] = {}
    for path, picture in dict.fromkeys(_named(reading.spec)):
        key = path, picture.source
        place = reading.places.of(path)
        try:
            data, file = _data(name, picture.source, place.file)
            paths[file] = None
            read_ = with_words_drawn(shown(data), _fonts())
        except PictureError as error:
            message = f"the picture {attached.quoted(picture.source)} cannot be shown: "
            excerpt = reading.places.excerpt(place)
            faults[key] = Fault(message + error.message, error.fix, place, excerpt, path)
            continue
        found[key] = Picture(
            picture.source,
            picture.alternative,
            read_.kind,
            read_.content,
            read_.width_mm,
            read_.height_mm,
        )
        if read_.lost:
            remarks.append(_lost(key, read_.lost, reading.places))
    return SpecPictures(found, faults, tuple(remarks), tuple(paths))


def with_pictures(name: str, reading: Reading) -> Reading:
    """Return what a spec states with its pictures, and a remark for each that is not as it was.

    Args:
        name: The spec: a file or a folder; standard input has no folder, and so no pictures.
        reading: What it states.
    """
    pictures = _pictures(name, reading)
    if not pictures.found and not pictures.faults:
        return reading
    told = [
        Remark(one.place, one.message, one.fix, one.excerpt or "", one.path)
        for one in pictures.faults.values()
    ]
    remarks = (*reading.remarks, *told, *pictures.remarks)
    return replace(reading, remarks=remarks, pictures=pictures)


def _fonts() -> list[str]:
    """Return the files of the fonts in which words of a picture are drawn."""
    faces = (one for one in FACES if one.package and one.family == SANS and not one.italic)
    return [packaged_font_path(one.package, one.file) for one in faces]


def _lost(key: PictureKey, lost: tuple[str, ...], places: Places) -> Remark:
    path, source = key
    place = places.of(path)
    return Remark(
        place,
        f"the picture {attached.quoted(source)} is shown without {', '.join(lost)}",
        "look at it, and save it as PNG if something is missing",
        places.excerpt(place),
        path,
    )


def _named(spec: Spec) -> Iterator[tuple[str, Picture]]:
    """Yield each picture that a spec names, without what the file holds, and the path there."""
    if spec.project.logo:
        yield "project.logo", Picture(spec.project.logo, "")
    for index, partner in enumerate(spec.partners):
        if partner.logo:
            yield f"consortium.partners[{index}].logo", Picture(partner.logo, "")
    for path, text in prose(spec):
        if "![" in text:
            for words in words_in(read(text).nodes):
                if picture := picture_in(words):
                    yield path, picture


def _data(name: str, source: str, home: str) -> tuple[bytes, str]:
    """Return what a file holds, and where it lies.

    Raises:
        PictureError: it must not be read, or cannot be.
    """
    if name == STDIN:
        raise PictureError("standard input has no folder", "hand in a file or a folder")
    floor = _floor(name, home)
    file = os.path.normpath(os.path.join(floor, source.strip()))
    if error := next(_refused(source, file, floor), None):
        raise error
    try:
        with open(file, "rb") as opened:
            return opened.read(LARGEST + 1), file
    except OSError as reason_:
        reason = (reason_.strerror or str(reason_)).lower()
        raise PictureError(reason, "check the file and its permissions") from reason_


def _floor(name: str, home: str) -> str:
    """Return the folder below which pictures lie: that of the spec, or of an included entry."""
    folder = name if os.path.isdir(name) else os.path.dirname(name)
    is_own = home in own_files(name) or not is_yaml(os.path.basename(home))
    return folder if is_own or not home else os.path.dirname(home)


def _refused(source: str, file: str, floor: str) -> Iterator[PictureError]:
    """Yield why a file must not be read as a picture, or cannot be."""
    if attached.is_absolute(source.strip()) or "://" in source:
        yield PictureError("its path is absolute", "put it into the folder of the spec")
    elif attached.has_backslashes(source):
        yield PictureError("its path has backslashes", f"write {source.replace(chr(92), '/')}")
    elif not is_file(source.strip()):
        yield PictureError("it has another ending", "name a file that ends in .png, .jpg or .svg")
    inside = os.path.relpath(os.path.abspath(file), os.path.abspath(floor or "."))
    if inside.split(os.sep, 1)[0] == os.pardir:
        yield PictureError("it lies outside the folder of the spec", "copy it into the folder")
    elif not os.path.lexists(file):
        yield PictureError("there is no such file", f"its path is relative to {floor or '.'}")
    elif os.path.realpath(file) != os.path.join(os.path.realpath(floor or "."), inside):
        yield PictureError("it is a link, or lies behind one", "copy the file into the folder")
    elif not os.path.isfile(file):
        yield PictureError("it is no regular file", "name a picture")
