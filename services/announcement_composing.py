"""Composing an announcement: a draft of the office that anybody whose role reaches there can go on with."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from programme.announcement_parts import Written, ends_in_album
from programme.announcements import MOST_BUTTONS, MOST_PARTS, AnnouncementState, Category
from programme.audiences import MOST_VALUES, Audience, Trait, may_be
from services.announcement_changes import Changed, OutsideYourScope, back_to_draft, change, made, may_change, remade, widest
from services.announcement_sending import NoSuchAnnouncement, NotNow, may_announce
from services.coordinators import Forbidden, may_answer
from storage import announcements
from storage.announcements import Announcement, NewAnnouncement
from storage.audit import AuditRow
from storage.work import Work

Outcome = Changed | NotNow | NoSuchAnnouncement | Forbidden


@dataclass(frozen=True, slots=True)
class Drafted:
    announcement: int


@dataclass(frozen=True, slots=True)
class ThrownAway:
    pass


@dataclass(frozen=True, slots=True)
class TakenBack:
    """It is a draft again."""


@dataclass(frozen=True, slots=True)
class EnoughButtons:
    """So many stand below it already."""

    most: int


@dataclass(frozen=True, slots=True)
class LastLanguage:
    """Nothing would be left to be said."""


@dataclass(frozen=True, slots=True)
class NoSuchValue:
    """Nobody is that: a forged button."""


@dataclass(frozen=True, kw_only=True)
class MayCompose:
    """A look."""

    by: int

    async def __call__(self, work: Work) -> bool:
        return await may_answer(work, self.by)


@dataclass(frozen=True, kw_only=True)
class DraftAnnouncement:
    by: int
    category: Category
    language: str
    parts: tuple[Written, ...]

    async def __call__(self, work: Work) -> Drafted | Forbidden:
        outcome = await self._outcome(work)
        on = f"announcement:{outcome.announcement}" if isinstance(outcome, Drafted) else ""
        work.note(AuditRow(who=self.by, did="DraftAnnouncement", on=on, outcome=type(outcome).__name__))
        return outcome

    async def _outcome(self, work: Work) -> Drafted | Forbidden:
        if not await may_answer(work, self.by):
            return Forbidden()
        _check_parts(self.parts)
        new = made(category=self.category, parts={self.language: self.parts}, buttons=[], audience=await widest(work, self.by))
        return Drafted(await announcements.keep(work.connection, new, by=self.by, now=work.now))


@dataclass(frozen=True, kw_only=True)
class CloneAnnouncement:
    """The words, the buttons, the audience and the category of a former one, as a draft of one's own."""

    by: int
    announcement: int

    async def __call__(self, work: Work) -> Drafted | NoSuchAnnouncement | Forbidden:
        outcome = await self._outcome(work)
        _note(work, self, outcome)
        return outcome

    async def _outcome(self, work: Work) -> Drafted | NoSuchAnnouncement | Forbidden:
        if not await may_answer(work, self.by):
            return Forbidden()
        one = await announcements.find(work.connection, self.announcement)
        if one is None:
            return NoSuchAnnouncement()
        allowed = await may_announce(work, self.by, one.audience)
        new = remade(one) if allowed else remade(one, audience=await widest(work, self.by))
        return Drafted(await announcements.keep(work.connection, new, by=self.by, now=work.now))


@dataclass(frozen=True, kw_only=True)
class WriteWords:
    """`parts`: what is said in this language; none: it is not said in it any more."""

    by: int
    announcement: int
    language: str
    parts: tuple[Written, ...]

    async def __call__(self, work: Work) -> Outcome | LastLanguage:
        outcome = await self._outcome(work)
        _note(work, self, outcome)
        return outcome

    async def _outcome(self, work: Work) -> Outcome | LastLanguage:
        if not self.parts:
            one = await announcements.lock(work.connection, self.announcement)
            if one is not None and set(one.parts) <= {self.language}:
                return LastLanguage()
        else:
            _check_parts(self.parts)
        return await change(work, self.by, self.announcement, self._made)

    def _made(self, one: Announcement) -> NewAnnouncement:
        others = {language: parts for language, parts in one.parts.items() if language != self.language}
        return remade(one, parts=others | ({self.language: list(self.parts)} if self.parts else {}))


@dataclass(frozen=True, kw_only=True)
class ChooseCategory:
    by: int
    announcement: int
    category: Category

    async def __call__(self, work: Work) -> Outcome:
        outcome = await change(work, self.by, self.announcement, lambda one: remade(one, category=self.category))
        _note(work, self, outcome)
        return outcome


