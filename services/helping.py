"""A coordinator fills in a shop for its owner. It stays a proposal until the owner opens the link, agrees and confirms."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any, TypeVar

from services.chores import chore
from services.coordinators import Forbidden, may_answer
from services.letters import Letter, letter
from services.link_tokens import hashed, new_token
from services.office import Office
from services.pages import within
from storage import helping
from storage.audit import AuditRow
from storage.helping import HelpedShop
from storage.work import Work

VALID = timedelta(days=7)
KEPT = timedelta(days=7)  # after it has expired or was taken
MOST_OPEN = 50  # of one coordinator
PAGE = 6

Outcome = TypeVar("Outcome")


@letter("helped_shop")
@dataclass(frozen=True, kw_only=True)
class HelpedShopConfirmed:
    """To the coordinator who filled it in."""

    shop: str


@dataclass(frozen=True, slots=True, kw_only=True)
class FilledIn:
    """`token`: for the link; it is kept nowhere."""

    number: int
    token: str
    expires: datetime


@dataclass(frozen=True, slots=True)
class TooManyOpen:
    most: int


@dataclass(frozen=True, slots=True)
class NotWaiting:
    """Taken, withdrawn, or not theirs."""


@dataclass(frozen=True, slots=True)
class Dropped:
    pass


@dataclass(frozen=True, slots=True)
class LinkUnknown:
    """Never made, withdrawn, or replaced by another."""


@dataclass(frozen=True, slots=True)
class LinkUsed:
    """The shop was confirmed with it."""


@dataclass(frozen=True, slots=True)
class LinkExpired:
    on: datetime


@dataclass(frozen=True, slots=True)
class LinkIsYours:
    """The coordinator who made it has opened it."""


@dataclass(frozen=True, slots=True, kw_only=True)
class HelpedPage:
    shops: tuple[HelpedShop, ...]
    page: int  # from 0
    more: bool


async def take(work: Work, token_hash: str, *, person: int, shop: int, name: str) -> int | None:
    """For the deed that registers the shop: who filled it in, told by letter. None: the link was used, or withdrawn."""
    taken = await helping.take(work.connection, token_hash, person=person, shop=shop, now=work.now)
    if taken is None:
        return None
    work.post(Letter(to=taken.by, fact=HelpedShopConfirmed(shop=name)))
    return taken.by


@dataclass(frozen=True, kw_only=True)
class FillInShop:
    """`answers`: question key → stored answer; sealed, since they hold a business number."""

    by: int
    answers: Mapping[str, Any]

    async def __call__(self, work: Work) -> FilledIn | TooManyOpen | Forbidden:
        outcome = await self._outcome(work)
        return _noted(work, self.by, "FillInShop", outcome.number if isinstance(outcome, FilledIn) else None, outcome)

    async def _outcome(self, work: Work) -> FilledIn | TooManyOpen | Forbidden:
        if not await may_answer(work, self.by):
            return Forbidden()
        if await helping.open_count_of(work.connection, self.by) >= MOST_OPEN:
            return TooManyOpen(MOST_OPEN)
        token, expires = new_token(), work.now + VALID
        number = await helping.keep(
            work.connection, token_hash=hashed(token), answers=dict(self.answers), by=self.by, now=work.now, expires=expires
        )
        return FilledIn(number=number, token=token, expires=expires)


@dataclass(frozen=True, kw_only=True)
class MakeNewLink:
    """The one before leads nowhere from now on."""

    by: int
    number: int

    async def __call__(self, work: Work) -> FilledIn | NotWaiting | Forbidden:
        return _noted(work, self.by, "MakeNewLink", self.number, await self._outcome(work))

    async def _outcome(self, work: Work) -> FilledIn | NotWaiting | Forbidden:
        if not await may_answer(work, self.by):
            return Forbidden()
        if await helping.find(work.connection, self.number, self.by) is None:
            return NotWaiting()
        token, expires = new_token(), work.now + VALID
        renewed = await helping.renew(work.connection, self.number, token_hash=hashed(token), expires=expires)
        return FilledIn(number=self.number, token=token, expires=expires) if renewed else NotWaiting()


@dataclass(frozen=True, kw_only=True)
class DropFilledIn:
    """Throws the proposal away; its link leads nowhere."""

    by: int
    number: int

    async def __call__(self, work: Work) -> Dropped | NotWaiting | Forbidden:
        return _noted(work, self.by, "DropFilledIn", self.number, await self._outcome(work))

    async def _outcome(self, work: Work) -> Dropped | NotWaiting | Forbidden:
        if not await may_answer(work, self.by):
            return Forbidden()
        return Dropped() if await helping.drop(work.connection, self.number, self.by) else NotWaiting()


@dataclass(frozen=True, kw_only=True)
class FilledInByMe:
    by: int
    page: int = 0

    async def __call__(self, work: Work) -> HelpedPage | Forbidden:
        if not await may_answer(work, self.by):
            return Forbidden()
        page = within(self.page, await helping.open_count_of(work.connection, self.by), PAGE)
        found = await helping.open_of(work.connection, self.by, limit=PAGE + 1, offset=page * PAGE)
        return HelpedPage(shops=tuple(found[:PAGE]), page=page, more=len(found) > PAGE)


@dataclass(frozen=True, kw_only=True)
class OneFilledIn:
    by: int
    number: int

    async def __call__(self, work: Work) -> HelpedShop | NotWaiting | Forbidden:
        if not await may_answer(work, self.by):
            return Forbidden()
        return await helping.find(work.connection, self.number, self.by) or NotWaiting()


@dataclass(frozen=True, kw_only=True)
class MayHelp:
    person: int

    async def __call__(self, work: Work) -> bool:
        return await may_answer(work, self.person)


@dataclass(frozen=True, kw_only=True)
class HelpedByLink:
    """What the owner finds behind the link."""

    person: int
    token: str

    async def __call__(self, work: Work) -> HelpedShop | LinkUnknown | LinkUsed | LinkExpired | LinkIsYours:
        found = await helping.of_hash(work.connection, hashed(self.token))
        if found is None:
            return LinkUnknown()
        if found.taken_at is not None:
            return LinkUsed()
        if found.expires_at <= work.now:
            return LinkExpired(found.expires_at)
        return LinkIsYours() if found.by == self.person else found


@chore(timedelta(hours=1))
async def clear_filled_in_shops(office: Office) -> None:
    async with office.work() as work:
        await helping.clear_away(work.connection, work.now - KEPT)


def _noted(work: Work, by: int, did: str, number: int | None, outcome: Outcome) -> Outcome:
    on = f"helped_shop:{number}" if number is not None else ""
    work.note(AuditRow(who=by, did=did, on=on, outcome=type(outcome).__name__))
    return outcome
