"""The letters about corrections and withdrawals."""

from bot.screens.announcement_after_taps import ShowAmendments
from bot.screens.announcement_amendments import changed
from bot.screens.letters import says
from bot.screens.screen import Screen, button, column
from bot.screens.ways import HOME
from bot.words import lines, t, tn
from services.announcement_amendment_approval import AmendmentToApprove
from services.announcement_amendment_running import AnnouncementAmended
from storage.announcement_amendments import Kind


@says(AmendmentToApprove)
def amendment_to_approve(fact: AmendmentToApprove) -> Screen:
    correction = fact.kind is Kind.CORRECTION
    return Screen(
        words=lines(
            t("🙋 <b>A correction waits for a second person.</b>")
            if correction
            else t("🙋 <b>A withdrawal waits for a second person.</b>"),
            t("“{begins}”", begins=fact.begins) if fact.begins else None,
            tn("{count:number} person has got it.", "{count:number} people have got it.", fact.people),
            t("Please look at it, then say yes or stop it."),
        ),
        rows=column([button(t("🛠 Correct or withdraw"), ShowAmendments(fact.announcement)), HOME]),
    )


@says(AnnouncementAmended)
def announcement_amended(fact: AnnouncementAmended) -> Screen:
    correction = fact.kind is Kind.CORRECTION
    return Screen(
        words=lines(
            t("✏️ <b>The announcement is corrected.</b>") if correction else t("↩️ <b>The announcement is withdrawn.</b>"),
            t("“{begins}”", begins=fact.begins) if fact.begins else None,
            changed(fact.kind, fact.done),
            t("🗑 Had deleted it themselves: {n:number}", n=fact.gone) if fact.gone else None,
            t("🚫 Have blocked the bot or are gone: {n:number}", n=fact.blocked) if fact.blocked else None,
            t("⚠️ Still stands there, at least in part: {n:number}", n=fact.failed) if fact.failed else None,
        ),
        rows=column([button(t("🛠 Correct or withdraw"), ShowAmendments(fact.announcement)), HOME]),
    )
