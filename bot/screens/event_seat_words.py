"""The words of the seats of an event, of those that are kept for groups, and of guests, who take some, too."""

from bot.words import Words, t, tn
from programme.events import Group


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


def how_many_guests() -> Words:
    return t("How many guests may each person bring? They take seats, too.")


def guests(count: int) -> Words:
    return tn("{count} guest", "{count} guests", count) if count else t("None")
