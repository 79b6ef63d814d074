"""What is kept about a person, told to them: in short, and as a file."""

from collections.abc import Sequence
from dataclasses import dataclass

from bot.dialogue.sent import dashed
from bot.documents.text_file import TextFile
from bot.screens import consent_texts
from bot.screens.consents import ShowConsents
from bot.screens.consortia import role_name
from bot.screens.privacy_taps import DELETE
from bot.screens.screen import Screen, button, column
from bot.screens.shop_states import state
from bot.screens.shops import SHOPS, ShowDetails
from bot.screens.taps import ShowPrivacy
from bot.screens.ways import HOME
from bot.taps import Tap, tap
from bot.words import Words, lines, t
from programme.consents import Purpose
from services.my_data import Exported, MyData, Place
from storage.consents import Consent
from storage.owners import Owner
from storage.shops import Shop


@tap("ntd")
@dataclass(frozen=True)
class ShowMyData(Tap):
    """What is kept about me."""


@tap("nte")
@dataclass(frozen=True)
class GetMyData(Tap):
    """All of it as a file."""


MY_DATA = button(t("🗂 What is kept about me"), ShowMyData())
_DETAILS = button(t("👤 My details"), ShowDetails())
_CONSENTS = button(t("📝 My consents"), ShowConsents())


def page(data: MyData) -> Screen:
    return Screen(
        words=lines(
            t("<b>What is kept about you</b>"),
            t("\n<b>Entered when registering</b>"),
            _details(data.owner),
            *(_shop(shop) for shop in data.shops),
            *(_consent(consent) for consent in data.consents),
            t("\n<b>Together with others</b>"),
            *_together(data),
            t("\n<b>Consulting and mentoring</b>"),
            *_sessions(data),
            t("\n<b>Events</b>"),
            _counted(data, t("Events you answered"), "registrations"),
            _counted(data, t("Surveys with your name"), "survey_answers"),
            _counted(data, t("Cards for being introduced"), "introduction_cards"),
            _counted(data, t("Answers to their questions"), "event_answers"),
            _counted(data, t("Times you were there"), "attendance"),
            _counted(data, t("Certificates of courses"), "course_certificates"),
            t("\n<b>In this chat</b>"),
            _counted(data, t("Checks and estimates"), "checks", "estimates"),
            _counted(data, t("Questions to the office"), "questions"),
            _counted(data, t("Certificate reminders"), "certificates"),
            _counted(data, t("What you are told of, by subject"), "subscriptions"),
            _counted(data, t("Notices sent to you and read"), "notices_sent", "notices_read"),
            _counted(data, t("Unfinished answers"), "drafts"),
            _counted(data, t("Announcements you got"), "announcements_received"),
            _counted(data, t("Log lines (what was done and when, never what you typed)"), "audit"),
            t("\n<b>Where, and until when</b>"),
            *_where(),
        ),
        rows=column(
            [
                button(t("📥 All of it as a file"), GetMyData()),
                _DETAILS,
                SHOPS,
                _CONSENTS,
                DELETE,
                button(t("🔒 Privacy"), ShowPrivacy()),
                HOME,
            ]
        ),
    )


def _details(owner: Owner | None) -> Words:
    if owner is None:
        return t("• Not registered: neither name nor phone number are kept.")
    return t("• {name}, {phone}, since {day:date}", name=owner.name, phone=dashed(owner.phone), day=owner.registered_at)


def _shop(shop: Shop) -> Words:
    return t("• Shop {shop}: {state}", shop=shop.name, state=state(shop))


def _consent(consent: Consent) -> Words:
    return t("• Consent “{name}”: since {day:date}", name=consent_texts.name(Purpose(consent.purpose)), day=consent.given_at)


def _together(data: MyData) -> Sequence[Words]:
    return (
        *(_place(place) for place in data.places),
        _counted(data, t("Agreements confirmed"), "agreement_confirmations"),
        _counted(data, t("Invitations sent"), "invitations_sent"),
        _counted(data, t("Invitations received"), "invitations_received"),
        _counted(data, t("Cards in the finder"), "finder_cards"),
        _counted(data, t("Shops you were interested in"), "finder_interests"),
    )


def _sessions(data: MyData) -> Sequence[Words]:
    taken = (
        _counted(data, t("Sessions"), "sessions"),
        _counted(data, t("Notes of consultants for you"), "session_notes"),
        _counted(data, t("Your ratings"), "session_ratings"),
        _counted(data, t("Waiting for a free time"), "session_waits"),
    )
    given = (
        _counted(data, t("Sessions you gave as a consultant"), "sessions_given"),
        _counted(data, t("Your logs of them"), "session_logs"),
    )
    return (*taken, *given) if data.counts["consultant"] else taken


def _place(place: Place) -> Words:
    role = role_name(place.seat.role)
    if place.seat.pledged is None:
        return t("• Consortium “{name}”: {role}", name=place.consortium.name, role=role)
    return t("• Consortium “{name}”: {role}, promised {sum:won}", name=place.consortium.name, role=role, sum=place.seat.pledged)


def _counted(data: MyData, what: Words, *sections: str) -> Words:
    return t("• {what}: {n:number}", what=what, n=sum(data.counts[section] for section in sections))


def _where() -> tuple[Words, ...]:
    return (
        t("• On the programme's server; name, phone and business numbers encrypted. This chat lies on Telegram's servers, too."),
        t("• Unfinished answers: 90 days. Everything else: until you delete it."),
        t("• The log: at least 5 years, as subsidies have to be accounted for."),
    )


def as_file(exported: Exported, language: str) -> Screen:
    """A message of its own, so that the file stays in the chat."""
    return Screen(
        words=lines(
            t("<b>Here is everything that is kept about you.</b>"),
            t("The file is for you alone: it holds your name, phone and business numbers. Any text editor opens it."),
        ),
        rows=column([MY_DATA, HOME]),
        documents=(TextFile(name=t("my data.json").in_(language), text=exported.text),),
        stays=True,
    )
