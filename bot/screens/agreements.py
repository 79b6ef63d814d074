"""The collaboration agreement in the chat: where it stands, the file itself, and confirming it."""

from dataclasses import dataclass

from bot.dialogue.taps import BeginStory
from bot.screens.consortia import MY_CONSORTIA, ShowConsortium
from bot.screens.screen import Button, Screen, beside, button, column
from bot.screens.ways import HOME
from bot.taps import Tap, tap
from bot.words import Words, lines, t, tn, verbatim
from programme.agreement import Gaps
from services.agreement_papers import AgreementPage, Signer

CHECKED = 8  # the digits of the check number that people compare


@tap("dg")
@dataclass(frozen=True)
class ShowAgreement(Tap):
    consortium: int


@tap("dr")
@dataclass(frozen=True)
class ReadAgreement(Tap):
    consortium: int
    version: int


@tap("dh")
@dataclass(frozen=True)
class EditableAgreement(Tap):
    """The HWPX file."""

    consortium: int
    version: int


@tap("dy")
@dataclass(frozen=True)
class ConfirmThisAgreement(Tap):
    consortium: int
    version: int


@tap("dw")
@dataclass(frozen=True)
class DrawUp(Tap):
    consortium: int


def page(one: AgreementPage, said: Words | None = None) -> Screen:
    """`said`: what has just been done."""
    return Screen(
        words=lines(
            t("{said}\n", said=said) if said is not None else None,
            t("<b>📝 Collaboration agreement of {name}</b>", name=one.name),
            *(_standing(one) if stands(one) else (_none(one),)),
        ),
        rows=_ways(one),
    )


def stands(one: AgreementPage) -> bool:
    return one.version is not None and not one.is_void


def _none(one: AgreementPage) -> Words:
    if one.is_void:
        before = t("Version {version} no longer holds: something it says has changed.", version=one.version or 0)
        then = t("Draw up a new one, then everybody confirms it.") if one.is_lead else t("The lead draws up a new one; I will tell you.")
        return lines(before, then)
    if one.is_lead:
        return t(
            "I write it from what you all have entered. You only say the fields and until when. Then every member reads and confirms it."
        )
    return t("The lead business draws it up when all members, the project cost and the own share are settled. I will tell you.")


def _standing(one: AgreementPage) -> tuple[Words, ...]:
    assert one.version is not None
    assert one.drawn_up_at is not None
    if one.agreed_at is not None:
        where = t("<b>Everybody has confirmed it</b>, the last one on {at:datetime}.", at=one.agreed_at)
    else:
        where = t("<b>{n} of {all} have confirmed it</b>", n=one.confirmed, all=len(one.signers))
    return (
        t("Version {version}, drawn up on {at:datetime}", version=one.version, at=one.drawn_up_at),
        t("Check number: <code>{digest}</code>\n", digest=one.digest[:CHECKED]),
        where,
        *map(_signer, one.signers),
        verbatim(""),
        _what_now(one),
    )


def _signer(one: Signer) -> Words:
    if one.confirmed_at is None:
        return t("• {shop}: not yet", shop=one.shop)
    return t("• {shop}: confirmed on {at:datetime}", shop=one.shop, at=one.confirmed_at)


def _what_now(one: AgreementPage) -> Words:
    if one.agreed_at is not None:
        return t("For the application print it, and everybody signs or seals it. If something changes, it has to be drawn up again.")
    if one.mine is None:
        return t("Please read it. The button to confirm comes with the file.")
    return t("You have confirmed it. I will tell you when everybody has.")


def _ways(one: AgreementPage) -> tuple[tuple[Button, ...], ...]:
    version = one.version or 0
    drawing = button(t("📝 Draw it up") if one.version is None else t("📝 Draw up a new version"), DrawUp(one.consortium))
    reading = (
        button(t("📄 Read it (PDF)"), ReadAgreement(one.consortium, version)),
        button(t("🗂 As HWPX"), EditableAgreement(one.consortium, version)),
    )
    return (
        *((beside(*reading),) if stands(one) else ()),
        *column([drawing] if one.is_lead else [doubt(one.consortium)] if stands(one) else []),
        (_to_consortium(one.consortium),),
        (HOME,),
    )


def doubt(consortium: int) -> Button:
    return button(t("Something is wrong"), BeginStory("agreement_doubt", str(consortium)))


def _to_consortium(consortium: int) -> Button:
    return button(t("◀ Back to the consortium"), ShowConsortium(consortium))


def to_agreement(consortium: int) -> Button:
    return button(t("📝 To the agreement"), ShowAgreement(consortium))


def confirmed(waiting: int) -> Words:
    return tn("✅ Confirmed. {count} member is still to confirm.", "✅ Confirmed. {count} members are still to confirm.", waiting)


def all_agreed() -> Words:
    return t("🎉 Confirmed, and you were the last: the consortium has agreed.")


def confirmed_already() -> Words:
    return t("You had confirmed it already. Nothing has changed.")


def newer_version(version: int) -> Words:
    return t("That was an older version. The one that stands now is version {version}: please read that one.", version=version)


def overtaken() -> Words:
    return t("That version no longer holds: something it says has changed since.")


def unchanged(version: int) -> Words:
    return t("Nothing has changed since version {version}, so it still stands. Nobody needs to confirm again.", version=version)


def drawn_up(version: int, *, rests: bool) -> Words:
    told = t(
        "✅ Version {version} is drawn up. I have told the members; each of you reads it and confirms, you too. "
        "At night the letters wait until 08:00.",
        version=version,
    )
    return lines(told, _card_rests()) if rests else told


def _card_rests() -> Words:
    return t("The recruiting card rests now: another member would undo the agreement. You can recruit again with “📣 Recruiting card”.")


def not_ready(consortium: int, gaps: Gaps) -> Screen:
    """Everything that lacks, at once."""
    return Screen(
        words=lines(
            t("<b>The agreement cannot be drawn up yet.</b> Still needed:"),
            _too_few(gaps),
            _unconfirmed(gaps),
            None if gaps.cost_is_known else t("• The project cost: the lead sets it under “Own share”."),
            t("\nThe consortium's page shows each with its button."),
        ),
        rows=column([_to_consortium(consortium), HOME]),
    )


def _too_few(gaps: Gaps) -> Words | None:
    if gaps.have >= gaps.needed:
        return None
    return t("• Members: {have} of at least {needed}", have=gaps.have, needed=gaps.needed)


def _unconfirmed(gaps: Gaps) -> Words | None:
    return t("• Not confirmed by the tax office yet: {shops}", shops=gaps.unconfirmed) if gaps.unconfirmed else None


def not_a_member() -> Screen:
    return Screen(
        words=t("Only the members of a consortium can see its agreement, and you are not one of them now."),
        rows=column([MY_CONSORTIA, HOME]),
    )


def not_the_lead(consortium: int) -> Screen:
    return Screen(words=t("Only the lead business draws up the agreement."), rows=column([to_agreement(consortium), HOME]))
