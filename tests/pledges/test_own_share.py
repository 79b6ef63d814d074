"""The own share: what falls to each to the won, promised by a tap, asked again when it changes."""

import pytest

import bot.house  # noqa: F401 - opens every door of the house
from services.agreement_confirming import ConfirmedAlready, Overtaken
from services.agreement_drawing import DrawnUp
from services.agreement_papers import PaperFor
from services.members import NotAMember
from services.project_cost import SetProjectCost
from services.promises import PromisePart
from tests.agreements.agreeing import confirming, confirms, drawing, ready, sees_agreement
from tests.membership.circle import BINNA, CHORONG, LEAD, chooses, forms, looks


@pytest.fixture
async def applying(town, circle):
    """Under a call that pays 90 % and at most 100,000,000 won."""
    await chooses(town.office, circle)
    await town.settles()
    return circle


async def sets(owner, cost: str) -> None:
    await looks(owner)
    await owner.taps("⚙️ Change something", "💰 Project cost")
    await owner.sends(cost)
    await owner.taps("💰 Set it")


async def test_the_cost_makes_a_part_for_each_and_the_odd_won_is_explained(applying, owner, neighbour, friend):
    await looks(owner)
    await owner.taps("💰 Set the project cost")
    await owner.sends("100000010")
    owner.sees("Subsidy at most KRW 90,000,009, own share KRW 10,000,001 for all of you together.")
    await owner.taps("💰 Set it")
    owner.sees("The project cost is set.")
    neighbour.sees(
        "please promise your part of the own share", "The lead has set the project cost.", "What falls to you now: KRW 3,333,334"
    )
    friend.sees("What falls to you now: KRW 3,333,333")
    await owner.taps("💰 Own share")
    owner.sees("KRW 10,000,001 cannot be divided evenly by 3: the first 2 members pay 1 won more each.")
    owner.sees("• Hanbit Bakery (you): KRW 3,333,334 – not promised yet", "KRW 0 of KRW 10,000,001 promised")


async def test_a_part_is_promised_by_a_tap_and_a_yes(applying, owner, neighbour):
    await sets(owner, "90000000")
    await neighbour.taps("✅ I promise KRW 3,000,000")
    neighbour.sees("Do you promise KRW 3,000,000", "You pay nothing now.")
    await neighbour.taps("✅ Yes, I promise it")
    neighbour.sees(
        "Your promise of KRW 3,000,000 is noted.", "2 members are still to promise.", "Dalbit Cakes (you): KRW 3,000,000 – promised"
    )
    await looks(owner)
    owner.sees("KRW 3,000,000 of KRW 9,000,000 promised", "Promise of the own share missing: Hanbit Bakery (yours), Byeolbit Tea.")


async def test_the_last_promise_is_told_to_the_lead(applying, owner, neighbour, friend):
    await sets(owner, "90000000")
    await owner.taps("💰 Own share", "✅ I promise KRW 3,000,000", "✅ Yes, I promise it")
    await neighbour.taps("✅ I promise KRW 3,000,000", "✅ Yes, I promise it")
    await owner.starts()
    await friend.taps("✅ I promise KRW 3,000,000", "✅ Yes, I promise it")
    friend.sees("With it everybody has promised.", "The own share is complete.")
    owner.sees("Everybody in “Morning Bread” has promised", "KRW 9,000,000 of KRW 9,000,000 is promised.")


async def test_another_amount_counts_as_said_and_the_sum_shows_what_is_missing(applying, owner, neighbour, friend):
    await sets(owner, "90000000")
    await owner.taps("💰 Own share", "✅ I promise KRW 3,000,000", "✅ Yes, I promise it")
    await neighbour.taps("✅ I promise KRW 3,000,000", "✏️ Promise another amount")
    neighbour.sees("KRW 3,000,000 falls to you.")
    await neighbour.sends("200만")
    await neighbour.taps("✅ Yes, I promise it")
    neighbour.sees("Your promise of KRW 2,000,000 is noted.")
    await friend.taps("✅ I promise KRW 3,000,000", "✅ Yes, I promise it")
    friend.sees("KRW 1,000,000 are still missing")
    await looks(owner)
    owner.sees("The promises are KRW 1,000,000 below the own share.")
    await owner.taps("💰 Promise my part", "✏️ Promise another amount")
    await owner.sends("5,000,000")
    await owner.taps("✅ Yes, I promise it", "💰 Own share")
    owner.sees("promised KRW 5,000,000", "KRW 1,000,000 more than needed")


