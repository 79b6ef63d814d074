"""Each role presses every button there is, whether it was shown to them or not: what is not theirs stays as it was.

The matrix comes from the register of taps, so that a new one is tried without being named here.
"""

from collections.abc import Callable, Coroutine
from typing import Any

import pytest
from sqlalchemy import select

import bot.house  # noqa: F401 - all doors open
from bot.dialogue.taps import BeginStory
from bot.screens.check_in_taps import TakeBackNow
from bot.screens.privacy_taps import Forget
from bot.turn import Reply
from programme.announcements import Category
from programme.audiences import Audience
from programme.districts import District
from programme.rights import EVERYWHERE, Role, Scope
from programme.tracks import Track
from services.finder_reports import Reason, ReportCard
from services.inquiries import LeaveQuestion, Topic
from services.office import Office
from services.saved_replies import SaveReply
from storage import announcements, consultants, role_invitations, roles
from storage.announcements import NewAnnouncement
from storage.tables import Table
from tests.check_in.attending import comes
from tests.events.making import published
from tests.finder.street import opens_shop, shows_card
from tests.house.test_forged_taps import STORIES, STRANGER, TAPS, forgeries
from tests.player import Player
from tests.sessions.desk import advises, at, books
from tests.today.desks import holds, shop_to_confirm

BOSS = 7001
# Where nothing of the scene lies: its shops are in Mapo, its event and its notice are for all of Seoul.
ELSEWHERE = Scope(gus=frozenset({District.GANGDONG.value}))
OTHER_TRACK = Scope(tracks=frozenset({Track.INNOVATION.value}), gus=ELSEWHERE.gus)
# A person who asks is answered by whoever is there.
KNOWS_NO_GU = {"ReadQuestion", "ShowQuestions", "answer_inquiry", "add_to_answer", "note_on_question"}
SECRETS = ("Secret Bakery", "Mapo Cakes", "Owner1", "Owner2", "0107777000", "010-7777-000", "We bake together")
# Whoever deletes their own data may. What takes back comes last: in one handful with what it undoes, neither would be seen.
KINDS = sorted((kind for kind in TAPS if kind is not Forget), key=lambda kind: kind is TakeBackNow)
HANDFUL = 10  # kinds between two looks at the tables
# Where whatever the office works with lies.
OFFICE = (
    "announcements",
    "attendance",
    "attendance_counts",
    "consultant_invitations",
    "consultants",
    "event_dates",
    "events",
    "finder_cards",
    "inquiries",
    "inquiry_messages",
    "introduction_cards",
    "notices",
    "office_holidays",
    "registrations",
    "role_invitations",
    "roles",
    "saved_replies",
    "session_absences",
    "session_grants",
    "sessions",
    "shops",
)
# What comes new there with the number of whoever pressed: only the office's own doing, nobody's as a member.
OWN_DOING = {
    "announcements",
    "consultant_invitations",
    "events",
    "notices",
    "office_holidays",
    "role_invitations",
    "saved_replies",
    "session_grants",
}
# What knows no gu is everybody's who coordinates: questions of people, and the replies kept for them.
OF_ANY_GU = {"inquiries", "inquiry_messages", "saved_replies"}
AT_THE_DOOR = {"attendance", "attendance_counts", "registrations", "events"}  # who is there, and the code on the wall

Rows = dict[str, set[tuple[str, ...]]]


async def rows(office: Office) -> Rows:
    async with office.store.reading() as connection:
        return {
            table.name: {tuple(map(repr, row)) for row in await connection.execute(select(*_kept(table)))}
            for name, table in Table.metadata.tables.items()
            if name in OFFICE
        }


def _kept(table: Any) -> list[Any]:
    """Without what a notice is searched by, which is written when somebody first looks at it."""
    return [column for column in table.c if (table.name, column.name) != ("notices", "words")]


def changed(before: Rows, after: Rows, *, does: bool) -> set[str]:
    """Where something of others is no longer as it was, or stands that was not there. `does`: what they make themselves is theirs."""

    def others(name: str, found: set[tuple[str, ...]]) -> set[tuple[str, ...]]:
        return found if name in OWN_DOING and not does else {row for row in found if repr(STRANGER) not in row}

    return {name for name in before if before[name] - after[name] or others(name, after[name]) - before[name]}


async def _nobody(office: Office) -> None:
    """Has no role, like a member."""


async def _consultant(office: Office) -> None:
    await advises(office, STRANGER, name="Han")


def _role(role: Role, scope: Scope = EVERYWHERE) -> Callable[[Office], Coroutine[Any, Any, None]]:
    async def made(office: Office) -> None:
        await holds(office, STRANGER, role, scope)

    return made


