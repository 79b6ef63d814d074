"""On working days at half past eight: what waits, to whoever it waits for, once, unless they have turned it off."""

import asyncio
from datetime import UTC, datetime

import pytest

import bot.house  # noqa: F401 - all doors open
from programme.rights import EVERYWHERE, Role
from services.inquiries import TakeBackQuestion
from services.letter_renewal import as_of_now
from services.mornings import GoodMorning, MorningWritten, NothingWaits, WriteMorning, say_good_morning
from services.privacy import ForgetPerson
from storage import mornings, roles
from tests.events.making import letters_to
from tests.today.desks import OFFICER, ask, holds

TUESDAY = datetime(2026, 3, 2, 23, 30, tzinfo=UTC)  # 08:30 in Seoul, the first working day after a long weekend


@pytest.fixture
async def asked(office):
    await holds(office, OFFICER, Role.COORDINATOR)
    await ask(office, 4)
    return office


async def mornings_of(office, person=OFFICER):
    return await letters_to(office, person, "today_%")


async def test_the_letter_says_what_waits_and_leads_there(town, clock, owner):
    boss = town.person("Boss")
    await boss.starts()
    await town.appoints(boss)
    await owner.starts()
    await ask(town.office, owner.person.id)
    await town.settles()
    clock.at = TUESDAY
    boss.remember()
    await town.does_chores()
    boss.sees("Good morning. This waits for you today:", "• 1 question without an answer")
    await town.does_chores()
    assert boss.chat().count("Good morning") == 1
    await boss.taps("📋 One by one")
    boss.sees("1. Question No. 1")
    owner.sees_not("Good morning")


@pytest.mark.parametrize(
    "moment",
    [
        datetime(2026, 3, 2, 23, 29, tzinfo=UTC),
        datetime(2026, 3, 3, 1, 0, tzinfo=UTC),
        datetime(2026, 3, 1, 23, 30, tzinfo=UTC),
        datetime(2026, 3, 6, 23, 30, tzinfo=UTC),
    ],
    ids=["too early", "no morning any more", "a holiday", "a Saturday"],
)
async def test_at_other_times_nothing_is_said(asked, clock, moment):
    clock.at = moment
    await say_good_morning(asked)
    assert await mornings_of(asked) == []


async def test_where_nothing_waits_nothing_is_said(office, clock):
    await holds(office, OFFICER, Role.COORDINATOR)
    clock.at = TUESDAY
    await say_good_morning(office)
    assert await mornings_of(office) == []


async def test_an_auditor_hears_nothing(office, clock):
    await ask(office, 4)
    await holds(office, OFFICER, Role.AUDITOR)
    clock.at = TUESDAY
    await say_good_morning(office)
    assert await mornings_of(office) == []


async def test_it_can_be_turned_off_and_on(town, clock, owner):
    boss = town.person("Boss")
    await boss.starts()
    await town.appoints(boss)
    await owner.starts()
    await ask(town.office, owner.person.id)
    await boss.sends("/today")
    await boss.taps("🔕 No morning letter")
    boss.sees("No letter in the morning any more.")
    clock.at = TUESDAY
    boss.remember()
    await town.does_chores()
    boss.sees_not("Good morning")
    await boss.taps("🔔 A letter each morning")
    boss.sees("On working days at 8:30")
    clock.passes(days=1)
    boss.remember()
    await town.does_chores()
    boss.sees("Good morning.")


async def test_what_is_done_before_the_letter_goes_is_not_told(asked, clock):
    clock.at = TUESDAY
    await ask(asked, 5)
    await say_good_morning(asked)
    [fact] = await mornings_of(asked)
    assert fact.counts == (2,)
    await asked.do(TakeBackQuestion(by=4, number=1))
    async with asked.work() as work:
        assert await as_of_now(work, [(OFFICER, fact)]) == [GoodMorning(places=fact.places, counts=(1,))]
    await asked.do(TakeBackQuestion(by=5, number=2))
    async with asked.work() as work:
        assert await as_of_now(work, [(OFFICER, fact)]) == [None]


@pytest.mark.both_databases
async def test_two_at_once_write_one_letter(asked, clock):
    clock.at = TUESDAY
    day = datetime(2026, 3, 3, tzinfo=UTC).date()
    outcomes = await asyncio.gather(*(asked.do(WriteMorning(to=OFFICER, day=day)) for _ in range(4)))
    assert [one for one in outcomes if isinstance(one, MorningWritten)] == [MorningWritten()]
    assert await mornings_of(asked) == [GoodMorning(places=(10,), counts=(1,))]


async def test_without_the_guard_two_at_once_would_write_two(asked, clock, monkeypatch):
    async def always(*_):
        return True

    monkeypatch.setattr(mornings, "begin", always)
    day = datetime(2026, 3, 3, tzinfo=UTC).date()
    outcomes = [await asked.do(WriteMorning(to=OFFICER, day=day)) for _ in range(2)]
    assert outcomes == [MorningWritten(), MorningWritten()]


async def test_somebody_named_in_the_settings_who_never_came_is_passed_over(office, clock):
    await ask(office, 4)
    async with office.work() as work:
        await roles.grant(work.connection, 77, Role.OWNER, EVERYWHERE, by=None, until=None, now=work.now)
    assert await office.do(WriteMorning(to=77, day=TUESDAY.date())) == NothingWaits()


async def test_who_is_forgotten_leaves_no_trace_of_their_mornings(asked, clock):
    clock.at = TUESDAY
    await say_good_morning(asked)
    await asked.do(ForgetPerson(by=OFFICER))
    async with asked.work() as work:
        assert await mornings.begin(work.connection, OFFICER, TUESDAY.date())
