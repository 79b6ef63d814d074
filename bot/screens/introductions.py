"""Being introduced at a networking meeting: my card, the cards of those I was introduced to, and where to find each other."""

from datetime import timedelta
from typing import assert_never

from bot.screens.event_words import title_of
from bot.screens.finder_partners import mention
from bot.screens.introduction_taps import AskOther, AskToTakeBack, SayNo, SayYes, ShowIntroductions, TakeBack, TellTheOffice, WriteMyCard
from bot.screens.introduction_words import card_of, icebreaker
from bot.screens.next_steps import ASK_A_PERSON, REGISTER
from bot.screens.screen import Button, Screen, button, column
from bot.screens.ways import HOME
from bot.words import Words, lines, t
from programme.introductions import begins_at
from services.introduction_views import MyIntroductions, OneCircle, Partner
from services.introductions import CardTakenBack, CardWritten, MeetingOver, NeedsShop, NoMeeting, NotComing, NotHere
from storage.events import Event

EARLY = timedelta(minutes=10)  # before the beginning they find each other


def introductions_button(event: int) -> Button:
    return button(t("🤝 Be introduced"), ShowIntroductions(event))


def _mine(event: int) -> Button:
    return button(t("🤝 My introductions"), ShowIntroductions(event))


def nothing_yet(event: Event) -> Screen:
    """No card yet: what it is about."""
    return Screen(
        words=lines(
            t("<b>🤝 Be introduced at “{title}”</b>", title=title_of(event)),
            t("Write a short card: what you offer, what you look for. Then I introduce you to somebody of another trade."),
            t("Neither sees a name at first. Only when both of you agree do you learn who the other is."),
            t("Nobody has to: who writes no card is not introduced."),
        ),
        rows=column([button(t("✍️ Write my card"), WriteMyCard(event.id)), HOME]),
    )


def mine(found: MyIntroductions, said: Words | None = None) -> Screen:
    event = found.event
    return Screen(
        words=lines(
            t("{said}\n", said=said) if said is not None else None,
            t("<b>🤝 Introductions: {title}</b>", title=title_of(event)),
            t("Your card, as others see it:"),
            card_of(found.card),
            _unseen(found),
            *(words for one in found.circles for words in _circle(one, event)),
            _when(found),
        ),
        rows=(*column([way for one in found.circles for way in _answers(one)]), *column(_ways(event.id))),
    )


def _unseen(found: MyIntroductions) -> Words | None:
    if found.card.seen:
        return None
    if found.card.blocked_at is not None:
        return t("⚠️ The office has taken this card out of sight. Change what is wrong, then ask a person to look at it again.")
    return t("⚠️ Nobody sees it now: you have given back your seat, or the shop is no longer there.")


def _when(found: MyIntroductions) -> Words | None:
    if found.circles or not found.card.seen:
        return None
    return t("\nI introduce you from {at:datetime} on, as soon as there is somebody who fits.", at=begins_at(found.event.starts_at))


def _circle(one: OneCircle, event: Event) -> tuple[Words | None, ...]:
    return (
        t("\n<b>Introduction No. {n}</b>", n=one.number),
        *(words for partner in one.partners for words in _partner(partner)),
        _state(one),
        t("🪧 Your sign: No. {n}. {where}", n=one.number, where=where(event)) if one.agreed else None,
        icebreaker(one.icebreaker) if one.said is not False else None,
    )


def _partner(partner: Partner) -> tuple[Words, ...]:
    if partner.card is None:
        return (t("This card is no longer there."),)
    if partner.shop is None:
        return (card_of(partner.card),)
    return card_of(partner.card), t("✅ Both of you agree: <b>{shop}</b>", shop=partner.shop.name), mention(partner.person)


def _state(one: OneCircle) -> Words | None:
    """A no of the other and no answer of theirs are one and the same line."""
    if one.said is None:
        return t("Would you like to meet? Names are told only when both agree.")
    if one.said is False:
        return t("You said no to this one. Nobody is told.")
    waiting = len(one.agreed) < sum(1 for partner in one.partners if partner.card is not None)
    return t("You said yes. No answer yet from the other side.") if waiting else None