@pytest.fixture
async def scene(office_with_calls, clock):
    """Something of everything the office works with, each with the number 1."""
    office = office_with_calls
    event = await published(office, by=BOSS)
    shown = await opens_shop(office, 31, "Secret Bakery", serial=1)
    seer = await shop_to_confirm(office, 32, "Mapo Cakes", 2)
    for one in (shown, seer):
        await shows_card(office, one)
    await office.do(ReportCard(by=32, mine=seer.shop, other=shown.shop, reason=Reason.RUDE))
    await office.do(LeaveQuestion(by=31, topic=Topic.OTHER, question="Where do we begin?"))
    await office.do(SaveReply(by=BOSS, title="Hello", words="Hello"))
    await comes(office, event, 31)
    await advises(office)
    await books(office, 31, at(11))
    async with office.work() as work:
        await roles.grant(work.connection, 33, Role.COORDINATOR, EVERYWHERE, by=BOSS, until=None, now=work.now, name="Jung")
        await role_invitations.keep(
            work.connection,
            token_hash="not to be guessed",
            role=Role.OWNER,
            name="Kim",
            scope=EVERYWHERE,
            until=None,
            by=BOSS,
            now=work.now,
            expires_at=at(23),
        )
        new = NewAnnouncement(
            category=Category.PROGRAMME,
            parts={"en": [{"method": "sendMessage", "params": {"text": "Hello"}}]},
            buttons=(),
            audience=Audience(),
            digest="1",
        )
        await announcements.keep(work.connection, new, by=BOSS, now=work.now)
        assert await consultants.find(work.connection, 9001) is not None
    clock.at = at(13, 30)  # the doors of the event are open
    return office


async def presses_everything(one: Player, *, does: bool = False) -> dict[str, set[str]]:
    """What each handful of kinds of buttons has changed."""
    found: dict[str, set[str]] = {}
    before = await rows(one.office)
    handfuls = -(-len(KINDS) // HANDFUL)
    for first in range(handfuls):
        handful = KINDS[first::handfuls]  # no neighbours: one of them may undo what the other has done
        for wish in (wish for kind in handful for wish in forgeries(kind)):
            await one.tries(wish)
        after = await rows(one.office)
        if where := changed(before, after, does=does):
            found[f"One of {[kind.__qualname__ for kind in handful]}"] = where
        before = after
    return found


@pytest.mark.takes_turns
@pytest.mark.takes_turns
@pytest.mark.parametrize(
    ("who", "may"),
    [
        (_nobody, set()),
        (_role(Role.AUDITOR), set()),
        (_role(Role.EVENT_STAFF), AT_THE_DOOR),
        (_consultant, set()),
        (_role(Role.COORDINATOR, ELSEWHERE), OF_ANY_GU),
        (_role(Role.COORDINATOR, OTHER_TRACK), OF_ANY_GU),
        (_role(Role.EVENT_STAFF, ELSEWHERE), set()),
    ],
    ids=["a member", "an auditor", "event staff", "a consultant", "a coordinator of another gu", "of another track", "staff of another gu"],
)
async def test_whoever_presses_changes_nothing_that_is_not_theirs(scene, who, may):
    await who(scene)
    one = Player(scene, id=STRANGER)
    await one.commands("start")
    found = await presses_everything(one, does=may >= OF_ANY_GU)
    assert "\n".join(f"{kind} changes {sorted(where - may)}" for kind, where in found.items() if where - may) == ""


@pytest.mark.takes_turns
@pytest.mark.takes_turns
async def test_an_owner_changes_a_lot(scene):
    """The negative control: the same taps of somebody who may."""
    await holds(scene, STRANGER, Role.OWNER)
    one = Player(scene, id=STRANGER)
    await one.commands("start")
    found = await presses_everything(one)
    assert {"attendance", "events", "roles", "saved_replies"} <= set().union(*found.values())


LIMITED = [_role(role, ELSEWHERE) for role in (Role.COORDINATOR, Role.EVENT_STAFF, Role.AUDITOR)]


async def tells_of_others(one: Player) -> dict[str, set[str]]:
    """By button: what was read there, on a screen or in a file, of people whom the role does not reach."""
    found: dict[str, set[str]] = {}
    for kind in KINDS:
        for wish in forgeries(kind):
            if told := _told(await one.tries(wish)):
                found.setdefault(kind.__qualname__, set()).update(told)
    return found


def _told(reply: Reply) -> set[str]:
    if reply.screen is None:
        return set()
    labels = (button.label for row in reply.screen.rows for button in row)
    shown = "\n".join(words.in_("en") for words in (reply.screen.words, *labels)) + repr(reply.screen.documents)
    return {secret for secret in SECRETS if secret in shown}


@pytest.mark.takes_turns
@pytest.mark.parametrize("who", LIMITED, ids=["a coordinator", "event staff", "an auditor"])
async def test_whose_role_is_for_another_gu_reads_nobodys_name(scene, who):
    await who(scene)
    one = Player(scene, id=STRANGER)
    await one.commands("start")
    found = await tells_of_others(one)
    assert {kind: told for kind, told in found.items() if kind not in KNOWS_NO_GU} == {}
    begun = {story: told for story in STORIES if (told := _told(await one.tries(BeginStory(story, "1"))))}
    assert {story: told for story, told in begun.items() if story not in KNOWS_NO_GU} == {}


@pytest.mark.takes_turns
async def test_whose_role_reaches_them_reads_the_names(scene):
    """The negative control."""
    await holds(scene, STRANGER, Role.COORDINATOR)
    one = Player(scene, id=STRANGER)
    await one.commands("start")
    assert {"ShowGuests", "ShowAttendees", "ShowCheck", "TakeFile"} <= (await tells_of_others(one)).keys()
