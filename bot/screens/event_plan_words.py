"""The words of everything that is asked about an event."""

from collections.abc import Sequence
from datetime import datetime
from enum import StrEnum
from typing import assert_never

from bot.screens.event_words import from_to, kind_name
from bot.screens.wording import worded
from bot.words import Words, joined, lines, t, tn, told, verbatim
from programme.call import Call
from programme.districts import District
from programme.event_checks import AHEAD, MOST_SEATS, Span, Wrong
from programme.event_kinds import EventKind
from programme.events import LONGEST_TEXT, LONGEST_TITLE, MOST_DATES, MOST_GUESTS, MOST_QUESTIONS, Audience, Group, Reminder, Survey
from programme.tracks import Track
from storage.event_questions import Asked, NewQuestion
from storage.events import Event

EXCERPT = 80


class Where(StrEnum):
    """The values lie in drafts."""

    PLACE = "place"
    ONLINE = "online"
    BOTH = "both"


def names(key: str) -> Words:
    return _NAMES[key]


_NAMES = {
    "kind": t("Kind"),
    "title": t("Title"),
    "title_en": t("English title"),
    "text": t("Text"),
    "text_en": t("English text"),
    "dates": t("When"),
    "where": t("Where"),
    "place": t("Place"),
    "address": t("Address"),
    "spot": t("On the map"),
    "link": t("Online room"),
    "seats": t("Seats"),
    "apart": t("Kept for groups"),
    "photo": t("Photo"),
    "audience": t("For whom"),
    "gus": t("Gu"),
    "track": t("Track"),
    "opens": t("Registration from"),
    "closes": t("Registration until"),
    "guests": t("Guests"),
    "reminders": t("Reminders"),
    "survey": t("Survey after it"),
    "call": t("Condition of"),
    "questions": t("Questions"),
}


def none() -> Words:
    return t("None")


def change_line(name: Words) -> Words:
    return t("✏️ {name}", name=name)


def was_and_is(was: Words, now: Words) -> Words:
    return t("{was} → {now}", was=was, now=now)


def changed_meanwhile() -> Words:
    return t("A colleague has changed this event meanwhile. Here is how it stands now, with your changes; please look once more.")


# -- kind, words, photo


def which_kind() -> Words:
    return t("What kind of event is it?")


def kind_label(kind: EventKind) -> Words:
    return kind_name(kind)


def which_title() -> Words:
    return t("What is it called? In Korean, as it will stand in the list.")


def title_example() -> Words:
    return t("Mapo owners meet in spring")


def what_is_it() -> Words:
    return t("What is it about? A few lines for those who think about coming.")


def in_english(key: str) -> Words:
    if key == "title_en":
        return t("What is the title in English? Without one, English readers see the Korean.")
    return t("What is the text in English? Without one, English readers see the Korean.")


def beginning(text: str) -> Words:
    line = " ".join(text.split())
    return verbatim(line if len(line) <= EXCERPT else f"{line[: EXCERPT - 1].rstrip()}…")


def which_photo() -> Words:
    return t("Which photo shall stand above it?")


def send_a_photo() -> Words:
    return t("Please send one photo here, as a photo and not as a file.")


def there_is_a_photo() -> Words:
    return t("a photo")


# -- dates


def which_date() -> Words:
    return t("When does it take place?")


def which_dates() -> Words:
    return t("On which dates does the course take place?")


def one_date_hint() -> Words:
    return t("Type the day and the hours, for example {one} or {other}.", one=_example(), other=_spoken())


def several_dates_hint() -> Words:
    return t("Type each date with its hours, for example {one}. Several go into one message, a line each.", one=_example())


def _example() -> Words:
    return t("12 March 14:00-16:00")


def _spoken() -> Words:
    return t("next Tuesday 2pm")


def type_a_date() -> Words:
    return t("Please type the day and the hours, for example {one}.", one=_example())


def unread_date(line: str) -> Words:
    return t("I could not read “{line}” as a day with hours. Please type it like {one}.", line=line, one=_example())


def one_date_only() -> Words:
    return t("Only a course has several dates. Please type the one date of this event.")


def when(spans: Sequence[Span]) -> Words:
    return joined([from_to(*span) for span in spans], "; ")


def dates_so_far(spans: Sequence[Span]) -> Words:
    return tn("{count} date so far: {dates}", "{count} dates so far: {dates}", len(spans), dates=when(spans))


def drop_date(span: Span) -> Words:
    return t("🗑 {on:short_date} {at:time}", on=span[0], at=span[0])


def a_week_later(span: Span) -> Words:
    return t("➕ {on:short_date}, same hours", on=span[0])


