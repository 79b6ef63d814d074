"""Questions answered by sending something: a phone number, photos and files."""

from dataclasses import dataclass
from typing import Any

from bot.dialogue.answers import Accepted, Partly, Refused
from bot.dialogue.question import Json, Place, Question
from bot.dialogue.taps import Done
from bot.happenings import ContactShared, FileKind, FileSent, Happening, PeoplePicked, Said, Tapped
from bot.screens.screen import AsksFor, Button, button
from bot.words import Words, t, tn, verbatim

PHONE_DIGITS = range(9, 12)  # 02-123-4567 … 010-1234-5678


@dataclass(frozen=True, slots=True)
class Phone:
    """A phone number, digits only. Verified: shared by its owner through Telegram, not typed."""

    digits: str
    verified: bool


@dataclass(frozen=True, slots=True)
class SentFile:
    """A photo or document as Telegram keeps it. `size` in bytes."""

    kind: FileKind
    file_id: str
    unique_id: str
    name: str
    size: int


def as_korean_number(phone: str) -> str | None:
    """Digits with a leading 0 ("+82 10-1234-5678" → "01012345678"); None for what is no Korean number."""
    digits = "".join(letter for letter in phone if letter.isdecimal() and letter.isascii())
    if digits.startswith("82"):
        digits = "0" + digits[2:].removeprefix("0")
    return digits if digits.startswith("0") and len(digits) in PHONE_DIGITS else None


def dashed(digits: str) -> str:
    """01012345678 → 010-1234-5678, 0212345678 → 02-1234-5678; numbers of other countries get their plus sign."""
    if not digits.startswith("0"):
        return f"+{digits}"
    area = 2 if digits.startswith("02") else 3
    return f"{digits[:area]}-{digits[area:-4]}-{digits[-4:]}"


@dataclass(frozen=True, kw_only=True)
class Contact(Question[Phone]):
    """The person's own phone number, by the contact button or typed (then unverified)."""

    @property
    def asks_for(self) -> AsksFor | None:
        return AsksFor.CONTACT

    @property
    def asks_label(self) -> Words | None:
        return t("Send my phone number")

    def read(self, happening: Happening, place: Place) -> Accepted[Phone] | Refused:
        match happening:
            case ContactShared(own=False):
                return Refused(t("That is somebody else's number. Please send your own with the button at the bottom, or type it."))
            case ContactShared(phone=shared):
                # Numbers of other countries are fine here: Telegram vouches for them.
                digits = as_korean_number(shared) or "".join(letter for letter in shared if letter.isdecimal())
                return Accepted(Phone(digits, verified=True))
            case Said(text=typed):
                found = as_korean_number(typed)
                if found is not None:
                    return Accepted(Phone(found, verified=False))
            case _:
                pass
        return Refused(t("Please send your number with the button at the bottom, or type it like 010-1234-5678."))

    def told(self, value: Phone) -> Words:
        return verbatim(dashed(value.digits))

    def stored(self, value: Phone) -> Json:
        return {"digits": value.digits, "verified": value.verified}

    def restored(self, stored: Json) -> Phone:
        return Phone(stored["digits"], stored["verified"])

    def hint(self) -> Words | None:
        return t("Use the button at the bottom, or type it like 010-1234-5678.")


@dataclass(frozen=True, kw_only=True)
class People(Question[tuple[int, ...]]):
    """People picked from the phone's own list, by Telegram's ids. The names stay on the phone."""

    at_most: int = 1

    @property
    def asks_for(self) -> AsksFor | None:
        return AsksFor.PEOPLE

    @property
    def asks_label(self) -> Words | None:
        return t("Choose people")

    @property
    def asks_most(self) -> int:
        return self.at_most

    def read(self, happening: Happening, place: Place) -> Accepted[tuple[int, ...]] | Refused:
        match happening:
            case PeoplePicked(people=picked) if 0 < len(picked) <= self.at_most:
                return Accepted(picked)
            case PeoplePicked(people=picked) if picked:
                return Refused(tn("Please choose {count} person only.", "Please choose {count} people at most.", self.at_most))
        return Refused(t("Please choose with the button at the bottom. I get no names and no phone numbers."))

    def told(self, value: tuple[int, ...]) -> Words:
        return tn("{count} person", "{count} people", len(value))

    def stored(self, value: tuple[int, ...]) -> Json:
        return list(value)

    def restored(self, stored: Json) -> tuple[int, ...]:
        return tuple(int(one) for one in stored)

    def hint(self) -> Words | None:
        return t("Use the button at the bottom. I get no names and no phone numbers.")


@dataclass(frozen=True, kw_only=True)
class Files(Question[tuple[SentFile, ...]]):
    """Photos or files, up to `at_most`; each at most `largest` bytes (a bot can fetch 20 MB)."""

    at_most: int = 5
    largest: int = 20_000_000

    def read(self, happening: Happening, place: Place) -> Accepted[tuple[SentFile, ...]] | Partly | Refused:
        match happening:
            case FileSent():
                return self._one_more(happening, place)
            case Tapped(tap=Done(asked=asked)) if asked == place.asked and place.partial:
                return Accepted(self.restored(place.partial))
        return Refused(t("Please send a photo or a file here."))

    def _one_more(self, sent: FileSent, place: Place) -> Partly | Refused:
        if sent.size > self.largest:
            return Refused(t("That file is too large: up to {most} MB fit. A photo of the page is enough.", most=self.largest // 1_000_000))
        if any(kept["unique_id"] == sent.unique_id for kept in place.partial):
            return Partly(place.partial, echo=t("This one is already here."))
        if len(place.partial) >= self.at_most:
            return Refused(t("You have sent {n}, the most I can take. Tap “Done” to go on.", n=self.at_most))
        one = {"kind": sent.kind.value, "file_id": sent.file_id, "unique_id": sent.unique_id, "name": sent.name, "size": sent.size}
        return Partly((*place.partial, one), echo=tn("{count} file has arrived.", "{count} files have arrived.", len(place.partial) + 1))

    def told(self, value: tuple[SentFile, ...]) -> Words:
        return tn("{count} file", "{count} files", len(value))

    def stored(self, value: tuple[SentFile, ...]) -> Json:
        return [{"kind": f.kind.value, "file_id": f.file_id, "unique_id": f.unique_id, "name": f.name, "size": f.size} for f in value]

    def restored(self, stored: Json) -> tuple[SentFile, ...]:
        return tuple(SentFile(FileKind(f["kind"]), f["file_id"], f["unique_id"], f["name"], f["size"]) for f in stored)

    def options(self, place: Place) -> tuple[tuple[Button, ...], ...]:
        if not place.partial:
            return ()
        return ((button(t("Done ({n} sent)", n=len(place.partial)), Done(place.draft, place.asked)),),)

    def hint(self) -> Words | None:
        return t("Send photos or files, up to {n}.", n=self.at_most)


def contact(key: str, words: Words, **more: Any) -> Contact:
    return Contact(key=key, words=words, **more)


def people(key: str, words: Words, *, at_most: int = 1, **more: Any) -> People:
    """`at_most`: Telegram allows ten."""
    return People(key=key, words=words, at_most=at_most, **more)


def files(key: str, words: Words, **more: Any) -> Files:
    return Files(key=key, words=words, **more)
