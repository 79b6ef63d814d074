"""A consultant at work and owners who book, as the tests of sessions need them."""

from datetime import date, datetime, time
from itertools import product

from programme.districts import District
from programme.seoul import from_seoul
from programme.topics import Topic, Way
from services.hold_wishes import Held
from services.office import Office
from services.sessions import Booked, BookSession, HoldSession
from storage import consultants, people, working_hours
from storage.consultants import Calling, Profile, Terms
from storage.sessions import Session
from storage.working_hours import WeeklyHours
from tests.finder.street import opens_shop

YUN, HAN = 9001, 9002  # a consultant, a mentor
DAY = date(2026, 3, 10)  # a Tuesday, eight days after the clock of the tests
OPEN = ((10 * 60, 12 * 60), (13 * 60, 18 * 60))
PLAIN = Terms(slot=60, before=0, after=0, notice=24, ahead=42, most_a_day=None, most_a_week=None)


async def advises(
    office: Office,
    person: int = YUN,
    *,
    name: str = "Yun",
    calling: Calling = Calling.CONSULTANT,
    topics: tuple[Topic, ...] = (Topic.TAX, Topic.PLANNING),
    terms: Terms = PLAIN,
    hours: tuple[tuple[int, int], ...] = OPEN,
) -> int:
    """Every weekday at these hours."""
    profile = Profile(
        calling=calling,
        name=name,
        line="Twenty years of tax returns",
        topics=tuple(topic.value for topic in topics),
        languages=("ko", "en"),
        ways=(Way.VIDEO.value, Way.PHONE.value),
        gu=District.MAPO.value,
        link="https://video.example/room",
    )
    week = [WeeklyHours(weekday=weekday, starts=starts, ends=ends) for weekday, (starts, ends) in product(range(5), hours)]
    async with office.work() as work:
        await people.desks(work, {person: "ko"})
        await consultants.join(work.connection, person, profile, terms, work.now)
        await working_hours.set_weekdays(work.connection, person, range(7), week)
    return person


async def keep_shops(office: Office, *owners: int) -> None:
    for person in owners:
        await opens_shop(office, person, f"Shop {person}", serial=person)


def at(hour: int, minute: int = 0, day: date = DAY) -> datetime:
    """On Seoul's clocks."""
    return from_seoul(datetime.combine(day, time(hour, minute)))


def hold(by: int, starts_at: datetime, consultant: int = YUN, **more) -> HoldSession:
    return HoldSession(**{"by": by, "consultant": consultant, "starts_at": starts_at, "topic": Topic.TAX, "way": Way.PHONE, **more})


async def holds(office: Office, by: int, starts_at: datetime, consultant: int = YUN, **more) -> Session:
    outcome = await office.do(hold(by, starts_at, consultant, **more))
    assert isinstance(outcome, Held), outcome
    return outcome.session


async def books(office: Office, by: int, starts_at: datetime, consultant: int = YUN, **more) -> Booked:
    session = await holds(office, by, starts_at, consultant, **more)
    outcome = await office.do(BookSession(by=by, session=session.id, goal="Our first tax return"))
    assert isinstance(outcome, Booked), outcome
    return outcome
