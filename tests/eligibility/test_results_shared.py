"""A result is kept: seen again, changed, looked at under another call, shared."""

import re

import pytest

import bot.house  # noqa: F401 - all doors open

FINE = ("3 shops", "Yes", "Fewer than 5", "None of these", "None of these", "Yes")


@pytest.fixture
async def checked(owner):
    await owner.starts()
    await owner.taps("✅ Can we apply?", "🏪 Small shops", *FINE)
    return owner


def shared_link(person, label):
    """The payload of the link behind a share button."""
    buttons = [b for row in person.last().keyboard for b in row if b.label == label]
    found = re.search(r"start%3D([A-Za-z0-9_-]+)", buttons[0].url)
    assert found is not None
    return found[1]


async def test_one_answer_is_changed_and_only_what_depends_on_it_is_asked_again(checked):
    await checked.taps("✏️ Change an answer", "✏️ Micro enterprises", "5 to 9")
    checked.sees("What does the business with 5 to 9 employees do?")
    await checked.taps("Makes things (factory)")
    checked.sees("What would you like to change?", "Line of business: Makes things (factory)", "In Seoul: Yes")
    await checked.taps("Show the result")
    checked.sees("It looks as if you can apply.", "Every business has fewer than 10 regular employees.")


async def test_the_same_answers_by_the_rules_of_2020_fail_on_the_number_and_ask_for_the_trade(checked):
    await checked.taps("🔁 Check another call", "2020 successor of the collaboration support (closed)")
    checked.sees("Are all members in the same trade?")
    await checked.taps("Yes")
    checked.sees("Can the members pay a part of the cost themselves?")
    await checked.taps("Yes")
    checked.sees("By the rules of 2020 successor", "At least 5 shops take part.", "✗ How many take part – not met: 3 shops")


async def test_by_the_rules_of_2017_a_briefing_had_to_be_attended(checked):
    await checked.taps("🔁 Check another call", "2017 collaboration support for the self-employed (closed)")
    checked.sees("One of the two briefing sessions must be attended")
    await checked.taps("No")
    checked.sees("✗ Briefing attended – not met: no", "Attend a briefing session.")


async def test_by_the_rules_of_2016_nothing_is_left_to_ask(checked):
    await checked.taps("🔁 Check another call", "2016 collaboration support for the self-employed (closed)")
    checked.sees("By the rules of 2016 collaboration support", "It looks as if you can apply.")


async def test_a_draft_that_is_open_stays_when_a_result_is_changed(checked):
    await checked.sends("/start")
    await checked.taps("✅ Can we apply?", "🏪 Small shops", "4 shops")
    await checked.sends("/start")
    await checked.taps("📁 My results (1)", "✅ Open check 1", "✏️ Change an answer", "Show the result")
    await checked.sends("/start")
    await checked.taps("▶ Go on: Can we apply?")
    checked.sees("Are all the businesses in Seoul?")


async def test_the_group_that_was_checked_goes_on_to_the_estimate(checked):
    await checked.taps("💰 Estimate the subsidy", "One sum for everything", "KRW 50 million", "No, without VAT")
    checked.sees("Shared by 3 shops: KRW 1,666,666 each")


async def test_a_neighbour_opens_the_link_and_sees_the_result_but_nothing_to_change_it_with(checked, neighbour):
    await neighbour.starts(shared_link(checked, "📤 Share this result"))
    neighbour.sees("Somebody shared the result", "It looks as if you can apply.", "By the rules of [Demo]")
    assert not {"✏️ Change an answer", "🗑 Delete this result"} & set(neighbour.labels())
    await neighbour.taps("✅ Check for your own shops")
    neighbour.sees("Who would do the project together?")


async def test_the_owner_of_a_link_sees_their_own_card(checked):
    await checked.starts(shared_link(checked, "📤 Share this result"))
    checked.sees_button("✏️ Change an answer")


@pytest.mark.parametrize("payload", ["r_", "r_nobody", "r_" + "x" * 60, "e_nobody"])
async def test_a_link_to_nothing_leads_home_and_says_so(owner, payload):
    await owner.starts(payload)
    owner.sees("This result has been deleted.", "What would you like to do?")


async def test_when_no_call_is_open_the_earlier_ones_can_be_chosen(owner, clock):
    clock.passes(days=60)
    await owner.starts()
    owner.sees("No call is open right now.")
    await owner.taps("✅ Can we apply?", "🏪 Small shops")
    owner.sees("No call is open right now. By the rules of which earlier call shall I look?")
    await owner.taps("2017 collaboration support for the self-employed (closed)", *FINE, "No")
    owner.sees("not met as it stands: Briefing attended")


async def test_a_check_begun_under_a_call_ends_under_it_although_the_call_has_closed_meanwhile(owner, clock):
    await owner.starts()
    await owner.taps("✅ Can we apply?", "🏪 Small shops", "3 shops")
    clock.passes(days=60)
    await owner.sends("/resume")
    await owner.taps(*FINE[1:])
    owner.sees("By the rules of [Demo] Collaboration support")
