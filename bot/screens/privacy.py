"""What is kept and why, and deleting it: what goes, what stays, and asked twice."""

from collections.abc import Sequence

from bot.screens.consents import ShowConsents
from bot.screens.consortia import ShowConsortium
from bot.screens.my_data import MY_DATA
from bot.screens.next_steps import ASK_A_PERSON
from bot.screens.privacy_taps import DELETE, AskOnceMore, Forget
from bot.screens.screen import Screen, button, column
from bot.screens.ways import HOME
from bot.words import Words, lines, t, tn
from services.privacy import ToBeForgotten
from storage.consortia import Consortium


def page() -> Screen:
    return Screen(
        words=lines(
            t("<b>Your data</b>"),
            t("• What: your Telegram user number, your language and your answers."),
            t("• When you register a shop: name, phone and business number, encrypted, for the steps of the programme."),
            t("• Only with a question to the office: your photos and files, and the phone number you give."),
            t("• Why: to check eligibility, estimate the subsidy, form consortia, remind you and answer your questions."),
            t("• How long: unfinished answers 90 days; everything else until you delete it."),
            t("• Where: on the programme's server. What you write in this chat also lies on Telegram's servers abroad."),
            t("• I never ask for a resident registration number."),
            t("\nYou may refuse, see, correct and delete. Without answers I cannot check anything, but nothing else is lost."),
        ),
        rows=column([MY_DATA, button(t("📝 My consents"), ShowConsents()), DELETE, ASK_A_PERSON, HOME]),
    )


def first_hand_over(led: Sequence[Consortium]) -> Screen:
    """Others rely on this person."""
    return Screen(
        words=lines(
            t("<b>First somebody else has to take the lead.</b>"),
            t("You lead a consortium in which others take part. Hand it over to one of them, or dissolve it:"),
            *(t("• “{name}”", name=one.name) for one in led),
            t("\nNothing has been deleted. Then come back here."),
        ),
        rows=column([*(button(t("🤝 {name}", name=one.name), ShowConsortium(one.id)) for one in led), ASK_A_PERSON, HOME]),
    )


def what_goes(found: ToBeForgotten) -> Screen:
    return Screen(
        words=lines(
            t("<b>What is deleted, and what stays</b>"),
            t("\nDeleted at once:"),
            *_shops(found),
            *(t("• Your seat in the consortium “{name}”; the others hear that you have left", name=one.name) for one in found.left),
            tn("• {count} question to the office", "• {count} questions to the office", found.questions) if found.questions else None,
            tn("• {count} certificate reminder", "• {count} certificate reminders", found.certificates) if found.certificates else None,
            tn("• {count} check or estimate, with its link", "• {count} checks and estimates, with their links", found.results)
            if found.results
            else None,
            t("• Unfinished answers, cards in the finder, interests, invitations, what you are told of"),
            t("• Sessions to come, the other side is told; your goals and files for them, notes about you, words of your ratings"),
            t("• As a consultant: your profile, your hours and your private notes"),
            t("• Which announcements you got, and which of their buttons you tapped"),
            t("\nStays:"),
            t("• That a session took place: when, about what and how long, without your name; for a consultant with the Telegram number"),
            t("• Your Telegram user number and language, so that I can talk to you"),
            t("• When you gave and ended consents, as proof"),
            t("• Which kinds of announcements you do without, so that none of them comes back"),
            t("• A log of what was done, in codes, never what you typed: at least 5 years, as subsidies have to be accounted for"),
        ),
        rows=column([button(t("Go on to deleting"), AskOnceMore()), MY_DATA, HOME]),
    )


def _shops(found: ToBeForgotten) -> tuple[Words, ...]:
    if not found.shops:
        return ()
    return (
        t("• Your name and phone number"),
        *(t("• The shop {shop} with its business number and photo", shop=shop.name) for shop in found.shops),
    )


def really_forget() -> Screen:
    return Screen(
        words=lines(
            t("<b>Delete everything I know about you?</b>"),
            t("You are signed out of the programme with it. To take part again you register anew."),
            t("This cannot be undone."),
        ),
        rows=column([button(t("Yes, delete everything"), Forget()), MY_DATA, HOME]),
    )


def forgotten() -> Screen:
    return Screen(
        words=t("Everything is deleted. Messages in this chat you can delete yourself in Telegram."),
        rows=column([HOME]),
    )
