"""A coordinator composes an announcement in the chat, looks at it as it will be sent, and sends it."""

import pytest

from tests.announcements.composing import an_officer, drafts, looks


@pytest.fixture
async def jung(town):
    one = await an_officer(town)
    await town.appoints(one)
    return one


async def test_a_text_is_composed_looked_at_and_sent_to_everybody_once(town, jung, owner, sajangnim):
    for person in (owner, sajangnim):
        await person.starts()
        person.remember()
    await drafts(jung, "사무국이 이사했어요.")
    jung.sees("Announcement 1</b>".replace("</b>", ""), "draft", "사무국이 이사했어요.", "Readers of English get it in 한국어", "everybody", "3 people")
    jung.sees("Not yet seen as it will be sent: 한국어")
    assert "📤 Send" not in jung.labels()
    await looks(jung)
    assert owner.news() == ""
    await jung.taps("📤 Send")
    jung.sees("Send to 3 people?", "everybody")
    await jung.taps("📤 Yes, send it")
    jung.sees("It is going out to 3 people", "Announcement 1")
    for person in (owner, sajangnim):
        assert person.chat().count("사무국이 이사했어요.") == 1
    owner.sees("[🔕 No more: Calls and results]")
    sajangnim.sees("[🔕")
