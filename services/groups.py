"""A group chat the bot comes into, moves with and leaves, and what it shows there: a card, never anything personal."""

from dataclasses import dataclass
from datetime import timedelta

from services.group_letters import GroupLost, GroupSetUp
from services.group_linking import held, link, new_code, post_card, still_forms
from services.letters import Letter
from services.members import consortium_seen_by_lead
from storage import card_copies, chats, consortia, groups, seats
from storage.audit import AuditRow
from storage.consortia import Consortium
from storage.groups import Group
from storage.work import Work

MOMENT = timedelta(seconds=5)  # within which Telegram says that a group has moved


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
        await held(work, self.old)
        if not await chats.move(work.connection, self.old, self.new):
            return
        group = await held(work, self.new)
        if group is not None:
            await _show_card(work, group)
        work.note(AuditRow(who=None, did="MoveGroup", on=f"group:{self.old}", outcome="Moved", why=f"group:{self.new}"))


async def _show_card(work: Work, group: Group) -> bool:
    consortium = await consortia.find(work.connection, group.consortium) if group.consortium is not None else None
    if consortium is None:
        return False
    await post_card(work, group, consortium)
    return True


@dataclass(frozen=True, kw_only=True)
class ShowInGroup:
    """/status, or /start with the code of a consortium: the card below everything, or the offer to set the group up."""

    by: int
    chat: int
    language: str
    code: str = ""

    async def __call__(self, work: Work) -> CardPosted | SetUpOffered | NothingToSay:
        wanted = await consortia.of_code(work.connection, self.code) if self.code else None
        group = await held(work, self.chat, wanted)
        if group is None or group.left_at is not None:
            # It was there before groups were remembered, or the word that it was added was lost.
            group = await _entered(work, self.chat, self.language, by=None, forum=False)
        outcome = await self._outcome(work, group, wanted)
        work.note(AuditRow(who=self.by, did="ShowInGroup", on=f"group:{self.chat}", outcome=type(outcome).__name__))
        return outcome

    async def _outcome(self, work: Work, group: Group, wanted: Consortium | None) -> CardPosted | SetUpOffered | NothingToSay:
        if group.staff:
            return NothingToSay()
        led = await consortium_seen_by_lead(work, wanted.id, self.by) if wanted is not None else None
        if led is not None and not await still_forms(work, group.consortium):
            await link(work, group, led)
            return CardPosted()
        return CardPosted() if await _show_card(work, group) else SetUpOffered(group.code)
