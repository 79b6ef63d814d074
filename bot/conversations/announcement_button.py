"""A button under an announcement: where it leads, and what stands on it in each language. The subject is the announcement's number."""

from bot.dialogue.ask import Ask
from bot.dialogue.choices import choice
from bot.dialogue.story import story
from bot.questions.announcement_buttons import label_in, web_address
from bot.screens import announcement_buttons as screens
from bot.screens import announcement_leads as leads
from bot.screens import announcement_sending, announcements
from bot.screens.notice_titles import title
from bot.screens.screen import Screen
from bot.screens.wording import worded
from bot.taps import numbered
from bot.words import DEFAULT, told
from services.announcement_buttons import AddButton, EnoughButtons
from services.announcement_changes import Changed
from services.announcement_choosable import Choosable, WhatToChooseFrom
from services.announcement_deeds import NotNow
from services.announcement_looks import AndSee, DoneAndSeen, OneSeen, SeeAnnouncement
from services.calls import AllCalls


@story(announcements.BUTTON, screens.new_button(), takes_a_subject=True, offers_a_person=False, back=announcements.of_story)
async def announcement_button(ask: Ask) -> AndSee | Screen:
    by, announcement = ask.person.id, numbered(ask.draft.subject) or 0
    seen = await ask.look(SeeAnnouncement(by=by, announcement=announcement))
    if not isinstance(seen, OneSeen) or not seen.may_change:
        return announcements.not_yours()
    lead = await _lead(ask, await ask.look(WhatToChooseFrom(by=by)))
    labels = {}
    for language in (DEFAULT, *(language for language in seen.one.parts if language != DEFAULT)):
        labels[language] = await ask(label_in(language, _kind(lead)))
    deed = AddButton(by=by, announcement=announcement, label=labels, leads=lead)
    return AndSee(by=by, deed=deed, announcement=announcement)


async def _lead(ask: Ask, found: Choosable) -> str:
    empty = {leads.EVENT: not found.events, leads.NOTICE: not found.notices}
    kinds = [kind for kind in leads.KINDS if not empty.get(kind)]
    kind = await ask(choice("kind", screens.where_to(), kinds, label=screens.lead_name))
    if kind == leads.CALL:
        calls = await ask.look(AllCalls())
        call = await ask(choice("call", screens.which_call(), calls, label=lambda one: worded(one.title), token=lambda one: str(one.key)))
        return f"{leads.CALL}:{call.key}"
    if kind == leads.EVENT:
        titles = dict(found.events)
        event = await ask(choice("event", screens.which_event(), titles, label=lambda one: told(dict(titles[one]))))
        return f"{leads.EVENT}:{event}"
    if kind == leads.NOTICE:
        facts = {fact.notice: fact for fact in found.notices}
        notice = await ask(choice("notice", screens.which_notice(), facts, label=lambda one: title(facts[one])))
        return f"{leads.NOTICE}:{notice}"
    return await ask(web_address("link")) if kind == leads.LINK else kind


def _kind(lead: str) -> str:
    return leads.LINK if "//" in lead else lead.partition(":")[0]


@announcement_button.ends
def added(done: DoneAndSeen) -> Screen:
    match done.outcome, done.seen:
        case (Changed() | NotNow() | EnoughButtons()) as outcome, OneSeen() as seen:
            return announcements.page(seen, announcement_sending.what_came_of_change(outcome))
        case _:
            return announcements.not_yours()
