"""Choosing the track and the call by whose rules to look."""

from datetime import datetime
from enum import StrEnum

from bot.screens.next_steps import ASK_A_PERSON, CALLS
from bot.screens.screen import Screen, column
from bot.screens.ways import HOME
from bot.screens.wording import worded
from bot.words import Words, lines, t, tn
from programme.call import Call
from programme.tracks import Track
from programme.windows import Phase, state


class Applicants(StrEnum):
    """The values lie in drafts; the first two are the tracks' own."""

    SHOPS = "collaboration"
    COOPERATIVES = "innovation"
    UNSURE = "?"


def who_applies() -> Words:
    return t("Who would do the project together?")


def why_track() -> Words:
    return t("The programme has two tracks with rules of their own.")


def tracks() -> Words:
    return lines(
        t("• <b>Collaboration</b>: small shops share equipment, a shop, a system or a brand."),
        t("• <b>Innovation</b>: cooperatives work together, or a federation of cooperatives works for its members."),
    )


def applicants(one: Applicants) -> Words:
    match one:
        case Applicants.SHOPS:
            return t("🏪 Small shops")
        case Applicants.COOPERATIVES:
            return t("🤝 Cooperatives")
        case Applicants.UNSURE:
            return t("Not sure")


def are_you_cooperatives() -> Words:
    return t("Is each member a cooperative that is already founded?")


def by_members(track: Track) -> Words:
    match track:
        case Track.COLLABORATION:
            return t("No, we are shops")
        case Track.INNOVATION:
            return t("Yes, all cooperatives")


def which_call(*, any_open: bool) -> Words:
    if any_open:
        return t("By the rules of which call?")
    return t("No call is open right now. By the rules of which earlier call shall I look?")


def why_call() -> Words:
    return t("Every call sets its own rules and amounts. The newest comes first.")


def call_line(call: Call, now: datetime) -> Words:
    return t("{title} ({state})", title=worded(call.title), state=standing(call, now))


def standing(call: Call, now: datetime) -> Words:
    """Where the call stands now, in two or three words."""
    found = state(call, now)
    match found.phase:
        case Phase.OPEN:
            return t("open, {left:days}", left=found.days or 0)
        case Phase.NOT_YET_OPEN:
            return tn("opens in {count} day", "opens in {count} days", found.days or 0)
        case Phase.CLOSED:
            return t("closed")
        case Phase.NOT_DATED:
            return t("dates to come")


def call_gone() -> Words:
    return t("That call has been replaced by a newer version. Please choose again.")


def no_calls() -> Screen:
    return Screen(
        words=t("I know no call of this track yet, so there are no rules to go by. A coordinator can tell you what is planned."),
        rows=column([ASK_A_PERSON, CALLS, HOME]),
    )
