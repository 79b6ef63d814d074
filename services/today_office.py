"""What waits at the office's desk: questions, shops to confirm, reported cards, links nobody has used."""

from dataclasses import dataclass
from datetime import datetime

from programme.rights import Role
from services.event_reach import reaches
from services.question_routing import desk_of
from services.today import CARDS, INTRODUCTIONS, LINKS, NOTHING, QUESTIONS, SHOPS, Desk, Waiting, for_today
from storage import events, finder_reports, inquiries, introductions, role_invitations, shop_checks
from storage.inquiries import Desk as Topics
from storage.work import Work

MOST_REPORTED = 100  # cards, until their meetings are over


@dataclass(frozen=True, slots=True, kw_only=True)
class QuestionWaits:
    number: int
    topic: str
    due: datetime
    mine: bool  # they look after it


@dataclass(frozen=True, slots=True, kw_only=True)
class ShopWaits:
    shop: int
    name: str
    gu: str
    due: datetime


@dataclass(frozen=True, slots=True, kw_only=True)
class CardWaits:
    shop: int
    name: str
    due: datetime


@dataclass(frozen=True, slots=True, kw_only=True)
class IntroductionWaits:
    card: int
    due: datetime


@dataclass(frozen=True, slots=True, kw_only=True)
class LinkUnused:
    """`due`: when it stops working."""

    name: str
    role: Role
    due: datetime


@for_today(QUESTIONS)
async def questions(work: Work, desk: Desk, most: int) -> Waiting:
    """To a consultant those of the desk they advise on, as in the list."""
    which = None
    if not desk.coordinates:
        topics = await desk_of(work, desk.person) if desk.consultant else ()
        if not topics:
            return NOTHING
        which = Topics(topics=topics, but_of=desk.person)
    found = await inquiries.waiting(work.connection, which, limit=most) if most else []
    lines = [QuestionWaits(number=one.id, topic=one.topic, due=one.asked_at, mine=one.taken_by == desk.person) for one in found]
    return Waiting(await inquiries.waiting_count(work.connection, which), tuple(lines))


@for_today(SHOPS)
async def shops(work: Work, desk: Desk, most: int) -> Waiting:
    if not desk.coordinates:
        return NOTHING
    found = await shop_checks.for_a_person(work.connection, desk.gus, limit=most) if most else []
    lines = [ShopWaits(shop=one.id, name=one.name, gu=one.gu, due=since) for one, since in found]
    return Waiting(await shop_checks.count_for_a_person(work.connection, desk.gus), tuple(lines))


@for_today(CARDS)
async def cards(work: Work, desk: Desk, most: int) -> Waiting:
    if not desk.coordinates:
        return NOTHING
    found = await finder_reports.open_ones(work.connection, desk.gus, limit=most) if most else []
    lines = [CardWaits(shop=shop, name=name, due=since) for shop, name, since in found]
    return Waiting(await finder_reports.open_count(work.connection, desk.gus), tuple(lines))


@for_today(INTRODUCTIONS)
async def reported_introductions(work: Work, desk: Desk, most: int) -> Waiting:
    """To whoever manages the meeting."""
    if not desk.coordinates:
        return NOTHING
    found = await introductions.reported(work.connection, limit=MOST_REPORTED)
    known = await events.of_ids(work.connection, {event for _, event, _ in found})
    mine = [(card, since) for card, event, since in found if reaches(desk.coordinates, known[event])]
    return Waiting(len(mine), tuple(IntroductionWaits(card=card, due=since) for card, since in mine[:most]))


@for_today(LINKS, counts=False)
async def links(work: Work, desk: Desk, most: int) -> Waiting:
    """For owners, who make them. The one that ends last comes last."""
    if not desk.grants:
        return NOTHING
    found = await role_invitations.ending(work.connection, work.now, limit=most) if most else []
    lines = [LinkUnused(name=one.name, role=one.role, due=one.expires_at) for one in found]
    return Waiting(await role_invitations.standing_count(work.connection, work.now), tuple(lines))
