"""The keys of the finder's letters, and taking back all that would tell of certain shops."""

from collections.abc import Sequence

from storage import finder_meetings
from storage.work import Work


def ends_key(shop: int) -> str:
    return f"finder_ends:{shop}"


def interest_key(one: int, other: int) -> str:
    """That shop `one` would like to meet shop `other`."""
    return f"finder_interest:{one}:{other}"


def met_key(one: int, other: int) -> str:
    return f"finder_met:{min(one, other)}:{max(one, other)}"


def report_key(shop: int) -> str:
    return f"finder_report:{shop}"


async def withdraw_letters_of(work: Work, shops: Sequence[int], *, met_too: bool = False) -> None:
    """Whatever has not been sent and shows the card of one of these shops. `met_too`: also what tells who they are."""
    for shop in shops:
        await work.withdraw(ends_key(shop))
        await work.withdraw(report_key(shop))
    for one, other in await finder_meetings.touched_by(work.connection, shops):
        await work.withdraw(interest_key(one, other))
        if met_too:
            await work.withdraw(met_key(one, other))
