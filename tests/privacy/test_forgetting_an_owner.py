"""Somebody with shops, a seat in a consortium and a card in the finder asks to be forgotten."""

import asyncio

import pytest

import bot.house  # noqa: F401 - all doors open
from bot.screens.privacy_taps import AskOnceMore, Forget
from programme.matching import Share
from services.invitation_questions import AskInviter
from services.privacy import ForgetPerson, Forgotten, StillLeads, WhatGoes
from services.seats import take_seat
from storage import consortia, shops
from storage.consortia import Consortium
from tests.agreements.agreeing import agree
from tests.agreements.conftest import circle, friend, settled
from tests.consortia.forming import opened
from tests.finder.street import Opened, opens_shop, shows_card
from tests.invitations.inviting import follows, invited
from tests.membership.circle import BINNA, LEAD, Circle, forms
from tests.player import Player
from tests.privacy.test_forgetting import asks_for_a_call, is_forgotten
from tests.privacy.traces import everything_stored, tables_with

__all__ = ["circle", "friend", "settled"]

# Where the number of somebody forgotten may stand still: so that the bot can talk to them, and as proof.
MAY_KNOW_THE_NUMBER = {"people", "audit", "letters", "arrivals", "consents", "announcement_choices"}
SENTENCE = "We have a walk-in freezer to share."


async def member_of_everything(town, clock, owner, neighbour, settled) -> tuple[str, ...]:
    """The neighbour, with a trace in every corner; the traces."""
    me, office = neighbour.person.id, town.office
    await agree(office, settled, clock)
    mine = Opened(person=me, shop=settled.shops[me], name="Dalbit Cakes", secrets=())
    await shows_card(office, mine, Share.BRAND, sentence=SENTENCE)
    elsewhere = await opens_shop(office, 77, "Far Away Tailor", serial=50)
    await shows_card(office, elsewhere, Share.BRAND)
    away = await opened(office, 77, elsewhere.shop, "Far Away Circle")
    made = await invited(office, 77, away.number, label="the cake shop of Dalbit")
    await follows(office, me, made)
    await office.do(AskInviter(by=me, number=made.number, question="Do you know my cousin Sunja?"))
    await neighbour.sends("/finder")
    await asks_for_a_call(neighbour)
    await neighbour.taps("🏠 Home", "🏪 My shops", "➕ Register another")
    await neighbour.sends("Half Typed Noodles")
    await town.settles()
    return ("Dalbit", "Owner2 of 2", "01077770002", "0010100029", "walk-in freezer", "Sunja", "share one oven", "01012345678", "Half Typed")


async def test_of_a_member_nothing_is_left_in_any_corner_even_with_the_seals_broken(store, town, clock, owner, neighbour, settled):
    traces = await member_of_everything(town, clock, owner, neighbour, settled)
    before = await everything_stored(store)
    assert [trace for trace in traces if trace not in before] == []
    await is_forgotten(neighbour)
    await town.settles()
    assert {trace: found for trace in traces if (found := await tables_with(store, trace))} == {}
    assert await tables_with(store, str(neighbour.person.id)) <= MAY_KNOW_THE_NUMBER


async def test_the_others_keep_what_is_theirs_and_hear_that_the_seat_is_free(store, town, clock, owner, neighbour, friend, settled):
    await member_of_everything(town, clock, owner, neighbour, settled)
    await is_forgotten(neighbour)
    owner.sees("Dalbit Cakes has left “Morning Bread”.")
    assert set(await settled.seats(town.office)) == {owner.person.id, friend.person.id}
    after = await everything_stored(store)
    assert all(trace in after for trace in ("Hanbit Bakery", "Byeolbit Tea", "Owner1 of 1", "Morning Bread", "Far Away Tailor"))


