"""The office's own group: a topic for each question, what coordinators write there goes to the one who asked."""

import pytest

from storage import groups
from tests.consortia.forming import opened
from tests.finder.street import keeps_shop
from tests.talks.test_talking import talks


@pytest.fixture
async def officer(town):
    officer = town.person("Officer")
    await officer.starts()
    await town.appoints(officer)
    return officer


@pytest.fixture
async def desk(town, officer, neighbour):
    """The staff's group with the bot as an administrator; the neighbour is in it, but is no coordinator."""
    desk = await town.gathers("The office", officer, neighbour, forum=True)
    await desk.does("promotes_bot", "can_manage_topics", "can_pin_messages")
    await desk.says(officer, "/staff")
    desk.sees("This is the office’s group now.")
    return desk


def topic(desk, name: str = "No. 1") -> int:
    return int(desk.topics()[name])


async def test_a_question_gets_a_topic_and_what_follows_comes_into_it(owner, officer, desk):
    await talks(owner, "We are three bakers.", "One has no certificate.")
    said = desk.in_topic(topic(desk))
    assert "We are three bakers." in said
    assert "One has no certificate." in said
    assert "Asked while doing: How much would we get?" in said
    assert list(desk.topics()).count("No. 1") == 1
    officer.sees_not("We are three bakers.")


async def test_what_a_coordinator_writes_in_the_topic_reaches_the_person(owner, officer, desk):
    await talks(owner, "We are three bakers.")
    await desk.says(officer, "Three is enough.", topic=topic(desk))
    owner.sees("The office has answered your question No. 1", "Three is enough.")
    await owner.sends("And two?")
    assert "And two?" in desk.in_topic(topic(desk))


async def test_a_note_stays_in_the_office(owner, officer, desk):
    await talks(owner, "We are three bakers.")
    await desk.says(officer, "# a difficult case", topic=topic(desk))
    owner.sees_not("difficult")


async def test_only_coordinators_are_heard(owner, neighbour, desk):
    await talks(owner, "We are three bakers.")
    await desk.says(neighbour, "I know better.", topic=topic(desk))
    owner.sees_not("I know better.")
    desk.sees("Only coordinators are heard here.")


async def test_close_hands_back_and_closes_the_topic(owner, officer, desk):
    await talks(owner, "We are three bakers.")
    number = topic(desk)
    await desk.says(officer, "/close", topic=number)
    owner.sees("I am listening again")
    assert "This topic is closed." in desk.in_topic(number)
    assert "No. 1" not in desk.topics()


async def test_who_turns_to_the_bot_again_can_still_be_answered(owner, officer, desk):
    await talks(owner, "We are three bakers.")
    await owner.starts()
    assert "The person is back with the bot." in desk.in_topic(topic(desk))
    await desk.says(officer, "Three is enough.", topic=topic(desk))
    owner.sees("Three is enough.")


async def test_a_topic_nobody_asked_in_is_left_alone(officer, desk, owner):
    other = await desk.does("opens_topic", "Lunch", officer.person)
    await desk.says(officer, "Noodles?", topic=other)
    desk.sees_not("Only", "No question")


async def test_a_resident_number_in_a_topic_goes_nowhere(owner, officer, desk):
    await talks(owner, "We are three bakers.")
    await desk.says(officer, "Is it 900101-1234567?", topic=topic(desk))
    owner.sees_not("900101")
    desk.sees("It was not passed on")


async def test_without_the_right_to_open_topics_coordinators_hear_in_private(town, owner, officer, neighbour):
    desk = await town.gathers("The office", officer, neighbour, forum=True)
    await desk.says(officer, "/staff")
    await talks(owner, "We are three bakers.")
    await town.settles()
    officer.sees("We are three bakers.")


async def test_a_group_without_topics_is_told_what_to_do(town, officer, neighbour):
    group = await town.gathers("The office", officer, neighbour)
    await group.says(officer, "/staff")
    group.sees("Please turn on topics")


async def test_a_group_in_which_a_consortium_forms_is_never_the_office_s(town, officer, owner):
    group = await town.gathers("Our bread", owner, officer, forum=True)
    shop = await keeps_shop(town, owner, "Hanbit Bakery", 1)
    number = (await opened(town.office, owner.person.id, shop.shop)).number
    async with town.office.work() as work:
        await groups.link(work.connection, group.id, number, code="elsewhere")
    await group.says(officer, "/staff")
    group.sees("A consortium forms in this group")


async def test_only_a_coordinator_makes_a_group_the_office_s(town, owner, neighbour):
    group = await town.gathers("Mine", owner, neighbour, forum=True)
    await group.says(owner, "/staff")
    group.sees("Only coordinators are heard here.")


async def test_staff_off_leads_back_to_private_letters(owner, officer, desk):
    await desk.says(officer, "/staff off")
    await talks(owner, "We are three bakers.")
    officer.sees("A new question: No. 1")


async def test_the_group_says_nothing_about_who_asks(owner, desk):
    await talks(owner, "We are three bakers.")
    said = desk.ever_said()
    for secret in (owner.person.name, owner.person.account.phone_number, str(owner.person.id)):
        assert secret not in said
