"""What notices say: windows with how things stand for the reader, moved dates, results, and what the office wrote itself."""

from collections.abc import Iterator
from datetime import datetime

from bot.screens.letters import says
from bot.screens.notice_taps import ShowBoard
from bot.screens.notice_titles import title
from bot.screens.open_for_me import standing, ways
from bot.screens.result_taps import CheckByCall
from bot.screens.screen import Button, Screen, button, column
from bot.screens.subscriptions import stop_button
from bot.screens.taps import ShowCall
from bot.screens.ways import HOME
from bot.screens.wording import bilingual, worded
from bot.words import Words, joined, lines, t, tn
from programme.districts import District
from programme.subscriptions import Subject
from programme.tracks import Track
from programme.window_notices import Occasion
from services.call_standing import Begun, CallStanding, Forming
from services.notices import OfficeNotice
from services.window_letters import DatesMoved, ResultsOut, WindowNotice


@says(WindowNotice)
def window_notice(fact: WindowNotice) -> Screen:
    found = _standing(fact)
    return Screen(
        words=lines(_heading(fact), _round(fact.round), _dates(fact), *(standing(found) if found is not None else ())),
        rows=column([*(ways(found) if found is not None else ()), *_first_step(fact, found), _call(fact.call), *_below()]),
    )


def _heading(fact: WindowNotice) -> Words:
    """Worded by the days that are left when it is read, whatever it was written for."""
    call = bilingual(fact.title_ko, fact.title_en)
    if fact.days is None:
        return t("<b>{title}</b>", title=title(fact))
    if fact.occasion is Occasion.OPENS:
        return t("🟢 <b>Open for applications: {call}</b>", call=call)
    if fact.days == 0:
        return t("⏰ <b>Today is the last day: {call}</b>", call=call)
    return tn("⏰ <b>{count} day left: {call}</b>", "⏰ <b>{count} days left: {call}</b>", fact.days, call=call)


def _dates(fact: WindowNotice) -> Words:
    if fact.days is None:
        return t("Applications: {opens:datetime} – {closes:datetime}", opens=fact.opens, closes=fact.closes)
    return t("Applications until {closes:datetime} ({left:days}).\n", closes=fact.closes, left=fact.days)


def _round(number: int | None) -> Words | None:
    return t("Round {n}", n=number) if number is not None else None


def _standing(fact: WindowNotice) -> CallStanding | None:
    if not fact.known:
        return None
    rows = zip(fact.consortia, fact.names, fact.lacks, strict=True)
    return CallStanding(
        consortia=tuple(Forming(number=number, name=name, lacks=lacks) for number, name, lacks in rows),
        begun=tuple(Begun(draft=draft, story=story) for draft, story in zip(fact.drafts, fact.stories, strict=True)),
        check=fact.check,
        says=fact.says,
    )


def _first_step(fact: WindowNotice, found: CallStanding | None) -> tuple[Button, ...]:
    if found is None or found.consortia or found.begun or found.check:
        return ()
    return (button(t("✅ Check whether we can"), CheckByCall(fact.call)),)


def _call(key: str) -> Button:
    return button(t("📄 About the call"), ShowCall(key))


def _below() -> tuple[Button, ...]:
    return (button(t("📢 All notices"), ShowBoard()), stop_button(Subject.CALLS), HOME)


@says(DatesMoved)
def dates_moved(fact: DatesMoved) -> Screen:
    return Screen(
        words=lines(
            t("📅 <b>{title}</b>", title=title(fact)),
            _round(fact.round),
            t("Before: {window}", window=_window(fact.opened_before, fact.closed_before)),
            t("<b>Now: {window}</b>", window=_window(fact.opens, fact.closes)),
            t("\nReminders go by the new dates. The calendar file has them too."),
        ),
        rows=column([_call(fact.call), *_below()]),
    )


def _window(opens: datetime | None, closes: datetime | None) -> Words:
    if opens is None or closes is None:
        return t("not set yet")
    return t("{opens:datetime} – {closes:datetime}", opens=opens, closes=closes)


@says(ResultsOut)
def results_out(fact: ResultsOut) -> Screen:
    link = (Button(label=t("🔗 Open the announcement"), url=fact.link),) if fact.link else ()
    return Screen(
        words=lines(*_results(fact)),
        rows=(*column(link), *column([_call(fact.call), *_below()])),
    )


def _results(fact: ResultsOut) -> Iterator[Words]:
    yield t("🏁 <b>{title}</b>", title=title(fact))
    number = _round(fact.round)
    if number is not None:
        yield number
    yield t("Selected on {on:date}", on=fact.on)
    if fact.text_ko:
        yield t("\n{text}", text=bilingual(fact.text_ko, fact.text_en))
    yield t("\nThis is a courtesy notice. Official is the document that the city sends you.")


@says(OfficeNotice)
def office_notice(fact: OfficeNotice) -> Screen:
    return Screen(
        words=lines(
            t("📢 <b>{title}</b>", title=title(fact)),
            t("For {whom}", whom=whom(fact.gu, fact.track)) if fact.gu is not None or fact.track is not None else None,
            t("\n{text}", text=bilingual(fact.text_ko, fact.text_en)),
        ),
        rows=column([button(t("📢 All notices"), ShowBoard()), *_stop(fact.subject), HOME]),
    )


def whom(gu: District | None, track: Track | None) -> Words:
    """For whom a notice is that is not for all."""
    known = [*([worded(gu.wording)] if gu is not None else []), *([worded(track.wording)] if track is not None else [])]
    return joined(known, " · ")


def _stop(subject: Subject) -> tuple[Button, ...]:
    return () if subject is Subject.OFFICE else (stop_button(subject),)
