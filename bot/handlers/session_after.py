"""What the two sides say of a session when it is over."""

from typing import assert_never

from bot.routes import on_tap
from bot.screens import session_after as screens
from bot.screens import session_ratings
from bot.screens.screen import Screen
from bot.screens.session_after_taps import AnswerAbsent, AskStars, RateStars, SayAbsent, SayDone, WhetherAbsent
from bot.turn import Turn
from services.session_outcomes import (
    Agreed,
    Disputed,
    NotedAbsent,
    NotedDone,
    NotYet,
    NotYours,
    Settled,
    TooLongAgo,
    WasNot,
    WhetherAbsentNow,
)
from services.session_ratings import AfterSession, NoStars, NotDone, Rated, RateSession
from services.session_statements import AnswerAbsence, NoteAbsence, NoteDone
from storage.session_times import Side
from storage.sessions import State


@on_tap(SayDone)
async def say_done(turn: Turn, wish: SayDone) -> Screen:
    match await NoteDone(by=turn.person.id, session=wish.session)(turn.work):
        case NotedDone(session=session, by=Side.MEMBER):
            return session_ratings.member_done(session)
        case NotedDone(session=session):
            return screens.consultant_done(session)
        case Disputed(session=session, by=side):
            return screens.disputed(session, side)
        case Settled() | NotYet() | NotYours() | WasNot() as outcome:
            return screens.refused(outcome)
        case outcome:
            assert_never(outcome)


@on_tap(WhetherAbsent)
async def whether_absent(turn: Turn, wish: WhetherAbsent) -> Screen:
    found = await WhetherAbsentNow(person=turn.person.id, session=wish.session)(turn.work)
    return screens.whether_absent(*found) if isinstance(found, tuple) else screens.refused(found)


@on_tap(SayAbsent)
async def say_absent(turn: Turn, wish: SayAbsent) -> Screen:
    match await NoteAbsence(by=turn.person.id, session=wish.session)(turn.work):
        case NotedAbsent() as outcome:
            return screens.noted_absent(outcome)
        case TooLongAgo() | Settled() | NotYet() | NotYours() | WasNot() as outcome:
            return screens.refused(outcome)
        case outcome:
            assert_never(outcome)


@on_tap(AnswerAbsent)
async def answer_absent(turn: Turn, wish: AnswerAbsent) -> Screen:
    match await AnswerAbsence(by=turn.person.id, session=wish.session, agrees=wish.agrees)(turn.work):
        case Agreed(session=session, by=side):
            return screens.agreed(session, side)
        case Disputed(session=session, by=side):
            return screens.disputed(session, side)
        case Settled() | NotYet() | NotYours() | WasNot() as outcome:
            return screens.refused(outcome)
        case outcome:
            assert_never(outcome)


@on_tap(AskStars)
async def ask_stars(turn: Turn, wish: AskStars) -> Screen:
    found = await AfterSession(person=turn.person.id, session=wish.session)(turn.work)
    if isinstance(found, NotYours):
        return screens.refused(found)
    return session_ratings.how_was_it(found.session) if found.session.state is State.DONE else session_ratings.not_done(found.session)


@on_tap(RateStars)
async def rate(turn: Turn, wish: RateStars) -> Screen:
    match await RateSession(by=turn.person.id, session=wish.session, stars=wish.stars)(turn.work):
        case Rated() as outcome:
            return session_ratings.rated(outcome)
        case NotDone(session=session):
            return session_ratings.not_done(session)
        case NoStars():
            return session_ratings.no_stars()
        case NotYours() as outcome:
            return screens.refused(outcome)
        case outcome:
            assert_never(outcome)
