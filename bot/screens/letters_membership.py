"""What the letters say that come of living with a consortium."""

from bot.dialogue.taps import BeginStory
from bot.screens import pledges
from bot.screens.agreements import ShowAgreement
from bot.screens.consortia import MY_CONSORTIA, to_card
from bot.screens.consortium_blockers import briefings
from bot.screens.consortium_taps import AnswerLead, AskToPromise, ShowOwnShare
from bot.screens.letters import says
from bot.screens.screen import Button, Screen, button, column
from bot.screens.shops import ShowShop
from bot.screens.ways import HOME
from bot.words import Words, lines, t
from services.consortium_terms import CallChosen, ConsortiumRenamed
from services.dissolution import ConsortiumDissolved
from services.gaps import Gap, MissingFromYou
from services.handover_letters import LeadAnswered, LeadChanged, LeadOffered, LeadOfferWithdrawn
from services.membership import AccountantAppointed, AccountantRelieved, MemberLeft, RemovedFrom
from services.pledges import Change, PartChanged
from services.promises import PromisesComplete
from storage.handovers import Answer


def _about(words: Words, consortium: int, name: str, *ways: Button) -> Screen:
    return Screen(words=words, rows=column([*ways, to_card(consortium, name), HOME]))


@says(MemberLeft)
def member_left(fact: MemberLeft) -> Screen:
    words = lines(
        t("<b>{shop} has left “{name}”.</b>", shop=fact.shop, name=fact.name),
        t("Their reason: <i>{why}</i>", why=fact.why) if fact.why else None,
        t("The seat is free. If somebody waits for one, they are asked now; otherwise you can invite another shop."),
    )
    return _about(words, fact.consortium, fact.name)


@says(RemovedFrom)
def removed_from(fact: RemovedFrom) -> Screen:
    return Screen(
        words=lines(
            t("<b>{shop} is no longer a member of “{name}”.</b> The lead has ended the seat.", shop=fact.shop, name=fact.name),
            t("The reason given: <i>{why}</i>", why=fact.why),
            t("Your shop is free to join another consortium. If this seems wrong to you, ask a person of the office."),
        ),
        rows=column([button(t("🙋 Ask a person"), BeginStory("ask_office")), MY_CONSORTIA, HOME]),
    )


@says(AccountantAppointed)
def accountant_appointed(fact: AccountantAppointed) -> Screen:
    words = t(
        "The lead of “{name}” has asked your shop to keep the books of the project: receipts, the separate account, the settlement. "
        "If you cannot, tell the lead.",
        name=fact.name,
    )
    return _about(words, fact.consortium, fact.name)


@says(AccountantRelieved)
def accountant_relieved(fact: AccountantRelieved) -> Screen:
    return _about(t("Your shop no longer keeps the books of “{name}”. You stay a member.", name=fact.name), fact.consortium, fact.name)


@says(LeadOffered)
def lead_offered(fact: LeadOffered) -> Screen:
    return Screen(
        words=lines(
            t("<b>{shop} would like to hand over the lead of “{name}” to you.</b>", shop=fact.shop, name=fact.name),
            t("The lead business invites members, sets the cost, draws up the agreement and applies for all."),
            t("The offer stands until {expires:datetime}. Only when you take it the lead changes.", expires=fact.expires_at),
        ),
        rows=column(
            [
                button(t("👑 I take the lead"), AnswerLead(fact.handover, takes=True)),
                button(t("No, thank you"), AnswerLead(fact.handover, takes=False)),
                to_card(fact.consortium, fact.name),
                HOME,
            ]
        ),
    )


@says(LeadAnswered)
def lead_answered(fact: LeadAnswered) -> Screen:
    words = {
        Answer.TAKEN: t("<b>{shop} leads “{name}” now.</b> You stay a member.", shop=fact.shop, name=fact.name),
        Answer.DECLINED: t("{shop} does not want to take the lead of “{name}”. You still lead.", shop=fact.shop, name=fact.name),
        Answer.WITHDRAWN: t("The lead of “{name}” is no longer offered to {shop}. You still lead.", shop=fact.shop, name=fact.name),
        Answer.EXPIRED: t("{shop} has not answered within 72 hours. You still lead “{name}”.", shop=fact.shop, name=fact.name),
    }[fact.answer]
    return _about(words, fact.consortium, fact.name)


