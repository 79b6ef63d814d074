"""The letters about roles of the office."""

from bot.screens.letters import says
from bot.screens.menu import AS_EVERYBODYS
from bot.screens.next_steps import ASK_A_PERSON
from bot.screens.role_taps import ShowRole
from bot.screens.roles import ALL, role_name
from bot.screens.screen import Screen, button, column
from bot.screens.ways import HOME
from bot.words import Words, lines, t, verbatim
from services.office_links import RoleTaken
from services.office_people import RoleEnded
from services.role_declining import RoleDeclined
from services.role_ends import RoleEndsSoon, RoleTimeUp


@says(RoleTaken)
def role_taken(fact: RoleTaken) -> Screen:
    return Screen(
        words=lines(
            t("🔑 <b>The link for {name} was used: {role}.</b>", name=fact.name, role=role_name(fact.role)),
            t("Was it the right person? If not, take the role away now."),
        ),
        rows=column([button(t("👤 See the role"), ShowRole(fact.grant)), ALL, HOME]),
    )


@says(RoleDeclined)
def role_declined(fact: RoleDeclined) -> Screen:
    return Screen(
        words=lines(
            t("<b>{name} said no to your invitation: {role}.</b>", name=fact.name, role=role_name(fact.role)),
            t("The link does not work any more. Somebody else needs a new one."),
        ),
        rows=column([ALL, HOME]),
    )


@says(RoleEnded)
def role_ended(fact: RoleEnded) -> Screen:
    return Screen(
        words=lines(
            t("<b>Your role in the office has ended: {role}.</b>", role=role_name(fact.role)),
            t("Everything of your own stays as it is. If this is a mistake, ask the office."),
        ),
        rows=column([ASK_A_PERSON, HOME]),
        menu=None if fact.another else AS_EVERYBODYS,
    )


@says(RoleEndsSoon)
def role_ends_soon(fact: RoleEndsSoon) -> Screen:
    role = role_name(fact.role)
    if fact.own:
        return Screen(
            words=lines(
                t("⏳ <b>Your role in the office ends on {until:datetime}: {role}.</b>", until=fact.until, role=role),
                t("If you are to go on, ask an owner of the office for a new link."),
            ),
            rows=column([ASK_A_PERSON, HOME]),
        )
    return Screen(
        words=lines(
            t("⏳ <b>The role of {name} ends on {until:datetime}: {role}.</b>", name=_who(fact.name), until=fact.until, role=role),
            t("If it is to go on, let them in once more. Otherwise nothing needs to be done: it ends by itself."),
        ),
        rows=column([button(t("👤 See the role"), ShowRole(fact.grant)), ALL, HOME]),
    )


@says(RoleTimeUp)
def role_time_up(fact: RoleTimeUp) -> Screen:
    return Screen(
        words=t("<b>The role of {name} has ended: {role}.</b> They hear of it, too.", name=_who(fact.name), role=role_name(fact.role)),
        rows=column([button(t("👤 See the role"), ShowRole(fact.grant)), ALL, HOME]),
    )


def _who(name: str) -> Words:
    return verbatim(name) if name else t("somebody without a name")
