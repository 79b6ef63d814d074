"""The screens of an estimate: kept, shared, and "what if"."""

from typing import TypeVar

from bot.screens.next_steps import ASK_A_PERSON, CALLS, ESTIMATE
from bot.screens.reckoning import Sum, in_short, picture, told
from bot.screens.result_taps import AskToDelete, ChangeEstimate, EstimateOther, KeepWhatIf, OnProject, WhatIf
from bot.screens.screen import Button, Link, Screen, beside, button, column
from bot.screens.taps import ShowMyResults
from bot.screens.ways import HOME
from bot.words import lines, t

W = TypeVar("W", bound=OnProject)
STEPS = (10_000_000, 1_000_000)  # KRW
MOST = 10**10 - 1  # KRW; ten digits fit on a button
MOST_MEMBERS = 999


def mine(found: Sum) -> Screen:
    """A kept estimate, with its picture."""
    return Screen(words=told(found), rows=(*_what_if(found), *_my_ways(found)), picture=picture(found))


def what_if(found: Sum) -> Screen:
    keep = button(t("💾 Keep this"), _wish(KeepWhatIf, found))
    return Screen(
        words=lines(t("<b>What if?</b>"), told(found)),
        rows=(*_what_if(found), *column([keep, ASK_A_PERSON, HOME])),
        picture=picture(found),
    )


def shared(found: Sum) -> Screen:
    own = Button(label=t("💰 Estimate for your own shops"), tap=ESTIMATE.tap)
    return Screen(
        words=lines(t("Somebody shared an estimate with you.\n"), told(found)),
        rows=column([own, CALLS, HOME]),
        picture=picture(found),
    )


# -- buttons


def _wish(kind: type[W], found: Sum, *, cost: int | None = None, members: int | None = None) -> W:
    project = found.project
    return kind(
        call=f"{found.call.key}@{found.call.version}",
        cost=min(max(project.total if cost is None else cost, 0), MOST),
        members=min(max(members or project.members or 1, 1), MOST_MEMBERS),
        vat=project.includes_vat,
    )


def _what_if(found: Sum) -> tuple[tuple[Button, ...], ...]:
    members = found.project.members or 1
    fewer = button(t("− 1 member"), _wish(WhatIf, found, members=max(members - 1, 1)))
    more = button(t("＋ 1 member"), _wish(WhatIf, found, members=members + 1))
    if picture(found) is None:
        return ()  # the call leaves rate or ceiling open: no amount would change
    return (*(tuple(_cost(found, sign * step) for sign in (-1, 1)) for step in STEPS), (fewer, more))


def _cost(found: Sum, change: int) -> Button:
    words = t("＋ {step:won_short}", step=change) if change > 0 else t("− {step:won_short}", step=-change)
    return button(words, _wish(WhatIf, found, cost=found.project.total + change))


def _my_ways(found: Sum) -> tuple[tuple[Button, ...], ...]:
    assert found.token is not None
    share = Button(
        label=t("📤 Share this estimate"),
        shares=Link(f"e_{found.token}"),
        shared_words=t("What we would get: {amount}", amount=in_short(found.call, found.project)),
    )
    return (
        (share,),
        beside(button(t("✏️ Change it"), ChangeEstimate(found.token)), button(t("🔁 Under another call"), EstimateOther(found.token))),
        (ASK_A_PERSON,),
        beside(button(t("📁 My results"), ShowMyResults()), button(t("🗑 Delete this result"), AskToDelete(found.token))),
        (HOME,),
    )
