"""Consents: the full texts, asking for one, and the page on which they are given and taken back."""

from collections.abc import Mapping
from dataclasses import dataclass

from bot.screens.consent_texts import full_text, name
from bot.screens.consultant_taps import AskToEnd
from bot.screens.next_steps import ASK_A_PERSON, CALLS, CHECK, ESTIMATE
from bot.screens.screen import Button, Screen, beside, button, column
from bot.screens.taps import ShowPrivacy
from bot.screens.ways import HOME
from bot.taps import Tap, tap
from bot.words import Words, lines, t
from programme.consents import Purpose, Terms, terms
from storage.consents import Consent


@tap("sc")
@dataclass(frozen=True)
class ShowConsents(Tap):
    """What I have agreed to."""


@tap("s1")
@dataclass(frozen=True)
class ShowConsent(Tap):
    purpose: Purpose


@tap("sg")
@dataclass(frozen=True)
class AgreeTo(Tap):
    purpose: Purpose


@tap("sw")
@dataclass(frozen=True)
class TakeConsentBack(Tap):
    purpose: Purpose


# -- asking


def do_you_agree(purpose: Purpose) -> Words:
    if terms(purpose).required:
        return t("{name} (required): do you agree?", name=name(purpose))
    return t("{name} (your choice): do you agree?", name=name(purpose))


def i_agree() -> Words:
    return t("I agree")


def i_do_not() -> Words:
    return t("I do not agree")


def not_without(purpose: Purpose) -> Screen:
    """Somebody did not agree to a required one."""
    return Screen(
        words=lines(
            t("<b>That is all right.</b>"),
            t("Without “{name}” I cannot register a shop, and I have kept nothing of what you answered.", name=name(purpose)),
            t("\nYou can still check whether a group could apply, reckon the subsidy, read the calls, and ask a person."),
        ),
        rows=column([CHECK, ESTIMATE, CALLS, ASK_A_PERSON, HOME]),
    )


# -- my consents


def mine(given: Mapping[Purpose, Consent]) -> Screen:
    # Whether to advise is asked of those the office has invited.
    listed = [purpose for purpose in Purpose if purpose in given or purpose is not Purpose.ADVISING]
    rows = [_row(purpose, given.get(purpose)) for purpose in listed]
    return Screen(
        words=lines(
            t("<b>My consents</b>"),
            *(_listed(purpose, given.get(purpose)) for purpose in listed),
            t("\nYou can take back any of them at any time, with one tap."),
        ),
        rows=(*rows, (button(t("🔒 Privacy"), ShowPrivacy()),), (HOME,)),
    )


def _listed(purpose: Purpose, consent: Consent | None) -> Words:
    kind = t("required") if terms(purpose).required else t("your choice")
    return t("\n<b>{name}</b> ({kind})\n{state}", name=name(purpose), kind=kind, state=_state(terms(purpose), consent))


def _state(found: Terms, consent: Consent | None) -> Words:
    if consent is None:
        return t("not agreed")
    if consent.version != found.version:
        return t("agreed on {day:date} to version {n}; there is a newer text", day=consent.given_at, n=consent.version)
    return t("agreed on {day:date}, version {n}", day=consent.given_at, n=consent.version)


def _row(purpose: Purpose, consent: Consent | None) -> tuple[Button, ...]:
    read = button(name(purpose), ShowConsent(purpose))
    return (read,) if consent is None else beside(read, button(t("Take back"), TakeConsentBack(purpose)))


def one(purpose: Purpose, consent: Consent | None, said: Words | None = None) -> Screen:
    """The whole text, with the button that gives or takes back."""
    return Screen(
        words=lines(
            t("{said}\n", said=said) if said is not None else None,
            t("<b>{name}</b>", name=name(purpose)),
            full_text(purpose),
            t("\nNow: {state}", state=_state(terms(purpose), consent)),
        ),
        rows=column([*_choices(purpose, consent), button(t("All my consents"), ShowConsents()), HOME]),
    )


def _choices(purpose: Purpose, consent: Consent | None) -> tuple[Button, ...]:
    agree, back = button(i_agree(), AgreeTo(purpose)), button(t("Take it back"), TakeConsentBack(purpose))
    if consent is None:
        return (agree,)
    return (back,) if consent.version == terms(purpose).version else (agree, back)


def given(purpose: Purpose) -> Words:
    return t("Thank you. You have agreed to “{name}”.", name=name(purpose))


def taken_back(purpose: Purpose) -> Words:
    return t("“{name}” is taken back, from this moment on.", name=name(purpose))


def was_not_given() -> Words:
    return t("You had not agreed to that, so there is nothing to take back.")


def ends_registration(purpose: Purpose) -> Screen:
    """Nothing has been deleted yet."""
    return Screen(
        words=lines(
            t("<b>Taking back “{name}” ends your registration.</b>", name=name(purpose)),
            t("Nothing has changed yet. Without it your shops cannot take part, so it is done under “Privacy”, by deleting your data:"),
            t("• your shops, your name and your phone number are deleted"),
            t("• in a consortium you first leave, or hand over if you lead it"),
            t("• what the law makes us keep is shown to you before you decide"),
        ),
        rows=column([button(t("🔒 Privacy"), ShowPrivacy()), button(t("Leave it as it is"), ShowConsents()), ASK_A_PERSON, HOME]),
    )


def ends_advising(person: int) -> Screen:
    """Nothing has changed yet."""
    return Screen(
        words=lines(
            t("<b>Taking this back ends your work as a consultant.</b>"),
            t("Nothing has changed yet. While you advise, members have to see who you are."),
            t("You can stop advising, or pause, which keeps new bookings away."),
        ),
        rows=column(
            [
                button(t("🚪 See what it would mean"), AskToEnd(person)),
                button(t("Leave it as it is"), ShowConsents()),
                ASK_A_PERSON,
                HOME,
            ]
        ),
    )
