"""The front of the house: home, help, languages, and what is said when something is not understood."""

from collections.abc import Sequence
from dataclasses import dataclass

from bot.dialogue.taps import BeginStory
from bot.screens.answering import waiting_button
from bot.screens.booking_taps import ShowBooking, ShowSessions
from bot.screens.certificates import ShowCertificates
from bot.screens.check_in_taps import ShowDoor
from bot.screens.consortia import ShowConsortia
from bot.screens.consultant_taps import ShowConsultants, ShowMyDesk
from bot.screens.drafts import go_on
from bot.screens.event_desk_taps import ShowEventDesk
from bot.screens.event_taps import ShowEvents
from bot.screens.finder import ShowFinder
from bot.screens.finder_taps import ShowReports
from bot.screens.helping import ShowFilledIn
from bot.screens.inquiries import ShowMyQuestions
from bot.screens.my_data import ShowMyData
from bot.screens.screen import Button, Link, Screen, beside, button, column
from bot.screens.shop_checks import ShowChecks
from bot.screens.shops import ShowShops
from bot.screens.taps import ShowCalls, ShowHelp, ShowLanguages, ShowMyResults, ShowPrivacy, SpeakLanguage
from bot.screens.ways import HOME
from bot.words import SHIPPED, Words, lines, own_name, t, verbatim
from services.front import Front

GROUP_START = Link("group")


@dataclass(frozen=True, kw_only=True)
class Unfinished:
    """A draft that waits: its id and the title of its story."""

    draft: str
    title: Words


@dataclass(frozen=True, kw_only=True)
class HomeFacts:
    """What decides which ways the home screen offers."""

    unfinished: Sequence[Unfinished]
    found: Front


def home(facts: HomeFacts, said: Words | None = None) -> Screen:
    above = t("{said}\n", said=said) if said is not None else None
    return Screen(words=lines(above, _greeting(facts)), rows=(*_main_ways(facts), *_side_ways()))


def _greeting(facts: HomeFacts) -> Words:
    return lines(
        t("<b>Golmok – small shops, together</b>"),
        t("Three or more shop owners can get support for a project they share. {now}", now=_what_is_open(facts.found)),
        t("\nWhat would you like to do?"),
    )


def _what_is_open(found: Front) -> Words:
    if found.open_calls:
        return t("Applications are open now.")
    if found.trial_calls:
        return t("No call is open right now, but you can try everything with a made-up one.")
    return t("No call is open right now. You can still check and prepare.")


def _main_ways(facts: HomeFacts) -> tuple[tuple[Button, ...], ...]:
    """First what this person does for others, then what waits for them, then joining forces, then the programme."""
    found = facts.found
    ways = [*_office_ways(found), *_desk(found), *(go_on(one.draft, one.title) for one in facts.unfinished)]
    if found.invitations:
        ways.append(button(t("💌 Invitations for me ({n})", n=found.invitations), ShowConsortia()))
    ways += [
        button(t("🏪 My shops"), ShowShops()) if found.shops else button(t("🏪 Register my shop"), BeginStory("register")),
        button(t("🤝 My consortia"), ShowConsortia()) if found.consortia else button(t("🤝 Form a consortium"), ShowConsortia()),
        button(t("🔎 Find partners"), ShowFinder()),
    ]
    checks = (
        button(t("✅ Can we apply?"), BeginStory("pre_check")),
        button(t("💰 How much would we get?"), BeginStory("estimate")),
    )
    results = [button(t("📁 My results ({n})", n=found.results), ShowMyResults())] if found.results else []
    dates = beside(button(t("📅 Calls and dates"), ShowCalls()), button(t("⏰ Certificate reminder"), ShowCertificates()))
    asking = (button(t("🙋 Ask a person"), BeginStory("ask_office")),)
    return (
        *column(ways),
        *_sessions(found),
        *_events(found),
        beside(*checks),
        *column(results),
        dates,
        (*asking, button(t("📮 My questions"), ShowMyQuestions())) if found.questions else asking,
    )


def _desk(found: Front) -> list[Button]:
    return [button(t("🧑‍🏫 My sessions with members"), ShowMyDesk())] if found.consultant else []


