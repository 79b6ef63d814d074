"""The own share of a consortium: what is needed, what falls to each, who has promised what."""

from bot.dialogue.taps import BeginStory
from bot.screens.consortium_card import own_share_in_short, to_card_again
from bot.screens.consortium_taps import OPEN_PART, AskToPromise, DivideEqually, MakePromise, RemindOthers, ShowOwnShare
from bot.screens.reckoning import bound
from bot.screens.screen import Button, Screen, button, column
from bot.screens.ways import HOME
from bot.words import Words, lines, t, tn, verbatim
from programme.own_share import Division, Part
from programme.subsidy import Grant, SetByTheCall
from services.consortium_card import Card
from services.promises import Promised
from storage.consortia import Split


def own_share(one: Card, said: Words | None = None) -> Screen:
    return Screen(
        words=lines(
            t("{said}\n", said=said) if said is not None else None,
            t("<b>💰 Own share of {name}</b>", name=one.consortium.name),
            *_money(one),
            *_divided(one),
            *(_part(one, part) for part in one.money.share.parts),
            t("\n<b>{sum}</b>", sum=own_share_in_short(one)),
            _short(one.money.share.short) if not one.money.share.missing_from else None,
        ),
        rows=column(_ways(one)),
    )


def _money(one: Card) -> tuple[Words, ...]:
    if one.money.cost is None:
        return (t("The lead has not set the project cost yet. Until then you can promise an amount of your own."),)
    cost = t("Project cost without VAT: {cost:won_both}", cost=one.money.cost)
    match one.money.granted:
        case Grant() as grant:
            return cost, *_granted(one, grant)
        case SetByTheCall():
            return cost, t("This call sets the subsidy, and it is not on record. Promise what you can; the call says what is needed.")
        case None:
            return cost, t("Without a chosen call there is no rate to reckon with. Promise what you can, or choose the call first.")


def _granted(one: Card, grant: Grant) -> tuple[Words, ...]:
    assert one.call is not None
    above = t("{amount:won} of it lies above the ceiling and earns no subsidy.", amount=grant.above_cap) if grant.above_cap else None
    told = (
        t("Subsidy at most: {amount:won}", amount=grant.amount),
        t("Own share: {own:won}", own=grant.own),
        above,
        t("<i>{why}</i>", why=bound(one.call, grant)),
    )
    return tuple(words for words in told if words is not None)


def _divided(one: Card) -> tuple[Words, ...]:
    division = one.money.share.division
    if division is None:
        return (verbatim(""),)
    how = t("\nDivided by shares:") if one.money.split is Split.BY_SHARE else t("\nDivided equally:")
    return (how,) if not division.remainder else (how, _remainder(division))


def _remainder(division: Division) -> Words:
    """Why the sums differ by a won."""
    if division.is_equal:
        return tn(
            "{own:won} cannot be divided evenly by {members}: the first member pays 1 won more.",
            "{own:won} cannot be divided evenly by {members}: the first {count} members pay 1 won more each.",
            division.remainder,
            own=division.own,
            members=len(division.parts),
        )
    return tn(
        "{own:won} cannot be divided evenly by these shares: the first member pays 1 won more.",
        "{own:won} cannot be divided evenly by these shares: the first {count} members pay 1 won more each.",
        division.remainder,
        own=division.own,
    )


def _part(one: Card, part: Part) -> Words:
    return t("• {who}: {due} – {promise}", who=_who(one, part), due=_due(part), promise=_promise(part))


def _who(one: Card, part: Part) -> Words:
    member = one.member(part.seat)
    shop = member.shop.name if member is not None else "–"
    named = t("{shop} (you)", shop=shop) if one.mine is not None and part.seat == one.mine.id else verbatim(shop)
    if one.money.split is not Split.BY_SHARE:
        return named
    return tn("{shop}, {count} share", "{shop}, {count} shares", part.share, shop=named)


def _due(part: Part) -> Words:
    return t("{due:won}", due=part.due) if part.due is not None else t("part still open")


