"""Somebody of the office sends an announcement back, and why. The subject is its number and what they saw: "12-<digest>"."""

from bot.dialogue.ask import Ask
from bot.dialogue.story import story
from bot.questions.messages import Message
from bot.screens import announcement_questions as screens
from bot.screens import announcement_sending, announcements
from bot.screens.screen import Screen
from bot.taps import numbered
from services.announcement_approval import OwnText, SendBackAnnouncement, SentBack
from services.announcement_deeds import ChangedMeanwhile, NotNow
from services.announcement_looks import AndSee, DoneAndSeen, OneSeen, SeeAnnouncement
from storage.announcements import LONGEST_WHY


@story(announcements.BACK, screens.sending_back(), takes_a_subject=True, offers_a_person=False, back=announcements.of_story)
async def announcement_back(ask: Ask) -> AndSee | Screen:
    number, _, digest = ask.draft.subject.partition("-")
    by, announcement = ask.person.id, numbered(number) or 0
    seen = await ask.look(SeeAnnouncement(by=by, announcement=announcement))
    if not isinstance(seen, OneSeen) or not seen.may_send:
        return announcements.not_yours()
    why = await ask(Message(key="why", words=screens.why_back(), at_least=2, at_most=LONGEST_WHY))
    return AndSee(by=by, deed=SendBackAnnouncement(by=by, announcement=announcement, seen=digest, why=why), announcement=announcement)


@announcement_back.ends
def sent_back(done: DoneAndSeen) -> Screen:
    match done.outcome, done.seen:
        case (SentBack() | OwnText() | ChangedMeanwhile() | NotNow()) as outcome, OneSeen() as seen:
            return announcements.page(seen, announcement_sending.what_came_of_judging(outcome))
        case _:
            return announcements.not_yours()
