"""Where a button under an announcement leads, and what stands on it."""

from bot.words import Words, own_name, t

EXAMPLE = "https://www.seoulshinbo.co.kr"


def new_button() -> Words:
    return t("A button under an announcement")


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


def what_a_link_is() -> Words:
    return t("For example {example}. It opens at once, so taps on it are not counted.", example=EXAMPLE)


def not_a_link() -> Words:
    return t(
        "An address begins with {begins} and has no spaces, for example {example}. Please check it.", begins="https://", example=EXAMPLE
    )


def usual_label(lead: str) -> Words:
    """What mostly stands on a button that leads there."""
    return {
        "call": t("See the call"),
        "event": t("See the event"),
        "notice": t("Read the notice"),
        "booking": t("Book a session"),
        "calendar": t("See all events"),
        "link": t("Open the page"),
    }[lead]


def how_to_label(most: int) -> Words:
    return t("Tap the usual words, or type your own: up to {most} letters.", most=most)


def label_too_long(n: int, most: int) -> Words:
    return t("That is too long for a button: about {n} letters, and {most} fit. Please shorten it.", n=n, most=most)


def which_label(language: str) -> Words:
    return t("What stands on the button in {language}?", language=own_name(language))
