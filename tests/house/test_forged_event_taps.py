"""Every button of events, pressed by whoever it was never shown to, with numbers of others and numbers that nothing has: no screen fails,
and nobody but the office reads who somebody is.
"""

from collections.abc import Iterator
from dataclasses import fields
from enum import Enum
from itertools import product
from typing import Any, get_type_hints

import pytest

import bot.house  # noqa: F401 - opens every door of the house
from bot.dialogue.story import all_stories
from bot.dialogue.taps import BeginStory
from bot.happenings import Commanded, Happening, Tapped
from bot.taps import LARGEST, Tap, registered
from programme.event_kinds import EventKind
from programme.events import Answer
from programme.rights import EVERYWHERE, Role
from services.office import Office
from services.registrations import AnswerEvent
from storage import roles
from storage.event_questions import Asked, NewQuestion
from tests.events.making import COORDINATOR, published, span
from tests.introductions.meeting import introduces, with_cards
from tests.player import Player

GUEST, STRANGER = 801, 4711
AT_THE_DOOR = tuple(
    f"Tapped(tap={tap}(" for tap in ("ShowAttendees", "ShowEventDoor", "CheckInName", "AskTakeBack", "TakeBackNow", "CountMore")
)
SECRETS = ("Shop number 801", "Shop number 802", "Owner801", "peanuts")
MODULES = (
    "event",
    "check_in",
    "survey",
    "introduction",
    "notice",
    "subscription",
    "year_plan",
    "open_for_me",
    "i_am_here",
    "attendee",
    "course",
)
ENOUGH = 300  # buttons: fewer would mean that their modules are called otherwise by now
NUMBERS = (1, 3, 0, -1, LARGEST)
SUBJECTS = ("1", "2-again", "0", "9" * 30, "", "-1", "x")
LINKS = ("ev", "ei", "es", "ci", "w")


def _is_meant(one: Any) -> bool:
    return one.__module__.startswith("bot.") and any(word in one.__module__ for word in MODULES)


def forgeries() -> Iterator[Tap]:
    for kind in registered():
        if _is_meant(kind):
            hints = get_type_hints(kind)
            for values in product(*(_values(hints[field.name]) for field in fields(kind))):  # type: ignore[arg-type]
                yield kind(*values)


def _values(kind: Any) -> tuple[Any, ...]:
    if isinstance(kind, type) and issubclass(kind, Enum):
        return tuple(kind)
    return {bool: (True, False), int: NUMBERS, str: ("1", "", "x" * 20)}[kind]


@pytest.fixture
async def town_hall(office_with_calls: Office) -> Office:
    """A meeting where two are introduced, a briefing that asks something and is full, and a course."""
    office = office_with_calls
    meeting = await published(office, reminders=())
    await with_cards(office, meeting, GUEST, GUEST + 1)
    await introduces(office, meeting)
    asks = NewQuestion(kind=Asked.TEXT, words={"ko": "못 먹는 음식?"})
    full = await published(office, seats=1, kind=EventKind.BRIEFING, questions=(asks,))
    await office.do(AnswerEvent(by=GUEST, event=full.id, answer=Answer.COMING, said=((1, "peanuts"),)))
    await office.do(AnswerEvent(by=GUEST + 1, event=full.id, answer=Answer.COMING, waits=True))
    await published(office, kind=EventKind.COURSE, dates=(span(), span(18, 20)))
    return office


def happenings() -> Iterator[Happening]:
    yield from (Tapped(tap=wish) for wish in forgeries())
    yield from (Tapped(tap=BeginStory(story.code, subject)) for story, subject in product(all_stories(), SUBJECTS) if _is_meant(story.tell))
    yield from (Commanded(name="start", argument=f"{link}_{rest}") for link, rest in product(LINKS, ("1", "0", "9" * 30, "-1", "1_0")))


@pytest.mark.takes_turns
@pytest.mark.parametrize("role", [None, Role.EVENT_STAFF, Role.AUDITOR, Role.COORDINATOR])
async def test_no_forged_button_fails_or_tells_a_secret(town_hall, role):
    player = Player(town_hall, id=STRANGER)
    await player.commands("start")
    if role is not None:
        async with town_hall.work() as work:
            await roles.grant(work.connection, STRANGER, role, EVERYWHERE, by=COORDINATOR, until=None, now=work.now)
    told = {repr(one): await shown(player, one) for one in happenings()}
    assert len(told) > ENOUGH
    offences = [one for one, words in told.items() if any(secret in words for secret in SECRETS)]
    if role is Role.COORDINATOR:
        assert offences, "the negative control: the office is told"
    elif role is Role.EVENT_STAFF:
        assert all(one.startswith(AT_THE_DOOR) for one in offences), "whoever checks people in sees who they are, there alone"
    else:
        assert not offences


async def shown(player: Player, happening: Happening) -> str:
    """Every word of what comes back."""
    reply = await player.gives(happening)
    if reply.screen is None:
        return ""
    labels = [button.label for row in reply.screen.rows for button in row]
    return "\n".join(words.in_("en") for words in (reply.screen.words, *labels))
