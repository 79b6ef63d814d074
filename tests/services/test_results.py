from programme.answers import Answers
from programme.subsidy import Project
from services.eligibility import KeepAssessment
from services.results import PAGE, MyResults
from services.subsidy import KeepEstimate
from tests.services.kept import KIM, LEE, call_of, opens_the_office


async def keeps(office, clock, number, by=KIM):
    """Checks and estimates by turns."""
    clock.passes(seconds=1)
    call = await call_of(office, "collaboration-2016")
    if number % 2:
        return (await office.do(KeepAssessment(by=by, call=call.key, version=call.version, answers=Answers(members=3)))).token
    return (await office.do(KeepEstimate(by=by, call=call.key, version=call.version, project=Project(total=number)))).token


async def test_people_find_their_own_results_page_by_page_the_newest_first(office, clock):
    await opens_the_office(office)
    tokens = [await keeps(office, clock, number) for number in range(PAGE + 1)]
    await keeps(office, clock, 0, by=LEE)
    first, second = await office.look(MyResults(person=KIM)), await office.look(MyResults(person=KIM, page=1))
    assert [kept.token for kept in (*first.kept, *second.kept)] == tokens[::-1]
    assert (first.more, second.more) == (True, False)


async def test_exactly_one_full_page_has_no_next_and_a_page_beyond_the_end_is_the_last(office, clock):
    await opens_the_office(office)
    for number in range(PAGE):
        await keeps(office, clock, number)
    for asked in (-1, 0, 7):
        page = await office.look(MyResults(person=KIM, page=asked))
        assert (len(page.kept), page.page, page.more) == (PAGE, 0, False)
