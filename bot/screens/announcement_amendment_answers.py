"""What came of asking for a correction or a withdrawal, and of steering it."""

from typing import assert_never

from bot.screens.announcement_correction import too_long
from bot.screens.announcement_retrying import being_amended
from bot.screens.announcement_sending import goes_on, why_not
from bot.words import Words, t, tn
from services.announcement_amending import NobodySecond, NothingToAmend, SecondAsked, TooLong
from services.announcement_amendment_approval import OwnWish
from services.announcement_amendment_running import AmendmentBegun, NotSo
from services.announcement_amendment_steering import Stopped
from services.announcement_deeds import ChangedMeanwhile, NotNow
from services.announcement_retrying import BeingAmended
from services.announcement_steering import GoesOn, Paused
from storage.announcement_amendments import Kind

Asking = AmendmentBegun | SecondAsked | NobodySecond | NothingToAmend | BeingAmended | ChangedMeanwhile | NotNow | TooLong
Steering = AmendmentBegun | OwnWish | Stopped | Paused | GoesOn | NotSo


def what_came_of_asking(outcome: Asking) -> Words:
    match outcome:
        case AmendmentBegun():
            return _begun(outcome)
        case SecondAsked(others=others):
            return tn("🙋 {count} colleague was asked to say yes to it.", "🙋 {count} colleagues were asked to say yes to it.", others)
        case NobodySecond():
            return t(
                "So many have got it that a second person of the office has to say yes, and there is nobody else who could. "
                "An owner can let a second coordinator in (🗂 Office, 👥 People of the office)."
            )
        case NothingToAmend() | BeingAmended() | ChangedMeanwhile() | NotNow() | TooLong():
            return _why_not(outcome)
        case _:
            assert_never(outcome)


def _why_not(outcome: NothingToAmend | BeingAmended | ChangedMeanwhile | NotNow | TooLong) -> Words:
    match outcome:
        case NothingToAmend():
            return t("There is nothing to change: nobody has got it, it is withdrawn already, or it says just that.")
        case BeingAmended():
            return being_amended()
        case ChangedMeanwhile() | NotNow():
            return why_not(outcome)
        case TooLong(most=most):
            return too_long(most)
        case _:
            assert_never(outcome)


def what_came_of_steering(outcome: Steering) -> Words:
    match outcome:
        case AmendmentBegun():
            return _begun(outcome)
        case OwnWish():
            return t("You asked for it yourself, so somebody else has to say yes.")
        case Stopped(left=left):
            return tn(
                "⏹ Stopped. For {count:number} person nothing was changed.",
                "⏹ Stopped. For {count:number} people nothing was changed.",
                left,
            )
        case Paused():
            return t("⏸ Paused. What is changed stays changed; the rest waits until you go on.")
        case GoesOn():
            return goes_on()
        case NotSo():
            return t("It stands otherwise by now: a colleague was faster, or it is done. Below is how it is.")
        case _:
            assert_never(outcome)


def _begun(outcome: AmendmentBegun) -> Words:
    if outcome.kind is Kind.WITHDRAWAL:
        return tn(
            "↩️ It is being withdrawn from {count:number} person. You hear when it is done.",
            "↩️ It is being withdrawn from {count:number} people. You hear when it is done.",
            outcome.people,
        )
    return tn(
        "✏️ It is being changed for {count:number} person. You hear when it is done.",
        "✏️ It is being changed for {count:number} people. You hear when it is done.",
        outcome.people,
    )
