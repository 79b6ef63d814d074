"""What somebody wants to be told of: asked once, changed by ticks, stopped with one tap from every notice."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

from programme.districts import District
from programme.event_kinds import EventKind
from programme.subscriptions import ASKED_FIRST, SUBSCRIBED, Subject
from programme.tracks import Track
from services.shops import MyShops
from storage import people, subscriptions
from storage.audit import AuditRow
from storage.shops import Kind
from storage.subscriptions import Subscriber
from storage.work import Work

BATCH = 500


@dataclass(frozen=True, slots=True, kw_only=True)
class Subscriptions:
    """`asked` false: they have never said anything. `track` None: both. `gus` empty: all of Seoul."""

    asked: bool
    subjects: frozenset[Subject]
    own: bool  # about calls they take part in
    track: Track | None
    gus: frozenset[District]

    @property
    def any(self) -> bool:
        return bool(self.subjects)


@dataclass(frozen=True, slots=True)
class Stopped:
    """`wanted`: they had ticked it, so that it can be ticked again; else it came because they take part in a call."""

    subject: Subject
    wanted: bool


@dataclass(frozen=True, kw_only=True)
class MySubscriptions:
    person: int

    async def __call__(self, work: Work) -> Subscriptions:
        return _told(await subscriptions.of_person(work.connection, self.person))


@dataclass(frozen=True, kw_only=True)
class AnswerFirst:
    """To the question that is asked once. No is an answer, too: it is not asked again, and nothing is entered."""

    by: int
    yes: bool

    async def __call__(self, work: Work) -> Subscriptions:
        one = await _locked(work, self.by)
        wanted = {subject.value: True for subject in ASKED_FIRST} if self.yes else {}
        return await _kept(work, replace(one, said=wanted, track=await _track_of(work, self.by) if self.yes else None), "AnswerFirst")


@dataclass(frozen=True, kw_only=True)
class TickSubject:
    by: int
    subject: Subject
    on: bool

    async def __call__(self, work: Work) -> Subscriptions:
        one = await _locked(work, self.by)
        if self.subject not in (*SUBSCRIBED, Subject.OWN):
            return _told(one)
        return await _kept(work, replace(one, said={self.subject.value: self.on}), "TickSubject", f"{self.subject.value} {self.on}")


@dataclass(frozen=True, kw_only=True)
class ChooseTrack:
    """None: both."""

    by: int
    track: Track | None

    async def __call__(self, work: Work) -> Subscriptions:
        one = await _locked(work, self.by)
        return await _kept(work, replace(one, said={}, track=self.track.value if self.track else None), "ChooseTrack")


@dataclass(frozen=True, kw_only=True)
class TickGu:
    """None: all of Seoul."""

    by: int
    gu: District | None
    on: bool

    async def __call__(self, work: Work) -> Subscriptions:
        one = await _locked(work, self.by)
        named: frozenset[str] = frozenset() if self.gu is None else frozenset({self.gu.value})
        gus = frozenset() if self.gu is None else one.gus | named if self.on else one.gus - named
        return await _kept(work, replace(one, said={}, gus=gus), "TickGu")


@dataclass(frozen=True, kw_only=True)
class StopNotices:
    """One tap: nothing about this subject any more. About calls that is also what concerns one's own consortium."""

    by: int
    subject: Subject

    async def __call__(self, work: Work) -> Stopped:
        one = await _locked(work, self.by)
        said = {subject.value: False for subject in _together(self.subject)}
        await _kept(work, replace(one, said=said), "StopNotices", self.subject.value)
        return Stopped(self.subject, one.wants(self.subject.value))


@dataclass(frozen=True, kw_only=True)
class GoOnTelling:
    """Takes back the tap that stopped it."""

    by: int
    subject: Subject
    wanted: bool

    async def __call__(self, work: Work) -> Subscriptions:
        one = await _locked(work, self.by)
        said = {subject.value: subject is Subject.OWN or self.wanted for subject in _together(self.subject)}
        return await _kept(work, replace(one, said=said), "GoOnTelling", self.subject.value)


def _together(subject: Subject) -> tuple[Subject, ...]:
    """What a person means by "these": about a call, whether it came by a tick or because they take part."""
    return (Subject.CALLS, Subject.OWN) if subject in (Subject.CALLS, Subject.OWN) else (subject,)


async def who_wants(
    work: Work, kind: Subject | EventKind, track: Track | None = None, gu: District | None = None, *, after: int = 0, limit: int = BATCH
) -> list[int]:
    """The next people who want to hear of this, behind `after` in the order of their numbers: fewer than `limit` are the last."""
    return await subscriptions.who_wants(
        work.connection, kind.value, track=track.value if track else None, gu=gu.value if gu else None, after=after, limit=limit
    )


async def who_of(work: Work, people: Sequence[int], subject: Subject) -> set[int]:
    """Those of them who want it, as they have it now. Of calls they take part in everybody hears who has not said no."""
    said = await subscriptions.said_by(work.connection, people, subject.value)
    if subject is Subject.OWN:
        return {person for person in people if said.get(person, True)}
    return {person for person, wants in said.items() if wants}


async def _locked(work: Work, person: int) -> Subscriber:
    await people.lock(work.connection, person)
    found = await subscriptions.of_person(work.connection, person)
    return found if found is not None else Subscriber(person=person, track=None, said={}, gus=frozenset())


async def _kept(work: Work, one: Subscriber, did: str, why: str = "") -> Subscriptions:
    await subscriptions.keep(work.connection, one, work.now)
    work.note(AuditRow(who=one.person, did=did, on=f"person:{one.person}", outcome="Kept", why=why))
    return await MySubscriptions(person=one.person)(work)


async def _track_of(work: Work, person: int) -> Track | None:
    """Somebody with shops of their own hardly wants the calls for cooperatives; anybody else hears of both."""
    kinds = {shop.kind for shop in await MyShops(person=person)(work)}
    return Track.COLLABORATION if kinds == {Kind.SHOP} else None


def _told(one: Subscriber | None) -> Subscriptions:
    said: Mapping[str, bool] = {} if one is None else one.said
    return Subscriptions(
        asked=one is not None,
        subjects=frozenset(subject for subject in SUBSCRIBED if said.get(subject.value, False)),
        own=said.get(Subject.OWN.value, True),
        track=Track(one.track) if one is not None and one.track is not None else None,
        gus=frozenset(map(District, one.gus)) if one is not None else frozenset(),
    )
