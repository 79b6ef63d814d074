"""The year of the programme: tracks as lanes, stages as rows, quarters as columns, today as a line.

Every bar stands beside the name of its stage, and what is known only by month or quarter has an open bar: nothing hangs on colour alone.
"""

from dataclasses import dataclass
from datetime import date, timedelta
from io import BytesIO
from itertools import zip_longest

from PIL import Image, ImageDraw

from bot.pictures.fonts import fitting, font
from bot.pictures.picture import Picture
from bot.pictures.registry import picture
from bot.screens.wording import worded
from bot.words import t
from programme.stages import QUARTERS, Grain, Stage, quarter_days
from programme.tracks import Track
from programme.year_plan import YearPlan

WIDTH, MARGIN = 1080, 36
NAMES = 190  # the column of the stages' names
LEFT, RIGHT = MARGIN + NAMES, WIDTH - MARGIN
HEAD, LANE_HEAD, ROW, GAP, FOOT = 176, 62, 54, 26, 96
BAR = 34
TITLE_SIZE, LANE_SIZE, QUARTER_SIZE, NAME_SIZE, IN_BAR_SIZE = 42, 34, 30, 30, 24
PAPER, INK, FAINT, BAND = "#ffffff", "#1c2430", "#c3cad4", "#eef2f6"
FILLED, OPEN, NOW = "#1d6b52", "#dcebe5", "#b4472f"
FEWEST_PIXELS = 10  # a day alone would be too narrow to see


@dataclass(frozen=True, slots=True)
class _Bar:
    track: Track
    stage: Stage
    round: int  # 0: all of them
    first: date
    last: date
    grain: Grain


@picture("year")
@dataclass(frozen=True, slots=True, kw_only=True)
class YearPicture(Picture):
    """`today`: ISO, "" when it lies in another year. `bars`: a line each, "track stage round first last grain"."""

    year: int
    today: str
    bars: str

    def draw(self, language: str) -> bytes:
        rows = self._rows()
        height = HEAD + FOOT + sum(LANE_HEAD + GAP + ROW * max(len(stages), 1) for _, stages in rows)
        sheet = Image.new("RGB", (WIDTH, height), PAPER)
        _Drawing(ImageDraw.Draw(sheet), self.year, language).all(rows, date.fromisoformat(self.today) if self.today else None, height)
        png = BytesIO()
        sheet.save(png, "PNG", optimize=True)
        return png.getvalue()

    def _rows(self) -> list[tuple[Track, list[tuple[Stage, list[_Bar]]]]]:
        bars = [_read(line) for line in self.bars.splitlines()]
        lanes = []
        for track in Track:
            of_track = [bar for bar in bars if bar.track is track]
            lanes.append((track, [row for stage in Stage for row in _rows_of(stage, [b for b in of_track if b.stage is stage])]))
        return lanes


