"""How announcements are spoken of: kinds, states, whom they are for."""

from collections.abc import Callable, Iterable, Mapping, Sequence
from functools import reduce
from typing import assert_never

from bot.screens.subscriptions import subject_name
from bot.screens.wording import worded
from bot.words import Words, joined, own_name, t, told, verbatim
from programme.announcements import STOPPED, UNWANTED, AnnouncementState, Category, Outcome
from programme.audiences import ATTENDED, FORMING, Audience, Part, Trait, event_value
from programme.districts import District
from programme.subscriptions import Subject
from programme.tracks import Track
from programme.trades import Trade
from storage.announcements import Announcement

Titles = Mapping[int, Mapping[str, str]]


def category_name(category: Category) -> Words:
    match category:
        case Category.PROGRAMME:
            return t("Calls and results")
        case Category.EVENTS:
            return t("Events")
        case Category.OPPORTUNITIES:
            return t("Sales and chances")
        case Category.SERVICE:
            return t("Service notice")
        case _:
            assert_never(category)


def what_it_holds(category: Category) -> Words:
    match category:
        case Category.PROGRAMME:
            return t("calls for applications, results, changes of rules")
        case Category.EVENTS:
            return t("briefings, courses, meetings")
        case Category.OPPORTUNITIES:
            return t("sales channels, joint purchasing, other support")
        case Category.SERVICE:
            return t("what somebody has to know: a moved office, an outage. It cannot be turned off, so use it sparingly")
        case _:
            assert_never(category)


def state_name(state: AnnouncementState) -> Words:
    return _STATE_NAME[state]


def standing(one: Announcement) -> Words:
    """Its state, and whether it was withdrawn afterwards."""
    name = state_name(one.state)
    return t("{state}, withdrawn", state=name) if one.withdrawn_at is not None else name


_STATE_NAME: Mapping[AnnouncementState, Words] = {
    AnnouncementState.DRAFT: t("draft"),
    AnnouncementState.ASKED: t("waits for approval"),
    AnnouncementState.SCHEDULED: t("scheduled"),
    AnnouncementState.HELD: t("held: please decide"),
    AnnouncementState.SENDING: t("being sent"),
    AnnouncementState.PAUSED: t("paused"),
    AnnouncementState.DONE: t("sent"),
    AnnouncementState.CANCELLED: t("cancelled"),
}


def trait_name(trait: Trait) -> Words:
    return _TRAIT_NAME[trait]


_TRAIT_NAME: Mapping[Trait, Words] = {
    Trait.TRACK: t("Track"),
    Trait.GU: t("Gu of the shop"),
    Trait.TRADE: t("Trade"),
    Trait.ROLE: t("Role in the programme"),
    Trait.CONSORTIUM: t("Stage of the consortium"),
    Trait.EVENT: t("Answer to an event"),
    Trait.SUBSCRIPTION: t("Subscription"),
    Trait.LANGUAGE: t("Language"),
}


def value_name(trait: Trait, value: str, titles: Titles) -> Words:
    """As it stands in a sentence."""
    return _event_answer(value, titles) if trait is Trait.EVENT else _VALUE_NAME[trait](value)


_VALUE_NAME: Mapping[Trait, Callable[[str], Words]] = {
    Trait.TRACK: lambda value: worded(Track(value).wording),
    Trait.GU: lambda value: worded(District(value).wording),
    Trait.TRADE: lambda value: worded(Trade(value).wording),
    Trait.ROLE: lambda value: part_name(Part(value)),
    Trait.CONSORTIUM: lambda value: t("still forming") if value == FORMING else t("agreed"),
    Trait.LANGUAGE: own_name,
    Trait.SUBSCRIPTION: lambda value: subject_name(Subject(value)),
}


def part_name(part: Part) -> Words:
    match part:
        case Part.OWNER:
            return t("shop owners")
        case Part.MEMBER:
            return t("members of a consortium")
        case Part.LEAD:
            return t("lead businesses")
        case Part.CONSULTANT:
            return t("consultants and mentors")
        case Part.LOOKING:
            return t("people looking for partners")
        case _:
            assert_never(part)


