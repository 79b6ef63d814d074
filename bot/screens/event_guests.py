"""Who is registered for an event, for the office: the list, one who waits, and all of it as a sheet."""

from bot.documents.registration_sheet import registration_sheet
from bot.screens.event_desk import to_event
from bot.screens.event_desk_taps import ExportThis, PutThemAhead, ShowGuests, ShowWaitingGuest
from bot.screens.event_words import title_of
from bot.screens.page_row import page_row
from bot.screens.screen import Button, Screen, button, column
from bot.screens.ways import HOME
from bot.words import Words, lines, t, tn, verbatim
from services.event_guests import ANSWERS, EventSheetFacts, GuestList, Listed, Named, PutAheadOfAll, WhyAhead
from storage.events import Event


def all_guests(event: int) -> Button:
    return button(t("◀ Who is registered"), ShowGuests(event, Listed.WAITING))


def who(one: Named) -> Words:
    if one.name and one.shop:
        return t("{shop} · {name}", shop=one.shop, name=one.name)
    known = one.name or one.shop
    return verbatim(known) if known else t("Without a shop, No. {n}", n=one.registration.id)


def guests(found: GuestList, said: Words | None = None) -> Screen:
    number = found.event.id
    waiting = found.listed is Listed.WAITING
    return Screen(
        words=lines(
            t("{said}\n", said=said) if said is not None else None,
            t("<b>{title}</b>: {listed}", title=title_of(found.event), listed=_listed(found.listed)),
            *(_line(found, at, one) for at, one in enumerate(found.people)),
            t("Nobody.") if not found.people else None,
            t("\nTap somebody to put them ahead of the others.") if waiting and found.people else None,
        ),
        rows=(
            *(column([_to_guest(one) for one in found.people]) if waiting else ()),
            *page_row(found.page, more=found.more, to=lambda page: ShowGuests(number, found.listed, page)),
            *_others(found),
            *column([button(t("📥 As an Excel sheet"), ExportThis(number)), to_event(number), HOME]),
        ),
    )


def _line(found: GuestList, at: int, one: Named) -> Words:
    place = found.page * 10 + at + 1
    more = one.registration.guests
    if more:
        return t("{n}. {who} +{guests}", n=place, who=who(one), guests=more)
    return t("{n}. {who}", n=place, who=who(one))


def _listed(one: Listed) -> Words:
    return {
        Listed.COMING: t("who comes"),
        Listed.MAYBE: t("who perhaps comes"),
        Listed.WAITING: t("who waits, the next one first"),
        Listed.OFFERED: t("to whom a seat is offered"),
        Listed.GONE: t("who does not come"),
    }[one]


def _others(found: GuestList) -> tuple[tuple[Button, ...], ...]:
    shown = [(one, sum(found.counts.get(answer, 0) for answer in ANSWERS[one])) for one in Listed if one is not found.listed]
    return column([button(_label(one, count), ShowGuests(found.event.id, one)) for one, count in shown if count])


def _label(one: Listed, count: int) -> Words:
    return {
        Listed.COMING: t("✅ Come ({n})", n=count),
        Listed.MAYBE: t("🤔 Perhaps ({n})", n=count),
        Listed.WAITING: t("⏳ Wait ({n})", n=count),
        Listed.OFFERED: t("🎉 Offered ({n})", n=count),
        Listed.GONE: t("❌ Do not come ({n})", n=count),
    }[one]


def _to_guest(one: Named) -> Button:
    return button(t("⏫ {who}", who=who(one)), ShowWaitingGuest(one.registration.id))


# -- putting somebody ahead


def waiting_guest(event: Event, one: Named) -> Screen:
    number = one.registration.id
    return Screen(
        words=lines(
            t("<b>{who}</b> waits for a seat at “{title}”.", who=who(one), title=title_of(event)),
            t("Why shall they come before all others who wait? The reason is kept."),
        ),
        rows=column([*(button(why_ahead(why), PutThemAhead(number, why)) for why in WhyAhead), all_guests(event.id), HOME]),
    )


def why_ahead(why: WhyAhead) -> Words:
    return {
        WhyAhead.ACCESS: t("♿ The room is readied for them"),
        WhyAhead.PART: t("🎤 They have a part in it"),
        WhyAhead.CONDITION: t("📋 They need it to apply"),
        WhyAhead.MISTAKE: t("🙇 Our own mistake"),
    }[why]


def put_ahead(outcome: PutAheadOfAll) -> Words:
    return t("{who} is the next one now. When a seat is free, it is offered to them at once.", who=who(outcome.named))


def waits_no_more() -> Words:
    return t("They do not wait any more: they have a seat by now, or went away.")


# -- the sheet


def sheet(found: EventSheetFacts, language: str) -> Screen:
    return Screen(
        words=lines(
            t("<b>The registrations stand in the file above.</b>"),
            tn("{count} person has answered.", "{count} people have answered.", len(found.people)),
            t("It names people and what they answered: keep it in the office, and delete it when the event is settled."),
        ),
        rows=column([to_event(found.event.id), HOME]),
        documents=(registration_sheet(found, language),),
        stays=True,
    )
