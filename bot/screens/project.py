"""The questions of an estimate."""

from enum import StrEnum

from bot.screens.rules import counted_cooperatives, counted_shops
from bot.screens.wording import worded
from bot.words import Words, lines, t
from programme.call import Call
from programme.subsidy import Vat
from programme.tracks import SupportField, Track


class Cost(StrEnum):
    """How the cost is told. The values lie in drafts."""

    TOTAL = "total"
    BY_FIELD = "fields"


def title() -> Words:
    return t("How much would we get?")


def how() -> Words:
    return t("What do you know about the cost?")


def why_how() -> Words:
    return t("A rough sum is enough. Costs by field make the plan easier to write later.")


def how_name() -> Words:
    return t("Cost told as")


def hows(one: Cost) -> Words:
    match one:
        case Cost.TOTAL:
            return t("One sum for everything")
        case Cost.BY_FIELD:
            return t("Sums by field")


def total() -> Words:
    return t("How much would the whole project cost?")


def why_total(call: Call) -> Words:
    counts = t("Only the price without VAT is subsidised under this call.") if call.vat.value is Vat.OUTSIDE else None
    in_kind = None if call.in_kind.value else t("Work and goods of your own do not count.")
    return lines(t("The subsidy is a part of it."), counts, in_kind)


def total_name() -> Words:
    return t("Project cost")


def fields() -> Words:
    return t("What would you spend the money on?")


def why_fields() -> Words:
    return t("These are the fields this call supports.")


def fields_name() -> Words:
    return t("Fields")


def field(one: SupportField) -> Words:
    return worded(one.wording)


def amount_for(one: SupportField) -> Words:
    return t("How much for this field: {field}?", field=worded(one.wording))


def why_amount(call: Call, one: SupportField) -> Words:
    row = next(row for row in call.fields if row.field is one)
    return t("The call supports, for example: {examples}.", examples=worded(row.examples))


def vat() -> Words:
    return t("Is VAT (10%) in that sum?")


def why_vat() -> Words:
    return t("This call pays for the price without VAT. With VAT in it, I take it out first.")


def vats(included: bool) -> Words:  # noqa: FBT001 - the answer itself
    return t("Yes, VAT is in it") if included else t("No, without VAT")


def vat_name() -> Words:
    return t("VAT in the sum")


def members(call: Call) -> Words:
    if call.track is Track.COLLABORATION:
        return t("How many shops share the cost, yours included?")
    return t("How many cooperatives share the cost, yours included?")


def why_members() -> Words:
    return t("So that I can tell what each would pay.")


def members_name() -> Words:
    return t("Members")


def counted(call: Call, count: int) -> Words:
    return counted_shops(count) if call.track is Track.COLLABORATION else counted_cooperatives(count)


def what_to_change() -> Words:
    return t("What would you like to change?")


def reckon_again() -> Words:
    return t("Calculate again")
