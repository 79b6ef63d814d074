"""How much would we get? To the won."""

import pytest

import bot.house  # noqa: F401 - all doors open
from tests.player import Player

# programme.md §3, as the chat tells it: what is typed, the subsidy, what the members pay
BY_THE_RECORD = [
    ("33,333,333", "KRW 29,999,999", "KRW 3,333,334", "The rate decides"),
    ("111,111,111", "KRW 99,999,999", "KRW 11,111,112", "The rate decides"),
    ("111,111,112", "KRW 100,000,000", "KRW 11,111,112", "The ceiling of KRW 100,000,000 decides"),
    ("1억 5천만", "KRW 100,000,000", "KRW 50,000,000", "The ceiling of KRW 100,000,000 decides"),
]


async def asked(person, typed, members="3 shops"):
    await person.taps("💰 How much would we get?", "🏪 Small shops", "One sum for everything")
    await person.sends(typed)
    await person.taps("No, without VAT", members)


@pytest.mark.parametrize(("typed", "subsidy", "own", "bound"), BY_THE_RECORD)
async def test_the_amounts_of_the_record_to_the_won(owner, typed, subsidy, own, bound):
    await owner.starts()
    await asked(owner, typed)
    owner.sees(f"Subsidy: {subsidy}", f"You pay: {own}\n", bound, "a person decides")


async def test_fifty_million_in_korean_with_a_picture(sajangnim):
    await sajangnim.starts()
    await sajangnim.taps("💰 얼마나 받나요?", "🏪 작은 가게들", "전체 금액 하나로")
    await sajangnim.sends("5천만원")
    sajangnim.sees("50,000,000원 (5,000만 원)")
    await sajangnim.taps("아니요, 뺀 값이에요", "3곳")
    sajangnim.sees("지원금: 45,000,000원", "우리가 낼 돈: 5,000,000원", "한 곳에 1,666,666원", "(photo)")
    sajangnim.sees("나누어떨어지지 않는 2원은 대표업체가 더해서 1,666,668원을 내요.")


async def test_the_own_share_is_divided_and_the_rest_is_explained(owner):
    await owner.starts()
    await asked(owner, "1억 5천만")
    owner.sees("= own share KRW 11,111,112, above the ceiling KRW 38,888,888")
    owner.sees("Shared by 3 shops: KRW 16,666,666 each", "KRW 2 cannot be divided: the lead business pays KRW 16,666,668.")


async def test_what_if_is_exact_and_changes_one_message_in_place(owner):
    await owner.starts()
    await asked(owner, "111,111,111")
    await owner.taps("＋ KRW 1 million")
    what_if = owner.last().id
    owner.sees("What if?", "Subsidy: KRW 100,000,000", "Project cost that counts: KRW 112,111,111", "above the ceiling KRW 999,999")
    await owner.taps("− KRW 10 million")
    owner.sees("Subsidy: KRW 91,899,999", "You pay: KRW 10,211,112", "KRW 3,403,704 each")
    await owner.taps("＋ 1 member")
    owner.sees("Shared by 4 shops: KRW 2,552,778 each")
    assert owner.last().id == what_if


async def test_neither_cost_nor_members_fall_below_what_there_can_be(owner):
    await owner.starts()
    await asked(owner, "5,000,000", "2 shops")
    await owner.taps("− KRW 10 million", "− 1 member")
    owner.sees("Subsidy: KRW 0", "Shared by 1 shop: KRW 0 each")
    await owner.taps("− 1 member")
    await owner.taps("− KRW 1 million")
    assert "Subsidy: KRW 0" in owner.last().text


async def test_what_if_is_kept_only_when_wanted(owner):
    await owner.starts()
    await asked(owner, "50,000,000")
    await owner.taps("＋ KRW 10 million", "＋ 1 member", "💾 Keep this")
    owner.sees("Subsidy: KRW 54,000,000", "Kept under “My results”.")
    await owner.taps("📁 My results")
    owner.sees("1. Mon 2 Mar 2026", "Estimate: KRW 54,000,000", "Estimate: KRW 45,000,000", "Open estimate 2")
    owner.sees_not("Open estimate 3")


async def test_what_if_redraws_the_picture_in_place(owner):
    await owner.starts()
    await asked(owner, "50,000,000")
    before = owner.last()
    picture = before.photo
    await owner.taps("＋ KRW 10 million")
    owner.sees("Subsidy: KRW 54,000,000", "(photo)")
    assert owner.last().id == before.id
    assert owner.last().photo != picture


