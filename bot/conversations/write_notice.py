"""A coordinator writes a notice: for the board, and for those who want to hear of its subject."""

from typing import assert_never

from bot.dialogue.ask import Ask
from bot.dialogue.choices import choice, yes_or_no
from bot.dialogue.story import story
from bot.dialogue.typed import text
from bot.screens import notice_questions as screens
from bot.screens.screen import Screen
from programme.districts import District
from programme.rights import Scope
from programme.subscriptions import SUBSCRIBED, Subject
from programme.tracks import Track
from services.coordinators import Forbidden
from services.notice_telling import HowMany
from services.notices import Posted, ReachOfWriting, WriteNotice


@story("write_notice", screens.write_a_notice(), offers_a_person=False)
async def write_notice(ask: Ask) -> WriteNotice | Screen:
    reach = await ask.look(ReachOfWriting(person=ask.person.id))
    if isinstance(reach, Forbidden):
        return screens.not_yours(reach)
    title = await ask(text("title", screens.which_title(), at_most=screens.LONGEST_TITLE, name=screens.names("title")))
    words = await ask(text("text", screens.which_text(), at_most=screens.LONGEST_TEXT, name=screens.names("text")))
    title_en, words_en = await _english(ask)
    gu, track = await _limits(ask, reach)
    subject = await ask(
        choice("subject", screens.to_whom(), (Subject.OFFICE, *SUBSCRIBED), label=screens.audience, name=screens.names("subject"))
    )
    people = await ask.look(HowMany(subject=subject, gu=gu, track=track))
    await ask.sure(screens.is_this_right(), yes=screens.post_it(), below=screens.would_reach(subject, people, gu, track))
    said = {"title_ko": title, "text_ko": words, "title_en": title_en or "", "text_en": words_en or ""}
    return WriteNotice(by=ask.person.id, subject=subject, gu=gu, track=track, **said)


async def _limits(ask: Ask, reach: Scope) -> tuple[District | None, Track | None]:
    """What it is limited to since the role of who writes is: of several gu, one."""
    track = next((track for track in Track if track in reach.tracks), None)
    gus = [gu for gu in District if gu in reach.gus]
    if len(gus) > 1:
        return await ask(choice("gu", screens.which_gu(), gus, label=screens.gu_name, name=screens.names("gu"))), track
    return next(iter(gus), None), track


async def _english(ask: Ask) -> tuple[str | None, str | None]:
    if not await ask(yes_or_no("english", screens.also_in_english(), name=screens.names("english"))):
        return None, None
    title = await ask(text("title_en", screens.which_title_en(), at_most=screens.LONGEST_TITLE, name=screens.names("title_en")))
    words = await ask(text("text_en", screens.which_text_en(), at_most=screens.LONGEST_TEXT, name=screens.names("text_en")))
    return title, words


@write_notice.ends
def posted(outcome: Posted | Forbidden) -> Screen:
    match outcome:
        case Posted():
            return screens.posted(outcome)
        case Forbidden() as refused:
            return screens.not_yours(refused)
        case _:
            assert_never(outcome)
