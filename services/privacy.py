"""Forgetting a person on their wish (Personal Information Protection Act §36)."""

from dataclasses import dataclass

from services.certificates import withdraw_reminders
from services.inquiries import letter_key
from storage import arrivals, certificates, inquiries, privacy
from storage.audit import AuditRow
from storage.work import Work


@dataclass(frozen=True, slots=True, kw_only=True)
class Forgotten:
    """How many of each there were."""

    questions: int
    certificates: int
    results: int


@dataclass(frozen=True, kw_only=True)
class ForgetPerson:
    """Deletes questions, phone numbers, watched certificates, results and messages that could not be handled,
    and takes back every letter about them.

    Stays: the person's id and language, without which the bot could not go on talking, and the audit, which never holds
    what anybody typed. Drafts are thrown away by whoever holds the desk.
    """

    by: int

    async def __call__(self, work: Work) -> Forgotten:
        asked = await inquiries.forget(work.connection, self.by)
        for number in asked:
            await work.withdraw(letter_key(number))
        watched = await certificates.forget(work.connection, self.by)
        for number in watched:
            await withdraw_reminders(work, number)
        await arrivals.forget_dead_of(work.connection, self.by)
        await privacy.withdraw_letters(work.connection, self.by, work.now)
        results = await privacy.forget_results(work.connection, self.by)
        work.note(AuditRow(who=self.by, did="ForgetPerson", on=f"person:{self.by}", outcome="Forgotten"))
        return Forgotten(questions=len(asked), certificates=len(watched), results=results)
