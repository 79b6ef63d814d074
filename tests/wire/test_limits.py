"""The bot against a server that enforces its limits: it never hears 429."""

import pytest

from playground.limits import Limits, Style
from tests.wire.conftest import Town


@pytest.fixture(params=[Style.BUCKET, Style.WINDOW])
def limits(request: pytest.FixtureRequest) -> Limits:
    return Limits(style=request.param, per_chat=None)


async def test_a_crowd_is_answered_without_a_single_429(town: Town) -> None:
    people = [town.emulator.person(f"Person {number}") for number in range(70)]
    for person in people:
        person.start()
    async with town.bot(sends_per_second=29):
        await town.settles()
    assert all(person.last().text == "Welcome" for person in people)
    assert 429 not in {call.status for call in town.emulator.calls}
