"""The certificate of a course (수료증) as a PDF: issued by the office through the bot, with a number the office knows, and no seal."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime

import orjson

from bot.documents.document import Document, MadeFile, file_name
from bot.documents.registry import document
from bot.words import Words, joined, lines, t, tn, told, verbatim
from programme.seoul import seoul_time
from services.courses import Issued

PDF, TEMPLATE = "application/pdf", "certificate"
SEPARATOR = "/"
MOST_LINES = 8


@document("course_paper")
@dataclass(frozen=True, slots=True, kw_only=True)
class CoursePaper(Document):
    """`dates`: those attended, "start/end" in ISO, one a line. `tongue`: in which it is written, whatever its reader speaks."""

    number: str
    name: str
    title: str
    title_en: str
    dates: str
    held: int  # dates of the whole course
    minutes: int  # of those attended
    issued_at: str
    tongue: str

    def made(self, language: str) -> MadeFile:  # noqa: ARG002
        from bot.documents.pdf import set_in_type  # noqa: PLC0415

        name = t("Certificate {title} {name}", title=self._title, name=self.name).in_(self.tongue)
        return MadeFile(name=file_name(name, ".pdf"), content=set_in_type(TEMPLATE, self.written()), media_type=PDF)

    def written(self) -> str:
        """What the template says, in its language, as JSON."""
        said = {
            "title": t("Certificate of completion"),
            "number": t("No. {number}", number=self.number),
            "name": verbatim(self.name),
            "statement": t("This certifies that the person named above has completed this course."),
            "day": t("{on:date}", on=datetime.fromisoformat(self.issued_at)),
            "issuer": t("Office of the support programme for small shops"),
            "foot": t(
                "Issued by the office through the Golmok bot, without a seal. The office confirms the number: {number}", number=self.number
            ),
        }
        facts = [(self._in(label), self._in(text)) for label, text in self._facts()]
        return orjson.dumps({"language": self.tongue, "facts": facts, **{key: self._in(words) for key, words in said.items()}}).decode()

    def _facts(self) -> Iterator[tuple[Words, Words]]:
        spans = [tuple(map(datetime.fromisoformat, line.split(SEPARATOR))) for line in self.dates.splitlines()]
        yield t("Course"), self._title
        yield t("Dates attended"), _dates(spans)
        yield t("Attendance"), t("{attended} of {held} dates", attended=len(spans), held=self.held)
        yield t("Length"), length(self.minutes)

    @property
    def _title(self) -> Words:
        return told({"ko": self.title} | ({"en": self.title_en} if self.title_en else {}))

    def _in(self, words: Words) -> str:
        return words.in_(self.tongue)


def _dates(spans: list[tuple[datetime, ...]]) -> Words:
    """With their hours, as long as they fit onto the page."""
    if len(spans) <= MOST_LINES:
        return lines(*(t("{n}. {at:datetime}–{end:time}", n=n, at=at, end=end) for n, (at, end) in enumerate(spans, 1)))
    return lines(
        t("{first:date} – {last:date}", first=spans[0][0], last=spans[-1][0]),
        joined([t("{on:short_date}", on=at) for at, _ in spans], ", "),
    )


def length(minutes: int) -> Words:
    hours, rest = divmod(minutes, 60)
    whole = tn("{count} hour", "{count} hours", hours)
    return t("{hours} {minutes} minutes", hours=whole, minutes=rest) if rest else whole


def paper_number(number: int, issued_at: datetime) -> str:
    """As it stands on the paper: "2026-0012"."""
    return f"{seoul_time(issued_at):%Y}-{number:04d}"


def course_paper(one: Issued, tongue: str) -> CoursePaper:
    """Of the dates attended then; those that were noted later do not change the paper."""
    paper, course = one.certificate, one.course
    return CoursePaper(
        number=paper_number(paper.id, paper.issued_at),
        name=paper.name,
        title=course.event.title["ko"],
        title_en=course.event.title.get("en", ""),
        dates="\n".join(f"{date.starts_at.isoformat()}{SEPARATOR}{date.ends_at.isoformat()}" for date in course.attended),
        held=paper.dates,
        minutes=paper.minutes,
        issued_at=paper.issued_at.isoformat(),
        tongue=tongue,
    )