async def test_a_new_cost_makes_promises_stale_and_asks_again(applying, owner, neighbour):
    await sets(owner, "90000000")
    await neighbour.taps("✅ I promise KRW 3,000,000", "✅ Yes, I promise it")
    letter = neighbour.last().id
    await neighbour.starts()
    await sets(owner, "60000000")
    neighbour.sees("What falls to you now: KRW 2,000,000", "Your earlier promise of KRW 3,000,000 no longer counts.")
    await looks(owner)
    owner.sees("KRW 0 of KRW 6,000,000 promised")
    assert letter


async def test_the_same_cost_again_changes_nothing(applying, owner, neighbour):
    await sets(owner, "90000000")
    await neighbour.taps("✅ I promise KRW 3,000,000", "✅ Yes, I promise it")
    await neighbour.starts()
    await sets(owner, "90000000")
    neighbour.sees_not("please promise your part")
    await looks(owner)
    owner.sees("KRW 3,000,000 of KRW 9,000,000 promised")


async def test_a_member_who_leaves_makes_everybodys_part_another(applying, owner, neighbour, friend):
    await sets(owner, "90000000")
    await neighbour.taps("✅ I promise KRW 3,000,000", "✅ Yes, I promise it")
    await neighbour.starts()
    await looks(friend)
    await friend.taps("🚪 Leave", "Skip", "🚪 Yes, leave")
    neighbour.sees("A member has come or gone.", "What falls to you now: KRW 4,500,000", "KRW 3,000,000 no longer counts")


async def test_an_old_button_promises_nothing_for_a_part_that_has_changed(applying, owner, neighbour):
    await sets(owner, "90000000")
    await neighbour.taps("✅ I promise KRW 3,000,000")
    asked = neighbour.last().id
    await sets(owner, "60000000")
    await neighbour.taps_old(asked, "✅ Yes, I promise it")
    neighbour.sees("Your part has changed since you saw it.", "KRW 2,000,000 – not promised yet")


async def test_the_share_is_divided_in_proportion_and_back(applying, owner, neighbour, friend):
    await sets(owner, "100000000")
    await owner.taps("💰 Own share", "➗ Divide by shares")
    owner.sees("How many shares does Hanbit Bakery bear?")
    await owner.taps("2 shares", "1 share", "1 share")
    owner.sees("• Hanbit Bakery: KRW 5,000,000", "• Dalbit Cakes: KRW 2,500,000")
    await owner.taps("➗ Divide it so")
    owner.sees("The own share is divided anew.")
    neighbour.sees("The lead has divided the own share anew.", "KRW 2,500,000")
    await owner.taps("💰 Own share")
    owner.sees("Divided by shares:", "Hanbit Bakery (you), 2 shares: KRW 5,000,000", "Byeolbit Tea, 1 share: KRW 2,500,000")
    await owner.taps("🟰 Divide equally")
    owner.sees("Divided equally:", "KRW 3,333,334")


async def test_shares_for_a_member_who_left_meanwhile_are_not_set(applying, owner, friend):
    await sets(owner, "100000000")
    await owner.taps("💰 Own share", "➗ Divide by shares", "2 shares", "1 share", "1 share")
    await looks(friend)
    await friend.taps("🚪 Leave", "Skip", "🚪 Yes, leave")
    await owner.taps("➗ Divide it so")
    owner.sees("The own share is divided anew.")
    await owner.taps("💰 Own share")
    owner.sees("KRW 6,666,667", "KRW 3,333,333")


async def test_above_the_ceiling_the_members_bear_the_rest_and_it_is_said(applying, owner):
    await sets(owner, "150000000")
    await owner.taps("💰 Own share")
    owner.sees("Subsidy at most: KRW 100,000,000", "Own share: KRW 50,000,000", "KRW 38,888,888 of it lies above the ceiling")
    owner.sees("The ceiling of KRW 100,000,000 decides")


