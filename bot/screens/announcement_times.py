"""When an announcement goes, in words."""

from bot.words import Words, t, tn


def new_time() -> Words:
    return t("When an announcement goes")


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
