"""The home screen: what this person does for others, what waits for them, joining forces, the programme, asking."""

from collections.abc import Sequence
from dataclasses import dataclass

from bot.dialogue.taps import BeginStory
from bot.screens.answering import waiting_button
from bot.screens.board import board_button
from bot.screens.booking_taps import ShowBooking, ShowSessions
from bot.screens.certificates import ShowCertificates
from bot.screens.check_in_taps import ShowDoor
from bot.screens.consortia import ShowConsortia
from bot.screens.consultant_taps import ShowMyDesk
from bot.screens.drafts import go_on
from bot.screens.event_taps import ShowEvents
from bot.screens.finder import ShowFinder
from bot.screens.inquiries import ShowMyQuestions
from bot.screens.office import office_button
from bot.screens.screen import Button, Screen, beside, button, column
from bot.screens.shops import ShowShops
from bot.screens.taps import ShowCalls, ShowHelp, ShowMyResults
from bot.words import Words, lines, t
from services.front import Front

Row = tuple[Button, ...]


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
    """No taller than a phone for who has everything: short ways stand side by side."""
    above = t("{said}\n", said=said) if said is not None else None
    found = facts.found
    return Screen(
        words=lines(above, _greeting(found)),
        rows=(
            *_working(found),
            *column(go_on(one.draft, one.title) for one in facts.unfinished),
            *_together(found),
            *_sessions(found),
            *_programme(found),
            *_asking(found),
        ),
    )


def _greeting(found: Front) -> Words:
    return lines(
        t("<b>Golmok – small shops, together</b>"),
        t("Three or more shop owners can get support for a project they share. {now}", now=_what_is_open(found)),
        t("\nWhat would you like to do?"),
    )


def _what_is_open(found: Front) -> Words:
    if found.open_calls:
        return t("Applications are open now.")
    if found.trial_calls:
        return t("No call is open right now, but you can try everything with a made-up one.")
    return t("No call is open right now. You can still check and prepare.")


def _working(found: Front) -> tuple[Row, ...]:
    """What they do for others."""
    office: tuple[Row, ...] = (beside(waiting_button(found.waiting), office_button(found.office_waiting)),) if found.coordinator else ()
    if found.reads and not found.coordinator:
        office = ((office_button(0),),)
    desk = ((button(t("🧑‍🏫 My sessions with members"), ShowMyDesk()),),) if found.consultant else ()
    return (*office, *_door(found), *desk)


def _door(found: Front) -> tuple[Row, ...]:
    """Coordinators find it at the office, too, as long as nothing is on; event staff have nothing else."""
    if found.open_doors:
        return ((button(t("🎫 Check-in now ({n})", n=found.open_doors), ShowDoor()),),)
    return ((button(t("🎫 Check-in"), ShowDoor()),),) if found.door and not found.coordinator else ()


def _together(found: Front) -> tuple[Row, ...]:
    invited = ((button(t("💌 Invitations for me ({n})", n=found.invitations), ShowConsortia()),),) if found.invitations else ()
    shops = button(t("🏪 My shops"), ShowShops()) if found.shops else button(t("🏪 Register my shop"), BeginStory("register"))
    consortia = button(t("🤝 My consortia") if found.consortia else t("🤝 Form a consortium"), ShowConsortia())
    both: tuple[Row, ...] = (beside(shops, consortia),) if found.shops else ((shops,), (consortia,))
    return (*invited, *both, (button(t("🔎 Find partners"), ShowFinder()),))


def _sessions(found: Front) -> tuple[Row, ...]:
    """Where nobody gives sessions, none are offered."""
    mine = [button(t("🗓 My sessions ({n})", n=found.sessions), ShowSessions())] if found.sessions else []
    label = t("➕ Book another") if mine else t("🗓 Book consulting or mentoring")
    booking = [button(label, ShowBooking())] if found.advisers else []
    return ((*mine, *booking),) if mine or booking else ()


def _programme(found: Front) -> tuple[Row, ...]:
    checks = beside(button(t("✅ Can we apply?"), BeginStory("pre_check")), button(t("💰 How much would we get?"), BeginStory("estimate")))
    certificates = button(t("⏰ Certificate reminder"), ShowCertificates())
    kept = beside(button(t("📁 My results ({n})", n=found.results), ShowMyResults()), certificates) if found.results else (certificates,)
    news = beside(button(t("📆 Calls and dates"), ShowCalls()), board_button(found.notices))
    events: tuple[Row, ...] = ((_events(found),),) if found.events or found.my_events else ()
    return (checks, *events, news, kept)


def _events(found: Front) -> Button:
    """Where nothing is announced and nothing answered, there is nothing to show."""
    return button(t("📅 Events ({n})", n=found.my_events) if found.my_events else t("📅 Events"), ShowEvents())


def _asking(found: Front) -> tuple[Row, ...]:
    asking = (button(t("🙋 Ask a person"), BeginStory("ask_office")),)
    mine = (button(t("📮 My questions"), ShowMyQuestions()),) if found.questions else ()
    return ((*asking, *mine), (button(t("❓ Help and settings"), ShowHelp()),))
