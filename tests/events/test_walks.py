"""Every story of an event ends for a coordinator, whatever is tapped and typed on the way."""

import random
from itertools import product

import pytest

import bot.house  # noqa: F401 - opens every door of the house
from bot.dialogue.taps import BeginStory, Change, Done, Keep, Pick, Skip, Toggle
from bot.screens.screen import Button
from programme.event_kinds import EventKind
from programme.events import Group
from storage.event_questions import Asked, NewQuestion
from tests.events.making import COORDINATOR, has_coordinator, published, registers, span
from tests.house.test_stories import is_open, one_detour
from tests.player import Player
from tests.sessions.desk import DAY

TYPED = (
    "봄 교류회",
    "3월 12일 오후 2시~4시",
    "3월 12일 10-12\n3월 13일 10-12",
    "2026-03-11 18:00",
    "2026-05-05",
    "https://meet.example/room",
    "점심: 밥 / 면 *",
    "서울시 마포구 백범로31길 21",
    "0",
    "30",
    "어제",
    "태풍이 와요",
)
STEPS = 40
ENOUGH = 250
QUESTIONS = (NewQuestion(kind=Asked.TEXT, words={"ko": "못 먹는 음식이 있나요?"}),)


def answers(player: Player) -> list[Button]:
    return [one for one in player.buttons() if isinstance(one.tap, Pick | Toggle | Done | Skip | Keep | Change)]


async def step(player: Player, dice: random.Random) -> None:
    found = answers(player)
    if found and dice.random() < 0.6:
        await player.presses(dice.choice(found))
    else:
        await player.says(dice.choice(TYPED))


async def to_the_end(player: Player, dice: random.Random) -> None:
    """The first button agrees, keeps or is done; where there is none, something is typed."""
    for _ in range(ENOUGH):
        if not await is_open(player):
            return
        before, found = player.text(), answers(player)
        if found:
            await player.presses(found[0] if dice.random() < 0.5 else dice.choice(found))
        if not found or player.text() == before:
            await player.says(dice.choice(TYPED))
    raise AssertionError(f"no end; now:\n{player.text()}\n{player.labels()}")


@pytest.mark.parametrize(
    ("story", "seed"), [*product(("make_event", "change_event"), range(3)), *product(("cancel_event", "clone_event"), range(1))]
)
async def test_a_story_of_an_event_ends_whatever_way_it_is_walked(office_with_calls, story, seed):
    dice = random.Random(f"{story} {seed}")
    await has_coordinator(office_with_calls)
    event = await published(
        office_with_calls,
        kind=EventKind.COURSE,
        dates=(span(), span(day=DAY.replace(day=17))),
        pools={Group.ALL: 10, Group.MEMBERS: 5},
        questions=QUESTIONS,
        link="https://meet.example/room",
    )
    await registers(office_with_calls, event, 101, 102)
    player = Player(office_with_calls, id=COORDINATOR, language=dice.choice(("ko", "en")))
    await player.wishes(BeginStory(story, "" if story == "make_event" else str(event.id)))
    for _ in range(STEPS):
        if not await is_open(player):
            break
        await (step if dice.random() < 0.85 else one_detour)(player, dice)
    if await is_open(player):
        await player.commands("resume")
    await to_the_end(player, dice)
