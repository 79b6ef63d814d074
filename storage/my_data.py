"""Everything that is kept about a person, section by section, as it lies in the tables: for showing it to them, and for their file.

What belongs to others (their numbers, their words about others, keys of links) is left out; what lies sealed is opened.
"""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from sqlalchemy import ColumnElement, Select, Table, func, select, true
from sqlalchemy.ext.asyncio import AsyncConnection

from storage import seals
from storage.agreements import AgreementConfirmationRecord
from storage.announcement_amended import AmendedRecord
from storage.announcement_choices import AnnouncementChoiceRecord
from storage.announcement_ledger import RecipientRecord
from storage.announcement_taps import AnnouncementTapRecord
from storage.attendance import AttendanceRecord
from storage.audit import AuditRecord
from storage.certificates import CertificateRecord
from storage.consents import ConsentRecord
from storage.consortia import ConsortiumRecord
from storage.consultant_invitations import ConsultantInvitationRecord
from storage.consultants import ConsultantRecord
from storage.course_certificates import CourseCertificateRecord
from storage.drafts import DraftRecord
from storage.eligibility import AssessmentRecord
from storage.event_questions import EventAnswerRecord
from storage.event_seats import EventSeatRecord
from storage.finder import FinderCardRecord, FinderReportRecord
from storage.finder_matches import FinderHiddenRecord
from storage.finder_meetings import FinderInterestRecord, FinderMeetingRecord
from storage.helping import HelpedShopRecord
from storage.inquiries import InquiryRecord
from storage.introduction_circles import IntroductionMemberRecord, IntroductionPairRecord
from storage.introductions import IntroductionCardRecord
from storage.invitation_questions import InvitationQuestionRecord
from storage.invitations import InvitationOpeningRecord, InvitationRecord
from storage.join_wishes import JoinWishRecord
from storage.mornings import MorningRecord
from storage.notice_audience import NoticeReceiptRecord
from storage.notices import NoticeReadingRecord
from storage.owners import OwnerRecord
from storage.people import PersonRecord
from storage.registrations import RegistrationRecord
from storage.roles import RoleRecord
from storage.seats import SeatRecord
from storage.session_absences import SessionAbsenceRecord
from storage.session_grants import SessionGrantRecord
from storage.session_logs import SessionLogRecord, SessionRatingRecord
from storage.session_times import SessionTimeRecord
from storage.session_waits import SessionWaitRecord
from storage.sessions import SessionFileRecord, SessionRecord
from storage.shops import ShopRecord
from storage.subscriptions import SubscribedGuRecord, SubscriberRecord, SubscriptionRecord
from storage.subsidy import EstimateRecord
from storage.surveys import SurveyAnswerRecord, SurveyAskedRecord
from storage.tables import Table as Record
from storage.tables import table_of
from storage.talks import InquiryMessageRecord, Side, TalkRecord
from storage.waiting_seats import WaitingSeatRecord
from storage.wall_guesses import WallGuessRecord
from storage.working_hours import BlockedTimeRecord, SpecialDayRecord, WorkingHoursRecord

Row = dict[str, Any]


Mine = Callable[[int], ColumnElement[bool]]


@dataclass(frozen=True, slots=True)
class Section:
    """Rows of one table that are about a person. `sealed` columns are opened for them, `hidden` ones are not theirs to see."""

    table: Table
    mine: Mine
    sealed: tuple[str, ...] = ()
    hidden: tuple[str, ...] = ()


def _of(record: type[Record], column: str, *, sealed: tuple[str, ...] = (), hidden: tuple[str, ...] = ()) -> Section:
    table = table_of(record)
    return Section(table, lambda person: table.c[column] == person, sealed, hidden)


def _through(
    record: type[Record],
    key: str,
    parent: type[Record],
    of: tuple[str, str],
    *,
    sealed: tuple[str, ...] = (),
    hidden: tuple[str, ...] = (),
) -> Section:
    """Rows that hang on something of theirs; `of`: the parent's own column, and the one that names the person."""
    table, above = table_of(record), table_of(parent)
    theirs, person_column = above.c[of[0]], above.c[of[1]]
    return Section(table, lambda person: table.c[key].in_(select(theirs).where(person_column == person)), sealed, hidden)


