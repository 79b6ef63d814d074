"""What stands at the front door: what this person has, what is open now, and what waits for a coordinator."""

from dataclasses import dataclass

from programme.events import HEAR
from programme.rights import Right, gus_of
from services.calls import OpenCalls
from services.check_in_desk import OpenDoors
from services.coordinators import may_check_in, may_read, scopes
from services.finder_reports import ReportsWaiting
from services.invited import InvitationsForMe
from services.notice_board import unread_by
from services.today import to_be_done, waiting_for
from storage import consultants, event_lists, events, inquiries, people, results, seats, sessions, shop_checks, shop_register
from storage.work import Work


@dataclass(frozen=True, slots=True, kw_only=True)
class Front:
    """How many of each the person has. What waits for the office is told to coordinators only: 0 for everybody else."""

    shops: int
    consortia: int
    invitations: int  # that wait for this person's answer and can have one
    results: int
    open_calls: int  # real ones
    trial_calls: int
    questions: int
    sessions: int  # booked and not over
    notices: int  # unread
    advisers: bool  # somebody gives sessions
    events: int  # announced and not over
    my_events: int  # those of them that this person comes to, perhaps, or waits for
    consultant: bool  # this person does
    coordinator: bool
    reads: bool  # figures and the record: a coordinator, or an auditor
    waiting: int  # questions without an answer
    shops_to_confirm: int
    reported_cards: int
    to_be_done: int  # of all that waits at the office, without the questions
    door: bool  # they check people in at events
    open_doors: int  # dates of events where people are checked in now

    @property
    def office_waiting(self) -> int:
        """Behind the button to the office, without the questions, which have a button of their own."""
        return self.to_be_done


@dataclass(frozen=True, kw_only=True)
class AtTheFront:
    person: int

    async def __call__(self, work: Work) -> Front:
        held = await scopes(work, self.person, Right.COORDINATE)
        coordinator, gus = bool(held), gus_of(held)
        opened = await OpenCalls()(work)
        return Front(
            shops=await shop_register.count_of(work.connection, self.person),
            consortia=await seats.count_of_person(work.connection, self.person),
            invitations=len(await InvitationsForMe(person=self.person)(work)),
            results=await results.count(work.connection, self.person),
            open_calls=sum(not call.is_demo for call in opened),
            trial_calls=sum(call.is_demo for call in opened),
            questions=await inquiries.count_of(work.connection, self.person),
            sessions=len(await sessions.of_person(work.connection, self.person, since=work.now)),
            notices=len(await unread_by(work, self.person, await people.started_at(work.connection, self.person))),
            advisers=await consultants.anybody(work.connection),
            events=await events.count_coming(work.connection, work.now),
            my_events=await event_lists.count_of(work.connection, self.person, HEAR, work.now),
            consultant=await consultants.is_consultant(work.connection, self.person),
            coordinator=coordinator,
            reads=await may_read(work, self.person),
            waiting=await inquiries.waiting_count(work.connection) if coordinator else 0,
            shops_to_confirm=await shop_checks.count_for_a_person(work.connection, gus) if coordinator else 0,
            reported_cards=await ReportsWaiting(by=self.person)(work),
            to_be_done=to_be_done(await waiting_for(work, self.person)) if coordinator else 0,
            door=await may_check_in(work, self.person),
            open_doors=await OpenDoors(by=self.person)(work),
        )
