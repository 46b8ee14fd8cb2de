"""A reading whose outcome speaks against it is a proposal, and no value is given for it."""

from decimal import Decimal

from tests.every import every
from uigwe.formulas import Derived, Facts, evaluate, read_basis
from uigwe.operations.explaining import explain_reason
from uigwe.reasons import Confidence, Reading, known_cells
from uigwe.reasons.weighed import weighed

PAST = {2020: "400", 2021: "425", 2022: "460"}


def of(basis, text, unit="건", history=None, confidence=Confidence.SURE):
    cells = known_cells(history or PAST, unit)
    node = read_basis(basis, unit)
    derived = evaluate(node, Facts(2023, unit, cells, {}))
    assert isinstance(derived, Derived)
    known = {year: cell.value for year, cell in cells.items()}
    return weighed(Reading(basis, (0, len(text)), confidence, unit), text, node, derived.value, known, 2023)


@every(
    [
        ("6500 * 76", "예상 신청 6,500건에 승인율(76)을 곱하여 추정", "건", None, "far-from-past"),
        ("last", "전년 실적에 물가 변동을 반영하여 산출", "건", None, "nothing-done"),
        ("425", "국가 계획 425번 과제의 목표를 준용", "건", None, "nothing-done"),
        ("400 + 60", "관내 400개 학교 가운데 60개 학교", "개", {2022: "20"}, "far-from-past"),
        ("31 + 28", "31개 시군 28개 시군의 비율로 산출", "%", {2022: "58"}, "unsaid-sum"),
        ("last - 3", "인력감축(3명)을 반영하여 소폭 낮춤", "건", None, "vague-change"),
        ("last + 1 %p", "99.2%에 1%p를 더하면 100%를 넘으므로", "%", {2022: "99.2"}, "beyond-ceiling"),
        ("last + (actual(2022) - actual(2021)) / 1", "최근 2년의 증가폭을 더함", "건", None, "either-window"),
        ("mean(2021..2022)", "’20~’22년 평균", "건", None, "other-years"),
        ("last * 2", "전년 실적을 넘는 수준까지 끌어올림", "건", None, "far-from-past"),
        ("31 * 30000", "누적 31억원에 신규 3만원을 곱함", "억원", {2022: "33"}, "far-from-past"),
        ("400 * (100 % + 10 %)", "관내 400개소의 10%를 공공으로 바꾸는 계획", "개소", None, "share-or-more"),
        ("last * 0.5", "미이행률을 절반으로 줄인 이행률", "%", {2022: "91"}, "other-part"),
        ("last * (100 % + 10 %)", "10% 확대는 예산상 곤란하여 그보다 낮춤", "건", None, "figure-refused"),
        ("actual(2022)", "’22년 58%에서 70%까지 높이는 계획의 수준", "%", {2022: "58"}, "figure-unread"),
        ("45 / 90", "사업비 45억원을 1인당 90만원으로 나누어 산정", "명", {2022: "0.6"}, "mixed-scales"),
        ("120 + 80", "가반 120명, 나반 80명에 신설 과정 인원을 더하여 설정", "명", {2022: "195"}, "figure-missing"),
        (
            "last + (actual(2022) - actual(2020))",
            "전년 실적에 상승폭(’20→’22)의 연평균치를 더함",
            "건",
            None,
            "either-window",
        ),
        ("450 * (100 % + 2 %)", "목표 450건 대비 실적 460건이므로 실적 기준 2% 확대", "건", None, "which-base"),
        ("3 + 2", "전문가 조사 3회와 토론 2회를 거쳐 결정된 수준", "점", {2022: "4.8"}, "unsaid-sum"),
    ],
)
def test_an_outcome_that_cannot_be_meant_is_no_value(basis, text, unit, history, doubt):
    found = of(basis, text, unit, history)

    assert found.confidence is Confidence.LIKELY
    assert [note.id for note in found.notes] == [doubt]


@every(
    [
        ("last * 5", "전년도 실적의 5배로 확대", "건", None),
        ("last", "전년 실적 유지", "건", None),
        ("200 + 280", "상반기 200건, 하반기 280건", "건", None),
        ("30 + 12", "국비 30억원 + 지방비 12억원 = 42억원", "억원", None),
        ("mean(2020..2022) * 103 %", "’20~’22년 평균 대비 3% 상향", "건", None),
        ("mean(2020, 2022)", "’20~’22년 가운데 ’21년을 제외한 평균", "건", None),
        ("last + 1 %p", "전년보다 1%p 상향", "%", {2022: "80"}),
        ("(18 + 30) * 95 %", "18명과 30명을 합한 인원을 곱한 값", "명", {2022: "46"}),
        ("400 * 10 %", "관내 400개소의 10%를 지원", "개소", {2022: "38"}),
        ("100 - (100 - last) * 0.5", "미이행률을 절반으로 줄인 이행률", "%", {2022: "91"}),
        ("last", "전년 실적 460건 수준을 유지", "건", None),
    ],
)
def test_what_is_said_outright_stays_sure(basis, text, unit, history):
    found = of(basis, text, unit, history)

    assert (found.confidence, found.notes) == (Confidence.SURE, ())


def test_a_proposal_stays_one_without_a_further_doubt():
    found = of("last", "전년 실적에 물가 변동을 반영", confidence=Confidence.LIKELY)

    assert (found.confidence, found.notes) == (Confidence.LIKELY, ())


def test_what_is_doubted_is_given_as_likely_only():
    found = explain_reason("전년 실적에 물가상승률을 반영하여 산출", year=2023, unit="건", history=PAST)

    assert not found.settled
    assert found.value in (None, Decimal(460))
