"""An event on the notices board: announced to those who asked to hear of its kind, and called off for who reads it there again."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from programme.districts import District
from programme.event_kinds import EventKind
from programme.events import EventState
from programme.subscriptions import Subject
from programme.tracks import Track
from services.event_people import refusal, who_is
from services.event_titles import Title, title_of
from services.letter_renewal import Addressed, renewed
from services.letters import letter
from services.notices import post_notice, still_wanted
from storage import event_dates, events, registrations
from storage.events import Event
from storage.work import Work


@letter("event_announced")
@dataclass(frozen=True, kw_only=True)
class EventAnnounced:
    notice: int = 0
    event: int
    kind: EventKind
    title: Title
    starts_at: datetime
    place: str
    dates: int = 1
    last: datetime | None = None  # the end of the last date; None in a letter of an older version

    @property
    def subject(self) -> Subject:
        return Subject(self.kind.value)


@letter("event_called_off")
@dataclass(frozen=True, kw_only=True)
class EventCalledOff:
    """On the board alone: whoever is registered has a letter of their own. `why`: as the office typed it for everybody."""

    notice: int = 0
    event: int
    title: Title
    starts_at: datetime
    why: str
    dates: int = 1
    last: datetime | None = None


async def tell_published(work: Work, event: Event) -> None:
    """Subscribers of its kind get it, batch by batch; everybody finds it on the board and in the list of events."""
    fact = EventAnnounced(
        event=event.id,
        kind=event.kind,
        title=title_of(event),
        starts_at=event.starts_at,
        place=event.place,
        dates=len(await event_dates.of_event(work.connection, event.id)),
        last=event.ends_at,
    )
    await post_notice(work, fact, subject=fact.subject, track=_track(event), gu=_gu(event))


async def tell_called_off(work: Work, event: Event, why: str) -> None:
    dates = len(await event_dates.of_event(work.connection, event.id))
    fact = EventCalledOff(event=event.id, title=title_of(event), starts_at=event.starts_at, why=why, dates=dates, last=event.ends_at)
    await post_notice(work, fact, subject=Subject(event.kind.value), track=_track(event), gu=_gu(event), tells=False)


def _track(event: Event) -> Track | None:
    return Track(event.track) if event.track is not None else None


def _gu(event: Event) -> District | None:
    """Of several gu each letter is looked at when it goes out."""
    return District(event.gus[0]) if len(event.gus) == 1 else None


@renewed(EventAnnounced)
async def while_it_is_on(work: Work, letters: Sequence[Addressed]) -> list[EventAnnounced | None]:
    """None: called off or begun, taken down, not for them, answered already, or they want to hear no more of such events."""
    known = await events.of_ids(work.connection, {fact.event for _, fact in letters})
    wanted = await still_wanted(work, letters)
    return [
        fact if wants and await _concerns(work, to, known.get(fact.event)) else None
        for (to, fact), wants in zip(letters, wanted, strict=True)
    ]


async def _concerns(work: Work, person: int, event: Event | None) -> bool:
    if event is None or event.state is not EventState.PUBLISHED or event.starts_at <= work.now:
        return False
    if await registrations.of_person(work.connection, event.id, person) is not None:
        return False
    return refusal(await who_is(work, person), event) is None
