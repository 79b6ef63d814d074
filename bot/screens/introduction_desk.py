"""What the office sees of introductions: the cards, without names, and how many introductions were made."""

from bot.screens.event_words import title_of
from bot.screens.introduction_taps import JudgeOne, PairNow, ShowCards, ShowOneCard
from bot.screens.introduction_words import card_of
from bot.screens.page_row import page_row
from bot.screens.screen import Button, Screen, button, column
from bot.screens.ways import HOME
from bot.words import Words, lines, t, tn
from services.introduction_reports import CardJudged, OfficeView
from services.introduction_rounds import NobodyNew, RoundMade
from storage.introductions import IntroductionCard


def office_button(event: int) -> Button:
    return button(t("🤝 Introductions"), ShowCards(event))


def view(found: OfficeView, said: Words | None = None) -> Screen:
    event = found.event.id
    return Screen(
        words=lines(
            t("{said}\n", said=said) if said is not None else None,
            t("<b>🤝 Introductions: {title}</b>", title=title_of(found.event)),
            t("Cards: {cards}, introductions: {circles}", cards=found.total, circles=found.circles),
            t("I introduce people by myself from the day before at 10:00 on. With a tap you begin earlier, or again."),
            *map(_line, found.cards),
        ),
        rows=(
            (button(t("🤝 Introduce people now"), PairNow(event)),),
            *column([button(t("🪪 Card No. {n}", n=card.id), ShowOneCard(card.id)) for card in found.cards]),
            *page_row(found.page, more=found.more, to=lambda page: ShowCards(event, page)),
            (HOME,),
        ),
    )


def _line(card: IntroductionCard) -> Words:
    return lines(t("\n<b>No. {n}</b>{state}", n=card.id, state=_state(card)), card_of(card))


def _state(card: IntroductionCard) -> Words:
    if card.blocked_at is not None:
        return t(" · out of sight since {day:date}", day=card.blocked_at)
    return t(" · not shown: seat given back or shop gone") if not card.seen else t(" · shown")


def made(outcome: RoundMade | NobodyNew) -> Words:
    if isinstance(outcome, NobodyNew):
        return t("Nobody new to introduce: all who could be have been.")
    told = tn("{count} introduction was made.", "{count} introductions were made.", outcome.circles)
    left = tn("{count} card found nobody yet.", "{count} cards found nobody yet.", outcome.left) if outcome.left else None
    return lines(told, left)


def one(found: CardJudged, said: Words | None = None) -> Screen:
    card = found.card
    judge = button(t("✅ Show it again"), JudgeOne(card.id, blocked=False))
    if card.blocked_at is None:
        judge = button(t("🚫 Out of sight"), JudgeOne(card.id, blocked=True))
    return Screen(
        words=lines(
            t("{said}\n", said=said) if said is not None else None,
            _line(card),
            t("\n“Out of sight”: nobody sees it any more, and its owner is told."),
        ),
        rows=column([judge, button(t("◀ All cards"), ShowCards(card.event)), HOME]),
    )


def judged(found: CardJudged) -> Words:
    return t("The card is out of sight.") if found.card.blocked_at is not None else t("The card is shown again.")


def gone() -> Screen:
    return Screen(words=t("This card is no longer there: it was taken back, or the meeting is long over."), rows=column([HOME]))


def no_meeting() -> Screen:
    return Screen(
        words=t("At this event nobody is introduced: it is no networking meeting, it was cancelled, or it is over."), rows=column([HOME])
    )
