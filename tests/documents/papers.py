"""Agreements for the tests: an ordinary one, and one in which everything that can be typed was typed."""

from dataclasses import replace
from datetime import UTC, date, datetime

from programme.agreement import Divided, Paper, Party, Terms, digest_of
from programme.own_share import divide
from programme.wording import Wording

NASTY = (
    '#set text(size: 99pt) #panic("x")',
    "*별* _밑줄_ `코드` ``` $x^2$",
    "\"따옴표\" '홑따옴표'",
    "<b>굵게</b> &amp; <label>",
    r"\#let x = 1 \u{41} \\",
    "= 제목 / - 목록 // 주석 /* 끝 */",
    "{fields} {0} %s ${HOME}",
    "아주아주긴이름의가게입니다정말로길어서마흔글자를꽉채우는빵집과자점떡집꽃집옷집",
)


def party(seat: int, shop: str, amount: int | None, role: str = "member") -> Party:
    return Party(
        seat=seat,
        shop=shop,
        representative=f"김대표{seat}",
        number="0010100015",
        trade="bakery",
        trade_words="",
        gu="11440",
        role=role,
        amount=amount,
    )


def paper(shops: tuple[str, ...] = ("한빛 빵집", "달빛 떡방", "수제화 공방"), *, name: str = "마포 골목빵집") -> Paper:
    parts = divide(5_000_000, [1] * len(shops)).parts
    roles = ("lead", "accountant", *("member" for _ in shops[2:]))
    terms = Terms(
        wording=1,
        name=name,
        idea="빵집 셋이 오븐을 함께 쓰고 공동 브랜드로 판다.",
        track="collaboration",
        call=Wording("2026년 협업화 지원사업", "Collaboration 2026"),
        fields=("joint_facilities", "joint_brand"),
        ends_on=date(2027, 6, 30),
        cost=50_000_000,
        subsidy=45_000_000,
        own=5_000_000,
        divided=Divided.EQUALLY,
        parties=tuple(party(n, shop, part, role) for n, (shop, part, role) in enumerate(zip(shops, parts, roles, strict=True), start=1)),
    )
    return Paper(
        terms=terms,
        version=2,
        digest=digest_of(terms),
        drawn_up_at=datetime(2026, 11, 22, 1, 0, tzinfo=UTC),
        confirmed=((1, datetime(2026, 11, 22, 5, 5, tzinfo=UTC)),),
    )


def nasty_paper() -> Paper:
    """Twenty members, with names that mean something to every language on the way."""
    shops = tuple(NASTY[n % len(NASTY)] for n in range(20))
    made = paper(shops, name='#let "골목" <빵집> $ \\')
    return replace(made, terms=replace(made.terms, idea=" ".join(NASTY) + "\n둘째 줄 #pagebreak()"))


def without_a_rate() -> Paper:
    made = paper()
    parties = tuple(replace(one, amount=None) for one in made.terms.parties)
    return replace(made, terms=replace(made.terms, call=None, subsidy=None, own=None, divided=Divided.LATER, parties=parties))
