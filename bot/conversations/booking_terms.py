"""How a consultant's time is booked: the length of a session, free time around it, notice, limits."""

from bot.dialogue.ask import Ask
from bot.dialogue.choices import choice
from bot.dialogue.story import story
from bot.questions import hours_preview
from bot.screens import hours_questions as screens
from bot.screens.screen import Screen
from programme.hours_changes import SetTerms
from programme.hours_terms import OFFERED, Term, value_of, with_value
from services.hours_changes import ChangeHours


@story("booking_terms", screens.booking_terms())
async def booking_terms(ask: Ask) -> ChangeHours | Screen:
    kept = await hours_preview.kept_hours(ask)
    if isinstance(kept, Screen):
        return kept
    terms = kept.plan.terms
    term = await ask(choice("term", screens.which_term(), Term, label=screens.term, name=screens.names("term")))
    value = await ask(
        choice(
            "value",
            screens.how_much(term, value_of(terms, term)),
            OFFERED[term],
            label=lambda one: screens.value(term, one),
            columns=2,
            about=(term.value,),
            name=screens.names("value"),
        )
    )
    return await hours_preview.agreed(ask, kept, SetTerms(with_value(terms, term, value)))


booking_terms.ends(hours_preview.ended)
