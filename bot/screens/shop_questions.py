"""What is asked about a shop, in words: by its owner, by a coordinator who helps, and when a line is corrected."""

from bot.screens.shop_states import kind_name
from bot.words import Words, t
from programme.registration import WhyNoNumber
from storage.shops import Kind


def shop_name() -> Words:
    return t("What is the shop called?")


def shop_example() -> Words:
    return t("Hanbit Bakery")


def which_kind() -> Words:
    return t("What kind of business is it?")


def why_kind() -> Words:
    return t("shops and cooperatives apply in different tracks.")


def which_number() -> Words:
    return t("What is the business registration number?")


def why_number() -> Words:
    return t("it proves that the shop exists. You and the office see it, and in the agreement the members of your consortium.")


def number_hint() -> Words:
    return t("Ten digits, as on the certificate, for example 123-45-67890.")


def why_no_number(why: WhyNoNumber) -> Words:
    match why:
        case WhyNoNumber.NOT_TEN_DIGITS:
            return t("A business registration number has ten digits. Please type it again.")
        case WhyNoNumber.NEVER_ISSUED:
            return t("No such number is ever issued. Please compare it with the certificate.")
        case WhyNoNumber.WRONG_CHECK_DIGIT:
            return t("One of the digits must be wrong: the last one does not fit the others. Please compare it with the certificate.")


def number_taken() -> Words:
    return t("This number is registered already. If it is yours, ask a person: the office clears it up. Or type another number.")


def is_the_kind_right(kind: Kind) -> Words:
    return t(
        "The middle digits of the number belong to a sole proprietor. Is it really a business of this kind: {kind}?", kind=kind_name(kind)
    )


def yes_it_is() -> Words:
    return t("Yes, it is")


def change_the_kind() -> Words:
    return t("✏️ Change the kind")


def change_the_number() -> Words:
    return t("✏️ Change the number")


def which_trade() -> Words:
    return t("Which trade is it?")


def why_trade() -> Words:
    return t("some calls want one trade, and partners look for it.")


def which_other_trade() -> Words:
    return t("Which trade is it, in a few words?")


def other_trade_example() -> Words:
    return t("Bicycle repair")


def which_gu() -> Words:
    return t("In which gu is it?")


def opening_day() -> Words:
    return t("Since when is it open?")


def why_opening_day() -> Words:
    return t("the tax office compares it. It is the opening date printed on the certificate.")


def opening_day_hint() -> Words:
    return t("Type it with the year, for example 2019-03-05.")


def day_with_year() -> Words:
    return t("I need the year, too, in four digits.")


def not_open_yet() -> Words:
    return t("That day is still to come. A shop can be registered from its opening day on.")


def how_many_employees() -> Words:
    return t("How many regular employees does it have?")


def why_employees() -> Words:
    return t("a micro enterprise has fewer than 5 (10 where things are made, built, mined or carried). The owner does not count.")


def count_together() -> Words:
    return t("🧮 Count together")


def count_later() -> Words:
    return t("I will count later")


def counted_below() -> Words:
    return t("counted together")


def to_be_counted() -> Words:
    return t("to be counted later")


def how_many_founders() -> Words:
    return t("How many members founded the cooperative?")


def why_founders() -> Words:
    return t("the law wants at least five founders (Framework Act on Cooperatives §15).")


def how_many_cooperatives() -> Words:
    return t("How many cooperatives are in the federation?")


def why_cooperatives() -> Words:
    return t("the law wants at least three (Framework Act on Cooperatives §71).")


def photo_of_the_certificate() -> Words:
    return t("Would you like to send a photo of the business registration certificate?")


def why_photo() -> Words:
    return t("where the tax office cannot confirm the number, a coordinator does it from the photo. Only the office sees it.")


def one_photo() -> Words:
    return t("Send one photo or file here. You can also leave it out.")


def last_day_of_the_certificate() -> Words:
    return t("On which day does the micro enterprise certificate end?")


def why_last_day() -> Words:
    return t("I remind you in time to renew it. If you have none yet, leave it out.")


def names(key: str) -> Words:
    """The short name of an answer in the summary."""
    return _NAMES[key]


_NAMES = {
    "shop_name": t("Shop name"),
    "kind": t("Kind"),
    "number": t("Registration number"),
    "trade": t("Trade"),
    "trade_words": t("Trade in words"),
    "gu": t("Gu"),
    "opened_on": t("Open since"),
    "employees": t("Regular employees"),
    "counted": t("Employees, counted"),
    "founders": t("Founders"),
    "cooperatives": t("Cooperatives"),
    "paper": t("Photo of the certificate"),
    "certificate_ends": t("Micro certificate until"),
}
