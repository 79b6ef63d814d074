"""A consortium and the group chat where it forms: found, linked and let go. The consortium is locked before the group."""

import secrets
from dataclasses import dataclass

from services.group_letters import CardTakenDown
from services.letters import Letter
from services.members import consortium_led
from services.recruiting import NotTheLead, card_of, copy_letter
from storage import card_copies, consortia, groups, seats
from storage.audit import AuditRow
from storage.consortia import Consortium
from storage.groups import Group
from storage.seats import Role
from storage.work import Conflict, Work

TRIES = 3


async def held(work: Work, chat: int, wanted: Consortium | None = None) -> Group | None:
    """The group, locked after the consortium that forms in it and the one that is wanted there: a card posted now counts right, and
    nobody links another group meanwhile.
    """
    seen = await groups.find(work.connection, chat)
    forming, asked_for = seen.consortium if seen is not None else None, wanted.id if wanted is not None else None
    for number in sorted({number for number in (forming, asked_for) if number is not None}):
        await consortia.lock(work.connection, number)
    return await groups.lock(work.connection, chat)


def new_code() -> str:
    return secrets.token_urlsafe(16)


@dataclass(frozen=True, slots=True, kw_only=True)
class Linked:
    consortium: int
    name: str


@dataclass(frozen=True, slots=True)
class LinkGone:
    """The link was used, or the bot is no longer in that group."""


@dataclass(frozen=True, slots=True)
class OthersGroup:
    """Another consortium forms there; only its lead can let go of the group."""


@dataclass(frozen=True, kw_only=True)
class LinkGroup:
    """`code`: from the set-up link, which only somebody in the group can have seen."""

    by: int
    code: str
    consortium: int

    async def __call__(self, work: Work) -> Linked | LinkGone | NotTheLead | OthersGroup:
        consortium = await consortium_led(work, self.consortium, self.by)
        group = await groups.lock_of_code(work.connection, self.code)
        outcome = await self._outcome(work, group, consortium) if group is not None and not group.staff else LinkGone()
        on = f"group:{group.chat}" if group is not None else ""
        why = f"consortium:{self.consortium}"
        work.note(AuditRow(who=self.by, did="LinkGroup", on=on, outcome=type(outcome).__name__, why=why))
        return outcome

    async def _outcome(self, work: Work, group: Group, consortium: Consortium | None) -> Linked | NotTheLead | OthersGroup:
        if consortium is None:
            return NotTheLead()
        if group.consortium not in {None, consortium.id} and await still_forms(work, group.consortium):
            return OthersGroup()
        await link(work, group, consortium)
        return Linked(consortium=consortium.id, name=consortium.name)


async def link(work: Work, group: Group, consortium: Consortium) -> None:
    """A consortium has one group: a former one is let go."""
    if group.consortium not in {None, consortium.id}:
        await _let_go(work, group)
    for tries_left in reversed(range(TRIES)):
        former = await groups.of_consortium(work.connection, consortium.id)
        if former is not None and former.chat != group.chat:
            await _let_go(work, former)
        try:
            async with work.savepoint():
                await groups.link(work.connection, group.chat, consortium.id, code=new_code())
            break
        except Conflict:
            if not tries_left:
                raise  # else: it has got another group at this moment, which is the former one now
    await post_card(work, group, consortium)


async def still_forms(work: Work, number: int | None) -> bool:
    consortium = await consortia.find(work.connection, number) if number is not None else None
    return consortium is not None and consortium.dissolved_at is None


async def _let_go(work: Work, group: Group) -> None:
    await groups.link(work.connection, group.chat, None, code=new_code())
    for copy in await card_copies.of_chat(work.connection, group.chat):
        await work.withdraw(f"card:{copy.id}")
        await card_copies.forget(work.connection, copy.id)
        if copy.message is not None:
            work.post(Letter(to=group.chat, fact=CardTakenDown(message=copy.message, language=group.language)))


async def post_card(work: Work, group: Group, consortium: Consortium) -> None:
    number = await card_copies.keep_in_group(work.connection, consortium.id, group.chat, group.language, work.now)
    copy = await card_copies.find(work.connection, number)
    if copy is not None:
        work.post(copy_letter(copy, await card_of(work, consortium), afresh=True))


@dataclass(frozen=True, slots=True, kw_only=True)
class Unlinked:
    name: str


@dataclass(frozen=True, slots=True)
class NotLinked:
    pass


@dataclass(frozen=True, kw_only=True)
class UnlinkGroup:
    by: int
    consortium: int

    async def __call__(self, work: Work) -> Unlinked | NotLinked | NotTheLead:
        outcome = await self._outcome(work)
        work.note(AuditRow(who=self.by, did="UnlinkGroup", on=f"consortium:{self.consortium}", outcome=type(outcome).__name__))
        return outcome

    async def _outcome(self, work: Work) -> Unlinked | NotLinked | NotTheLead:
        consortium = await consortium_led(work, self.consortium, self.by)
        if consortium is None:
            return NotTheLead()
        group = await groups.of_consortium(work.connection, consortium.id)
        if group is None:
            return NotLinked()
        await _let_go(work, group)
        return Unlinked(name=consortium.name)


@dataclass(frozen=True, slots=True)
class Led:
    """A consortium one leads, to choose from."""

    number: int
    name: str


@dataclass(frozen=True, kw_only=True)
class LedByMe:
    """Those that still form, the newest first."""

    person: int

    async def __call__(self, work: Work) -> tuple[Led, ...]:
        mine = [seat.consortium for seat in await seats.of_person(work.connection, self.person) if seat.role is Role.LEAD]
        found = await consortia.of_ids(work.connection, mine)
        return tuple(Led(number, found[number].name) for number in mine if number in found and found[number].dissolved_at is None)
