"""What each line of today says, and the button by which it is done."""

from bot.dialogue.taps import BeginStory
from bot.screens.check_in_taps import ShowAttendees
from bot.screens.event_words import title_name
from bot.screens.finder_taps import ShowReport
from bot.screens.inquiries import topic
from bot.screens.introduction_taps import ShowOneCard
from bot.screens.role_taps import ShowOfficePeople
from bot.screens.roles import role_name
from bot.screens.screen import button
from bot.screens.session_after import log_button
from bot.screens.session_overview_taps import ShowDispute, ShowUnlogged
from bot.screens.shop_checks import ShowCheck
from bot.screens.today import Told, counts_today, tells_today
from bot.screens.wording import worded
from bot.words import Words, t, tn
from programme.districts import District
from services.inquiries import Topic
from services.today import CARDS, DISPUTES, EVENTS_NOW, INTRODUCTIONS, LINKS, OWN_LOGS, QUESTIONS, SHOPS, UNATTENDED, UNLOGGED
from services.today_events import EventToday, NobodyNoted
from services.today_office import CardWaits, IntroductionWaits, LinkUnused, QuestionWaits, ShopWaits
from services.today_sessions import LogMissingOf, OwnLogMissing, SidesDiffer


@tells_today(QuestionWaits)
def question(line: QuestionWaits) -> Told:
    about = topic(Topic(line.topic))
    words = t("Question No. {n} ({topic}), since {at:datetime}", n=line.number, topic=about, at=line.due)
    if line.mine:
        words = t("Question No. {n} ({topic}), since {at:datetime}. You look after it.", n=line.number, topic=about, at=line.due)
    return Told(words, button(t("✍️ Answer it"), BeginStory("answer_inquiry", str(line.number))))


@tells_today(ShopWaits)
def shop(line: ShopWaits) -> Told:
    gu = worded(District(line.gu).wording)
    words = t("Shop to confirm: {shop}, {gu}, since {at:datetime}", shop=line.name, gu=gu, at=line.due)
    return Told(words, button(t("🧾 Confirm it"), ShowCheck(line.shop)))


@tells_today(CardWaits)
def card(line: CardWaits) -> Told:
    words = t("A card was reported: {shop}, on {at:datetime}", shop=line.name, at=line.due)
    return Told(words, button(t("🚩 Decide about it"), ShowReport(line.shop)))


@tells_today(IntroductionWaits)
def introduction(line: IntroductionWaits) -> Told:
    words = t("A card of introductions was reported: No. {n}, on {at:datetime}", n=line.card, at=line.due)
    return Told(words, button(t("🪪 Look at card No. {n}", n=line.card), ShowOneCard(line.card)))


@tells_today(SidesDiffer)
def dispute(line: SidesDiffer) -> Told:
    words = t("Two sides differ: session No. {n} of {at:datetime}", n=line.session, at=line.starts_at)
    return Told(words, button(t("⚖️ Decide it"), ShowDispute(line.session)))


@tells_today(LogMissingOf)
def log_missing(line: LogMissingOf) -> Told:
    words = t(
        'No log yet: session No. {n} of {at:datetime}, <a href="tg://user?id={id}">{name}</a>',
        n=line.session,
        at=line.due,
        id=line.consultant,
        name=line.name,
    )
    return Told(words, button(t("📝 Logs missing"), ShowUnlogged()))


@tells_today(OwnLogMissing)
def own_log(line: OwnLogMissing) -> Told:
    words = t("Your log is missing: session No. {n} of {at:datetime}", n=line.session, at=line.due)
    return Told(words, log_button(line.session))


@tells_today(EventToday)
def event_today(line: EventToday) -> Told:
    words = t("Today {at:time}–{end:time}: {title}", at=line.due, end=line.ends_at, title=title_name(line.title))
    return Told(words, button(t("🎫 Check-in"), ShowAttendees(line.date)))


@tells_today(NobodyNoted)
def nobody_noted(line: NobodyNoted) -> Told:
    words = t("Over since {at:datetime}, and nobody was noted as there: {title}", at=line.due, title=title_name(line.title))
    return Told(words, button(t("🎫 Note who was there"), ShowAttendees(line.date)))


@tells_today(LinkUnused)
def link_unused(line: LinkUnused) -> Told:
    words = t("Not used yet: the link for {name} ({role}), until {at:datetime}", name=line.name, role=role_name(line.role), at=line.due)
    return Told(words, button(t("👥 See the link"), ShowOfficePeople()))


# -- how many, in the morning


@counts_today(QUESTIONS)
def questions(n: int) -> Words:
    return tn("{count} question without an answer", "{count} questions without an answer", n)


@counts_today(SHOPS)
def shops(n: int) -> Words:
    return tn("{count} shop to confirm", "{count} shops to confirm", n)


@counts_today(CARDS)
def cards(n: int) -> Words:
    return tn("{count} reported card", "{count} reported cards", n)


@counts_today(INTRODUCTIONS)
def introductions(n: int) -> Words:
    return tn("{count} reported card of introductions", "{count} reported cards of introductions", n)


@counts_today(DISPUTES)
def disputes(n: int) -> Words:
    return tn("{count} session to decide about", "{count} sessions to decide about", n)


@counts_today(EVENTS_NOW)
def events(n: int) -> Words:
    return tn("{count} event today", "{count} events today", n)


@counts_today(UNATTENDED)
def unattended(n: int) -> Words:
    return tn("{count} event without attendance", "{count} events without attendance", n)


@counts_today(UNLOGGED)
def unlogged(n: int) -> Words:
    return tn("{count} session without a log", "{count} sessions without a log", n)


@counts_today(OWN_LOGS)
def own_logs(n: int) -> Words:
    return tn("{count} log of yours is missing", "{count} logs of yours are missing", n)


@counts_today(LINKS)
def links(n: int) -> Words:
    return tn("{count} link nobody has used", "{count} links nobody has used", n)