async def test_without_a_call_promises_are_open(circle, owner, neighbour):
    await sets(owner, "90000000")
    await looks(neighbour)
    await neighbour.taps("💰 Promise my part")
    neighbour.sees("Without a chosen call there is no rate", "part still open")
    await neighbour.taps("✏️ Promise another amount")
    neighbour.sees("how much is needed is still open")
    await neighbour.sends("3000000")
    await neighbour.taps("✅ Yes, I promise it")
    await looks(owner)
    owner.sees("KRW 3,000,000 promised; the call sets how much is needed")


async def test_a_promise_made_before_the_call_is_asked_again(town, circle, owner, neighbour):
    await town.office.do(SetProjectCost(by=owner.person.id, consortium=circle.number, cost=90_000_000))
    await town.office.do(PromisePart(by=neighbour.person.id, consortium=circle.number, amount=1, of=None))
    await neighbour.starts()
    await chooses(town.office, circle)
    await town.settles()
    neighbour.sees("Another call has been chosen.", "KRW 3,000,000", "KRW 1 no longer counts")


async def test_a_stranger_promises_nothing(town, circle):
    assert await town.office.do(PromisePart(by=99, consortium=circle.number, amount=1, of=None)) == NotAMember()


async def test_who_confirms_the_agreement_has_promised_the_sum_that_stands_in_it(town, clock, circle, owner, neighbour, friend):
    await ready(town.office, circle, cost=90_000_000)
    await town.settles()
    await looks(neighbour)
    await neighbour.taps("💰 Own share")
    neighbour.sees("Dalbit Cakes (you): KRW 3,000,000 – not promised yet")
    await town.office.do(drawing(circle, clock))
    await town.settles()
    await sees_agreement(neighbour)
    await neighbour.taps("📄 Read it (PDF)")
    neighbour.sees("The part of the own share that it names for you then counts as promised.")
    await neighbour.taps("✅ I have read it: confirm")
    neighbour.sees("Confirmed. 2 members are still to confirm.")
    await looks(owner)
    owner.sees("Promise of the own share missing: Hanbit Bakery (yours), Byeolbit Tea.")
    for person in (owner, friend):
        await confirms(person)
    await looks(owner)
    owner.sees("KRW 9,000,000 of KRW 9,000,000 promised", "Agreement: confirmed by everybody")


async def test_a_promise_changed_after_confirming_is_not_undone_by_a_second_tap(office_with_calls, clock):
    office = office_with_calls
    circle = await forms(office, LEAD, BINNA, CHORONG)
    await ready(office, circle, cost=90_000_000)
    await office.do(drawing(circle, clock))
    await office.do(confirming(circle, BINNA))
    await office.do(PromisePart(by=BINNA, consortium=circle.number, amount=2_000_000, of=3_000_000))
    assert await office.do(confirming(circle, BINNA)) == ConfirmedAlready(circle.number)
    assert (await circle.seats(office))[BINNA].pledged == 2_000_000


async def test_promises_that_add_up_otherwise_than_the_paper_make_it_void_before_the_last_one_confirms_it(office_with_calls, clock):
    office = office_with_calls
    circle = await forms(office, LEAD, BINNA, CHORONG)
    await ready(office, circle, cost=90_000_000)
    await office.do(drawing(circle, clock))
    for person, amount in ((LEAD, 4_000_000), (BINNA, 2_000_000)):
        await office.do(PromisePart(by=person, consortium=circle.number, amount=amount, of=3_000_000))
    assert await office.do(confirming(circle, CHORONG)) == Overtaken(circle.number)
    assert (await circle.seats(office))[CHORONG].pledged == 3_000_000
    assert await office.do(drawing(circle, clock)) == DrawnUp(circle.number, 2)
    paper = await office.look(PaperFor(by=BINNA, consortium=circle.number, version=2))
    assert [party.amount for party in paper.terms.parties] == [4_000_000, 2_000_000, 3_000_000]
