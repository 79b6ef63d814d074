"""What is asked of the office or of the desk: the words, and files with them."""

from bot.dialogue.ask import Ask
from bot.dialogue.sent import SentFile, files
from bot.dialogue.typed import text
from bot.screens import inquiry_questions as questions
from bot.words import Words
from storage.inquiries import KeptFile

LONGEST = 1500


async def question_and_files(ask: Ask, *, example: Words) -> tuple[str, tuple[KeptFile, ...]]:
    question = await ask(
        text("question", questions.what_is_it(), at_most=LONGEST, at_least=2, example=example, name=questions.names("question"))
    )
    sent = await ask(files("files", questions.any_files(), why=questions.why_files(), optional=True, name=questions.names("files")))
    return question, tuple(_kept(one) for one in sent or ())


def _kept(one: SentFile) -> KeptFile:
    return KeptFile(kind=one.kind.value, file_id=one.file_id, name=one.name, size=one.size)
