"""What still keeps a consortium from applying: every obstacle at once, as codes and numbers without sentences.

It refers, it never decides (개인정보보호법 §37-2): a coordinator looks at every application.
"""

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from programme import kinds
from programme.consortium_size import FEWEST, MOST
from programme.eligibility_rules import FEWEST_FOUNDERS, FEWEST_IN_A_FEDERATION
from programme.own_share import OwnShare
from programme.tracks import Track


class Body(StrEnum):
    """What kind of member."""

    SHOP = "shop"
    COOPERATIVE = "cooperative"
    SOCIAL_COOPERATIVE = "social_cooperative"
    FEDERATION = "federation"


class Standing(StrEnum):
    """What is known about a member's business."""

    CONFIRMED = "confirmed"
    WAITING = "waiting"  # the tax office or a coordinator looks
    NOT_FOUND = "not_found"  # the number is unknown, or name and date do not belong to it
    SUSPENDED = "suspended"
    CLOSED = "closed"


class Agreement(StrEnum):
    NONE = "none"
    DRAWN_UP = "drawn_up"
    CONFIRMED = "confirmed"  # by everybody


@dataclass(frozen=True, slots=True, kw_only=True)
class Member:
    """`certificate_until`: the last day of the micro enterprise certificate (None: not told)."""

    seat: int
    body: Body
    standing: Standing
    trade: str
    founders: int | None = None
    cooperatives: int | None = None
    certificate_until: date | None = None
    has_confirmed: bool = False  # the agreement as it stands
    keeps_the_books: bool = False
    was_at_briefing: bool = False  # as far as it was noted


@dataclass(frozen=True, slots=True, kw_only=True)
class Rules:
    """What the call asks for. `closes`: its last day in Seoul (None: not dated)."""

    track: Track
    fewest: int = FEWEST
    most: int = MOST
    one_trade: bool = False
    needs_certificate: bool = False
    needs_briefing: bool = False  # that one of the members was at one
    closes: date | None = None
    is_chosen: bool = False
    is_open: bool = False


class Trouble(StrEnum):
    """In the order in which they are told."""

    TOO_FEW_MEMBERS = "too_few"
    TOO_MANY_MEMBERS = "too_many"
    CLOSED = "closed"
    SUSPENDED = "suspended"
    NOT_FOUND = "not_found"
    WAITING_FOR_THE_TAX_OFFICE = "waiting"
    KIND_DOES_NOT_FIT = "kind"
    TOO_FEW_FOUNDERS = "founders"  # 협동조합기본법 §15
    TOO_FEW_COOPERATIVES = "cooperatives"  # §71
    TRADES_DIFFER = "trades"
    CERTIFICATE_NOT_TOLD = "no_certificate"
    CERTIFICATE_ENDS_EARLY = "certificate_ends"
    NOBODY_AT_BRIEFING = "briefing"
    NO_CALL = "no_call"
    CALL_NOT_OPEN = "call_not_open"
    COST_MISSING = "cost"
    PROMISES_MISSING = "promises"
    PROMISES_TOO_LOW = "promises_low"
    NO_AGREEMENT = "no_agreement"
    NOT_CONFIRMED = "not_confirmed"
    NO_ACCOUNTANT = "no_accountant"
    APPROVAL_AT_HAND = "approval"  # of a social cooperative, §85, §114


