"""A reply becomes letters, written in the same transaction as what it answers."""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from typing import Any

from bot.happenings import ContactShared, PeoplePicked, PlaceShared
from bot.screens.screen import Screen
from bot.turn import Reply, Way
from bot.wire.arrivals import Arrived
from bot.wire.sheets import asks, sheets
from bot.words import lines
from storage.letters import NewLetter, Priority
from storage.people import Person

REPLY = "reply"
LEASE = timedelta(seconds=60)
# Telegram forgets a tap after this; then nothing can be answered on the button itself.
CALLBACK_LIFE = timedelta(seconds=150)

Body = dict[str, Any]
# {"deletes": [ids]}, {"asks": {"for", "label", "most"}} (a reply keyboard, which an inline one leaves no room for), or
# {"sheet": Sheet, "living"?: {"now": id | None, "edit": bool, "asked": bool, "asking": id | None}}: `asked`, a reply keyboard is to be
# taken off, with `asking`, the message that brought it. Without "living" the message stands on its own, in a forum under its "topic".


@dataclass(frozen=True, kw_only=True)
class Answering:
    """Who is answered, and what is on their phone."""

    arrived: Arrived
    person: Person
    bot_username: str
    received_at: datetime

    def callback_lives(self, now: datetime) -> bool:
        return self.arrived.callback is not None and now - self.received_at <= CALLBACK_LIFE


def as_letters(reply: Reply, answering: Answering, now: datetime) -> list[NewLetter]:
    """In the order they are shown; leased already, since the one who posts them also sends them."""
    return [
        NewLetter(to=answering.arrived.chat, kind=REPLY, body=body, due=now, priority=Priority.REPLY, leased_until=now + LEASE)
        for body in _bodies(reply, answering, now)
    ]


def _bodies(reply: Reply, answering: Answering, now: datetime) -> Iterator[Body]:
    if reply.deletes:
        yield {"deletes": list(reply.deletes)}
    if reply.nods_at is not None:
        yield {"nods_at": reply.nods_at}
    for keep in reply.keeps:
        for sheet in _sheets(keep, answering):
            yield {"sheet": sheet}
    if reply.screen is None:
        return
    *before, last = _sheets(_with_notice_said(reply.screen, answering, now), answering)
    for sheet in before:
        yield {"sheet": sheet}
    if answering.arrived.chat < 0:
        yield {"sheet": last, "topic": getattr(answering.arrived.happening, "topic", None)}
        return
    in_place = not before and not reply.keeps and _may_edit(reply, answering, now)
    asking = answering.person.asking_message
    asked = asking is not None or isinstance(answering.arrived.happening, ContactShared | PlaceShared | PeoplePicked)
    yield {"sheet": last, "living": {"now": answering.person.living_message, "edit": in_place, "asked": asked, "asking": asking}}
    if reply.screen.asks_for is not None:
        yield {"asks": asks(reply.screen, answering.person.language)}


def _sheets(screen: Screen, answering: Answering) -> list[Body]:
    return sheets(screen, answering.person.language, answering.bot_username)


def _may_edit(reply: Reply, answering: Answering, now: datetime) -> bool:
    """Only the living message is edited: others are results worth keeping, or far up in the chat."""
    tapped, living = answering.arrived.tapped_message, answering.person.living_message
    if reply.way is not Way.EDIT or living is None:
        return False
    return tapped is None or (tapped == living and answering.callback_lives(now))


def _with_notice_said(screen: Screen, answering: Answering, now: datetime) -> Screen:
    """A toast needs a tap that is still alive; otherwise its words stand above the screen."""
    if screen.notice is None or answering.callback_lives(now):
        return screen
    return replace(screen, words=lines(screen.notice, screen.words), notice=None)
