"""A coordinator grants a consortium more sessions in this year."""

from typing import assert_never

from bot.dialogue.ask import Ask
from bot.dialogue.choices import choice
from bot.dialogue.story import story
from bot.dialogue.typed import number, text
from bot.screens import session_grants as screens
from bot.screens.consulting import kind_name
from bot.screens.office_only import for_the_office
from bot.screens.screen import Screen
from services.coordinators import Forbidden
from services.session_grants import (
    MOST,
    FindConsortia,
    Granted,
    GrantSessions,
    NoSuchConsortium,
    WrongGrant,
    YearOf,
    YearOfConsortium,
)
from storage.consultants import Calling
from storage.session_grants import LONGEST_WHY


@story("grant_sessions", screens.grant_more(), offers_a_person=False)
async def grant_sessions(ask: Ask) -> GrantSessions | Screen:
    if isinstance(await ask.look(FindConsortia(by=ask.person.id, words="")), Forbidden):
        return for_the_office()
    found = await _which(ask)
    if not isinstance(found, YearOf):
        return for_the_office(found) if isinstance(found, Forbidden) else screens.no_such_consortium()
    calling = await ask(choice("calling", screens.which_calling(found), Calling, label=kind_name, name=screens.names("calling")))
    extra = await ask(number("extra", screens.how_many(), smallest=1, largest=MOST, suggestions=(1, 2, 3, 5), name=screens.names("extra")))
    why = await ask(text("why", screens.why(), why=screens.members_read_it(), at_least=3, at_most=LONGEST_WHY, name=screens.names("why")))
    await ask.sure(screens.shall_i_grant(found.consortium.name), yes=screens.grant_it(), below=screens.what_it_means())
    return GrantSessions(by=ask.person.id, consortium=found.consortium.id, calling=calling, extra=extra, why=why)


async def _which(ask: Ask) -> YearOf | NoSuchConsortium | Forbidden:
    asked = text("name", screens.which_name(), at_most=60)
    words = await ask(asked)
    found = await ask.look(FindConsortia(by=ask.person.id, words=words))
    if isinstance(found, Forbidden):
        return found
    if not found:
        ask.again(asked, screens.none_found())
    which = await ask(
        choice(
            "which",
            screens.which_of_them(),
            found,
            label=lambda one: screens.one_name(one.name, one.opened_at),
            token=lambda one: str(one.id),
            about=(words,),
            name=screens.names("which"),
        )
    )
    return await ask.look(YearOfConsortium(by=ask.person.id, consortium=which.id))


@grant_sessions.ends
def granted(outcome: Granted | WrongGrant | NoSuchConsortium | Forbidden) -> Screen:
    match outcome:
        case Granted():
            return screens.granted(outcome)
        case WrongGrant() | NoSuchConsortium():
            return screens.no_such_consortium()
        case Forbidden() as refused:
            return for_the_office(refused)
        case _:
            assert_never(outcome)
