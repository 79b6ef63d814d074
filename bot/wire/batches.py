"""One transaction for the oldest waiting arrival of each of several lanes."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import datetime
from functools import partial
from typing import Any

import orjson
from telegram import Update

from bot.happenings import BlockChanged, FileSent, GroupMoved, InlineAsked, ResultChosen, SaidInTopic, TappedInline
from bot.turn import Reply, Turn, Way
from bot.wire.answers import Answers
from bot.wire.arrivals import Arrived, read
from bot.wire.composing import part_of
from bot.wire.inline import inline_answer
from bot.wire.replies import LEASE, Answering, as_letters
from bot.wire.sheets import notice, toast
from bot.wire.turns import Conversations, Routing, route
from bot.words import negotiate
from services.groups import MoveGroup
from storage import groups
from storage.arrivals import Arrival, mark_done
from storage.letters import NewLetter, PostedLetter, post
from storage.people import Desk, desks
from storage.work import Work


@dataclass(frozen=True, kw_only=True)
class Worked:
    """What one arrival came to: letters to be sent now, and the tap or the inline query to be answered."""

    arrival: Arrival
    letters: list[PostedLetter]
    callback: str | None = None
    notice: str = ""
    alert: bool = False
    inline: dict[str, Any] | None = None  # the answer, ready to be sent

    def answer(self, answers: Answers) -> None:
        if self.callback is not None:
            answers.answer(self.callback, self.notice, alert=self.alert)
        if self.inline is not None:
            answers.answer_inline(self.inline)


class ClaimLost(RuntimeError):
    """The lock on an arrival did not hold; the unit of work must be undone."""


class Batches:
    """Knows how to work arrivals off inside a unit of work; who opens it, and what happens when it fails, is the workers' affair."""

    def __init__(self, application: Routing, conversations: Conversations, bot_username: str, language: str) -> None:
        self._application = application
        self._conversations = conversations
        self._bot_username = bot_username
        self._language = language  # of those whose phone does not say
        # The album each chat is just sending, and the first message of it. Forgotten at a restart: then one more screen is sent.
        self._albums: dict[int, tuple[str, int]] = {}

    async def work_off(self, work: Work, arrivals: Sequence[Arrival]) -> list[Worked]:
        """Turns, letters, "done": everything but the commit. Raises whatever a turn raises."""
        read_ones = [(arrival, update, await _meant_for_us(work, found)) for arrival in arrivals for update, found in [self._read(arrival)]]
        laid = await desks(work, self._languages(arrived for _, _, arrived in read_ones))
        written: list[tuple[Arrival, Reply | None, Answering | None]] = []
        for arrival, update, arrived in read_ones:
            if arrived is None:
                written.append((arrival, None, None))
            else:
                written.append((arrival, *await self._turn(work, update, arrived, laid[arrived.person], arrival.received_at)))
        worked = await self._post(work, written)
        if await mark_done(work.connection, [arrival.id for arrival in arrivals], work.now) != len(arrivals):
            raise ClaimLost(f"{len(arrivals)} arrivals were claimed, but some were done by somebody else")
        return worked

    def _languages(self, all_arrived: Iterable[Arrived | None]) -> dict[int, str]:
        return {
            arrived.person: negotiate(arrived.language_hint) if arrived.language_hint else self._language
            for arrived in all_arrived
            if arrived is not None
        }

    def _read(self, arrival: Arrival) -> tuple[Update, Arrived | GroupMoved | None]:
        update = Update.de_json(_slim(orjson.loads(arrival.body)), self._application.bot)
        return update, read(update, self._bot_username)

    async def _turn(
        self, work: Work, update: Update, arrived: Arrived, desk: Desk, received_at: datetime
    ) -> tuple[Reply | None, Answering]:
        _notice_presence(work, desk, arrived)
        turn = Turn(work=work, desk=desk, bot_username=self._bot_username, tapped_message=arrived.tapped_message)
        turn.part = partial(part_of, update)
        reply = await route(self._application, self._conversations, update, turn, arrived)
        if reply is not None and self._goes_on_with_an_album(arrived):
            reply = replace(reply, way=Way.EDIT)
        answering = Answering(arrived=arrived, person=turn.person, bot_username=self._bot_username, received_at=received_at)
        if reply is not None and reply.screen is not None and reply.screen.stays and turn.person.living_message is not None:
            # What stays is never edited; the next screen begins below it.
            work.save_person(replace(turn.person, living_message=None))
        return reply, answering

    def _goes_on_with_an_album(self, arrived: Arrived) -> bool:
        """Ten pictures at once are ten updates; they get one screen, which is edited."""
        sent = arrived.happening
        if not isinstance(sent, FileSent) or not sent.album:
            self._albums.pop(arrived.chat, None)
            return False
        album, first = self._albums.setdefault(arrived.chat, (sent.album, sent.message_id))
        if album != sent.album:
            self._albums[arrived.chat] = (sent.album, sent.message_id)
            return False
        return sent.message_id != first

    async def _post(self, work: Work, written: list[tuple[Arrival, Reply | None, Answering | None]]) -> list[Worked]:
        letters = [as_letters(reply, answering, work.now) if reply and answering else [] for _, reply, answering in written]
        ids = iter(await post(work.connection, [letter for some in letters for letter in some], work.now))
        return [
            _worked(arrival, reply, answering, [_posted(next(ids), letter, work.now) for letter in some], work.now)
            for (arrival, reply, answering), some in zip(written, letters, strict=True)
        ]


