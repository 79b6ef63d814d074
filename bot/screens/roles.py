"""Who belongs to the office: the list, one role, letting somebody in, sending somebody away."""

from typing import assert_never

from bot.dialogue.taps import BeginStory
from bot.screens.page_row import page_row
from bot.screens.record_ways import record_of, whose_record
from bot.screens.role_taps import (
    AskToRevoke,
    RevokeNow,
    ShowOfficePeople,
    ShowRole,
    WithdrawRoleLinkNow,
)
from bot.screens.screen import Button, Screen, button, column
from bot.screens.ways import HOME
from bot.screens.wording import worded
from bot.words import Words, joined, lines, t, verbatim
from programme.districts import District
from programme.rights import Role, Scope
from programme.tracks import Track
from services.office_people import OfficePage, RolePage
from services.record_cases import Case
from storage.role_invitations import RoleInvitation
from storage.roles import Grant

STORY = "invite_to_office"
ALL = button(t("👥 People of the office"), ShowOfficePeople())
INVITE = button(t("➕ Let somebody in"), BeginStory(STORY))


def role_name(role: Role) -> Words:
    match role:
        case Role.OWNER:
            return t("Owner")
        case Role.COORDINATOR:
            return t("Coordinator")
        case Role.EVENT_STAFF:
            return t("Event staff")
        case Role.AUDITOR:
            return t("Auditor")
        case _:
            assert_never(role)


def what_it_may(role: Role) -> Words:
    match role:
        case Role.OWNER:
            return t("do everything, and decide who belongs to the office")
        case Role.COORDINATOR:
            return t("answer people, make events, announce, confirm shops")
        case Role.EVENT_STAFF:
            return t("check people in at events, nothing else")
        case Role.AUDITOR:
            return t("read figures and the record of what was done, change nothing")
        case _:
            assert_never(role)


def where(scope: Scope) -> Words:
    gus = [worded(District(gu).wording) for gu in sorted(scope.gus)]
    tracks = [track_name(Track(track)) for track in sorted(scope.tracks)]
    return joined([joined(gus, ", ") if gus else t("all of Seoul"), joined(tracks, ", ") if tracks else t("both tracks")], " · ")


def track_name(track: Track) -> Words:
    match track:
        case Track.COLLABORATION:
            return t("Collaboration")
        case Track.INNOVATION:
            return t("Innovation")
        case _:
            assert_never(track)


def called(one: Grant | RoleInvitation, me: int = 0) -> Words:
    """`me`: who reads it, where it matters which of the names is their own."""
    return t("{name} (you)", name=_name(one)) if isinstance(one, Grant) and one.person == me else _name(one)


def _name(one: Grant | RoleInvitation) -> Words:
    if one.name:
        return verbatim(one.name)
    return t("name deleted") if isinstance(one, Grant) and one.granted_by is not None else t("named in the settings")


def listed(found: OfficePage, me: int, said: Words | None = None) -> Screen:
    links = [button(t("🗑 Withdraw the link for {name}", name=one.name), WithdrawRoleLinkNow(one.id)) for one in found.links]
    invite = [INVITE] if found.may_grant else []
    return Screen(
        words=lines(
            t("{said}\n", said=said) if said is not None else None,
            t("<b>People of the office</b>"),
            *(_line(one, me, ended=not one.holds(found.now)) for one in found.grants),
            t("\n<b>Links nobody has used yet</b>") if found.links else None,
            *(_link_line(one) for one in found.links),
            None if found.may_grant else t("\nOnly an owner lets somebody in or sends somebody away."),
        ),
        rows=(
            *column(button(t("{role}: {name}", role=role_name(one.role), name=called(one, me)), ShowRole(one.id)) for one in found.grants),
            *page_row(found.page, more=found.more, to=ShowOfficePeople),
            *column([*invite, *links, HOME]),
        ),
    )


def _line(one: Grant, me: int, *, ended: bool) -> Words:
    facts = {"name": called(one, me), "role": role_name(one.role), "where": where(one.scope)}
    if one.until is None:
        return t("• <b>{name}</b>: {role} · {where}", **facts)
    if ended:
        return t("• <s>{name}</s>: {role} · ended on {until:date}", name=facts["name"], role=facts["role"], until=one.until)
    return t("• <b>{name}</b>: {role} · {where} · until {until:date}", until=one.until, **facts)


def _link_line(one: RoleInvitation) -> Words:
    return t("• {name}: {role}, the link works until {expires:datetime}", name=one.name, role=role_name(one.role), expires=one.expires_at)


def one(found: RolePage) -> Screen:
    grant, ended = found.grant, not found.grant.holds(found.now)
    return Screen(
        words=lines(
            t("<b>{role}: {name}</b>", role=role_name(grant.role), name=_name(grant)),
            t("May: {what}", what=what_it_may(grant.role)),
            t("Where: {where}", where=where(grant.scope)),
            t("Since {since:datetime}", since=grant.granted_at),
            _until(grant, ended=ended),
            lines(verbatim(""), last_owner()) if found.last and found.may_grant else None,
        ),
        rows=column([*_changes(found, ended=ended), record_of(Case.ROLE, grant.id), whose_record(grant.id), ALL, HOME]),
    )


def _changes(found: RolePage, *, ended: bool) -> list[Button]:
    """The last owner is offered nothing that would then be refused."""
    if not found.may_grant:
        return []
    if ended:
        return [INVITE, button(t("🧹 Off the list"), AskToRevoke(found.grant.id))]
    if found.last:
        return [INVITE]
    return [button(t("🚫 Give up my role") if found.own else t("🚫 Take the role away"), AskToRevoke(found.grant.id))]


def _until(grant: Grant, *, ended: bool) -> Words:
    if grant.until is None:
        return t("Until somebody takes it away")
    if ended:
        return t("<b>Ended on {until:datetime}.</b> To come back they need a new link.", until=grant.until)
    return t("Until {until:datetime}", until=grant.until)


def sure_to_revoke(found: RolePage) -> Screen:
    grant = found.grant
    if found.own:
        asked, yes = t("<b>Give up your own role?</b>"), t("🚫 Yes, give it up")
        means = t("{role}: it ends at once. To come back you need a new link.", role=role_name(grant.role))
    else:
        asked = t("<b>Take the role away from {name}?</b>", name=_name(grant)) if grant.name else t("<b>Take this role away?</b>")
        yes = t("🚫 Yes, take it away")
        means = t("{role}: it ends at once, and they are told. To come back they need a new link.", role=role_name(grant.role))
    return Screen(
        words=lines(asked, means, _by_settings() if grant.granted_by is None else None),
        rows=column([button(yes, RevokeNow(grant.id)), button(t("◀ No, keep it"), ShowRole(grant.id))]),
    )


def _by_settings() -> Words:
    return t(
        "This owner is named in the settings: at its next start the bot makes them an owner again. Ask the operator to take them out there."
    )


def revoked(grant: Grant) -> Words:
    return t("{name} has no longer this role: {role}.", name=called(grant), role=role_name(grant.role))


def last_owner() -> Words:
    return t("This is the last owner whose role does not end. Let another owner in “until taken away” first: somebody has to be able to.")


def gone_already() -> Words:
    return t("That role had ended already.")


def link_withdrawn() -> Words:
    return t("The link does not work any more.")


def link_gone() -> Words:
    return t("That link was used or had ended already.")


def not_yours() -> Screen:
    return Screen(words=t("Only owners of the office can do this. You find everything of yours at home."), rows=((HOME,),))
