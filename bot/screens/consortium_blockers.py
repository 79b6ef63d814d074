"""What still keeps a consortium from applying, in words, each with the button that helps."""

from collections.abc import Callable

from bot.dialogue.taps import BeginStory
from bot.screens.agreements import ShowAgreement
from bot.screens.consortium_taps import RemindOthers, ShowMembers, ShowOwnShare
from bot.screens.event_taps import ShowEvents
from bot.screens.invitations import invite_button
from bot.screens.next_steps import ASK_A_PERSON
from bot.screens.opening import track
from bot.screens.screen import Button, button
from bot.screens.shops import ShowShop
from bot.words import Words, joined, t, tn, verbatim
from programme.consortium import Blocker, Trouble
from programme.event_kinds import EventKind
from programme.tracks import Track
from services.consortium_card import Card
from services.gaps import others_have_gaps

MOST_NAMES = 4


def told(card: Card, one: Blocker) -> Words:
    """One line; a member's own shop is called theirs."""
    return t("• {what}", what=_what(card, one))


def _what(card: Card, one: Blocker) -> Words:  # noqa: C901, PLR0911, PLR0912 - one line of words for each trouble
    who = _names(card, one)
    match one.trouble:
        case Trouble.TOO_FEW_MEMBERS:
            return tn("{count} more member is needed.", "{count} more members are needed.", one.needed - one.have)
        case Trouble.TOO_MANY_MEMBERS:
            return t("{have} members: this call takes {most} at most.", have=one.have, most=one.needed)
        case Trouble.CLOSED:
            return t("Reported as closed: {who}. A closed business cannot take part.", who=who)
        case Trouble.SUSPENDED:
            return t("Reported as suspended: {who}. It has to be open again before you apply.", who=who)
        case Trouble.NOT_FOUND:
            return t("Not confirmed: {who}. Something about the number does not fit; the owner can correct it.", who=who)
        case Trouble.WAITING_FOR_THE_TAX_OFFICE:
            return t("Being checked: {who}. Nothing to do, I write to the owner.", who=who)
        case Trouble.KIND_DOES_NOT_FIT:
            return t("Does not fit the track “{track}”: {who}.", track=track(Track(card.consortium.track)), who=who)
        case Trouble.TOO_FEW_FOUNDERS:
            return t("Fewer than {n} founders, or not told: {who}. <i>Framework Act on Cooperatives, art. 15</i>", n=one.needed, who=who)
        case Trouble.TOO_FEW_COOPERATIVES:
            return t(
                "Fewer than {n} cooperatives in the federation, or not told: {who}. <i>Framework Act on Cooperatives, art. 71</i>",
                n=one.needed,
                who=who,
            )
        case Trouble.TRADES_DIFFER:
            return t("This call wants one and the same trade; yours differ.")
        case Trouble.CERTIFICATE_NOT_TOLD:
            return t("Last day of the micro enterprise certificate missing: {who}.", who=who)
        case Trouble.CERTIFICATE_ENDS_EARLY:
            return t("The certificate ends before the call closes: {who}.", who=_with_days(card, one))
        case Trouble.NOBODY_AT_BRIEFING:
            return t("This call wants one of you to have been at a briefing, and no visit is noted. Were you there? Ask a person.")
        case Trouble.NO_CALL:
            return t("No call is chosen yet.")
        case Trouble.CALL_NOT_OPEN:
            return t("The call does not take applications right now.")
        case Trouble.COST_MISSING:
            return t("The project cost is not set yet.")
        case Trouble.PROMISES_MISSING:
            return t("Promise of the own share missing: {who}.", who=who)
        case Trouble.PROMISES_TOO_LOW:
            return t("The promises are {short:won} below the own share.", short=one.needed - one.have)
        case Trouble.NO_AGREEMENT:
            return t("The collaboration agreement is not drawn up yet.")
        case Trouble.NOT_CONFIRMED:
            return t("The agreement is not confirmed yet by: {who}.", who=who)
        case Trouble.NO_ACCOUNTANT:
            return t("Advice: name a member who keeps the books.")
        case Trouble.APPROVAL_AT_HAND:
            return t("Advice: have the ministry's approval at hand: {who}. <i>Framework Act on Cooperatives, art. 85 and 114</i>", who=who)


def _names(card: Card, one: Blocker) -> Words:
    return _listed([_name(card, seat) for seat in one.seats])


