"""What the letters about the check of a shop say."""

from bot.screens.consortia import ShowConsortia
from bot.screens.finder import ShowFinder
from bot.screens.letters import says
from bot.screens.next_steps import ASK_A_PERSON
from bot.screens.screen import Button, Screen, button, column
from bot.screens.shop_checks import AskAgain, ShowCheck, ShowChecks
from bot.screens.shops import ChooseLine, ShowShop
from bot.screens.ways import HOME
from bot.words import Words, lines, t
from services.shop_checks import ShopChecked, ShopWaitsForPerson
from services.shop_proofs import ShopRefused, WhyNot
from storage.shops import Check


@says(ShopChecked)
def shop_checked(fact: ShopChecked) -> Screen:
    match fact.state:
        case Check.ACTIVE:
            return _confirmed(fact, t("The tax office has it as active, under your name and opening date."))
        case Check.PROVEN:
            return _confirmed(fact, t("A coordinator has looked at your paper."))
        case Check.CLOSED | Check.SUSPENDED:
            return _unconfirmed(fact.shop, _ended(fact), [button(t("🔁 Ask the tax office"), AskAgain(fact.shop))])
        case _:
            return _unconfirmed(fact.shop, _differs(fact), _correcting(fact.shop))


def _confirmed(fact: ShopChecked, why: Words) -> Screen:
    return Screen(
        words=lines(
            t("✅ <b>{shop} is confirmed.</b>", shop=fact.name),
            why,
            t("You can find partners and form a consortium with it now."),
        ),
        rows=column(
            [
                button(t("🔎 Find partners"), ShowFinder()),
                button(t("🤝 My consortia"), ShowConsortia()),
                button(t("🏪 See the shop"), ShowShop(fact.shop)),
                HOME,
            ]
        ),
    )


def _unconfirmed(shop: int, words: Words, ways: list[Button]) -> Screen:
    return Screen(words=words, rows=column([*ways, ASK_A_PERSON, button(t("🏪 See the shop"), ShowShop(shop)), HOME]))


def _correcting(shop: int) -> list[Button]:
    return [button(t("✏️ Correct something"), ChooseLine(shop))]


def _ended(fact: ShopChecked) -> Words:
    if fact.state is Check.SUSPENDED:
        return lines(
            t("⚠️ <b>The tax office has {shop} as suspended.</b>", shop=fact.name),
            t("A suspended business cannot take part. Report to the tax office that you are open again, then have it asked again here."),
        )
    return lines(
        _closed(fact),
        t("A closed business cannot take part. If you have opened anew, register the new number."),
        t("If this is wrong, let the tax office correct it and have it asked again here, or ask a person."),
    )


def _closed(fact: ShopChecked) -> Words:
    if fact.ended_on is None:
        return t("⚠️ <b>The tax office has {shop} as closed.</b>", shop=fact.name)
    return t("⚠️ <b>The tax office has {shop} as closed since {day:date}.</b>", shop=fact.name, day=fact.ended_on)


def _differs(fact: ShopChecked) -> Words:
    if fact.state is Check.UNKNOWN:
        return lines(
            t("⚠️ <b>The tax office does not know the number of {shop}.</b>", shop=fact.name),
            t("Please compare it with the certificate and correct it. A number issued in these days may not be known yet."),
            t("If it is right, show the certificate to a person."),
        )
    return lines(
        t("⚠️ <b>{shop} could not be confirmed.</b>", shop=fact.name),
        t("At the tax office, number, opening date and the representative's name do not belong together."),
        t("Please compare all three with the certificate and correct what differs. If they are right, show the certificate to a person."),
    )


@says(ShopRefused)
def shop_refused(fact: ShopRefused) -> Screen:
    words = lines(t("⚠️ <b>A coordinator could not confirm {shop}.</b>", shop=fact.name), _WHY_NOT[fact.why])
    return _unconfirmed(fact.shop, words, _correcting(fact.shop))


_WHY_NOT = {
    WhyNot.NO_PAPER: t("The registration certificate is missing. Please add a photo of it, then it is looked at again."),
    WhyNot.UNREADABLE: t("The photo cannot be read. Please send a sharper one with the whole page, then it is looked at again."),
    WhyNot.OTHER_LINES: t(
        "Name, number or opening date on the paper are different. Please correct what differs, then it is looked at again."
    ),
    WhyNot.ENDED: t("According to the paper the business is closed or suspended. Such a business cannot take part."),
}


@says(ShopWaitsForPerson)
def shop_waits(fact: ShopWaitsForPerson) -> Screen:
    return Screen(
        words=lines(
            t("🧾 <b>A shop to confirm: {shop}</b>", shop=fact.name),
            t("The tax office cannot be asked about it. Please look at the paper and decide."),
        ),
        rows=column([button(t("🧾 Look at it"), ShowCheck(fact.shop)), button(t("All shops to confirm"), ShowChecks()), HOME]),
    )
