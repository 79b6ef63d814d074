"""Taps about a kept result. `token` opens it for whoever holds it; what may be done with it is decided by the deed."""

from dataclasses import dataclass

from bot.taps import Tap, tap


@tap("rw")
@dataclass(frozen=True)
class ShowResult(Tap):
    """One check."""

    token: str


@tap("ew")
@dataclass(frozen=True)
class ShowEstimate(Tap):
    token: str


@tap("re")
@dataclass(frozen=True)
class EstimateFor(Tap):
    """Estimate the subsidy for the group that was checked."""

    token: str


@tap("rc")
@dataclass(frozen=True)
class ChangeAnswer(Tap):
    token: str


@tap("ro")
@dataclass(frozen=True)
class CheckOther(Tap):
    """The same answers under another call."""

    token: str


@tap("ec")
@dataclass(frozen=True)
class ChangeEstimate(Tap):
    token: str


@tap("eo")
@dataclass(frozen=True)
class EstimateOther(Tap):
    """The same project under another call."""

    token: str


@dataclass(frozen=True)
class OnProject(Tap):
    """Carries a project whole: nothing of it is kept. `cost` is KRW as typed, with VAT when `vat`."""

    call: str  # key@version
    cost: int
    members: int
    vat: bool


@tap("ei")
@dataclass(frozen=True)
class WhatIf(OnProject):
    """What if it cost so much, or so many took part?"""


@tap("ek")
@dataclass(frozen=True)
class KeepWhatIf(OnProject):
    pass


@tap("rd")
@dataclass(frozen=True)
class AskToDelete(Tap):
    token: str


@tap("ry")
@dataclass(frozen=True)
class Delete(Tap):
    token: str


@tap("cp")
@dataclass(frozen=True)
class ShowCallPart(Tap):
    """Another page about one call."""

    key: str
    part: str


@tap("cc")
@dataclass(frozen=True)
class CheckByCall(Tap):
    """Begin a check by the rules of this call."""

    key: str


@tap("ce")
@dataclass(frozen=True)
class EstimateByCall(Tap):
    key: str
