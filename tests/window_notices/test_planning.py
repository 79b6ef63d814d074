"""What is planned when a call is loaded, and loaded again with other dates."""

from tests.window_notices.windows import LATER, loads, planned

SECOND = [f"2 {occasion} waiting" for occasion in ("opens", "d7", "d3", "d1", "d0")]
FIRST = [f"1 {occasion} waiting" for occasion in ("opens", "d7", "d3", "d1", "d0")]


async def test_every_occasion_of_every_window_is_planned_once(office_with_calls):
    for _ in range(2):
        await loads(office_with_calls)
    assert await planned(office_with_calls) == [*FIRST, *SECOND]


async def test_a_call_loaded_too_late_for_its_opening_tells_only_what_is_still_to_come(office_with_calls, clock):
    clock.passes(days=24)  # Thursday 26 March, 10:00
    await loads(office_with_calls)
    assert await planned(office_with_calls) == [*FIRST[2:], *SECOND]


async def test_the_rows_of_a_moved_window_are_withdrawn_and_its_move_is_told(office_with_calls):
    await loads(office_with_calls)
    await loads(office_with_calls, closes=LATER)
    rows = await planned(office_with_calls)
    assert sorted(row for row in rows if row.startswith("1 ")) == sorted(
        [*FIRST, *(row.replace("waiting", "withdrawn") for row in FIRST), "1 moved waiting"]
    )
    assert [row for row in rows if row.startswith("2 ")] == SECOND


async def test_moved_back_the_rows_wait_again_and_no_move_is_told(office_with_calls):
    for closes in (None, LATER, None):
        await (loads(office_with_calls) if closes is None else loads(office_with_calls, closes=closes))
    rows = await planned(office_with_calls)
    assert [row for row in rows if row.endswith("waiting")] == [*FIRST, *SECOND]
    assert "1 moved withdrawn" in rows


async def test_moved_twice_it_is_told_as_one_move(office_with_calls):
    await loads(office_with_calls)
    await loads(office_with_calls, closes=LATER)
    await loads(office_with_calls, closes="2026-04-20T18:00:00")
    rows = await planned(office_with_calls)
    assert (rows.count("1 moved waiting"), rows.count("1 moved withdrawn")) == (1, 1)


async def test_a_window_corrected_after_it_has_closed_is_told_to_nobody(office_with_calls, clock):
    await loads(office_with_calls)
    clock.passes(days=60)
    await loads(office_with_calls, closes="2026-03-30T18:00:00")
    assert not [row for row in await planned(office_with_calls) if "moved" in row]
