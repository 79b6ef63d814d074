"""What P6 measures at full size, at a small one: as many booked as there are times, everybody else told of others, no error."""

import pytest

from benchmarks.booking_deeds import by_deed
from benchmarks.booking_town import made
from storage import session_times

PEOPLE, TIMES = 20, 4


@pytest.mark.parametrize("together", [1, 16])
async def test_as_many_are_booked_as_there_are_times_and_the_others_hear_of_free_ones(office_with_calls, together):
    seen = await by_deed(office_with_calls, await made(office_with_calls, PEOPLE, TIMES), together=together)
    assert (seen["booked"], seen["friendly"], seen["errors"]) == (TIMES, PEOPLE - TIMES, 0)
    assert seen["right"]


async def test_the_measure_notices_when_nothing_guards_the_times(office_with_calls, monkeypatch):
    """The negative control."""

    async def nothing(connection, which, session) -> None:
        return None

    monkeypatch.setattr(session_times, "take", nothing)
    seen = await by_deed(office_with_calls, await made(office_with_calls, PEOPLE, TIMES), together=1)
    assert seen["booked"] == PEOPLE
    assert not seen["right"]