def dates_done(count: int) -> Words:
    return tn("Done ({count} date)", "Done ({count} dates)", count)


def which_moment(key: str) -> Words:
    if key == "opens":
        return t("From when on can people register?")
    return t("Until when can people register?")


def from_publishing() -> Words:
    return t("from publishing on")


def until_it_begins() -> Words:
    return t("until it begins")


def moment(at: datetime) -> Words:
    return t("{at:datetime}", at=at)


def moment_hint() -> Words:
    return t("Tap the button, or type a day and a time, for example {example}.", example=t("12 March 18:00"))


def unread_moment(typed: str) -> Words:
    return t("I could not read “{line}” as a day. Please type it like {example}.", line=typed, example=t("12 March 18:00"))


# -- where


def where() -> Words:
    return t("Where does it take place?")


def where_label(one: Where | Event) -> Words:
    if isinstance(one, Event):
        return t("📍 {place}", place=one.place)
    match one:
        case Where.PLACE:
            return t("🏢 At a place")
        case Where.ONLINE:
            return t("💻 Online")
        case Where.BOTH:
            return t("🏢💻 Both")
        case _:
            assert_never(one)


def which_place() -> Words:
    return t("What is the place called?")


def place_example() -> Words:
    return t("Seoul Startup Hub, hall on the 10th floor")


def which_address() -> Words:
    return t("What is its address?")


def address_example() -> Words:
    return t("21 Baekbeom-ro 31-gil, Mapo-gu")


def where_on_the_map() -> Words:
    return t("Where is it on the map?")


def why_spot() -> Words:
    return t("then people’s phones show them the way.")


def which_link() -> Words:
    return t("What is the address of the online room?")


def why_link() -> Words:
    return t("it is told to those who come, and to nobody else.")


def link_example() -> Words:
    return t("https://meet.example/room")


# -- seats


def how_many_seats() -> Words:
    return t("How many seats are there?")


def seats(count: int | None) -> Words:
    return t("No limit") if count is None else tn("{count} seat", "{count} seats", count)


def no_seats() -> Words:
    return t("Without a seat nobody could come. Please type a number from 1 on, or tap “No limit”.")


def shall_some_be_kept() -> Words:
    return t("Shall some of the seats be kept for certain groups? Seats that are kept are given to nobody else.")


def yes_kept() -> Words:
    return t("Yes, keep some")


def not_kept() -> Words:
    return t("No, for everybody")


def how_many_kept(group: Group, seats_: int) -> Words:
    return t("How many of the {n} seats are kept for: {group}?", n=seats_, group=_KEPT[group])


def kept_name(group: Group) -> Words:
    return t("Kept: {group}", group=_KEPT[group])


_KEPT = {
    Group.ALL: t("everybody"),
    Group.MEMBERS: t("members of consortia"),
    Group.OWNERS: t("other owners"),
    Group.OTHERS: t("people without a shop"),
}


def kept_group(group: Group) -> Words:
    return _KEPT[group]


def kept_too_many(seats_: int) -> Words:
    return t("That is more than the {n} seats there are. Please keep fewer.", n=seats_)


# -- who, and when they can register


def for_whom() -> Words:
    return t("Who may register?")


def audience_label(audience: Audience) -> Words:
    return {
        Audience.EVERYBODY: t("Everybody"),
        Audience.OWNERS: t("Owners with a shop"),
        Audience.MEMBERS: t("Members of consortia"),
    }[audience]


def which_gus() -> Words:
    return t("For shops in which gu?")


def gu_label(gu: District) -> Words:
    return worded(gu.wording)


def all_of_seoul() -> Words:
    return t("All of Seoul")


def which_track() -> Words:
    return t("For which track?")


def track_label(track: Track | None) -> Words:
    return t("Both tracks") if track is None else worded(track.wording)


def how_many_guests() -> Words:
    return t("How many guests may each person bring? They take seats, too.")


def guests(count: int) -> Words:
    return tn("{count} guest", "{count} guests", count) if count else t("None")


# -- before and after it


def which_reminders() -> Words:
    return t("When shall those who come be reminded?")


def reminder_label(reminder: Reminder) -> Words:
    return {
        Reminder.WEEK: t("A week before"),
        Reminder.DAY: t("The day before"),
        Reminder.HOURS: t("Two hours before"),
    }[reminder]


def no_reminders() -> Words:
    return t("No reminders")


def which_survey() -> Words:
    return t("Shall those who were there be asked how it was? They are told which it is before they answer.")


def survey_label(survey: Survey | None) -> Words:
    if survey is None:
        return t("No survey")
    return {Survey.ANONYMOUS: t("Anonymous"), Survey.NAMED: t("With names")}[survey]


