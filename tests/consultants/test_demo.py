"""The consultant and the mentor of the demo are there when it starts, and can be booked."""

import bot.house  # noqa: F401 - opens every door of the house
from bot.demo_advisers import settled
from bot.screens.consultant_taps import ShowConsultants
from playground.emulator import Emulator
from playground.neighbours import advisers, coordinators, move_in
from programme.topics import Topic
from services.free_times import NextFree
from tests.finder.street import opens_shop
from tests.player import Player


async def test_they_take_part_by_an_invitation_and_have_free_times(office_with_calls):
    office, town = office_with_calls, Emulator()
    move_in(town)
    (coordinator,), (consultant, mentor) = coordinators(town), advisers(town)
    assert await settled(office, coordinator, consultant, mentor) == ["윤상담 takes part from now on.", "한멘토 takes part from now on."]
    await opens_shop(office, 1, "Hanbit Bakery", serial=1)
    for topic, who in ((Topic.TAX, consultant), (Topic.MARKETING, mentor), (Topic.CONFLICT, mentor)):
        found = await office.look(NextFree(person=1, topic=topic, consultant=None, way=None, language=None))
        assert {slot.consultant for slot in found} == {who}
    officer = Player(office, id=coordinator)
    await officer.commands("start")
    await officer.wishes(ShowConsultants())
    officer.sees("윤상담")
    officer.sees("한멘토")


async def test_a_second_start_leaves_them_as_they_are(office_with_calls):
    await settled(office_with_calls, 5, 6, 7)
    assert await settled(office_with_calls, 5, 6, 7) == ["윤상담 takes part already.", "한멘토 takes part already."]


def test_they_have_written_to_the_bot_so_that_it_can_write_to_them():
    town = Emulator()
    move_in(town)
    assert [person.account.first_name for person in town.people if any(message.text == "/start" for message in person.chat())] == [
        "윤상담",
        "한멘토",
    ]
