"""The articles of the collaboration agreement (협업협약서), by version. A version in use is never rewritten: a new one is added.

Worded by the project, not looked at by a lawyer, and every document says so. The Korean text is the agreement; the English is for reading.
Slots: {name}, {call}, {fields}, {idea}, {ends_on}. Names are never followed by a particle.
"""

from dataclasses import dataclass

from programme.wording import Wording


@dataclass(frozen=True, slots=True)
class Article:
    title: Wording
    paragraphs: tuple[Wording, ...]


PREAMBLE = Wording(
    "별표 2의 업체들은 서울특별시 골목경제 협동조합을 위한 공동 협업사업에 함께 신청하고 공동사업을 함께 수행하기 위하여 "
    "다음과 같이 협약한다.",
    "The businesses named in Schedule 2 agree as follows, in order to apply together for Seoul's support of joint projects "
    "in the alley economy, and to carry out their joint project together.",
)

_FIRST = (
    Article(
        Wording("목적", "Purpose"),
        (
            Wording(
                "이 협약은 「{name}」(이하 “협업체”라 한다)의 구성원이 공동사업을 준비하고 수행하는 데 필요한 사항과 "
                "구성원의 권리와 의무를 정하는 것을 목적으로 한다.",
                "This agreement sets out what the members of “{name}” (“the consortium”) need for preparing and carrying out "
                "their joint project, and their rights and duties.",
            ),
        ),
    ),
    Article(
        Wording("공동사업", "Joint project"),
        (
            Wording("공동사업의 내용과 분야, 신청하는 공고는 별표 1과 같다.", "Schedule 1 states the project, its fields and the call."),
            Wording(
                "공동사업의 내용이나 분야를 바꾸려면 구성원 모두의 동의를 받아야 한다.",
                "Changing the project or its fields needs the consent of every member.",
            ),
        ),
    ),
    Article(
        Wording("구성원", "Members"),
        (
            Wording(
                "협업체의 구성원과 대표업체, 회계담당업체는 별표 2와 같다. 회계담당업체를 따로 정하지 아니한 때에는 대표업체가 그 "
                "일을 맡는다.",
                "Schedule 2 names the members, the lead business and the accountant. Where none is named, the lead business keeps "
                "the books.",
            ),
            Wording(
                "구성원은 서로 대등하며, 이 협약에서 정한 것 말고는 다른 구성원을 대신하여 의무를 지지 아니한다.",
                "Members are equals. None takes on a duty for another beyond this agreement.",
            ),
        ),
    ),
    Article(
        Wording("사업비와 자부담", "Cost and own share"),
        (
            Wording(
                "총사업비와 보조금, 자부담은 별표 1과 같고, 구성원마다 내는 자부담은 별표 2와 같다.",
                "Schedule 1 states the cost, the subsidy and the own share; Schedule 2 what each member pays of it.",
            ),
            Wording(
                "보조금은 신청할 때의 예상액이며 교부결정으로 확정된다. 교부결정액이 달라지면 별표 1의 방법에 따라 자부담을 다시 나누고, "
                "구성원 모두가 다시 확인한다.",
                "The subsidy is an estimate until the decision to grant. If that differs, the own share is divided again in the way "
                "of Schedule 1, and every member confirms again.",
            ),
            Wording(
                "구성원은 자부담을 대표업체가 알린 날까지 협업체의 사업비 계좌에 넣는다.",
                "Each member pays its part into the project's account by the day the lead business names.",
            ),
        ),
    ),
    Article(
        Wording("대표업체의 의무", "Duties of the lead business"),
        (
            Wording(
                "대표업체는 협업체를 대표하여 신청, 교부, 변경, 보고와 정산에 필요한 일을 하고, 그 내용을 구성원에게 지체 없이 알린다.",
                "The lead business represents the consortium in applying, drawing the grant, changes, reports and settlement, "
                "and tells the members of each without delay.",
            ),
            Wording(
                "대표업체는 구성원의 동의 없이 총사업비, 분야, 구성원의 자부담을 바꾸지 못한다.",
                "It may not change the cost, the fields or a member's part without the members' consent.",
            ),
        ),
    ),
    Article(
        Wording("회계와 장부", "Accounts and books"),
        (
            Wording(
                "사업비는 「지방자치단체 보조금 관리에 관한 법률」에 따라 다른 돈과 나누어 별도의 계좌로 관리한다.",
                "Project money is kept in a separate account, apart from all other money, as the law on local government subsidies asks.",
            ),
            Wording(
                "회계담당업체는 수입과 지출을 그때그때 장부에 적고 증빙을 갖추며, 구성원이 요구하면 언제든지 보여 준다.",
                "The accountant writes down income and expense as they occur, keeps the vouchers, and shows them to any member at "
                "any time.",
            ),
            Wording(
                "장부와 증빙은 사업이 끝난 뒤 5년 동안 보관한다.",
                "Books and vouchers are kept for five years after the project's end.",
            ),
        ),
    ),
    Article(
        Wording("사업비의 사용과 정산", "Use of the money and settlement"),
        (
            Wording(
                "사업비는 정하여진 용도로만 쓴다. 사업의 내용을 바꾸거나 그만두려면 먼저 승인을 받는다.",
                "Project money is used for its stated purpose only. Changing or giving up the project needs approval beforehand.",
            ),
            Wording(
                "보조금을 돌려주어야 할 때에는 그 원인을 만든 구성원이 부담하고, 원인을 가릴 수 없으면 자부담의 비율로 나눈다.",
                "Where subsidy has to be returned, the member who caused it pays; where nobody did, it is divided like the own share.",
            ),
        ),
    ),
    Article(
        Wording("결과물과 설비, 브랜드", "Results, equipment and brand"),
        (
            Wording(
                "공동사업으로 마련한 시설과 설비, 브랜드, 그 밖의 결과물은 모든 구성원이 함께 쓴다. 쓰는 차례와 비용은 구성원이 "
                "협의하여 정한다.",
                "Facilities, equipment, brand and other results of the project are for all members to use. "
                "They settle among themselves who uses them when, and who bears the running cost.",
            ),
            Wording(
                "보조금으로 마련한 중요재산은 승인 없이 팔거나 빌려주거나 담보로 잡히지 못한다.",
                "Important assets bought with the subsidy may not be sold, lent or pledged without approval.",
            ),
            Wording(
                "상표와 디자인의 권리는 구성원 모두를 위하여 대표업체의 이름으로 등록할 수 있으며, 대표업체는 구성원의 사용을 "
                "거절하지 못한다.",
                "Trademarks and designs may be registered in the lead business's name on behalf of all; it may not refuse any "
                "member their use.",
            ),
        ),
    ),
    Article(
        Wording("탈퇴와 교체", "Leaving and replacing"),
        (
            Wording(
                "구성원은 신청하기 전에는 언제든지 다른 구성원에게 알리고 탈퇴할 수 있다. 신청한 뒤에는 필요한 승인을 받아 탈퇴한다.",
                "Until the application a member may leave at any time by telling the others. Afterwards leaving needs the approval "
                "it requires.",
            ),
            Wording(
                "의무를 지키지 아니하여 공동사업에 큰 지장을 준 구성원은, 말할 기회를 준 뒤 다른 구성원 모두의 동의로 내보낼 수 있다.",
                "A member who gravely harms the project by not keeping its duties may be removed with the consent of all the others, "
                "after having been heard.",
            ),
            Wording(
                "구성원이 바뀌면 이 협약은 효력을 잃고, 남은 구성원과 새 구성원이 협약서를 다시 작성하여 확인한다.",
                "When members change, this agreement ends, and the remaining and the new members draw up and confirm another.",
            ),
        ),
    ),
    Article(
        Wording("비밀과 개인정보", "Confidence and personal data"),
        (
            Wording(
                "구성원은 공동사업을 하며 알게 된 다른 구성원의 영업 비밀과 개인정보를 공동사업 밖에서 쓰거나 남에게 알리지 아니한다.",
                "Members neither use nor pass on, outside the project, business secrets and personal data learnt through it.",
            ),
        ),
    ),
    Article(
        Wording("분쟁의 해결", "Disputes"),
        (
            Wording(
                "다툼이 생기면 구성원이 먼저 협의하고, 협의로 풀리지 아니하면 이 사업의 갈등조정을 신청한다.",
                "Members first settle a dispute among themselves; failing that, they ask for the programme's mediation.",
            ),
            Wording(
                "갈등조정으로도 풀리지 아니하면 대한민국 법률에 따르고, 민사소송법에서 정한 법원의 판단을 받는다.",
                "Failing mediation, the law of the Republic of Korea applies, before the court that its Civil Procedure Act names.",
            ),
        ),
    ),
    Article(
        Wording("효력과 기간", "Effect and term"),
        (
            Wording(
                "이 협약은 구성원 모두가 확인한 날부터 {ends_on}까지 효력이 있다.",
                "This agreement holds from the day on which every member has confirmed it until {ends_on}.",
            ),
            Wording(
                "보고와 정산, 반환, 장부의 보관, 중요재산, 비밀과 개인정보에 관한 의무는 기간이 끝난 뒤에도 남는다.",
                "Duties of reporting, settlement, repayment, keeping books, important assets, confidence and personal data outlast it.",
            ),
        ),
    ),
    Article(
        Wording("확인과 서명", "Confirmation and signature"),
        (
            Wording(
                "구성원이 대화방에서 누른 확인은 이 협약서를 읽고 동의한 사실과 시각을 기록한 것이다.",
                "A member's confirmation in the chat records that, and when, the member read this agreement and consented.",
            ),
            Wording(
                "신청할 때에는 이 협약서를 종이로 뽑아 구성원 모두가 서명하거나 날인하여 낸다.",
                "For the application this agreement is printed and signed or sealed by every member.",
            ),
        ),
    ),
)

WORDINGS = {1: _FIRST}
NEWEST = max(WORDINGS)
