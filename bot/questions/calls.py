"""Under which call? The draft is pinned to the version it began under, so that a new notice never changes a half-given answer."""

from typing import Final

from bot.dialogue.ask import Ask
from bot.dialogue.choices import choice
from bot.questions.explained import explained
from bot.screens import call_choice as screens
from bot.screens.call_choice import Applicants
from programme.call import Call
from programme.tracks import Track
from programme.windows import open_now
from services.calls import AllCalls, CallVersion

TRACK: Final = "track"
CALL: Final = "call"


def reference(call: Call) -> str:
    """How a draft or a button names a version of a call."""
    return f"{call.key}@{call.version}"


async def of_reference(ask: Ask, ref: str | None) -> Call | None:
    key, _, version = (ref or "").partition("@")
    return await ask.look(CallVersion(key=key, version=version)) if version else None


async def which_call(ask: Ask, *, always_ask: bool = False) -> Call | None:
    """None when no call of the track is known. Not asked where the draft is pinned already, or only one call is open."""
    pinned = await of_reference(ask, ask.draft.call)
    if pinned is not None and TRACK not in ask.draft.answers:
        return pinned
    track = await which_track(ask)
    settled = CALL not in ask.draft.answers and not always_ask
    if settled and pinned is not None and pinned.track is track:
        return pinned
    calls = _of_track(await ask.look(AllCalls()), track, pinned)
    opened = open_now(calls, ask.now)
    if settled and len(opened) == 1:
        return _pin(ask, opened[0])
    return await _chosen(ask, calls, opened) if calls else None


async def which_track(ask: Ask) -> Track:
    applicants = await ask(
        explained(TRACK, screens.who_applies(), Applicants, label=screens.applicants, why=screens.why_track(), below=screens.tracks())
    )
    match applicants:
        case Applicants.SHOPS:
            return Track.COLLABORATION
        case Applicants.COOPERATIVES:
            return Track.INNOVATION
        case Applicants.UNSURE:
            return await ask(choice("cooperatives", screens.are_you_cooperatives(), Track, label=screens.by_members))


async def _chosen(ask: Ask, calls: tuple[Call, ...], opened: tuple[Call, ...]) -> Call:
    in_order = (*opened, *(call for call in calls if call not in opened))
    call = await ask(
        explained(
            CALL,
            screens.which_call(any_open=bool(opened)),
            in_order,
            label=lambda one: screens.call_line(one, ask.now),
            token=reference,
            why=screens.why_call(),
            about=(calls[0].track.value,),
            gone=screens.call_gone(),
        )
    )
    return _pin(ask, call)


def _of_track(calls: tuple[Call, ...], track: Track, pinned: Call | None) -> tuple[Call, ...]:
    """The newest first; the pinned version stands for its call."""
    return tuple(pinned if pinned is not None and call.key == pinned.key else call for call in calls if call.track is track)


def _pin(ask: Ask, call: Call) -> Call:
    """The same however often it is replayed; written with the answer that led here."""
    ask.pin(reference(call))
    return call
