"""When an agreement holds, when it is void, and what is kept of it."""

import asyncio
from dataclasses import replace

import pytest
from sqlalchemy import text

from programme import agreement_wording
from programme.agreement import Divided, amounts
from programme.own_share import Promise, Sharer, own_share
from services import agreement_terms, agreements
from services.agreement_confirming import Agreed, Confirmed, ConfirmedAlready, NewerVersion, Overtaken
from services.agreement_doubts import NothingToDoubt, TellLead
from services.agreement_drawing import DrawnUp, NotReady, Unchanged
from services.agreement_papers import PaperFor
from services.dissolution import DissolveConsortium
from services.members import NotAMember, NotTheLead
from services.project_cost import SetProjectCost
from services.promises import Promised, PromisePart
from services.shop_seats import owner_changed
from storage import consortia, owners
from tests.agreements.agreeing import agree, confirming, drawing, ready
from tests.membership.circle import BINNA, CHORONG, LEAD, STRANGER, forms
from tests.privacy.traces import tables_with
from tests.shops.registering import number

SECRETS = ("Owner1 of 1", number(1), number(1).replace("-", ""))


@pytest.fixture
async def circle(office_with_calls):
    made = await forms(office_with_calls, LEAD, BINNA, CHORONG)
    await ready(office_with_calls, made)
    return made


async def state(office, circle):
    async with office.work() as work:
        return await agreements.state(work, circle.number)


async def agreed_at(office, circle):
    async with office.store.reading() as connection:
        found = await consortia.find(connection, circle.number)
    assert found is not None
    return found.agreed_at


async def letters(office, kind: str) -> list[int]:
    """To whom."""
    async with office.store.reading() as connection:
        query = text("SELECT chat FROM letters WHERE kind = :kind AND state != 'withdrawn' ORDER BY chat")
        return list(await connection.scalars(query, {"kind": kind}))


async def test_it_is_agreed_when_the_last_has_confirmed(office, clock, circle):
    await office.do(drawing(circle, clock))
    assert await office.do(confirming(circle, LEAD)) == Confirmed(circle.number, 2)
    assert await office.do(confirming(circle, BINNA)) == Confirmed(circle.number, 1)
    assert await agreed_at(office, circle) is None
    assert await office.do(confirming(circle, BINNA)) == ConfirmedAlready(circle.number)
    found = await state(office, circle)
    assert (len(found.confirmed), len(found.missing), found.is_agreed) == (2, 1, False)
    assert await office.do(confirming(circle, CHORONG)) == Agreed(circle.number)
    assert await agreed_at(office, circle) == clock.now()
    assert await letters(office, "agreement_agreed") == [LEAD, BINNA, CHORONG]


async def test_the_same_terms_make_no_new_version(office, clock, circle):
    assert await office.do(drawing(circle, clock)) == DrawnUp(circle.number, 1, rests=True)
    assert await office.do(drawing(circle, clock)) == Unchanged(circle.number, 1)
    assert await office.do(drawing(circle, clock, fields=("joint_brand",))) == DrawnUp(circle.number, 2)
    assert await office.do(confirming(circle, BINNA)) == NewerVersion(circle.number, 2)


async def test_a_change_takes_the_agreement_back_and_tells_who_had_confirmed(office, clock, circle):
    await agree(office, circle, clock)
    await office.do(SetProjectCost(by=LEAD, consortium=circle.number, cost=60_000_000))
    assert await agreed_at(office, circle) is None
    assert await state(office, circle) is None
    assert await letters(office, "agreement_void") == [BINNA, CHORONG]
    assert await letters(office, "agreement_agreed") == []
    assert await office.do(confirming(circle, BINNA)) == Overtaken(circle.number)
    assert await office.do(drawing(circle, clock)) == DrawnUp(circle.number, 2)


async def test_a_change_that_changes_nothing_leaves_it_standing(office, clock, circle):
    await agree(office, circle, clock)
    async with office.work() as work:
        assert await agreements.void(work, circle.number) is False
    assert await agreed_at(office, circle) is not None
    assert await letters(office, "agreement_void") == []


async def test_promising_what_falls_to_one_changes_nothing_and_another_part_only_when_all_is_enough(office, clock, circle):
    async def promise(person: int, amount: int) -> None:
        assert isinstance(await office.do(PromisePart(by=person, consortium=circle.number, amount=amount, of=1_666_667)), Promised)

    await agree(office, circle, clock)
    for person in (LEAD, BINNA, CHORONG):
        await promise(person, 1_666_667)
    await promise(BINNA, 1_000_000)
    assert await agreed_at(office, circle) is not None
    await promise(LEAD, 2_333_334)
    assert await agreed_at(office, circle) is None
    await office.do(drawing(circle, clock))
    paper = await office.look(PaperFor(by=BINNA, consortium=circle.number, version=2))
    assert paper.terms.divided is Divided.AS_PROMISED
    assert [party.amount for party in paper.terms.parties] == [2_333_334, 1_000_000, 1_666_667]


async def test_a_corrected_name_makes_it_void(office, clock, circle):
    await agree(office, circle, clock)
    async with office.work() as work:
        await owners.correct_name(work.connection, BINNA, "Another Name", work.now)
        await owner_changed(work, BINNA)
    assert await agreed_at(office, circle) is None
    assert await letters(office, "agreement_void") == [LEAD, CHORONG]


