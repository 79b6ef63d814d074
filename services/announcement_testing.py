"""An announcement as its readers will see it, really sent to oneself. Only what Telegram took can go to others."""

import json
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

from programme.announcements import AnnouncementState, Category, in_language, spoken_in
from services.announcement_changes import words_digest
from services.announcement_deeds import NoSuchAnnouncement, note
from services.announcement_looks import OneSeen, SeeAnnouncement
from services.coordinators import Forbidden
from services.letter_places import Arrived, Fate, Place, Refused, followed, placed
from services.letters import Letter, letter
from storage import announcements
from storage.announcements import Announcement
from storage.audit import AuditRow
from storage.letters import Priority
from storage.work import Work


class Next(StrEnum):
    """What who looks can do right below. The values lie in letters."""

    NOTHING = ""
    LOOK = "look"  # in another language
    SEND = "send"
    ASK = "ask"  # a second person
    JUDGE = "judge"


@letter("announcement_shown")
@dataclass(frozen=True, kw_only=True)
class AnnouncementShown:
    """`methods` and `parameters` (JSON): its messages, one after the other. `labels`, `leads`: its buttons. `to`: who asked.
    `whole`: the digest of all of it, as it was then. `next_language`: to be looked at next.
    """

    announcement: int
    language: str
    digest: str
    category: Category
    methods: tuple[str, ...]
    parameters: tuple[str, ...]
    labels: tuple[str, ...]
    leads: tuple[str, ...]
    to: int
    asked_at: datetime
    whole: str = ""
    next: Next = Next.NOTHING
    next_language: str = ""


@letter("announcement_refused")
@dataclass(frozen=True, kw_only=True)
class AnnouncementRefused:
    """`reason`: Telegram's words; `near`: where in the text, as far as Telegram says."""

    announcement: int
    language: str
    reason: str
    near: str
    asked_at: datetime


@dataclass(frozen=True, slots=True)
class Showing:
    """It is on its way."""


@dataclass(frozen=True, kw_only=True)
class ShowAsSent:
    """As readers of this language will see it."""

    by: int
    announcement: int
    language: str

    async def __call__(self, work: Work) -> Showing | NoSuchAnnouncement | Forbidden:
        outcome = await self._outcome(work)
        note(work, self.by, "ShowAsSent", self.announcement, outcome)
        return outcome

    async def _outcome(self, work: Work) -> Showing | NoSuchAnnouncement | Forbidden:
        seen = await SeeAnnouncement(by=self.by, announcement=self.announcement)(work)
        if not isinstance(seen, OneSeen):
            return seen
        if not seen.one.parts:
            return NoSuchAnnouncement()
        shown = _shown(seen, spoken_in(seen.one.parts, self.language), self.by)
        # As a reply: by night it must not wait behind letters that were put off until the morning.
        work.post(Letter(to=self.by, fact=shown, priority=Priority.REPLY))
        return Showing()


def _shown(seen: OneSeen, language: str, to: int) -> AnnouncementShown:
    one, parts = seen.one, seen.one.parts[language]
    left = [other for other in seen.untested if other != language]
    return AnnouncementShown(
        announcement=one.id,
        language=language,
        digest=words_digest(one, language),
        category=one.category,
        methods=tuple(part["method"] for part in parts),
        parameters=tuple(json.dumps(part["params"], ensure_ascii=False) for part in parts),
        labels=tuple(in_language(button["label"], language) for button in one.buttons),
        leads=tuple(button["leads"] for button in one.buttons),
        to=to,
        asked_at=seen.now,
        whole=one.digest,
        next=_next(seen, left),
        next_language=left[0] if left else "",
    )


def _next(seen: OneSeen, left: list[str]) -> Next:
    """Nothing that would be refused as it stands now. `left`: the languages still to be looked at."""
    if seen.may_judge:
        return Next.JUDGE
    if seen.one.state is not AnnouncementState.DRAFT or not seen.may_change:
        return Next.NOTHING
    if left:
        return Next.LOOK
    if not seen.people or not seen.may_send:
        return Next.NOTHING
    return Next.ASK if seen.needs_approval else Next.SEND


@placed(AnnouncementShown)
async def place_of_shown(work: Work, fact: AnnouncementShown) -> Place | None:
    return Place() if await announcements.find(work.connection, fact.announcement) is not None else None


@followed(AnnouncementShown)
def what_telegram_said(fact: AnnouncementShown, fate: Fate) -> "NoteTest | None":
    match fate:
        case Arrived():
            return NoteTest(fact=fact, refused="")
        case Refused(reason=reason):
            return NoteTest(fact=fact, refused=reason)
        case _:
            return None


@dataclass(frozen=True, kw_only=True)
class NoteTest:
    """`refused`: Telegram's words where it did not take it."""

    fact: AnnouncementShown
    refused: str

    async def __call__(self, work: Work) -> None:
        number = self.fact.announcement
        one = await announcements.lock(work.connection, number)
        if one is None:
            return
        if self.refused:
            said = AnnouncementRefused(
                announcement=number,
                language=self.fact.language,
                reason=self.refused,
                near=_near(one, self.fact.language, self.refused),
                asked_at=self.fact.asked_at,
            )
            work.post(Letter(to=self.fact.to, fact=said, priority=Priority.REPLY))
        else:
            await announcements.note(work.connection, number, tested={**one.tested, self.fact.language: self.fact.digest})
        outcome = "Refused" if self.refused else "Tested"
        work.note(AuditRow(who=self.fact.to, did="NoteTest", on=f"announcement:{number}", outcome=outcome))


def _near(one: Announcement, language: str, reason: str) -> str:
    """The words at the place Telegram counts to, in UTF-16 units."""
    numbers = [int(word) for word in reason.replace(",", " ").split() if word.isascii() and word.isdecimal()]
    texts = [str(part["params"].get("text") or part["params"].get("caption") or "") for part in one.parts.get(language, [])]
    if not numbers or "offset" not in reason or not any(texts):
        return ""
    spelt = max(texts, key=len).encode("utf-16-le")
    begin = max(numbers[0] - _AROUND, 0)
    return spelt[begin * 2 : (numbers[0] + _AROUND) * 2].decode("utf-16-le", "ignore").replace("\n", " ").strip()


_AROUND = 15  # UTF-16 units