def where(event: Event) -> Words:
    """How two who have never seen each other find together."""
    at = event.starts_at - EARLY
    if event.place:
        return t("Find each other at the entrance of {place}, {at:time}; show each other this screen.", place=event.place, at=at)
    return t("Find each other in the online room, {at:time}; write your sign into its chat.", at=at)


def _answers(one: OneCircle) -> tuple[Button, ...]:
    seen = [partner.card for partner in one.partners if partner.card is not None]
    yes = button(t("🤝 No. {n}: yes, meet", n=one.number), SayYes(one.introduction))
    no = button(t("No. {n}: no, thank you", n=one.number), SayNo(one.introduction))
    other = button(t("➡ No. {n}: rather another", n=one.number), AskOther(one.introduction))
    wrong = tuple(button(t("🚩 No. {n}: tell the office", n=one.number), TellTheOffice(one.introduction, card.id)) for card in seen[:2])
    if not seen or one.said is False:
        return (other, *((yes,) if seen else ()))
    return (no, *wrong) if one.said and one.agreed else (*((yes,) if one.said is None else ()), other, no, *wrong)


def _ways(event: int) -> tuple[Button, ...]:
    return (
        button(t("✏️ Change my card"), WriteMyCard(event)),
        button(t("🗑 Take my card back"), AskToTakeBack(event)),
        button(t("🔄 Look again"), ShowIntroductions(event)),
        HOME,
    )


def written(outcome: CardWritten) -> Screen:
    event = outcome.event
    return Screen(
        words=lines(
            t("<b>✅ Your card is written.</b>"),
            card_of(outcome.card),
            t("I introduce you from {at:datetime} on, as soon as there is somebody who fits.", at=begins_at(event.starts_at)),
        ),
        rows=column([_mine(event.id), HOME]),
    )


def really_take_back(event: int) -> Screen:
    return Screen(
        words=lines(
            t("<b>Take your card back?</b>"),
            t("It is deleted at once. Those you were introduced to see it no longer, nor who you are. You can write a new one."),
        ),
        rows=column([button(t("Yes, take it back"), TakeBack(event)), button(t("Leave it as it is"), ShowIntroductions(event)), HOME]),
    )


def taken_back(outcome: CardTakenBack) -> Screen:
    again = () if outcome.event is None else (button(t("✍️ Write a new card"), WriteMyCard(outcome.event.id)),)
    return Screen(words=t("Your card is deleted. Nobody is told."), rows=column([*again, HOME]))


def no_card() -> Screen:
    return Screen(words=t("There is no card of yours. It was taken back, or the meeting is long over."), rows=column([HOME]))


def not_yours() -> Screen:
    return Screen(words=t("There is no such introduction of yours."), rows=column([HOME]))


def not_here(why: NotHere) -> Screen:
    match why:
        case NoMeeting():
            return Screen(words=t("At this event nobody is introduced. That is done at networking meetings."), rows=column([HOME]))
        case MeetingOver(event=event):
            return Screen(words=t("“{title}” is over.", title=title_of(event)), rows=column([HOME]))
        case NotComing(event=event):
            words = t(
                "Only those who have said that they come to “{title}” are introduced. First take a seat, please.",
                title=title_of(event),
            )
            return Screen(words=words, rows=column([HOME]))
        case NeedsShop():
            words = t("The card says what you do. For that your shop has to be registered; it takes two minutes.")
            return Screen(words=words, rows=column([REGISTER, ASK_A_PERSON, HOME]))
        case _:
            assert_never(why)


# -- what was tapped


def agreed(count: int) -> Words:
    if count:
        return t("🤝 Both of you agree! See below who it is.")
    return t("Noted. When the other side agrees, too, both learn who the other is.")


def declined() -> Words:
    return t("Noted. Nobody is told.")


def another() -> Words:
    return t("I have found somebody else for you.")


def nobody_left() -> Words:
    return t("There is nobody else now whom I could introduce to you. When somebody comes, look again.")


def asked_before() -> Words:
    return t("Somebody else was looked for already: see below.")


def reported() -> Words:
    return t("🚩 Thank you. The office looks at it. The other side does not learn of it.")


def card_gone() -> Words:
    return t("This card is no longer there.")
