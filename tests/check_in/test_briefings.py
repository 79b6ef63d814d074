"""Having been at a briefing is known where a call asks for it; a person answers all the same."""

import pytest
from sqlalchemy import text

from programme.event_kinds import EventKind
from services.check_in import CheckInByName
from tests.check_in.attending import comes, dates_of, doors_are_open
from tests.events.making import published
from tests.membership.circle import chooses, looks, meets

OF_2017 = "collaboration-2017"
CALL = "2017 collaboration support for the self-employed (closed)"
FINE = ("3 shops", "Yes", "Fewer than 5", "None of these", "None of these", "Yes")


@pytest.fixture
async def officer(town):
    officer = town.person("Officer")
    await officer.starts()
    await town.appoints(officer)
    return officer


async def was_at_a_briefing(town, clock, officer, *people) -> None:
    event = await published(
        town.office, by=officer.person.id, kind=EventKind.BRIEFING, title={"ko": "사업설명회", "en": "Briefing 2017"}, call=OF_2017
    )
    [date] = await dates_of(town.office, event)
    doors_are_open(clock, date)
    for person in people:
        theirs = await comes(town.office, event, person.person.id)
        await town.office.do(CheckInByName(by=officer.person.id, date=date.id, registration=theirs.id))


async def chose_when_it_was_open(town, circle) -> None:
    async with town.store.transaction() as connection:
        version = await connection.scalar(text("SELECT version FROM calls_in_use WHERE key = :key"), {"key": OF_2017})
        chosen = {"call": f"{OF_2017}@{version}", "id": circle.number}
        await connection.execute(text("UPDATE consortia SET call = :call WHERE id = :id"), chosen)


async def is_asked(owner) -> None:
    await owner.starts()
    await owner.taps("✅ Can we apply?", "🏪 Small shops", *FINE)
    await owner.taps("🔁 Check another call", CALL)
    owner.sees("One of the two briefing sessions must be attended")


async def test_the_pre_check_knows_a_visit_and_says_from_where(town, clock, owner, officer):
    await owner.starts()
    await was_at_a_briefing(town, clock, officer, owner)
    await is_asked(owner)
    owner.sees("You were at “Briefing 2017” on Tue 10 Mar 2026", "noted from your check-in")
    await owner.taps("✓ Yes, as noted")
    owner.sees("✓ Briefing attended: yes")


async def test_a_person_may_say_otherwise(town, clock, owner, officer):
    await owner.starts()
    await was_at_a_briefing(town, clock, officer, owner)
    await is_asked(owner)
    await owner.taps("No")
    owner.sees("✗ Briefing attended – not met: no", "Attend a briefing session.")
    owner.sees_button("📅 Briefings to come")


async def test_who_is_not_noted_is_asked_as_before_and_a_claimed_yes_counts(town, clock, owner, neighbour, officer):
    await neighbour.starts()
    await was_at_a_briefing(town, clock, officer, neighbour)
    await is_asked(owner)
    owner.sees_not("as noted")
    await owner.taps("Yes")
    owner.sees("✓ Briefing attended: yes")


async def test_the_card_says_that_nobody_was_there_and_leads_to_the_briefings(town, clock, owner, neighbour, officer):
    circle = await meets(town, owner, neighbour)
    await chose_when_it_was_open(town, circle)
    await looks(neighbour)
    neighbour.sees("This call wants one of you to have been at a briefing, and no visit is noted.")
    await neighbour.taps("📅 Briefings to come")
    neighbour.sees("What is on for me", "Only: Briefing")


async def test_one_member_who_was_there_is_enough_and_is_named_on_the_card(town, clock, owner, neighbour, officer):
    circle = await meets(town, owner, neighbour)
    await chose_when_it_was_open(town, circle)
    await was_at_a_briefing(town, clock, officer, neighbour)
    await looks(owner)
    owner.sees("At a briefing: Dalbit Cakes (Tue 10 Mar 2026)")
    owner.sees_not("no visit is noted")


async def test_a_call_without_that_condition_says_nothing_of_it(town, clock, owner, neighbour, officer):
    circle = await meets(town, owner, neighbour)
    await chooses(town.office, circle)
    await was_at_a_briefing(town, clock, officer, neighbour)
    await looks(owner)
    owner.sees_not("At a briefing")
    owner.sees_not("no visit is noted")
