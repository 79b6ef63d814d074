"""What the letters of a talk with the office say."""

from bot.dialogue.taps import BeginStory
from bot.screens import answering, inquiries
from bot.screens.answering import ReadQuestion
from bot.screens.inquiries import ShowMyQuestion
from bot.screens.letters import says
from bot.screens.office_desk import LookAfter
from bot.screens.screen import Screen, button, column
from bot.screens.ways import HOME
from bot.words import lines, t, tn
from services.talks import HandedBack, MoreSaid


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
    see = [button(t("See my question"), ShowMyQuestion(fact.number))] if fact.number is not None else []
    return Screen(
        words=lines(t("<b>🤖 I am listening again</b>"), why, t("If something is still open, ask a person again at any time.")),
        rows=column([*see, button(t("🙋 Ask a person"), BeginStory("ask_office")), HOME]),
    )
