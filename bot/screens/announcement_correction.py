"""The words of who corrects a text that has gone out."""

from bot.words import Words, lines, t, tn

STORY = "announcement_correction"


def correcting() -> Words:
    return t("Correcting an announcement")


def new_words(old: str) -> Words:
    return lines(t("What should it say instead? Send the whole text, with its formatting."), t("Until now:\n<code>{old}</code>", old=old))


def how_to_correct(most: int) -> Words:
    return t("Up to {most:number} characters. Pictures and files stay as they are.", most=most)


def only_text() -> Words:
    return t("Please send the corrected text alone; pictures and files stay as they are.")


def too_long(most: int) -> Words:
    return t("It is too long: {most:number} characters fit, so that “corrected” finds room below it. Please shorten it.", most=most)


def name() -> Words:
    return t("New text")


def sure(people: int) -> Words:
    return tn(
        "Shall it be changed on the phone of {count:number} person?",
        "Shall it be changed on the phones of {count:number} people?",
        people,
    )


def yes() -> Words:
    return t("✏️ Yes, correct it")


def what_it_means(*, loses_formatting: bool) -> Words:
    return lines(
        t("⚠️ The text until now has formatting or links; the new one has none. If that is not meant, send the text once more.\n")
        if loses_formatting
        else None,
        t("The old text stays in the office's record, with who changed it and when."),
    )
