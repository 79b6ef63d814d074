"""Two who have met form a consortium: the lead invites the other from the contact."""

import pytest

import bot.house  # noqa: F401 - all doors open
from bot.screens.finder_taps import InviteThem, ShowContact, TakeInterestBack
from services.finder_meetings import BeInterested
from tests.finder.street import keeps_shop, leads, opens_shop, shows_card
from tests.player import Player


async def meet(office, one, other) -> None:
    for shop in (one, other):
        await shows_card(office, shop)
    await office.do(BeInterested(by=one.person, mine=one.shop, other=other.shop))
    await office.do(BeInterested(by=other.person, mine=other.shop, other=one.shop))


async def test_the_lead_invites_whom_they_met_and_the_other_gets_the_invitation(town, owner, neighbour):
    hanbit = await keeps_shop(town, owner, "Hanbit Bakery", 1)
    namu = await keeps_shop(town, neighbour, "Namu Cakes", 2)
    await leads(town.office, hanbit, "Mapo Bread")
    await meet(town.office, hanbit, namu)
    await town.settles()
    await owner.starts()
    await neighbour.starts()
    await owner.sends("/finder")
    await owner.taps("🤝 Those I met (1)", "🏪 Namu Cakes", "✉️ Invite to Mapo Bread")
    owner.sees("The invitation is sent")
    neighbour.sees("Mapo Bread", "Hanbit Bakery")
    await owner.taps("✉️ Invite to Mapo Bread")
    owner.sees("have an invitation already")
    await neighbour.sends("/finder")
    await neighbour.taps("🤝 Those I met (1)", "🏪 Hanbit Bakery")
    neighbour.sees_button("🤝 Open a consortium")


@pytest.fixture
async def three(office):
    """Hanbit leads and has met Namu; Third has met nobody and leads, too."""
    hanbit, namu, third = [await opens_shop(office, n, name, serial=n) for n, name in enumerate(("Hanbit", "Namu Cakes", "Third Shop"), 1)]
    await meet(office, hanbit, namu)
    await shows_card(office, third)
    return hanbit, namu, third


async def test_nobody_is_invited_without_having_met_whatever_is_forged(office, three):
    hanbit, namu, third = three
    theirs = await leads(office, third, "Third Things")
    forger = Player(office, id=3)
    for wish in (
        InviteThem(third.shop, namu.shop, theirs),
        InviteThem(hanbit.shop, namu.shop, theirs),
        InviteThem(10**17, namu.shop, theirs),
    ):
        await forger.wishes(wish)
        assert "Namu" not in forger.text()
        assert "invitation is" not in forger.text()


async def test_into_the_consortium_of_somebody_else_nobody_can_invite(office, three):
    hanbit, namu, third = three
    theirs = await leads(office, third, "Third Things")
    me = Player(office, id=1)
    await me.wishes(InviteThem(hanbit.shop, namu.shop, theirs))
    me.sees("Only the lead of a consortium can invite")


async def test_after_the_interest_was_taken_back_the_old_button_invites_nobody(office, three):
    hanbit, namu, _ = three
    mine = await leads(office, hanbit, "Mapo Bread")
    me, them = Player(office, id=1), Player(office, id=2)
    await me.wishes(ShowContact(hanbit.shop, namu.shop))
    await them.wishes(TakeInterestBack(namu.shop, hanbit.shop))
    await me.taps("✉️ Invite to Mapo Bread")
    me.sees("no longer shown")
    await me.wishes(InviteThem(hanbit.shop, namu.shop, mine))
    me.sees("Nobody yet")
