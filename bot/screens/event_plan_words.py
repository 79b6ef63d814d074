"""The words of what is asked about an event first, the names of all its lines, and why a plan cannot stand."""

from bot.screens.event_words import kind_name
from bot.words import Words, t, verbatim
from programme.event_checks import AHEAD, MOST_SEATS, Wrong
from programme.event_kinds import EventKind
from programme.events import LONGEST_TEXT, LONGEST_TITLE, MOST_DATES, MOST_GUESTS, MOST_QUESTIONS

EXCERPT = 80


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


def more_lines(count: int) -> Words:
    return t("▾ More ({n})", n=count)


def was_and_is(was: Words, now: Words) -> Words:
    return t("{was} → {now}", was=was, now=now)


def changed_meanwhile() -> Words:
    return t("A colleague has changed this event meanwhile. Here is how it stands now, with your changes; please look once more.")


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
