"""How an event stands for somebody, in a line each: its seats, when they can answer, who else comes, what they answered."""

from bot.screens.event_words import group_name, party_words, seats_words
from bot.screens.wording import worded
from bot.words import Words, joined, lines, t, tn
from programme.event_offers import held_until
from programme.events import Answer, Standing
from programme.trades import Trade
from services.event_pages import EventSeen
from storage.registrations import Registration


def seats_line(seen: EventSeen) -> Words | None:
    if seen.standing not in {Standing.OPEN, Standing.CLOSED, Standing.NOT_YET, Standing.DRAFT}:
        return None
    if not seen.has_seats:
        return t("🪑 There are no seats for: {group}", group=group_name(seen.group))
    waiting = tn("{count} waits", "{count} wait", seen.waiting) if seen.waiting else None
    words = seats_words(seen.left)
    return t("🪑 {seats} ({waiting})", seats=words, waiting=waiting) if waiting is not None else t("🪑 {seats}", seats=words)


def window_line(seen: EventSeen) -> Words | None:
    event = seen.event
    match seen.standing:
        case Standing.NOT_YET if event.opens_at is not None:
            return t("📝 You can answer from {at:datetime} on.", at=event.opens_at)
        case Standing.OPEN if event.closes_at is not None:
            return t("📝 Answer until {at:datetime}.", at=event.closes_at)
        case Standing.CLOSED if event.closes_at is not None:
            return t("📝 Registration ended on {at:datetime}.", at=event.closes_at)
        case Standing.CANCELLED:
            return t("🚫 <b>This event is cancelled.</b>")
        case Standing.OVER:
            return t("🏁 This event has begun or is over.")
        case _:
            return None


def who_comes(seen: EventSeen) -> Words | None:
    """By trade alone, never by name."""
    if not seen.trades:
        return None
    known = [t("{trade} {n}", trade=worded(Trade(trade).wording), n=count) for trade, count in seen.trades]
    others = [t("others {n}", n=seen.others)] if seen.others else []
    return t("\n🤝 Who else comes: {trades}", trades=joined([*known, *others], ", "))


def mine_words(seen: EventSeen, one: Registration) -> Words:
    match one.answer:
        case Answer.COMING:
            return t("✅ <b>You come</b> ({party}).", party=party_words(one.guests))
        case Answer.MAYBE:
            return t("🤔 <b>You said: perhaps.</b> No seat is kept for you.")
        case Answer.NOT_COMING:
            return t("❌ <b>You said that you do not come.</b>")
        case Answer.WAITING:
            return lines(
                t("⏳ <b>You wait for a seat: place {n}</b> ({party}).", n=seen.before + 1, party=party_words(one.guests)),
                _how_it_goes_on(seen),
            )
        case Answer.OFFERED:
            return t(
                "🎉 <b>A seat is held for you until {until:datetime}</b> ({party}). After that the next is asked.",
                until=one.held_until or seen.event.starts_at,
                party=party_words(one.guests),
            )
        case Answer.LAPSED:
            return t("⌛ The seat that was held for you went to the next.")


def _how_it_goes_on(seen: EventSeen) -> Words:
    if held_until(seen.now, seen.event.starts_at) is None:
        return t("So shortly before, none is held any more: a free seat goes to who asks first.")
    return t("When seats become free, I hold them for you and write at once.")
