"""The last question of every change of hours: what it would do, and whether it shall be so."""

from dataclasses import dataclass
from enum import StrEnum
from typing import assert_never

from bot.dialogue.answers import Accepted, Refused
from bot.dialogue.ask import Ask
from bot.dialogue.choices import Choice, options_of
from bot.dialogue.question import Place, tapped_option
from bot.dialogue.story import AskAgain
from bot.happenings import Happening
from bot.screens import hours_preview as screens
from bot.screens.hours_taps import MINE
from bot.screens.my_hours import not_theirs
from bot.screens.screen import Screen
from bot.taps import numbered
from bot.words import Words
from programme.hours_changes import Change
from services.hours_changes import ChangeHours, HoursChanged, Outdated
from services.hours_preview import NotPossible, Preview, PreviewHours
from services.working_hours import HoursOf, KeptHours, NotTheirs

SURE = "sure"


class Way(StrEnum):
    KEEP = "keep"  # booked sessions stay
    OFFER = "offer"  # their members are offered another time
    NOTHING = "nothing"


@dataclass(frozen=True, kw_only=True)
class Previewed(Choice[Way]):
    """A tap on a preview that is no longer true is no answer: the true one is shown."""

    preview: Preview

    def read(self, happening: Happening, place: Place) -> Accepted[Way] | Refused:
        found = super().read(happening, place)
        old = isinstance(found, Refused) and tapped_option(happening, place) is not None
        return Refused(screens.has_changed()) if old else found

    def hint(self) -> Words:
        return screens.what_would_be(self.preview)


async def kept_hours(ask: Ask) -> KeptHours | Screen:
    """Of whom the story is about: its subject, or whoever tells it."""
    consultant = numbered(ask.draft.subject) if ask.draft.subject else ask.person.id
    if consultant is None:
        return not_theirs()
    found = await ask.look(HoursOf(by=ask.person.id, consultant=consultant))
    return not_theirs() if isinstance(found, NotTheirs) else found


async def agreed(ask: Ask, kept: KeptHours, change: Change) -> ChangeHours | Screen:
    """The deed, once it has been seen what it does."""
    consultant = kept.consultant.person
    preview = await ask.look(PreviewHours(by=ask.person.id, consultant=consultant, change=change))
    if isinstance(preview, NotTheirs):
        return not_theirs()
    if isinstance(preview, NotPossible):
        ask.again(ask.path[-1].question, screens.not_possible(preview.why))
    return await _decided(ask, preview, MINE if kept.mine else consultant)


async def _decided(ask: Ask, preview: Preview, consultant: int) -> ChangeHours | Screen:
    if preview.changes_nothing:
        ask.again(ask.path[-1].question, screens.already_so())
    way = await ask(_question(preview))
    if way is Way.NOTHING:
        return screens.nothing_changed(consultant)
    by, about = ask.person.id, preview.kept.consultant.person
    return ChangeHours(by=by, consultant=about, change=preview.change, offer=way is Way.OFFER, seen=preview.seen)


def _question(preview: Preview) -> Previewed:
    ways = (Way.OFFER, Way.KEEP, Way.NOTHING) if preview.touched else (Way.KEEP, Way.NOTHING)
    labels = {
        Way.OFFER: screens.offer_others(),
        Way.KEEP: screens.keep_sessions() if preview.touched else screens.keep_it(),
        Way.NOTHING: screens.rather_not(),
    }
    options = options_of(ways, labels.__getitem__, lambda way: f"{way}:{preview.seen}")
    return Previewed(key=SURE, words=screens.shall_it_be(), choices=options, gone=screens.has_changed(), preview=preview)


def ended(outcome: HoursChanged | Outdated | NotPossible | NotTheirs) -> Screen | AskAgain:
    """How every story that changes hours ends."""
    match outcome:
        case HoursChanged():
            return screens.changed(outcome)
        case Outdated():
            return AskAgain((SURE,), screens.has_changed())
        case NotPossible(why=why):
            return AskAgain((SURE,), screens.not_possible(why))
        case NotTheirs():
            return not_theirs()
        case _:
            assert_never(outcome)
