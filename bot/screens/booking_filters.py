"""How and in which language a session is to be: what narrows the search for a time."""

from collections.abc import Sequence

from bot.screens.booking_search import Search, ShowNextFree
from bot.screens.booking_times import asked
from bot.screens.consulting import language_name, way_name
from bot.screens.screen import Screen, button, column
from bot.screens.ways import HOME
from bot.words import Words, t
from programme.topics import Way


def filters(search: Search, ways: Sequence[Way], languages: Sequence[str]) -> Screen:
    """A tick before what is chosen; a tap changes it and looks again."""

    def marked(label: Words, *, on: bool) -> Words:
        return t("✓ {label}", label=label) if on else label

    hows = [("", t("However")), *((one.value, way_name(one)) for one in ways)]
    tongues = [("", t("Any language")), *((code, language_name(code)) for code in languages)]
    return Screen(
        words=t("<b>How and in which language?</b>\nI then show the free times that fit."),
        rows=(
            *column(button(marked(label, on=search.way == code), ShowNextFree(**{**asked(search), "way": code})) for code, label in hows),
            *column(
                button(marked(label, on=search.language == code), ShowNextFree(**{**asked(search), "language": code}))
                for code, label in tongues
            ),
            (button(t("◀ Back"), ShowNextFree(**asked(search))), HOME),
        ),
    )
