"""The questions of those who leave, remove, hand over the lead or name an accountant, and what each "yes" means."""

from bot.dialogue.taps import BeginStory
from bot.screens.consortium_card import to_card_again
from bot.screens.invitations import invite_button
from bot.screens.screen import Screen, button, column
from bot.screens.ways import HOME
from bot.words import Words, lines, t


def names(key: str) -> Words:
    """The short name of an answer in the summary."""
    return {"why": t("Reason"), "member": t("Member")}[key]


def nobody_else(consortium: int) -> Screen:
    return Screen(
        words=t("There is no other member yet. Invite somebody first."),
        rows=column([invite_button(consortium), to_card_again(consortium), HOME]),
    )


def member_left() -> Words:
    return t("That member has left in the meantime. Please choose again.")


def leave_a_consortium() -> Words:
    return t("Leave a consortium")


def why_leave() -> Words:
    return t("Would you like to say why you leave?")


def who_reads_why() -> Words:
    return t("only the lead reads it.")


def shall_you_leave(name: str) -> Words:
    return t("Leave “{name}”?", name=name)


def what_leaving_means() -> Words:
    return t("Your seat, your promise and your confirmation end, and the lead is told. The seat may go to another shop at once.")


def leave_it() -> Words:
    return t("🚪 Yes, leave")


def remove_a_member() -> Words:
    return t("Remove a member")


def why_remove(shop: str) -> Words:
    return t("Why shall {shop} no longer be a member?", shop=shop)


def they_read_why() -> Words:
    return t("they read exactly what you write here, and nobody else does.")


def removal_example() -> Words:
    return t("We did not hear from you for three weeks, and the call closes soon.")


def shall_i_remove(shop: str) -> Words:
    return t("Remove {shop}?", shop=shop)


def what_removing_means() -> Words:
    return t(
        "Their seat ends at once and they are told with your reason. The own share is divided anew, and the agreement has to be renewed."
    )


def remove_them() -> Words:
    return t("✂️ Yes, remove")


def hand_over_the_lead() -> Words:
    return t("Hand over the lead")


def who_shall_lead() -> Words:
    return t("Who shall lead from now on?")


def shall_i_offer_the_lead(shop: str) -> Words:
    return t("Offer the lead to {shop}?", shop=shop)


def what_handing_over_means() -> Words:
    return t("They have 72 hours to take it. Until then you lead and can take the offer back. Afterwards you are a member like the others.")


def cannot_lead(consortium: int, shop: str) -> Screen:
    return Screen(
        words=lines(
            t("{shop} is reported as closed or suspended, so it cannot lead. Its owner knows what to do.", shop=shop),
            t("Please choose another member, or try again once it is confirmed."),
        ),
        rows=column([button(t("👑 Hand over the lead"), BeginStory("hand_over", str(consortium))), to_card_again(consortium), HOME]),
    )


def offer_it() -> Words:
    return t("👑 Yes, offer it")


def name_an_accountant() -> Words:
    return t("Name an accountant")


def who_keeps_the_books() -> Words:
    return t("Who shall keep the books of the project?")


def why_books() -> Words:
    return t("the subsidy needs an account of its own and a receipt for every won; one member looks after both.")
