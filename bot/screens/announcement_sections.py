"""The sections of a draft: its text by language, its kind, its buttons, and to whom it goes."""

from collections.abc import Mapping, Sequence

from bot.dialogue.taps import BeginStory
from bot.screens.announcement_taps import (
    DropLanguage,
    DropThisButton,
    SetCategory,
    ShowAnnouncement,
    ShowAudience,
    ShowTrait,
    TurnThisValue,
)
from bot.screens.announcement_words import category_name, to_whom, trait_name, value_label, what_it_holds
from bot.screens.announcements import BUTTON, WORDS
from bot.screens.page_row import page_row
from bot.screens.screen import Button, Screen, button, column
from bot.words import SHIPPED, Words, lines, own_name, t, tn, verbatim
from programme.announcement_parts import first_line, first_words
from programme.announcements import MOST_BUTTONS, Category, in_language, spoken_in
from programme.audiences import ANSWERS, STAGES, Part, Trait
from programme.districts import District
from programme.subscriptions import SUBSCRIBED
from programme.tracks import Track
from programme.trades import Trade
from services.announcement_choosable import Choosable
from services.announcement_looks import OneSeen

PAGE = 10
LONGEST_LINE = 60


def _back(seen: OneSeen) -> Button:
    return button(t("◀ The announcement"), ShowAnnouncement(seen.one.id))


def _above(said: Words | None) -> Words | None:
    return t("{said}\n", said=said) if said is not None else None


def words_by_language(seen: OneSeen, said: Words | None = None) -> Screen:
    one = seen.one
    ways: list[Button] = []
    for language in SHIPPED:
        label = t("✏️ Write anew: {language}", language=own_name(language)) if language in one.parts else _add(language)
        ways.append(button(label, BeginStory(WORDS, f"{one.id}-{language}")))
    removes = [
        button(t("🗑 Without {language}", language=own_name(language)), DropLanguage(one.id, language))
        for language in one.parts
        if len(one.parts) > 1
    ]
    return Screen(
        words=lines(_above(said), t("<b>Text and languages</b>"), *(_in(seen, language) for language in SHIPPED)),
        rows=column([*ways, *removes, _back(seen)]),
    )


def _add(language: str) -> Words:
    return t("➕ Also in {language}", language=own_name(language))


def _in(seen: OneSeen, language: str) -> Words:
    one, name = seen.one, own_name(language)
    if language not in one.parts:
        read = own_name(spoken_in(one.parts, language))
        return t("\n⚠️ <b>{language}</b>: not written. These readers get it in {other}.", language=name, other=read)
    words = first_line(first_words(one.parts[language]), LONGEST_LINE)
    return t("\n<b>{language}</b>: “{begins}”", language=name, begins=verbatim(words))


def categories(seen: OneSeen) -> Screen:
    def label(one: Category) -> Words:
        mark = verbatim("✓ " if one is seen.one.category else "")
        return t("{mark}{category}", mark=mark, category=category_name(one))

    return Screen(
        words=lines(
            t("<b>What kind is it?</b>"),
            *(t("• <b>{category}</b>: {what}.", category=category_name(one), what=what_it_holds(one)) for one in Category),
        ),
        rows=column([*(button(label(one), SetCategory(seen.one.id, one)) for one in Category), _back(seen)]),
    )


def buttons(seen: OneSeen, said: Words | None = None) -> Screen:
    one = seen.one
    add = [button(t("➕ A button"), BeginStory(BUTTON, str(one.id)))] if len(one.buttons) < MOST_BUTTONS else []
    away = [
        button(t("🗑 “{label}”", label=verbatim(in_language(made["label"], "ko"))), DropThisButton(one.id, place, one.digest))
        for place, made in enumerate(one.buttons)
    ]
    return Screen(
        words=lines(
            _above(said),
            t("<b>Buttons below it</b>"),
            *(t("{n}. {labels}", n=n, labels=verbatim(" · ".join(made["label"].values()))) for n, made in enumerate(one.buttons, 1)),
            None if one.buttons else t("There are none yet. Up to {most} fit.", most=MOST_BUTTONS),
            t("\nBelow everything but service notices stands also “No more of this kind”."),
        ),
        rows=column([*add, *away, _back(seen)]),
    )


