"""The bot in a group: a consortium is linked with it, its card is kept current, also when the group moves."""

import pytest

from services.group_letters import GroupSetUp
from services.groups import EnterGroup, MoveGroup
from services.letter_places import place_of
from services.recruiting import card_changed
from storage import card_copies, groups
from tests.groups.shops import code_of, runs_a_shop
from tests.membership.circle import forms, looks


@pytest.fixture
async def group(town, pair, owner, friend):
    """The owner, who leads, and a friend who runs a shop."""
    await friend.starts()
    gathered = await town.gathers("Yeonnam alley", owner, friend, with_bot=False)
    await gathered.does("adds_bot", owner.person)
    return gathered


@pytest.fixture
async def linked(group, owner):
    await links(group, owner)
    return group


async def links(group, owner) -> None:
    await group.taps(owner, "This is our group")
    owner.sees("Which of your consortia forms in that group?")
    await owner.taps("👥 Morning Bread")
    owner.sees("belong together now")


async def card_changes(office, circle, times: int = 1) -> None:
    for _ in range(times):
        async with office.work() as work:
            await card_changed(work, circle.number)


async def joins_by_the_group(office, group, person, name: str = "Byeolbit Tea", serial: int = 41) -> None:
    await runs_a_shop(office, person, name, serial=serial)
    await group.taps(person, "🙋 Join")
    await person.taps(f"🙋 Join with {name}")


async def test_the_bot_offers_to_set_up(group):
    group.sees("Is this the chat of a consortium?", "[This is our group]", "[➕ Open a consortium]")


async def test_the_card_of_a_linked_group_is_pinned_and_kept_current(office, linked, owner, friend):
    linked.sees("Morning Bread", "2/3 confirmed")
    await linked.does("promotes_bot", "can_pin_messages")
    await joins_by_the_group(office, linked, friend)
    assert linked.ever_said().count("Looking for more shops") == 1
    assert "1 more has joined" in linked.ever_said()
    await linked.says(friend, "/status")
    linked.sees("1 more has joined")
    assert linked.ever_said().count("Looking for more shops") == 1
    assert "1 more has joined" in linked.pinned().text
    assert linked.ever_said().count("2/3") == 1


async def test_ten_changes_that_wait_are_one_edit(office, linked, town, pair):
    before = len(town.emulator.calls_of("editMessageText"))
    await town.closes()
    await card_changes(office, pair, times=10)
    await town.opens()
    await town.settles()
    assert len(town.emulator.calls_of("editMessageText")) == before + 1


async def test_a_card_somebody_deleted_is_forgotten_and_comes_back_when_asked_for(office, town, pair, linked, friend):
    town.emulator.deletes(linked.group.state, [linked.last()])
    await card_changes(office, pair)
    await town.settles()
    async with office.store.reading() as connection:
        assert await card_copies.of_consortium(connection, pair.number) == []
    await linked.says(friend, "/status")
    linked.sees("2/3 confirmed")


async def test_only_a_lead_can_link(group, office, friend):
    await group.taps(friend, "This is our group")
    friend.sees("You lead no consortium yet")
    friend.sees_button("➕ Open a consortium")


async def test_a_group_that_is_taken_stays_with_its_consortium(office, linked, owner, friend):
    await forms(office, friend.person.id, serial=51, name="Evening Bread")
    await linked.says(friend, "/status")
    linked.sees("Morning Bread")
    linked.sees_not("Evening Bread")


async def test_opening_from_the_group_begins_the_story(group, friend):
    await group.taps(friend, "➕ Open a consortium")
    friend.sees("register")


async def test_the_lead_unlinks(linked, owner):
    await looks(owner)
    await owner.taps("📣 Recruiting card")
    owner.sees("also shown in your group chat")
    await owner.taps("✂️ Unlink the group")
    owner.sees("no longer linked")
    assert "no longer linked" in linked.ever_said()
    assert "confirmed" not in linked.ever_said()
    await linked.says(owner, "/status")
    linked.sees("Is this the chat of a consortium?")


async def test_a_used_set_up_link_leads_nowhere_else(office, linked, owner, friend):
    """The offer still stands above in the group, but its link is spent."""
    await forms(office, friend.person.id, serial=51, name="Evening Bread")
    await linked.taps(friend, "This is our group")
    await friend.taps("👥 Evening Bread")
    friend.sees("does not work any more")
    assert "Evening Bread" not in linked.ever_said()


