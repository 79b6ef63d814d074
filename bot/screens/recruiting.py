"""The recruiting card as strangers see it, as its consortium handles it, and as somebody joins by it."""

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass

from bot.screens.consortia import MY_CONSORTIA, to_card
from bot.screens.screen import Button, Link, Screen, button, column
from bot.screens.ways import HOME
from bot.screens.wording import worded
from bot.taps import Tap, tap
from bot.turn import Offer, Offers
from bot.words import Words, lines, t, tn
from programme.districts import District
from programme.trades import Trade
from services.recruiting import RecruitingCard, Standing
from services.recruiting_switch import Recruiting

MOST_DOTS = 20


@tap("gr")
@dataclass(frozen=True)
class ShowRecruiting(Tap):
    """The recruiting card of one's consortium, and what can be done with it."""

    consortium: int


@tap("gs")
@dataclass(frozen=True)
class Recruit(Tap):
    """Let shops join by the card, or no longer."""

    consortium: int
    on: bool


@tap("gc")
@dataclass(frozen=True)
class CardNow(Tap):
    """On the card itself: how does it stand?"""

    code: str


@tap("gu")
@dataclass(frozen=True)
class UnlinkOurGroup(Tap):
    consortium: int


def join_link(code: str) -> Link:
    return Link(f"con_{code}")


def recruiting_button(consortium: int) -> Button:
    return button(t("📣 Recruiting card"), ShowRecruiting(consortium))


def card(facts: RecruitingCard) -> Screen:
    """For everybody: numbers, trades and gu, but neither names of people nor of shops."""
    return Screen(words=_told(facts), rows=column(_card_ways(facts)))


def offers(cards: Iterable[RecruitingCard]) -> Offers:
    found = tuple(Offer(code=one.code, title=one.name, below=progress(one), screen=card(one)) for one in cards)
    return Offers(offers=found, otherwise=t("My consortia and their cards"), link=Link("cards"))


def _told(facts: RecruitingCard) -> Words:
    idea = t("{idea}\n", idea=facts.idea) if facts.idea else None
    if facts.standing is Standing.DISSOLVED:
        return lines(t("<b>{name}</b>", name=facts.name), t("This consortium no longer exists."))
    return lines(t("<b>{name}</b>: shops that apply together", name=facts.name), idea, _standing(facts), *members(facts))


def _standing(facts: RecruitingCard) -> Words:
    match facts.standing:
        case Standing.CLOSED:
            return t("It takes no more shops now.")
        case Standing.FULL:
            return t("All {most} seats are taken. You can wait for one.", most=facts.most)
        case _:
            return t("Looking for more shops!")


def members(facts: RecruitingCard) -> tuple[Words | None, ...]:
    """How many there are, and of what kind."""
    checking = facts.joined - facts.confirmed
    return (
        t("{dots} {progress}", dots=_dots(facts), progress=progress(facts)),
        tn("{count} more has joined and is being checked.", "{count} more have joined and are being checked.", checking)
        if checking
        else None,
        t("Trades: {list}", list=_listed(facts.trades, Trade)) if facts.trades else None,
        t("Where: {list}", list=_listed(facts.gus, District)) if facts.gus else None,
    )


def progress(facts: RecruitingCard) -> Words:
    if facts.confirmed >= facts.needed:
        return tn("{count} shop confirmed", "{count} shops confirmed", facts.confirmed)
    return t("{n}/{needed} confirmed", n=facts.confirmed, needed=facts.needed)


def _dots(facts: RecruitingCard) -> str:
    full = min(facts.confirmed, MOST_DOTS)
    return "●" * full + "○" * (min(facts.needed, MOST_DOTS) - full)


def _listed(codes: tuple[str, ...], kind: type[Trade] | type[District]) -> tuple[Words, ...]:
    """The most frequent first. A code that is no more is left out: old cards may still hold it."""
    known = {one.value: one for one in kind}
    found = ((worded(known[code].wording), count) for code, count in Counter(codes).most_common() if code in known)
    return tuple(t("{what} ×{n}", what=what, n=count) if count > 1 else what for what, count in found)


def _card_ways(facts: RecruitingCard) -> list[Button]:
    now = button(t("📊 How it stands"), CardNow(facts.code))
    match facts.standing:
        case Standing.DISSOLVED:
            return []
        case Standing.CLOSED:
            return [now]
        case Standing.FULL:
            return [Button(label=t("⏳ Wait for a seat"), opens=join_link(facts.code)), now]
        case Standing.OPEN:
            return [Button(label=t("🙋 Join"), opens=join_link(facts.code)), now]


def how_it_stands(facts: RecruitingCard, *, is_member: bool) -> Words:
    """A box only the one who tapped sees."""
    if is_member:
        return t("You are in. {progress}.", progress=progress(facts))
    if facts.standing is Standing.OPEN:
        return t("{progress}. Would you like to take part? “Join” leads into our private chat.", progress=progress(facts))
    return lines(t("{progress}.", progress=progress(facts)), _standing(facts))


def no_card() -> Words:
    return t("This card is no longer in use.")


def mine(found: Recruiting, said: Words | None = None) -> Screen:
    """What its members see and do."""
    return Screen(
        words=lines(
            t("{said}\n", said=said) if said is not None else None,
            t("<b>Recruiting card</b>"),
            t("<blockquote>{card}</blockquote>", card=_told(found.card)),
            _what_it_does(found),
            t("\n👥 It is also shown in your group chat (since {since:date}).", since=found.group_since) if found.group_since else None,
        ),
        rows=column([*_sharing(found), *(_deciding(found) if found.is_lead else ()), to_card(found.consortium, found.card.name), HOME]),
    )


def _what_it_does(found: Recruiting) -> Words:
    if not found.is_on:
        return t("Recruiting is off: the card says so everywhere, and nobody can join by it.")
    joins = t("Put it into any chat. Who taps “Join” is in with one tap, and the number changes on every copy.")
    who = t("You hear of each new shop and can remove it again.") if found.is_lead else t("The lead hears of each new shop.")
    return lines(joins, who)


def _sharing(found: Recruiting) -> tuple[Button, ...]:
    if not found.is_on:
        return ()
    share = Button(label=t("📤 Share in a chat"), switches=found.card.code)
    group = Button(label=t("👥 Add me to our group"), adds=Link(found.card.code))
    return (share, group) if found.is_lead and found.group_since is None else (share,)


def _deciding(found: Recruiting) -> tuple[Button, ...]:
    unlink = (button(t("✂️ Unlink the group"), UnlinkOurGroup(found.consortium)),) if found.group_since is not None else ()
    if found.card.standing is Standing.DISSOLVED:
        return unlink
    label = t("⏸ Stop recruiting") if found.is_on else t("▶ Recruit again")
    return (button(label, Recruit(found.consortium, on=not found.is_on)), *unlink)


def set_to(*, on: bool) -> Words:
    return t("Shops can join by the card again.") if on else t("Nobody can join by the card any more. All copies say so.")


def not_the_lead() -> Words:
    return t("Only the lead decides about this.")


def for_members_only() -> Screen:
    return Screen(words=t("Only the members of a consortium see this. Perhaps you have left it."), rows=column([MY_CONSORTIA, HOME]))
