"""The end of a card: its owner is asked a week ahead, old ones are deleted, and a forgotten person leaves nothing in the finder."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta

from services.chores import chore, one_by_one
from services.finder_letters import ends_key, withdraw_letters_of
from services.letters import Letter, letter
from services.office import Office
from storage import finder_cards, finder_matches, finder_meetings, finder_reports, shops
from storage.work import Work

ASKED_BEFORE = timedelta(days=7)
KEPT_AFTERWARDS = timedelta(days=30)  # so that it can be shown again without typing


@letter("finder_ends")
@dataclass(frozen=True, kw_only=True)
class CardEndsSoon:
    """To its owner: are you still looking?"""

    shop: int
    name: str
    ends_at: datetime


@chore(timedelta(minutes=10))
async def ask_who_still_looks(office: Office) -> None:
    """A week before a card ends its owner is asked once; cards long over are deleted."""
    now = office.clock.now()
    async with office.store.reading() as connection:
        ending = await finder_cards.ending(connection, before=now + ASKED_BEFORE, now=now)
    await one_by_one(office, {f"card:{number}": AskWhetherStillLooking(shop=number) for number in ending})
    async with office.work() as work:
        await finder_cards.clear_away(work.connection, ended_before=work.now - KEPT_AFTERWARDS)


@dataclass(frozen=True, kw_only=True)
class AskWhetherStillLooking:
    """The office itself; once, whoever else has found the same card ending."""

    shop: int

    async def __call__(self, work: Work) -> None:
        claimed = await finder_cards.claim_ending(work.connection, self.shop, before=work.now + ASKED_BEFORE, now=work.now)
        shop = await shops.find(work.connection, self.shop)
        if claimed is not None and shop is not None:
            person, ends_at = claimed
            fact = CardEndsSoon(shop=shop.id, name=shop.name, ends_at=ends_at)
            work.post(Letter(to=person, fact=fact, key=ends_key(shop.id)))


async def forget(work: Work, person: int) -> None:
    """Everything of the person in the finder, and every letter that would tell of it."""
    numbers = [shop.id for shop in await shops.of_owner(work.connection, person)]
    await forget_shops(work, sorted({*numbers, *await finder_cards.of_person(work.connection, person)}))
    await finder_matches.forget_hidden(work.connection, person)
    await finder_reports.forget_reporter(work.connection, person)


async def forget_shops(work: Work, numbers: Sequence[int]) -> None:
    """Their cards, whom they were interested in and whom they have met."""
    await withdraw_letters_of(work, numbers, met_too=True)
    await finder_meetings.forget(work.connection, numbers)
    await finder_cards.forget(work.connection, numbers)
