"""The questions of who composes an announcement, and why something sent cannot be taken."""

from collections.abc import Mapping
from typing import assert_never

from bot.screens.announcement_words import category_name, what_it_holds
from bot.words import Words, lines, own_name, t, tn
from programme.announcement_parts import WhyNot
from programme.announcements import MOST_IN_ALBUM, MOST_PARTS, Category
from programme.typed_marks import Mistake, Wrong

EXAMPLE = "https://www.seoulshinbo.co.kr"


def new() -> Words:
    return t("New announcement")


def new_words() -> Words:
    return t("Text of an announcement")


def new_button() -> Words:
    return t("A button under an announcement")


def new_time() -> Words:
    return t("When an announcement goes")


def sending_back() -> Words:
    return t("Sending an announcement back")


def which_category() -> Words:
    kinds = (t("• <b>{category}</b>: {what}.", category=category_name(one), what=what_it_holds(one)) for one in Category)
    return lines(t("What kind is it?"), *kinds)


def why_category() -> Words:
    return t("people can do without each kind, but for service notices.")


def what_in(language: str) -> Words:
    return t("What does it say in {language}? Send it here just as readers are to see it.", language=own_name(language))


def how_to_write() -> Words:
    return t(
        "Text with formatting, a photo, an album, a file, a place or a poll: up to {most} messages, one after the other. "
        "Then tap “That is all”.",
        most=MOST_PARTS,
    )


def unfit(why: WhyNot) -> Words:
    return _UNFIT[why]


_UNFIT: Mapping[WhyNot, Words] = {
    WhyNot.STICKER: t("A sticker cannot go into an announcement. Please send text, a photo, a file, a place or a poll."),
    WhyNot.VOICE: t("A voice message or music cannot go into an announcement: many cannot listen at work. Please write it."),
    WhyNot.VIDEO: t("A video cannot go into an announcement. Please send a photo, and a link to the video in the text."),
    WhyNot.QUIZ: t("A quiz cannot go into an announcement. Please send an ordinary poll."),
    WhyNot.CLOSED_POLL: t("This poll is closed. Please send one that is open."),
    WhyNot.OTHER: t("This cannot go into an announcement. Please send text, a photo, a file, a place with its name, or a poll."),
    WhyNot.MIXED_ALBUM: t("An album holds photos only or files only. Please send the others apart from it."),
    WhyNot.ALBUM_TOO_LARGE: t("An album holds {most} at most. Please send the rest as a second album.", most=MOST_IN_ALBUM),
    WhyNot.TOO_MANY: t("An announcement holds {most} messages at most, and they are here. Tap “That is all”.", most=MOST_PARTS),
}


def no_numbers() -> Words:
    return t("There is a resident registration number in it. It must not be sent to anybody. Please take it out and send it again.")


def caption_too_long(n: int, most: int) -> Words:
    return t(
        "The text below the picture has {n:number} characters; {most:number} fit there. "
        "Please shorten it, or send the picture and then the text.",
        n=n,
        most=most,
    )


def too_much_formatting(n: int, most: int) -> Words:
    return t(
        "There are {n} pieces of formatting in it; Telegram shows {most} and drops the rest. Please use less, or send it in two.",
        n=n,
        most=most,
    )


def send_it_here() -> Words:
    return t("Please send here what the announcement is to say.")


def say_first() -> Words:
    return t("First please tap whether the marks you typed are meant as formatting.")


def below_the_album() -> Words:
    return t("Telegram lets no button stand below an album. Please send one more short text to go below it; it carries the buttons.")


def arrived(n: int) -> Words:
    return tn("{count} message is here. Send more, or tap “That is all”.", "{count} messages are here. Send more, or tap “That is all”.", n)


def poll_arrived(n: int) -> Words:
    """Each chat with a bot has a poll of its own; Telegram adds nothing up."""
    return lines(
        arrived(n), t("Every reader votes in a poll of their own: Telegram does not add the votes up. To count answers, use an event.")
    )


def corrected() -> Words:
    return t("Corrected, as it stands in the chat now.")


