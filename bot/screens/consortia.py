"""My consortia: the list, and the taps that lead to one."""

from dataclasses import dataclass

from bot.dialogue.taps import BeginStory
from bot.screens.page_row import page_row
from bot.screens.screen import Button, Screen, button, column
from bot.screens.ways import HOME
from bot.taps import Tap, tap
from bot.words import Words, lines, t, tn
from services.consortia import ConsortiumPage, MyConsortium
from storage.seats import Role


@tap("kl")
@dataclass(frozen=True)
class ShowConsortia(Tap):
    """My consortia."""

    page: int = 0


@tap("kc")
@dataclass(frozen=True)
class ShowConsortium(Tap):
    """The card of one consortium."""

    number: int


OPEN_ONE = button(t("➕ Open a consortium"), BeginStory("open_consortium"))
MY_CONSORTIA = button(t("🤝 My consortia"), ShowConsortia())


def listed(found: ConsortiumPage, answers: tuple[Button, ...] = ()) -> Screen:
    """`answers`: ways to what waits for this person's answer."""
    if not found.consortia:
        return Screen(words=_none_yet(), rows=column([*answers, OPEN_ONE, HOME]))
    ways = [to_card(one.consortium.id, one.consortium.name) for one in found.consortia]
    return Screen(
        words=lines(t("<b>My consortia</b>"), *(_line(one) for one in found.consortia)),
        rows=(*column([*answers, *ways]), *page_row(found.page, more=found.more, to=ShowConsortia), (OPEN_ONE,), (HOME,)),
    )


def _none_yet() -> Words:
    return lines(
        t("<b>My consortia</b>"),
        t("You are in none yet. Three or more shops form one and apply together."),
        t("Open one and invite others, or follow an invitation that somebody has sent you."),
    )


def _line(one: MyConsortium) -> Words:
    return t(
        "\n• <b>{name}</b>\n{shop}: {role} · {members}",
        name=one.consortium.name,
        shop=one.shop,
        role=role_name(one.role),
        members=how_many(one.members, one.size.fewest),
    )


def how_many(members: int, fewest: int) -> Words:
    """How far the forming has come."""
    if members >= fewest:
        return tn("{count} member", "{count} members", members)
    return t("{n} of at least {fewest} members", n=members, fewest=fewest)


def role_name(role: Role) -> Words:
    return _ROLES[role]


def to_card(number: int, name: str) -> Button:
    return button(t("🤝 {name}", name=name), ShowConsortium(number))


_ROLES = {Role.LEAD: t("leads"), Role.MEMBER: t("takes part"), Role.ACCOUNTANT: t("keeps the books")}
