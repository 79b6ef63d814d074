"""One way in which every file about people is given: asked once more first, with what it holds and where it belongs."""

from bot.screens.screen import Button, Screen, button, column
from bot.screens.ways import HOME
from bot.taps import Tap
from bot.words import Words, lines, t


def sure_to_take(what: Words, *, yes: Tap, back: Button) -> Screen:
    """`what`: the file's own title. `yes`: takes it; the deed checks who may."""
    return Screen(
        words=lines(
            t("<b>📥 {what}: take it as a file?</b>", what=what),
            t("It tells of people: keep it in the office, send it to nobody, delete it when you are done."),
            t("That you took it is written into the record."),
        ),
        rows=column([button(t("📥 Yes, give me the file"), yes), back, HOME]),
    )
