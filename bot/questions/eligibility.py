"""The pre-check's questions, one a function: each asks and adds its answer to what is known."""

from collections.abc import Awaitable, Callable
from dataclasses import replace
from typing import Any

from bot.dialogue.ask import Ask
from bot.dialogue.choices import choice, several
from bot.dialogue.question import digest
from bot.dialogue.typed import number
from bot.questions.employees import counted_staff
from bot.questions.explained import explained
from bot.questions.sure import Sure
from bot.screens import pre_check as screens
from bot.screens import rules
from bot.screens.pre_check import StaffAnswer
from bot.screens.wording import worded
from programme.answers import FIELDS, Answers, Applicant, Obstacle, Question, SocialCooperative
from programme.call import Call
from programme.employees import Staff
from programme.rules import Rule
from programme.tracks import Track
from services.briefings import BriefingVisit

MOST_MEMBERS = 999
Asker = Callable[[Ask, Call, Answers], Awaitable[Answers]]


async def answered(ask: Ask, call: Call, question: Question, so_far: Answers) -> Answers:
    return await _ASKERS[question](ask, call, so_far)


def key(question: Question, call: Call) -> str:
    """The answer's name in the draft; it says what the answer depends on, so that it never speaks about another call's rule."""
    match question:
        case Question.MEMBERS:
            return "shops" if call.track is Track.COLLABORATION else "cooperatives_in_all"
        case Question.EXCLUDED_TRADE:
            return f"excluded_{digest(' '.join(_codes(call)))}"
        case Question.OWN_SHARE:
            rate = call.rate.value
            return f"own_share_{rate.den - rate.num}_{rate.den}" if rate else "own_share"
        case Question.BRIEFING:
            return f"briefing_{call.key}"
        case _:
            return question.value


def _codes(call: Call) -> list[str]:
    return [row.code for row in call.exclusions]


def took(so_far: Answers, question: Question, value: Any) -> Answers:
    """None: the person is not sure."""
    if value is None:
        return replace(so_far, unsure=so_far.unsure | {question})
    return replace(so_far, **{FIELDS[question]: value})


async def _applicant(ask: Ask, call: Call, so_far: Answers) -> Answers:
    value = await ask(
        choice(
            key(Question.APPLICANT, call),
            screens.applicant(),
            Applicant,
            label=rules.applicants,
            why=screens.why_applicant(),
            name=rules.name(Rule.APPLICANT),
        )
    )
    return took(so_far, Question.APPLICANT, value)


async def _members(ask: Ask, call: Call, so_far: Answers) -> Answers:
    counted = rules.counted_shops if call.track is Track.COLLABORATION else rules.counted_cooperatives
    question = number(
        key(Question.MEMBERS, call),
        screens.members(call, so_far.applicant),
        smallest=1,
        largest=MOST_MEMBERS,
        counted=counted,
        suggestions=_around(call.fewest.value or 3),
        columns=3,
        why=screens.why_members(),
        name=rules.name(Rule.MEMBERS),
    )
    return took(so_far, Question.MEMBERS, await ask(question))


def _around(fewest: int) -> tuple[int, ...]:
    first = max(fewest - 1, 1)
    return tuple(range(first, first + 6))


async def _founders(ask: Ask, call: Call, so_far: Answers) -> Answers:
    question = number(
        key(Question.FOUNDERS, call),
        screens.founders(),
        smallest=1,
        largest=10**6,
        counted=rules.counted_people,
        suggestions=(3, 4, 5, 6, 8, 10),
        columns=3,
        why=screens.why_founders(),
        name=rules.name(Rule.FOUNDERS),
    )
    return took(so_far, Question.FOUNDERS, await ask(question))


async def _social(ask: Ask, call: Call, so_far: Answers) -> Answers:
    value = await ask(
        explained(
            key(Question.SOCIAL, call),
            screens.social(),
            (*SocialCooperative, Sure.UNSURE),
            label=screens.socials,
            why=screens.why_social(),
            name=rules.name(Rule.SOCIAL_APPROVAL),
        )
    )
    return took(so_far, Question.SOCIAL, None if value is Sure.UNSURE else value)


