"""What somebody hears when a course is over: that the certificate of having been there is ready for them."""

from dataclasses import dataclass

from programme.courses import is_complete
from programme.event_kinds import EventKind
from programme.events import EventState
from services.event_titles import Title, title_of
from services.letter_places import Place, placed
from services.letters import Letter, letter
from storage import attendance, course_certificates, course_ends, event_dates, events, registrations
from storage.events import Event
from storage.registrations import Registration
from storage.work import Work


@letter("event_course_done")
@dataclass(frozen=True, kw_only=True)
class CertificateReady:
    event: int
    registration: int
    title: Title
    attended: int
    dates: int


def ready_key(registration: int) -> str:
    return f"event_course_done:{registration}"


async def tell_if_complete(work: Work, event: Event, registration: int) -> None:
    """For somebody who is written down after the others were told."""
    if event.kind is not EventKind.COURSE or not await course_ends.was_told(work.connection, event.id):
        return
    theirs = await registrations.find(work.connection, registration)
    dates = await event_dates.of_event(work.connection, event.id)
    attended = len(await attendance.dates_of(work.connection, registration))
    if theirs is not None and is_complete(attended, len(dates)):
        post_ready(work, event, theirs, attended, len(dates))


def post_ready(work: Work, event: Event, registration: Registration, attended: int, dates: int) -> None:
    fact = CertificateReady(
        event=event.id,
        registration=registration.id,
        title=title_of(event),
        attended=attended,
        dates=dates,
    )
    work.post(Letter(to=registration.person, fact=fact, key=ready_key(registration.id)))


@placed(CertificateReady)
async def _still_ready(work: Work, fact: CertificateReady) -> Place | None:
    """Not where they have it already, or it was a mistake that they were there."""
    event = await events.find(work.connection, fact.event)
    if event is None or event.state is not EventState.PUBLISHED:
        return None
    if await course_certificates.of_registration(work.connection, fact.registration) is not None:
        return None
    attended = len(await attendance.dates_of(work.connection, fact.registration))
    dates = len(await event_dates.of_event(work.connection, fact.event))
    return Place() if is_complete(attended, dates) else None
