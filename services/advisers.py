"""Whom a member can book: the topics that somebody offers, and who offers one."""

from dataclasses import dataclass

from programme.topics import Topic
from services.calendars import offering
from storage import consultants
from storage.consultants import Consultant, Profile
from storage.work import Work


@dataclass(frozen=True, kw_only=True)
class TopicsOffered:
    """In the order of the programme; those that only the person advises on are left out."""

    person: int

    async def __call__(self, work: Work) -> tuple[Topic, ...]:
        bookable = [one for one in await consultants.present(work.connection) if one.takes_sessions and one.person != self.person]
        offered = {topic for one in bookable for topic in one.profile.topics}
        return tuple(topic for topic in Topic if topic in offered)


@dataclass(frozen=True, kw_only=True)
class Advisers:
    """Who takes sessions about the topic; in the order in which they joined."""

    person: int
    topic: Topic

    async def __call__(self, work: Work) -> tuple[Consultant, ...]:
        return tuple(await offering(work, person=self.person, topic=self.topic))


@dataclass(frozen=True, kw_only=True)
class Adviser:
    """One of them. None: they have left, are on a pause, or are the person."""

    person: int
    consultant: int

    async def __call__(self, work: Work) -> Consultant | None:
        found = await consultants.find(work.connection, self.consultant)
        return found if found is not None and found.takes_sessions and found.person != self.person else None


@dataclass(frozen=True, kw_only=True)
class Profiles:
    """By person, of those who have left, too."""

    people: tuple[int, ...]

    async def __call__(self, work: Work) -> dict[int, Profile]:
        found = await consultants.of_ids(work.connection, self.people)
        return {person: one.profile for person, one in found.items()}
