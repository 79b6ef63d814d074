"""Who is registered for an event, with what they answered, as a workbook (.xlsx) with headings in the reader's language."""

from bot.documents.workbook import Cell, Tab, Workbook, workbook
from bot.screens.event_words import answer_name, group_name, title_of
from bot.words import Words, t, told
from services.event_guests import EventSheetFacts, Named
from storage.event_questions import Asked, EventQuestion


def registration_sheet(found: EventSheetFacts, language: str) -> Workbook:
    tab = Tab(name=t("Registrations"), heads=_heads(found), rows=tuple(_row(found, one) for one in found.people))
    name = t("registrations {title} {on:date}", title=title_of(found.event), on=found.event.starts_at)
    return workbook(name, [tab], language)


def _heads(found: EventSheetFacts) -> tuple[Words, ...]:
    plain = (t("No."), t("Name"), t("Shop"), t("Group"), t("Answer"), t("Guests"), t("Registered on"), t("Dates attended"))
    return (*plain, *(told(one.words) for one in found.questions))


def _row(found: EventSheetFacts, one: Named) -> tuple[Cell | Words, ...]:
    it = one.registration
    said = found.said.get(it.id, {})
    return (
        it.id,
        one.name,
        one.shop,
        group_name(it.group),
        answer_name(it.answer),
        it.guests,
        t("{at:datetime}", at=it.made_at),
        found.attended.get(it.id, 0),
        *(_said(question, said.get(question.id)) for question in found.questions),
    )


def _said(question: EventQuestion, answer: str | None) -> Cell | Words:
    if answer is None:
        return ""
    match question.kind:
        case Asked.TEXT:
            return answer
        case Asked.YES_NO:
            return t("Yes") if answer == "1" else t("No")
        case Asked.CHOICE:
            at = int(answer)
            return told(question.options[at]) if at < len(question.options) else ""
