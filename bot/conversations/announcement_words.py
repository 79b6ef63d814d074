"""What an announcement says in one language is written, or written anew. The subject is its number and the language: "12-en"."""

from bot.dialogue.ask import Ask
from bot.dialogue.story import story
from bot.questions.announcement_messages import Messages
from bot.screens import announcement_questions as screens
from bot.screens import announcement_sending, announcements
from bot.screens.screen import Screen
from bot.taps import numbered
from bot.words import SHIPPED
from services.announcement_changes import Changed
from services.announcement_deeds import NotNow
from services.announcement_looks import AndSee, DoneAndSeen, OneSeen, SeeAnnouncement
from services.announcement_writing import LastLanguage, WriteWords


@story(announcements.WORDS, screens.new_words(), takes_a_subject=True, offers_a_person=False, back=announcements.of_story)
async def announcement_words(ask: Ask) -> AndSee | Screen:
    number, _, language = ask.draft.subject.partition("-")
    by, announcement = ask.person.id, numbered(number) or 0
    seen = await ask.look(SeeAnnouncement(by=by, announcement=announcement))
    if not isinstance(seen, OneSeen) or not seen.may_change or language not in SHIPPED:
        return announcements.not_yours()
    parts = await ask(Messages(key="words", words=screens.what_in(language)))
    return AndSee(by=by, deed=WriteWords(by=by, announcement=announcement, language=language, parts=parts), announcement=announcement)


@announcement_words.ends
def written(done: DoneAndSeen) -> Screen:
    match done.outcome, done.seen:
        case (Changed() | NotNow() | LastLanguage()) as outcome, OneSeen() as seen:
            return announcements.page(seen, announcement_sending.what_came_of_change(outcome))
        case _:
            return announcements.not_yours()
