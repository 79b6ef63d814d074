"""Correcting an announcement where it stands, or withdrawing it: what was done, how far it is, and what can be done now."""

import json
from collections.abc import Mapping

from bot.dialogue.taps import BeginStory
from bot.screens import announcement_correction
from bot.screens.announcement_after_taps import (
    ApproveAmended,
    AskToWithdraw,
    ChooseWhatToCorrect,
    GoOnWithAmending,
    PauseAmending,
    SeeAmended,
    ShowAmendments,
    ShowWhatChanged,
    StopAmending,
    WithdrawIt,
)
from bot.screens.announcement_outcomes import back
from bot.screens.announcements import begins
from bot.screens.screen import Button, Ready, Screen, button, column
from bot.screens.ways import HOME
from bot.words import DEFAULT, Words, lines, own_name, t, tn, verbatim
from programme.announcement_amending import CAN_BE_DELETED, can_be_corrected, leaves_something, words_of
from programme.announcements import ERRORS
from programme.widths import narrowed
from services.announcement_amendments import AmendmentsSeen
from storage.announcement_amended import Amends
from storage.announcement_amendments import Amendment, AmendmentState, Kind

LONGEST_LINE = 40
WIDEST_LABEL = 22  # half letters of the Latin kind, beside the language
A = AmendmentState


def amendments(found: AmendmentsSeen, said: Words | None = None) -> Screen:
    number = found.one.id
    return Screen(
        words=lines(t("{said}\n", said=said) if said is not None else None, *_told(found)),
        rows=column([*_ways(found), *_history(found), back(number), HOME]),
    )


def _history(found: AmendmentsSeen) -> list[Button]:
    some = any(one.before is not None for one in found.found)
    return [button(t("🕘 What was changed"), ShowWhatChanged(found.one.id))] if some else []


def what_changed(found: AmendmentsSeen) -> Screen:
    """The newest first. Who did it stands in the audit."""
    number = found.one.id
    return Screen(
        words=lines(
            t("<b>Announcement {n}: what was changed</b>", n=number),
            *(
                lines(
                    t("\n{line}", line=_line(one)),
                    t("Before:\n<blockquote expandable>{old}</blockquote>", old=words_of(one.before)),
                    t("After:\n<blockquote expandable>{new}</blockquote>", new=words_of(one.after)),
                )
                for one in found.found
                if one.before is not None and one.after is not None
            ),
        ),
        rows=column([button(t("◀ Correct or withdraw"), ShowAmendments(number)), HOME]),
    )


def _told(found: AmendmentsSeen) -> list[Words | None]:
    return [
        t("<b>Announcement {n}: correct or withdraw</b>", n=found.one.id),
        t("“{begins}”", begins=begins(found.one, LONGEST_LINE)),
        tn("{count:number} person has got it.", "{count:number} people have got it.", found.reached),
        None if found.found else t("\nNothing of it has been changed since it went out."),
        *(_line(one) for one in found.found),
        *(_progress(found.found[0], found.counts) if found.found else ()),
        t("\nSo many have got it, or it was approved by a second person: so a second person has to say yes to this, too.")
        if found.can_amend and found.needs_second
        else None,
    ]


def _line(one: Amendment) -> Words:
    what = t("corrected, {language}", language=own_name(one.language or "ko")) if one.kind is Kind.CORRECTION else t("withdrawn")
    return t("• {at:datetime}: {what} ({state})", at=one.started_at or one.asked_at, what=what, state=_state_name(one.state))


def _state_name(state: AmendmentState) -> Words:
    return {
        A.ASKED: t("waits for a second person"),
        A.RUNNING: t("under way"),
        A.PAUSED: t("paused"),
        A.DONE: t("done"),
        A.CANCELLED: t("stopped"),
    }[state]


def _progress(one: Amendment, counts: Mapping[Amends, int]) -> list[Words | None]:
    if one.started_at is None:
        return []
    people, waiting = sum(counts.values()), counts[Amends.WAITING] + counts[Amends.LEASED]
    return [
        t("\n{done:number} of {all:number} are done.", done=people - waiting, all=people),
        changed(one.kind, counts[Amends.DONE]),
        t("🗑 Had deleted it themselves: {n:number}", n=counts[Amends.GONE]) if counts[Amends.GONE] else None,
        t("🚫 Have blocked the bot or are gone: {n:number}", n=counts[Amends.BLOCKED]) if counts[Amends.BLOCKED] else None,
        t("⚠️ Still stands there, at least in part: {n:number}", n=counts[Amends.FAILED]) if counts[Amends.FAILED] else None,
        t("⏹ Stopped before their turn: {n:number}", n=counts[Amends.LEFT]) if counts[Amends.LEFT] else None,
        t("\nToo many failed, so it has paused by itself.") if one.state is A.PAUSED and one.paused_why == ERRORS else None,
    ]


