"""Is the business what its owner says: the tax office is asked about it, between transactions, until it has answered.

An office that is away is neither yes nor no: the shop waits and is asked about again. Without a key for it, coordinators look themselves.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta

import structlog

from services.chores import chore, one_by_one
from services.coordinators import coordinators_in
from services.letters import Letter, letter
from services.office import Office
from services.shop_seats import shop_changed
from services.tax_office import MOST_AT_ONCE, TaxOfficeAway, TaxOfficeRefusesKey
from services.tax_questions import asked
from storage import shop_checks, tax_office
from storage.audit import AuditRow
from storage.shop_checks import DueShop
from storage.shops import Check, Shop
from storage.tax_office import TaxAnswer
from storage.work import Work

log = structlog.get_logger()
EVERY = timedelta(seconds=3)
TAKEN_FOR = timedelta(minutes=5)  # longer than any question takes; after a crash another process asks then
ANSWERS_HOLD = timedelta(hours=24)
FIRST_PAUSE, LONGEST_PAUSE = timedelta(minutes=1), timedelta(hours=1)
_MOST_DOUBLINGS = 6  # 1 min times 2 to the 6th is beyond the longest pause


@letter("shop_checked")
@dataclass(frozen=True, kw_only=True)
class ShopChecked:
    """To the owner, when it matters: the shop is confirmed now, or it is not and something is to be done."""

    shop: int
    name: str
    state: Check
    ended_on: date | None = None
    asked_at: datetime | None = None  # when the owner asked for it


@letter("shop_to_confirm")
@dataclass(frozen=True, kw_only=True)
class ShopWaitsForPerson:
    """To every coordinator."""

    shop: int
    name: str


def owner_key(shop: int) -> str:
    """What the owner hears of the check: the newest takes the place of one that still waits."""
    return f"shop_checked:{shop}"


def office_key(shop: int) -> str:
    """The letters that tell the coordinators of a shop."""
    return f"shop_to_confirm:{shop}"


@chore(EVERY)
async def check_shops(office: Office) -> None:
    """At most one question a tick: whatever else is due comes with the next."""
    if not await office.look(AnyDue()):
        return
    if office.tax_office is None:
        await one_by_one(office, {_on(one): HandToCoordinators(due=one) for one in await office.do(TakeOnDueShops())})
        return
    due = await _still_to_ask(office, await office.do(TakeOnDueShops()))
    if not due:
        return
    try:
        answers = await asked(office.tax_office, due)
    except TaxOfficeAway as away:
        _tell_operator(away)
        await one_by_one(office, {_on(one): PutOff(due=one) for one in due})
        return
    await one_by_one(office, {_on(one): RecordAnswer(due=one, answer=answers[one.id]) for one in due})


async def _still_to_ask(office: Office, due: Sequence[DueShop]) -> list[DueShop]:
    """Those whose answer is known still are settled at once."""
    heard = await office.look(HeardBefore(due=due))
    await one_by_one(office, {_on(one): RecordHeard(due=one, answer=heard[one.id]) for one in due if one.id in heard})
    return [one for one in due if one.id not in heard]


def _on(due: DueShop) -> str:
    return f"shop:{due.id}"


@chore(timedelta(hours=1))
async def forget_answers(office: Office) -> None:
    async with office.work() as work:
        await tax_office.forget(work.connection, work.now - ANSWERS_HOLD)


def _tell_operator(away: TaxOfficeAway) -> None:
    if isinstance(away, TaxOfficeRefusesKey):
        log.error("tax_office_refuses_key", reason=str(away), mend="Renew GOLMOK_NTS_KEY at data.go.kr")
    else:
        log.warning("tax_office_away", reason=str(away))


def pause(tries: int) -> timedelta:
    """How long to wait after so many questions in vain."""
    return min(FIRST_PAUSE * (1 << min(tries, _MOST_DOUBLINGS)), LONGEST_PAUSE)


@dataclass(frozen=True, kw_only=True)
class AnyDue:
    async def __call__(self, work: Work) -> bool:
        return await shop_checks.any_due(work.connection, work.now)


@dataclass(frozen=True, kw_only=True)
class TakeOnDueShops:
    """To be asked about outside of any transaction."""

    async def __call__(self, work: Work) -> tuple[DueShop, ...]:
        return tuple(await shop_checks.take_on(work.connection, work.now, until=work.now + TAKEN_FOR, limit=MOST_AT_ONCE))


@dataclass(frozen=True, kw_only=True)
class HeardBefore:
    """What the tax office has said of these within a day, by shop."""

    due: Sequence[DueShop]

    async def __call__(self, work: Work) -> dict[int, TaxAnswer]:
        questions = {one.id: question(work, one) for one in self.due}
        heard = await tax_office.heard(work.connection, [*questions.values()], work.now - ANSWERS_HOLD)
        return {shop: heard[asked] for shop, asked in questions.items() if asked in heard}


@dataclass(frozen=True, kw_only=True)
class RecordHeard:
    due: DueShop
    answer: TaxAnswer

    async def __call__(self, work: Work) -> None:
        await _settle(work, self.due, self.answer, "heard_before")


@dataclass(frozen=True, kw_only=True)
class RecordAnswer:
    due: DueShop
    answer: TaxAnswer | None

    async def __call__(self, work: Work) -> None:
        if self.answer is None:
            await _hand_over(work, self.due, "unreadable")
            return
        await tax_office.keep(work.connection, question(work, self.due), self.answer, work.now)
        await _settle(work, self.due, self.answer, "tax_office")


@dataclass(frozen=True, kw_only=True)
class PutOff:
    """The tax office was away: it waits longer than the time before."""

    due: DueShop

    async def __call__(self, work: Work) -> None:
        await shop_checks.put_off(work.connection, self.due, work.now + pause(self.due.tries))


@dataclass(frozen=True, kw_only=True)
class HandToCoordinators:
    """Nobody can be asked: a person has to look."""

    due: DueShop

    async def __call__(self, work: Work) -> None:
        await _hand_over(work, self.due, "no_key")


def question(work: Work, due: DueShop) -> str:
    return tax_office.question(work.connection, number=due.number, opened_on=due.opened_on, name=due.name or "")


async def _settle(work: Work, due: DueShop, answer: TaxAnswer, why: str) -> None:
    state = Check(answer.answer)
    shop = await shop_checks.settle(work.connection, due, state, ended_on=answer.ended_on, checked=True, now=work.now)
    if shop is None:
        return
    work.note(AuditRow(who=None, did="CheckShop", on=f"shop:{due.id}", outcome=state.value, why=why))
    await work.withdraw(office_key(due.id))
    if state is not due.was:
        tell_owner(work, shop, asked_at=due.changed_at)
        await shop_changed(work, shop.id)


async def _hand_over(work: Work, due: DueShop, why: str) -> None:
    """One that was confirmed stays so: it was only to be looked at again."""
    state = Check.BY_HAND if due.was is Check.WAITING else due.was
    shop = await shop_checks.settle(work.connection, due, state, checked=False, now=work.now)
    if shop is None or state is not Check.BY_HAND:
        return
    work.note(AuditRow(who=None, did="CheckShop", on=f"shop:{due.id}", outcome=state.value, why=why))
    fact = ShopWaitsForPerson(shop=due.id, name=shop.name)
    for coordinator in await coordinators_in(work, shop.gu):
        work.post(Letter(to=coordinator, fact=fact, key=office_key(due.id)))


def tell_owner(work: Work, shop: Shop, *, asked_at: datetime | None = None) -> None:
    """How the check stands now."""
    fact = ShopChecked(shop=shop.id, name=shop.name, state=shop.check_state, ended_on=shop.ended_on, asked_at=asked_at)
    work.post(Letter(to=shop.owner, fact=fact, key=owner_key(shop.id)))
