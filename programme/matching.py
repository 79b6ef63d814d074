"""Which shops fit together in the partner finder, and why: points for each reason, so that the order can be explained in words.

The weights are ours, not the programme's: near enough to share a room or an oven comes first, then what both want to share.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime, timedelta
from enum import StrEnum

from programme.districts import District
from programme.districts_beside import beside
from programme.tracks import SupportField
from programme.trades import Trade
from programme.wording import Wording


class Share(StrEnum):
    """What shops would like to share. The values lie in the database and on buttons."""

    FACILITIES = "facilities"
    SYSTEM = "system"
    BRAND = "brand"
    PURCHASING = "purchasing"

    @property
    def wording(self) -> Wording:
        return _SHARES[self]


_SHARES = {
    Share.FACILITIES: SupportField.JOINT_FACILITIES.wording,
    Share.SYSTEM: SupportField.JOINT_OPERATING_SYSTEM.wording,
    Share.BRAND: SupportField.JOINT_BRAND.wording,
    Share.PURCHASING: Wording("공동구매", "Joint purchasing"),
}


class Why(StrEnum):
    INTERESTED = "interested"  # they asked for us already
    SAME_GU = "same_gu"
    GU_BESIDE = "gu_beside"
    SAME_TRADE = "same_trade"
    KINDRED_TRADE = "kindred_trade"
    FRESH = "fresh"


POINTS = {
    Why.INTERESTED: 200,  # more than all the others together
    Why.SAME_GU: 40,
    Why.GU_BESIDE: 20,
    Why.SAME_TRADE: 20,  # a call may ask for shops of one trade
    Why.KINDRED_TRADE: 10,
    Why.FRESH: 5,
}
POINTS_FOR_A_SHARE = 15  # for each thing both would share
FRESH_FOR = timedelta(days=14)

# Trades that use the same rooms, machines or customers.
_KINDRED = (
    {Trade.RICE_CAKE, Trade.BAKERY, Trade.MEAT, Trade.SEAFOOD, Trade.SIDE_DISHES},
    {Trade.HANDMADE_SHOES, Trade.CLOTHING, Trade.JEWELLERY, Trade.SEWING},
    {Trade.STRING_INSTRUMENTS, Trade.JEWELLERY, Trade.METALWORK, Trade.PRINTING},
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Seeker:
    """A shop as far as matching goes."""

    gu: District
    trade: Trade
    shares: frozenset[Share]


@dataclass(frozen=True, slots=True, kw_only=True)
class Match:
    """Why two fit; the reasons in the order of their weight."""

    why: tuple[Why, ...]
    shares: tuple[Share, ...]  # what both would share
    points: int


def match(mine: Seeker, theirs: Seeker, *, shown_at: datetime, now: datetime, interested: bool = False) -> Match:
    """`shown_at`: since when their card is shown. `interested`: they would like to meet this very shop."""
    found = {
        Why.INTERESTED: interested,
        Why.SAME_GU: points_by_gu(mine.gu).get(theirs.gu) == POINTS[Why.SAME_GU],
        Why.GU_BESIDE: theirs.gu in beside(mine.gu),
        Why.SAME_TRADE: points_by_trade(mine.trade).get(theirs.trade) == POINTS[Why.SAME_TRADE],
        Why.KINDRED_TRADE: theirs.trade in kindred(mine.trade),
        Why.FRESH: shown_at >= fresh_since(now),
    }
    why = tuple(reason for reason, holds in found.items() if holds)
    shares = tuple(share for share in Share if share in mine.shares & theirs.shares)
    return Match(why=why, shares=shares, points=sum(POINTS[reason] for reason in why) + POINTS_FOR_A_SHARE * len(shares))


def points_by_gu(gu: District) -> Mapping[District, int]:
    """For ordering in the database, which must come to the same points; gu not named here give none."""
    return {gu: POINTS[Why.SAME_GU], **dict.fromkeys(sorted(beside(gu)), POINTS[Why.GU_BESIDE])}


def points_by_trade(trade: Trade) -> Mapping[Trade, int]:
    """Two shops of "another trade" are not of the same trade."""
    same: dict[Trade, int] = {} if trade is Trade.OTHER else {trade: POINTS[Why.SAME_TRADE]}
    return {**same, **dict.fromkeys(sorted(kindred(trade)), POINTS[Why.KINDRED_TRADE])}


def kindred(trade: Trade) -> frozenset[Trade]:
    """Other trades that fit this one."""
    return frozenset(other for family in _KINDRED if trade in family for other in family if other is not trade)


def fresh_since(now: datetime) -> datetime:
    return now - FRESH_FOR
