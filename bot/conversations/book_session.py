"""What a session is about: said for one that is held, which is then booked, or for one that is booked. The subject is the session.

Nothing that was typed is lost with a time that is gone: the nearest ones are asked about, and booked with the same words.
"""

from typing import assert_never

from bot.dialogue.ask import Ask
from bot.dialogue.choices import choice
from bot.dialogue.sent import SentFile
from bot.dialogue.story import AskAgain, story
from bot.questions.messages import Message
from bot.questions.session_words import files
from bot.screens import booking_holds, booking_outcomes, my_sessions
from bot.screens import booking_questions as screens
from bot.screens.screen import Screen
from bot.screens.session_changes import not_mine, over
from bot.screens.session_facts import search_of
from bot.taps import numbered
from programme.cells import cells
from services.advisers import Profiles
from services.free_times import Slot
from services.hold_wishes import JustTaken, NotOffered
from services.my_sessions import MySession, OneSession
from services.session_booking import BookedBefore, BookMine, NearestTo, NotGot, Receipt
from services.session_goals import MOST_FILES, Said, SayWhatItIsAbout
from services.session_hold_ends import NotHeld
from services.session_limits import NotMine, OverAlready
from storage.sessions import SessionFile, State

LONGEST = 800


@story("book_session", screens.what_it_is_about(), takes_a_subject=True)
async def book_session(ask: Ask) -> BookMine | SayWhatItIsAbout | Screen:
    one = await ask.look(OneSession(person=ask.person.id, session=numbered(ask.draft.subject) or 0))
    if one is None:
        return my_sessions.none_of_yours()
    match one.session.state:
        case State.BOOKED if one.session.starts_at > ask.now:
            return await _told_later(ask, one)
        case State.HELD if not one.session.offered:
            return await _booked(ask, one)
        case State.LAPSED if ask.draft.answers:
            return await _booked(ask, one)
        case State.HELD | State.LAPSED:
            return my_sessions.lapsed(one) if one.session.state is State.LAPSED else my_sessions.offered(one)
        case _:
            return my_sessions.ended(one, ask.now)


async def _told_later(ask: Ask, one: MySession) -> SayWhatItIsAbout:
    goal = await _goal(ask, one)
    sent = await _files(ask, one, MOST_FILES - len(one.files))
    await ask.sure(screens.shall_i_tell(), yes=screens.pass_it_on())
    return SayWhatItIsAbout(by=ask.person.id, session=one.session.id, goal=goal, files=_kept(sent))


async def _booked(ask: Ask, one: MySession) -> BookMine | Screen:
    goal = await _goal(ask, one)
    sent = await _files(ask, one, MOST_FILES)
    instead = await _instead(ask, one) if one.session.state is State.LAPSED else None
    if isinstance(instead, Screen):
        return instead
    await ask.sure(screens.shall_i_book(), yes=screens.book_it(), below=screens.kept_until(one))
    return BookMine(by=ask.person.id, session=one.session.id, goal=goal, files=_kept(sent), instead=instead)


async def _goal(ask: Ask, one: MySession) -> str:
    return await ask(
        Message(
            key="goal",
            words=screens.which_goal(),
            why=screens.why_goal(one),
            at_most=LONGEST,
            at_least=2,
            example=screens.an_example(one),
            name=screens.names("goal"),
        )
    )


async def _files(ask: Ask, one: MySession, most: int) -> tuple[SentFile, ...]:
    if most <= 0:
        return ()
    why = screens.why_files(one.by.name)
    return await ask(files("files", screens.any_files(), why=why, at_most=most, optional=True, name=screens.names("files"))) or ()


async def _instead(ask: Ask, one: MySession) -> Slot | Screen | None:
    """None: the time is still free, and is taken once more."""
    near = await ask.look(NearestTo(person=ask.person.id, session=one.session.id))
    session = one.session
    if session.ended_by is None and any((slot.consultant, slot.starts_at) == (session.consultant, session.starts_at) for slot in near):
        return None
    if not near:
        return screens.none_left(one)
    those = await ask.look(Profiles(people=tuple(slot.consultant for slot in near)))
    return await ask(
        choice(
            "instead",
            screens.which_instead(),
            near,
            token=_token,
            label=lambda slot: screens.instead_label(slot, those[slot.consultant].name),
            gone=screens.gone_again(),
            name=screens.names("instead"),
        )
    )


def _token(slot: Slot) -> str:
    return f"{slot.consultant}-{cells(slot.starts_at, slot.ends_at).start}"


def _kept(sent: tuple[SentFile, ...]) -> tuple[SessionFile, ...]:
    return tuple(SessionFile(kind=one.kind.value, file=one.file_id, name=one.name) for one in sent)


@book_session.ends
def said(  # noqa: PLR0911 - one screen an outcome
    outcome: Receipt | BookedBefore | NotGot | Said | OverAlready | NotMine,
) -> Screen | AskAgain:
    match outcome:
        case Receipt():
            return booking_holds.booked(outcome)
        case BookedBefore(one=one, now=now, terms=terms):
            return my_sessions.upcoming(one, now, terms.change_until)
        case NotGot(why=JustTaken() | NotOffered() | NotHeld(), near=near) if near:
            return AskAgain(("instead",), screens.gone_again())
        case NotGot():
            return booking_outcomes.refused(outcome.why, search_of(outcome.gone), outcome.those, outcome.terms)
        case Said(session=session):
            return screens.told(session)
        case OverAlready(session=session):
            return over(session)
        case NotMine():
            return not_mine()
        case _:
            assert_never(outcome)