async def test_what_goes_and_what_stays_is_said_first_and_asked_twice(town, neighbour, owner, circle):
    await neighbour.starts()
    await neighbour.taps("❓ Help and settings", "🔒 Privacy", "🗑 Delete my data")
    neighbour.sees("The shop Dalbit Cakes", "Your seat in the consortium “Morning Bread”", "Stays:", "at least 5 years")
    await neighbour.taps("Go on to deleting")
    neighbour.sees("This cannot be undone.")
    assert neighbour.person.id in await circle.seats(town.office)
    await neighbour.taps("🏠 Home")
    neighbour.sees_button("🏪 My shops")


async def test_who_leads_others_hands_over_first(town, owner, neighbour, circle):
    await owner.starts()
    await owner.taps("❓ Help and settings", "🔒 Privacy", "🗑 Delete my data")
    owner.sees("First somebody else has to take the lead", "“Morning Bread”", "Nothing has been deleted")
    player = Player(town.office, id=owner.person.id)
    for wish in (AskOnceMore(), Forget()):
        await player.wishes(wish)
        player.sees("First somebody else has to take the lead")
    await owner.taps("🤝 Morning Bread")
    owner.sees("Morning Bread")
    assert len(await circle.seats(town.office)) == 3


async def test_a_lead_who_is_alone_takes_the_consortium_along(store, town, owner):
    circle = await lone_lead(town, owner)
    await is_forgotten(owner)
    consortium = await found(store, circle)
    assert (consortium.name, consortium.idea, consortium.dissolved_at is not None) == ("–", "", True)
    assert "Hanbit" not in await everything_stored(store)


async def found(store, circle: Circle) -> Consortium:
    async with store.reading() as connection:
        consortium = await consortia.find(connection, circle.number)
    assert consortium is not None
    return consortium


async def lone_lead(town, owner) -> Circle:
    await owner.starts()
    return await forms(town.office, owner.person.id)


async def test_the_name_of_a_consortium_others_sat_in_stays_theirs(store, town, owner, neighbour, friend, circle):
    for person in (neighbour, friend):
        await is_forgotten(person)
    await is_forgotten(owner)
    consortium = await found(store, circle)
    assert consortium.dissolved_at is not None
    assert (consortium.name, consortium.idea) == ("–", "")  # the last one takes it along


async def test_the_number_of_a_forgotten_shop_is_free_again(town, neighbour, circle):
    await is_forgotten(neighbour)
    again = await opens_shop(town.office, 99, "Dalbit Anew", serial=2)
    assert again.shop not in circle.shops.values()


async def test_registering_again_after_being_forgotten_begins_from_nothing(town, neighbour, circle):
    await is_forgotten(neighbour)
    await neighbour.starts()
    await neighbour.taps("🏪 Register my shop", "Begin")
    neighbour.sees("do you agree?")


async def both_at_once(office, circle):
    """The lead wants to be forgotten while somebody sits down."""
    async with office.store.reading() as connection:
        shop, consortium = await shops.find(connection, circle.shops[BINNA]), await consortia.find(connection, circle.number)

    assert shop is not None
    assert consortium is not None

    async def sits_down():
        async with office.work() as work:
            return await take_seat(work, consortium, shop)

    forgotten, seated = await asyncio.gather(office.do(ForgetPerson(by=LEAD)), sits_down())
    return type(forgotten), type(seated).__name__


@pytest.mark.parametrize("time", range(3))
async def test_who_sits_down_while_the_lead_is_forgotten_is_not_dissolved_away(office, time):
    circle = await forms(office, LEAD)
    await opens_shop(office, BINNA, "Dalbit Cakes", serial=2)
    [shop] = await shops_of(office, BINNA)
    circle = Circle(circle.number, LEAD, {**circle.shops, BINNA: shop})
    assert await both_at_once(office, circle) in {(StillLeads, "Seated"), (Forgotten, "NotForming")}


async def shops_of(office, person):
    return [shop.id for shop in (await office.look(WhatGoes(person=person))).shops]


async def test_being_forgotten_twice_is_being_forgotten_once(town, neighbour, circle):
    first = await town.office.do(ForgetPerson(by=neighbour.person.id))
    second = await town.office.do(ForgetPerson(by=neighbour.person.id))
    assert (first.shops, second.shops) == (1, 0)
