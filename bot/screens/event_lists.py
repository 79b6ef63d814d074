"""Lists of events: what is on for me, what limits it, and the events I answered."""

from datetime import date

from bot.screens.courses import MY_COURSES
from bot.screens.event_page import EVENTS, MY_EVENTS
from bot.screens.event_taps import ChooseGu, ChooseKind, ChooseMonth, ShowEvent, ShowEvents, ShowMyEvents
from bot.screens.event_words import kind_name, party_words, seats_words, short_title, title_of
from bot.screens.page_row import page_row
from bot.screens.screen import Button, Screen, button, column
from bot.screens.ways import HOME
from bot.screens.wording import worded
from bot.words import Words, joined, lines, t, tn
from programme.districts import District
from programme.events import Answer, EventState, Standing
from services.event_lists import EventPage, Line, ToChoose
from storage.events import Event


def on_for_me(found: EventPage, wish: ShowEvents) -> Screen:
    rows = (
        *column(_openers(found, first=1)),
        *page_row(found.page, more=found.page + 1 < found.pages, to=lambda page: ShowEvents(wish.kind, wish.gu, wish.month, page)),
        *(_filters(wish) if found.total or _is_limited(wish) else ()),
        (_mine(found),),
        (HOME,),
    )
    return Screen(words=_words(found, wish), rows=rows)


def _words(found: EventPage, wish: ShowEvents) -> Words:
    if not found.lines:
        return lines(t("<b>What is on for me</b>"), _limited(wish), t("\n{hint}", hint=_nothing(wish)))
    heading = tn("<b>What is on for me</b>: {count} event", "<b>What is on for me</b>: {count} events", found.total)
    return lines(heading, _limited(wish), *(_line(n, one) for n, one in enumerate(found.lines, 1)))


def _is_limited(wish: ShowEvents) -> bool:
    return bool(wish.kind or wish.gu or wish.month)


def _nothing(wish: ShowEvents) -> Words:
    if _is_limited(wish):
        return t("No event fits that. Take a limit away with the buttons below.")
    return t("There is no event for you at the moment. As soon as one is announced, it stands here. Past ones are under “My events”.")


def _limited(wish: ShowEvents) -> Words | None:
    parts = [kind_name(wish.kind)] if wish.kind else []
    if wish.gu:
        parts.append(worded(District(wish.gu).wording))
    if wish.month:
        parts.append(month_words(wish.month))
    return t("Only: {limits}", limits=joined(parts, ", ")) if parts else None


def month_words(month: str) -> Words:
    return t("{month:month}", month=date.fromisoformat(f"{month}-01"))


def _line(n: int, one: Line) -> Words:
    event = one.event
    return lines(
        t("\n{n}. <b>{title}</b>", n=n, title=title_of(event)),
        t("{at:datetime} · {kind}", at=event.starts_at, kind=kind_name(event.kind)),
        t("→ {state}", state=state_words(one)),
    )


def state_words(one: Line) -> Words:
    """What this person has to do with it, else how many seats are left."""
    if one.event.state is EventState.CANCELLED:
        return t("🚫 cancelled")
    if one.mine is not None and (own := _own(one, one.mine.answer)) is not None:
        return own
    match one.standing:
        case Standing.NOT_YET if one.event.opens_at is not None:
            return t("answers from {at:datetime} on", at=one.event.opens_at)
        case Standing.CLOSED:
            return t("registration is closed")
        case _:
            return seats_words(one.left)


def _own(one: Line, answer: Answer) -> Words | None:
    assert one.mine is not None
    match answer:
        case Answer.COMING:
            return t("✅ you come ({party})", party=party_words(one.mine.guests))
        case Answer.MAYBE:
            return t("🤔 perhaps")
        case Answer.WAITING:
            return t("⏳ you wait, place {n}", n=one.before + 1)
        case Answer.OFFERED:
            return t("🎉 a seat is held for you until {until:datetime}", until=one.mine.held_until or one.event.starts_at)
        case Answer.NOT_COMING | Answer.LAPSED:
            return None


def _openers(found: EventPage, *, first: int) -> list[Button]:
    return [button(_label(n, one.event), ShowEvent(one.event.id)) for n, one in enumerate(found.lines, first)]


