"""An announcement as its readers will see it, really sent to oneself. Only what Telegram took can go to others."""

import json
from dataclasses import dataclass
from datetime import datetime

from programme.announcements import Category, spoken_in
from programme.rights import Right
from services.announcement_changes import words_digest
from services.announcement_deeds import NoSuchAnnouncement, note
from services.coordinators import Forbidden, scopes
from services.letter_places import Arrived, Fate, Place, Refused, followed, placed
from services.letters import Letter, letter
from storage import announcements
from storage.announcements import Announcement
from storage.audit import AuditRow
from storage.letters import Priority
from storage.work import Work


@letter("announcement_shown")
@dataclass(frozen=True, kw_only=True)
class AnnouncementShown:
    """`methods` and `parameters` (JSON): its messages, one after the other. `labels`, `leads`: its buttons. `to`: who asked."""

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
        if not await scopes(work, self.by, Right.READ):
            return Forbidden()
        one = await announcements.find(work.connection, self.announcement)
        if one is None or not one.parts:
            return NoSuchAnnouncement()
        shown = _shown(one, spoken_in(one.parts, self.language), self.by, work.now)
        # As a reply: by night it must not wait behind letters that were put off until the morning.
        work.post(Letter(to=self.by, fact=shown, priority=Priority.REPLY))
        return Showing()


def _shown(one: Announcement, language: str, to: int, now: datetime) -> AnnouncementShown:
    parts = one.parts[language]
    return AnnouncementShown(
        announcement=one.id,
        language=language,
        digest=words_digest(one, language),
        category=one.category,
        methods=tuple(part["method"] for part in parts),
        parameters=tuple(json.dumps(part["params"], ensure_ascii=False) for part in parts),
        labels=tuple(label_in(button["label"], language) for button in one.buttons),
        leads=tuple(button["leads"] for button in one.buttons),
        to=to,
        asked_at=now,
    )


def label_in(label: dict[str, str], language: str) -> str:
    return label[spoken_in(label, language)]


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
