"""What the letters of introductions say."""

from bot.screens.event_words import title_name
from bot.screens.finder_partners import mention
from bot.screens.introduction_taps import AskOther, SayYes, ShowIntroductions, ShowOneCard
from bot.screens.introduction_words import body, icebreaker, lettered
from bot.screens.letters import says
from bot.screens.next_steps import ASK_A_PERSON
from bot.screens.screen import Screen, button, column
from bot.screens.ways import HOME
from bot.words import Words, lines, t
from services.introduction_letters import BothAgreed, Introduced, IntroductionBlocked, IntroductionReported


@says(Introduced)
def introduced(fact: Introduced) -> Screen:
    return Screen(
        words=lines(
            t("<b>🤝 At “{title}” I would like to introduce you.</b>", title=title_name(fact.title)),
            t("{at:datetime}. You are not named to each other yet:", at=fact.starts_at),
            *_cards(fact),
            icebreaker(fact.icebreaker),
            t("Would you like to meet? Only when both agree do you learn who the other is. A no is told to nobody."),
        ),
        rows=column(
            [
                button(t("🤝 Yes, meet"), SayYes(fact.introduction)),
                button(t("➡ Rather another"), AskOther(fact.introduction)),
                button(t("🤝 My introductions"), ShowIntroductions(fact.event)),
                HOME,
            ]
        ),
    )


def _cards(fact: Introduced) -> list[Words]:
    columns = zip(fact.kinds, fact.trades, fact.gus, fact.offers, fact.looks_for, fact.speaks, strict=True)
    return [lettered(kind, trade, gu, body(offers, looks_for, speaks)) for kind, trade, gu, offers, looks_for, speaks in columns]


@says(BothAgreed)
def both_agreed(fact: BothAgreed) -> Screen:
    return Screen(
        words=lines(
            t("<b>🤝 Both of you agree: {shop}</b>", shop=fact.shop),
            mention(fact.person),
            t("Where you find each other stands with your introductions."),
        ),
        rows=column([button(t("🪧 Where we meet"), ShowIntroductions(fact.event)), HOME]),
    )


@says(IntroductionReported)
def reported(fact: IntroductionReported) -> Screen:
    return Screen(
        words=t("<b>🚩 A card of a networking meeting was reported: No. {n}</b>", n=fact.card),
        rows=column([button(t("Look at it"), ShowOneCard(fact.card)), HOME]),
    )


@says(IntroductionBlocked)
def blocked(fact: IntroductionBlocked) -> Screen:
    words = (
        t(
            "<b>Your card for “{title}” was taken out of sight.</b>\nChange what is wrong, then ask a person to look at it again.",
            title=title_name(fact.title),
        )
        if fact.blocked
        else t("✅ Your card for “{title}” is shown again.", title=title_name(fact.title))
    )
    return Screen(words=words, rows=column([button(t("🤝 My introductions"), ShowIntroductions(fact.event)), ASK_A_PERSON, HOME]))
