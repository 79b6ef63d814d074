"""An announcement before it goes out: who may change it, and what any change undoes."""

import json
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from hashlib import blake2b
from typing import Any

from programme.announcements import CAN_BE_CHANGED, AnnouncementState, Category
from programme.audiences import Audience
from services.announcement_deeds import NoSuchAnnouncement, NotNow, may_announce
from services.coordinators import Forbidden, coordinators, may_answer
from storage import announcements
from storage.announcements import Announcement, NewAnnouncement
from storage.work import Work

Parts = Mapping[str, Sequence[Mapping[str, Any]]]
Buttons = Sequence[Mapping[str, Any]]
Making = Callable[[Announcement], NewAnnouncement]


@dataclass(frozen=True, slots=True, kw_only=True)
class Changed:
    """`before`: what it was until now; an approval or a date it had is gone."""

    announcement: int
    before: AnnouncementState
    was_approved: bool


Changing = Changed | NotNow | NoSuchAnnouncement | Forbidden


def made(*, category: Category, parts: Parts, buttons: Buttons, audience: Audience) -> NewAnnouncement:
    content = [category.value, parts, buttons, audience.to_json()]
    return NewAnnouncement(category=category, parts=parts, buttons=buttons, audience=audience, digest=digest_of(content))


def remade(one: Announcement, **changes: Any) -> NewAnnouncement:
    now: dict[str, Any] = {"category": one.category, "parts": one.parts, "buttons": one.buttons, "audience": one.audience}
    return made(**{**now, **changes})


def digest_of(content: object) -> str:
    """Short enough for a button, long enough that nobody meets it by chance."""
    return blake2b(json.dumps(content, sort_keys=True, ensure_ascii=False).encode(), digest_size=12).hexdigest()


def words_digest(one: NewAnnouncement, language: str) -> str:
    """Of what a reader of this language gets to see."""
    return digest_of([one.category.value, one.parts.get(language, []), one.buttons])


def untested(one: Announcement) -> tuple[str, ...]:
    """The languages in which Telegram has not yet taken it as it stands."""
    return tuple(language for language in one.parts if one.tested.get(language) != words_digest(one, language))


async def may_change(work: Work, by: int, one: Announcement) -> bool:
    """Their own, and whatever lies within their role."""
    return await may_answer(work, by) and (one.made_by == by or await may_announce(work, by, one.audience))


async def approvers(work: Work, one: Announcement) -> tuple[int, ...]:
    """Those of the office who may announce there and have no part in the text."""
    others = [person for person in await coordinators(work) if person not in one.authors]
    return tuple([person for person in others if await may_announce(work, person, one.audience)])


def approval_key(number: int) -> str:
    return f"announcement_approval:{number}"


async def change(work: Work, by: int, number: int, making: Making) -> Changing:
    """Under its lock. Whatever stood approved, asked or scheduled is a draft again, unless nothing of it has changed."""
    one = await announcements.lock(work.connection, number)
    if one is None:
        return NoSuchAnnouncement()
    if not await may_change(work, by, one):
        return Forbidden()
    if one.state not in CAN_BE_CHANGED:
        return NotNow(one.state)
    new = making(one)
    if new.digest == one.digest:
        return Changed(announcement=number, before=AnnouncementState.DRAFT, was_approved=False)
    await back_to_draft(work, one)
    if not await announcements.change(work.connection, number, new, work.now):
        return NotNow(one.state)
    await announcements.note(work.connection, number, authors=sorted({*one.authors, by}), sent_back_why="")
    return Changed(announcement=number, before=one.state, was_approved=one.approved_by is not None)


async def back_to_draft(work: Work, one: Announcement) -> None:
    if one.state is not AnnouncementState.DRAFT:
        await announcements.move(
            work.connection, one.id, AnnouncementState.DRAFT, due_at=None, scheduled_by=None, asked_by=None, paused_why=""
        )
        await work.withdraw(approval_key(one.id))
