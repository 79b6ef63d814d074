"""What goes when somebody who was at events is forgotten: where they were, and their certificates. That somebody was there stays."""

from storage import attendance, attendance_counts, wall_guesses
from storage.work import Work


async def forget_attendance(work: Work, person: int) -> None:
    """Before their registrations go, on which the rest hangs. The figures of the programme keep a number without a name."""
    for date, times in sorted((await attendance.forget(work.connection, person)).items()):
        await attendance_counts.add(work.connection, date, forgotten=times)
    await wall_guesses.forgive(work.connection, person)
