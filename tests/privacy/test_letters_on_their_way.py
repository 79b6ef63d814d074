"""What identifies people is sealed in letters as well, from the moment they are written."""

import pytest
from sqlalchemy import event

from services.finder_meetings import BeInterested
from tests.agreements.agreeing import confirms, draws_up
from tests.agreements.conftest import circle, friend, settled
from tests.finder.street import keeps_shop, shows_card
from tests.privacy.traces import opened

__all__ = ["circle", "friend", "settled"]


@pytest.fixture
def written(store):
    """Everything that was ever written into a letter, as it went to the database."""
    kept: list[str] = []

    def keep(connection, cursor, statement, parameters, context, executemany):
        if "letters" in statement:
            kept.append(spelt_out(parameters))

    event.listen(store._writer.sync_engine, "before_cursor_execute", keep)
    yield kept
    event.remove(store._writer.sync_engine, "before_cursor_execute", keep)


def spelt_out(parameters) -> str:
    """Some drivers wrap JSON in objects that show only its beginning."""
    match parameters:
        case dict():
            return spelt_out([*parameters.values()])
        case list() | tuple():
            return "\n".join(spelt_out(one) for one in parameters)
        case _:
            return str(getattr(parameters, "obj", parameters))


def lies_sealed(written: list[str], *traces: str) -> None:
    open_, sealed = "\n".join(written), opened("\n".join(written))
    assert [trace for trace in traces if trace not in sealed] == []  # they were written
    assert [trace for trace in traces if trace in open_] == []


async def test_an_agreement_on_its_way_names_nobody_in_the_database(town, settled, owner, neighbour, written):
    await draws_up(owner)
    await confirms(neighbour)
    lies_sealed(written, "Owner2 of 2", "0010100029")


async def test_a_contact_on_its_way_tells_no_phone_in_the_database(town, owner, neighbour, written):
    mine, theirs = await keeps_shop(town, owner, "Hanbit Bakery", 1), await keeps_shop(town, neighbour, "Namu Cakes", 2)
    await shows_card(town.office, mine, tells_phone=True)
    await shows_card(town.office, theirs, tells_phone=True)
    for one, other in ((mine, theirs), (theirs, mine)):
        await town.office.do(BeInterested(by=one.person, mine=one.shop, other=other.shop))
    await owner.sends("/finder")
    await owner.taps("🤝 Those I met (1)", "🏪 Namu Cakes")
    owner.sees("010-7777-0002")
    lies_sealed(written, "010-7777-0002")


async def test_what_is_shown_of_ones_own_data_is_sealed_on_its_way(town, owner, written):
    await keeps_shop(town, owner, "Hanbit Bakery", 1)
    await owner.sends("/mydata")
    owner.sees("010-7777-0001")
    lies_sealed(written, "Owner1 of 1", "010-7777-0001")
