"""How a proposal begins: a change of a file beside what the spec states there now."""

from msgspec import Struct
from msgspec.structs import replace

from escp_docs.finding import Place
from escp_docs.model.anchors import Anchors
from escp_docs.model.own_keys import is_own
from escp_docs.model.schema import at
from escp_docs.model.stable_path import named
from escp_docs.pull.proposals import Proposal, ProposalState, What
from escp_docs.pull.returned import NOBODY, Hand, Returned
from escp_docs.pull.stated import stated_text
from escp_docs.read.places import Places


class BesideSpec(Struct, frozen=True):
    """A file that came back beside the spec as it is now.

    Attributes:
        anchors: The spec, its entries by the anchors that files have for them.
        places: Where its values stand.
        returned: The file.
        sender: The id of the partner that answers for it; empty if nobody knows.
    """

    anchors: Anchors
    places: Places
    returned: Returned
    sender: str = ""

    def begun(  # noqa: PLR0913, PLR0917  # what a change says
        self,
        what: What,
        path: str | None,
        anchor: str,
        base: str | None,
        theirs: str,
        hand: Hand = NOBODY,
    ) -> Proposal:
        """Return a proposal that nothing is known to stand in the way of; it writes nothing yet."""
        return Proposal(
            what,
            self.key(path, anchor),
            anchor,
            self._label(path),
            base,
            theirs,
            self.ours(path),
            None,
            ProposalState.PROPOSED,
            "",
            self.returned.name,
            self.sender,
            hand if hand.who or hand.when else self.returned.hand,
            self.place(path),
        )

    def decided(self, one: Proposal, path: str) -> Proposal:
        """Return a proposal that nothing stands in the way of, but perhaps whose it is."""
        if is_own(self.anchors.spec, path, self.sender):
            return one
        return replace(one, standing=ProposalState.NOT_ITS_OWN)

    def key(self, path: str | None, anchor: str) -> str:
        """Return the key of a path, entries by what identifies them; without one, the anchor."""
        return anchor if path is None else named(path, self.anchors.spec)

    def _label(self, path: str | None) -> str:
        key = None if path is None else at(type(self.anchors.spec), path)
        if key is None and path is not None and path.endswith("]"):
            key = at(type(self.anchors.spec), path.rpartition("[")[0])
        return key.label if key else ""

    def ours(self, path: str | None) -> str | None:
        """Return what the spec states at a path."""
        return None if path is None else stated_text(self.anchors.spec, path)

    def place(self, path: str | None) -> Place | None:
        """Return where that stands."""
        return None if path is None else self.places.of(path)

    def none_of(self, typed: str, path: str, anchor: str) -> str:
        """Return why words that say that there is nothing are no value, and how that is stated."""
        said, key = " ".join(typed.split()), self.key(path, anchor)
        return f'"{said}" is no entry; if there is none at all, state {key}: []'


def meanwhile(ours: str | None) -> str:
    """Return why a change stands against what was stated since the file was sent."""
    return "the spec says nothing by now" if ours is None else "the spec says something else by now"
