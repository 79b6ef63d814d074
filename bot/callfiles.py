"""`golmok calls …`: call files on the command line."""

from collections.abc import Mapping, Sequence
from datetime import date, datetime
from pathlib import Path

from bot.groundwork import clock_of
from bot.settings import BadSettings, Settings
from programme.call import Call
from programme.seoul import SEOUL, seoul_day
from services.calls import AllCalls, LoadCalls, NotLoaded, read_packaged
from services.office import Office

DEMO = "-demo.toml"  # made up for trying things out: never in a real office unless asked for


def texts(files: Sequence[Path], *, demo: bool = True) -> dict[str, str]:
    """Name → text; the packaged files when none is named, `demo` with the made-up calls."""
    if not files:
        return {name: text for name, text in read_packaged().items() if demo or not name.endswith(DEMO)}
    try:
        return {str(file): file.read_text(encoding="utf-8") for file in files}
    except (OSError, UnicodeDecodeError) as error:
        raise BadSettings(f"A call file cannot be read: {error}.") from None


def today(settings: Settings) -> date:
    """On Seoul's calendar, by the clock the bot goes by."""
    return seoul_day(clock_of(settings).now())


async def loaded(office: Office, given: Mapping[str, str], on: date) -> list[str]:
    """A line a call. Raises `BadSettings` with every problem; then nothing was loaded."""
    outcome = await office.do(LoadCalls(files=given, on=on))
    if isinstance(outcome, NotLoaded):
        raise BadSettings("No call was loaded. " + " ".join(str(problem) for problem in outcome.problems))
    kinds = (("new", outcome.new), ("changed", outcome.changed), ("unchanged", outcome.unchanged))
    return [f"{kind:>9}  {_line(call)}" for kind, calls in kinds for call in calls]


async def shown(office: Office, key: str | None) -> list[str]:
    found = await office.look(AllCalls())
    if key is None:
        return [_line(call) for call in found]
    return [line for call in found if call.key == key for line in _lines(call)]


def _line(call: Call) -> str:
    return f"{call.key}  {call.version}  {call.track.value} {call.year}  {call.status.value}"


def _lines(call: Call) -> list[str]:
    rate = f"{call.rate.value.num}/{call.rate.value.den}" if call.rate.value is not None else "set by the call"
    cap = f"{call.cap.value:,} KRW" if call.cap.value is not None else "set by the call"
    return [
        _line(call),
        f"  rate     {rate}",
        f"  cap      {cap}",
        f"  unit     {call.unit.value:,} KRW",
        f"  members  {call.fewest.value or '–'} to {call.most.value or '–'}",
        *(f"  round {one.number}  {_moment(one.opens)} – {_moment(one.closes)}" for one in call.rounds),
        *(f"  rule     {rule.value}" for rule, _ in call.rules),
    ]


def _moment(at: datetime | None) -> str:
    return f"{at.astimezone(SEOUL):%Y-%m-%d %H:%M}" if at is not None else "not on record"
