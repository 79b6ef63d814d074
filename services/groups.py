"""A consortium forms in a group chat: the group is linked with it and shows its card. Nothing personal is ever said there."""

import secrets
from dataclasses import dataclass
from datetime import timedelta

from services.letter_places import Place, placed
from services.letters import Letter, letter
from services.recruiting import NotTheLead, card_of, copy_letter, leads
from storage import card_copies, chats, consortia, groups, seats
from storage.audit import AuditRow
from storage.consortia import Consortium
from storage.groups import Group
from storage.seats import Role
from storage.work import Work

MOMENT = timedelta(seconds=5)  # within which Telegram says that a group has moved


@letter("card_down", at_any_hour=True)
@dataclass(frozen=True, kw_only=True)
class CardTakenDown:
    """The message of a card says that this group and the consortium belong together no longer."""

    message: int
    language: str


@placed(CardTakenDown)
async def place_of_old_card(work: Work, fact: CardTakenDown) -> Place:  # noqa: ARG001 - what `placed` asks of any of them
    return Place(message=fact.message, language=fact.language)


@letter("group_set_up", at_any_hour=True)
@dataclass(frozen=True, kw_only=True)
class GroupSetUp:
    """Into a group the bot has just come to."""

    code: str


@placed(GroupSetUp)
async def place_of_set_up(work: Work, fact: GroupSetUp) -> Place | None:
    """Nowhere, once a consortium forms there: a group we know has moved, and brought it along."""
    group = await groups.of_code(work.connection, fact.code)
    return Place(language=group.language) if group is not None and group.consortium is None and not group.staff else None


@letter("group_lost")
@dataclass(frozen=True, kw_only=True)
class GroupLost:
    """To the lead: the bot was taken out of the group."""

    consortium: int
    name: str


@dataclass(frozen=True, slots=True)
class SetUpOffered:
    """The group has no consortium yet; its set-up link carries this code."""

    code: str


@dataclass(frozen=True, slots=True)
class CardPosted:
    """The group's card comes as a message of its own."""


@dataclass(frozen=True, slots=True)
class NothingToSay:
    """The office's own group, or one the bot was in all the time."""


def new_code() -> str:
    return secrets.token_urlsafe(16)


@dataclass(frozen=True, kw_only=True)
class EnterGroup:
    """Somebody has added the bot. `language`: theirs; the group is spoken to in it.

    A supergroup may be a group we know that has just moved: Telegram tells of its new chat first. So the offer waits a moment there.
    """

    by: int
    chat: int
    language: str
    forum: bool
    may_have_moved: bool

    async def __call__(self, work: Work) -> SetUpOffered | NothingToSay:
        known = await groups.lock(work.connection, self.chat)
        outcome: SetUpOffered | NothingToSay = NothingToSay()
        if known is None or known.left_at is not None:
            group = await _entered(work, self.chat, self.language, by=self.by, forum=self.forum)
            outcome = SetUpOffered(group.code)
            due = work.now + (MOMENT if self.may_have_moved else timedelta())
            work.post(Letter(to=self.chat, fact=GroupSetUp(code=group.code), due=due))
        work.note(AuditRow(who=self.by, did="EnterGroup", on=f"group:{self.chat}", outcome=type(outcome).__name__))
        return outcome


async def _entered(work: Work, chat: int, language: str, *, by: int | None, forum: bool) -> Group:
    group = Group(
        chat=chat,
        code=new_code(),
        language=language,
        consortium=None,
        staff=False,
        forum=forum,
        added_by=by,
        added_at=work.now,
        left_at=None,
    )
    await groups.keep(work.connection, group)
    return group


@dataclass(frozen=True, kw_only=True)
class LeaveGroup:
    """The bot was taken out: nothing can be shown there any more, and the lead hears of it."""

    by: int
    chat: int

    async def __call__(self, work: Work) -> None:
        group = await groups.lock(work.connection, self.chat)
        if group is None or group.left_at is not None:
            return
        await groups.leave(work.connection, self.chat, work.now)
        await card_copies.forget_in(work.connection, self.chat)
        consortium = await consortia.find(work.connection, group.consortium) if group.consortium is not None else None
        lead = await seats.lead_of(work.connection, consortium.id) if consortium is not None else None
        if consortium is not None and lead is not None:
            work.post(Letter(to=lead.person, fact=GroupLost(consortium=consortium.id, name=consortium.name)))
        work.note(AuditRow(who=self.by, did="LeaveGroup", on=f"group:{self.chat}", outcome="Left"))


