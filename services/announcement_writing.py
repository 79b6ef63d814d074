"""What an announcement says, in which languages, and of what kind it is."""

from collections.abc import Sequence
from dataclasses import dataclass

from programme.announcement_parts import Written, ends_in_album
from programme.announcements import MOST_PARTS, Category
from services.announcement_changes import Changing, change, remade
from services.announcement_deeds import note
from storage import announcements
from storage.announcements import Announcement, NewAnnouncement
from storage.work import Work


@dataclass(frozen=True, slots=True)
class LastLanguage:
    """Nothing would be left to be said."""


def check_parts(parts: Sequence[Written]) -> None:
    """The story has seen to it; anything else is a bug."""
    if not 0 < len(parts) <= MOST_PARTS or ends_in_album(parts):
        raise ValueError("an announcement has some messages, and does not end with an album")


@dataclass(frozen=True, kw_only=True)
class WriteWords:
    """`parts`: what is said in this language; none: it is not said in it any more."""

    by: int
    announcement: int
    language: str
    parts: tuple[Written, ...]

    async def __call__(self, work: Work) -> Changing | LastLanguage:
        outcome = await self._outcome(work)
        note(work, self.by, "WriteWords", self.announcement, outcome)
        return outcome

    async def _outcome(self, work: Work) -> Changing | LastLanguage:
        if not self.parts:
            one = await announcements.lock(work.connection, self.announcement)
            if one is not None and set(one.parts) <= {self.language}:
                return LastLanguage()
        else:
            check_parts(self.parts)
        return await change(work, self.by, self.announcement, self._made)

    def _made(self, one: Announcement) -> NewAnnouncement:
        others = {language: parts for language, parts in one.parts.items() if language != self.language}
        return remade(one, parts=others | ({self.language: list(self.parts)} if self.parts else {}))


@dataclass(frozen=True, kw_only=True)
class ChooseCategory:
    by: int
    announcement: int
    category: Category

    async def __call__(self, work: Work) -> Changing:
        outcome = await change(work, self.by, self.announcement, lambda one: remade(one, category=self.category))
        note(work, self.by, "ChooseCategory", self.announcement, outcome)
        return outcome
