"""Every story ends, and Back, Cancel, /start and a restart are harmless at every step of it.

Seeds are part of the test's name: a failing walk can be walked again.
"""

import random

import pytest

import bot.house  # noqa: F401 - opens every door of the house
from bot.dialogue.story import all_stories
from bot.dialogue.taps import Back, BeginStory, Change, Done, Keep, Later, Pick, Skip, Stop, Toggle, TurnPage
from bot.screens.screen import Button
from storage import people
from tests.player import Player

TYPED = (
    "한빛 빵집",
    "5",
    "1",
    "50000000",
    "2027-01-15",
    "2019-03-05",
    "001-01-00015",
    "010-1234-5678",
    "오븐을 같이 쓰고 싶어요. 어떻게 시작하나요?",
    "3 3 3 3 3 3 3 3 3 3 3 3",
    "0",
)
WANDERING = 25
ENOUGH = 200
STORIES = [story.code for story in all_stories() if story.title.in_("en") and story.code != "sample" and not story.takes_a_subject]


async def is_open(player: Player) -> bool:
    async with player.office.work() as work:
        desk = (await people.desks(work, {player.id: player.language}))[player.id]
    return desk.person.active_draft is not None


def answers(player: Player) -> list[Button]:
    return [b for b in player.buttons() if isinstance(b.tap, Pick | Toggle | Done | Skip | Keep)]


async def one_step(player: Player, dice: random.Random) -> None:
    options = answers(player)
    if options and dice.random() < 0.8:
        await player.presses(dice.choice(options))
    else:
        await player.says(dice.choice(TYPED))


async def one_detour(player: Player, dice: random.Random) -> None:
    """Something that is no answer."""
    ways = [b for b in player.buttons() if isinstance(b.tap, Back | Change | TurnPage | Later | Stop)]
    match dice.randrange(4):
        case 0:
            await player.commands("start")
            await player.commands("resume")
        case 1:
            await player.commands("help")
            await player.commands("resume")
        case _ if ways:
            await player.presses(dice.choice(ways))
            await player.commands("resume")
        case _:
            await player.commands("resume")


async def to_the_end(player: Player, dice: random.Random) -> None:
    for step in range(ENOUGH):
        if not await is_open(player):
            return
        before = player.text()
        done = [b for b in answers(player) if isinstance(b.tap, Done)]
        picks = [b for b in answers(player) if isinstance(b.tap, Pick)]
        skips = [b for b in answers(player) if isinstance(b.tap, Skip)]
        if picks:
            # The first option mostly; now and then another, so that a question that leads back to itself is left.
            await player.presses(picks[0] if step % 3 == 0 else dice.choice(picks))
        elif done:
            await player.presses(done[0])
        elif skips and step % 2:
            await player.presses(skips[0])
        if player.text() == before and await is_open(player):
            await player.says(dice.choice(TYPED))
    raise AssertionError(f"{ENOUGH} steps and no end; now:\n{player.text()}\n{player.labels()}")


@pytest.mark.parametrize("seed", range(6))
@pytest.mark.parametrize("code", STORIES)
async def test_a_story_ends_whatever_way_it_is_walked(office_with_calls, code, seed):
    dice = random.Random(f"{code} {seed}")
    player = Player(office_with_calls, language=dice.choice(("ko", "en")))
    await player.wishes(BeginStory(code))
    for _ in range(WANDERING):
        if not await is_open(player):
            break
        await (one_step if dice.random() < 0.6 else one_detour)(player, dice)
    if await is_open(player):
        await player.commands("resume")
    await to_the_end(player, dice)


@pytest.mark.parametrize("code", STORIES)
async def test_back_at_every_step_returns_to_the_same_open_question_when_the_answers_are_kept(office_with_calls, code):
    dice = random.Random(code)
    player = Player(office_with_calls, language="en")
    await player.wishes(BeginStory(code))
    for _ in range(12):
        if not await is_open(player):
            return
        here = player.text()
        backs = [b for b in player.buttons() if isinstance(b.tap, Back)]
        if backs:
            await player.presses(backs[0])
            keep = [b for b in player.buttons() if isinstance(b.tap, Keep)] or [b for b in player.buttons() if isinstance(b.tap, Skip)]
            await player.presses(keep[0])
            assert question_of(player.text()) == question_of(here)
        await one_step(player, dice)


def question_of(text: str) -> list[str]:
    """The screen without the line above the question."""
    lines = text.splitlines()
    return lines[next(i for i, line in enumerate(lines) if "· question" in line or "· please check" in line) :]