@dataclass(frozen=True, kw_only=True)
class AddButton:
    """`label`: by language. `leads`: "call:<key>", "event:<number>", "booking", or an https link."""

    by: int
    announcement: int
    label: Mapping[str, str]
    leads: str

    async def __call__(self, work: Work) -> Outcome | EnoughButtons:
        outcome = await self._outcome(work)
        _note(work, self, outcome)
        return outcome

    async def _outcome(self, work: Work) -> Outcome | EnoughButtons:
        one = await announcements.lock(work.connection, self.announcement)
        if one is not None and len(one.buttons) >= MOST_BUTTONS:
            return EnoughButtons(MOST_BUTTONS)
        new = {"label": dict(self.label), "leads": self.leads}
        return await change(work, self.by, self.announcement, lambda one: remade(one, buttons=[*one.buttons, new]))


@dataclass(frozen=True, kw_only=True)
class DropButton:
    """`place` from 0; `seen`: the digest of what the person saw, so that a second tap drops no other."""

    by: int
    announcement: int
    place: int
    seen: str

    async def __call__(self, work: Work) -> Outcome:
        outcome = await change(work, self.by, self.announcement, self._made)
        _note(work, self, outcome)
        return outcome

    def _made(self, one: Announcement) -> NewAnnouncement:
        if one.digest != self.seen or not 0 <= self.place < len(one.buttons):
            return remade(one)
        return remade(one, buttons=[button for place, button in enumerate(one.buttons) if place != self.place])


@dataclass(frozen=True, kw_only=True)
class TurnValue:
    """This value of the trait is wanted (or ruled out) from now on, or is not any more."""

    by: int
    announcement: int
    trait: Trait
    value: str
    ruled_out: bool

    async def __call__(self, work: Work) -> Outcome | OutsideYourScope | NoSuchValue:
        outcome = await self._outcome(work)
        _note(work, self, outcome)
        return outcome

    async def _outcome(self, work: Work) -> Outcome | OutsideYourScope | NoSuchValue:
        if not may_be(self.trait, self.value):
            return NoSuchValue()
        one = await announcements.find(work.connection, self.announcement)
        if one is not None and await may_answer(work, self.by):
            before, after = one.audience, self._turned(one.audience)
            if await may_announce(work, self.by, before) and not await may_announce(work, self.by, after):
                return OutsideYourScope()
        return await change(work, self.by, self.announcement, lambda one: remade(one, audience=self._turned(one.audience)))

    def _turned(self, audience: Audience) -> Audience:
        if self.ruled_out:
            return audience.ruling_out(self.trait, self._other(audience.ruled_out.get(self.trait, frozenset())))
        return audience.wanting(self.trait, self._other(audience.wanted.get(self.trait, frozenset())))

    def _other(self, values: frozenset[str]) -> frozenset[str]:
        turned = values ^ {self.value}
        return turned if len(turned) <= MOST_VALUES else values


@dataclass(frozen=True, kw_only=True)
class TakeBack:
    """Asked, scheduled or held: it is a draft again, and the approval stays as long as nothing is changed."""

    by: int
    announcement: int

    async def __call__(self, work: Work) -> TakenBack | NotNow | NoSuchAnnouncement | Forbidden:
        outcome = await self._outcome(work)
        _note(work, self, outcome)
        return outcome

    async def _outcome(self, work: Work) -> TakenBack | NotNow | NoSuchAnnouncement | Forbidden:
        one = await announcements.lock(work.connection, self.announcement)
        if one is None:
            return NoSuchAnnouncement()
        if not await may_change(work, self.by, one):
            return Forbidden()
        if one.state not in {AnnouncementState.ASKED, AnnouncementState.SCHEDULED, AnnouncementState.HELD}:
            return NotNow(one.state)
        await back_to_draft(work, one)
        return TakenBack()


@dataclass(frozen=True, kw_only=True)
class ThrowAway:
    """A draft; what has gone to anybody stays on record."""

    by: int
    announcement: int

    async def __call__(self, work: Work) -> ThrownAway | NotNow | NoSuchAnnouncement | Forbidden:
        outcome = await self._outcome(work)
        _note(work, self, outcome)
        return outcome

    async def _outcome(self, work: Work) -> ThrownAway | NotNow | NoSuchAnnouncement | Forbidden:
        one = await announcements.lock(work.connection, self.announcement)
        if one is None:
            return NoSuchAnnouncement()
        if not await may_change(work, self.by, one):
            return Forbidden()
        return ThrownAway() if await announcements.delete_draft(work.connection, one.id) else NotNow(one.state)


def _check_parts(parts: Sequence[Written]) -> None:
    """The story has seen to it; anything else is a bug."""
    if not 0 < len(parts) <= MOST_PARTS or ends_in_album(parts):
        raise ValueError("an announcement has some messages, and does not end with an album")


def _note(work: Work, deed: Any, outcome: object) -> None:
    work.note(AuditRow(who=deed.by, did=type(deed).__name__, on=f"announcement:{deed.announcement}", outcome=type(outcome).__name__))