def _event_answer(value: str, titles: Titles) -> Words:
    title, answer = _title_and_answer(value, titles)
    return t("{event}: {answer}", event=title, answer=answer)


def value_label(trait: Trait, value: str, titles: Titles) -> Words:
    """As it stands on a button: a phone cuts off the end of a long one, so what tells it from the next one comes first."""
    if trait is not Trait.EVENT:
        return value_name(trait, value, titles)
    title, answer = _title_and_answer(value, titles)
    return t("{answer}: {event}", answer=answer, event=title)


def _title_and_answer(value: str, titles: Titles) -> tuple[Words, Words]:
    number, answer = event_value(value) or (0, "")
    return told(dict(titles[number])) if number in titles else t("event {n}", n=number), answer_name(answer)


def answer_name(answer: str) -> Words:
    names = {"coming": t("comes"), "maybe": t("perhaps"), "waiting": t("on the waiting list"), ATTENDED: t("was there")}
    return names.get(answer, verbatim(answer))


def to_whom(audience: Audience, titles: Titles) -> Words:
    """One sentence."""
    wanted = _clauses(audience.wanted, titles)
    whom = t("people {which}", which=_all_of(wanted)) if wanted else t("everybody")
    ruled_out = _clauses(audience.ruled_out, titles)
    return t("{whom}, but not those {which}", whom=whom, which=_any_of(ruled_out)) if ruled_out else whom


def _clauses(choice: Mapping[Trait, frozenset[str]], titles: Titles) -> Sequence[Words]:
    return [
        _CLAUSES[trait](_any_of(value_name(trait, value, titles) for value in sorted(choice[trait]))) for trait in Trait if trait in choice
    ]


_CLAUSES: Mapping[Trait, Callable[[Words], Words]] = {
    Trait.TRACK: lambda values: t("in a consortium of {values}", values=values),
    Trait.GU: lambda values: t("with a shop in {values}", values=values),
    Trait.TRADE: lambda values: t("with a shop of this trade: {values}", values=values),
    Trait.ROLE: lambda values: t("who are {values}", values=values),
    Trait.CONSORTIUM: lambda values: t("in a consortium that is {values}", values=values),
    Trait.EVENT: lambda values: t("with this answer to an event: {values}", values=values),
    Trait.SUBSCRIPTION: lambda values: t("subscribed to {values}", values=values),
    Trait.LANGUAGE: lambda values: t("reading {values}", values=values),
}


def _any_of(values: Iterable[Words]) -> Words:
    return reduce(lambda one, other: t("{one} or {other}", one=one, other=other), values)


def _all_of(clauses: Iterable[Words]) -> Words:
    return reduce(lambda one, other: t("{one} and {other}", one=one, other=other), clauses)


def languages(codes: Iterable[str]) -> Words:
    return joined([own_name(code) for code in codes], ", ")


# -- what became of one


def gu_name(gu: str) -> Words:
    return worded(District(gu).wording)


def reached_name(n: int, shop: str, gu: str) -> Words:
    """`n` stands for whoever has no shop here."""
    return t("{shop} · {gu}", shop=shop, gu=gu_name(gu)) if shop else t("No. {n}", n=n)


def outcome_name(outcome: Outcome) -> Words:
    return _OUTCOME_NAME[outcome]


_OUTCOME_NAME: Mapping[Outcome, Words] = {
    Outcome.WAITING: t("still to come"),
    Outcome.LEASED: t("on its way"),
    Outcome.DELIVERED: t("got it"),
    Outcome.BLOCKED: t("not reachable: has blocked the bot or is gone"),
    Outcome.REFUSED: t("refused by Telegram"),
    Outcome.UNKNOWN: t("unknown"),
    Outcome.WITHDRAWN: t("cancelled or turned off before their turn"),
}


def outcome_why(outcome: Outcome, reason: str) -> Words:
    """`reason`: Telegram's words where it refused; else what kind of failure it was."""
    if outcome is Outcome.REFUSED:
        return t("Telegram says: {reason}", reason=reason)
    if reason == UNWANTED:
        return t("has turned this kind off")
    if reason == STOPPED:
        return t("the bot stopped just then")
    return t("Telegram did not answer")