def _promise(part: Part) -> Words:
    if part.standing is None:
        return t("to be promised again") if part.is_stale else t("not promised yet")
    if part.standing == part.due:
        return t("promised")
    return t("promised {amount:won}", amount=part.standing)


def _short(short: int) -> Words:
    if short > 0:
        return t("{short:won} are still missing: somebody has to promise more, or the cost has to be lower.", short=short)
    if short < 0:
        return t("That is {over:won} more than needed, which does no harm.", over=-short)
    return t("The own share is complete.")


def _ways(one: Card) -> list[Button]:
    number = one.consortium.id
    if one.mine is None:
        return [to_card_again(number), HOME]
    part = one.money.share.of_seat(one.mine.id)
    ways = [] if part is None else _promising(number, part)
    return [*ways, *(_leads(one) if one.i_lead else ()), to_card_again(number), HOME]


def _promising(number: int, part: Part) -> list[Button]:
    another = button(t("✏️ Promise another amount"), BeginStory("pledge", str(number)))
    if part.due is None or part.standing == part.due:
        return [another]
    return [button(t("✅ I promise {due:won}", due=part.due), AskToPromise(number, part.due)), another]


def _leads(one: Card) -> list[Button]:
    number = one.consortium.id
    ways = [button(t("💰 Change the project cost"), BeginStory("project_cost", str(number)))]
    if len(one.members) > 1:
        ways.append(button(t("➗ Divide by shares"), BeginStory("shares", str(number))))
    if one.money.split is Split.BY_SHARE:
        ways.append(button(t("🟰 Divide equally"), DivideEqually(number)))
    if any(seat != one.mine.id for seat in one.money.share.missing_from if one.mine is not None):
        ways.append(button(t("🔔 Remind the others"), RemindOthers(number)))
    return ways


def do_you_promise(consortium: int, name: str, *, amount: int, of: int | None) -> Screen:
    return Screen(
        words=lines(
            t("Do you promise <b>{amount:won_both}</b> for “{name}”?", amount=amount, name=name),
            t("You pay nothing now. All members see your promise, and it goes into the collaboration agreement."),
            t("You can change it until then. When the cost, the members or the division change, I ask you again."),
        ),
        rows=column(
            [
                button(t("✅ Yes, I promise it"), MakePromise(consortium, amount, OPEN_PART if of is None else of)),
                button(t("✏️ Promise another amount"), BeginStory("pledge", str(consortium))),
                to_own_share(consortium),
                HOME,
            ]
        ),
    )


def to_own_share(consortium: int) -> Button:
    return button(t("💰 Own share"), ShowOwnShare(consortium))


def promised(outcome: Promised) -> Words:
    thanks = t("Your promise of {amount:won} is noted.", amount=outcome.amount)
    if outcome.missing:
        return lines(thanks, tn("{count} member is still to promise.", "{count} members are still to promise.", outcome.missing))
    if outcome.short:
        return lines(thanks, t("Everybody has promised, but {short:won} are still missing.", short=outcome.short))
    return lines(thanks, t("With it everybody has promised."))


def part_is_another() -> Words:
    return t("Your part has changed since you saw it. Please look again before you promise.")


def cost_set(consortium: int) -> Screen:
    return Screen(
        words=t("The project cost is set. Whoever now bears another part has been told."),
        rows=column([to_own_share(consortium), to_card_again(consortium), HOME]),
    )


def divided(consortium: int) -> Screen:
    return Screen(words=divided_words(), rows=column([to_own_share(consortium), to_card_again(consortium), HOME]))


def divided_words() -> Words:
    return t("The own share is divided anew. Whoever now bears another part has been told.")


def members_changed(consortium: int) -> Screen:
    return Screen(
        words=t("Somebody came or went in the meantime, so the shares were not set. Please set them once more."),
        rows=column([button(t("➗ Divide by shares"), BeginStory("shares", str(consortium))), to_own_share(consortium), HOME]),
    )
