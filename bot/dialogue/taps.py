"""The taps every story shares. `draft` is the draft's id, `asked` and `option` are digests."""

from dataclasses import dataclass

from bot.taps import Tap, tap


@tap("a")
@dataclass(frozen=True)
class Pick(Tap):
    """This option is my answer."""

    draft: str
    asked: str
    option: str


@tap("x")
@dataclass(frozen=True)
class Toggle(Tap):
    """Tick or untick this option of a multi-choice question."""

    draft: str
    asked: str
    option: str


@tap("ok")
@dataclass(frozen=True)
class Done(Tap):
    """That is all of them: ends a multi-choice or a row of files."""

    draft: str
    asked: str


@tap("sk")
@dataclass(frozen=True)
class Skip(Tap):
    """No answer to an optional question."""

    draft: str
    asked: str


@tap("kp")
@dataclass(frozen=True)
class Keep(Tap):
    """My earlier answer stands."""

    draft: str
    asked: str


@tap("pg")
@dataclass(frozen=True)
class TurnPage(Tap):
    """Show another page of the options."""

    draft: str
    asked: str
    page: int


@tap("b")
@dataclass(frozen=True)
class Back(Tap):
    draft: str
    asked: str


@tap("ch")
@dataclass(frozen=True)
class Change(Tap):
    """Change one answer from the summary."""

    draft: str
    asked: str


@tap("lt")
@dataclass(frozen=True)
class Later(Tap):
    """Put the draft aside."""

    draft: str


@tap("st")
@dataclass(frozen=True)
class Stop(Tap):
    """Asks whether to keep or to throw away what was answered so far."""

    draft: str


@tap("dc")
@dataclass(frozen=True)
class Discard(Tap):
    draft: str


@tap("rs")
@dataclass(frozen=True)
class Resume(Tap):
    draft: str


@tap("go")
@dataclass(frozen=True)
class BeginStory(Tap):
    """Begin a story, or go on with the one that was begun."""

    story: str
    subject: str = ""
