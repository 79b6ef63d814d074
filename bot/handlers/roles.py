"""Who belongs to the office, and the link on the phone of who is let in."""

from dataclasses import replace
from typing import assert_never

from bot.routes import on_link, on_tap
from bot.screens import role_links as links
from bot.screens import roles as screens
from bot.screens.menu import AS_EVERYBODYS
from bot.screens.role_taps import (
    AskToRevoke,
    DeclineOfficeNow,
    JoinOfficeNow,
    RevokeNow,
    ShowOfficePeople,
    ShowRole,
    WithdrawRoleLinkNow,
)
from bot.screens.screen import Screen
from bot.turn import Turn
from bot.words import Words
from services.coordinators import BelongsToOffice, Forbidden
from services.link_tokens import hashed
from services.office_links import InTheOffice, InvitedToOffice, JoinOffice, LinkOver, OwnLink, Withdrawn, WithdrawRoleLink
from services.office_people import LastOwner, NoSuchRole, OfficePeople, OneRole, Revoked, RevokeRole, RolePage
from services.role_declining import Declined, DeclineOffice
from storage.role_invitations import RoleInvitation
from storage.roles import Grant


@on_tap(ShowOfficePeople)
async def show_all(turn: Turn, wish: ShowOfficePeople) -> Screen:
    return await _listed(turn, page=wish.page)


async def _listed(turn: Turn, said: Words | None = None, page: int = 0) -> Screen:
    found = await OfficePeople(by=turn.person.id, page=page)(turn.work)
    return screens.not_yours() if isinstance(found, Forbidden) else screens.listed(found, turn.person.id, said)


@on_tap(ShowRole)
async def show_one(turn: Turn, wish: ShowRole) -> Screen:
    found = await OneRole(by=turn.person.id, grant=wish.grant)(turn.work)
    return screens.one(found) if isinstance(found, RolePage) else await _not_shown(turn, found)


@on_tap(AskToRevoke)
async def ask_to_revoke(turn: Turn, wish: AskToRevoke) -> Screen:
    found = await OneRole(by=turn.person.id, grant=wish.grant)(turn.work)
    if not isinstance(found, RolePage):
        return await _not_shown(turn, found)
    return screens.one(found) if found.last else screens.sure_to_revoke(found)


async def _not_shown(turn: Turn, found: NoSuchRole | Forbidden) -> Screen:
    return screens.not_yours() if isinstance(found, Forbidden) else await _listed(turn, screens.gone_already())


@on_tap(RevokeNow)
async def revoke(turn: Turn, wish: RevokeNow) -> Screen:
    match await RevokeRole(by=turn.person.id, grant=wish.grant)(turn.work):
        case Revoked(grant=grant):
            return await _revoked(turn, grant)
        case LastOwner():
            return await _listed(turn, screens.last_owner())
        case NoSuchRole():
            return await _listed(turn, screens.gone_already())
        case Forbidden():
            return screens.not_yours()
        case outcome:
            assert_never(outcome)


async def _revoked(turn: Turn, grant: Grant) -> Screen:
    """Whose it was hears of it by letter, but for who took away their own."""
    screen = await _listed(turn, screens.revoked(grant))
    is_out = grant.person == turn.person.id and not await BelongsToOffice(person=turn.person.id)(turn.work)
    return replace(screen, menu=AS_EVERYBODYS) if is_out else screen


@on_tap(WithdrawRoleLinkNow)
async def withdraw(turn: Turn, wish: WithdrawRoleLinkNow) -> Screen:
    match await WithdrawRoleLink(by=turn.person.id, invitation=wish.invitation)(turn.work):
        case Withdrawn():
            return await _listed(turn, screens.link_withdrawn())
        case LinkOver():
            return await _listed(turn, screens.link_gone())
        case Forbidden():
            return screens.not_yours()
        case outcome:
            assert_never(outcome)


@on_link(links.PREFIX)
async def follow(turn: Turn, token: str) -> Screen:
    match await InvitedToOffice(person=turn.person.id, token_hash=hashed(token))(turn.work):
        case RoleInvitation() as found:
            return links.invited(found, hashed(token))
        case LinkOver():
            return links.link_over()
        case OwnLink():
            return links.own_link()
        case found:
            assert_never(found)


@on_tap(JoinOfficeNow)
async def join(turn: Turn, wish: JoinOfficeNow) -> Screen:
    match await JoinOffice(by=turn.person.id, token_hash=wish.token_hash)(turn.work):
        case InTheOffice(grant=grant):
            return links.welcome(grant)
        case LinkOver():
            return links.link_over()
        case OwnLink():
            return links.own_link()
        case LastOwner():
            return links.would_end()
        case outcome:
            assert_never(outcome)


@on_tap(DeclineOfficeNow)
async def decline(turn: Turn, wish: DeclineOfficeNow) -> Screen:
    match await DeclineOffice(by=turn.person.id, token_hash=wish.token_hash)(turn.work):
        case Declined():
            return links.declined()
        case LinkOver():
            return links.link_over()
        case OwnLink():
            return links.own_link()
        case outcome:
            assert_never(outcome)
