"""An estimate in words: the amount to the won, what the members pay, and which limit made it so."""

from dataclasses import dataclass
from typing import assert_never

from bot.pictures.subsidy_bar import SubsidyBar
from bot.screens.rules import counted_cooperatives, counted_shops
from bot.screens.wording import cited, worded
from bot.words import Words, lines, t
from programme.call import Call
from programme.subsidy import Bound, Grant, Project, Reckoning, SetByTheCall, Split, Unset, reckon
from programme.tracks import Track


@dataclass(frozen=True, kw_only=True)
class Sum:
    """A project under a call. `token`: it is kept, and this opens it again."""

    call: Call
    project: Project
    token: str | None = None

    @property
    def reckoned(self) -> Reckoning:
        return reckon(self.project, self.call.terms, self.call.vat.value)


def picture(found: Sum) -> SubsidyBar | None:
    grant = found.reckoned.estimate
    if not isinstance(grant, Grant):
        return None
    return SubsidyBar(subsidy=grant.amount, own_share=grant.own_share, above_cap=grant.above_cap)


def in_short(call: Call, project: Project) -> Words:
    grant = reckon(project, call.terms, call.vat.value).estimate
    return t("{amount:won}", amount=grant.amount) if isinstance(grant, Grant) else t("set by the call")


def told(found: Sum) -> Words:
    reckoned = found.reckoned
    match reckoned.estimate:
        case Grant() as grant:
            words = _granted(found, reckoned, grant)
        case SetByTheCall() as unset:
            words = _unset(found, unset)
        case _:
            assert_never(reckoned.estimate)
    return lines(words, _lines(found.project), _call(found.call), t("\nFor reference only – a person decides."))


def _granted(found: Sum, reckoned: Reckoning, grant: Grant) -> Words:
    return lines(
        t("<b>Subsidy: {amount:won_both}</b>", amount=grant.amount),
        t("Project cost that counts: {cost:won}", cost=grant.total),
        _vat(reckoned),
        t("<b>You pay: {own:won}</b>", own=grant.own + reckoned.vat),
        _own(grant, reckoned.vat),
        _shared_out(found, reckoned.split),
        t("\n{why}", why=bound(found.call, grant)),
    )


def _vat(reckoned: Reckoning) -> Words | None:
    return t("VAT, not subsidised: {vat:won}", vat=reckoned.vat) if reckoned.vat else None


def _own(grant: Grant, vat: int) -> Words | None:
    """What the sum consists of, where it is more than the own share alone."""
    parts = [t("own share {amount:won}", amount=grant.own_share)]
    if grant.above_cap:
        parts.append(t("above the ceiling {amount:won}", amount=grant.above_cap))
    if vat:
        parts.append(t("VAT {amount:won}", amount=vat))
    return t("= {parts}", parts=tuple(parts)) if len(parts) > 1 else None


def _shared_out(found: Sum, split: Split | None) -> Words | None:
    if split is None:
        return None
    counted = counted_shops if found.call.track is Track.COLLABORATION else counted_cooperatives
    each = t("Shared by {members}: {each:won} each", members=counted(split.members), each=split.each)
    if not split.remainder:
        return each
    rest = t("{remainder:won} cannot be divided: the lead business pays {lead:won}.", remainder=split.remainder, lead=split.lead)
    return lines(each, rest)


def bound(call: Call, grant: Grant) -> Words:
    """In one sentence: which limit made the amount what it is."""
    rate, cap = call.rate.value, call.cap.value
    assert rate is not None
    assert cap is not None
    share = (rate.num, rate.den)
    match grant.bound:
        case Bound.RATE:
            return t("The rate decides: {share:percent} of {cost:won}.", share=share, cost=grant.total)
        case Bound.CAP:
            return t("The ceiling of {cap:won} decides: it is reached from a cost of {start:won}.", cap=cap, start=grant.cap_binds_from)
        case Bound.ROUNDING:
            return t(
                "The rate decides: {share:percent} of {cost:won}, rounded down to full {unit:won}; {away:won} is dropped.",
                share=share,
                cost=grant.total,
                unit=call.unit.value,
                away=grant.rounded_away,
            )
        case _:
            assert_never(grant.bound)


def _unset(found: Sum, unset: SetByTheCall) -> Words:
    parts = tuple(t("the rate") if part is Unset.RATE else t("the ceiling") for part in unset.unset)
    cap = found.call.cap.value
    known = t("The ceiling is {cap:won}; no more than that is paid.", cap=cap) if cap is not None else None
    return lines(
        t("<b>Subsidy: set by the call</b>"),
        t("Project cost that counts: {cost:won}", cost=unset.total),
        t("The notice of this call sets {parts}, and it is not on record; so no amount can be told.", parts=parts),
        known,
    )


def _lines(project: Project) -> Words | None:
    if not project.lines:
        return None
    by_field = tuple(t("{field}: {amount:won}", field=worded(line.field.wording), amount=line.amount) for line in project.lines)
    return t("\nCost by field:\n{lines:bullets}", lines=by_field)


def _call(call: Call) -> Words:
    source = call.cap.source if call.cap.value is not None else call.source
    return t("\nBy the rules of {call}. {source}", call=worded(call.title), source=cited(source))
