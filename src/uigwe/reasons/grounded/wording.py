"""The words around a figure and its step: what links them, what is done, and what is said behind it."""

from uigwe.reasons.patterns import pattern_of

# ── what stands behind a step ──

_ENDINGS = (
    "을 를 은 는 이 가 의 에 로 으로 로서 으로서 로써 까지 만큼 씩 하 함 하여 하며 해 한 할 하는 하도록 토록 하기로 "
    "하고자 하고 하였음 하였으며 하였다 했음 했다 한다 된 되는 되도록 됨 되어 임 이다 인 음 였음 였다 았음 았다 "
    "었음 었다 것 것임 것이다 여 어 아 게 있음 린 림 려 리는 킨 킴 켜 시킨 시켜 시킴 이는 난 나는 나도록 남 어난 "
    "어나는 되게 하게 , = 하되 되 으며 며 이며 았으며 였으며 으나 지만 하였고 하였으나 았으나 였으나 았고 였고 "
)
_NOUNS = (
    "값 수준 점수 건수 인원 수치 규모 수량 비율 비중 증가율 성장률 목표 목표치 목표값 목표점수 목표수준 목표증가율 "
    "달성목표 지표 정도 결과 선 금액 물량 실적 수 치 년 수준에서 매출 매출액 고용 수출 생존율 유지율 정착률 연계율 "
    "달성치 기준 개소 개사 명 건 점 % 곳 한값 성과 성과목표 목표인원 목표건수 목표금액 인원수 "
)
_MANNER = (
    "도전적 적극적 의욕적 공격적 전향적 진취적 다소 비교적 상당히 대폭 과감히 한층 조금 약간  "
    "새로 새로이 최종 일괄 폭 상당한 높은 야심찬 약 무리없이 각각 "
)
_WHEN = (
    "# 올해 금년 금년도 당해 당해연도 내년 내년도 신규 최초 첫해 첫 중장기 이번 연간 년도 새 동 본 해당 차년도 차기 "
    "이듬해 우리 사업 참여기업 지원기업 우리사업 "
)
_SETTING = (
    "설정 산정 산출 정 잡 삼 책정 결정 제시 선정 확정 채택 수립 부여 추진 도출 두었음 둠 세움 세웠음 세운 두 반영 "
    "적용 조정 상향 계산 달성 택 취 놓 보 봄 창출 지원 확보 발굴 참여 배출 육성 양성 개최 처리 보급 조성 유치 유지 "
    "공급 기록 요구 설 두고 "
)
_RAISED = (
    "상향 올려 올린 올림 올려서 높여 높인 높임 높아진 높이는 끌어올려 끌어올린 끌어올림 끌어올리는 확대 늘려 늘린 "
    "늘림 늘리는 올리는 강화 "
)
_LOWERED = "하향 낮춰 낮추어 낮춘 낮춤 낮추는 줄여 줄인 줄임 줄이는 축소 감축 내려 내린 내림 "


def _vocabulary(*groups: str) -> frozenset[str]:
    return frozenset(word for group in groups for word in group.split())


TAIL = _vocabulary(_ENDINGS, _NOUNS, _MANNER, _WHEN, _SETTING)
RAISED = _vocabulary(_ENDINGS, _NOUNS, _MANNER, _WHEN, _SETTING, _RAISED)
LOWERED = _vocabulary(_ENDINGS, _NOUNS, _MANNER, _WHEN, _SETTING, _LOWERED)
_LONGEST = max(map(len, RAISED | LOWERED))
# What bounds, denies or hedges, however it could be put together of endings.
_BOUNDS = pattern_of(
    r"이하|이상|이내|미만|초과|만(?=을|으로|$)|않|못|불가|어려|곤란|예상|검토|가능|이상적|까지만|정도로만|가능성|할것|될것|할수|수있"
)


def covered(text: str, words: frozenset[str] = TAIL) -> bool:
    """Whether a text is put together of these words, and nothing in it bounds or denies."""
    if _BOUNDS.search(text):
        return False
    reached = {0}
    for at in range(len(text)):
        if at in reached:
            reached |= {at + long for long in range(1, _LONGEST + 1) if text[at : at + long] in words}
    return len(text) in reached


# ── what is done ──

_UP = (
    r"상향조정|상향|증가|인상|확대|향상|증대|가산|추가|더많|더높|더늘|더올|더얹|끌어올|상회|웃도|웃돌|얹|보태|보탠|보탬|더하|더한|더함|더해|덧붙|높|올려|올린|올림|올리"
    r"|늘려|늘린|늘림|늘리|늘어|늘|많|더"
)
_DOWN = r"하향조정|하향|감소|축소|감축|인하|낮|줄여|줄인|줄임|줄이|줄어|내려|내린|내림|내리|단축|절감|빼|뺀|뺌|차감|감액|삭감|적(?=은|게)"
_BY = r"(?:를|을|만큼|가|이|씩|정도|가량|수준|포인트)?"
_HOW = r"(?:약|다소|대폭|도전적으로|적극적으로|의욕적으로|과감히|추가로|다시|한층|새로|상당폭|큰폭으로|더(?=[욱상증확추높올늘많하]))*"
STEP = pattern_of(rf"^{_BY}{_HOW}(?:(?P<up>{_UP})|(?P<down>{_DOWN}))(?P<rest>.*)$")
MULTIPLIED = pattern_of(r"^(?:를|을|로|으로)?(?:그대로)?(?P<verb>적용|곱|반영)(?P<rest>.*)$")

