"""One way in which every file about people is given: asked once more first, with what it holds and where it belongs."""

from bot.screens.event_desk import to_event
from bot.screens.export_taps import File, TakeFile
from bot.screens.office_only import refused
from bot.screens.screen import Button, Screen, button, column
from bot.screens.session_overview_taps import ShowOverview
from bot.screens.ways import HOME
from bot.taps import Tap
from bot.words import Words, lines, t
from services.coordinators import Forbidden


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


def sure_to_take_file(what: File, of: int) -> Screen:
    return sure_to_take(_title(what, of), yes=TakeFile(what, of), back=_back(what, of))


def _title(what: File, of: int) -> Words:
    return {
        File.SESSIONS: t("Sessions of {year}", year=str(of)),
        File.REGISTRATIONS: t("Registrations of event No. {n}", n=of),
        File.ATTENDANCE: t("Attendance of event No. {n}", n=of),
        File.SURVEY: t("Survey of event No. {n}", n=of),
    }[what]


def _back(what: File, of: int) -> Button:
    back = t("◀ No, go back")
    return button(back, ShowOverview(of)) if what is File.SESSIONS else to_event(of, back)


def not_yours(found: Forbidden) -> Screen:
    return refused(found, t("Only the coordinators of the office get this file."))
