"""Somebody types a number where buttons name ranges."""

import pytest


@pytest.mark.parametrize("typed", ["1", "3", "5"])
async def test_a_number_of_employees_is_not_taken_for_a_range(owner, typed: str):
    await owner.starts()
    await owner.taps("✅ Can we apply?", "🏪 Small shops", "3 shops", "Yes")
    await owner.sends(typed)
    owner.sees("Please choose one of the buttons", "how many regular employees")


async def test_none_of_these_can_be_typed(owner):
    await owner.starts()
    await owner.taps("✅ Can we apply?", "🏪 Small shops", "3 shops", "Yes", "Fewer than 5", "None of these")
    await owner.sends("none of these")
    owner.sees("of the cost themselves")
