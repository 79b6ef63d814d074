"""Callback data is user input: whoever presses a button that was never shown to them sees nothing and changes nothing of others.

The matrix comes from the register of taps and of stories, so that a new one is tried without being named here. Their numbers are the
ids of what an owner has; the one who presses is a stranger, once without anything and once with a shop of their own.
"""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import fields
from enum import Enum
from itertools import product
from typing import Any, get_type_hints

import pytest
from sqlalchemy import select

import bot.house  # noqa: F401 - opens every door of the house
from bot.dialogue.story import all_stories
from bot.dialogue.taps import BeginStory
from bot.screens.booking_taps import ShowSessions
from bot.screens.export_taps import File, TakeFile
from bot.screens.privacy_taps import Forget
from bot.screens.session_overview_taps import ShowOverview
from bot.taps import LARGEST, Tap, registered
from services.coordinators import AppointFirstCoordinators
from services.inquiries import LeaveQuestion, Topic
from services.office import Office
from storage import migrate
from storage.tables import Table
from tests.consortia.forming import opened
from tests.finder import street
from tests.player import Player

OWNER, STRANGER = 1001, 1002
SHOP, CONSORTIUM, QUESTION = "Secret Bakery", "Secret Bread", "My secret question"
# Whoever has forgotten themselves has no shop left to press buttons with: that one comes last.
TAPS = sorted(
    (kind for kind in registered() if kind.__module__.startswith("bot.") and kind is not BeginStory), key=lambda kind: kind is Forget
)
STORIES = [story.code for story in all_stories() if story.code != "sample"]
# What a turn of anybody writes about itself.
OWN_TRACE = {"audit", "letters", "people", "drafts", "arrivals", "gates"}
HANDFUL = 20  # wishes between two looks at all tables

Rows = dict[str, set[tuple[Any, ...]]]


def forgeries(kind: type[Tap]) -> Iterator[Tap]:
    """Every enumeration member and both booleans, with the owner's ids."""
    hints = get_type_hints(kind)
    for values in product(*(_values(hints[field.name]) for field in fields(kind))):  # type: ignore[arg-type]
        yield kind(*values)


def _values(kind: Any) -> tuple[Any, ...]:
    if isinstance(kind, type) and issubclass(kind, Enum):
        return tuple(kind)
    return {bool: (True, False), int: (1,), str: ("1",)}[kind]


async def rows(office: Office, tables: Iterable[str] | None = None) -> Rows:
    """Of these tables (none named: all that hold something) what does not belong to the stranger, who may change their own."""
    migrate.know_every_table()
    names = Table.metadata.tables.keys() - OWN_TRACE if tables is None else tables
    found: Rows = {}
    async with office.store.reading() as connection:
        for name in names:
            everybody = {tuple(map(repr, row)) for row in await connection.execute(select(Table.metadata.tables[name]))}
            found[name] = {row for row in everybody if repr(STRANGER) not in row}
    return found if tables is not None else {name: kept for name, kept in found.items() if kept}


@pytest.fixture(params=["without anything", "with a shop"])
async def stranger(office_with_calls: Office, request: pytest.FixtureRequest) -> Player:
    office = office_with_calls
    theirs = await street.opens_shop(office, OWNER, SHOP, serial=1)
    await opened(office, OWNER, theirs.shop, CONSORTIUM)
    await street.shows_card(office, theirs)
    await office.do(LeaveQuestion(by=OWNER, topic=Topic.OTHER, question=QUESTION))
    stranger = Player(office, id=STRANGER)
    if request.param == "with a shop":
        await street.opens_shop(office, STRANGER, "Another Bakery", serial=2)
    await stranger.commands("start")
    return stranger


async def told(stranger: Player, wish: Tap) -> list[str]:
    """What a button told that it should not have."""
    reply = await stranger.tries(wish)
    shown = "" if reply.screen is None else reply.screen.words.in_("en")
    return [secret for secret in (SHOP, CONSORTIUM, QUESTION, "Owner1", "01077770001", "010-7777-0001") if secret in shown]


async def offences(stranger: Player, wishes: Sequence[Tap]) -> list[str]:
    """What they told, and what is changed after each handful of them: where nothing was, nothing can be changed or taken away."""
    found, before = [], await rows(stranger.office)
    for at in range(0, len(wishes), HANDFUL):
        handful = wishes[at : at + HANDFUL]
        for wish in handful:
            secrets = await told(stranger, wish)
            found += [f"{wish} tells {secrets}"] if secrets else []
        after = await rows(stranger.office, before)
        changed = [name for name in before if before[name] - after[name]]
        found += [f"One of {handful} changes {changed}"] if changed else []
    return found


@pytest.mark.takes_turns
@pytest.mark.takes_turns
@pytest.mark.timeout(400)  # every one there is, one after the other
async def test_buttons_never_shown_tell_and_change_nothing_of_others(stranger):
    found = await offences(stranger, [wish for kind in TAPS for wish in forgeries(kind)])
    assert not found, "\n".join(found)


@pytest.mark.takes_turns
async def test_stories_about_something_of_others_tell_and_change_nothing(stranger):
    found = await offences(stranger, [BeginStory(story, "1") for story in STORIES])
    assert not found, "\n".join(found)


async def test_the_owner_is_shown_what_the_stranger_is_not(stranger):
    """The negative control: the secrets can be seen by whoever they belong to."""
    owner = Player(stranger.office, id=OWNER)
    await owner.commands("start")
    await owner.taps("🏪 My shops")
    owner.sees(SHOP)
    await owner.commands("start")
    await owner.taps("🤝 My consortia")
    owner.sees(CONSORTIUM)


@pytest.mark.both_databases
async def test_numbers_beyond_what_a_database_counts_end_on_a_screen(stranger):
    await stranger.office.do(AppointFirstCoordinators(ids=(STRANGER,)))
    for wish in (ShowSessions(past=True, page=LARGEST), ShowOverview(year=LARGEST), TakeFile(File.SESSIONS, LARGEST)):
        assert (await stranger.tries(wish)).screen is not None
