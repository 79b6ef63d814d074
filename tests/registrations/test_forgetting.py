"""What events know of somebody: they can see it, and it goes with them."""

import json

import bot.house  # noqa: F401 - all doors open
from services.my_data import ExportMyData
from services.privacy import ForgetPerson
from storage import attendance, event_dates
from storage.attendance import Attended, How
from storage.event_questions import Asked, NewQuestion
from tests.privacy.traces import as_it_lies, everything_stored
from tests.registrations.room import MAKER, announced, answers, comes, letters_to, meet, registration

ME = 1
SECRET_WISH = "I need a ramp for my wheelchair"
WISH = NewQuestion(kind=Asked.TEXT, words={"ko": "필요한 것?", "en": "What do you need?"})


async def known(office):
    """Somebody who comes, said something, and was there."""
    await meet(office, ME)
    event = await announced(office, questions=[WISH])
    asked = (await office.do(comes(ME, event))).seen.questions[0]
    await office.do(comes(ME, event, said=((asked.id, SECRET_WISH),)))
    mine = await registration(office, event, ME)
    assert mine is not None
    async with office.work() as work:
        (day,) = await event_dates.of_event(work.connection, event.id)
        await attendance.keep(work.connection, Attended(date=day.id, registration=mine.id, at=work.now, how=How.NAME, by=MAKER))
    return event, mine


async def test_what_was_said_lies_sealed_and_is_told_to_who_said_it(office_with_calls):
    _, mine = await known(office_with_calls)
    assert SECRET_WISH not in "\n".join((await as_it_lies(office_with_calls.store)).values())
    sections = json.loads((await office_with_calls.do(ExportMyData(by=ME))).text)["sections"]
    assert sections["event_answers"][0]["answer"] == SECRET_WISH
    assert sections["registrations"][0]["answer"] == "coming"
    assert len(sections["attendance"]) == len(sections["event_seats"]) == 1
    exported = json.dumps(sections)
    assert mine.code not in exported, "it opens the door"
    assert str(MAKER) not in json.dumps(sections["attendance"])


async def test_all_of_it_goes_with_the_person(office_with_calls):
    event, mine = await known(office_with_calls)
    assert await letters_to(office_with_calls, ME)
    await office_with_calls.do(ForgetPerson(by=ME))
    assert await answers(office_with_calls, event) == {}
    assert not await letters_to(office_with_calls, ME)
    stored = await everything_stored(office_with_calls.store)
    assert SECRET_WISH not in stored
    assert mine.code not in stored


async def test_of_a_coordinator_who_is_forgotten_no_number_stays(office_with_calls):
    event, _ = await known(office_with_calls)
    await meet(office_with_calls, MAKER)
    await office_with_calls.do(ForgetPerson(by=MAKER))
    tables = await as_it_lies(office_with_calls.store)
    assert str(MAKER) not in tables["attendance"]
    assert str(MAKER) not in tables["events"]
    assert await answers(office_with_calls, event) == {ME: "coming"}


async def test_the_page_of_what_is_kept_counts_it(town, owner):
    event = await announced(town.office)
    await owner.starts(f"ev_{event.id}")
    await owner.taps("✅ I come")
    await owner.sends("/mydata")
    owner.sees("Events you answered: 1", "Times you were there: 0")
