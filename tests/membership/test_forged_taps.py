"""A button names a wish, never a right: every tap and story of a consortium, in the hands of those it was not drawn for."""

import inspect
from dataclasses import fields

import pytest
from sqlalchemy import text

import bot.house  # noqa: F401 - opens every door of the house
from bot.dialogue.taps import BeginStory
from bot.screens import consortium_taps, waiting_seats
from bot.screens.consortium_taps import AnswerLead, AskToPromise, MakePromise, ShowMember, ShowMembers, ShowOwnShare
from bot.screens.waiting_seats import ShowQueues, WaitForSeat, WaitWith
from bot.taps import Tap
from services.project_cost import SetProjectCost
from tests.membership.circle import BINNA, CHORONG, LEAD, NAME, SHOPS, STRANGER, chooses, forms
from tests.membership.racing import offered
from tests.player import Player

TAPS = [
    kind
    for module in (consortium_taps, waiting_seats)
    for _, kind in inspect.getmembers(module, inspect.isclass)
    if issubclass(kind, Tap) and kind.__module__ == module.__name__
]
STORIES = (
    "leave_consortium",
    "remove_member",
    "hand_over",
    "name_accountant",
    "project_cost",
    "pledge",
    "shares",
    "choose_call",
    "dissolve_consortium",
    "rename_consortium",
    "consortium_idea",
)
FOR_EVERY_MEMBER = {ShowMembers, ShowMember, ShowOwnShare, AskToPromise, MakePromise, ShowQueues, WaitForSeat, WaitWith}
STORIES_FOR_MEMBERS = {"leave_consortium", "pledge"}
TABLES = ("consortia", "seats", "handovers", "waiting_seats", "agreements")


@pytest.fixture
async def circle(office_with_calls):
    """With a cost, a call, and the lead offered to BINNA. It takes in nobody by itself."""
    found = await forms(office_with_calls, LEAD, BINNA, CHORONG)
    await chooses(office_with_calls, found)
    await office_with_calls.do(SetProjectCost(by=LEAD, consortium=found.number, cost=30_000_000))
    await offered(office_with_calls, found, BINNA)
    async with office_with_calls.store.transaction() as connection:
        await connection.execute(text("UPDATE consortia SET recruits = false"))
    return found


async def written(office) -> list[list[object]]:
    async with office.store.reading() as connection:
        return [[tuple(row) for row in await connection.execute(text(f"SELECT * FROM {table} ORDER BY 1"))] for table in TABLES]


async def aimed(office, kind: type[Tap], circle) -> list[Tap]:
    """The tap at every number there is: consortium, seats, hand-over; and at one that is not there."""
    seats = [seat.id for seat in (await circle.seats(office)).values()]
    named = fields(kind)  # type: ignore[arg-type]
    return [kind(**{field.name: value(field, number) for field in named}) for number in {circle.number, *seats, 999}]


def value(field, number: int) -> int | bool | str:
    if field.type is str or field.type == "str":
        return "aaaaaaaa"
    if field.type is bool or field.type == "bool":
        return True
    return 0 if field.name in {"page", "amount", "of"} else number


@pytest.mark.parametrize("kind", TAPS, ids=lambda kind: kind.__name__)
async def test_a_stranger_changes_nothing_and_learns_nothing(office, circle, kind):
    stranger = Player(office, id=STRANGER)
    before = await written(office)
    for wish in await aimed(office, kind, circle):
        await stranger.wishes(wish)
        assert not [secret for secret in (NAME, *SHOPS[:3]) if secret in stranger.text()]
    assert await written(office) == before


@pytest.mark.parametrize("kind", [kind for kind in TAPS if kind not in FOR_EVERY_MEMBER], ids=lambda kind: kind.__name__)
async def test_a_member_cannot_do_what_is_the_leads_or_another_members(office, circle, kind):
    member = Player(office, id=CHORONG)
    before = await written(office)
    for wish in await aimed(office, kind, circle):
        await member.wishes(wish)
    assert await written(office) == before


@pytest.mark.parametrize("code", STORIES)
async def test_a_stranger_begins_no_story_about_it(office, circle, code):
    stranger = Player(office, id=STRANGER)
    seats = [seat.id for seat in (await circle.seats(office)).values()]
    for number in {circle.number, *seats, 999}:
        await stranger.wishes(BeginStory(code, str(number)))
        stranger.sees("Only its members can see this consortium")
        assert NAME not in stranger.text()


@pytest.mark.parametrize("code", [code for code in STORIES if code not in STORIES_FOR_MEMBERS])
async def test_a_member_begins_no_story_of_the_lead(office, circle, code):
    member = Player(office, id=CHORONG)
    subject = (await circle.seats(office))[BINNA].id if code == "remove_member" else circle.number
    await member.wishes(BeginStory(code, str(subject)))
    member.sees("Only the lead business can do this.")


@pytest.mark.parametrize("code", STORIES)
async def test_what_was_begun_as_a_member_is_not_finished_by_a_stranger(office, circle, code):
    """Removed in the middle of it: the next answer ends it."""
    async with office.store.transaction() as connection:
        await connection.execute(text("DELETE FROM handovers"))  # with one open, no other is begun
    subject = (await circle.seats(office))[BINNA].id if code == "remove_member" else circle.number
    lead = Player(office, id=LEAD if code not in STORIES_FOR_MEMBERS else CHORONG)
    await lead.wishes(BeginStory(code, str(subject)))
    async with office.store.transaction() as connection:
        await connection.execute(text("UPDATE seats SET ended_at = taken_at WHERE person = :person"), {"person": lead.id})
    before = await written(office)
    await lead.says("We could not reach you, 5")
    lead.sees("Only its members can see this consortium")
    assert await written(office) == before


async def test_the_offer_of_the_lead_is_answered_by_whom_it_was_made_to_alone(office, circle):
    for person in (LEAD, CHORONG, STRANGER):
        player = Player(office, id=person)
        await player.wishes(AnswerLead(1, takes=True))
        player.sees("This offer is no longer open")
    chosen = Player(office, id=BINNA)
    await chosen.wishes(AnswerLead(1, takes=True))
    chosen.sees("Your shop leads “Morning Bread” now.")


@pytest.mark.parametrize("amount", [-1, 10**10, 2**62])
async def test_an_amount_nobody_was_offered_is_no_promise(office, circle, amount):
    member = Player(office, id=CHORONG)
    before = await written(office)
    await member.wishes(MakePromise(circle.number, amount, 1_000_000))
    member.sees("Your part has changed since you saw it.")
    assert await written(office) == before
