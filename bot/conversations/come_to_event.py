"""Coming to an event that allows guests or asks something. The subject is its number; with "-again" all of it is asked once more.

Asked is only what they have not said before. Where it turns out to be full, they are asked whether they wait, and nothing typed is lost.
"""

from bot.dialogue.ask import Ask
from bot.dialogue.choices import yes_or_no
from bot.dialogue.story import AskAgain, story
from bot.questions.registrations import answer_of, guests_of
from bot.screens import event_answers
from bot.screens import registration_questions as screens
from bot.screens.event_page import STORY, details
from bot.screens.screen import Screen
from bot.taps import numbered
from programme.events import HOLD_SEATS, Answer, Standing
from services.event_pages import EventSeen, SeeEvent
from services.registration_outcomes import Full, Outcome
from services.registrations import AnswerEvent

AGAIN = "again"


@story(STORY, screens.to_come(), takes_a_subject=True)
async def come_to_event(ask: Ask) -> AnswerEvent | Screen:
    number, _, again = ask.draft.subject.partition("-")
    seen = await ask.look(SeeEvent(person=ask.person.id, event=numbered(number) or 0))
    if seen is None:
        return event_answers.no_such_event()
    if seen.standing not in {Standing.OPEN, Standing.CLOSED}:
        return details(seen, event_answers.cannot_answer(seen))
    if not _holds(seen) and (seen.refusal is not None or not seen.has_seats):
        return event_answers.for_others(seen)
    guests = await guests_of(ask, seen)
    said = await _said(ask, seen, everything=again == AGAIN)
    waits = await _waits(ask, seen, guests)
    if waits is False:
        return details(seen, screens.nothing_answered(seen))
    if len(ask.path) - (waits is not None) > 1:  # that they wait has been agreed to already
        await ask.sure(screens.is_this_right(), yes=screens.yes_i_come() if waits is None else screens.onto_the_list())
    return AnswerEvent(by=ask.person.id, event=seen.event.id, answer=Answer.COMING, guests=guests, said=said, waits=waits is True)


async def _said(ask: Ask, seen: EventSeen, *, everything: bool) -> tuple[tuple[int, str], ...]:
    wanted = [question for question in seen.questions if everything or question.id not in seen.said]
    found = [await answer_of(ask, question) for question in wanted]
    return tuple(one for one in found if one is not None)


async def _waits(ask: Ask, seen: EventSeen, guests: int) -> bool | None:
    """None: there are seats enough, or they hold some already and only hear that there are no more."""
    if seen.left is None or seen.left > guests or _holds(seen):
        return None
    words = screens.shall_i_wait(seen, guests)
    return await ask(yes_or_no("waits", words, yes=screens.onto_the_list(), no=screens.not_onto_the_list()))


def _holds(seen: EventSeen) -> bool:
    return seen.mine is not None and seen.mine.answer in HOLD_SEATS


@come_to_event.ends
def answered(outcome: Outcome) -> Screen | AskAgain:
    match outcome:
        case Full(seen=seen) if not _holds(seen):
            return AskAgain(("waits",), screens.just_full())
        case _:
            return event_answers.answered(outcome)
