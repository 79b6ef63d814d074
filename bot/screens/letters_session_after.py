"""What the letters after a session say."""

from bot.screens.booking_taps import ShowBooking, ShowSession
from bot.screens.consultant_taps import ShowDeskSession
from bot.screens.consulting import topic_name
from bot.screens.letters import says
from bot.screens.next_steps import ASK_A_PERSON
from bot.screens.screen import Button, Screen, button, column
from bot.screens.session_after import absent_button, answer_buttons, done_button, log_button
from bot.screens.session_overview_taps import ShowDispute
from bot.screens.ways import HOME
from bot.words import Words, lines, t, verbatim
from services.session_absence_letters import AbsenceDisputed, AbsenceNoted
from services.session_afterwards import LogMissing, SessionOverForConsultant, SessionOverForMember
from services.session_disputes import AbsenceDecided, Verdict
from services.session_grants import SessionsGranted
from services.session_logs import NoteWritten
from storage.consultants import Calling
from storage.session_times import Side

BOOK_NOW = button(t("🗓 Book a session"), ShowBooking())


def _member(shop: str) -> Words:
    return verbatim(shop) if shop else t("a member")


def _consultant(name: str) -> Words:
    return verbatim(name) if name else t("the consultant")


@says(SessionOverForMember)
def over_for_member(fact: SessionOverForMember) -> Screen:
    asked = t("Did it take place? One tap, and one more to say how it was.")
    return _over(fact, _consultant(fact.name), asked, [absent_button(fact.session, Side.MEMBER)])


@says(SessionOverForConsultant)
def over_for_consultant(fact: SessionOverForConsultant) -> Screen:
    asked = t("Did it take place? Who writes the log has said so with it.")
    return _over(fact, _member(fact.shop), asked, [log_button(fact.session), absent_button(fact.session, Side.CONSULTANT)])


def _over(fact: SessionOverForMember | SessionOverForConsultant, who: Words, asked: Words, more: list[Button]) -> Screen:
    return Screen(
        words=lines(
            t("<b>Your session of {at:datetime}</b>", at=fact.starts_at),
            t("{topic} · {who}", topic=topic_name(fact.topic), who=who),
            asked,
        ),
        rows=column([done_button(fact.session), *more, HOME]),
    )


@says(LogMissing)
def log_missing(fact: LogMissing) -> Screen:
    return Screen(
        words=lines(
            t("📝 <b>The log of your session of {at:datetime} is missing.</b>", at=fact.starts_at),
            t("{topic} · {who}", topic=topic_name(fact.topic), who=_member(fact.shop)),
            t("Without it the hours cannot be accounted for. I remind you this once."),
        ),
        rows=column([log_button(fact.session), absent_button(fact.session, Side.CONSULTANT), HOME]),
    )


@says(NoteWritten)
def note_written(fact: NoteWritten) -> Screen:
    return Screen(
        words=t(
            "📝 {name} has written a note for you about your session of {at:datetime}.", name=_consultant(fact.name), at=fact.starts_at
        ),
        rows=column([button(t("📝 Read the note"), ShowSession(fact.session)), HOME]),
    )


@says(AbsenceNoted)
def absence_noted(fact: AbsenceNoted) -> Screen:
    member = fact.absent is Side.MEMBER
    words = (
        t("<b>{who} notes that you did not come on {at:datetime}.</b>", who=_consultant(fact.who), at=fact.starts_at)
        if member
        else t("<b>{who} notes that nobody was there on {at:datetime}.</b>", who=_member(fact.who), at=fact.starts_at)
    )
    back = ShowSession(fact.session) if member else ShowDeskSession(fact.session)
    return Screen(
        words=lines(
            words,
            topic_name(fact.topic),
            t("Is that so? If you say otherwise, a coordinator hears both. Without an answer the note stands."),
        ),
        rows=column([*answer_buttons(fact.session), button(t("🗓 See the session"), back), HOME]),
    )


@says(AbsenceDisputed)
def absence_disputed(fact: AbsenceDisputed) -> Screen:
    return Screen(
        words=lines(
            t("⚖️ <b>Session No. {n} of {at:datetime}: the two sides differ.</b>", n=fact.session, at=fact.starts_at),
            says_what(fact.absent),
        ),
        rows=column([button(t("⚖️ Look and decide"), ShowDispute(fact.session)), HOME]),
    )


def says_what(absent: Side) -> Words:
    if absent is Side.MEMBER:
        return t("The consultant says the member did not come; the member says otherwise.")
    return t("The member says nobody was there; the consultant says otherwise.")


@says(AbsenceDecided)
def absence_decided(fact: AbsenceDecided) -> Screen:
    back = ShowSession(fact.session) if fact.to_member else ShowDeskSession(fact.session)
    return Screen(
        words=lines(
            t("⚖️ <b>A coordinator has decided about the session of {at:datetime}.</b>", at=fact.starts_at),
            what_it_means(fact.decided),
            t("If you see it otherwise, ask a person."),
        ),
        rows=column([button(t("🗓 See the session"), back), ASK_A_PERSON, HOME]),
    )


def what_it_means(verdict: Verdict) -> Words:
    return {
        Verdict.DONE: t("It counts as having taken place."),
        Verdict.MISSED: t("It counts as missed by the member."),
        Verdict.NOT_GIVEN: t("It counts as not given, and not against the member's year."),
    }[verdict]


@says(SessionsGranted)
def sessions_granted(fact: SessionsGranted) -> Screen:
    what = (
        t("<b>{extra} more mentoring in {year} for “{name}”</b>", extra=fact.extra, year=str(fact.year), name=fact.consortium)
        if fact.calling is Calling.MENTOR
        else t("<b>{extra} more consulting in {year} for “{name}”</b>", extra=fact.extra, year=str(fact.year), name=fact.consortium)
    )
    return Screen(
        words=lines(what, t("Reason: {why}", why=fact.why), t("All members can book them.")),
        rows=column([BOOK_NOW, HOME]),
    )
