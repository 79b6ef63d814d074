"""The texts people agree to, put together from the facts in `programme.consents`. Other words need a new version there."""

from bot.words import Words, lines, t
from programme.consents import Effect, Item, Period, Purpose, terms


def name(purpose: Purpose) -> Words:
    return _NAMES[purpose]


def full_text(purpose: Purpose) -> Words:
    """Purpose, items, period, the right to refuse and what follows from it."""
    found = terms(purpose)
    return lines(
        t("• <b>Purpose</b>: {purpose}", purpose=_PURPOSES[purpose]),
        t("• <b>What is kept</b>: {items}", items=tuple(_ITEMS[item] for item in found.items)),
        t("• <b>How long</b>: {period}", period=_PERIODS[found.period]),
        *_transfer(purpose),
        t("• <b>You may refuse</b>: {effect}", effect=_EFFECTS[found.refusing]),
        t("<i>Version {n}</i>", n=found.version),
    )


def _transfer(purpose: Purpose) -> tuple[Words, ...]:
    """What the law wants told before data goes to others (§17) or abroad (§28-8), and plainly what nobody here knows."""
    if purpose is Purpose.FINDER:
        return (
            t(
                "• <b>Once both are interested</b>: the owner of the other shop learns your shop's name and gets a link to write to you on "
                "Telegram, your phone number only if you say so; to talk about working together, until one of you is no longer interested"
            ),
        )
    if purpose is Purpose.ADVISING:
        return (
            t(
                "• <b>Who sees it</b>: every member sees your profile and your free times; place and video link are for those who book. "
                "The office sees your profile, the sessions you give (of a mediation only that there was one), the notes you share and how "
                "you were rated. Your private notes are yours alone"
            ),
        )
    if purpose is not Purpose.ABROAD:
        return ()
    return (
        t("• <b>Who receives it</b>: Telegram (Telegram Group Inc., British Virgin Islands; Telegram FZ-LLC, Dubai): telegram.org/privacy"),
        t("• <b>When and how</b>: each time a message is sent in this chat, encrypted, over the internet"),
        t(
            "• <b>Which country</b>: Telegram does not publish where the chats of people in Korea lie, nor for how long copies stay "
            "there. We do not know it either."
        ),
    )


_NAMES = {
    Purpose.MEMBERSHIP: t("Taking part"),
    Purpose.ABROAD: t("Chat data abroad"),
    Purpose.FINDER: t("Partner finder"),
    Purpose.ADVISING: t("Advising others"),
    Purpose.NEWS: t("News"),
}
_PURPOSES = {
    Purpose.MEMBERSHIP: t(
        "registering you and your shop for the city's programme, confirming the business number with the National Tax Service, "
        "forming a consortium, its agreement and its application"
    ),
    Purpose.ABROAD: t("talking with you in this chat, which runs on Telegram"),
    Purpose.FINDER: t("showing other shops a card of yours, so that partners find each other"),
    Purpose.ADVISING: t("letting members find you and book sessions with you, and counting those sessions for the programme"),
    Purpose.NEWS: t("telling you of calls, briefings and courses beyond what you take part in"),
}
_ITEMS = {
    Item.NAME: t("name of the representative"),
    Item.PHONE: t("phone number"),
    Item.NUMBER: t("business registration number"),
    Item.SHOP: t("facts about the shop (name, trade, gu, opening date, employees, certificate)"),
    Item.CONSORTIUM: t("your consortium, role, pledge and confirmations"),
    Item.CHAT: t("everything written and sent in this chat"),
    Item.ACCOUNT: t("your Telegram user number"),
    Item.TRADE_AND_GU: t("trade and gu of the shop"),
    Item.WISHES: t("what you would like to share, and your sentence about it"),
    Item.LANGUAGE: t("your language"),
    Item.PROFILE: t("your profile (name, line, topics, languages, ways, gu, place, video link)"),
    Item.HOURS: t("your hours"),
    Item.SESSIONS: t("the sessions booked with you and your notes of them"),
}
_PERIODS = {
    Period.PROGRAMME: t("until you delete it; if your consortium is selected, five years after the project ends, as the law demands"),
    Period.CHAT: t("until you delete the chat; Telegram's own rules hold beside it"),
    Period.CARD: t("60 days, longer only if you prolong it; or until you take it back"),
    Period.TAKEN_BACK: t("until you take it back"),
    Period.ADVISES: t("while you advise, and until you delete it; sessions that were given stay counted"),
}
_EFFECTS = {
    Effect.NO_REGISTRATION: t("without it no shop can be registered; checking, reckoning and asking stay open to you"),
    Effect.NO_CHAT: t(
        "without it this chat cannot register you; the office helps you by phone instead (its number stands with every call)"
    ),
    Effect.NO_CARD: t("no card is shown; everything else works the same"),
    Effect.NO_ADVISING: t("nobody can book a session with you; everything else works the same"),
    Effect.NO_NEWS: t("no such announcements come; everything else works the same"),
}
