"""What was said on a question since it was asked, as each side may see it."""

from collections.abc import Sequence

from bot.words import Words, t, tn
from storage.talks import Said, Side

LONGEST = 600  # characters shown of each message; a whole thread has to fit a phone


def thread(said: Sequence[Said]) -> tuple[Words, ...]:
    return tuple(_line(one) for one in said)


def _line(one: Said) -> Words:
    words = {
        Side.ASKER: t(
            "\n<b>👤 Asked</b> · {said_at:datetime}\n{words}{files}", said_at=one.said_at, words=_shortened(one.words), files=_files(one)
        ),
        Side.OFFICE: t(
            "\n<b>🏢 The office</b> · {said_at:datetime}\n{words}{files}",
            said_at=one.said_at,
            words=_shortened(one.words),
            files=_files(one),
        ),
        Side.NOTE: t(
            "\n<i>📝 Note for the office</i> · {said_at:datetime}\n<i>{words}</i>", said_at=one.said_at, words=_shortened(one.words)
        ),
    }
    return words[one.side]


def _shortened(words: str) -> str:
    return words if len(words) <= LONGEST else f"{words[: LONGEST - 1].rstrip()}…"


def _files(one: Said) -> Words | str:
    return tn("\n📎 {count} photo or file", "\n📎 {count} photos or files", len(one.files)) if one.files else ""
