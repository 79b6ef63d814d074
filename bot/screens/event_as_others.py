"""An event as others see it, shown to the office; and the link that leads to it."""

from bot.dialogue.taps import BeginStory
from bot.pictures.qr import QrCode
from bot.screens.event_desk import to_event
from bot.screens.event_desk_taps import (
    PublishThis,
    SeeAsOthers,
)
from bot.screens.event_page import answer_buttons, details, share_button
from bot.screens.event_words import title_of
from bot.screens.screen import Button, Link, Screen, button, column, enclosed
from bot.screens.ways import HOME
from bot.words import joined, lines, t, verbatim
from services.event_desk import OfficeEvent, Previewed


def publish(event: int, seen: str) -> Button:
    return button(t("📣 Publish"), PublishThis(event, seen))


def as_others(found: Previewed, language: str) -> Screen:
    """`language`: in which it is shown; the buttons below are the office's own, those of the others are named."""
    seen = found.page
    page = details(seen)
    words = page.words if language == "" else verbatim(page.words.in_(language))
    labels = [one.label if language == "" else verbatim(one.label.in_(language)) for one in answer_buttons(seen)]
    ways = [to_event(seen.event.id)]
    if found.draft:
        ways = [publish(seen.event.id, found.seen), button(t("✏️ Change"), BeginStory("change_event", str(seen.event.id)))]
        ways.append(to_event(seen.event.id, t("📝 Keep as a draft")))
    return Screen(
        words=lines(
            t("<i>👀 As others see it:</i>\n"),
            words,
            t("\n<i>Buttons: {labels}</i>", labels=joined(labels, " · ")) if labels else None,
        ),
        rows=column([_other_language(seen.event.id, other=language == ""), *ways]),
        encloses=enclosed((seen.event.photo,), ()) if seen.event.photo and language == "" else (),
    )


def _other_language(event: int, *, other: bool) -> Button:
    return button(t("🌐 In the other language") if other else t("🌐 In my language"), SeeAsOthers(event, other=other))


def event_link(found: OfficeEvent) -> Screen:
    link = Link(f"ev_{found.event.id}")
    return Screen(
        words=lines(
            t("<b>{title}</b>", title=title_of(found.event)),
            t("Whoever follows this link or scans the picture sees the event and can register. It may stand on a poster."),
        ),
        spells=link,
        picture=QrCode(payload=link.payload),
        rows=column([share_button(found.event), to_event(found.event.id), HOME]),
        stays=True,
    )
