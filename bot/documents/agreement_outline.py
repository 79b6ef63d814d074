"""What the collaboration agreement says, made from its terms: articles, two schedules, and a place for every signature."""

from collections.abc import Iterator
from typing import Literal

from bot.documents.outline import Block, Grid, Heading, Outline, Paragraph
from bot.words import t
from programme import agreement_labels as labels
from programme.agreement import Paper, Party, Terms, sum_of
from programme.agreement_wording import PREAMBLE, WORDINGS
from programme.districts import District
from programme.registration import BusinessNumber
from programme.tracks import SupportField, Track
from programme.trades import Trade
from programme.wording import Wording

Tongue = Literal["ko", "en"]
CIRCLED = "①②③④⑤⑥⑦⑧⑨"


def outline_of(paper: Paper, tongue: Tongue) -> Outline:
    return _Writing(paper, tongue).outline()


class _Writing:
    """One paper in one language."""

    def __init__(self, paper: Paper, tongue: Tongue) -> None:
        self._paper = paper
        self._terms: Terms = paper.terms
        self._tongue = tongue

    def outline(self) -> Outline:
        return Outline(
            language=self._tongue,
            title=self._in(labels.TITLE),
            notice=self._in(labels.READING_COPY),
            blocks=tuple(self._blocks()),
            foot=self._filled(
                labels.FOOT,
                name=self._terms.name,
                version=str(self._paper.version),
                day=t("{at:date}", at=self._paper.drawn_up_at).in_(self._tongue),
                digest=self._paper.digest[:8],
            ),
        )

    def _blocks(self) -> Iterator[Block]:
        yield Paragraph(text=self._in(PREAMBLE))
        yield from self._articles()
        yield Heading(text=self._in(labels.PROJECT), centred=True, new_page=True)
        yield self._project()
        yield Heading(text=self._in(labels.MEMBERS), centred=True)
        yield self._members()
        yield Heading(text=self._in(labels.SIGNATURES), centred=True, new_page=True)
        yield Paragraph(text=self._in(labels.SIGN_HERE))
        yield self._signatures()
        yield Paragraph(text=self._in(labels.NO_LAWYER), small=True)

    def _articles(self) -> Iterator[Block]:
        facts = {"name": self._terms.name, "ends_on": self._day}
        for n, article in enumerate(WORDINGS[self._terms.wording], start=1):
            yield Heading(text=self._filled(labels.ARTICLE, n=str(n), title=self._in(article.title)))
            alone = len(article.paragraphs) == 1
            for mark, paragraph in zip(CIRCLED, article.paragraphs, strict=False):
                yield Paragraph(text=("" if alone else f"{mark} ") + self._filled(paragraph, **facts))

    def _project(self) -> Grid:
        terms = self._terms
        rows = (
            (labels.CONSORTIUM, terms.name),
            (labels.CALL, self._in(terms.call or labels.NO_CALL)),
            (labels.TRACK, self._in(Track(terms.track).wording)),
            (labels.FIELDS, ", ".join(self._in(SupportField(field).wording) for field in terms.fields)),
            (labels.IDEA, terms.idea),
            (labels.ENDS_ON, self._filled(labels.UNTIL, day=self._day)),
            (labels.COST, self._won(terms.cost)),
            (labels.SUBSIDY, self._amount(terms.subsidy)),
            (labels.OWN, self._amount(terms.own)),
            (labels.DIVIDED, self._in(labels.HOW_DIVIDED[terms.divided])),
        )
        return Grid(widths=(3, 8), rows=tuple((self._in(label), text) for label, text in rows))

    def _members(self) -> Grid:
        columns = (labels.ROLE, labels.SHOP, labels.REPRESENTATIVE, labels.NUMBER, labels.TRADE, labels.PART)
        whole = sum_of(self._terms.parties)
        last = (self._in(labels.SUM), "", "", "", "", self._in(labels.NOT_YET) if whole is None else f"{whole:,}")
        rows = (*(self._member(party) for party in self._terms.parties), last)
        return Grid(widths=(4, 5, 4, 5, 5, 4), head=self._head(columns), rows=rows)

    def _member(self, party: Party) -> tuple[str, ...]:
        return (
            self._in(labels.ROLES[party.role]),
            party.shop,
            party.representative,
            BusinessNumber(party.number).written,
            f"{party.trade_words or self._in(Trade(party.trade).wording)} · {self._in(District(party.gu).wording)}",
            self._in(labels.NOT_YET) if party.amount is None else f"{party.amount:,}",
        )

    def _signatures(self) -> Grid:
        columns = (labels.ROLE, labels.SHOP, labels.REPRESENTATIVE, labels.CONFIRMED, labels.SEAL)
        return Grid(
            widths=(4, 5, 4, 5, 5), head=self._head(columns), rows=tuple(self._signer(party) for party in self._terms.parties), tall=True
        )

    def _signer(self, party: Party) -> tuple[str, ...]:
        at = self._paper.confirmed_at(party)
        shown = "" if at is None else t("{at:datetime}", at=at).in_(self._tongue)
        return (self._in(labels.ROLES[party.role]), party.shop, party.representative, shown, "")

    def _head(self, columns: tuple[Wording, ...]) -> tuple[str, ...]:
        return tuple(self._in(column) for column in columns)

    @property
    def _day(self) -> str:
        return t("{day:date}", day=self._terms.ends_on).in_(self._tongue)

    def _amount(self, amount: int | None) -> str:
        return self._in(labels.BY_THE_CALL) if amount is None else self._won(amount)

    def _won(self, amount: int) -> str:
        return t("{amount:won}", amount=amount).in_(self._tongue)

    def _in(self, wording: Wording) -> str:
        return wording.ko if self._tongue == "ko" else wording.en

    def _filled(self, wording: Wording, **facts: str) -> str:
        return self._in(wording).format_map(facts)
