"""For coordinators: one shop with what its paper has to show, confirming it or not, and what became of that."""

from datetime import UTC, datetime, timedelta

from bot.dialogue.sent import dashed
from bot.happenings import FileKind
from bot.screens.office_only import refused as refused_by_role
from bot.screens.record_ways import record_of
from bot.screens.screen import Button, Enclosure, Screen, button, column
from bot.screens.shop_checks import (
    ALL,
    AskAgain,
    ChooseProof,
    ChooseReason,
    Confirm,
    Refuse,
    ShowCertificateOf,
    ShowCheck,
    reason,
    standing,
)
from bot.screens.shop_states import gu_name, kind_name, trade_name
from bot.screens.shops import ShowShop
from bot.screens.ways import HOME
from bot.words import Words, lines, t
from programme.registration import BusinessNumber
from services.coordinators import Forbidden
from services.record_cases import Case
from services.shop_proofs import Proof, WhyNot
from storage.shop_checks import ShopToConfirm
from storage.shops import Shop

_EPOCH = datetime(1970, 1, 1, tzinfo=UTC)


def as_seen(moment: datetime) -> int:
    return (moment - _EPOCH) // timedelta(microseconds=1)


def seen_at(microseconds: int) -> datetime | None:
    """None for what no button of ours carries."""
    try:
        return _EPOCH + timedelta(microseconds=microseconds)
    except OverflowError:
        return None


def one(found: ShopToConfirm, *, can_ask: bool, with_paper: bool = False, said: Words | None = None) -> Screen:
    """`can_ask`: there is a key for the tax office."""
    shop = found.shop
    return Screen(
        words=lines(
            t("{said}\n", said=said) if said is not None else None,
            t("<b>{shop}</b> · {kind}", shop=shop.name, kind=kind_name(shop.kind)),
            t("{trade}, {gu}", trade=trade_name(shop), gu=gu_name(shop)),
            t("• Registration number: {number}", number=BusinessNumber(found.number).written),
            t("• Representative: {name}", name=found.representative or "–"),
            t("• Open since {day:date}", day=shop.opened_on),
            _phone(found),
            t("• Photo of the certificate: sent") if shop.paper is not None else t("• Photo of the certificate: none"),
            t("\n{standing}", standing=standing(shop)),
        ),
        encloses=_paper(shop) if with_paper else (),
        rows=column([*_ways(shop, can_ask=can_ask), ALL, record_of(Case.SHOP, shop.id), HOME]),
    )


def _phone(found: ShopToConfirm) -> Words | None:
    if not found.phone:
        return None
    if found.phone_verified:
        return t("• Phone: {phone} (confirmed by Telegram)", phone=dashed(found.phone))
    return t("• Phone: {phone} (typed)", phone=dashed(found.phone))


def _paper(shop: Shop) -> tuple[Enclosure, ...]:
    return () if shop.paper is None else (Enclosure(FileKind(shop.paper["kind"]), shop.paper["file_id"]),)


def _ways(shop: Shop, *, can_ask: bool) -> list[Button]:
    if shop.is_confirmed:
        return []
    photo = [button(t("📄 Show the photo"), ShowCertificateOf(shop.id))] if shop.paper is not None else []
    again = [button(t("🔁 Ask the tax office"), AskAgain(shop.id))] if can_ask else []
    return [
        *photo,
        button(t("✅ Confirm"), ChooseProof(shop.id)),
        button(t("✖️ Cannot confirm"), ChooseReason(shop.id)),
        *again,
    ]


def which_proof(found: ShopToConfirm) -> Screen:
    shop, seen = found.shop, as_seen(found.changed_at)
    return Screen(
        words=lines(
            t("<b>Confirm {shop}?</b>", shop=shop.name),
            t(
                "Number {number}, {name}, open since {day:date}.",
                number=BusinessNumber(found.number).written,
                name=found.representative or "–",
                day=shop.opened_on,
            ),
            t("\nWhich paper shows all three? It is written down that it was you, and the owner hears at once that the shop is confirmed."),
        ),
        rows=column(
            [
                *(button(_PROOFS[proof], Confirm(shop.id, proof, seen)) for proof in Proof),
                button(t("◀ Back to the shop"), ShowCheck(shop.id)),
            ]
        ),
    )


def which_reason(found: ShopToConfirm) -> Screen:
    shop, seen = found.shop, as_seen(found.changed_at)
    return Screen(
        words=lines(
            t("<b>Why can {shop} not be confirmed?</b>", shop=shop.name),
            t("The owner is told the reason and what to do. Nothing is deleted; it can be checked again."),
        ),
        rows=column(
            [
                *(button(reason(why), Refuse(shop.id, why, seen)) for why in WhyNot),
                button(t("◀ Back to the shop"), ShowCheck(shop.id)),
            ]
        ),
    )


def proof_name(proof: Proof) -> Words:
    return _PROOFS[proof]


_PROOFS = {
    Proof.CERTIFICATE: t("📄 Certificate sent here"),
    Proof.ORIGINAL: t("👀 Original seen"),
    Proof.EXTRACT: t("🧾 Official extract"),
    Proof.LOOKED_UP: t("🔎 Looked up at Hometax"),
}

# -- what was decided


def proven(name: str) -> Words:
    return t("✅ {shop} is confirmed. The owner hears of it.", shop=name)


def refused(name: str) -> Words:
    return t("{shop} is not confirmed. The owner hears why and what to do.", shop=name)


def changed_meanwhile() -> Words:
    return t(
        "Something has changed meanwhile: a colleague was faster, the tax office answered, or a line was corrected. This is how it stands:"
    )


def asked_again() -> Words:
    return t("It is being checked again. What comes of it stands here, and the owner hears of it.")


def nobody_to_ask() -> Words:
    return t("The tax office cannot be asked from here: please look at the paper and decide.")


def fresh_enough() -> Words:
    return t("Confirmed recently; asking again is not needed.")


def too_soon() -> Words:
    return t("The tax office has only just answered. Please try again in ten minutes.")


def gone() -> Words:
    return t("The owner has removed this shop.")


def own_shop() -> Words:
    return t("This is your own shop: a colleague has to confirm it.")


def not_yours(found: Forbidden | None = None) -> Screen:
    return refused_by_role(found, t("Only the coordinators of the office can confirm shops."))


def said_of(said: Words, shop: int) -> Screen:
    """To the owner, with the way back to the shop."""
    return Screen(words=said, rows=column([button(t("🏪 See the shop"), ShowShop(shop)), HOME]))


def not_there_any_more() -> Screen:
    return Screen(words=t("That shop is not among yours any more."), rows=column([HOME]))
