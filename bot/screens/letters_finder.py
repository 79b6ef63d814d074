"""What the letters of the partner finder say."""

from bot.screens import finder_cards as cards
from bot.screens.finder_partners import mention
from bot.screens.finder_reports import reason_name, reports_button
from bot.screens.finder_taps import (
    AskToTakeDown,
    NotForMe,
    Prolong,
    SayInterested,
    ShowBoard,
    ShowContact,
    ShowOther,
    ShowReport,
)
from bot.screens.letters import says
from bot.screens.next_steps import ASK_A_PERSON
from bot.screens.screen import Screen, button, column
from bot.screens.ways import HOME
from bot.words import lines, t, tn
from services.finder_ending import CardEndsSoon
from services.finder_meetings import PartnerInterested, PartnersMet
from services.finder_reports import CardJudged, CardReported, Verdict


@says(CardEndsSoon)
def card_ends_soon(fact: CardEndsSoon) -> Screen:
    return Screen(
        words=lines(
            t("<b>🔎 Are you still looking for partners for {shop}?</b>", shop=fact.name),
            t("Your card is shown until {day:date}. After that nobody finds it.", day=fact.ends_at),
        ),
        rows=column(
            [
                button(t("▶ Show 60 more days"), Prolong(fact.shop)),
                button(t("🗑 Take it down"), AskToTakeDown(fact.shop)),
                button(t("🔎 My card"), ShowBoard(fact.shop)),
                HOME,
            ]
        ),
    )


@says(PartnerInterested)
def partner_interested(fact: PartnerInterested) -> Screen:
    return Screen(
        words=lines(
            t("<b>⭐ A shop is interested in you</b>"),
            t(
                "<blockquote>{heading}\n{body}</blockquote>",
                heading=cards.heading(fact.kind, fact.trade, fact.gu),
                body=cards.body(fact.shares, fact.sentence, confirmed=fact.confirmed),
            ),
            t("If you are, too, both learn the name of the other's shop and can write to each other on Telegram."),
            t("If not, they do not learn of it."),
        ),
        rows=column(
            [
                button(t("⭐ Interested"), SayInterested(fact.mine, fact.other)),
                button(t("Not for me"), NotForMe(fact.mine, fact.other)),
                button(t("See the card"), ShowOther(fact.mine, fact.other)),
                HOME,
            ]
        ),
    )


@says(PartnersMet)
def partners_met(fact: PartnersMet) -> Screen:
    return Screen(
        words=lines(
            t("<b>🤝 Both of you are interested: {shop}</b>", shop=fact.name),
            mention(fact.person),
            t("Say hello, then form a consortium together."),
        ),
        rows=column([button(t("Contact and next steps"), ShowContact(fact.mine, fact.other)), HOME]),
    )


@says(CardReported)
def card_reported(fact: CardReported) -> Screen:
    return Screen(
        words=lines(
            t("<b>🚩 A card of the partner finder was reported: No. {number}</b>", number=fact.shop),
            reason_name(fact.reason),
            tn("{count} person has reported it.", "{count} people have reported it.", fact.people),
        ),
        rows=column([button(t("Look at it"), ShowReport(fact.shop)), reports_button(0), HOME]),
    )


@says(CardJudged)
def card_judged(fact: CardJudged) -> Screen:
    if fact.verdict is Verdict.FINE:
        words = t("✅ The card of {shop} is shown in the partner finder again.", shop=fact.name)
    else:
        words = lines(
            t("<b>The card of {shop} was taken out of sight.</b>", shop=fact.name),
            t("Somebody reported it, and the office has looked at it. Change what is wrong, then ask a person to look at it again."),
        )
    return Screen(words=words, rows=column([button(t("🔎 My card"), ShowBoard(fact.shop)), ASK_A_PERSON, HOME]))
