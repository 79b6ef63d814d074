"""The two sides of a session change it, or ask each other to."""

from typing import assert_never

from bot.routes import on_tap
from bot.screens import given_sessions as given
from bot.screens import session_changes as screens
from bot.screens.screen import Screen
from bot.screens.session_change_taps import (
    AnswerChange,
    AskConsultant,
    AskMemberToMove,
    CancelGiven,
    CancelMine,
    ConfirmComing,
    WantToCancel,
    WantToMove,
    WhyCancel,
)
from bot.turn import Turn
from programme.session_changes import Change
from services.session_changes import (
    Cancelled,
    CancelSession,
    Confirmed,
    ConfirmSession,
    WhetherToChange,
)
from services.session_limits import MayChange, NotMine, OverAlready, TooLate
from services.session_wishes import (
    AllowChange,
    Allowed,
    Asked,
    AskedAlready,
    AskedToMove,
    AskForChange,
    AskToMove,
    GivenSession,
    NothingAsked,
    Refused,
    TooNear,
)
from storage.sessions import Session, State


@on_tap(ConfirmComing)
async def confirm(turn: Turn, wish: ConfirmComing) -> Screen:
    match await ConfirmSession(by=turn.person.id, session=wish.session)(turn.work):
        case Confirmed(session=session):
            return screens.confirmed(session)
        case OverAlready(session=session):
            return screens.over(session)
        case NotMine():
            return screens.not_mine()
        case outcome:
            assert_never(outcome)


@on_tap(WantToCancel)
async def want_to_cancel(turn: Turn, wish: WantToCancel) -> Screen:
    return await _whether(turn, wish.session, Change.CANCEL)


@on_tap(WantToMove)
async def want_to_move(turn: Turn, wish: WantToMove) -> Screen:
    return await _whether(turn, wish.session, Change.MOVE)


async def _whether(turn: Turn, session: int, what: Change) -> Screen:
    match await WhetherToChange(person=turn.person.id, session=session, what=what)(turn.work):
        case MayChange(session=found):
            return screens.really_cancel(found) if what is Change.CANCEL else screens.choose_another_time(found)
        case outcome:
            return _stays(turn, outcome)


def _stays(turn: Turn, outcome: TooLate | OverAlready | NotMine) -> Screen:
    """The member cannot change it, or not alone."""
    match outcome:
        case TooLate():
            terms = turn.work.house.booking
            return screens.too_late(outcome, limit=terms.change_until, most=terms.most_moves)
        case OverAlready(session=session):
            return screens.over(session)
        case NotMine():
            return screens.not_mine()
        case _:
            assert_never(outcome)


@on_tap(CancelMine)
async def cancel(turn: Turn, wish: CancelMine) -> Screen:
    match await CancelSession(by=turn.person.id, session=wish.session)(turn.work):
        case Cancelled(session=session):
            return screens.cancelled(session)
        case OverAlready(session=session) if session.state is State.CANCELLED and session.ended_by == turn.person.id:
            return screens.cancelled(session)  # by a tap before this one
        case outcome:
            return _stays(turn, outcome)


@on_tap(AskConsultant)
async def ask_consultant(turn: Turn, wish: AskConsultant) -> Screen:
    match await AskForChange(by=turn.person.id, session=wish.session, what=wish.what)(turn.work):
        case Asked(session=session):
            return screens.asked(session)
        case AskedAlready(session=session):
            return screens.already_asked(session)
        case MayChange(session=session):
            return screens.really_cancel(session) if wish.what is Change.CANCEL else screens.choose_another_time(session)
        case outcome:
            return _stays(turn, outcome)


@on_tap(AnswerChange)
async def answer_change(turn: Turn, wish: AnswerChange) -> Screen:
    match await AllowChange(by=turn.person.id, session=wish.session, allow=wish.allow)(turn.work):
        case Allowed(session=session, what=what):
            return given.allowed(session, what)
        case Refused(session=session):
            return given.refused(session)
        case NothingAsked(session=session):
            return given.nothing_asked(session)
        case outcome:
            return _not_to_be_given(outcome)


@on_tap(WhyCancel)
async def why_cancel(turn: Turn, wish: WhyCancel) -> Screen:
    match await GivenSession(person=turn.person.id, session=wish.session)(turn.work):
        case Session() as session:
            return given.why_cancel(session)
        case outcome:
            return _not_to_be_given(outcome)


@on_tap(CancelGiven)
async def cancel_given(turn: Turn, wish: CancelGiven) -> Screen:
    match await CancelSession(by=turn.person.id, session=wish.session, why=wish.why)(turn.work):
        case Cancelled(session=session):
            return given.given_cancelled(session)
        case outcome:
            return _not_to_be_given(outcome)


@on_tap(AskMemberToMove)
async def ask_member_to_move(turn: Turn, wish: AskMemberToMove) -> Screen:
    match await AskToMove(by=turn.person.id, session=wish.session)(turn.work):
        case AskedToMove(session=session, until=until):
            return given.asked_to_move(session, until)
        case AskedAlready(session=session):
            return given.asked_to_move_already(session)
        case TooNear(session=session):
            return given.too_near(session)
        case outcome:
            return _not_to_be_given(outcome)


def _not_to_be_given(outcome: TooLate | OverAlready | NotMine) -> Screen:
    """The consultant cannot change it any more, or it is none of theirs."""
    return given.given_over(outcome.session) if isinstance(outcome, OverAlready) else given.not_given_by_me()
