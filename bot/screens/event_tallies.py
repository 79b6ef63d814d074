"""What was answered to the questions of an event, counted."""

from bot.screens.event_desk import to_event
from bot.screens.event_desk_taps import (
    ExportThis,
)
from bot.screens.event_words import title_of
from bot.screens.screen import Screen, button, column
from bot.screens.ways import HOME
from bot.words import Words, lines, t, tn, told
from services.event_tallies import SaidToEvent, Tally
from storage.event_questions import Asked


def tallies(found: SaidToEvent) -> Screen:
    return Screen(
        words=lines(
            t("<b>{title}</b>: what was answered", title=title_of(found.event)),
            *(_tally(one) for one in found.tallies),
            t("\nWho said what stands in the Excel sheet.") if found.tallies else t("Nothing is asked about this event."),
        ),
        rows=column([button(t("📥 As an Excel sheet"), ExportThis(found.event.id)), to_event(found.event.id), HOME]),
    )


def _tally(one: Tally) -> Words:
    asked = t("\n<b>{question}</b>", question=told(one.question.words))
    match one.question.kind:
        case Asked.TEXT:
            return lines(asked, tn("{count} person has written something.", "{count} people have written something.", one.written))
        case Asked.YES_NO:
            return lines(asked, t("Yes: {yes}, no: {no}", yes=one.options[0], no=one.options[1]))
        case Asked.CHOICE:
            pairs = zip(one.question.options, one.options, strict=True)
            return lines(asked, *(t("• {option}: {n}", option=told(option), n=count) for option, count in pairs))