def _label(n: int, event: Event) -> Words:
    return t("{n}. {title}", n=n, title=short_title(event))


def _filters(wish: ShowEvents) -> tuple[tuple[Button, ...], ...]:
    """Each shows what it is set to."""
    kind = kind_name(wish.kind) if wish.kind else t("Kind")
    gu = worded(District(wish.gu).wording) if wish.gu else t("Gu")
    month = month_words(wish.month) if wish.month else t("Month")
    row = (
        button(t("🔽 {limit}", limit=kind), ChooseKind(wish.gu, wish.month)),
        button(t("🔽 {limit}", limit=gu), ChooseGu(wish.kind, wish.month)),
        button(t("🔽 {limit}", limit=month), ChooseMonth(wish.kind, wish.gu)),
    )
    everything = ((button(t("Show all"), ShowEvents()),),) if _is_limited(wish) else ()
    return (row, *everything)


def _mine(found: EventPage) -> Button:
    """Past ones and certificates are found there, so it stands without any to come, too."""
    return button(t("🎟 My events ({n})", n=found.mine), ShowMyEvents()) if found.mine else MY_EVENTS


# -- what to limit it to


def which_kind(found: ToChoose, wish: ChooseKind) -> Screen:
    ways = [button(kind_name(kind), ShowEvents(kind, wish.gu, wish.month)) for kind in found.kinds]
    return _choice(t("<b>Which kind of event?</b>"), ways, button(t("Every kind"), ShowEvents("", wish.gu, wish.month)))


def which_gu(found: ToChoose, wish: ChooseGu) -> Screen:
    ways = [button(worded(District(gu).wording), ShowEvents(wish.kind, gu, wish.month)) for gu in found.gus]
    words = lines(t("<b>In which gu?</b>"), t("Events for all of Seoul are shown with every gu."))
    return _choice(words, ways, button(t("All of Seoul"), ShowEvents(wish.kind, "", wish.month)))


def which_month(found: ToChoose, wish: ChooseMonth) -> Screen:
    ways = [button(month_words(month), ShowEvents(wish.kind, wish.gu, month)) for month in found.months]
    return _choice(t("<b>In which month?</b>"), ways, button(t("Every month"), ShowEvents(wish.kind, wish.gu, "")))


def _choice(words: Words, ways: list[Button], anything: Button) -> Screen:
    pairs = tuple(tuple(ways[place : place + 2]) for place in range(0, len(ways), 2))
    return Screen(words=words, rows=(*pairs, (anything,), (HOME,)))


# -- mine


def mine(found: EventPage, *, past: bool) -> Screen:
    rows = (
        *column(_openers(found, first=1)),
        *page_row(found.page, more=found.page + 1 < found.pages, to=lambda page: ShowMyEvents(past=past, page=page)),
        (button(t("🎟 To come"), ShowMyEvents()) if past else button(t("🏁 Where I was"), ShowMyEvents(past=True)),),
        (EVENTS, MY_COURSES),
        (HOME,),
    )
    return Screen(words=_past_words(found) if past else _my_words(found), rows=rows)


def _my_words(found: EventPage) -> Words:
    if not found.lines:
        return lines(t("<b>My events</b>"), t("\nYou have answered none that is still to come. Look what is on below."))
    return lines(t("<b>My events</b>"), *(_line(n, one) for n, one in enumerate(found.lines, 1)))


def _past_words(found: EventPage) -> Words:
    if not found.lines:
        return lines(t("<b>Where I was</b>"), t("\nNo event yet. Whoever is checked in at the door finds it here afterwards."))
    return lines(t("<b>Where I was</b>"), *(_past_line(n, one) for n, one in enumerate(found.lines, 1)))


def _past_line(n: int, one: Line) -> Words:
    event = one.event
    return lines(
        t("\n{n}. <b>{title}</b>", n=n, title=title_of(event)), t("{at:datetime} · {kind}", at=event.starts_at, kind=kind_name(event.kind))
    )


__all__ = ["MY_EVENTS", "mine", "on_for_me", "which_gu", "which_kind", "which_month"]
