"""The members of a consortium: the list, one of them, and what the lead can change."""

from bot.dialogue.taps import BeginStory
from bot.screens.consortium_card import member_line, to_card_again
from bot.screens.consortium_taps import EndAccountant, HandLeadTo, MakeAccountant, ShowMember, ShowMembers, TakeBackLeadOffer
from bot.screens.page_row import page_row
from bot.screens.screen import Button, Screen, button, column
from bot.screens.shop_states import gu_name, kind_name, state, trade_name
from bot.screens.ways import HOME
from bot.words import Words, lines, t, tn
from services.consortium_card import Card, CardMember
from services.pages import within
from storage.seats import Role

PAGE = 6


def members(one: Card, page: int = 0) -> Screen:
    page = within(page, len(one.members), PAGE)
    listed = one.members[page * PAGE : (page + 1) * PAGE]
    ways = [button(t("{shop}", shop=member.shop.name), ShowMember(member.seat.id)) for member in listed]
    more = len(one.members) > (page + 1) * PAGE
    return Screen(
        words=lines(
            t("<b>{name}: members</b>", name=one.consortium.name),
            *(member_line(one, member) for member in listed),
            _handover(one),
            tn("{count} shop is waiting for a seat.", "{count} shops are waiting for a seat.", one.waiting) if one.waiting else None,
        ),
        rows=(*column(ways), *page_row(page, more=more, to=lambda to: ShowMembers(one.consortium.id, to)), *_after(one)),
    )


def _handover(one: Card) -> Words | None:
    if one.handover is None:
        return None
    other = one.member(one.handover.to_seat)
    return t(
        "\nThe lead is offered to {shop}, until {expires:datetime}.",
        shop=other.shop.name if other is not None else t("a member"),
        expires=one.handover.expires_at,
    )


def _after(one: Card) -> tuple[tuple[Button, ...], ...]:
    back = () if one.mine is None or not one.i_lead or one.handover is None else (take_back_offer(one.consortium.id),)
    return column([*back, to_card_again(one.consortium.id), HOME])


def take_back_offer(consortium: int) -> Button:
    return button(t("↩️ Take the offer back"), TakeBackLeadOffer(consortium))


def member(one: Card, found: CardMember, said: Words | None = None) -> Screen:
    shop = found.shop
    return Screen(
        words=lines(
            t("{said}\n", said=said) if said is not None else None,
            t("<b>{shop}</b> · {kind}", shop=shop.name, kind=kind_name(shop.kind)),
            t("{trade}, {gu}", trade=trade_name(shop), gu=gu_name(shop)),
            _role(found.seat.role),
            state(shop),
            _certificate(found),
            t("Member since {day:date}", day=found.seat.taken_at),
        ),
        rows=column([*_ways(one, found), button(t("👥 All members"), ShowMembers(one.consortium.id)), HOME]),
    )


def _role(role: Role) -> Words:
    return {
        Role.LEAD: t("Lead business: invites, changes what belongs to all, and applies"),
        Role.ACCOUNTANT: t("Keeps the books of the project"),
        Role.MEMBER: t("Participating business"),
    }[role]


def _certificate(found: CardMember) -> Words | None:
    until = found.certificate_until
    return t("Micro enterprise certificate until {day:date}", day=until) if until is not None else None


def _ways(one: Card, found: CardMember) -> list[Button]:
    seat, number = found.seat, str(one.consortium.id)
    if one.mine is not None and seat.id == one.mine.id:
        return [] if one.i_lead else [button(t("🚪 Leave"), BeginStory("leave_consortium", number))]
    if not one.i_lead:
        return []
    books = (
        button(t("📒 No longer the books"), EndAccountant(seat.id))
        if seat.role is Role.ACCOUNTANT
        else button(t("📒 Keeps the books"), MakeAccountant(seat.id))
    )
    return [
        books,
        button(t("👑 Hand over the lead"), HandLeadTo(one.consortium.id, seat.id)),
        button(t("✂️ Remove"), BeginStory("remove_member", str(seat.id))),
    ]


def changes(one: Card) -> Screen:
    """What the lead can change. Each says what follows before it is done."""
    number = str(one.consortium.id)
    return Screen(
        words=lines(
            t("<b>{name}: change something</b>", name=one.consortium.name),
            t("What changes the members, the money or the call makes a drawn-up agreement void: all confirm it again."),
        ),
        rows=column(
            [
                button(t("✏️ Name"), BeginStory("rename_consortium", number)),
                button(t("💡 Idea"), BeginStory("consortium_idea", number)),
                button(t("📅 Call"), BeginStory("choose_call", number)),
                button(t("💰 Project cost"), BeginStory("project_cost", number)),
                button(t("📒 Accountant"), BeginStory("name_accountant", number)),
                take_back_offer(one.consortium.id)
                if one.handover is not None
                else button(t("👑 Hand over the lead"), BeginStory("hand_over", number)),
                button(t("🗑 Dissolve it"), BeginStory("dissolve_consortium", number)),
                to_card_again(one.consortium.id),
                HOME,
            ]
        ),
    )
