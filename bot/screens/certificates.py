"""Certificate reminders: the questions of the story, the list, one certificate."""

from dataclasses import dataclass
from datetime import date

from bot.dialogue.taps import BeginStory
from bot.screens.page_row import page_row
from bot.screens.screen import Screen, button, column
from bot.screens.ways import HOME
from bot.taps import Tap, tap
from bot.words import Words, lines, t, tn, verbatim
from services.certificates import CertificatePage, NotThatDay, Watched
from storage.certificates import Certificate


@tap("w")
@dataclass(frozen=True)
class ShowCertificates(Tap):
    page: int = 0


@tap("w1")
@dataclass(frozen=True)
class ShowCertificate(Tap):
    number: int


@tap("wx")
@dataclass(frozen=True)
class StopReminding(Tap):
    number: int


def certificate_reminder() -> Words:
    return t("Certificate reminder")


def which_shop() -> Words:
    return t("Which shop's certificate is it?")


def why_shop() -> Words:
    return t("so that you can tell several apart. You may leave it out.")


def an_example() -> Words:
    return t("Hanbit Bakery")


def another_shop() -> Words:
    return t("Another shop")


def last_day() -> Words:
    return t("On which day does the micro enterprise certificate end?")


def new_last_day(shop: str) -> Words:
    return t("On which day does the new certificate of {shop} end?", shop=named(shop))


def why_last_day() -> Words:
    return t("an application needs a valid certificate. The last day is printed on it.")


def names(key: str) -> Words:
    """The short name of an answer in the summary."""
    return {"shop": t("Shop"), "expires": t("Last day")}[key]


def shall_i_remind() -> Words:
    return t("Shall I remind you?")


def remind_me() -> Words:
    return t("Remind me")


def named(shop: str) -> Words:
    return verbatim(shop) if shop else t("your shop")


def watched(outcome: Watched) -> Screen:
    return Screen(
        words=lines(
            t("<b>The certificate of {shop} ends on {expires:date}.</b>", shop=named(outcome.shop), expires=outcome.expires),
            _when(outcome),
            t("\nWhen you have the new one, tell me its last day and I move the reminders."),
        ),
        rows=column([button(t("⏰ All reminders"), ShowCertificates()), HOME]),
        stays=True,
    )


def _when(outcome: Watched) -> Words:
    if not outcome.reminders:
        return t("That is today: please renew it now. No reminder is left to send.")
    return t("I will remind you at:\n{times:bullets}", times=tuple(t("{at:datetime}", at=due) for due in outcome.reminders))


def not_that_day(outcome: NotThatDay) -> Words:
    return t("The last day must be between {first:date} and {last:date}. Please check it.", first=outcome.earliest, last=outcome.latest)


def too_many(most: int) -> Screen:
    return Screen(
        words=t("I already watch {n} certificates for you, the most I can. Please stop one first.", n=most),
        rows=column([button(t("⏰ All reminders"), ShowCertificates()), HOME]),
    )


def all_of_them(found: CertificatePage, today: date) -> Screen:
    add = button(t("➕ Add a certificate"), BeginStory("certificate"))
    if not found.certificates:
        return Screen(
            words=lines(
                t("<b>Certificate reminders</b>"),
                t("Nothing is watched yet. Tell me the last day of a micro enterprise certificate, and I remind you in time to renew it:"),
                t("30 days before, 7 days before and on the day itself."),
            ),
            rows=column([add, HOME]),
        )
    listed = [button(_label(one), ShowCertificate(one.id)) for one in found.certificates]
    return Screen(
        words=lines(t("<b>Certificate reminders</b>\nWhat ends first comes first."), *(_listed(one, today) for one in found.certificates)),
        rows=(*column(listed), *page_row(found.page, more=found.more, to=ShowCertificates), (add,), (HOME,)),
    )


def _label(one: Certificate) -> Words:
    return t("{shop} · {expires:date}", shop=named(one.shop), expires=one.expires)


def _listed(one: Certificate, today: date) -> Words:
    return t("• <b>{shop}</b>: {expires:date} – {left}", shop=named(one.shop), expires=one.expires, left=left(one.expires, today))


def left(expires: date, today: date) -> Words:
    days = (expires - today).days
    if days < 0:
        return t("has ended")
    if days == 0:
        return t("ends today")
    return tn("{count} day left", "{count} days left", days)


def certificate(one: Certificate, today: date) -> Screen:
    return Screen(
        words=t(
            "<b>{shop}</b>\nThe micro enterprise certificate: last day {expires:date} – {left}",
            shop=named(one.shop),
            expires=one.expires,
            left=left(one.expires, today),
        ),
        rows=column(
            [
                button(t("Renewed: new last day"), BeginStory("certificate", str(one.id))),
                button(t("Stop reminding"), StopReminding(one.id)),
                button(t("⏰ All reminders"), ShowCertificates()),
                HOME,
            ]
        ),
    )


def stopped() -> Words:
    return t("Stopped. I will not remind you of that one any more.")


def not_watched() -> Words:
    return t("That certificate is not watched any more.")
