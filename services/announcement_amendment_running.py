"""An amendment being carried out over everybody who has got the announcement: begun, and finished when it is done for all."""

from dataclasses import dataclass

from programme.announcement_parts import begins
from programme.announcements import spoken_in
from services.announcement_changes import remade
from services.announcement_deeds import NoSuchAnnouncement, locked
from services.announcement_sending import Finished
from services.coordinators import Forbidden, may_answer
from services.letters import Letter, letter
from storage import announcement_amended, announcement_amendments, announcements, hints
from storage.announcement_amended import Amends
from storage.announcement_amendments import Amendment, AmendmentState, Kind
from storage.announcements import Announcement
from storage.audit import AuditRow
from storage.work import Work


@letter("announcement_amended")
@dataclass(frozen=True, kw_only=True)
class AnnouncementAmended:
    """To who asked for it: it is done. `gone`: had deleted it themselves; `failed`: it still stands there."""

    announcement: int
    amendment: int
    kind: Kind
    begins: str
    done: int
    gone: int
    blocked: int
    failed: int


@dataclass(frozen=True, slots=True)
class AmendmentBegun:
    amendment: int
    people: int
    kind: Kind = Kind.CORRECTION


@dataclass(frozen=True, slots=True)
class NotSo:
    """It stands otherwise by now: somebody was faster, or it is done."""


async def locked_with_its_announcement(
    work: Work, number: int, by: int | None
) -> tuple[Announcement, Amendment] | NoSuchAnnouncement | Forbidden:
    """Under the announcement's lock."""
    named = await announcement_amendments.find(work.connection, number)
    one = await locked(work, named.announcement, by) if named is not None else NoSuchAnnouncement()
    if not isinstance(one, Announcement):
        return one
    amendment = await announcement_amendments.find(work.connection, number)
    return (one, amendment) if amendment is not None else NoSuchAnnouncement()


def note_amendment(work: Work, by: int | None, did: str, number: int, outcome: object) -> None:
    work.note(AuditRow(who=by, did=did, on=f"amendment:{number}", outcome=type(outcome).__name__))


async def languages_of(work: Work, one: Announcement, corrected: str | None) -> frozenset[str] | None:
    """The readers' languages in which they got the text of this one; None: all."""
    if corrected is None:
        return None
    read = await announcement_amended.languages(work.connection, one.id)
    return frozenset(language for language in read if spoken_in(one.parts, language) == corrected)


async def begin_amending(work: Work, one: Announcement, number: int, approved_by: int | None = None) -> AmendmentBegun:
    """Under the announcement's lock. From here on whoever gets it later gets it as it is now."""
    amendment = await announcement_amendments.find(work.connection, number)
    assert amendment is not None
    languages = await languages_of(work, one, amendment.language)
    people = await announcement_amended.freeze(work.connection, number, one.id, languages)
    values = {"started_at": work.now, "approved_by": approved_by}
    await announcement_amendments.move(work.connection, number, AmendmentState.RUNNING, before=(AmendmentState.ASKED,), **values)
    if amendment.kind is Kind.WITHDRAWAL:
        await announcements.note(work.connection, one.id, withdrawn_at=work.now)
    else:
        await _write(work, one, amendment)
    await hints.announcement_waiting(work.connection)
    return AmendmentBegun(number, people, amendment.kind)


async def _write(work: Work, one: Announcement, amendment: Amendment) -> None:
    language, place = amendment.language or "", amendment.place or 0
    parts = [amendment.after if n == place else part for n, part in enumerate(one.parts[language])]
    new = remade(one, parts={**one.parts, language: parts})
    await announcements.note(work.connection, one.id, parts=dict(new.parts), digest=new.digest, corrected_at=work.now)


@dataclass(frozen=True, kw_only=True)
class FinishAmendment:
    """The office itself, when it is done for everybody. Who asked for it is told."""

    amendment: int

    async def __call__(self, work: Work) -> Finished | NotSo | NoSuchAnnouncement:
        found = await locked_with_its_announcement(work, self.amendment, None)
        if not isinstance(found, tuple):
            return NoSuchAnnouncement()
        one, amendment = found
        if await announcement_amended.is_open(work.connection, amendment.id):
            return NotSo()
        if not await announcement_amendments.move(
            work.connection, amendment.id, AmendmentState.DONE, before=(AmendmentState.RUNNING,), ended_at=work.now
        ):
            return NotSo()
        counts = await announcement_amended.counts(work.connection, amendment.id)
        fact = AnnouncementAmended(
            announcement=one.id,
            amendment=amendment.id,
            kind=amendment.kind,
            begins=begins(one.parts),
            done=counts[Amends.DONE],
            gone=counts[Amends.GONE],
            blocked=counts[Amends.BLOCKED],
            failed=counts[Amends.FAILED],
        )
        if await may_answer(work, amendment.asked_by):
            work.post(Letter(to=amendment.asked_by, fact=fact))
        outcome = Finished()
        note_amendment(work, None, "FinishAmendment", amendment.id, outcome)
        return outcome
