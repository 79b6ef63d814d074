"""What the letters of a course say."""

from bot.screens.check_in_taps import ShowMyCourse
from bot.screens.courses import fetch_button
from bot.screens.event_words import title_name
from bot.screens.letters import says
from bot.screens.screen import Screen, button, column
from bot.screens.ways import HOME
from bot.words import lines, t
from services.course_letters import CertificateReady


@says(CertificateReady)
def certificate_ready(fact: CertificateReady) -> Screen:
    return Screen(
        words=lines(
            t("🎓 <b>You have completed the course “{title}”.</b>", title=title_name(fact.title)),
            t("You were at {attended} of {dates} dates. Your certificate is ready.", attended=fact.attended, dates=fact.dates),
        ),
        rows=column([fetch_button(fact.event), button(t("🎓 See the course"), ShowMyCourse(fact.event)), HOME]),
    )