def which_call() -> Words:
    return t("Does attending it fulfil a condition of a call?")


def call_label(call: Call | None) -> Words:
    return t("Of no call") if call is None else worded(call.title)


# -- questions to people


def which_questions() -> Words:
    return t("What shall people be asked when they register?")


def questions_hint(*, fixed: int) -> Words:
    stay = tn("{count} question has been answered already: it stays.", "{count} questions have been answered already: they stay.", fixed)
    return lines(
        stay if fixed else None,
        t("Type one question a line:"),
        t("• Any allergies?"),
        t("• Lunch: bibimbap / noodles / none"),
        t("• Will you come by car: yes / no"),
        t("A star at the end (*) means that it must be answered. An English wording goes behind “=”."),
    )


def type_a_question() -> Words:
    return t("Please type a question, or tap the button when there are no more.")


def unread_question(line: str) -> Words:
    return t(
        "I could not read “{line}”. A question has up to 150 characters; answers to choose from stand behind a colon, "
        "two to eight of them, all different, with slashes between.",
        line=line,
    )


def too_many_questions(most: int) -> Words:
    return t("Up to {n} questions can be asked. Please take one away first.", n=most)


def questions_understood(found: Sequence[NewQuestion]) -> Words:
    return lines(*(question_told(one) for one in found))


def questions_told(found: Sequence[NewQuestion]) -> Words:
    return joined([question_told(one) for one in found], "; ") if found else none()


def question_told(one: NewQuestion) -> Words:
    kind = _kind_of(one)
    words = told(one.words)
    return (
        t("{words} ({kind}, must be answered)", words=words, kind=kind) if one.required else t("{words} ({kind})", words=words, kind=kind)
    )


def _kind_of(one: NewQuestion) -> Words:
    match one.kind:
        case Asked.TEXT:
            return t("free text")
        case Asked.YES_NO:
            return t("yes or no")
        case Asked.CHOICE:
            return joined([told(option) for option in one.options], " / ")


def drop_question(one: NewQuestion) -> Words:
    return t("🗑 {words}", words=told({language: _short(text) for language, text in one.words.items()}))


def _short(text: str) -> str:
    return text if len(text) <= 20 else f"{text[:19].rstrip()}…"  # noqa: PLR2004 - a button


def questions_done(count: int) -> Words:
    return tn("Done ({count} question)", "Done ({count} questions)", count) if count else t("No questions")


# -- what cannot stand


def wrong(why: Wrong) -> Words:
    return _WRONG[why]


_WRONG = {
    Wrong.NO_TITLE: t("It needs a Korean title."),
    Wrong.LONG_TITLE: t("The title is too long: up to {n} characters fit.", n=LONGEST_TITLE),
    Wrong.LONG_TEXT: t("The text is too long: up to {n} characters fit.", n=LONGEST_TEXT),
    Wrong.NO_DATE: t("It needs a date. Please type one."),
    Wrong.MANY_DATES: t("Up to {n} dates fit into one course.", n=MOST_DATES),
    Wrong.PAST: t("That time is over already. Please type one that is still to come."),
    Wrong.TOO_FAR: t("That is too far away: the next {n} days can be planned.", n=AHEAD.days),
    Wrong.ENDS_FIRST: t("It would end before it begins. Please type it from the earlier to the later hour."),
    Wrong.TOO_LONG: t("One date lasts up to 24 hours. What lasts longer is a course with several dates."),
    Wrong.OVERLAP: t("Two of the dates overlap. Please type others."),
    Wrong.PAST_GONE: t("A date that has begun stays as it is, because people were there. The others can be moved."),
    Wrong.NO_PLACE: t("It needs a place or an online room."),
    Wrong.NO_ADDRESS_PLACE: t("There is an address, but the place has no name yet."),
    Wrong.NO_LINK: t("The address of the online room has to begin with https://."),
    Wrong.NO_SEATS: t("Without a seat nobody could come. Please type a number from 1 on, or tap “No limit”."),
    Wrong.MANY_SEATS: t("Up to {n:number} seats can be planned. For more, choose “No limit”.", n=MOST_SEATS),
    Wrong.MANY_GUESTS: t("Each person may bring up to {n} guests.", n=MOST_GUESTS),
    Wrong.MANY_QUESTIONS: t("Up to {n} questions can be asked. Please take one away first.", n=MOST_QUESTIONS),
    Wrong.OPENS_LATE: t("Registration would open when the event has begun. Please choose an earlier time."),
    Wrong.CLOSES_LATE: t("Registration would close after the event has begun. Please choose an earlier time."),
    Wrong.CLOSES_FIRST: t("Registration would close before it opens. Please choose a later time."),
}
