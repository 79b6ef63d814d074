"""The members of a consortium: the list, one of them, what the lead can change, and how each change ends."""

from typing import assert_never

from bot.dialogue.taps import BeginStory
from bot.screens.consortia import MY_CONSORTIA, ShowConsortia
from bot.screens.consortium_card import member_line, not_a_member, not_the_lead, to_card_again
from bot.screens.consortium_taps import EndAccountant, MakeAccountant, ShowMember, ShowMembers, TakeBackLeadOffer
from bot.screens.page_row import page_row
from bot.screens.screen import Button, Screen, button, column
from bot.screens.shop_states import gu_name, kind_name, state, trade_name
from bot.screens.ways import HOME
from bot.words import Words, lines, t, tn
from services.consortium_card import Card, CardMember
from services.handovers import LeadIsOffered
from services.members import NotAMember, NotTheLead, SeatGone
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
        button(t("👑 Hand over the lead"), BeginStory("hand_over", number)),
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


# -- how a change ends


def done(words: Words, consortium: int, *more: Button) -> Screen:
    return Screen(words=words, rows=column([*more, to_card_again(consortium), HOME]))


def left(name: str) -> Screen:
    return Screen(
        words=t("You have left “{name}”. Your shop is free, and the lead has been told.", name=name),
        rows=column([MY_CONSORTIA, HOME]),
    )


def last_lead(consortium: int, others: int) -> Screen:
    """Leaving as the lead: what to do instead."""
    dissolve = button(t("🗑 Dissolve it"), BeginStory("dissolve_consortium", str(consortium)))
    if not others:
        return done(t("You are the only member. To give it up, dissolve the consortium: then your shop is free."), consortium, dissolve)
    return done(
        t("You lead this consortium, so the others need somebody in your place. Hand the lead over first, or dissolve it."),
        consortium,
        button(t("👑 Hand over the lead"), BeginStory("hand_over", str(consortium))),
        dissolve,
    )


def removed(consortium: int, shop: str) -> Screen:
    return done(t("{shop} is no longer a member. They have been told, with your reason.", shop=shop), consortium)


def refused(outcome: SeatGone | NotAMember | NotTheLead) -> Screen:
    """What the lead wished of another seat, and cannot have."""
    match outcome:
        case SeatGone(consortium=number):
            return member_gone(number)
        case NotAMember():
            return not_a_member()
        case NotTheLead(consortium=number):
            return not_the_lead(number)
        case _:
            assert_never(outcome)


def member_gone(consortium: int) -> Screen:
    to_list = button(t("👥 Members"), ShowMembers(consortium)) if consortium else button(t("🤝 My consortia"), ShowConsortia())
    return Screen(words=t("That member has left in the meantime, so nothing was done."), rows=column([to_list, HOME]))


def lead_offered(outcome: LeadIsOffered) -> Screen:
    return done(
        t(
            "I have asked {shop}. The lead changes when they take it; the offer stands until {expires:datetime}. Until then you lead.",
            shop=outcome.shop,
            expires=outcome.expires_at,
        ),
        outcome.consortium,
        take_back_offer(outcome.consortium),
    )


def offered_already(consortium: int) -> Screen:
    return done(
        t("The lead is offered to somebody already. Take that offer back first, or wait for the answer."),
        consortium,
        take_back_offer(consortium),
    )


def offer_taken_back() -> Words:
    return t("The offer is taken back. You still lead.")


def no_offer() -> Screen:
    return Screen(
        words=t("This offer is no longer open: it has been answered, taken back, or its time is over."),
        rows=column([MY_CONSORTIA, HOME]),
    )


def lead_taken(consortium: int, name: str) -> Screen:
    return done(t("<b>Your shop leads “{name}” now.</b> All members have been told.", name=name), consortium)


def lead_declined(consortium: int, name: str) -> Screen:
    return done(t("You did not take the lead of “{name}”. The lead has been told.", name=name), consortium)


def appointed(shop: str) -> Words:
    return t("{shop} keeps the books from now on and has been told.", shop=shop)


def relieved(shop: str) -> Words:
    return t("{shop} no longer keeps the books and has been told.", shop=shop)


def dissolved(name: str) -> Screen:
    return Screen(
        words=t("“{name}” is dissolved. Every member has been told, and all shops are free.", name=name),
        rows=column([MY_CONSORTIA, HOME]),
        stays=True,
    )
