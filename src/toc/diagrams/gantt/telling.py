"""The Gantt picture in words: what each bar and mark says, and how exact its dates are."""

from __future__ import annotations

from typing import TYPE_CHECKING

from toc.roadmap.moments import KINDS
from toc.roadmap.months import SURE, said_period
from toc.roadmap.reviews import STANDINGS
from toc.words import Chain, Message

if TYPE_CHECKING:
    from collections.abc import Iterator

    from toc.roadmap.moments import Moment
    from toc.words import Sayable

__all__ = ["NO_DATE", "beside", "told"]

NO_DATE = Message("no date")
_COARSE = ("quarter", "year")


def told(moment: Moment) -> Chain:
    """Say what something is, when it is, how exact that is, and what is marked on it."""
    what = KINDS[moment.kind] if moment.standing is None else STANDINGS[moment.standing]
    head = Message("{title} ({kind})", {"title": moment.title, "kind": what})
    return Chain(
        (Message("{what}: {told}", {"what": head, "told": Chain(tuple(_parts(moment)), ", ")}),)
    )


def _parts(moment: Moment) -> Iterator[Sayable]:
    if moment.period is None:
        yield moment.reason or NO_DATE
        if moment.within is not None:
            yield Message("in its stage, {period}", {"period": said_period(moment.within)})
    else:
        yield said_period(moment.period)
        yield from _exactness(moment)
    if moment.quick_win:
        yield Message("quick win")
    if moment.joint:
        yield Message("common session of several regions")
    if moment.set_aside:
        yield Message("not chosen")


def _exactness(moment: Moment) -> Iterator[Message]:
    """Say how exact the ends are, where they are not known to the day."""
    start, end = (SURE.get(one) for one in moment.precision)
    if start is None and end is None:
        return
    if start == end and start is not None:
        if moment.precision[0] != "day":
            yield start
    else:
        if start is not None:
            yield Message("its beginning {known}", {"known": start})
        if end is not None:
            yield Message("its end {known}", {"known": end})


def beside(moment: Moment) -> Sayable | None:
    """Give what stands beside a bar, because the axis does not show it: nothing, for most."""
    if moment.period is None:
        return NO_DATE
    if moment.set_aside:
        return Message("not chosen")
    if moment.kind == "event" or set(moment.precision) & {*_COARSE, "open"}:
        return said_period(moment.period)
    return None
