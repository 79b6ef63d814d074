"""When an announcement goes. The subject is its number."""

from bot.dialogue.ask import Ask
from bot.dialogue.story import story
from bot.questions.announcement_times import Moment
from bot.screens import announcement_questions, announcement_sending, announcements
from bot.screens import announcement_times as screens
from bot.screens.screen import Screen
from bot.taps import numbered
from services.announcement_approval import NotTested
from services.announcement_deeds import ChangedMeanwhile, NotNow
from services.announcement_looks import AndSee, DoneAndSeen, OneSeen, SeeAnnouncement
from services.announcement_scheduling import NotThen, Schedule, Scheduled
from services.announcement_sending import NeedsApproval, NobodyThere


@story(announcements.TIME, screens.new_time(), takes_a_subject=True, offers_a_person=False, back=announcements.of_story)
async def announcement_time(ask: Ask) -> AndSee | Screen:
    by, announcement = ask.person.id, numbered(ask.draft.subject) or 0
    seen = await ask.look(SeeAnnouncement(by=by, announcement=announcement))
    if not isinstance(seen, OneSeen) or not seen.may_send:
        return announcements.not_yours()
    due = await ask(
        Moment(key="due", words=screens.when(), now=ask.now, about=(seen.one.digest,), name=announcement_questions.names("due"))
    )
    # A text that has changed since asks for the time anew: nobody schedules what they have not seen.
    await ask.sure(screens.sure_when(seen.people), yes=screens.yes_schedule(), below=screens.recheck())
    deed = Schedule(by=by, announcement=announcement, seen=seen.one.digest, due=due)
    return AndSee(by=by, deed=deed, announcement=announcement)


@announcement_time.ends
def scheduled(done: DoneAndSeen) -> Screen:
    match done.outcome, done.seen:
        case (
            (Scheduled() | NotThen() | NotTested() | NeedsApproval() | NobodyThere() | ChangedMeanwhile() | NotNow()) as outcome,
            OneSeen() as seen,
        ):
            return announcements.page(seen, announcement_sending.what_came_of_sending(outcome))
        case _:
            return announcements.not_yours()
