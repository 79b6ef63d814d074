"""Somebody who was introduced is forgotten: neither card nor name is left, and nothing that would tell of them is sent."""

import json

from services.introduction_answers import AgreeToMeet
from services.introduction_views import IntroductionsOf, MyIntroductions
from services.my_data import ExportMyData
from services.privacy import ForgetPerson
from tests.events.making import letters_to
from tests.introductions.meeting import circles, held, introduces, with_cards
from tests.privacy.traces import by_table

ME, OTHER, THIRD = 951, 952, 953


async def agreed(office):
    event = await held(office)
    await with_cards(office, event, ME, OTHER)
    await introduces(office, event)
    [one] = await circles(office, event)
    for person in (ME, OTHER):
        await office.do(AgreeToMeet(by=person, introduction=one.id))
    return event


async def test_nothing_is_left_of_them_and_the_other_sees_that_the_card_is_gone(office, store):
    event = await agreed(office)
    mine = json.loads((await office.do(ExportMyData(by=ME))).text)["sections"]
    assert [row["offers"] for row in mine["introduction_cards"]] == ["Our oven is free."]
    assert [row["said"] for row in mine["introductions"]] == ["yes"]
    await office.do(ForgetPerson(by=ME))
    tables = await by_table(store)
    traces = {name for name in tables if name.startswith("introduction") and str(ME) in tables[name]}
    assert traces == set()
    assert [name for name, lying in tables.items() if f"Shop number {ME}" in lying] == []
    view = await office.look(IntroductionsOf(person=OTHER, event=event.id))
    assert isinstance(view, MyIntroductions)
    assert [circle.agreed for circle in view.circles] == [()]
    assert await letters_to(office, OTHER, "event_introduction_met") == []


async def test_a_letter_that_still_waits_goes_without_their_card(office):
    event = await held(office)
    await with_cards(office, event, ME, OTHER, THIRD)
    await introduces(office, event)
    [before] = await letters_to(office, THIRD, "event_introduction")
    assert len(before.offers) == 2
    await office.do(ForgetPerson(by=ME))
    [after] = await letters_to(office, THIRD, "event_introduction")
    assert len(after.offers) == 1
    assert await letters_to(office, ME, "event_introduction") == []


async def test_what_one_keeps_holds_nobody_elses_number(office):
    await agreed(office)
    mine = (await office.do(ExportMyData(by=ME))).text
    assert str(OTHER) not in mine
