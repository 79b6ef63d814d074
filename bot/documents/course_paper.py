"""The certificate of a course (수료증) as a PDF: issued by the office through the bot, with a number the office knows, and no seal."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime

from bot.documents.document import Document, MadeFile, file_name
from bot.documents.outline import Block, Grid, Heading, Outline, Paragraph
from bot.documents.registry import document
from bot.words import Words, lines, t, tn, told
from programme.seoul import seoul_time
from services.courses import Issued

PDF = "application/pdf"
SEPARATOR = "/"


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
        from bot.documents.pdf import pdf  # noqa: PLC0415

        name = t("Certificate {title} {name}", title=self._title, name=self.name).in_(self.tongue)
        return MadeFile(name=file_name(name, ".pdf"), content=pdf(self.outline()), media_type=PDF)

    def outline(self) -> Outline:
        return Outline(
            language="ko" if self.tongue == "ko" else "en",
            title=self._in(t("Certificate of completion")),
            notice="",
            blocks=tuple(self._blocks()),
            foot=self._in(t("Issued electronically, without a seal. The office confirms the number: {number}", number=self.number)),
        )

    def _blocks(self) -> Iterator[Block]:
        at = datetime.fromisoformat(self.issued_at)
        yield Paragraph(text=self._in(t("No. {number}", number=self.number)))
        yield Heading(text=self.name, centred=True)
        yield Grid(widths=(3, 8), rows=tuple((self._in(label), self._in(text)) for label, text in self._facts()))
        yield Paragraph(text=self._in(t("This certifies that the person named above has completed this course.")))
        yield Heading(text=self._in(t("{on:date}", on=at)), centred=True)
        yield Heading(text=self._in(t("Office of the programme for small shops that work together, Seoul")), centred=True)

    def _facts(self) -> Iterator[tuple[Words, Words]]:
        spans = [tuple(map(datetime.fromisoformat, line.split(SEPARATOR))) for line in self.dates.splitlines()]
        yield t("Course"), self._title
        yield (
            t("Dates attended"),
            lines(*(t("{n}. {at:datetime}–{end}", n=n, at=at, end=f"{seoul_time(end):%H:%M}") for n, (at, end) in enumerate(spans, 1))),
        )
        yield t("Attendance"), t("{attended} of {held} dates", attended=len(spans), held=self.held)
        yield t("Length"), length(self.minutes)

    @property
    def _title(self) -> Words:
        return told({"ko": self.title} | ({"en": self.title_en} if self.title_en else {}))

    def _in(self, words: Words) -> str:
        return words.in_(self.tongue)


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
