"""Booking a session, its beginning: what it is about, how many are used, and who advises on it."""

from collections.abc import Sequence
from dataclasses import replace

from bot.screens.booking_search import ANYONE, ChooseWho, ShowAdviser, ShowNextFree
from bot.screens.booking_taps import ShowBooking, ShowSessions
from bot.screens.consulting import calling_name, profile_lines, topic_name
from bot.screens.desk_taps import ShowDesk, ShowMediation
from bot.screens.next_steps import ASK_A_PERSON, REGISTER
from bot.screens.page_row import page_row
from bot.screens.screen import Button, Screen, button, column
from bot.screens.session_waits import MY_SESSIONS, MY_WAITS
from bot.screens.ways import HOME
from bot.screens.wording import worded
from bot.taps import Tap
from bot.words import Words, lines, t
from programme.districts import District
from programme.topics import DESK, Topic
from services.pages import within
from services.session_members import NoShop, Used
from storage.consultants import Calling, Consultant, Profile

PAGE = 6

OTHER_TOPIC = button(t("◀ Another topic"), ShowBooking())


def subjects(offered: Sequence[Topic], used: Sequence[Used] | NoShop, ahead: int, said: Words | None = None) -> Screen:
    """Two topics a row. The desk is open also where nobody takes sessions: the coordinators answer there, too."""
    ways = [button(topic_name(one), to_topic(one)) for one in Topic if one in offered or one in DESK]
    mine = button(t("🗓 My sessions ({n})", n=ahead), ShowSessions()) if ahead else MY_SESSIONS
    return Screen(
        words=lines(
            t("{said}\n", said=said) if said is not None else None,
            t("<b>Consulting and mentoring</b>\nSomebody takes time for you: on site, by video or by phone. It costs you nothing."),
            *_numbers(used),
            t("\nWhat is it about?") if offered else _nobody_offers(),
        ),
        rows=(
            *(tuple(ways[n : n + 2]) for n in range(0, len(ways), 2)),
            *(((REGISTER,),) if isinstance(used, NoShop) else ()),
            (mine,),
            (MY_WAITS,),
            (ASK_A_PERSON, HOME),
        ),
    )


def to_topic(topic: Topic) -> Tap:
    """Where a topic begins: the desk asks for a quick question first, and mediation says who reads what."""
    if topic in DESK:
        return ShowDesk(topic)
    return ShowMediation() if topic is Topic.CONFLICT else ChooseWho(topic)


def _nobody_offers() -> Words:
    return t("\nAt the moment nobody takes sessions. Ask a person: the coordinators find somebody for you.")


def _numbers(used: Sequence[Used] | NoShop) -> tuple[Words, ...]:
    if isinstance(used, NoShop):
        return (t("To book you need a registered shop; have a look around before that."),)
    return tuple(year(one.calling, one.used, one.of) for one in used)


def year(calling: Calling, used: int, most: int, *, named: int | None = None) -> Words:
    """`named`: the year, where it is not this one."""
    if named is not None and calling is Calling.MENTOR:
        return t("• Mentoring: {used} of {of} used in {year}", used=used, of=most, year=str(named))
    if named is not None:
        return t("• Consulting: {used} of {of} used in {year}", used=used, of=most, year=str(named))
    if calling is Calling.MENTOR:
        return t("• Mentoring: {used} of {of} used this year", used=used, of=most)
    return t("• Consulting: {used} of {of} used this year", used=used, of=most)


def who(topic: Topic, found: Sequence[Consultant], page: int) -> Screen:
    """The way to anyone who fits comes first: it is the shortest."""
    page = within(page, len(found), PAGE)
    shown = found[page * PAGE : (page + 1) * PAGE]
    return Screen(
        words=lines(t("<b>{topic}</b> – with whom?\n", topic=topic_name(topic)), *(_listed(one.profile) for one in shown)),
        rows=(
            (button(t("👥 Anyone who fits"), ShowNextFree(topic)),),
            *column(button(_named(one.profile), ShowAdviser(topic, one.person)) for one in shown),
            *page_row(page, more=len(found) > (page + 1) * PAGE, to=lambda to: ChooseWho(topic, to)),
            (OTHER_TOPIC, HOME),
        ),
    )


def nobody(topic: Topic) -> Screen:
    return Screen(
        words=t(
            "At the moment nobody takes sessions on this: {topic}. Ask a person, and a coordinator finds a way.", topic=topic_name(topic)
        ),
        rows=column([ASK_A_PERSON, OTHER_TOPIC, HOME]),
    )


def gone(topic: Topic) -> Screen:
    """Who was chosen on an old message."""
    return Screen(
        words=t("This person takes no sessions at the moment. Others do: choose whom you like."),
        rows=column([button(t("👥 Others on this topic"), ChooseWho(topic)), OTHER_TOPIC, HOME]),
    )


def _named(one: Profile) -> Words:
    return t("{name} · {gu}", name=one.name, gu=worded(District(one.gu).wording))


def _listed(one: Profile) -> Words:
    return t("• <b>{name}</b> ({calling}): {line}", name=one.name, calling=calling_name(one.calling), line=one.line)


def adviser(topic: Topic, one: Consultant) -> Screen:
    """The card of one consultant or mentor. Place and video room are for those who have booked."""
    return Screen(
        words=lines(
            t("<b>{name}</b> · {calling}\n", name=one.profile.name, calling=calling_name(one.profile.calling)),
            profile_lines(replace(one.profile, place="", address="", link="")),
        ),
        rows=column(
            [
                button(t("🕐 See free times"), ShowNextFree(topic, one.person)),
                button(t("👥 Others on this topic"), ChooseWho(topic)),
                HOME,
            ]
        ),
    )


def back_to_who(topic: Topic, consultant: int = ANYONE) -> Button:
    return button(t("◀ Back"), ChooseWho(topic) if consultant == ANYONE else ShowAdviser(topic, consultant))
