"""Not sure how many employees? They are counted together, in halves, as the law does."""

import pytest

import bot.house  # noqa: F401 - all doors open


@pytest.fixture
async def counting(owner):
    await owner.starts()
    await owner.taps("✅ Can we apply?", "🏪 Small shops", "3 shops", "Yes", "Not sure – count with me")
    owner.sees("average of twelve month-ends", "the owner and executives", "research staff")
    return owner


async def test_the_same_all_year_takes_one_number_each(counting):
    await counting.taps("Yes, always the same", "4 people", "1 person")
    counting.sees("That is 4.50 regular employees on average: fewer than 5.", "108 halves over 12 month-ends")
    await counting.taps("Use this number")
    counting.sees("Is any member in one of these trades?")


async def test_five_all_year_is_one_too_many_for_a_shop_and_fine_for_a_workshop(counting):
    await counting.taps("Yes, always the same", "5 people", "0 people", "Use this number")
    counting.sees("What does the business with 5 to 9 employees do?")
    await counting.taps("Shop, food, services …")
    counting.sees("Every business has fewer than 5 regular employees.", "02-2133-5530")
    await counting.taps("✏️ Change the answer", "Makes things (factory)")
    counting.sees("Is any member in one of these trades?")


async def test_twelve_numbers_in_one_line_just_below_the_limit(counting):
    await counting.taps("No, it changed")
    await counting.sends("5 5 5 5 5 5 5 5 5 5 5 4")
    await counting.taps("Nobody all the time")
    counting.sees("4.91", "fewer than 5")


async def test_twelve_numbers_exactly_at_the_limit(counting):
    await counting.taps("No, it changed")
    await counting.sends("5 5 5 5 5 5 5 5 5 5 5 4", "0,0,0,0,0,0,0,0,0,0,0,2")
    counting.sees("That is 5 regular employees on average: 5 or more, fewer than 10.")


async def test_a_business_of_three_months_types_three_numbers(counting):
    await counting.taps("No, it changed")
    await counting.sends("12, 12, 11", "1")
    counting.sees("10 or more of them", "73 halves over 3 month-ends")


@pytest.mark.parametrize("typed", ["four", "4 4 x", "1 2 3 4 5 6 7 8 9 10 11 12 13", "-4", "1000"])
async def test_what_is_no_list_of_numbers_is_asked_again_with_an_example(counting, typed):
    await counting.taps("No, it changed")
    await counting.sends(typed)
    counting.sees("for example 4 4 4 5 5 5 5 5 4 4 4 4", "at the end of each month?")


async def test_part_timers_need_as_many_numbers_as_full_timers(counting):
    await counting.taps("No, it changed")
    await counting.sends("3 3 3", "1 1")
    counting.sees("Type 3 whole numbers")


async def test_changing_the_months_asks_for_part_timers_again(counting):
    await counting.taps("No, it changed")
    await counting.sends("3 3 3", "1 1 1")
    await counting.taps("◀ Back", "◀ Back")
    await counting.sends("4 4 4 4")
    counting.sees("And part time")
