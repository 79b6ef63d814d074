"""Whom a member can book: the topics that somebody offers, and who offers one."""

from dataclasses import dataclass

from programme.topics import Topic
from storage import consultants
from storage.consultants import Consultant
from storage.work import Work


@dataclass(frozen=True, kw_only=True)
class TopicsOffered:
    """In the order of the programme; those that only the person advises on are left out."""

    person: int

    async def __call__(self, work: Work) -> tuple[Topic, ...]:
        offered = {topic for one in await _bookable(work, self.person) for topic in one.profile.topics}
        return tuple(topic for topic in Topic if topic in offered)


@dataclass(frozen=True, kw_only=True)
class Advisers:
    """Who takes sessions about the topic; in the order in which they joined."""

    person: int
    topic: Topic

    async def __call__(self, work: Work) -> tuple[Consultant, ...]:
        return tuple(one for one in await _bookable(work, self.person) if self.topic in one.profile.topics)


@dataclass(frozen=True, kw_only=True)
class Adviser:
    """One of them. None: they have left, are on a pause, or are the person."""

    person: int
    consultant: int

    async def __call__(self, work: Work) -> Consultant | None:
        found = await consultants.find(work.connection, self.consultant)
        return found if found is not None and found.takes_sessions and found.person != self.person else None


async def _bookable(work: Work, person: int) -> list[Consultant]:
    return [one for one in await consultants.present(work.connection) if one.takes_sessions and one.person != person]