def _slim(raw: dict[str, Any]) -> dict[str, Any]:
    """Of a tapped message only its place matters; making objects of its text and keyboard costs as much as the rest of the update."""
    message = raw.get("callback_query", {}).get("message")
    if message is not None:
        raw["callback_query"]["message"] = {name: message[name] for name in ("message_id", "chat", "date") if name in message}
    return raw


async def _meant_for_us(work: Work, found: Arrived | GroupMoved | None) -> Arrived | None:
    """A group that moved moves at once, with nobody to be answered; and of all forums only the office's own is listened to."""
    if isinstance(found, GroupMoved):
        await MoveGroup(old=found.old_id, new=found.new_id)(work)
        return None
    if found is not None and isinstance(found.happening, SaidInTopic):
        return found if found.happening.chat in await groups.staff_chats(work.connection) else None
    return found


def _notice_presence(work: Work, desk: Desk, arrived: Arrived) -> None:
    """Whoever says something to the bot alone has not blocked it, whatever was thought before."""
    if arrived.chat < 0 or isinstance(arrived.happening, InlineAsked | ResultChosen | TappedInline):
        return
    blocked = isinstance(arrived.happening, BlockChanged) and arrived.happening.blocked
    if desk.person.blocked != blocked:
        desk.person = replace(desk.person, blocked=blocked)
        work.save_person(desk.person)


def _posted(id: int, letter: NewLetter, now: datetime) -> PostedLetter:  # noqa: A002 - the letter's own field
    return PostedLetter(
        id=id,
        to=letter.to,
        kind=letter.kind,
        body=letter.body,
        due=letter.due,
        priority=letter.priority,
        key=letter.key,
        tries=0,
        leased_until=now + LEASE,
    )


def _worked(arrival: Arrival, reply: Reply | None, answering: Answering | None, letters: list[PostedLetter], now: datetime) -> Worked:
    if reply is not None and reply.offers is not None and answering is not None:
        return Worked(arrival=arrival, letters=letters, inline=inline_answer(reply.offers, answering))
    if answering is None or not answering.callback_lives(now):
        return Worked(arrival=arrival, letters=letters)
    screen = reply.screen if reply is not None else None
    language = answering.person.language
    said = notice(screen, language) if screen is not None else toast(reply.notice if reply is not None else None, language)
    alert = screen.alert if screen is not None else reply is not None and reply.alert
    return Worked(arrival=arrival, letters=letters, callback=answering.arrived.callback, notice=said, alert=alert)
