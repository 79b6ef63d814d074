"""The open question as a screen: what was understood, the question, why it is asked, the ways to answer and to leave."""

from bot.dialogue.answers import STANDS_NO_MORE
from bot.dialogue.question import Place, Question
from bot.dialogue.replay import Asking
from bot.dialogue.sealing import PARTIAL, VALUE
from bot.dialogue.story import Story
from bot.dialogue.summary import Summary
from bot.dialogue.taps import Back, Keep, Later, Skip, Stop
from bot.screens.screen import Button, Screen, button
from bot.screens.talks import TALK
from bot.words import Words, lines, t
from storage.drafts import Draft


def place_of(question: Question[object], draft: Draft, language: str, *, page: int = 0) -> Place:
    kept = draft.answers.get(question.key)
    former = kept[VALUE] if kept is not None else None
    partial = draft.answers.get(question.key + PARTIAL)
    if partial is None:
        partial = former if isinstance(former, list) else []
    return Place(draft=draft.id, asked=question.asked, language=language, partial=tuple(partial), page=page, former=former)


def show(story: Story, asking: Asking, draft: Draft, language: str, *, said: Words | None = None, page: int = 0) -> Screen:
    """`said` stands above the question: how an answer was understood, or why it could not be taken."""
    question = asking.question
    place = place_of(question, draft, language, page=page)
    return Screen(
        words=lines(_above(said or asking.reason), _header(story, asking), *_body(question, place), _below(question)),
        rows=(*question.options(place), *_other_answers(asking, place), *_ways_out(asking, draft), *_to_a_person(story)),
        asks_for=question.asks_for,
        asks_label=question.asks_label,
        asks_most=question.asks_most,
    )


def _above(said: Words | None) -> Words | None:
    return t("{said}\n", said=said) if said is not None else None


def _header(story: Story, asking: Asking) -> Words:
    if isinstance(asking.question, Summary):
        return t("<b>{title}</b> · please check", title=story.title)
    return t("<b>{title}</b> · question {n}", title=story.title, n=len(asking.path) + 1)


def _body(question: Question[object], place: Place) -> tuple[Words | None, ...]:
    overview = t("\n{overview}", overview=question.overview(place)) if isinstance(question, Summary) and question.lines else None
    why = t("<i>Why I ask: {why}</i>", why=question.why) if question.why is not None else None
    return (t("\n<b>{question}</b>", question=question.words), overview, why)


def _below(question: Question[object]) -> Words | None:
    hint = question.hint()
    return t("\n{hint}", hint=hint) if hint is not None else None


def _other_answers(asking: Asking, place: Place) -> tuple[tuple[Button, ...], ...]:
    question = asking.question
    rows: list[tuple[Button, ...]] = []
    if asking.reason is None and _can_be_kept(question, place):  # with a reason, it cannot
        rows.append((button(t("Keep my answer"), Keep(place.draft, place.asked)),))
    if question.optional and not place.partial:
        rows.append((button(t("Skip"), Skip(place.draft, place.asked)),))
    return tuple(rows)


def _can_be_kept(question: Question[object], place: Place) -> bool:
    """Not where the options have changed since: a tap on it would only ask again."""
    if place.former is None or isinstance(question, Summary):
        return False
    try:
        question.restored(place.former)
    except STANDS_NO_MORE:
        return False
    return True


def _ways_out(asking: Asking, draft: Draft) -> tuple[tuple[Button, ...], ...]:
    back = (button(t("◀ Back"), Back(draft.id, asking.question.asked)),) if asking.path else ()
    return ((*back, button(t("Later"), Later(draft.id)), button(t("Cancel"), Stop(draft.id))),)


def _to_a_person(story: Story) -> tuple[tuple[Button, ...], ...]:
    return ((TALK,),) if story.offers_a_person else ()
