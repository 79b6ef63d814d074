"""A coordinator begins an announcement: what kind it is, and what it says in Korean. Everything else is chosen on its page."""

from bot.dialogue.ask import Ask
from bot.dialogue.choices import choice
from bot.dialogue.story import story
from bot.questions.announcement_messages import Messages
from bot.screens import announcement_questions as screens
from bot.screens import announcement_shelves, announcements
from bot.screens.announcement_words import category_name
from bot.screens.screen import Screen
from bot.words import DEFAULT
from programme.announcements import Category
from services.announcement_composing import DraftAnnouncement, MayCompose
from services.announcement_looks import AndSee, DoneAndSeen, OneSeen


@story(announcement_shelves.NEW, screens.new(), offers_a_person=False, back=announcement_shelves.of_story)
async def new_announcement(ask: Ask) -> AndSee | Screen:
    if not await ask.look(MayCompose(by=ask.person.id)):
        return announcements.not_yours()
    category = await ask(choice("category", screens.which_category(), Category, label=category_name, below=screens.what_kinds_hold()))
    parts = await ask(Messages(key="words", words=screens.what_in(DEFAULT)))
    by = ask.person.id
    return AndSee(by=by, deed=DraftAnnouncement(by=by, category=category, language=DEFAULT, parts=parts))


@new_announcement.ends
def drafted(done: DoneAndSeen) -> Screen:
    match done.seen:
        case OneSeen() as seen:
            return announcements.page(seen)
        case _:
            return announcements.not_yours()