@dataclass(frozen=True, kw_only=True)
class MoveGroup:
    """A group has become a supergroup. Its card is posted afresh: the messages of the old group cannot be changed any more."""

    old: int
    new: int

    async def __call__(self, work: Work) -> None:
        if not await chats.move(work.connection, self.old, self.new):
            return
        group = await groups.lock(work.connection, self.new)
        if group is not None:
            await _show_card(work, group)
        work.note(AuditRow(who=None, did="MoveGroup", on=f"group:{self.old}", outcome="Moved", why=f"group:{self.new}"))


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
        group = await groups.of_code(work.connection, self.code)
        outcome = await self._outcome(work, group) if group is not None and not group.staff else LinkGone()
        on = f"group:{group.chat}" if group is not None else ""
        why = f"consortium:{self.consortium}"
        work.note(AuditRow(who=self.by, did="LinkGroup", on=on, outcome=type(outcome).__name__, why=why))
        return outcome

    async def _outcome(self, work: Work, group: Group) -> Linked | LinkGone | NotTheLead | OthersGroup:
        consortium = await consortia.lock(work.connection, self.consortium)
        if consortium is None or not await leads(work, self.by, consortium.id):
            return NotTheLead()
        if group.consortium not in {None, consortium.id} and await _still_forms(work, group.consortium):
            return OthersGroup()
        await link(work, group, consortium)
        return Linked(consortium=consortium.id, name=consortium.name)


async def link(work: Work, group: Group, consortium: Consortium) -> None:
    """A consortium has one group: a former one is let go."""
    former = await groups.of_consortium(work.connection, consortium.id)
    if former is not None and former.chat != group.chat:
        await _let_go(work, former)
    if group.consortium not in {None, consortium.id}:
        await _let_go(work, group)
    await groups.link(work.connection, group.chat, consortium.id, code=new_code())
    await _post_card(work, group, consortium)


async def _still_forms(work: Work, number: int | None) -> bool:
    consortium = await consortia.find(work.connection, number) if number is not None else None
    return consortium is not None and consortium.dissolved_at is None


async def _let_go(work: Work, group: Group) -> None:
    await groups.link(work.connection, group.chat, None, code=new_code())
    for copy in await card_copies.of_chat(work.connection, group.chat):
        await work.withdraw(f"card:{copy.id}")
        await card_copies.forget(work.connection, copy.id)
        if copy.message is not None:
            work.post(Letter(to=group.chat, fact=CardTakenDown(message=copy.message, language=group.language)))


async def _post_card(work: Work, group: Group, consortium: Consortium) -> None:
    number = await card_copies.keep_in_group(work.connection, consortium.id, group.chat, group.language, work.now)
    copy = await card_copies.find(work.connection, number)
    if copy is not None:
        work.post(copy_letter(copy, await card_of(work, consortium), afresh=True))


async def _show_card(work: Work, group: Group) -> bool:
    consortium = await consortia.find(work.connection, group.consortium) if group.consortium is not None else None
    if consortium is None:
        return False
    await _post_card(work, group, consortium)
    return True


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
        consortium = await consortia.lock(work.connection, self.consortium)
        if consortium is None or not await leads(work, self.by, consortium.id):
            return NotTheLead()
        group = await groups.of_consortium(work.connection, consortium.id)
        if group is None:
            return NotLinked()
        await _let_go(work, group)
        return Unlinked(name=consortium.name)


@dataclass(frozen=True, kw_only=True)
class ShowInGroup:
    """/status, or /start with the code of a consortium: the card below everything, or the offer to set the group up."""

    by: int
    chat: int
    language: str
    code: str = ""

    async def __call__(self, work: Work) -> CardPosted | SetUpOffered | NothingToSay:
        group = await groups.lock(work.connection, self.chat)
        if group is None or group.left_at is not None:
            # It was there before groups were remembered, or the word that it was added was lost.
            group = await _entered(work, self.chat, self.language, by=None, forum=False)
        outcome = await self._outcome(work, group)
        work.note(AuditRow(who=self.by, did="ShowInGroup", on=f"group:{self.chat}", outcome=type(outcome).__name__))
        return outcome

    async def _outcome(self, work: Work, group: Group) -> CardPosted | SetUpOffered | NothingToSay:
        if group.staff:
            return NothingToSay()
        wanted = await consortia.of_code(work.connection, self.code) if self.code else None
        if wanted is not None and not await _still_forms(work, group.consortium) and await leads(work, self.by, wanted.id):
            await link(work, group, wanted)
            return CardPosted()
        return CardPosted() if await _show_card(work, group) else SetUpOffered(group.code)


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
