"""An owner lets somebody into the office: as what, for which gu and track, for how long. The end is a link."""

from datetime import UTC, datetime, time, timedelta
from typing import assert_never

from bot.dialogue.ask import Ask
from bot.dialogue.choices import choice, several
from bot.dialogue.story import story
from bot.dialogue.typed import day
from bot.questions.messages import Message
from bot.screens import role_links, roles
from bot.screens import role_questions as screens
from bot.screens.role_questions import Term
from bot.screens.screen import Screen
from bot.screens.wording import worded
from programme.districts import District
from programme.rights import EVERYWHERE, Role, Scope
from programme.seoul import SEOUL
from programme.tracks import Track
from services.coordinators import Forbidden
from services.office_links import LONGEST_NAME, InviteToOffice, MayLetIn, RoleLink

LONGEST, END_OF_DAY = timedelta(days=3 * 366), time(23, 59)
LIMITED = (Role.COORDINATOR, Role.EVENT_STAFF)  # owners and auditors are for the whole


@story(roles.STORY, screens.let_in(), offers_a_person=False)
async def invite_to_office(ask: Ask) -> InviteToOffice | Screen:
    if not await ask.look(MayLetIn(by=ask.person.id)):
        return screens.nobody_let_in()
    role = await ask(choice("role", screens.which_role(), Role, label=roles.role_name, name=screens.names("role")))
    name = await ask(
        Message(
            key="name", words=screens.which_name(), why=screens.why_name(), at_least=2, at_most=LONGEST_NAME, name=screens.names("name")
        )
    )
    scope = await _scope(ask) if role in LIMITED else EVERYWHERE
    term = await ask(choice("term", screens.how_long(), Term, label=screens.term_name, name=screens.names("term")))
    until = await _until(ask, term)
    await ask.sure(screens.shall_i_make_it(), yes=screens.make_it(), below=screens.what_it_means(role, until))
    return InviteToOffice(by=ask.person.id, role=role, name=name, scope=scope, until=until)


async def _until(ask: Ask, term: Term) -> datetime | None:
    match term:
        case Term.FOR_GOOD:
            return None
        case Term.DAY:
            latest = ask.today + LONGEST
            last = await ask(day("day", screens.which_day(), ask.today, earliest=ask.today, latest=latest, name=screens.names("day")))
            return datetime.combine(last, END_OF_DAY, SEOUL).astimezone(UTC)
        case _:
            return ask.now + timedelta(days=int(term.value))


async def _scope(ask: Ask) -> Scope:
    gus = await ask(
        several(
            "gus",
            screens.which_gus(),
            District,
            label=lambda gu: worded(gu.wording),
            why=screens.why_gus(),
            at_least=0,
            none=screens.all_gus(),
            name=screens.names("gus"),
        )
    )
    track = await ask(
        choice(
            "track",
            screens.which_tracks(),
            (None, *Track),
            label=lambda one: roles.track_name(one) if one is not None else screens.both_tracks(),
            token=lambda one: one.value if one is not None else "both",
            name=screens.names("track"),
        )
    )
    return Scope(gus=frozenset(gu.value for gu in gus), tracks=frozenset({track.value} if track is not None else ()))


@invite_to_office.ends
def made(outcome: RoleLink | Forbidden) -> Screen:
    match outcome:
        case RoleLink():
            return role_links.made(outcome)
        case Forbidden():
            return screens.nobody_let_in()
        case _:
            assert_never(outcome)
