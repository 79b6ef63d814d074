"""The card of a consortium: its members see all of it, with what is still needed; everybody else a friendly refusal."""

from datetime import datetime

from bot.dialogue.taps import BeginStory
from bot.screens import consortium_blockers as blockers
from bot.screens.agreements import ShowAgreement
from bot.screens.call_choice import standing
from bot.screens.consortia import MY_CONSORTIA, ShowConsortium, role_name
from bot.screens.consortium_taps import ShowChanges, ShowMembers, ShowOwnShare
from bot.screens.inquiries import excerpt
from bot.screens.invitations import all_invitations
from bot.screens.recruiting import recruiting_button
from bot.screens.screen import Button, Screen, beside, button, column
from bot.screens.shop_states import gu_name, state, trade_name
from bot.screens.ways import HOME
from bot.screens.wording import worded
from bot.words import Words, joined, lines, t, tn, verbatim
from programme.consortium import Agreement
from services.consortium_card import Card, CardMember, WasDissolved
from services.members import NotAMember
from storage.seats import Role

IDEA = 200  # characters shown of it
MOST_LISTED = 6
Found = Card | WasDissolved | NotAMember


def shown(found: Found, said: Words | None = None) -> Screen:
    """`said`: what has just been done."""
    match found:
        case Card():
            return card(found, said)
        case WasDissolved(name=name):
            return was_dissolved(name)
        case NotAMember():
            return not_a_member()


def card(one: Card, said: Words | None = None) -> Screen:
    return Screen(
        words=lines(
            t("{said}\n", said=said) if said is not None else None,
            t("<b>🤝 {name}</b>", name=one.consortium.name),
            _call(one),
            t("<i>{idea}</i>\n", idea=excerpt(one.consortium.idea, IDEA)),
            _counted(one),
            *(member_line(one, member) for member in one.members[:MOST_LISTED]),
            _more(len(one.members) - MOST_LISTED),
            _at_briefings(one),
            verbatim(""),
            own_share_in_short(one),
            _agreement(one),
            verbatim(""),
            *_needed(one),
            _only_looking(one),
        ),
        rows=_ways(one),
    )


def _call(one: Card) -> Words:
    if one.call is None:
        return t("No call chosen yet")
    return t("{call} ({state})", call=worded(one.call.title), state=standing(one.call, one.seen_at))


def _counted(one: Card) -> Words:
    return t(
        "<b>{confirmed} of {needed} confirmed</b> · {members}",
        confirmed=one.confirmed,
        needed=one.size.fewest,
        members=tn("{count} member", "{count} members", len(one.members)),
    )


def member_line(one: Card, member: CardMember) -> Words:
    """Its marks are words, too: nothing hangs on a colour."""
    return t(
        "• {who}: {trade}, {gu} · {state}",
        who=_who(one, member),
        trade=trade_name(member.shop),
        gu=gu_name(member.shop),
        state=state(member.shop),
    )


def _who(one: Card, member: CardMember) -> Words:
    is_mine = one.mine is not None and member.seat.id == one.mine.id
    shop, role = member.shop.name, role_name(member.seat.role)
    if member.seat.role is Role.MEMBER:
        return t("<b>{shop}</b> (you)", shop=shop) if is_mine else t("<b>{shop}</b>", shop=shop)
    return t("<b>{shop}</b> ({role}, you)", shop=shop, role=role) if is_mine else t("<b>{shop}</b> ({role})", shop=shop, role=role)


def _more(count: int) -> Words | None:
    return tn("… and {count} more", "… and {count} more", count) if count > 0 else None


def _at_briefings(one: Card) -> Words | None:
    """Who is noted at a briefing, where the call wants one to have been attended."""
    there = [
        t("{shop} ({on:date})", shop=member.shop.name, on=member.visit.starts_at) for member in one.members if member.visit is not None
    ]
    return t("At a briefing: {who}", who=joined(there, ", ")) if there else None


def own_share_in_short(one: Card) -> Words:
    share = one.money.share
    if one.money.cost is None:
        return t("Own share: the project cost is not set yet")
    if share.needed is None:
        return t("Own share: {promised:won} promised; the call sets how much is needed", promised=share.promised)
    return t("Own share: {promised:won} of {needed:won} promised", promised=share.promised, needed=share.needed)


def _agreement(one: Card) -> Words:
    match one.agreement:
        case Agreement.NONE:
            return t("Agreement: not drawn up")
        case Agreement.DRAWN_UP:
            count = sum(member.confirmed_at is not None for member in one.members)
            return t("Agreement: confirmed by {n} of {all}", n=count, all=len(one.members))
        case Agreement.CONFIRMED:
            return t("Agreement: confirmed by everybody")


def _needed(one: Card) -> tuple[Words, ...]:
    told = tuple(blockers.told(one, blocker) for blocker in one.blockers)
    if one.is_ready:
        return (t("<b>✅ Ready to apply.</b> Nothing is missing that I can check; the office decides."), *told)
    return (t("<b>Still needed</b>"), *told)


def _only_looking(one: Card) -> Words | None:
    return t("\nYou see this as a coordinator: you can look, the members act.") if one.mine is None else None


def _ways(one: Card) -> tuple[tuple[Button, ...], ...]:
    number = one.consortium.id
    members = button(t("👥 Members"), ShowMembers(number))
    if one.mine is None:
        return column([members, HOME])
    helping = blockers.ways(one)
    usual = (members, button(t("💰 Own share"), ShowOwnShare(number)), button(t("📝 Agreement"), ShowAgreement(number)))
    others = [way for way in (*usual, recruiting_button(number)) if way.tap not in {given.tap for given in helping}]
    return (
        *column(helping),
        *_in_pairs(others),
        _leads(number) if one.i_lead else (_leave(number),),
        beside(MY_CONSORTIA, HOME),
    )


def _in_pairs(buttons: list[Button]) -> tuple[tuple[Button, ...], ...]:
    return tuple(tuple(buttons[at : at + 2]) for at in range(0, len(buttons), 2))


def _leads(number: int) -> tuple[Button, ...]:
    return beside(all_invitations(number), button(t("⚙️ Change something"), ShowChanges(number)))


def _leave(number: int) -> Button:
    return button(t("🚪 Leave"), BeginStory("leave_consortium", str(number)))


def was_dissolved(name: str) -> Screen:
    return Screen(
        words=t("The consortium “{name}” has been dissolved. Its shops are free to join another one.", name=name),
        rows=column([MY_CONSORTIA, HOME]),
    )


def not_a_member() -> Screen:
    return Screen(
        words=t("Only its members can see this consortium, and you are not one of them now."),
        rows=column([MY_CONSORTIA, HOME]),
    )


def not_the_lead(number: int) -> Screen:
    return Screen(
        words=t("Only the lead business can do this. It is the one marked so among the members."),
        rows=column([button(t("👥 Members"), ShowMembers(number)), to_card_again(number), HOME]),
    )


def to_card_again(number: int) -> Button:
    return button(t("◀ Back to the consortium"), ShowConsortium(number))


def reminded(count: int) -> Words:
    return tn("{count} member has been reminded of what is missing.", "{count} members have been reminded of what is missing.", count)


def nothing_missing() -> Words:
    return t("Nothing is missing that the other members could do.")


def reminded_already(again_at: datetime) -> Words:
    return t("They have been reminded within the last day. You can remind them again from {again:datetime}.", again=again_at)