ADVICE = frozenset({Trouble.NO_ACCOUNTANT, Trouble.APPROVAL_AT_HAND})
"""Worth doing, but nothing waits for it."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Blocker:
    """`seats`: whom it concerns. `have` against `needed`, in what the trouble counts: members, people or KRW."""

    trouble: Trouble
    seats: tuple[int, ...] = ()
    have: int = 0
    needed: int = 0

    @property
    def is_advice(self) -> bool:
        return self.trouble in ADVICE


def blockers(members: tuple[Member, ...], rules: Rules, cost: int | None, share: OwnShare, agreement: Agreement) -> tuple[Blocker, ...]:
    """All of them at once, in the order of `Trouble`. `cost` in KRW."""
    found = [*_size(members, rules), *_businesses(members, rules), *_call(rules), *_money(cost, share), *_papers(members, agreement)]
    return tuple(sorted(found, key=lambda one: _ORDER[one.trouble]))


def is_ready(found: tuple[Blocker, ...]) -> bool:
    return all(one.is_advice for one in found)


def _size(members: tuple[Member, ...], rules: Rules) -> Iterator[Blocker]:
    if len(members) < rules.fewest:
        yield Blocker(trouble=Trouble.TOO_FEW_MEMBERS, have=len(members), needed=rules.fewest)
    if len(members) > rules.most:
        yield Blocker(trouble=Trouble.TOO_MANY_MEMBERS, have=len(members), needed=rules.most)


def _businesses(members: tuple[Member, ...], rules: Rules) -> Iterator[Blocker]:
    for standing, trouble in _TROUBLES.items():
        yield from _about(trouble, [one for one in members if one.standing is standing], lambda _: True)
    yield from _about(Trouble.KIND_DOES_NOT_FIT, members, lambda one: not kinds.fits(one.body.value, rules.track.value))
    yield from _about(Trouble.TOO_FEW_FOUNDERS, members, _lacks_founders, needed=FEWEST_FOUNDERS)
    yield from _about(Trouble.TOO_FEW_COOPERATIVES, members, _lacks_cooperatives, needed=FEWEST_IN_A_FEDERATION)
    yield from _about(Trouble.APPROVAL_AT_HAND, members, lambda one: one.body is Body.SOCIAL_COOPERATIVE)
    if rules.one_trade and len({one.trade for one in members}) > 1:
        yield Blocker(trouble=Trouble.TRADES_DIFFER)
    if rules.needs_certificate:
        yield from _about(Trouble.CERTIFICATE_NOT_TOLD, members, lambda one: one.certificate_until is None)
        yield from _about(Trouble.CERTIFICATE_ENDS_EARLY, members, lambda one: _ends_before(one.certificate_until, rules.closes))
    if rules.needs_briefing and not any(one.was_at_briefing for one in members):
        yield from _about(Trouble.NOBODY_AT_BRIEFING, members, lambda _: True)


def _lacks_founders(member: Member) -> bool:
    """A number that was not told is asked for, like one that is too small."""
    founded = member.body in {Body.COOPERATIVE, Body.SOCIAL_COOPERATIVE}
    return founded and (member.founders or 0) < FEWEST_FOUNDERS


def _lacks_cooperatives(member: Member) -> bool:
    return member.body is Body.FEDERATION and (member.cooperatives or 0) < FEWEST_IN_A_FEDERATION


def _ends_before(until: date | None, closes: date | None) -> bool:
    return until is not None and closes is not None and until < closes


def _call(rules: Rules) -> Iterator[Blocker]:
    if not rules.is_chosen:
        yield Blocker(trouble=Trouble.NO_CALL)
    elif not rules.is_open:
        yield Blocker(trouble=Trouble.CALL_NOT_OPEN)


def _money(cost: int | None, share: OwnShare) -> Iterator[Blocker]:
    if cost is None:
        yield Blocker(trouble=Trouble.COST_MISSING)
        return
    if share.missing_from:
        yield Blocker(trouble=Trouble.PROMISES_MISSING, seats=share.missing_from, have=share.promised, needed=share.needed or 0)
    elif share.short > 0:
        yield Blocker(trouble=Trouble.PROMISES_TOO_LOW, have=share.promised, needed=share.needed or 0)


def _papers(members: tuple[Member, ...], agreement: Agreement) -> Iterator[Blocker]:
    if agreement is Agreement.NONE:
        yield Blocker(trouble=Trouble.NO_AGREEMENT)
    if agreement is Agreement.DRAWN_UP:
        yield from _about(Trouble.NOT_CONFIRMED, members, lambda one: not one.has_confirmed)
    if members and not any(one.keeps_the_books for one in members):
        yield Blocker(trouble=Trouble.NO_ACCOUNTANT)


def _about(trouble: Trouble, members: Iterable[Member], concerns: Callable[[Member], bool], *, needed: int = 0) -> Iterator[Blocker]:
    """One blocker for all the members it concerns, if there are any."""
    seats = tuple(one.seat for one in members if concerns(one))
    if seats:
        yield Blocker(trouble=trouble, seats=seats, needed=needed)


_TROUBLES = {
    Standing.CLOSED: Trouble.CLOSED,
    Standing.SUSPENDED: Trouble.SUSPENDED,
    Standing.NOT_FOUND: Trouble.NOT_FOUND,
    Standing.WAITING: Trouble.WAITING_FOR_THE_TAX_OFFICE,
}
_ORDER = {trouble: place for place, trouble in enumerate(Trouble)}