# ── what links a figure with its step ──

_REFERS = r"(?:값|수치|비율|비중|실적|실적치|평균|평균치|평균값|수준|점수|기준|기준치|인원|건수|금액|통계|규모|결과)?"
OF_IT = rf"(?:(?:이|그|해당|동|위)(?:것)?{_REFERS}(?:의|에)?|여기에|거기에|이를|이에|그를|그것을)"
FROM_IT = (
    rf"(?:(?:이|그|해당|동|위)(?:것)?{_REFERS}(?:보다|에서|에다가|에다|에|를|을|대비|에비해|에비하여)(?:는)?"
    r"|여기에서|여기서|여기에|여기다|거기에서|거기서|거기에|거기다)"
)
GOAL = (
    r"(?:(?:이를|이런점을|이점을|그점을|이같은점을)(?:감안|고려|반영|참고|토대로|바탕으로)(?:하여|해|하되)?,?)?"
    r"(?:[가-힣]{2,8}의경우(?:에는|는)?,?)?(?:(?:본|동|해당|이번)(?:지표|사업)(?:은|는|의|에서는)?,?)?"
    r"(?:(?:우리|이번|올해|금년|금년도|당해|당해연도|#|최종|본|사업|참여기업|지원기업|신규|지표|기업|지원|의|동|부)*목표(?:치|값|수준|점수)?"
    r"(?:는|은|를|을|로|으로)?,?|(?:#|올해|금년|금년도|당해|당해연도|내년|이번|차년도)(?:도|년)?(?:에는|에|는|은|도에는|도는)?,?)?"
)
MANNER = (
    r"(?:약|다소|대폭|도전적으로|적극적으로|의욕적으로|공격적으로|추가로|더|한층|다시|무려|도전적인|목표를|목표로|,)*"
)
GROUND = (
    r"(?:(?:를|을|에)?(?:(?:목표설정의|설정의|산정의|산출의)?(?:기준|기준점|기준선|기준치|기준값|출발점|기초|토대|바탕|준거|근거|잣대|기본|시작점|발판))"
    r"(?:으로|로)?(?:하여|해|하고|하되|삼아|삼고|삼되|삼았으며|두고|두어|잡아|잡고|놓고|설정하고|보고|하였으며)?"
    r"|(?:를|을)(?:놓고|두고)|에(?:기초|근거|기반|준)(?:하여|하고|해)|(?:를|을)(?:준용|참고|참조|원용|활용|사용|인용)(?:하되|하여|하고|해)),?"
)
_COPULA = (
    r"(?:(?:수준|정도)?(?:이므로|이어서|이라서|이며|이고|인데|인바|인만큼|임|이나|이지만|이다|이기에|였으므로|였으며|였고|였음|였다|였는데|였으나|였기에|였던바|"
    r"이었으므로|이었으며|이었고|이었음|이었다|이었으나|이었는데|이었기에|로서|으로서|로|으로)"
    r"|(?:였던|이었던|인)?(?:점|것)(?:에서|에비추어)"
    r"|에(?:이르|달하|머무|그치|머물|그쳐|그쳤|달했|달해|불과|해당)[가-힣]{0,5}|(?:를|을)(?:기록|달성|보였|보이|보여|나타)[가-힣]{0,5}"
    r"|(?:으로|로)(?:나타|집계|조사|확인|파악|추정|분석|측정|기록|발표|공표|보고)[가-힣]{0,6})"
)
COPULA = rf"(?:{_COPULA}[,.]?|,)"
CONSIDERED = (
    r"(?:(?:인|였던|이었던)(?:점|것)(?:을|를)|임을|였음을|이었음을|를|을)?"
    r"(?:감안|고려|반영|참고|참조)(?:하여|하되|하고|해|할때|하면|하였고|하였으며|함)?[,.]?(?:이를(?:감안|고려)하여)?"
)
FROM = r"(?:보다|에서|대비|에비해|에비하여|과비교하여|와비교하여|에다가|에다|에)(?:는)?"
# Why, between a base and its step: nothing in it calculates.
WHY = (
    r"(?:(?:(?!상향|하향|제외|포함|더하|빼고|합산|적용|평균|목표|실적|이하|이상|않도록)[가-힣·]){4,26}(?:으나|지만|므로|이나|되어|하여|되나|하나|음에도|임에도),)?"
    r"(?:(?:(?!상향|하향|제외|포함|더하|빼고|합산|적용|평균|목표|실적)[가-힣·]){4,26}(?:을|를)(?:고려|감안|반영)(?:하여|해|하되),?)?"
)

LINK_OF = pattern_of(rf"(?:의|(?:{GROUND}|{COPULA}|{CONSIDERED}){WHY}{GOAL}{OF_IT}|{GROUND}{WHY}{GOAL}){MANNER}")
LINK_AT = pattern_of(
    rf"(?:에|에다|에다가|{GROUND}{GOAL}|(?:{GROUND}|{COPULA}){GOAL}(?:여기에|거기에|이에|이를|그값에|이값에)){MANNER}"
)
LINK_FROM = pattern_of(
    rf"(?:{FROM}|(?:{GROUND}|{COPULA}|{CONSIDERED}){WHY}{GOAL}{FROM_IT}|{GROUND}{WHY}{GOAL}){MANNER}"
)
# Without a word that takes the figure up: it must be the own result or target.
LINK_BARE = pattern_of(rf"(?:{_COPULA}[,.]?|{CONSIDERED}){WHY}{GOAL}{MANNER}")
