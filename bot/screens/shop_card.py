"""One shop: what is known about it, and choosing a line to correct."""

from bot.dialogue.taps import BeginStory
from bot.happenings import FileKind
from bot.screens.certificates import ShowCertificate
from bot.screens.consortia import ShowConsortium
from bot.screens.finder_taps import ShowBoard
from bot.screens.next_steps import ASK_A_PERSON
from bot.screens.screen import Button, Enclosure, Screen, button, column
from bot.screens.shop_states import gu_name, kind_name, state, trade_name, what_next
from bot.screens.shops import SHOPS, AskToRemove, ChooseLine, Line, ShowNumber, ShowPaper, ShowShop
from bot.screens.ways import HOME
from bot.words import Words, lines, t, tn
from programme.registration import BusinessNumber
from services.shops import WholeShop
from storage.shops import Kind, Shop

SHOWN_DIGITS = 6


def one(found: WholeShop, *, in_full: bool = False, with_paper: bool = False, said: Words | None = None) -> Screen:
    """`in_full`: with all digits of the number."""
    shop = found.shop
    return Screen(
        words=lines(t("{said}\n", said=said) if said is not None else None, *_facts(found, in_full=in_full)),
        encloses=_paper(shop) if with_paper else (),
        rows=column([*_ways(found, in_full=in_full), ASK_A_PERSON, SHOPS, HOME]),
    )


def _facts(found: WholeShop, *, in_full: bool) -> tuple[Words | None, ...]:
    shop = found.shop
    return (
        t("<b>{shop}</b> · {kind}", shop=shop.name, kind=kind_name(shop.kind)),
        t("{trade}, {gu}", trade=trade_name(shop), gu=gu_name(shop)),
        t("• Registration number: {number}", number=_number(found.number, in_full=in_full)),
        t("• Open since {day:date}", day=shop.opened_on),
        _employees(shop),
        tn("• {count} founder", "• {count} founders", shop.founders) if shop.founders is not None else None,
        tn("• {count} cooperative", "• {count} cooperatives", shop.cooperatives) if shop.cooperatives is not None else None,
        t("• Photo of the certificate: sent") if shop.paper is not None else t("• Photo of the certificate: none"),
        t("• Micro enterprise certificate until {day:date}", day=found.certificate.expires) if found.certificate is not None else None,
        *(t("• In the consortium “{name}”", name=one.name) for one in found.consortia),
        t("\n{state}\n{next}", state=state(shop), next=what_next(shop)),
    )


def _number(digits: str, *, in_full: bool) -> str:
    shown = digits if in_full else digits[:SHOWN_DIGITS] + "*" * (len(digits) - SHOWN_DIGITS)
    return BusinessNumber(shown).written


def _employees(shop: Shop) -> Words:
    if shop.employees is None:
        return t("• Regular employees: to be counted")
    return tn("• {count} regular employee", "• {count} regular employees", shop.employees)


def _paper(shop: Shop) -> tuple[Enclosure, ...]:
    return () if shop.paper is None else (Enclosure(FileKind(shop.paper["kind"]), shop.paper["file_id"]),)


def _ways(found: WholeShop, *, in_full: bool) -> list[Button]:
    shop = found.shop
    ways = [] if in_full else [button(t("👁 Show the number"), ShowNumber(shop.id))]
    ways += [button(t("✏️ Correct something"), ChooseLine(shop.id))]
    if shop.paper is not None:
        ways.append(button(t("📄 Show the photo"), ShowPaper(shop.id)))
    if found.certificate is not None:
        ways.append(button(t("⏰ Certificate reminder"), ShowCertificate(found.certificate.id)))
    ways += [button(t("🤝 {name}", name=one.name), ShowConsortium(one.id)) for one in found.consortia]
    ways += [
        button(t("🔎 Card in the finder"), ShowBoard(shop.id)),
        button(t("🗑 Remove the shop"), AskToRemove(shop.id)),
    ]
    return ways


def which_line(shop: Shop) -> Screen:
    return Screen(
        words=lines(
            t("<b>{shop}</b>: what shall be corrected?", shop=shop.name),
            t("Another number or opening date is checked again. To change the kind of business, remove the shop and register it anew."),
        ),
        rows=column(
            [
                *(button(_LINES[line], BeginStory("correct_shop", f"{shop.id} {line.value}")) for line in _lines_of(shop)),
                button(t("◀ Back to the shop"), ShowShop(shop.id)),
                HOME,
            ]
        ),
    )


def _lines_of(shop: Shop) -> list[Line]:
    without = {
        Line.FOUNDERS: shop.kind not in {Kind.COOPERATIVE, Kind.SOCIAL_COOPERATIVE},
        Line.COOPERATIVES: shop.kind is not Kind.FEDERATION,
    }
    return [line for line in Line if not without.get(line, False)]


_LINES = {
    Line.NAME: t("Name of the shop"),
    Line.NUMBER: t("Registration number"),
    Line.TRADE: t("Trade"),
    Line.GU: t("Gu"),
    Line.OPENED_ON: t("Opening date"),
    Line.EMPLOYEES: t("Regular employees"),
    Line.FOUNDERS: t("Founders"),
    Line.COOPERATIVES: t("Number of cooperatives"),
    Line.PAPER: t("Photo of the certificate"),
}
