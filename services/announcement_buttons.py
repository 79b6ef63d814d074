"""The buttons under an announcement."""

from collections.abc import Mapping
from dataclasses import dataclass

from programme.announcements import MOST_BUTTONS
from services.announcement_changes import Changing, change, remade
from services.announcement_deeds import note
from storage import announcements
from storage.announcements import Announcement, NewAnnouncement
from storage.work import Work


@dataclass(frozen=True, slots=True)
class EnoughButtons:
    """So many stand below it already."""

    most: int


@dataclass(frozen=True, kw_only=True)
class AddButton:
    """`label`: by language. `leads`: "call:<key>", "event:<number>", "booking", or an https link."""

    by: int
    announcement: int
    label: Mapping[str, str]
    leads: str

    async def __call__(self, work: Work) -> Changing | EnoughButtons:
        outcome = await self._outcome(work)
        note(work, self.by, "AddButton", self.announcement, outcome)
        return outcome

    async def _outcome(self, work: Work) -> Changing | EnoughButtons:
        one = await announcements.lock(work.connection, self.announcement)
        if one is not None and len(one.buttons) >= MOST_BUTTONS:
            return EnoughButtons(MOST_BUTTONS)
        new = {"label": dict(self.label), "leads": self.leads}
        return await change(work, self.by, self.announcement, lambda one: remade(one, buttons=[*one.buttons, new]))


@dataclass(frozen=True, kw_only=True)
class DropButton:
    """`place` from 0; `seen`: the digest of what the person saw, so that a second tap drops no other."""

    by: int
    announcement: int
    place: int
    seen: str

    async def __call__(self, work: Work) -> Changing:
        outcome = await change(work, self.by, self.announcement, self._made)
        note(work, self.by, "DropButton", self.announcement, outcome)
        return outcome

    def _made(self, one: Announcement) -> NewAnnouncement:
        if one.digest != self.seen or not 0 <= self.place < len(one.buttons):
            return remade(one)
        return remade(one, buttons=[button for place, button in enumerate(one.buttons) if place != self.place])