async def test_cost_by_field_is_added_up_and_listed(owner):
    await owner.starts()
    await owner.taps(
        "💰 How much would we get?", "🏪 Small shops", "Sums by field", "☐ Joint brand", "☐ Joint facilities", "Done (2 ticked)"
    )
    owner.sees("How much for this field: Joint facilities?", "Joint equipment, a joint shop")
    await owner.sends("3천만", "1,250만원")
    await owner.taps("No, without VAT", "5 shops")
    owner.sees("Subsidy: KRW 38,250,000", "Joint facilities: KRW 30,000,000", "Joint brand: KRW 12,500,000", "KRW 850,000 each")


async def test_one_field_more_asks_only_for_its_amount(owner):
    await owner.starts()
    await owner.taps("💰 How much would we get?", "🏪 Small shops", "Sums by field", "☐ Joint facilities", "Done (1 ticked)")
    await owner.sends("3천만")
    await owner.taps("No, without VAT", "5 shops", "✏️ Change it", "✏️ Fields", "☐ Joint brand", "Done (2 ticked)")
    owner.sees("How much for this field: Joint brand?")
    await owner.sends("1천만")
    owner.sees("What would you like to change?")
    await owner.taps("Calculate again")
    owner.sees("Project cost that counts: KRW 40,000,000")


async def test_vat_is_taken_out_and_borne_by_the_members(owner):
    await owner.starts()
    await owner.taps("💰 How much would we get?", "🏪 Small shops", "One sum for everything")
    await owner.sends("1억 1천만")
    owner.sees("Is VAT (10%) in that sum?")
    await owner.taps("Yes, VAT is in it", "2 shops")
    owner.sees("Project cost that counts: KRW 100,000,000", "Subsidy: KRW 90,000,000", "VAT, not subsidised: KRW 10,000,000")
    owner.sees("You pay: KRW 20,000,000", "= own share KRW 10,000,000, VAT KRW 10,000,000")


async def test_two_readings_of_an_amount_are_asked_back(owner):
    await owner.starts()
    await owner.taps("💰 How much would we get?", "🏪 Small shops", "One sum for everything")
    await owner.sends("1억 5천")
    owner.sees("That could mean KRW 100,005,000 or KRW 150,000,000.", "How much would the whole project cost?")
    await owner.sends("about a lot")
    owner.sees("I could not read that as an amount.", "for example 30 million")


async def test_the_same_project_by_the_rules_of_2017_meets_half_the_ceiling(owner):
    await owner.starts()
    await asked(owner, "55,555,556")
    await owner.taps("🔁 Under another call", "2017 collaboration support for the self-employed (closed)")
    owner.sees("Subsidy: KRW 50,000,000", "The ceiling of KRW 50,000,000 decides: it is reached from a cost of KRW 55,555,556.")


async def test_where_the_call_sets_the_rate_no_number_is_made_up(owner):
    await owner.starts()
    await owner.taps("📆 Calls and dates", "Past calls (4)", "2016 innovation track: cooperation among alley-economy cooperatives")
    await owner.taps("💰 Estimate by these", "One sum for everything", "KRW 50 million", "No, without VAT", "3 cooperatives")
    owner.sees("Subsidy: set by the call", "sets the rate, the ceiling", "no amount can be told")
    owner.sees_not("(photo)")
    await owner.taps("📁 My results")
    owner.sees("Estimate: set by the call")


async def test_the_2020_call_names_a_ceiling_but_no_rate(owner):
    await owner.starts()
    await owner.taps("📆 Calls and dates", "Past calls (4)", "2020 successor of the collaboration support")
    await owner.taps("💰 Estimate by these", "One sum for everything", "KRW 50 million", "No, without VAT", "5 shops")
    owner.sees("Subsidy: set by the call", "The ceiling is KRW 30,000,000")


async def test_rounding_that_binds_is_told(owner):
    await owner.starts()
    await owner.taps("💰 How much would we get?", "🤝 Cooperatives", "One sum for everything")
    await owner.sends("33,333,333")
    await owner.taps("No, without VAT", "2 cooperatives")
    owner.sees("Subsidy: KRW 26,666,000", "rounded down to full KRW 1,000; KRW 666 is dropped", "KRW 1 cannot be divided")


@pytest.mark.parametrize("forged", ["ei:nobody@1:1000:3:0", "ei:collaboration-demo:1000:3:0", "ei:x@y:99999999999:3:1", "ek:x@y:1:0:0"])
async def test_a_forged_button_leads_home(office_with_calls, forged):
    from bot.taps import decode

    player = Player(office_with_calls)
    await player.commands("start")
    await player.wishes(decode(forged))
    player.sees("What would you like to do?")


def test_the_largest_project_under_the_longest_key_fits_on_a_button():
    from bot.screens.result_taps import WhatIf
    from bot.screens.subsidy import MOST, MOST_MEMBERS
    from bot.taps import encode

    longest = "k" * 31 + "@" + "f" * 12
    assert len(encode(WhatIf(call=longest, cost=MOST, members=MOST_MEMBERS, vat=True))) <= 64
