"""The sessions a member has."""

from bot.routes import on_tap
from bot.screens import booking_holds
from bot.screens import my_sessions as screens
from bot.screens.booking_hold_taps import ShowPlace, ShowSent
from bot.screens.booking_taps import ShowSession, ShowSessions
from bot.screens.screen import Screen
from bot.screens.session_facts import venue
from bot.turn import Turn
from services.my_sessions import MySession, NewestOf, OneSession, SessionsAhead, SessionsPast
from services.session_ratings import AfterSession, ForMember
from storage.sessions import State


@on_tap(ShowSessions)
async def show_all(turn: Turn, wish: ShowSessions) -> Screen:
    if wish.past:
        return screens.past(await SessionsPast(person=turn.person.id, page=wish.page)(turn.work))
    return screens.ahead(await SessionsAhead(person=turn.person.id, page=wish.page)(turn.work))


@on_tap(ShowSession)
async def show_one(turn: Turn, wish: ShowSession) -> Screen:
    found = await OneSession(person=turn.person.id, session=wish.session)(turn.work)
    return screens.none_of_yours() if found is None else await _as_it_stands(turn, found)


async def _as_it_stands(turn: Turn, one: MySession) -> Screen:
    session, now = one.session, turn.work.now
    match session.state:
        case State.HELD if session.offered:
            return screens.offered(one)
        case State.HELD if session.held_until is not None and session.held_until > now:
            return booking_holds.held(one, now)
        case State.HELD | State.LAPSED:
            return screens.lapsed(one)
        case State.BOOKED if session.starts_at > now:
            return screens.upcoming(one, now, turn.work.house.booking.change_until)
        case State.MOVED:
            newest = await NewestOf(person=turn.person.id, uid=session.uid)(turn.work)
            return screens.moved(one, newest) if newest not in {None, session.id} else screens.ended(one, now)
        case _:
            after = await AfterSession(person=turn.person.id, session=session.id)(turn.work)
            return screens.ended(one, now, after if isinstance(after, ForMember) else None)


@on_tap(ShowSent)
async def show_sent(turn: Turn, wish: ShowSent) -> Screen:
    found = await OneSession(person=turn.person.id, session=wish.session)(turn.work)
    if found is None:
        return screens.none_of_yours()
    return screens.sent(found) if found.files else await _as_it_stands(turn, found)


@on_tap(ShowPlace)
async def show_place(turn: Turn, wish: ShowPlace) -> Screen:
    found = await OneSession(person=turn.person.id, session=wish.session)(turn.work)
    if found is None:
        return screens.none_of_yours()
    return screens.place(found) if venue(found) is not None else await _as_it_stands(turn, found)
