"""Registering a shop, and with the first one its owner. With a subject, the hash of a link, a coordinator has filled the shop in."""

from bot.dialogue.ask import Ask
from bot.dialogue.choices import options_of
from bot.dialogue.story import AskAgain, story
from bot.questions.consents import KEY, agrees, required_consents
from bot.questions.explained import Explained
from bot.questions.owners import details_of
from bot.questions.shops import last_day_of_certificate, lines_of
from bot.screens import consents, shop_card
from bot.screens import registration as screens
from bot.screens import shop_questions as questions
from bot.screens.screen import Screen
from bot.screens.shops import not_there
from programme.consents import Purpose
from services.helping import LinkUsed
from services.owners import MyDetails, OwnerDetails
from services.registration import MOST_SHOPS, ConsentsMissing, DetailsMissing, Refusal, Registered, RegisterShop, TooManyShops
from services.shops import AlreadyYours, MyShops, MyWholeShop, NumberTaken


@story("register", screens.register_a_shop())
async def register(ask: Ask) -> RegisterShop | Screen:
    if len(await ask.look(MyShops(person=ask.person.id))) >= MOST_SHOPS:
        return screens.too_many(MOST_SHOPS)
    known = await ask.look(MyDetails(person=ask.person.id)) is not None
    if not known:
        await _begin(ask)
    agreed, refused = await required_consents(ask)
    if refused is not None:
        return consents.not_without(refused)
    details: OwnerDetails | None = None
    if not known:
        agreed += (Purpose.NEWS,) if await agrees(ask, Purpose.NEWS) else ()
        details = await details_of(ask)
        if details is None:
            return screens.too_young()
    lines = await lines_of(ask)
    if isinstance(lines, AlreadyYours):
        return await _that_shop(ask, lines.shop)
    ends = await last_day_of_certificate(ask, lines.kind)
    await ask.sure(screens.shall_i_register(), yes=screens.register_it())
    return RegisterShop(
        by=ask.person.id,
        language=ask.person.language,
        agreed=agreed,
        details=details,
        lines=lines,
        certificate_ends=ends,
        helped=ask.draft.subject or None,
    )


async def _begin(ask: Ask) -> None:
    await ask(
        Explained(
            key="begin",
            words=screens.shall_we_begin(),
            choices=options_of((True,), lambda _: screens.begin(), lambda _: "1"),
            below=screens.what_i_will_ask(helped=bool(ask.draft.subject)),
        )
    )


async def _that_shop(ask: Ask, number: int) -> Screen:
    found = await ask.look(MyWholeShop(person=ask.person.id, number=number))
    return shop_card.one(found, said=screens.already_yours()) if found is not None else screens.gone(not_there())


@register.ends
def shop_registered(outcome: Registered | Refusal) -> Screen | AskAgain:
    match outcome:
        case Registered():
            return screens.registered(outcome)
        case ConsentsMissing(purposes=purposes):
            return AskAgain(tuple(f"{KEY}{purpose.value}" for purpose in purposes), screens.please_agree_first())
        case DetailsMissing():
            return AskAgain((), screens.who_are_you())
        case NumberTaken():
            # The number is looked up again before it is asked for, so the reason is given there.
            return AskAgain((), questions.number_taken())
        case refused:
            return _turned_away(refused)


def _turned_away(refused: TooManyShops | AlreadyYours | LinkUsed) -> Screen:
    match refused:
        case AlreadyYours():
            return screens.gone(screens.already_yours_in_short())
        case TooManyShops(most=most):
            return screens.too_many(most)
        case LinkUsed():
            return screens.link_used()