class _Drawing:
    def __init__(self, pen: ImageDraw.ImageDraw, year: int, language: str) -> None:
        self._pen = pen
        self._year = year
        self._language = language
        self._first, self._last = date(year, 1, 1), date(year, 12, 31)

    def all(self, lanes: list[tuple[Track, list[tuple[Stage, list[_Bar]]]]], today: date | None, height: int) -> None:
        title = t("The programme in {year}", year=self._year).in_(self._language)
        self._pen.text((MARGIN, 26), title, INK, fitting(title, TITLE_SIZE, RIGHT - MARGIN))
        self._quarters(height - FOOT)
        if today is not None:
            self._today(today, height - FOOT)
        top = HEAD
        for track, stages in lanes:
            top = self._lane(track, stages, top)
        self._legend(height - FOOT + 20)

    def _x(self, day: date) -> int:
        whole = (self._last - self._first).days + 1
        return LEFT + (RIGHT - LEFT) * (min(max(day, self._first), self._last + timedelta(days=1)) - self._first).days // whole

    def _quarters(self, bottom: int) -> None:
        for quarter in QUARTERS:
            first, last = quarter_days(self._year, quarter)
            left, right = self._x(first), self._x(last + timedelta(days=1))
            label = t("Q{quarter}", quarter=quarter).in_(self._language)
            self._pen.text(((left + right) // 2, HEAD - 56), label, INK, font(QUARTER_SIZE), anchor="ma")
            self._pen.line((left, HEAD - 12, left, bottom), FAINT, 2)
        self._pen.line((RIGHT, HEAD - 12, RIGHT, bottom), FAINT, 2)

    def _lane(self, track: Track, stages: list[tuple[Stage, list[_Bar]]], top: int) -> int:
        self._pen.rectangle((MARGIN, top, RIGHT, top + LANE_HEAD - 10), BAND)
        name = worded(track.wording).in_(self._language)
        self._pen.text((MARGIN + 12, top + (LANE_HEAD - 10) // 2), name, INK, font(LANE_SIZE), anchor="lm")
        top += LANE_HEAD
        if not stages:
            none = t("Nothing on record").in_(self._language)
            self._pen.text((LEFT + 12, top + ROW // 2), none, INK, font(NAME_SIZE), anchor="lm")
        named = None
        for stage, bars in stages:
            label = "" if stage is named else worded(stage.wording).in_(self._language)
            self._pen.text((MARGIN + 12, top + ROW // 2), label, INK, fitting(label, NAME_SIZE, NAMES - 24), anchor="lm")
            named = stage
            for bar, following in zip_longest(bars, bars[1:]):
                self._bar(bar, top + (ROW - BAR) // 2, self._x(following.first) if following is not None else RIGHT)
            top += ROW
        return top + GAP + (0 if stages else ROW)

    def _bar(self, bar: _Bar, top: int, limit: int) -> None:
        """`limit`: where the next one begins."""
        if bar.last < self._first or bar.first > self._last:
            self._elsewhere(bar, top)
            return
        left, right = self._x(bar.first), max(self._x(bar.last + timedelta(days=1)), self._x(bar.first) + FEWEST_PIXELS)
        exact = bar.grain is Grain.DAY
        self._pen.rounded_rectangle((left + 1, top, right - 2, top + BAR), 8, FILLED if exact else OPEN, FILLED, 3)
        words = t("Round {n}", n=bar.round).in_(self._language) if bar.round else ""
        self._round(words, (left, right), top, limit, PAPER if exact else INK)

    def _round(self, words: str, bar: tuple[int, int], top: int, limit: int, lettering: str) -> None:
        """In the bar; beside it where that is too narrow; only the number where there is no room beside it either."""
        (left, right), middle = bar, top + BAR // 2
        wide = font(IN_BAR_SIZE).getlength(words)
        if wide <= right - left - 14:
            self._pen.text(((left + right) // 2, middle), words, lettering, font(IN_BAR_SIZE), anchor="mm")
        elif right + 16 + wide <= limit:
            self._on_paper((right + 8, middle), words, "lm")
        elif limit == RIGHT:
            self._on_paper((left - 8, middle), words, "rm")
        else:
            number = "".join(letter for letter in words if letter.isdecimal())
            self._pen.text(((left + right) // 2, middle), number, lettering, font(IN_BAR_SIZE), anchor="mm")

    def _elsewhere(self, bar: _Bar, top: int) -> None:
        """Before this year or after it: an arrow at the edge says when."""
        after = bar.first > self._last
        month = t("{month:month}", month=bar.first).in_(self._language)
        words, at, anchor = (f"{month} ▶", RIGHT - 8, "rm") if after else (f"◀ {month}", LEFT + 8, "lm")
        self._on_paper((at, top + BAR // 2), words, anchor)

    def _on_paper(self, at: tuple[int, int], words: str, anchor: str) -> None:
        """No line runs through letters."""
        self._pen.rectangle(self._pen.textbbox(at, words, font(IN_BAR_SIZE), anchor=anchor), PAPER)
        self._pen.text(at, words, INK, font(IN_BAR_SIZE), anchor=anchor)

    def _today(self, today: date, bottom: int) -> None:
        at = self._x(today)
        self._pen.line((at, HEAD - 12, at, bottom), NOW, 4)
        label = t("Today, {day:short_date}", day=today).in_(self._language)
        half = int(font(IN_BAR_SIZE).getlength(label)) // 2 + 8
        centre = min(max(at, MARGIN + half), RIGHT - half)
        self._pen.text((centre, HEAD - 84), label, NOW, font(IN_BAR_SIZE), anchor="ma")
        self._pen.polygon(((at - 9, HEAD - 14), (at + 9, HEAD - 14), (at, HEAD)), NOW)

    def _legend(self, top: int) -> None:
        left = MARGIN + 12
        for exact, words in ((True, t("known to the day")), (False, t("known by month or quarter"))):
            label = words.in_(self._language)
            self._pen.rounded_rectangle((left, top, left + 54, top + 28), 8, FILLED if exact else OPEN, FILLED, 3)
            self._pen.text((left + 68, top + 14), label, INK, font(IN_BAR_SIZE), anchor="lm")
            left += 68 + int(font(IN_BAR_SIZE).getlength(label)) + 48


def year_picture(plan: YearPlan, today: date) -> YearPicture:
    told = [
        f"{lane.track.value} {e.stage.value} {e.round or 0} {e.span.first.isoformat()} {e.span.last.isoformat()} {e.span.grain.value}"
        for lane in plan.lanes
        for e in lane.entries
    ]
    return YearPicture(year=plan.year, today=today.isoformat() if today.year == plan.year else "", bars="\n".join(told))


def _read(line: str) -> _Bar:
    track, stage, number, first, last, grain = line.split()
    days = date.fromisoformat(first), date.fromisoformat(last)
    return _Bar(Track(track), Stage(stage), int(number), *days, Grain(grain))


def _rows_of(stage: Stage, bars: list[_Bar]) -> list[tuple[Stage, list[_Bar]]]:
    """Rounds that run at the same time stand one below the other."""
    rows: list[list[_Bar]] = []
    for bar in sorted(bars, key=lambda one: one.first):
        free = next((row for row in rows if row[-1].last < bar.first), None)
        if free is None:
            rows.append([bar])
        else:
            free.append(bar)
    return [(stage, row) for row in rows]