async def test_a_change_nobody_told_of_is_noticed_when_the_next_one_confirms(office, clock, circle):
    await office.do(drawing(circle, clock))
    await office.do(confirming(circle, BINNA))
    async with office.work() as work:
        await owners.correct_name(work.connection, LEAD, "Another Name", work.now)
    assert await office.do(confirming(circle, CHORONG)) == Overtaken(circle.number)
    assert await state(office, circle) is None
    assert await letters(office, "agreement_void") == [LEAD, BINNA]


async def test_better_worded_articles_alone_undo_no_agreement(office, clock, circle, monkeypatch):
    await office.do(drawing(circle, clock))
    monkeypatch.setitem(agreement_wording.WORDINGS, 2, agreement_wording.WORDINGS[1])
    monkeypatch.setattr(agreement_terms, "NEWEST", 2)
    assert await office.do(confirming(circle, BINNA)) == Confirmed(circle.number, 2)
    assert await office.do(drawing(circle, clock)) == DrawnUp(circle.number, 2)


async def test_dissolving_ends_it_without_a_letter_of_its_own(office, clock, circle):
    await agree(office, circle, clock)
    await office.do(DissolveConsortium(by=LEAD, consortium=circle.number))
    async with office.work() as work:
        await agreements.void(work, circle.number)
    assert await letters(office, "agreement_void") == []
    assert await office.do(confirming(circle, LEAD)) == NotAMember()


async def test_what_a_void_version_said_is_not_kept(office, store, clock, circle):
    await agree(office, circle, clock)
    assert "agreements" in await tables_with(store, "Owner1 of 1")
    await office.do(SetProjectCost(by=LEAD, consortium=circle.number, cost=60_000_000))
    for secret in SECRETS:
        assert "agreements" not in await tables_with(store, secret)


async def test_names_and_numbers_lie_sealed(office, store, clock, circle):
    await office.do(drawing(circle, clock))
    async with store.reading() as connection:
        raw = str((await connection.execute(text("SELECT * FROM agreements"))).all())
    assert "joint_facilities" in raw
    assert [secret for secret in SECRETS if secret in raw] == []


async def test_the_paper_is_for_members(office, clock, circle):
    await office.do(drawing(circle, clock))
    paper = await office.look(PaperFor(by=BINNA, consortium=circle.number, version=1))
    assert [party.representative for party in paper.terms.parties] == ["Owner1 of 1", "Owner2 of 2", "Owner3 of 3"]
    assert [party.amount for party in paper.terms.parties] == [1_666_667, 1_666_667, 1_666_667]
    assert await office.look(PaperFor(by=STRANGER, consortium=circle.number, version=1)) == NotAMember()
    assert await office.do(drawing(circle, clock, by=BINNA)) == NotTheLead(circle.number)
    assert await office.do(drawing(circle, clock, by=STRANGER)) == NotAMember()
    assert await office.do(confirming(circle, STRANGER)) == NotAMember()
    assert await office.do(TellLead(by=STRANGER, consortium=circle.number, words="x")) == NotAMember()
    assert await office.do(TellLead(by=LEAD, consortium=circle.number, words="x")) == NothingToDoubt(circle.number)


async def test_two_members_are_too_few(office_with_calls, clock):
    small = await forms(office_with_calls, LEAD, BINNA)
    await ready(office_with_calls, small)
    outcome = await office_with_calls.do(drawing(small, clock))
    assert isinstance(outcome, NotReady)
    assert (outcome.gaps.have, outcome.gaps.needed, outcome.gaps.unconfirmed, outcome.gaps.cost_is_known) == (2, 3, (), True)


async def test_everything_is_noted_and_nothing_personal(office, store, clock, circle):
    await agree(office, circle, clock)
    async with store.reading() as connection:
        rows = [tuple(row) for row in await connection.execute(text("SELECT who, did, outcome, why FROM audit ORDER BY id"))]
    assert (LEAD, "DrawUpAgreement", "DrawnUp", "") in rows
    assert [row for row in rows if row[1] == "ConfirmAgreement"] == [
        (LEAD, "ConfirmAgreement", "Confirmed", "version:1"),
        (BINNA, "ConfirmAgreement", "Confirmed", "version:1"),
        (CHORONG, "ConfirmAgreement", "Agreed", "version:1"),
    ]


async def test_two_who_confirm_last_at_once_agree_once(office, clock, circle):
    await office.do(drawing(circle, clock))
    await office.do(confirming(circle, LEAD))
    outcomes = await asyncio.gather(*(office.do(confirming(circle, person)) for person in (BINNA, CHORONG)))
    assert sorted(map(type, outcomes), key=lambda kind: kind.__name__) == [Agreed, Confirmed]
    assert await letters(office, "agreement_agreed") == [LEAD, BINNA, CHORONG]


def test_promises_of_other_parts_count_where_they_are_enough():
    def share(*promised: int):
        parts = (Promise(amount=amount, of=due) for amount, due in zip(promised, (34, 33, 33), strict=True))
        return own_share(100, [Sharer(seat=seat, share=1, promise=promise) for seat, promise in enumerate(parts)], by_share=False)

    assert amounts(share(34, 33, 33), by_share=False) == (Divided.EQUALLY, (34, 33, 33))
    assert amounts(share(50, 25, 25), by_share=False) == (Divided.AS_PROMISED, (50, 25, 25))
    assert amounts(share(50, 20, 25), by_share=False) == (Divided.EQUALLY, (34, 33, 33))
    open_share = own_share(None, [Sharer(seat=1, share=1, promise=None)], by_share=False)
    assert amounts(open_share, by_share=True) == (Divided.LATER, (None,))
    assert replace(share(34, 33, 33), needed=None).needed is None