def changed(kind: Kind, n: int) -> Words:
    return t("✅ Withdrawn: {n:number}", n=n) if kind is Kind.WITHDRAWAL else t("✅ Changed: {n:number}", n=n)


def _ways(found: AmendmentsSeen) -> list[Button]:
    number = found.one.id
    if found.can_amend:
        correct = [button(t("✏️ Correct the text"), ChooseWhatToCorrect(number))] if _correctable(found) else []
        return [*correct, button(t("↩️ Withdraw it"), AskToWithdraw(number))]
    if not found.found or not found.may_send:
        return []
    one = found.found[0]
    stop = button(t("⏹ Stop it"), StopAmending(number, one.id))
    again = button(t("🔄 How far is it?"), ShowAmendments(number))
    match one.state:
        case A.ASKED:
            see = [button(t("👁 See what it is to be"), SeeAmended(number, one.id))] if one.after is not None else []
            yes = [] if one.asked_by == found.looks else [button(t("✅ Approve it"), ApproveAmended(number, one.id))]
            return [*see, *yes, stop]
        case A.RUNNING:
            return [again, button(t("⏸ Pause"), PauseAmending(number, one.id)), stop]
        case A.PAUSED:
            return [button(t("▶️ Go on"), GoOnWithAmending(number, one.id)), stop]
        case _:
            return []


def _correctable(found: AmendmentsSeen) -> list[tuple[str, int]]:
    """The texts that somebody has got."""
    read = {language: parts for language, parts in found.one.parts.items() if found.reached_in[language]}
    return [(language, place) for language, parts in read.items() for place, part in enumerate(parts) if can_be_corrected(part)]


def what_to_correct(found: AmendmentsSeen) -> Screen:
    number = found.one.id
    return Screen(
        words=lines(
            t("<b>Which text is to be corrected?</b>"),
            t("It changes where it stands, on every phone, with “corrected” and the time below it. Nobody gets a new message."),
        ),
        rows=column(
            [
                *(
                    button(
                        t("{language} {n}: {begins}", language=own_name(language), n=place + 1, begins=_begins(found, language, place)),
                        BeginStory(announcement_correction.STORY, f"{number}-{language}-{place}"),
                    )
                    for language, place in _correctable(found)
                ),
                button(t("◀ Correct or withdraw"), ShowAmendments(number)),
            ]
        ),
    )


def _begins(found: AmendmentsSeen, language: str, place: int) -> Words:
    line = narrowed(words_of(found.one.parts[language][place]), WIDEST_LABEL)
    return verbatim(line) if line else t("(without words)")


def as_it_will_be(number: int, one: Amendment) -> Screen:
    """Only the message itself, as Telegram takes it; the mark comes with the time when it is done."""
    after = one.after or {}
    return Screen(
        ready=(
            Ready(method=after["method"], parameters=json.dumps(after["params"], ensure_ascii=False), language=one.language or DEFAULT),
        ),
        words=t("👆 <b>So it is to read.</b> Below it will stand that it was corrected, and when."),
        rows=column([button(t("◀ Correct or withdraw"), ShowAmendments(number)), HOME]),
        stays=True,
    )


def sure_to_withdraw(found: AmendmentsSeen) -> Screen:
    number = found.one.id
    stays = any(leaves_something(parts) for parts in found.one.parts.values())
    return Screen(
        words=lines(
            tn(
                "<b>Withdraw it from {count:number} person?</b>",
                "<b>Withdraw it from {count:number} people?</b>",
                found.reached,
            ),
            t(
                "It is deleted on their phones. What is older than {hours} hours cannot be deleted any more: "
                "there it says that it is withdrawn.",
                hours=int(CAN_BE_DELETED.total_seconds() // 3600),
            ),
            t("Pictures, files, places and polls that are too old stay to be seen.") if stays else None,
            t("Whoever has read it knows it. It cannot be got back."),
        ),
        rows=column([button(t("↩️ Yes, withdraw it"), WithdrawIt(number, found.one.digest)), button(t("◀ No"), ShowAmendments(number))]),
    )
