"""Whom the finder suggests, in which order, and what is never on a screen."""

import random
from dataclasses import replace
from datetime import timedelta

import pytest
from sqlalchemy import insert, update

import bot.house  # noqa: F401 - all doors open
from bot.screens.finder_taps import (
    AskWhy,
    ChooseGu,
    NotForMe,
    Report,
    SayInterested,
    ShowContact,
    ShowFilters,
    ShowHidden,
    ShowMatches,
    ShowOther,
    ShowPartners,
    TakeInterestBack,
    Unhide,
)
from programme.districts import District
from programme.matching import Seeker, Share, match
from programme.tracks import Track
from programme.trades import Trade
from services.finder_matches import BestMatches, HideCard
from services.finder_reports import Reason
from storage import finder_matches, people, seats
from storage.finder import card_of
from storage.finder_matches import Looking, Only
from storage.seats import Role
from storage.shops import Check, Kind, ShopRecord
from storage.tables import table_of
from tests.finder.street import SENTENCE, keeps_shop, leads, opens_shop, shows_card
from tests.player import Player

SHOPS = table_of(ShopRecord)


async def found(office, me, **more) -> list[int]:
    page = await office.look(BestMatches(person=me.person, mine=me.shop, **more))
    return [one.card.shop for one in page.suggestions]


@pytest.fixture
async def street(office):
    """Mine, a bakery in Mapo; and four others, the best first."""
    mine = await opens_shop(office, 1, "Hanbit Bakery", serial=1)
    same = await opens_shop(office, 2, "Mapo Cakes", serial=2, trade=Trade.RICE_CAKE)
    beside = await opens_shop(office, 3, "Seodaemun Bread", serial=3, gu=District.SEODAEMUN)
    far = await opens_shop(office, 4, "Gangdong Print", serial=4, gu=District.GANGDONG, trade=Trade.PRINTING)
    farther = await opens_shop(office, 5, "Songpa Sewing", serial=5, gu=District.SONGPA, trade=Trade.SEWING)
    for shop in (mine, same, beside, far):
        await shows_card(office, shop, Share.BRAND, Share.FACILITIES)
    await shows_card(office, farther, Share.PURCHASING)
    return mine, same, beside, far, farther


async def test_the_nearest_with_most_in_common_come_first(office, street):
    mine, *others = street
    assert await found(office, mine) == [one.shop for one in others]


async def test_the_reasons_are_told_in_words(office, street):
    me = Player(office, id=1)
    await me.wishes(ShowMatches(street[0].shop))
    me.sees("4 cards")
    me.sees("1. Rice cakes in Mapo-gu")
    me.sees("same gu · another trade that fits · new · both would share: Joint facilities, Joint brand")
    me.sees("the gu next to yours · same trade")
    await me.taps("2. Bakery in Seodaemun-gu")
    me.sees(SENTENCE)
    me.sees("both learn the name")
    await me.taps("◀ Back to the list")
    me.sees("4 cards")


async def test_filters_narrow_the_list_and_are_taken_out_again(office, street):
    me = Player(office, id=1)
    await me.wishes(ShowMatches(street[0].shop))
    await me.taps("🔧 Filter", "Gu: all", "Gangdong-gu")
    me.sees("Whom do you want to see?")
    await me.taps("Show the list")
    me.sees("Only: Gangdong-gu")
    me.sees("1 card\n")
    await me.taps("1. Printing in Gangdong-gu", "◀ Back to the list", "🔧 Filter", "Trade: all", "Sewing", "Show the list")
    me.sees("Nobody fits this filter")
    await me.taps("🔧 Filter", "Without a filter", "To share: all", "Joint purchasing", "Show the list")
    me.sees("Sewing in Songpa-gu")
    me.sees("1 card\n")
    await me.taps("🔧 Filter", "To share: Joint purchasing", "All of them", "Show the list")
    me.sees("4 cards")


async def test_what_is_not_for_me_is_hidden_until_i_take_that_back(office, street):
    mine, same, *_ = street
    me = Player(office, id=1)
    await me.wishes(ShowOther(mine.shop, same.shop))
    await me.taps("Not for me")
    me.sees("does not learn of it")
    me.sees("3 cards")
    await me.taps("🔎 My card", "🙈 Hidden ones (1)")
    await me.taps("1. Rice cakes in Mapo-gu")
    me.sees("Nothing is hidden.")
    assert await found(office, mine) == [one.shop for one in street[1:]]


async def test_my_own_other_shops_are_not_suggested(office, street):
    second = await opens_shop(office, 1, "Hanbit Two", serial=9)
    await shows_card(office, second)
    assert second.shop not in await found(office, street[0])