_messages = table_of(InquiryMessageRecord)
_to_read = _messages.c.side != Side.NOTE.value  # what the office wrote to itself is not shown in the thread either
_OF_SHOP, _OF_INQUIRY, _OF_SEAT = ("id", "owner"), ("id", "asker"), ("consortium", "person")
_MINE = ("id", "person")
_TAKEN, _GIVEN = ("id", "person"), ("id", "consultant")  # sessions
_OF_MEMBER = ("person", "shop", "consortium", "goal", "asked_change", "ended_by", "ended_why")

SECTIONS: Mapping[str, Section] = {
    "person": _of(PersonRecord, "id"),
    "owner": _of(OwnerRecord, "person", sealed=("name", "phone"), hidden=("phone_index",)),
    "consents": _of(ConsentRecord, "person"),
    "shops": _of(ShopRecord, "owner", sealed=("number",), hidden=("number_index", "filled_in_by", "checked_by")),
    "filled_in_for_me": _of(HelpedShopRecord, "taken_by", hidden=("token_hash", "answers", "by")),
    "consortia": _through(ConsortiumRecord, "id", SeatRecord, _OF_SEAT, hidden=("name_key",)),
    "seats": _of(SeatRecord, "person", hidden=("ended_by",)),
    "waiting_seats": _of(WaitingSeatRecord, "person"),
    "join_wishes": _of(JoinWishRecord, "person"),
    "agreement_confirmations": _of(AgreementConfirmationRecord, "person"),
    "invitations_sent": _of(InvitationRecord, "inviter", hidden=("token_hash", "invited", "answered_by", "seat")),
    "invitations_received": _of(InvitationRecord, "invited", hidden=("token_hash", "inviter", "label", "answered_by")),
    "invitations_opened": _of(InvitationOpeningRecord, "person"),
    "questions_about_invitations": _of(InvitationQuestionRecord, "asker"),
    "finder_cards": _of(FinderCardRecord, "person"),
    "finder_interests": _through(FinderInterestRecord, "one", ShopRecord, _OF_SHOP),
    "finder_meetings_first": _through(FinderMeetingRecord, "low", ShopRecord, _OF_SHOP),
    "finder_meetings_second": _through(FinderMeetingRecord, "high", ShopRecord, _OF_SHOP),
    "finder_hidden": _of(FinderHiddenRecord, "person"),
    "finder_reports": _of(FinderReportRecord, "reporter", hidden=("settled_by",)),
    "questions": _of(InquiryRecord, "asker", sealed=("phone",), hidden=("answered_by", "taken_by", "staff_chat", "staff_topic")),
    "question_messages": _through(InquiryMessageRecord, "inquiry", InquiryRecord, _OF_INQUIRY, hidden=("author",)),
    "talks": _of(TalkRecord, "person"),
    "sessions": _of(SessionRecord, "person", sealed=("goal",), hidden=("consultant", "ended_by")),
    "session_times": _of(SessionTimeRecord, "person"),
    "session_files": _through(SessionFileRecord, "session", SessionRecord, _TAKEN, sealed=("file", "name")),
    "session_notes": _through(SessionLogRecord, "session", SessionRecord, _TAKEN, sealed=("shared",), hidden=("private",)),
    "session_ratings": _through(SessionRatingRecord, "session", SessionRecord, _TAKEN, sealed=("words",)),
    "session_absences": _through(SessionAbsenceRecord, "session", SessionRecord, _TAKEN),
    "session_waits": _of(SessionWaitRecord, "person", hidden=("consultant",)),
    "session_grants": _of(SessionGrantRecord, "person", hidden=("granted_by",)),
    "registrations": _of(RegistrationRecord, "person", hidden=("code",)),
    "event_seats": _through(EventSeatRecord, "registration", RegistrationRecord, _MINE),
    "event_answers": _through(EventAnswerRecord, "registration", RegistrationRecord, _MINE, sealed=("answer",)),
    "attendance": _through(AttendanceRecord, "registration", RegistrationRecord, _MINE, hidden=("by",)),
    "consultant": _of(ConsultantRecord, "person", sealed=("name",)),
    "consultant_invitations": _of(ConsultantInvitationRecord, "used_by", hidden=("token_hash", "made_by")),
    "working_hours": _of(WorkingHoursRecord, "consultant"),
    "special_days": _of(SpecialDayRecord, "consultant"),
    "blocked_times": _of(BlockedTimeRecord, "consultant"),
    "sessions_given": _of(SessionRecord, "consultant", hidden=_OF_MEMBER),
    "session_logs": _through(SessionLogRecord, "session", SessionRecord, _GIVEN, sealed=("shared", "private")),
    "surveys_asked": _of(SurveyAskedRecord, "person"),
    "survey_answers": _of(SurveyAnswerRecord, "person", sealed=("words",)),
    "introduction_cards": _of(IntroductionCardRecord, "person"),
    "introductions": _of(IntroductionMemberRecord, "person"),
    "introduced_first": _of(IntroductionPairRecord, "low", hidden=("high",)),
    "introduced_second": _of(IntroductionPairRecord, "high", hidden=("low",)),
    "course_certificates": _through(CourseCertificateRecord, "registration", RegistrationRecord, _MINE, sealed=("name",)),
    "wall_guesses": _of(WallGuessRecord, "person"),
    "checks": _of(AssessmentRecord, "person"),
    "estimates": _of(EstimateRecord, "person"),
    "certificates": _of(CertificateRecord, "person"),
    "subscriber": _of(SubscriberRecord, "person"),
    "subscriptions": _of(SubscriptionRecord, "person"),
    "subscribed_gus": _of(SubscribedGuRecord, "person"),
    "notices_sent": _of(NoticeReceiptRecord, "person"),
    "notices_read": _of(NoticeReadingRecord, "person"),
    "drafts": _of(DraftRecord, "person"),
    "roles": _of(RoleRecord, "person", sealed=("name",), hidden=("granted_by", "revoked_by")),
    "announcements_received": _of(RecipientRecord, "person", hidden=("leased_until", "messages")),
    "announcements_amended": _of(AmendedRecord, "person", hidden=("leased_until",)),
    "announcements_turned_off": _of(AnnouncementChoiceRecord, "person"),
    "announcement_buttons_tapped": _of(AnnouncementTapRecord, "person"),
    "mornings": _of(MorningRecord, "person"),
    "audit": _of(AuditRecord, "who"),
}


