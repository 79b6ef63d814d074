"""Drafts on a person's desk: beginning one, going on with it, putting it aside, throwing it away."""

from dataclasses import replace

from bot.dialogue import desk_work
from bot.dialogue.conversation import Conversation
from bot.dialogue.replay import Asking
from bot.dialogue.sealing import ABOUT, VALUE
from bot.dialogue.story import Story, known
from bot.dialogue.taps import Discard, Later, Resume, Stop
from bot.happenings import Happening, Tapped
from bot.screens import drafts as screens
from bot.screens.screen import Button, Screen
from bot.turn import Begin, Turn
from bot.words import Words
from storage.drafts import Draft


async def begin(turn: Turn, wish: Begin) -> Screen | None:
    """A fresh draft, or the one already begun. None for a story nobody knows (a retired button)."""
    story = known(wish.story)
    if story is None:
        return None
    draft = next((d for d in turn.desk.drafts if (d.story, d.subject) == (wish.story, wish.subject)), None)
    if draft is not None and not wish.seeds:
        return await _opened(turn, draft, story, screens.where_you_stopped())
    if draft is not None:
        throw_away(turn, draft)
    return await _opened(turn, _fresh(turn, wish), story)


def _fresh(turn: Turn, wish: Begin) -> Draft:
    begun = Draft.begun(person=turn.person.id, story=wish.story, subject=wish.subject, call=wish.call, now=turn.work.now)
    draft = replace(begun, answers={key: {VALUE: value, ABOUT: None} for key, value in wish.seeds.items()})
    turn.desk.drafts.append(draft)
    turn.work.save_draft(draft)
    return draft


async def hear(turn: Turn, happening: Happening) -> Screen | None:
    """Give what came to the story it belongs to. None when there is none."""
    draft = _meant(turn, happening)
    story = known(draft.story) if draft is not None else None
    if draft is None or story is None:
        return None
    _put_in_front(turn, draft)
    return await _conversation(turn, draft, story).hear(happening)


async def moved(turn: Turn, move: Later | Stop | Discard | Resume) -> Screen | None:
    """None when the draft is gone."""
    draft = _by_id(turn, move.draft)
    story = known(draft.story) if draft is not None else None
    if draft is None or story is None:
        return None
    match move:
        case Resume():
            return await _opened(turn, draft, story)
        case Later():
            _put_in_front(turn, None)
            return screens.put_aside(draft.id, story.title, draft.saved_at, *_where_it_began(story, draft))
        case Stop() if not draft.answers:
            throw_away(turn, draft)
            return screens.stopped(story.title, story.code, draft.subject, *_where_it_began(story, draft))
        case Stop():
            return screens.keep_or_discard(draft.id, story.title, answers=len(draft.answers))
        case Discard():
            throw_away(turn, draft)
            return screens.discarded(story.title, story.code, draft.subject, *_where_it_began(story, draft))


def _where_it_began(story: Story, draft: Draft) -> tuple[Button, ...]:
    return (story.back(draft.subject),) if story.back is not None else ()


async def open_question_or_none(turn: Turn, said: Words | None) -> Screen | None:
    """The question that is open in front of the person."""
    draft = _by_id(turn, turn.person.active_draft)
    story = known(draft.story) if draft is not None else None
    if draft is None or story is None:
        return None
    return await _conversation(turn, draft, story).resumed(said)


def way_back(turn: Turn) -> tuple[Button, ...]:
    """To the question that is open in front of the person; empty where none is."""
    draft = _by_id(turn, turn.person.active_draft)
    story = known(draft.story) if draft is not None else None
    return (screens.go_on(draft.id, story.title),) if draft is not None and story is not None else ()


def put_aside(turn: Turn) -> None:
    """Nothing is in front of the person any more; every draft stays as it is."""
    _put_in_front(turn, None)


async def _opened(turn: Turn, draft: Draft, story: Story, said: Words | None = None) -> Screen:
    _put_in_front(turn, draft)
    conversation = _conversation(turn, draft, story)
    first = isinstance(found := await conversation.open_question(), Asking) and not found.path
    return await conversation.resumed(None if first else said)


def _conversation(turn: Turn, draft: Draft, story: Story) -> Conversation:
    return Conversation(work=turn.work, desk=turn.desk, draft=draft, story=story, part=turn.part)


def _meant(turn: Turn, happening: Happening) -> Draft | None:
    """The draft a button names, otherwise the one in front."""
    if isinstance(happening, Tapped):
        return _by_id(turn, getattr(happening.tap, "draft", None))
    return _by_id(turn, turn.person.active_draft)


def _by_id(turn: Turn, draft_id: str | None) -> Draft | None:
    return next((draft for draft in turn.desk.drafts if draft.id == draft_id), None)


def _put_in_front(turn: Turn, draft: Draft | None) -> None:
    desk_work.put_in_front(turn.work, turn.desk, draft.id if draft is not None else None)


def throw_away(turn: Turn, draft: Draft) -> None:
    desk_work.throw_away(turn.work, turn.desk, draft)
