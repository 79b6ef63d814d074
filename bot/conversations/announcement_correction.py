"""A text that has gone out is corrected. The subject is the announcement, the language and which of its messages: "12-ko-0"."""

from bot.dialogue.ask import Ask
from bot.dialogue.story import story
from bot.questions.announcement_correction import Correction
from bot.screens import announcement_amendment_answers as answers
from bot.screens import announcement_amendments, announcements
from bot.screens import announcement_correction as screens
from bot.screens.screen import Screen
from bot.taps import numbered
from programme.announcement_amending import can_be_corrected, entities_of, longest, words_of
from services.announcement_amending import CorrectWords
from services.announcement_amendments import Amending, AmendmentsSeen, AndSeeAmendments, SeeAmendments
from services.announcement_deeds import NoSuchAnnouncement
from services.coordinators import Forbidden


@story(screens.STORY, screens.correcting(), takes_a_subject=True, offers_a_person=False, back=announcements.of_story)
async def announcement_correction(ask: Ask) -> AndSeeAmendments | Screen:
    spelt, _, rest = ask.draft.subject.partition("-")
    language, _, at = rest.partition("-")
    by, number, place = ask.person.id, numbered(spelt) or 0, numbered(at)
    seen = await ask.look(SeeAmendments(by=by, announcement=number))
    if not isinstance(seen, AmendmentsSeen) or not seen.may_send:
        return announcements.not_yours()
    parts = seen.one.parts.get(language, [])
    if place is None or place >= len(parts) or not can_be_corrected(parts[place]) or not seen.can_amend:
        return announcement_amendments.amendments(seen)
    old = parts[place]
    new = await ask(
        Correction(
            key="text",
            words=screens.new_words(words_of(old)),
            most=longest(old),
            # A text that a colleague has corrected meanwhile is asked for anew.
            about=(seen.one.digest,),
            name=screens.name(),
        )
    )
    below = screens.what_it_means(loses_formatting=bool(entities_of(old)) and not new["entities"])
    await ask.sure(screens.sure(seen.reached_in[language]), yes=screens.yes(), below=below)
    deed = CorrectWords(
        by=by,
        announcement=number,
        language=language,
        place=place,
        text=new["text"],
        entities=tuple(new["entities"]),
        seen=seen.one.digest,
    )
    return AndSeeAmendments(by=by, deed=deed)


@announcement_correction.ends
def corrected(done: Amending) -> Screen:
    match done.outcome, done.seen:
        case ((NoSuchAnnouncement() | Forbidden()), _):
            return announcements.not_yours()
        case outcome, AmendmentsSeen() as seen:
            return announcement_amendments.amendments(seen, answers.what_came_of_asking(outcome))
        case _:
            return announcements.not_yours()