def audience(seen: OneSeen, choosable: Choosable, *, ruled_out: bool, said: Words | None = None) -> Screen:
    """Which trait is to be chosen, or ruled out."""
    one = seen.one
    chosen = one.audience.ruled_out if ruled_out else one.audience.wanted
    traits = [button(_trait_line(trait, len(chosen.get(trait, ()))), ShowTrait(one.id, trait, ruled_out)) for trait in choosable.traits]
    other = t("➕ But these people") if ruled_out else t("➖ But not these people")
    return Screen(
        words=lines(
            _above(said),
            t("<b>Who is not to get it?</b>") if ruled_out else t("<b>Who is to get it?</b>"),
            *_so_far(seen),
            t("\nSeveral values of one line: any of them. Several lines: all of them together."),
        ),
        rows=column([*traits, button(other, ShowAudience(one.id, not ruled_out)), _back(seen)]),
    )


def _so_far(seen: OneSeen) -> list[Words]:
    return [t("👥 To {whom}", whom=to_whom(seen.one.audience, seen.event_titles)), people(seen.people)]


def people(n: int) -> Words:
    """The live count."""
    if not n:
        return t("⚠️ <b>That is nobody at all.</b> It cannot be sent like this.")
    return tn("That is <b>{count:number} person</b> now.", "That is <b>{count:number} people</b> now.", n)


def _trait_line(trait: Trait, n: int) -> Words:
    return t("{trait} ({n})", trait=trait_name(trait), n=n) if n else trait_name(trait)


def trait_page(seen: OneSeen, choosable: Choosable, trait: Trait, *, ruled_out: bool, page: int, said: Words | None = None) -> Screen:
    one = seen.one
    chosen = (one.audience.ruled_out if ruled_out else one.audience.wanted).get(trait, frozenset())
    values = _values(trait, choosable, ruled_out=ruled_out)
    titles = dict(seen.event_titles) | dict(choosable.events)

    def label(value: str) -> Words:
        return t("{mark} {value}", mark=verbatim("☑" if value in chosen else "☐"), value=value_label(trait, value, titles))

    def tap(value: str) -> TurnThisValue:
        return TurnThisValue(one.id, trait, value.replace(":", "."), ruled_out, page)

    size, columns = (len(District), 3) if trait is Trait.GU else (PAGE, 1)
    page = min(max(page, 0), max(len(values) - 1, 0) // size)
    shown = [button(label(value), tap(value)) for value in values[page * size : (page + 1) * size]]

    return Screen(
        words=lines(
            _above(said),
            t("<b>{trait}: who is not to get it?</b>", trait=trait_name(trait))
            if ruled_out
            else t("<b>{trait}</b>", trait=trait_name(trait)),
            *_so_far(seen),
        ),
        rows=(
            *(tuple(shown[place : place + columns]) for place in range(0, len(shown), columns)),
            *page_row(page, more=(page + 1) * size < len(values), to=lambda to: ShowTrait(one.id, trait, ruled_out, to)),
            *column([button(t("◀ To whom"), ShowAudience(one.id, ruled_out)), _back(seen)]),
        ),
    )


def _values(trait: Trait, choosable: Choosable, *, ruled_out: bool) -> list[str]:
    """In the order of the programme. Whose role has limits chooses within them; anything may be ruled out."""
    if trait is Trait.EVENT:
        return [f"{number}:{answer}" for number, _ in choosable.events for answer in ANSWERS]
    limits = {} if ruled_out else {Trait.TRACK: choosable.tracks, Trait.GU: choosable.gus}
    limit = limits.get(trait)
    return [value for value in _VALUES.get(trait, ()) if not limit or value in limit]


_VALUES: Mapping[Trait, Sequence[str]] = {
    Trait.TRACK: [track.value for track in Track],
    Trait.GU: [gu.value for gu in District],
    Trait.TRADE: [trade.value for trade in Trade],
    Trait.ROLE: [part.value for part in Part],
    Trait.CONSORTIUM: STAGES,
    Trait.SUBSCRIPTION: [subject.value for subject in SUBSCRIBED],
    Trait.LANGUAGE: SHIPPED,
}