@says(LeadOfferWithdrawn)
def lead_offer_withdrawn(fact: LeadOfferWithdrawn) -> Screen:
    return _about(t("The lead of “{name}” is no longer offered to you. Nothing has changed.", name=fact.name), fact.consortium, fact.name)


@says(LeadChanged)
def lead_changed(fact: LeadChanged) -> Screen:
    return _about(t("{shop} leads “{name}” now.", shop=fact.shop, name=fact.name), fact.consortium, fact.name)


@says(ConsortiumDissolved)
def consortium_dissolved(fact: ConsortiumDissolved) -> Screen:
    after = t("You no longer wait for a seat there.") if fact.waited else t("Your shop is free to join another consortium.")
    return Screen(
        words=lines(t("<b>“{name}” has been dissolved by its lead.</b>", name=fact.name), after), rows=column([MY_CONSORTIA, HOME])
    )


@says(ConsortiumRenamed)
def consortium_renamed(fact: ConsortiumRenamed) -> Screen:
    return _about(t("“{former}” is called “{name}” now.", former=fact.former, name=fact.name), fact.consortium, fact.name)


@says(CallChosen)
def call_chosen(fact: CallChosen) -> Screen:
    words = t("The lead of “{name}” has chosen the call under which you apply together. The card says what it asks for.", name=fact.name)
    return _about(words, fact.consortium, fact.name)


@says(PartChanged)
def part_changed(fact: PartChanged) -> Screen:
    due = t("What falls to you now: <b>{due:won}</b>", due=fact.due) if fact.due is not None else t("How much falls to you is still open.")
    former = t("Your earlier promise of {promised:won} no longer counts.", promised=fact.promised) if fact.promised is not None else None
    ways = [pledges.to_own_share(fact.consortium)]
    if fact.due is not None:
        ways.insert(0, button(t("✅ I promise {due:won}", due=fact.due), AskToPromise(fact.consortium, fact.due)))
    words = lines(t("<b>“{name}”: please promise your part of the own share.</b>", name=fact.name), _why(fact.why), due, former)
    return _about(words, fact.consortium, fact.name, *ways)


def _why(why: Change) -> Words:
    return {
        Change.COST: t("The lead has set the project cost."),
        Change.DIVISION: t("The lead has divided the own share anew."),
        Change.MEMBERS: t("A member has come or gone."),
        Change.CALL: t("Another call has been chosen."),
    }[why]


@says(PromisesComplete)
def promises_complete(fact: PromisesComplete) -> Screen:
    return _about(
        lines(
            t("<b>Everybody in “{name}” has promised a part of the own share.</b>", name=fact.name),
            t("{promised:won} of {needed:won} is promised.", promised=fact.promised, needed=fact.needed)
            if fact.needed is not None
            else t("{promised:won} is promised.", promised=fact.promised),
        ),
        fact.consortium,
        fact.name,
        pledges.to_own_share(fact.consortium),
    )


@says(MissingFromYou)
def missing_from_you(fact: MissingFromYou) -> Screen:
    told = tuple(_missing(gap) for gap in fact.gaps or ())
    words = lines(
        t("<b>“{name}” waits for you.</b> The lead asks you to see to this:", name=fact.name),
        t("{gaps:bullets}", gaps=told) if told else None,
    )
    ways = {way.tap: way for way in (_way(fact, gap) for gap in fact.gaps or ())}
    return _about(words, fact.consortium, fact.name, *ways.values())


def _missing(gap: Gap) -> Words:
    return {
        Gap.SHOP: t("your shop is not confirmed"),
        Gap.FOUNDERS: t("the number of founders or member cooperatives of your business"),
        Gap.CERTIFICATE: t("the last day of your micro enterprise certificate"),
        Gap.PROMISE: t("your part of the own share"),
        Gap.AGREEMENT: t("your confirmation of the agreement"),
        Gap.BRIEFING: t("a visit to a briefing of the call: one of you is enough"),
    }[gap]


def _way(fact: MissingFromYou, gap: Gap) -> Button:
    shop = button(t("🏪 See my shop"), ShowShop(fact.shop))
    return {
        Gap.SHOP: shop,
        Gap.FOUNDERS: shop,
        Gap.CERTIFICATE: button(t("⏰ Certificate's last day"), BeginStory("certificate")),
        Gap.PROMISE: button(t("💰 Promise my part"), ShowOwnShare(fact.consortium)),
        Gap.AGREEMENT: button(t("📝 Agreement"), ShowAgreement(fact.consortium)),
        Gap.BRIEFING: briefings(),
    }[gap]