async def test_who_sits_with_me_in_a_consortium_is_not_suggested(office, clock, street):
    mine, same, *others = street
    number = await leads(office, mine, "Mapo Bread")
    async with office.work() as work:
        await seats.take(
            work.connection,
            consortium=number,
            place=2,
            shop=same.shop,
            person=same.person,
            round_=Track.COLLABORATION,
            role=Role.MEMBER,
            now=clock.now(),
        )
    assert await found(office, mine) == [one.shop for one in others]
    assert mine.shop not in await found(office, same)


async def test_cooperatives_are_suggested_to_cooperatives_only(office, street):
    guild = await opens_shop(office, 6, "Mapo Guild", serial=6, kind=Kind.COOPERATIVE)
    union = await opens_shop(office, 7, "Mapo Union", serial=7, kind=Kind.FEDERATION)
    await shows_card(office, guild)
    await shows_card(office, union)
    assert guild.shop not in await found(office, street[0])
    assert await found(office, guild) == [union.shop]


@pytest.mark.parametrize("state", [Check.CLOSED, Check.SUSPENDED, Check.UNKNOWN, Check.MISMATCH, Check.REFUSED])
async def test_a_business_that_is_not_in_order_is_not_shown(office, street, state):
    mine, same, *_ = street
    await changes(office, same.shop, check_state=state.value)
    assert same.shop not in await found(office, mine)
    them = Player(office, id=2)
    await them.wishes(ShowMatches(same.shop))
    them.sees("the business number is not in order")


async def test_a_confirmed_business_is_said_to_be_one(office, street):
    await changes(office, street[2].shop, check_state=Check.WAITING.value)
    me = Player(office, id=1)
    await me.wishes(ShowOther(street[0].shop, street[1].shop))
    me.sees("✅ a confirmed business")
    await me.wishes(ShowOther(street[0].shop, street[2].shop))
    me.sees("⏳ business not confirmed yet")


async def test_a_removed_shop_is_gone_at_once(office, clock, street):
    await changes(office, street[1].shop, removed_at=clock.now())
    assert street[1].shop not in await found(office, street[0])


async def test_whoever_shut_the_bot_out_is_not_suggested(office, street):
    async with office.work() as work:
        desk = (await people.desks(work, {2: "en"}))[2]
        work.save_person(replace(desk.person, blocked=True))
    assert street[1].shop not in await found(office, street[0])


async def changes(office, shop, **values) -> None:
    async with office.work() as work:
        await work.connection.execute(update(SHOPS).where(SHOPS.c.id == shop).values(values))


async def test_without_a_card_of_ones_own_nothing_is_seen(office, street):
    stranger = await opens_shop(office, 8, "Curious Shop", serial=8)
    player = Player(office, id=8)
    for wish in (ShowMatches(stranger.shop), ShowOther(stranger.shop, street[1].shop), ShowHidden(stranger.shop)):
        await player.wishes(wish)
        player.sees("Show yours first")
        assert SENTENCE not in player.text()


async def test_nobody_looks_through_the_card_of_somebody_else(office, street):
    mine, same, beside, *_ = street
    forger = Player(office, id=5)
    for wish in (
        ShowMatches(mine.shop),
        ShowOther(mine.shop, same.shop),
        ShowHidden(mine.shop),
        SayInterested(mine.shop, same.shop),
        NotForMe(mine.shop, same.shop),
        TakeInterestBack(mine.shop, same.shop),
        Report(mine.shop, same.shop, Reason.RUDE),
        ShowPartners(mine.shop),
        ShowContact(mine.shop, same.shop),
        Unhide(mine.shop, same.shop),
        ShowMatches(10**17),
        ShowContact(same.shop, beside.shop),
    ):
        await forger.wishes(wish)
        forger.sees("no longer there")
    assert await found(office, mine) == [one.shop for one in street[1:]]


async def test_cards_that_are_not_there_end_kindly(office, street):
    mine = street[0].shop
    me = Player(office, id=1)
    for wish in (ShowOther(mine, 10**17), SayInterested(mine, 10**17), NotForMe(mine, 10**17), Report(mine, 10**17, Reason.OTHER)):
        await me.wishes(wish)
        me.sees("That card is no longer shown")
    for wish in (ShowOther(mine, mine), SayInterested(mine, mine), Report(mine, mine, Reason.OTHER)):
        await me.wishes(wish)
        me.sees("That card is no longer shown")
    await me.wishes(ShowMatches(mine, "99999.nothing.x:y".replace(":", ""), 10**17))
    me.sees("4 cards")
    await me.wishes(ShowFilters(mine, "garbage"))
    me.sees("Whom do you want to see?")


