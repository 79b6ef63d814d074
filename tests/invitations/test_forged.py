"""Every tap and every subject with somebody else's numbers: nothing is shown, nothing changes."""

import pytest
from sqlalchemy import text

import bot.house  # noqa: F401 - opens every door of the house
from bot.dialogue.taps import BeginStory
from bot.screens.invitation_taps import RemindThem, SendAgain, ShowInvitations, ShowSentInvitation, TakeBackInvitation
from bot.screens.invited import AnswerLater, AskToDecline, Decline, ShowInvitation
from services.invitation_cards import NoInvitation, NotForYou
from services.invitation_chasing import RemindInvited, RenewInvitation, WithdrawInvitation
from services.invitation_questions import AskInviter
from services.invitations import Invite, InvitePerson, NotLead
from services.invited import AcceptInvitation, DeclineInvitation, InvitationFor
from tests.consortia.forming import IDEA, opened
from tests.finder.street import opens_shop
from tests.invitations.inviting import follows, invited
from tests.player import Player

LEADS_ONLY = "Only the lead business"
LABEL = "a label nobody else may read"


@pytest.fixture
async def office(office_with_calls):
    """1 leads and has invited 2 by link and 5 by name; 3 leads another one; 4 has a shop; 6 has nothing."""
    for person in (1, 2, 3, 4, 5):
        await opens_shop(office_with_calls, person, f"Shop {person}", serial=person)
    await opened(office_with_calls, 1, 1, "Morning Bread")
    await opened(office_with_calls, 3, 3, "Elsewhere")
    made = await invited(office_with_calls, 1, 1, LABEL)
    await follows(office_with_calls, 2, made)
    await office_with_calls.do(InvitePerson(by=1, consortium=1, invited=5, label=LABEL))
    return office_with_calls


async def shape(office) -> list[object]:
    tables = ("invitations", "invitation_openings", "invitation_questions", "seats")
    async with office.store.reading() as connection:
        return [[tuple(row) for row in await connection.execute(text(f"SELECT * FROM {table} ORDER BY 1, 2"))] for table in tables]


NUMBERS = (1, 2, 999, 0, -1)


@pytest.mark.parametrize("person", [2, 3, 4, 6])
async def test_whoever_does_not_lead_neither_sees_nor_changes_what_the_lead_has_sent(office, person):
    before = await shape(office)
    player = Player(office, id=person, language="en")
    wishes = [tap(number) for number in NUMBERS for tap in (ShowSentInvitation, TakeBackInvitation, SendAgain, RemindThem)]
    for wish in (ShowInvitations(1), ShowInvitations(999), *wishes, BeginStory("invite", "1"), BeginStory("invite", "x")):
        await player.wishes(wish)
        player.sees(LEADS_ONLY)
        assert LABEL not in player.text()
    for deed in (
        Invite(by=person, consortium=1),
        InvitePerson(by=person, consortium=1, invited=4),
        RenewInvitation(by=person, number=1),
        WithdrawInvitation(by=person, number=1),
        RemindInvited(by=person, number=1),
    ):
        assert await office.do(deed) == NotLead()
    assert await shape(office) == before


@pytest.mark.parametrize("person", [3, 4, 6])
@pytest.mark.parametrize("number", NUMBERS)
async def test_whoever_never_held_the_link_neither_sees_nor_answers(office, person, number):
    before = await shape(office)
    player = Player(office, id=person, language="en")
    for wish in (
        ShowInvitation(number),
        AnswerLater(number),
        AskToDecline(number),
        Decline(number),
        BeginStory("accept_invitation", str(number)),
        BeginStory("ask_inviter", str(number)),
    ):
        await player.wishes(wish)
        assert "Morning Bread" not in player.text()
        assert IDEA not in player.text()
    for deed in (
        AcceptInvitation(by=person, number=number, shop=person),
        DeclineInvitation(by=person, number=number),
        AskInviter(by=person, number=number, question="?"),
    ):
        assert isinstance(await office.do(deed), NoInvitation | NotForYou)
    assert await shape(office) == before


async def test_an_invitation_by_name_is_for_that_person_alone(office):
    assert await office.look(InvitationFor(person=2, number=2)) == NotForYou()
    assert (await office.look(InvitationFor(person=5, number=2))).number == 2


async def test_another_persons_shop_takes_no_seat(office):
    before = await shape(office)
    await office.do(AcceptInvitation(by=2, number=1, shop=4))
    await office.do(AcceptInvitation(by=2, number=1, shop=999))
    assert await shape(office) == before


@pytest.mark.parametrize("subject", ["", "x", "999", "-1", "１", "9" * 30])
@pytest.mark.parametrize("story", ["invite", "accept_invitation", "ask_inviter", "answer_invited"])
async def test_a_story_about_nothing_ends_kindly(office, story, subject):
    player = Player(office, id=4, language="en")
    await player.wishes(BeginStory(story, subject))
    assert player.buttons()
