"""The letters about roles of the office."""

from bot.screens.letters import says
from bot.screens.next_steps import ASK_A_PERSON
from bot.screens.role_taps import ShowRole
from bot.screens.roles import ALL, role_name
from bot.screens.screen import Screen, button, column
from bot.screens.ways import HOME
from bot.words import lines, t
from services.office_people import RoleEnded, RoleTaken


@says(RoleTaken)
def role_taken(fact: RoleTaken) -> Screen:
    return Screen(
        words=lines(
            t("🔑 <b>The link for {name} was used: {role}.</b>", name=fact.name, role=role_name(fact.role)),
            t("Was it the right person? If not, take the role away now."),
        ),
        rows=column([button(t("👤 See the role"), ShowRole(fact.grant)), ALL, HOME]),
    )


@says(RoleEnded)
def role_ended(fact: RoleEnded) -> Screen:
    return Screen(
        words=lines(
            t("<b>Your role in the office has ended: {role}.</b>", role=role_name(fact.role)),
            t("Everything of your own stays as it is. If this is a mistake, ask the office."),
        ),
        rows=column([ASK_A_PERSON, HOME]),
    )
