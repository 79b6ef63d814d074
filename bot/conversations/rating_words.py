"""A member adds words to the stars of a session. The subject is its number."""

from typing import assert_never

from bot.dialogue.ask import Ask
from bot.dialogue.story import story
from bot.questions.session_words import message
from bot.screens import session_after, session_ratings
from bot.screens import session_log as screens
from bot.screens.screen import Screen
from bot.taps import numbered
from services.session_outcomes import NotYours
from services.session_ratings import LONGEST, AfterSession, NoStars, NotDone, Rated, SayMore


@story("rating_words", screens.words_to_a_rating(), takes_a_subject=True, offers_a_person=False)
async def rating_words(ask: Ask) -> SayMore | Screen:
    found = await ask.look(AfterSession(person=ask.person.id, session=numbered(ask.draft.subject) or 0))
    if isinstance(found, NotYours):
        return session_after.refused(found)
    if found.rating is None or found.session.confidential:
        return session_ratings.no_stars()
    words = await ask(message("words", screens.what_was_it_like(found.session), why=screens.only_the_office(), at_most=LONGEST))
    return SayMore(by=ask.person.id, session=found.session.id, words=words)


@rating_words.ends
def said(outcome: Rated | NotDone | NoStars | NotYours) -> Screen:
    match outcome:
        case Rated(session=session):
            return session_ratings.thanks_for_words(session)
        case NotDone(session=session):
            return session_ratings.not_done(session)
        case NoStars():
            return session_ratings.no_stars()
        case NotYours():
            return session_after.refused(outcome)
        case _:
            assert_never(outcome)
