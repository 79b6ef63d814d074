"""A networking meeting on Tuesday the 10th at 14:00, and people with shops who come to it."""

from datetime import timedelta
from typing import Any

from programme.districts import District
from programme.introductions import Speaks
from programme.trades import Trade
from services.introduction_rounds import IntroducePeople, NobodyNew, RoundMade
from services.introductions import CardWritten, WriteCard
from services.office import Office
from storage import introduction_circles
from storage.events import Event
from storage.introduction_circles import Introduction
from tests.cast import Cast
from tests.clock import HandClock
from tests.events.making import published, registers, span
from tests.finder.street import Opened, opens_shop
from tests.town import Town

BEGINS = span()[0]
DAY_BEFORE = BEGINS - timedelta(days=1) + timedelta(minutes=1)  # Monday the 9th, 14:01
TRADES = (Trade.BAKERY, Trade.MEAT, Trade.PRINTING, Trade.SEAFOOD, Trade.SEWING, Trade.CULTURE)


async def held(office: Office, **more: Any) -> Event:
    return await published(office, reminders=(), **more)


async def comes(office: Office, event: Event, person: int, name: str, *, serial: int, **more: Any) -> Opened:
    """With a shop, and a seat."""
    shop = await opens_shop(office, person, name, serial=serial, **more)
    await registers(office, event, person)
    return shop


async def shows(
    office: Office, event: Event, shop: Opened, offers: str = "Our oven is free.", looks_for: str = "A designer.", **more
) -> None:
    card = {"speaks": Speaks.KOREAN, **more}
    done = await office.do(WriteCard(by=shop.person, event=event.id, shop=shop.shop, offers=offers, looks_for=looks_for, **card))
    assert isinstance(done, CardWritten), done


async def with_cards(office: Office, event: Event, *people: int) -> dict[int, Opened]:
    """Each of another trade, all in Mapo; by person."""
    found = {}
    for place, person in enumerate(people):
        shop = await comes(office, event, person, f"Shop number {person}", serial=person % 500, trade=TRADES[place % 6], gu=District.MAPO)
        await shows(office, event, shop)
        found[person] = shop
    return found


async def introduces(office: Office, event: Event, by: int | None = None) -> RoundMade | NobodyNew:
    outcome = await office.do(IntroducePeople(event=event.id, by=by))
    assert isinstance(outcome, RoundMade | NobodyNew), outcome
    return outcome


async def circles(office: Office, event: Event) -> list[Introduction]:
    async with office.store.reading() as connection:
        return await introduction_circles.of_event(connection, event.id)


async def writes_card(
    person: Cast, event: Event, offers: str = "Our oven is free in the afternoon.", looks_for: str = "A printer."
) -> None:
    """By hand, from the link to the end."""
    await person.starts(f"ei_{event.id}")
    await person.taps("✍️ Write my card")
    await person.sends(offers, looks_for)
    await person.taps("Korean and English", "🤝 Yes, introduce me")


async def are_introduced(town: Town, clock: HandClock) -> None:
    """The day before comes."""
    clock.at = DAY_BEFORE
    await town.does_chores()
