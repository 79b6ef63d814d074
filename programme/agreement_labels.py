"""The headings and labels of the collaboration agreement. Like its articles they are part of the paper, not of the chat."""

from programme.agreement import Divided
from programme.wording import Wording

TITLE = Wording("협업협약서", "Collaboration agreement")
READING_COPY = Wording("", "Reading copy. The Korean text (협업협약서) is the agreement; where the two differ, the Korean text counts.")
NO_LAWYER = Wording(
    "이 협약서는 구성원이 입력한 내용으로 만든 표준안이며 변호사의 검토를 거치지 않았다. 서명하기 전에 필요한 조항을 고치거나 "
    "전문가의 도움을 받을 수 있다.",
    "This is a standard text filled in with what the members entered. No lawyer has looked at it. Before signing you may change "
    "articles or ask for professional advice.",
)
ARTICLE = Wording("제{n}조({title})", "Article {n} ({title})")
PROJECT = Wording("별표 1  공동사업과 사업비", "Schedule 1  The joint project and its cost")
MEMBERS = Wording("별표 2  구성원과 자부담", "Schedule 2  The members and their own share")
SIGNATURES = Wording("서명", "Signatures")
SIGN_HERE = Wording(
    "위 협약의 내용을 확인하고 서명 또는 날인한다.          20      년      월      일",
    "We have read and accept the above.          Date:                    ",
)

CONSORTIUM = Wording("협업체 이름", "Consortium")
CALL = Wording("신청하는 공고", "Call")
NO_CALL = Wording("아직 정하지 않음 (공고가 나오면 정한다)", "Not chosen yet (when the call is out)")
TRACK = Wording("사업 유형", "Track")
FIELDS = Wording("분야", "Fields")
IDEA = Wording("공동사업의 내용", "The joint project")
ENDS_ON = Wording("협약 기간", "Term")
UNTIL = Wording("구성원 모두가 확인한 날부터 {day}까지", "From the day every member has confirmed until {day}")
COST = Wording("총사업비 (부가가치세 제외)", "Total project cost (without VAT)")
SUBSIDY = Wording("보조금 (예상)", "Subsidy (estimate)")
OWN = Wording("자부담", "Own share")
BY_THE_CALL = Wording("공고에서 정하는 금액", "Set by the call")
DIVIDED = Wording("자부담을 나누는 방법", "How the own share is divided")

ROLE = Wording("구분", "Role")
SHOP = Wording("업체명", "Business")
REPRESENTATIVE = Wording("대표자", "Represented by")
NUMBER = Wording("사업자등록번호", "Business registration no.")
TRADE = Wording("업종 · 자치구", "Trade · gu")
PART = Wording("자부담 (원)", "Own share (KRW)")
NOT_YET = Wording("추후 확정", "Later")
SUM = Wording("합계", "Sum")
CONFIRMED = Wording("대화방 확인", "Confirmed in the chat")
SEAL = Wording("서명 또는 날인", "Signature or seal")
FOOT = Wording(
    "{name} 협업협약서 · 제{version}판 · {day} 작성 · 확인번호 {digest}", "{name} · version {version} · {day} · check no. {digest}"
)

ROLES = {
    "lead": Wording("대표업체", "Lead business"),
    "accountant": Wording("참여업체(회계)", "Member (accountant)"),
    "member": Wording("참여업체", "Member"),
}
HOW_DIVIDED = {
    Divided.EQUALLY: Wording(
        "같은 금액으로 나눈다. 나누어지지 않는 금액은 별표 2의 순서대로 1원씩 더 낸다.",
        "In equal parts. What cannot be divided is paid one won each in the order of Schedule 2.",
    ),
    Divided.BY_SHARES: Wording(
        "구성원이 정한 비율로 나눈다. 나누어지지 않는 금액은 별표 2의 순서대로 1원씩 더 낸다.",
        "In the proportions the members have set. What cannot be divided is paid one won each in the order of Schedule 2.",
    ),
    Divided.AS_PROMISED: Wording("구성원이 저마다 약속한 금액을 낸다.", "Each member pays what it has promised."),
    Divided.LATER: Wording("공고에서 보조율을 정한 뒤에 나눈다.", "Divided when the call has set the rate."),
}