async def test_taken_out_of_the_group_the_lead_hears_of_it(linked, owner):
    await linked.does("removes_bot", owner.person)
    owner.sees("I was taken out of the group", "Morning Bread")
    await linked.does("adds_bot", owner.person)
    linked.sees("Is this the chat of a consortium?")


async def test_a_group_chosen_from_the_card_is_linked_at_once(town, office, pair, owner, friend):
    group = await town.gathers("Mapo", owner, friend, with_bot=True)
    await group.says(owner, f"/start@{town.emulator.username} {await code_of(office, pair)}")
    group.sees("Morning Bread", "2/3 confirmed")


async def test_somebody_else_cannot_link_by_the_code(town, office, pair, owner, friend):
    group = await town.gathers("Mapo", owner, friend, with_bot=True)
    await group.says(friend, f"/start@{town.emulator.username} {await code_of(office, pair)}")
    group.sees("Is this the chat of a consortium?")
    group.sees_not("Morning Bread")


@pytest.mark.parametrize("anonymous", [False, True])
async def test_the_card_is_kept_current_after_the_group_has_become_a_supergroup(office, town, linked, owner, friend, neighbour, anonymous):
    old = linked.id
    if anonymous:
        as_the_anonymous_administrator(town)
    await linked.does("migrates")
    assert linked.id != old
    assert "2/3 confirmed" in linked.ever_said()
    town.clock.passes(seconds=6)
    await town.settles()
    await joins_by_the_group(office, linked, friend)
    assert "1 more has joined" in linked.ever_said()
    assert linked.ever_said().count("Looking for more shops") == 1
    assert "Is this the chat" not in linked.ever_said()


def as_the_anonymous_administrator(town, *, also_words: bool = False) -> None:
    """What the group says is signed by Telegram's own bot, as when its administrator is hidden."""
    keep = town.emulator.update

    def signed(kind, body):
        moves = "migrate_to_chat_id" in body or "migrate_from_chat_id" in body
        if kind == "message" and (moves or also_words):
            body = {
                **body,
                "from": {"id": 1087968824, "is_bot": True, "first_name": "Group", "username": "GroupAnonymousBot"},
                "sender_chat": body["chat"],
            }
        return keep(kind, body)

    town.emulator.update = signed


async def test_telegram_tells_of_the_new_chat_before_it_tells_of_the_move(office, pair, linked, owner):
    """As seen in the wild: the bot is "added" to the supergroup first. Nobody is asked again what the group is for."""
    new = linked.id * 1000
    await office.do(EnterGroup(by=owner.person.id, chat=new, language="en", forum=False, may_have_moved=True))
    async with office.work() as work:
        fresh = await groups.lock(work.connection, new)
        assert fresh is not None
        assert await place_of(work, GroupSetUp(code=fresh.code)) is not None
    await office.do(MoveGroup(old=linked.id, new=new))
    async with office.work() as work:
        found = await groups.of_consortium(work.connection, pair.number)
        assert await place_of(work, GroupSetUp(code=fresh.code)) is None
    assert found is not None
    assert found.chat == new


async def test_help_and_other_commands_in_a_group(group, friend):
    await group.says(friend, "/help")
    group.sees("What I do in a group", "/status")
    await group.says(friend, "/cancel")
    group.sees("Here I know /status and /help")
    await group.says(friend, "good morning, everybody")
    assert group.news() == ""


async def test_a_button_of_the_private_chat_does_nothing_in_a_group_and_says_so(town, linked):
    """Callback data can be forged; whoever sends it reads the answer in their own language, and nobody else does."""
    visitor = town.person("Visitor")
    before = linked.ever_said()
    await visitor.does("presses_data", linked.last(), "pv")
    visitor.sees("works in our private chat only")
    assert linked.ever_said() == before


async def test_a_move_nobody_told_of_is_learnt_from_the_first_refusal(office, town, pair, linked, friend):
    """The word that the group has moved is lost; the next change of the card finds out, and posts it in the new group."""
    await town.closes()
    linked.group.migrates()
    town.emulator.updates.waiting.clear()
    await town.opens()
    await card_changes(office, pair)
    await town.settles()
    assert "2/3 confirmed" in linked.ever_said()
    await joins_by_the_group(office, linked, friend)
    assert "1 more has joined" in linked.ever_said()


async def test_an_administrator_who_hides_behind_the_group_is_answered_too(town, linked, owner):
    as_the_anonymous_administrator(town, also_words=True)
    await linked.says(owner, "/help")
    linked.sees("단체방에서 제가 하는 일")  # nobody knows what their phone speaks
