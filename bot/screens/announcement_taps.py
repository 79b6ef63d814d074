"""The taps of announcements. `seen`: the digest of what the person saw; a button on something that has changed since says so."""

from dataclasses import dataclass

from bot.taps import Tap, tap
from programme.announcements import Category
from programme.audiences import Trait
from services.announcement_looks import Shelf


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


@tap("aop")
@dataclass(frozen=True)
class AskApproval(Tap):
    announcement: int
    seen: str


@tap("aopy")
@dataclass(frozen=True)
class ApproveIt(Tap):
    announcement: int
    seen: str


@tap("aos")
@dataclass(frozen=True)
class AskToSend(Tap):
    """The first of two steps."""

    announcement: int


@tap("aosy")
@dataclass(frozen=True)
class SendIt(Tap):
    announcement: int
    seen: str


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


@tap("aoup")
@dataclass(frozen=True)
class PauseIt(Tap):
    announcement: int


@tap("aoug")
@dataclass(frozen=True)
class GoOnWithIt(Tap):
    announcement: int


@tap("aouc")
@dataclass(frozen=True)
class AskToCancel(Tap):
    announcement: int


@tap("aoucy")
@dataclass(frozen=True)
class CancelIt(Tap):
    announcement: int


# -- under an announcement, and the person's own choice


@tap("aob")
@dataclass(frozen=True)
class FollowButton(Tap):
    """`place` from 0."""

    announcement: int
    place: int


@tap("aof")
@dataclass(frozen=True)
class DoWithout(Tap):
    """No more of this category, said under an announcement."""

    announcement: int
    category: Category


@tap("aoi")
@dataclass(frozen=True)
class ShowWhatIGet(Tap):
    pass


@tap("aoit")
@dataclass(frozen=True)
class TurnCategory(Tap):
    category: Category
    on: bool
