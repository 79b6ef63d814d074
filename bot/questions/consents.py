"""Asking for a consent in a story: the full text, and two buttons of equal weight."""

from bot.dialogue.ask import Ask
from bot.dialogue.choices import options_of
from bot.questions.explained import Explained
from bot.screens import consents as screens
from bot.screens.consent_texts import full_text
from programme.consents import Purpose, terms
from services.consents import MissingConsents

KEY = "agree_"


async def agrees(ask: Ask, purpose: Purpose) -> bool:
    """Asked again when there is a newer text."""
    return await ask(
        Explained(
            key=f"{KEY}{purpose.value}",
            words=screens.do_you_agree(purpose),
            choices=options_of(
                (True, False), lambda yes: screens.i_agree() if yes else screens.i_do_not(), lambda yes: "1" if yes else "0"
            ),
            below=full_text(purpose),
            about=(terms(purpose).version,),
        )
    )


async def required_consents(ask: Ask) -> tuple[tuple[Purpose, ...], Purpose | None]:
    """Those given now, and the first that was refused: then nothing more is asked."""
    agreed: list[Purpose] = []
    for purpose in await ask.look(MissingConsents(person=ask.person.id)):
        if not await agrees(ask, purpose):
            return tuple(agreed), purpose
        agreed.append(purpose)
    return tuple(agreed), None
