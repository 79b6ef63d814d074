"""What the letters about the collaboration agreement say."""

from bot.screens.agreements import DrawUp, to_agreement
from bot.screens.consortia import to_card
from bot.screens.letters import says
from bot.screens.screen import Button, Screen, button, column
from bot.screens.ways import HOME
from bot.words import Words, lines, t
from services.agreement_confirming import AllAgreed
from services.agreement_doubts import AgreementDoubted
from services.agreement_drawing import AgreementToConfirm
from services.agreements import AgreementVoid


def _about(words: Words, consortium: int, name: str, *ways: Button) -> Screen:
    return Screen(words=words, rows=column([*ways, to_card(consortium, name), HOME]))


@says(AgreementToConfirm)
def to_confirm(fact: AgreementToConfirm) -> Screen:
    words = lines(
        t("<b>📝 The agreement of {name} is drawn up: version {version}</b>", name=fact.name, version=fact.version),
        t("Please read and confirm it. When everybody has, the consortium has agreed."),
    )
    return _about(words, fact.consortium, fact.name, to_agreement(fact.consortium))


@says(AgreementVoid)
def void(fact: AgreementVoid) -> Screen:
    words = lines(
        t("<b>The agreement of {name} no longer holds: version {version}</b>", name=fact.name, version=fact.version),
        t("Something it says has changed: a member, their shop, a role, the cost or a part of the own share."),
        t("Please draw up a new version; then everybody confirms again.")
        if fact.lead
        else t("The lead business draws up a new one. I will tell you when there is something to confirm."),
    )
    return _about(words, fact.consortium, fact.name, *([_draw_up(fact.consortium)] if fact.lead else []))


@says(AllAgreed)
def all_agreed(fact: AllAgreed) -> Screen:
    words = lines(
        t("<b>🎉 {name} has agreed</b>: every member has confirmed version {version}.", name=fact.name, version=fact.version),
        t("What comes next: print the agreement and have everybody sign it. The consortium's page shows what else is needed.")
        if fact.lead
        else t(
            "What comes next: you sign the printed agreement. The lead business applies for all of you; I will tell you how it goes on."
        ),
    )
    return _about(words, fact.consortium, fact.name, to_agreement(fact.consortium))


@says(AgreementDoubted)
def doubted(fact: AgreementDoubted) -> Screen:
    words = lines(
        t("<b>{shop} asks for a change in the agreement of {name}</b>", shop=fact.shop, name=fact.name),
        t("<blockquote>{words}</blockquote>", words=fact.words),
        t("It is about version {version}. Talk it over; if something changes, draw up a new version.", version=fact.version),
    )
    return _about(words, fact.consortium, fact.name, _draw_up(fact.consortium))


def _draw_up(consortium: int) -> Button:
    return button(t("📝 Draw up a new version"), DrawUp(consortium))