async def counts(connection: AsyncConnection, person: int) -> dict[str, int]:
    """How many rows each section holds."""
    return {name: int(await connection.scalar(select(func.count()).select_from(_rows(name, person).subquery())) or 0) for name in SECTIONS}


async def everything(connection: AsyncConnection, person: int) -> dict[str, list[Row]]:
    """Ready to be spelt as JSON."""
    return {
        name: [_spelt(connection, name, row) for row in (await connection.execute(_rows(name, person))).mappings()] for name in SECTIONS
    }


def _rows(name: str, person: int) -> Select[Any]:
    section = SECTIONS[name]
    shown = [column for column in section.table.c if column.name not in section.hidden]
    readable = _to_read if section.table is _messages else true()
    return select(*shown).where(section.mine(person), readable).order_by(*section.table.primary_key.columns)


def _spelt(connection: AsyncConnection, name: str, row: Mapping[Any, Any]) -> Row:
    return {column: _value(connection, value, sealed=column in SECTIONS[name].sealed) for column, value in row.items()}


def _value(connection: AsyncConnection, value: Any, *, sealed: bool) -> Any:
    if sealed:
        return seals.opened_or_old(connection, value) if value else ""  # the number of a removed shop is gone
    return value.isoformat() if isinstance(value, date | datetime) else value