async def test_before_both_are_interested_no_screen_tells_who_anybody_is(office, street):
    mine, same, *_ = street
    me = Player(office, id=1)
    screens = []
    for wish in (
        ShowMatches(mine.shop),
        ShowOther(mine.shop, same.shop),
        SayInterested(mine.shop, same.shop),
        ShowOther(mine.shop, same.shop),
        ShowContact(mine.shop, same.shop),
        ShowPartners(mine.shop),
        AskWhy(mine.shop, same.shop),
        ChooseGu(mine.shop),
        NotForMe(mine.shop, same.shop),
        ShowHidden(mine.shop),
    ):
        await me.wishes(wish)
        assert me.screen is not None
        screens.append(me.text() + repr(me.labels()) + me.screen.words.html("en"))
    told = "\n".join(screens)
    planted = [secret for shop in street[1:] for secret in shop.secrets if len(secret) > 1]
    assert len(planted) == 24
    assert [secret for secret in planted if secret in told] == []


async def test_the_list_turns_its_pages_five_at_a_time(town, owner):
    mine = await keeps_shop(town, owner, "Hanbit Bakery", 1)
    await shows_card(town.office, mine)
    for serial in range(2, 9):
        await shows_card(town.office, await opens_shop(town.office, serial, f"Shop {serial}", serial=serial))
    await owner.sends("/finder")
    await owner.taps("⭐ Best matches (7)")
    owner.sees("7 cards", "5. Bakery")
    owner.sees_not("6. Bakery")
    await owner.taps("Page 2 ▶")
    owner.sees("6. Bakery", "7. Bakery")
    await owner.taps("7. Bakery in Mapo-gu", "◀ Back to the list")
    owner.sees("7. Bakery")


async def many_cards(office, count: int):
    """Of every trade in every gu, with all kinds of wishes. Their owners are 1000 and on."""

    from programme.consents import Purpose, terms
    from storage.consents import ConsentRecord
    from storage.finder import FinderCardRecord, bits
    from storage.people import PersonRecord

    dice = random.Random(count)
    async with office.work() as work:
        now = work.now
        folk, places, cards, agreed = [], [], [], []
        for number in range(1000, 1000 + count):
            folk.append({"id": number, "language": "en", "blocked": False, "started_at": now})
            shop = dict.fromkeys(column.name for column in SHOPS.c)
            shop |= {"id": number, "owner": number, "kind": "shop", "name": f"Shop {number}", "number": "", "number_index": f"x{number}"}
            shop |= {"trade": dice.choice(list(Trade)).value, "gu": dice.choice(list(District)).value, "trade_words": ""}
            shop |= {"opened_on": now.date(), "registered_at": now, "changed_at": now, "check_state": "active", "check_tries": 0}
            places.append(shop)
            shares = [share for share in Share if dice.random() < 0.5]
            shown_at = now - timedelta(days=dice.randrange(30))
            card = {"shop": number, "person": number, "shares": bits(shares), "sentence": SENTENCE, "tells_phone": False}
            cards.append({**card, "shown_at": shown_at, "ends_at": now + timedelta(days=30)})
            consent = {"person": number, "purpose": Purpose.FINDER.value, "version": terms(Purpose.FINDER).version}
            agreed.append({**consent, "language": "en", "given_at": now})
        for record, rows in ((PersonRecord, folk), (ShopRecord, places), (FinderCardRecord, cards), (ConsentRecord, agreed)):
            await work.connection.execute(insert(record), rows)


async def test_among_two_thousand_cards_the_database_orders_as_the_programme_does_and_reads_one_page(office, store):
    mine = await opens_shop(office, 1, "Hanbit Bakery", serial=1)
    await shows_card(office, mine, Share.BRAND, Share.SYSTEM)
    await many_cards(office, 2000)
    seeker = Seeker(gu=District.MAPO, trade=Trade.BAKERY, shares=frozenset({Share.BRAND, Share.SYSTEM}))
    looking = Looking(shop=mine.shop, person=1, kind=Kind.SHOP, seeker=seeker)
    now = office.clock.now()
    async with store.reading() as connection:
        everything = await finder_matches.page(connection, looking, Only(), now, limit=2000, offset=0)
    reckoned = [match(seeker, one.card.seeker, shown_at=one.card.shown_at, now=now).points for one in everything]
    assert len(everything) == 2000
    assert [one.points for one in everything] == reckoned == sorted(reckoned, reverse=True)
    me = Player(office, id=1)
    await me.wishes(ShowMatches(mine.shop, "-.-.-", 150))
    me.sees("2000 cards")
    me.sees("751. ")
    assert [one.card.shop for one in everything[750:755]] == await found(office, mine, page=150)


async def test_a_page_of_many_fetches_only_its_own_rows(office, store, monkeypatch):
    mine = await opens_shop(office, 1, "Hanbit Bakery", serial=1)
    await shows_card(office, mine)
    await many_cards(office, 60)
    made = []

    def counted(row):
        made.append(row["shop"])
        return card_of(row)

    monkeypatch.setattr("storage.finder_matches.card_of", counted)
    await found(office, mine, page=3)
    assert len(made) == 5


async def test_hiding_one_changes_nothing_for_others(office, street):
    mine, same, beside, *_ = street
    await office.do(HideCard(by=1, mine=mine.shop, other=same.shop))
    assert same.shop in await found(office, beside)