def _with_days(card: Card, one: Blocker) -> Words:
    found = [card.member(seat) for seat in one.seats]
    return _listed(
        [
            t("{name} ({day:date})", name=_name(card, member.seat.id), day=member.certificate_until)
            for member in found
            if member is not None and member.certificate_until is not None
        ]
    )


def _listed(names: list[Words]) -> Words:
    shown = joined(names[:MOST_NAMES], ", ")
    more = len(names) - MOST_NAMES
    return tn("{names} and {count} more", "{names} and {count} more", more, names=shown) if more > 0 else shown


def _name(card: Card, seat: int) -> Words:
    member = card.member(seat)
    if member is None:
        return verbatim("–")
    if card.mine is not None and seat == card.mine.id:
        return t("{shop} (yours)", shop=member.shop.name)
    return verbatim(member.shop.name)


def ways(card: Card) -> list[Button]:
    """What this person can do about it, each way once."""
    if card.mine is None:
        return []
    found = [way for one in card.blockers for way in _ways(card, one)]
    if card.i_lead and others_have_gaps(card):
        found.append(button(t("🔔 Remind the others"), RemindOthers(card.consortium.id)))
    return list({way.tap: way for way in found}.values())


def _ways(card: Card, one: Blocker) -> list[Button]:
    mine = card.mine is not None and card.mine.id in one.seats
    own = _OWN.get(one.trouble) if mine else None
    found = [own(card)] if own is not None else []
    if card.i_lead and (way := _LEADS.get(one.trouble)) is not None:
        found.append(way(card))
    if one.trouble is Trouble.NOBODY_AT_BRIEFING:
        found += [briefings(), ASK_A_PERSON]
    if one.trouble is Trouble.PROMISES_TOO_LOW:
        found.append(_promise(card))
    return found


def _shop(card: Card) -> Button:
    assert card.mine is not None
    return button(t("🏪 See my shop"), ShowShop(card.mine.shop))


def _promise(card: Card) -> Button:
    return button(t("💰 Promise my part"), ShowOwnShare(card.consortium.id))


def briefings() -> Button:
    return button(t("📅 Briefings to come"), ShowEvents(EventKind.BRIEFING.value))


def _agreement(card: Card) -> Button:
    return button(t("📝 Agreement"), ShowAgreement(card.consortium.id))


def _members(card: Card) -> Button:
    return button(t("👥 Members"), ShowMembers(card.consortium.id))


def _certificate(card: Card) -> Button:
    member = card.member(card.mine.id) if card.mine is not None else None
    known = member.certificate if member is not None else None
    return button(t("⏰ Certificate's last day"), BeginStory("certificate", str(known.id) if known is not None else ""))


def _story(words: Words, code: str, card: Card) -> Button:
    return button(words, BeginStory(code, str(card.consortium.id)))


_OWN: dict[Trouble, Callable[[Card], Button]] = {
    Trouble.CLOSED: _shop,
    Trouble.SUSPENDED: _shop,
    Trouble.NOT_FOUND: _shop,
    Trouble.WAITING_FOR_THE_TAX_OFFICE: _shop,
    Trouble.TOO_FEW_FOUNDERS: _shop,
    Trouble.TOO_FEW_COOPERATIVES: _shop,
    Trouble.CERTIFICATE_NOT_TOLD: _certificate,
    Trouble.CERTIFICATE_ENDS_EARLY: _certificate,
    Trouble.PROMISES_MISSING: _promise,
    Trouble.NOT_CONFIRMED: _agreement,
}
_LEADS: dict[Trouble, Callable[[Card], Button]] = {
    Trouble.TOO_FEW_MEMBERS: lambda card: invite_button(card.consortium.id),
    Trouble.TOO_MANY_MEMBERS: _members,
    Trouble.CLOSED: _members,
    Trouble.KIND_DOES_NOT_FIT: _members,
    Trouble.TRADES_DIFFER: _members,
    Trouble.NO_CALL: lambda card: _story(t("📅 Choose the call"), "choose_call", card),
    Trouble.CALL_NOT_OPEN: lambda card: _story(t("📅 Choose the call"), "choose_call", card),
    Trouble.COST_MISSING: lambda card: _story(t("💰 Set the project cost"), "project_cost", card),
    Trouble.NO_AGREEMENT: _agreement,
    Trouble.NO_ACCOUNTANT: lambda card: _story(t("📒 Name an accountant"), "name_accountant", card),
}