async def _staff(ask: Ask, call: Call, so_far: Answers) -> Answers:
    said = await ask(
        choice(
            key(Question.STAFF, call),
            screens.staff(),
            StaffAnswer,
            label=screens.staffs,
            why=screens.why_staff(),
            name=rules.name(Rule.MICRO_ENTERPRISE),
        )
    )
    staff = await counted_staff(ask) if said is StaffAnswer.COUNT else Staff(said.value)
    return took(so_far, Question.STAFF, staff)


async def _industry(ask: Ask, call: Call, so_far: Answers) -> Answers:
    value = await ask(
        explained(
            key(Question.INDUSTRY, call),
            screens.industry(),
            (*screens.industry_order(), Sure.UNSURE),
            label=screens.industries,
            why=screens.why_industry(),
            name=screens.industry_name(),
        )
    )
    return took(so_far, Question.INDUSTRY, None if value is Sure.UNSURE else value)


async def _excluded(ask: Ask, call: Call, so_far: Answers) -> Answers:
    """The whole list is read first: most people are in none of it, and answer with one tap."""
    first = key(Question.EXCLUDED_TRADE, call)
    said = await ask(
        explained(
            first,
            screens.excluded(),
            (Sure.NO, Sure.YES, Sure.UNSURE),
            label=screens.excluded_answers,
            why=screens.why_excluded(),
            below=screens.excluded_list(call),
            name=rules.name(Rule.EXCLUDED_TRADE),
        )
    )
    if said is Sure.UNSURE:
        return took(so_far, Question.EXCLUDED_TRADE, None)
    ticked = await _ticked(ask, call, first) if said is Sure.YES else ()
    shown = frozenset(_codes(call))
    return replace(so_far, excluded=frozenset(ticked), exclusions_shown=shown)


async def _ticked(ask: Ask, call: Call, first: str) -> tuple[str, ...]:
    labels = {row.code: worded(row.reason) for row in call.exclusions}
    return await ask(several(f"which_{first}", screens.which_excluded(), labels, label=labels.__getitem__))


async def _obstacles(ask: Ask, call: Call, so_far: Answers) -> Answers:
    value = await ask(
        several(
            key(Question.OBSTACLES, call),
            screens.obstacles(),
            Obstacle,
            label=screens.obstacle,
            at_least=0,
            none=screens.none_of_these(),
            why=screens.why_obstacles(),
            name=screens.obstacles_name(),
        )
    )
    return took(so_far, Question.OBSTACLES, frozenset(value))


def _yes(question: Question, rule: Rule, words: Callable[[Call], Any], why: Callable[[], Any]) -> Asker:
    async def asker(ask: Ask, call: Call, so_far: Answers) -> Answers:
        sure = await ask(explained(key(question, call), words(call), Sure, label=screens.sure, why=why(), name=rules.name(rule)))
        return took(so_far, question, sure.known)

    return asker


async def _briefing(ask: Ask, call: Call, so_far: Answers) -> Answers:
    """Where a visit is noted, it stands above the question and one tap takes it over. The person answers all the same."""
    visit = await ask.look(BriefingVisit(person=ask.person.id, call=call.key))
    value = await ask(
        explained(
            key(Question.BRIEFING, call),
            screens.briefing(call),
            Sure,
            label=screens.sure if visit is None else screens.sure_as_noted,
            why=screens.why_briefing(),
            below=screens.noted(visit) if visit is not None else None,
            name=rules.name(Rule.BRIEFING),
        )
    )
    return took(so_far, Question.BRIEFING, value.known)


_ASKERS: dict[Question, Asker] = {
    Question.APPLICANT: _applicant,
    Question.MEMBERS: _members,
    Question.FOUNDERS: _founders,
    Question.SOCIAL: _social,
    Question.SEOUL: _yes(Question.SEOUL, Rule.SEOUL, lambda _: screens.seoul(), screens.why_seoul),
    Question.STAFF: _staff,
    Question.INDUSTRY: _industry,
    Question.SAME_TRADE: _yes(Question.SAME_TRADE, Rule.SAME_TRADE, lambda _: screens.same_trade(), screens.why_same_trade),
    Question.EXCLUDED_TRADE: _excluded,
    Question.OBSTACLES: _obstacles,
    Question.OWN_SHARE: _yes(Question.OWN_SHARE, Rule.OWN_SHARE, screens.own_share, screens.why_own_share),
    Question.BRIEFING: _briefing,
}
