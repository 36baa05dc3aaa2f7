"""Boxes that somebody ticked, merged: what a partner confirms, and which values it chose."""

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING, Final

from msgspec import Struct
from msgspec.structs import replace

from escp_docs.model.schema import at, split
from escp_docs.model.stable_path import value_at
from escp_docs.produced.sent import Sent
from escp_docs.pull.beside_spec import BesideSpec, meanwhile
from escp_docs.pull.changes import TickChange
from escp_docs.pull.proposals import Proposal, ProposalState, What

if TYPE_CHECKING:
    from escp_docs.read.plain_values import Raw

_CONFIRMED: Final = "confirmed"
_NONE: Final = "[]"
_NO_TICK: Final = "it stands where a tick was asked for; ask what is meant"


class TickMerging(Struct, frozen=True):
    """The boxes of one file against the spec as it is now."""

    beside: BesideSpec
    sent: Sent

    def proposals(self, key: str, ticks: Sequence[TickChange]) -> Iterator[Proposal]:
        """Yield what the boxes of a key come to.

        Args:
            key: Its anchor.
            ticks: The boxes that are otherwise than they were sent.
        """
        path = self.beside.anchors.path(key)
        begun = replace(self.beside.begun(What.CONFIRMATION, path, key, None, ""), ours=None)
        if path is None:
            yield replace(
                begun, standing=ProposalState.GONE, why="the entry is not in the spec any more"
            )
            return
        for tick in ticks:
            if tick.said:
                yield self._beside_box(begun, path, tick)
        ticks = [one for one in ticks if not one.said]
        if not ticks:
            return
        if split(path)[-1] == _CONFIRMED:
            yield from self._confirmed(begun, path, ticks)
        else:
            yield from self._chosen(begun, path, ticks)

    def _beside_box(self, begun: Proposal, path: str, tick: TickChange) -> Proposal:
        """Return words that stand where a tick was asked for, for a person to read."""
        model = type(self.beside.anchors.spec)
        about = f"{path.rpartition('.')[0]}.{tick.option}"
        key = at(model, about) if split(path)[-1] == _CONFIRMED else None
        return replace(
            begun,
            what=What.ANSWER,
            label=key.label if key else begun.label,
            theirs=tick.said,
            ours=self.beside.ours(about if key else path),
            standing=ProposalState.UNCLEAR,
            why=_NO_TICK,
            hand=tick.hand if tick.hand.who else self.beside.returned.hand,
        )

    def _confirmed(
        self, begun: Proposal, path: str, ticks: Sequence[TickChange]
    ) -> Iterator[Proposal]:
        partner = path.rpartition(".")[0]
        stated: object = value_at(self.beside.anchors.spec, path) or ()
        known = (
            {stated}
            if isinstance(stated, str)
            else set(stated if isinstance(stated, tuple) else ())
        )
        for tick in ticks:
            if not tick.is_ticked or tick.option in known or "all" in known:
                continue
            key = at(type(self.beside.anchors.spec), f"{partner}.{tick.option}")
            if key is None:
                continue
            one = replace(
                begun,
                label=key.label,
                theirs=tick.option,
                value=tick.option,
                hand=tick.hand if tick.hand.who else self.beside.returned.hand,
            )
            yield self.beside.decided(one, path)

    def _chosen(
        self, begun: Proposal, path: str, ticks: Sequence[TickChange]
    ) -> Iterator[Proposal]:
        """Yield the list that boxes with its allowed values make."""
        boxes = [
            span
            for line in self.sent.lines
            for span in line.spans
            if span.key == begun.anchor and span.kind == "tick"
        ]
        base = [one.option for one in boxes if one.value == "true" and one.option != _NONE]
        on = {one.option: one.is_ticked for one in ticks}
        chosen: list[Raw] = [
            one.option
            for one in boxes
            if one.option != _NONE and on.get(one.option, one.value == "true")
        ]
        is_none = on.get(_NONE, any(one.option == _NONE and one.value == "true" for one in boxes))
        begun = replace(
            begun,
            what=What.ANSWER,
            base="\n".join(base) or None,
            theirs="\n".join(map(str, chosen)),
            ours=self.beside.ours(path),
            value=chosen,
        )
        if is_none and chosen:
            yield replace(
                begun, standing=ProposalState.UNCLEAR, why='"none" is ticked beside others'
            )
        elif chosen or is_none:
            if (begun.ours or "") == (begun.base or ""):
                yield self.beside.decided(replace(begun, theirs=begun.theirs or "none"), path)
            elif begun.ours != begun.theirs:
                yield replace(begun, standing=ProposalState.CONFLICT, why=meanwhile(begun.ours))