def _sessions(found: Front) -> tuple[tuple[Button, ...], ...]:
    """Where nobody gives sessions, none are offered."""
    mine = [button(t("🗓 My sessions ({n})", n=found.sessions), ShowSessions())] if found.sessions else []
    label = t("➕ Book another") if mine else t("🗓 Book consulting or mentoring")
    booking = [button(label, ShowBooking())] if found.advisers else []
    return ((*mine, *booking),) if mine or booking else ()


def _events(found: Front) -> tuple[tuple[Button, ...], ...]:
    """Where nothing is announced and nothing answered, there is nothing to show."""
    if not (found.events or found.my_events):
        return ()
    label = t("📅 Events ({n})", n=found.my_events) if found.my_events else t("📅 Events")
    return ((button(label, ShowEvents()),),)


def _office_ways(found: Front) -> list[Button]:
    """Lists that are empty are not shown, but for the questions, which coordinators look for."""
    if not found.coordinator:
        return []
    ways = [waiting_button(found.waiting)]
    if found.open_doors:
        ways.append(button(t("🎫 Check-in now ({n})", n=found.open_doors), ShowDoor()))
    if found.shops_to_confirm:
        ways.append(button(t("🧾 Shops to confirm ({n})", n=found.shops_to_confirm), ShowChecks()))
    if found.reported_cards:
        ways.append(button(t("🚩 Reported cards ({n})", n=found.reported_cards), ShowReports()))
    ways.append(button(t("🎪 Manage events"), ShowEventDesk()))
    return [*ways, button(t("✍️ Fill in for an owner"), ShowFilledIn()), button(t("🧑‍🏫 Consultants and mentors"), ShowConsultants())]


def _side_ways() -> tuple[tuple[Button, ...], ...]:
    return (
        (button(t("❓ Help"), ShowHelp()), button(t("🔒 Privacy"), ShowPrivacy())),
        (button(t("🌐 Language"), ShowLanguages()), button(t("🗂 My data"), ShowMyData())),
    )


def help_page() -> Screen:
    return Screen(
        words=lines(
            t("<b>How this works</b>"),
            t("• I ask one thing at a time. Tap a button, or type your answer."),
            t("• Every answer is saved at once. You can stop at any time and go on days later."),
            t("• “Back” shows the question before; your answers stay."),
            t("• What I tell you is for reference. A person decides about every application."),
            t("\n<b>Commands</b>"),
            t("/start – home"),
            t("/resume – go on where you stopped"),
            t("/cancel – stop what is open"),
            t("/language – 한국어 or English"),
            t("/shops – your shops"),
            t("/finder – find partners"),
            t("/events – what is on for you"),
            t("/here – check in at an event"),
            t("/mydata – what is kept about you, as a file too"),
            t("/privacy – why it is kept and for how long"),
            t("\nStuck? “Ask a person” on the home screen reaches the coordinators."),
        ),
        rows=column([button(t("🙋 Ask a person"), BeginStory("ask_office")), HOME]),
    )


def languages(current: str) -> Screen:
    def named(language: str) -> Button:
        mark = "✓ " if language == current else ""
        return button(t("{mark}{language}", mark=verbatim(mark), language=own_name(language)), SpeakLanguage(language))

    return Screen(words=t("Which language shall I speak?"), rows=column([*(named(one) for one in SHIPPED), HOME]))


def language_set() -> Words:
    return t("From now on I speak English.")


def nothing_open() -> Words:
    return t("There is no open question right now. Please choose below.")


def unknown_command(name: str) -> Words:
    return t("I do not know /{name}. Here is what I can do:", name=name)


def unknown_link() -> Words:
    return t("This link does not work any more. Ask the person who sent it for a new one, or choose below.")


def old_button() -> Words:
    return t("That button is from an earlier message. Here is how things stand now.")


def done_already() -> Words:
    return t("That is done already. /start leads home.")


def nothing_to_stop() -> Words:
    return t("There is nothing to stop.")


def nothing_to_resume() -> Words:
    return t("There is nothing unfinished.")


def no_resident_numbers() -> Words:
    return t(
        "That looked like a resident registration number. I never keep one, so I have deleted your message. "
        "Please answer without it; a business registration number is fine."
    )
