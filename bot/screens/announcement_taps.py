"""The taps of announcements. `seen`: the digest of what the person saw; a button on something that has changed since says so."""

from dataclasses import dataclass

from bot.taps import Tap, tap
from programme.announcements import Category
from programme.audiences import Trait
from services.announcement_shelves import Shelf


@tap("aoh")
@dataclass(frozen=True)
class ShowAnnouncements(Tap):
    pass


@tap("aol")
@dataclass(frozen=True)
class ShowShelf(Tap):
    shelf: Shelf
    page: int = 0


@tap("ao")
@dataclass(frozen=True)
class ShowAnnouncement(Tap):
    announcement: int


@tap("aow")
@dataclass(frozen=True)
class ShowWords(Tap):
    announcement: int


@tap("aowx")
@dataclass(frozen=True)
class DropLanguage(Tap):
    announcement: int
    language: str


@tap("aoc")
@dataclass(frozen=True)
class ShowCategories(Tap):
    announcement: int


@tap("aocc")
@dataclass(frozen=True)
class SetCategory(Tap):
    announcement: int
    category: Category


@tap("aobl")
@dataclass(frozen=True)
class ShowButtons(Tap):
    announcement: int


@tap("aobx")
@dataclass(frozen=True)
class DropThisButton(Tap):
    announcement: int
    place: int
    seen: str


@tap("aoa")
@dataclass(frozen=True)
class ShowAudience(Tap):
    """`ruled_out`: those who are not to get it."""

    announcement: int
    ruled_out: bool = False


@tap("aoat")
@dataclass(frozen=True)
class ShowTrait(Tap):
    announcement: int
    trait: Trait
    ruled_out: bool
    page: int = 0


@tap("aoav")
@dataclass(frozen=True)
class TurnThisValue(Tap):
    """`value`: with a dot where the audience has a colon."""

    announcement: int
    trait: Trait
    value: str
    ruled_out: bool
    page: int


@tap("aov")
@dataclass(frozen=True)
class SeeAsReaders(Tap):
    announcement: int
    language: str


@tap("aor")
@dataclass(frozen=True)
class TakeItBack(Tap):
    announcement: int


@tap("aox")
@dataclass(frozen=True)
class AskToThrowAway(Tap):
    announcement: int


@tap("aoxy")
@dataclass(frozen=True)
class ThrowItAway(Tap):
    announcement: int


@tap("aok")
@dataclass(frozen=True)
class CloneIt(Tap):
    announcement: int
