"""Moving drafts about on a desk, and writing down that they moved."""

from dataclasses import replace
from typing import Any

from storage.drafts import Draft
from storage.people import Desk
from storage.work import Work


def change_person(work: Work, desk: Desk, **changes: Any) -> None:
    desk.person = replace(desk.person, **changes)
    work.save_person(desk.person)


def put_in_front(work: Work, desk: Desk, draft_id: str | None) -> None:
    """The draft whose question is on the screen; None: nothing is open."""
    if desk.person.active_draft != draft_id:
        change_person(work, desk, active_draft=draft_id)


def throw_away(work: Work, desk: Desk, draft: Draft) -> None:
    work.drop_draft(draft)
    desk.drafts = [kept for kept in desk.drafts if kept.id != draft.id]
    if desk.person.active_draft == draft.id:
        put_in_front(work, desk, None)
