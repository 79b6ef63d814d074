"""What the lines of today about announcements say."""

from bot.screens.announcement_after_taps import ShowAmendments
from bot.screens.announcement_taps import ShowAnnouncement
from bot.screens.screen import button
from bot.screens.today import Told, counts_today, tells_today
from bot.words import Words, t, tn
from services.today import AMENDMENTS, APPROVALS, HELD
from services.today_announcements import AmendmentToday, StandsStill, ToApprove
from storage.announcement_amendments import Kind


@tells_today(ToApprove)
def to_approve(line: ToApprove) -> Told:
    words = t("To approve, since {at:datetime}: “{begins}”", at=line.due, begins=line.begins)
    return Told(words, button(t("✅ Look and approve"), ShowAnnouncement(line.announcement)))


@tells_today(AmendmentToday)
def amendment(line: AmendmentToday) -> Told:
    words = t("A withdrawal to approve, since {at:datetime}: “{begins}”", at=line.due, begins=line.begins)
    if line.kind is Kind.CORRECTION:
        words = t("A correction to approve, since {at:datetime}: “{begins}”", at=line.due, begins=line.begins)
    return Told(words, button(t("✅ Look and approve"), ShowAmendments(line.announcement)))


@tells_today(StandsStill)
def stands_still(line: StandsStill) -> Told:
    words = t("Held, its time passed at {at:datetime}: “{begins}”", at=line.due, begins=line.begins)
    if line.errors:
        words = t("Stopped, too much of it failed: “{begins}”", begins=line.begins)
    return Told(words, button(t("📣 Decide about it"), ShowAnnouncement(line.announcement)))


@counts_today(APPROVALS)
def approvals(n: int) -> Words:
    return tn("{count} announcement to approve", "{count} announcements to approve", n)


@counts_today(AMENDMENTS)
def amendments(n: int) -> Words:
    return tn("{count} correction or withdrawal to approve", "{count} corrections or withdrawals to approve", n)


@counts_today(HELD)
def held(n: int) -> Words:
    return tn("{count} announcement that stands still", "{count} announcements that stand still", n)
