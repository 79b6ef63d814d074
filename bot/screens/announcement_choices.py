"""What a person gets of the office's announcements, and how they do without a kind."""

from typing import assert_never

from bot.screens.announcement_choice_taps import ShowWhatIGet, TurnCategory
from bot.screens.announcement_words import category_name, what_it_holds
from bot.screens.screen import Screen, button, column
from bot.screens.ways import HOME
from bot.words import Words, lines, t, verbatim
from programme.announcements import CAN_BE_TURNED_OFF, Category
from services.announcement_choices import CannotBeTurnedOff, OnlyATest, WhatIGet

WHAT_I_GET = button(t("🔔 What I get"), ShowWhatIGet())


def ticks(found: WhatIGet, said: Words | None = None) -> Screen:
    def label(category: Category) -> Words:
        return t("{mark} {category}", mark=verbatim("☑" if category in found.on else "☐"), category=category_name(category))

    return Screen(
        words=lines(
            t("{said}\n", said=said) if said is not None else None,
            t("<b>🔔 What the office tells me</b>"),
            *(t("• <b>{category}</b>: {what}", category=category_name(one), what=what_it_holds(one)) for one in CAN_BE_TURNED_OFF),
            t("\nService notices come always: what you have to know. Answers, sessions and reminders of your own are not touched by this."),
        ),
        rows=column([*(button(label(one), TurnCategory(one, one not in found.on)) for one in CAN_BE_TURNED_OFF), HOME]),
    )


def turned_off(category: Category, outcome: WhatIGet | CannotBeTurnedOff | OnlyATest) -> Screen:
    """Said under an announcement."""
    match outcome:
        case WhatIGet():
            return Screen(
                words=lines(
                    t("🔕 <b>No more of this: {category}.</b>", category=category_name(category)),
                    t("To get it again: the button below, or at home “❓ Help and settings”, “🔔 What I get”."),
                ),
                rows=column([button(t("🔔 Turn it on again"), TurnCategory(category, on=True)), WHAT_I_GET, HOME]),
            )
        case CannotBeTurnedOff():
            return Screen(words=t("Service notices come always: what you have to know."), rows=column([WHAT_I_GET, HOME]))
        case OnlyATest():
            return Screen(
                words=t("This is how it will look. With the real one, a reader turns this kind off here. Nothing was changed."),
                rows=column([HOME]),
            )
        case _:
            assert_never(outcome)


def turned(category: Category, *, on: bool) -> Words:
    if on:
        return t("🔔 You get this again: {category}.", category=category_name(category))
    return t("🔕 No more of this: {category}.", category=category_name(category))


def leads_nowhere() -> Words:
    return t("What this button led to is no longer there.")
