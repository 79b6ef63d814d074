"""Looking for a notice by its words."""

from bot.dialogue.ask import Ask
from bot.dialogue.story import story
from bot.dialogue.typed import text
from bot.screens import board as screens
from bot.screens.screen import Screen
from services.notice_board import Board, SearchBoard, WordlessNotices


@story("search_notices", screens.search())
async def search_notices(ask: Ask) -> SearchBoard:
    typed = await ask(
        text("words", screens.which_words(), why=screens.why_words(), at_most=screens.LONGEST_SOUGHT, example=screens.words_example())
    )
    wordless = await ask.look(WordlessNotices())
    words = {one.notice.id: screens.in_words(one) for one in wordless}
    return SearchBoard(by=ask.person.id, since=ask.person.started_at, sought=screens.sought(typed), words=words)


@search_notices.ends
def found(outcome: Board) -> Screen:
    return screens.board(outcome)
