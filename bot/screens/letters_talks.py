"""What the letters of a talk with the office say."""

from bot.dialogue.story import known
from bot.dialogue.taps import BeginStory
from bot.screens import answering, inquiries
from bot.screens.answering import ReadQuestion
from bot.screens.inquiries import ShowMyQuestion
from bot.screens.letters import says
from bot.screens.office_desk import LookAfter
from bot.screens.screen import Screen, button, column, enclosed
from bot.screens.talks import BackToBot
from bot.screens.ways import HOME
from bot.words import Words, lines, t, tn
from services.staff_topics import AnsweredInPrivate, MoreSaid, SaidToOffice, TopicClosed
from services.talks import HandedBack


@says(MoreSaid)
def more_said(fact: MoreSaid) -> Screen:
    return Screen(
        words=lines(
            t("<b>More on question No. {number}</b>", number=fact.number),
            inquiries.asked(fact.words) if fact.words else None,
            tn("{count} photo or file", "{count} photos or files", fact.files) if fact.files else None,
        ),
        rows=column(
            [
                answering.answer_button(fact.number),
                button(t("Read in full"), ReadQuestion(fact.number)),
                button(t("✋ I look after it"), LookAfter(fact.number, take=True)),
            ]
        ),
    )


@says(HandedBack)
def handed_back(fact: HandedBack) -> Screen:
    why = t("Nothing was said for a day.") if fact.by_silence else t("The coordinator has handed over to me again.")
    go_on = button(t("▶ Go on where I was"), BackToBot())
    see = [button(t("See my question"), ShowMyQuestion(fact.number))] if fact.number is not None else []
    return Screen(
        words=lines(t("<b>🤖 I am listening again</b>"), why, t("If something is still open, ask a person again at any time.")),
        rows=column([go_on, *see, button(t("🙋 Ask a person"), BeginStory("ask_office")), HOME]),
    )


@says(SaidToOffice)
def said_to_office(fact: SaidToOffice) -> Screen:
    """In the topic: no name, no phone. What a coordinator writes below goes to the person."""
    files = len(fact.photos) + len(fact.documents)
    return Screen(
        words=lines(
            *(_heading(fact) if fact.first else ()),
            inquiries.asked(fact.words) if fact.words else None,
            tn("{count} photo or file", "{count} photos or files", files) if files or not fact.words else None,
            t("\nWhat you write here goes to the person. A line that begins with # stays a note. /close hands back to the bot.")
            if fact.first
            else None,
        ),
        encloses=enclosed(fact.photos, fact.documents),
    )


def _heading(fact: SaidToOffice) -> tuple[Words | None, ...]:
    story = known(fact.about)
    return (
        t("<b>Question No. {number}</b>", number=fact.number),
        t("Asked while doing: {story}", story=story.title) if story is not None else None,
        t("Wants a call, too.") if fact.wants_a_call else None,
    )


@says(AnsweredInPrivate)
def answered_in_private(fact: AnsweredInPrivate) -> Screen:
    return Screen(words=t("<b>Answered in private</b>\n<blockquote>{answer}</blockquote>", answer=fact.words))


@says(TopicClosed)
def topic_closed(fact: TopicClosed) -> Screen:
    if fact.by_person:
        return Screen(words=t("The person is back with the bot. What you write here still reaches them."))
    return Screen(words=t("Handed back to the bot. This topic is closed."))