def send_it_anew() -> Words:
    return t("I could not find that message here. Please take it away and send it once more.")


def so_many(n: int) -> Words:
    return tn("{count} message", "{count} messages", n)


def that_is_all(n: int) -> Words:
    return t("✅ That is all ({n})", n=n)


def take_away() -> Words:
    return t("🗑 Take the last one away")


def as_formatting() -> Words:
    return t("🅱 As formatting")


def as_typed() -> Words:
    return t("🔤 Exactly as typed")


def formatting_read(n: int) -> Words:
    return tn("The formatting is read. {count} message is here.", "The formatting is read. {count} messages are here.", n)


def marks_found() -> Words:
    return t("You have typed marks such as &lt;b&gt; or **. Are they meant as formatting?")


def wrong_mark(wrong: Wrong) -> Words:
    return lines(
        t("<b>Line {line}, near “{near}”:</b> {why}", line=wrong.line, near=wrong.near, why=_why_wrong(wrong)),
        t("Please send the text once more, corrected, or tap “Exactly as typed”."),
    )


def _why_wrong(wrong: Wrong) -> Words:
    match wrong.why:
        case Mistake.NOT_CLOSED:
            return t("“{mark}” is never closed.", mark=wrong.mark)
        case Mistake.NOT_OPENED:
            return t("“{mark}” closes what was never opened.", mark=wrong.mark)
        case Mistake.CROSSED:
            return t("“{needed}” has to be closed before “{mark}”.", needed=wrong.needed, mark=wrong.mark)
        case Mistake.UNKNOWN:
            return t("Telegram does not know “{mark}”.", mark=wrong.mark)
        case Mistake.NO_LINK:
            return t("The link in “{mark}” does not begin with {begins} or is no address.", mark=wrong.mark, begins="https://")
        case Mistake.EMPTY:
            return t("There is nothing between “{mark}” and its end.", mark=wrong.mark)
        case _:
            assert_never(wrong.why)


# -- buttons


def where_to() -> Words:
    return t("Where does the button lead?")


def lead_name(kind: str) -> Words:
    return {
        "call": t("📄 A call"),
        "event": t("📅 An event"),
        "notice": t("📌 A notice of the board"),
        "booking": t("🗓 Booking a session"),
        "calendar": t("🗓 What is on: events"),
        "link": t("🔗 A page on the web"),
    }[kind]


def which_call() -> Words:
    return t("Which call?")


def which_event() -> Words:
    return t("Which event?")


def which_notice() -> Words:
    return t("Which notice?")


def which_link() -> Words:
    return t("What is the address of the page?")


def why_link() -> Words:
    return t("it opens at once, so taps on it are not counted.")


def not_a_link() -> Words:
    return t(
        "An address begins with {begins} and has no spaces, for example {example}. Please check it.", begins="https://", example=EXAMPLE
    )


def which_label(language: str) -> Words:
    return t("What stands on the button in {language}?", language=own_name(language))


def names(key: str) -> Words:
    return {"category": t("Kind"), "words": t("Text"), "leads": t("Leads to"), "label": t("On the button"), "due": t("When")}[key]


# -- the time, and sending back


def when() -> Words:
    return t("When is it to go?")


def how_to_say_when() -> Words:
    return t(
        "In Seoul's time, for example: tomorrow 10am, 5 March 14:30, 15:00. From 21:00 to 08:00 nobody is woken: it then goes at 08:00."
    )


def not_a_time() -> Words:
    return t("I could not read a day and a time from that. Please type it like: tomorrow 10am, or 2026-03-05 14:30.")


def over_already() -> Words:
    return t("That is over already. Please type a time to come, within a year.")


def sure_when(people: int) -> Words:
    return tn("Shall it go to {count:number} person then?", "Shall it go to {count:number} people then?", people)


def yes_schedule() -> Words:
    return t("🕑 Yes, then")


def recheck() -> Words:
    return t(
        "Just before it goes I look once more: who is to get it, the approval, and your role. If it is over an hour late, I ask you first."
    )


def why_back() -> Words:
    return t("What should be changed? The person who wrote it reads your words.")
