"""The letter of a night in which something did not hold."""

from typing import assert_never

from bot.screens.letters import says
from bot.screens.record_ways import RECORD
from bot.screens.screen import Screen, column
from bot.screens.ways import HOME
from bot.words import Words, lines, t, tn
from programme.invariants import Invariant
from services.invariants import InvariantsBroken


@says(InvariantsBroken)
def invariants_broken(fact: InvariantsBroken) -> Screen:
    found = zip(fact.what, fact.counts, strict=True)
    return Screen(
        words=lines(
            t("⚠️ <b>Tonight's check found something that is not right.</b>"),
            *(_said(what, count) for what, count in found),
            t(
                "\nPlease tell whoever runs the bot. “{command}” names the entries, and the operator's guide says what to do.",
                command="golmok invariants",
            ),
        ),
        rows=column([RECORD, HOME]),
    )


def _said(what: Invariant, count: int) -> Words:  # noqa: PLR0911 - one line each
    match what:
        case Invariant.EVENT_SEATS:
            return tn("• At {count:number} event the seats are not right.", "• At {count:number} events the seats are not right.", count)
        case Invariant.ROUNDS:
            return tn(
                "• {count:number} consortium has a seat of another round.",
                "• {count:number} consortia have a seat of another round.",
                count,
            )
        case Invariant.LEADS:
            return tn("• {count:number} consortium has no lead, or two.", "• {count:number} consortia have no lead, or two.", count)
        case Invariant.MONEY:
            return tn(
                "• In {count:number} consortium the sums do not add up.", "• In {count:number} consortia the sums do not add up.", count
            )
        case Invariant.SESSION_TIMES:
            return tn("• The time of {count:number} session is not right.", "• The time of {count:number} sessions is not right.", count)
        case Invariant.ANSWERS:
            return tn(
                "• {count:number} message has waited for over an hour.", "• {count:number} messages have waited for over an hour.", count
            )
        case Invariant.LETTERS:
            return tn(
                "• {count:number} letter has not gone out for over an hour.",
                "• {count:number} letters have not gone out for over an hour.",
                count,
            )
        case Invariant.OWNERS:
            return t("• The office has no owner any more who can let others in.")
        case _:
            assert_never(what)
