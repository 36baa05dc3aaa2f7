"""Which outputs of the call the deliverables of a roadmap carry."""

from msgspec import Struct

from escp_docs.model.spec import Spec

WORK = "roadmap.work_packages"


class Carriers(Struct, frozen=True):
    """The outputs that deliverables carry for certain, and the path of what may carry more."""

    known: frozenset[str]
    open_path: str | None


def carriers(spec: Spec) -> Carriers:
    """Return what the deliverables of a spec carry."""
    known: set[str] = set()
    unsaid = [WORK] if spec.roadmap.work_packages is None else []
    for index, package in enumerate(spec.roadmap.work_packages or ()):
        path = f"{WORK}[{index}].deliverables"
        if package.deliverables is None:
            unsaid.append(path)
        for position, one in enumerate(package.deliverables or ()):
            known.update(one.output or ())
            if one.output is None:
                unsaid.append(f"{path}[{position}].output")
    unsaid.sort(key=lambda path: not path.endswith(".output"))
    return Carriers(frozenset(known), unsaid[0] if unsaid else None)
