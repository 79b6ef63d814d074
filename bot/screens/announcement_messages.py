"""Words while the messages of an announcement are sent: what has come, and why something cannot be taken."""

from collections.abc import Mapping
from typing import assert_never

from bot.words import Words, lines, t, tn
from programme.announcement_parts import WhyNot
from programme.announcements import MOST_IN_ALBUM, MOST_PARTS
from programme.typed_marks import Mistake, Wrong


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
