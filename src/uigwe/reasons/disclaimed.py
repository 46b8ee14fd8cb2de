"""What a reason says of its own calculation that takes it back, or gives it to something else.

It is denied (`… 방식은 폐지되었음`), the target is an exception to it, it is an example, nothing is settled yet, or it is of another year,
another indicator or another body. Each question finds the words that say so; they count when the calculation that was read stands where
they reach: a predicate takes what stands before it, a head what stands behind it in its clause.
"""

import re
from collections.abc import Callable, Iterator
from decimal import Decimal

from uigwe.formulas.tree import Infix, Node, Number, walk
from uigwe.reasons.known import Known
from uigwe.reasons.patterns import pattern_of

_HUNDRED = Decimal(100)
_FIGURE = pattern_of(r"(?<![\d.,’~])\d[\d,]*(?:\.\d+)?(?!\d|년(?!간|치)|월|분기|\.\d)")
_BASE = pattern_of(r"평균|실적|전년|작년|지난해|직전|중앙값|최고|최저|최댓값|수준|유지|동결|동일|같[은게]")


def _figures(node: Node) -> set[Decimal]:
    whole = {id(one.left) for one in walk(node) if isinstance(one, Infix) and one.operator in "+-"}
    return {
        part.value
        for part in walk(node)
        if isinstance(part, Number) and not (id(part) in whole and part.value == _HUNDRED)
    }


def places(text: str, node: Node) -> list[int]:
    """Where the figures of a reading stand, or its base where it has none."""
    taken = _figures(node)
    found = [one.start() for one in _FIGURE.finditer(text) if Decimal(one[0].replace(",", "").rstrip(".")) in taken]
    return found or [one.start() for one in _BASE.finditer(text)]


# ── the calculation is before what is said of it ──

# What the calculation is called, and what is no calculation: `물가상승률은 반영하지 않음`.
_IT = (
    r"(?:방식|방법|산식|산출식|산정식|산출근거|근거|원칙|기준|[상하]향|(?<=[%p점건명])(?:증가|감소|가산|인상|증액)|안|방안|계획|규칙|규정|내용"
    r"|문구|문안|값|것|이|그|수치|관행|관례|"
    r"관례적방식|상향률|상향폭|증가율|비율|조정|설정|산정|목표|목표치|식|공식|룰|안건|초안|목표안|서술|기재|표현|설명)"
)
_TOPIC = (
    r"(?:(?:올해|금년도?|금번|이번|당해|본|이|해당|현|우리)(?:연도|년도|년|해)?(?:의)?(?:성과)?(?:지표|목표|과제|사업|부"
    r"|기관)?(?:치|값)?(?:의|에|에는|에서는|은|는|만은|만|도)*"
    r"|(?:’|20)\d{2}년(?:도)?(?:의)?(?:목표)?(?:치)?(?:의|에|에는|은|는|만은|만)*|실제(?:로는|로)?|더이상|더는|결국"
    r"|최종(?:적으로)?|아직|현재(?:로는|까지)?|일절|전혀|모두|전면|,)"
)
_NOT = r"(?:하|되)?지(?:는|도|를)?(?:않|아니|못|말)"
_DONE = (
    r"(?:적용|사용|활용|채택|반영|준용|이용|인정|시행|허용|승인|채용|수용|의결|동의|받아들[여이]|따[르라]|의하|의존하"
    r"|쓰이?|삼|두|해당|유효|성립|유지)"
)
_DENIED = pattern_of(
    rf"(?:{_IT}(?:은|는|이|가|을|를|도|에|으로|로|만)?|(?<=[상하]향)|(?<=%)(?:를|을)?)(?:{_TOPIC})*{_DONE}{_NOT}"
    rf"|(?:으나|지만|이나|하나|는데),?(?:{_TOPIC})+{_DONE}{_NOT}|{_IT}(?:은|는)[^.,\d을를]{{0,16}}?(?:더이상|더는)?{_DONE}{_NOT}"
    rf"|(?:{_IT})(?:은|는|이|가|을|를|도)(?:{_TOPIC}|[가-힣]{{2,8}}(?:에따라|로|에서|으로|하여|되어))*(?:폐지|폐기|철회|취소"
    rf"|무효|백지화|사용중지|적용중지|보류|유보|유예|부결|기각|반려|삭제|사문화|불채택|미채택|미적용|미반영|불수용)"
    r"(?:함|됨|하였|되었|된|했|됐|한|하고|되고|하며|되며|하기로|할|임|처리|로|화|중|$|[.,)])"
    r"|(?:사용|적용|시행|효력)(?:을|를|이)?(?:중지|중단|정지|상실|보류|유예)"
    r"|(?:사실과|실제와)(?:다[름르른]|무관)|(?:라고|로|다고)(?:는)?(?:볼|할|말할|단정할|간주할)수없"
    r"|(?:값|것|수준|방식|취지|뜻|목표|근거|계산|의미|산식)(?:은|는|이|가)?(?:결코|절대|전혀)?아(?:님|니[며고다므]|닙니다|닌것)"
    r"|(?:값|것|방식|기준|근거)(?:은|는|이|가)아니라"
    r"|(?:폐지|철회|취소|백지화|무효화|번복)(?:함|됨|하였음|되었음|했음|됐음|하기로|하였으며|되었으며)"
)
# What is denied beside a calculation: the way of before, another figure, what is only taken into account.
_ANOTHER = pattern_of(
    r"(?:종전|기존|이전|과거|다른|별도|추가|단순|일률적|지난해|작년|전년도)(?:의)?(?:[가-힣]{0,4})$|실적(?:치|값)?(?:은|는|을|를)$"
)
_EXCEPTION = pattern_of(
    r"예외(?:로|임|이다|이며|이므로|를|가|적용|적으로|인정|에해당|다|대상)|(?:특례|별칙|단서)(?:를|에따라|로|가|적용)"
    r"|달리(?:정|적용|설정|산정|산출|운영)|(?:대상|범위|적용)(?:에서|은|을)(?:본|이|해당|당해)?(?:지표|목표|사업|과제)?(?:는"
    r"|은|를|을)?(?:빠[짐지진졌]|빼|뺌|제외)"
    r"|(?:’|20)(?P<year>\d{2})년(?:도)?(?:는|은|에는|만)?(?:적용)?(?:예외|유예|제외)|(?:본|이|해당|당해)(?:지표|목표|사업|과제)(?:는"
    r"|은|만|를|을)(?:적용|대상)?(?:에서)?(?:을|를)?(?:제외|배제|면제|유예)|(?:적용(?:을|이|에서)?)(?:제외|배제|면제"
    r"|유예)(?:함|됨|하|되|받|대상|$|[.)])"
    r"|(?:유예|면제)(?:를)?(?:받|함|됨|하기로|키로|하였|되었)"
)
_NO_EXCEPTION = pattern_of(r"예외(?:는|가|도)?(?:없|두지|아니)|예외를(?:두지|인정하지)")
_EXAMPLE = pattern_of(
    r"(?:(?<!\()(?<!\(작성)예시|예문|샘플|견본|문례|표본문구|작성례|기재례|작성예|기재예)(?:문|문구|안|사항)?(?:를|을|로|임"
    r"|이며|이고|이다|일뿐|에(?!서)|로서|이므로|이나|일|입|에불과|차원|용|문구|$|[.,])"
    r"|(?:지침|요령|양식|서식|편람|매뉴얼|안내서|가이드라인|교재|표준서식|작성요령)(?:에|의|상)?(?:[가-힣]{0,3}(?:실린"
    r"|수록된|나온|인쇄된|적힌|기재된|제시된|들어있는))?(?:의)?(?:예|보기|문구|문안|예시|견본|것)(?:를|을|로|임|이며|일|이다|$|[).,])"
    r"|(?:을|를|것을)(?:그대로)?(?:옮긴|베낀|복사한|전재한|붙여넣은)(?:것|문구|내용)|(?:인쇄|기재)(?:되어있는|된)(?:것|문구)"
    r"|(?:식|방식|형식|형태)(?:으로|처럼|과같이)(?:기재|작성|적|쓰|기술)"
    r"|참고(?:용|자료|사례|값|치|사항|안)?(?:으로만|로만|일뿐|에불과|에그|에지나지|임$|이며실제)"
)
_EXAMPLE_HEAD = pattern_of(
    r"(?:^|[.,(:])(?:\((?:예|예시|작성예시?|보기|샘플|참고예시)\)|(?:예|예시|작성예시?|기재예시?|보기|샘플|작성례)(?:[:)]"
    r"|\d\))|예를들어|예를들면|예컨대|가령|이를테면|예로서|만약|만일)"
)
_NEXT_TO = pattern_of(r"[^.,]{0,24}")
_SETTLE = (
    r"(?:정하|정해|정함|결정|확정|결론|합의|산정|작성|설정|마련|산출|선정|의결|수립|채택|도출|검증|완료|타결|조율|정리)"
)
_UNDECIDED = pattern_of(
    rf"(?:아직|미처|여태|현재까지|지금까지)(?:도|은|까지)?[^.,\d]{{0,16}}?{_SETTLE}[^.,\d]{{0,6}}?(?:못|않|아니|중|전|없)"
    rf"|{_SETTLE}(?:을|를|에|이|가|은)?(?:하|되|지|이르|내리|내|나|짓|맺|보)?지(?:는|를|도)?(?:못|않|아니)"
    rf"|{_SETTLE}(?:한|된|할|될)?(?:바|것|사항|내용)(?:이|은|는)?없|(?<!이)(?:미정(?!비|지)|미결정|미확정|미작성|미합의"
    rf"|미수립|미마련|미정리|미도출|미개최|미결|미산출|미산정)"
    r"|(?:논의|협의|검토|심의|조율|토의|토론|협상|논의|저울질|고심|다툼|이견조정)(?:가|이|를|을)?(?:진행|계속|하고있|되고있"
    r"|중(?!$장)|필요|한창|거치는)|(?:심의|협의|검토|확정|의결|승인|결재)(?:되기|하기|받기)?(?:이)?전(?=[)임이단.,]|$|의|까지)"
    r"|(?:결정|확정|판단|결론|의결|선택)(?:을|은|를)(?:[가-힣]{1,6}(?:로|으로|까지))?(?:미룸|미루|미뤘|보류|유보|연기)"
    r"|(?:맞서|갈리|엇갈|팽팽|유동적|불확실)(?:고있|어있|려있|림|임|함|었)"
    r"|(?:추후|차후|나중에|(?<!기초로)(?<!기준으로)다시|새로|별도로|따로)(?:에)?(?:수정|정할|재?작성|재?산정|정함|정하기로"
    r"|정해|제출|보완|기재|재설정|변경)(?:할|될|함|예정|계획|하기로|하여야|한다|$|[.)])"
    r"|(?:어느|어떤|몇|무슨|얼마)[^.,]{0,10}(?:지는|지를|지가|지|인지|일지|할지|뺄지)(?:는|를|가)?|(?:로|으로)할지"
    r"|[상하]향할지|잠정안|가안(?:임|으로)|임시(?:로|값|안)"
)
# What is not settled beside the target: what comes later, money, staff; and who does not say it of the target.
_SOMETHING_ELSE = pattern_of(
    r"(?:예산|사업비|재원|정원|인력|인사|조직|이후|내년도?|차년도|다음해|후속|’\d{2}년(?:도)?(?:이후)?"
    r"|20\d{2}년(?:도)?(?:이후)?|세부|일정|장소|개편|통합|입법|법안|개정안|부지|업체|대상지|시기)[^.,\d]{0,12}$"
)
_OTHER_INDICATOR = pattern_of(
    r"(?:이는|위는|상기는|위근거는|이근거는|위산식은|상기산식은)?(?:상위|하위|다른|타|별개|인접|유사|자매|연관|관련|전략"
    r"|성과목표|관리과제|프로그램|결과|산출|투입)?(?:성과)?지표(?:\d|[ⅠⅡⅢ]|[가-하](?=의))?(?:의|에만|에|에서)(?:목표|산출"
    r"|산정|설정)?(?:목표)?(?:산출|산정)?(?:근거|산식|해당|관한|쓰|적용|내용|식|사용)"
    r"|(?:본|이|해당|당해|우리)(?:성과)?지표(?:와|과|에|에는|에는|는)?(?:는|은)?(?:무관|관계없|상관없|관련없|해당없|해당하지"
    r"|해당되지|적용되지|적용하지|쓰이지|쓰지)"
    r"|(?:산하|소속|유관|타|다른|외청|상급|하급|협력)(?:의)?(?:공공)?(?:기관|부처|부서|단체|지자체|본부|지청)(?:들)?(?:의"
    r"|에만)?(?:목표|지표|산식|산출근거|근거|해당)(?:이며|임|이고|일뿐|이나|되|하|로)"
    r"|(?:본|이|해당)(?:성과)?지표(?:는|의목표는|의산출근거는|의근거는)[^.\d]{0,14}(?:별도|따로|미정|아직|추후|달리)"
)
_OWN_INDICATOR = pattern_of(r"(?:본|이|해당|당해|우리|모든|전체|각)$")
_OTHER_YEAR_BEHIND = pattern_of(
    r"(?:(?:’|20)(?P<year>\d{2})년(?:도)?|(?P<later>내년도?|차년도|다음해|이듬해|익년도?|차기)|(?P<former>전년도?|작년도?"
    r"|지난해|직전연?도|종전|예년))(?:의)?"
    r"(?:성과(?:관리)?)?(?:시행)?(?:목표|계획|계획서)?(?:치|값)?(?:의)?(?:(?:산출|산정|설정)?(?:근거|산식|산출식|기준"
    r"|방식)(?:임|이며|이고|로서|로|이다|이므로|$|[).,])"
    r"|에(?:관한|대한|해당|쓰|적용[할될하되함됨])|부터(?:는)?(?:적용|시행|반영|사용|도입)|(?:목표|계획)(?:임|이며|이고|값|로서)(?=$|[).,]|이며|임))"
)

# ── the calculation is behind its head, in one clause ──

_ANOTHER_YEAR = (
    r"(?:(?:’|20)(?P<year>\d{2})년(?:도)?|(?P<later>내년도?|차년도|다음(?:해|연도)|이듬해|익년도?|명년)"
    r"|(?P<former>전년도?|작년도?|지난해|직전연?도|종전))(?:의)?"
)
_YEAR_HEAD = pattern_of(
    rf"(?:^|(?<=[.,(:고며되])){_ANOTHER_YEAR}(?P<aim>(?:성과(?:관리)?)?(?:목표|계획)(?:치|값)?(?:산출근거|산정근거|설정근거"
    rf"|산식)?)?(?:부터|에|의경우)?(?:는|은|부터|에|:)"
    r"|(?P<far>(?:중장기|중기|장기|최종연도|최종)목표(?:치|값)?)(?:\([^()]*\))?(?:는|은|:)"
)
_PAST = pattern_of(r"[였했었렸갔]")
_TAKEN_UP = pattern_of(r"이보다|여기|이에|이를|그보다|그값|이값|대비목표")
_BODY_HEAD = pattern_of(
    r"(?:^|(?<=[.,(:]))(?:유관|관계|산하|소속|외청|타|다른|유사|자매|인접|동종|위탁|연관|경쟁|상위|하위|별개)(?:의|공공)*"
    r"(?:기관|부처|지자체|사업|성과지표|지표|과제|협회|단체|시도|국가|업체)(?:인[가-힣]{2,14}?)?(?:\([^()]*\))?(?:은|는|의경우|에서는)"
)
_CLAUSE = pattern_of(r"[;,]|\.(?!\d)|(?:하되|잡되|두되|으며|하며|이며|하고|두고|으나|지만|하였고|올리고|낮추고)")

# ── who only asks for it, what is only expected, what is only the least ──

_CHANGE = r"(?:하락|감소|증가|상승|성장|위축|둔화|축소|확대|신장|감축|악화|개선|늘|줄)"
_EXPECTED = pattern_of(
    rf"(?:%p?|[가-힣]{{1,3}}?)(?:이상|가량|정도|내외|수준)?(?:의)?(?:더|추가)?{_CHANGE}(?:이|가|할|될|하는|되는|어들|어날|을"
    rf"|세가)?(?:것이|것으로|것이라는)?(?:로)?(?:예상|전망|우려|추정|관측|예측|예견|점쳐)"
)
_FOLLOWED = pattern_of(
    r"반영|적용|만큼|그대로|(?:이|그|같은|동일|동)(?:한)?(?:비율|폭|수준|감소율|증가율|값|수치|율)|이를(?:목표|그대로)"
    r"|에맞[추춰]|따라(?:목표)?(?:[상하]향|조정)|[×=]"
)
_ASKED = pattern_of(
    r"(?:권고|요구(?!함[.]?$)|건의|제안|주문|요청|촉구|권장|희망|종용|독려|의견|견해|여론|목소리)(?:를|을|가|이|도)?(?:하였|했|받|되|된"
    r"|있었|있|함|하고있|됐|제기|나옴|나왔|많|우세)[^.,\d]{0,6}[.]?$"
)
_MIGHT = pattern_of(
    r"(?:까지|도)?(?:가능할|무리가없|문제없|달성될|달성할수있을)(?:것|을것)?(?:으로|이라고|이라는|다고"
    r"|다는)[^.,\d]{0,12}[.]?$|(?:정할|설정할|잡을|볼|할|적용할)수(?:도|는)?있(?:음|다|을것임|겠음)[.]?$"
)
_LEAST = pattern_of(
    r"(?:최저|최소|하한|공통|의무|통상|일반|평균적)(?:의|인|적인)?(?:최저|최소)?(?:기준|선|치|요건|한도|수준|상향률"
    r"|조건)?(?:일뿐|에불과|에지나지|이며|이나|이고|인데|이므로|이지만|이라)"
)
_CONCLUDES = pattern_of(
    r"\((?:설정|목표|결론|목표설정|산정|설정근거|설정방향|목표치|종합|목표치설정|설정결과)\)[^\d]{4,}$"
)


def _reach(text: str, node: Node) -> int:
    found = places(text, node)
    return max(found) if found else -1


def _behind(pattern: re.Pattern[str], text: str, node: Node) -> Iterator[re.Match[str]]:
    """What is said behind the whole calculation."""
    last = _reach(text, node)
    if last >= 0:
        yield from (one for one in pattern.finditer(text) if one.start() > last or one.start() <= last < one.end())


_STOPS = pattern_of(r"[.;](?!\d)")


def _own_sentence(text: str, node: Node, at: int) -> bool:
    return _STOPS.search(text, max(_reach(text, node), 0), max(at, 0)) is None


_YEAR_BEFORE = pattern_of(r"(?:’|20)(?P<year>\d{2})년도?(?:의)?[^.,()\d]{0,8}$")


def _denied(text: str, node: Node, known: Known) -> str:
    """`… 방식은 폐지되었음`, `… 이번 목표에는 적용되지 아니함`."""
    for found in _behind(_DENIED, text, node):
        year = _YEAR_BEFORE.search(text[: found.start()])
        if year is not None and 2000 + int(year["year"]) < known.year:
            # A year before the target's is left out, and not the calculation.
            continue
        if _own_sentence(text, node, found.start()) or not _ANOTHER.search(text[: found.start()]):
            return found[0]
    return ""


def _excepted(text: str, node: Node, known: Known) -> str:
    """`3% 상향이 원칙이나 올해는 예외로 함`."""
    for found in _behind(_EXCEPTION, text, node):
        # A year before the target's leaves the mean, and not the rule.
        earlier = found["year"] is not None and 2000 + int(found["year"]) < known.year
        if not earlier and not _NO_EXCEPTION.match(text, found.start()):
            return found[0]
    return ""


def _exemplary(text: str, node: Node, known: Known) -> str:
    """`(예) 전년 대비 3% 상향`, `… 작성요령에 실린 예시를 옮긴 것`."""
    found = next(_behind(_EXAMPLE, text, node), None)
    head = _EXAMPLE_HEAD.search(text)
    first = min(places(text, node), default=-1)
    if found is None and head and head.end() <= first and _NEXT_TO.fullmatch(text, head.end(), first):
        found = head
    return found[0] if found else ""


_USED = pattern_of(r"^[^.]{0,6}(?:에|을|를)?(?:곱|나누|더하)|산출예정")


def _undecided(text: str, node: Node, known: Known) -> str:
    """`… 아직 정하지 못함`, `… 심의 중`, `어느 해를 뺄지는 …`."""
    for found in _behind(_UNDECIDED, text, node):
        if not _SOMETHING_ELSE.search(text[: found.start()]) or _USED.search(text, found.end()):
            return found[0]
    return ""


def _of_another_indicator(text: str, node: Node, known: Known) -> str:
    """`(이는 상위 지표의 산출근거임)`, `… 본 지표와 무관`."""
    for found in _behind(_OTHER_INDICATOR, text, node):
        if found[0].startswith("지표") and _OWN_INDICATOR.search(text[: found.start()]):
            continue
        return found[0]
    return ""


_OF_A_TARGET = pattern_of(r"목표|계획|근거|산식|산출식|기준|방식")


def _of_another_year(text: str, node: Node, known: Known) -> str:
    """`(’24년 목표 산출근거임)`, `… 2024년 목표부터 적용`."""
    for found in _behind(_OTHER_YEAR_BEHIND, text, node):
        if found["later"] is None and not _OF_A_TARGET.search(found[0]) and "부터" not in found[0]:
            # What is put on last year's result: `전년도 값에 적용하여`.
            continue
        if found["year"] is None or 2000 + int(found["year"]) != known.year:
            return found[0]
    return ""


def _headed(text: str, node: Node, known: Known) -> str:
    """`내년도 목표는 …`, `유관기관은 …`: the clause that holds all of the calculation is of another year, or of others."""
    own = places(text, node)
    for head in (*_YEAR_HEAD.finditer(text), *_BODY_HEAD.finditer(text)):
        if text[: head.start()].endswith("("):
            # A bracket holds no calculation behind it.
            continue
        stop = _CLAUSE.search(text, head.end())
        end = stop.end() if stop else len(text)
        if not own or not all(head.end() <= at < end for at in own):
            continue
        if "aim" not in head.re.groupindex or _is_another_year(head, text[head.end() : end], known):
            return head[0]
    return ""


def _is_another_year(head: re.Match[str], said: str, known: Known) -> bool:
    if head["far"] or head["later"]:
        return True
    year = 2000 + int(head["year"]) if head["year"] else known.year - 1
    if year > known.year:
        return True
    told = head[0].endswith(":") or (_PAST.search(said) and not _TAKEN_UP.search(said))
    return year < known.year and head["aim"] is not None and bool(told)


def _expected(text: str, node: Node, known: Known) -> str:
    """`4% 하락이 예상되나, 하락을 최소화하는 수준`: what is only expected."""
    figures = _figures(node)
    for found in _EXPECTED.finditer(text):
        figure = next((one for one in _FIGURE.finditer(text, 0, found.start()) if one.end() == found.start()), None)
        own = figure is not None and Decimal(figure[0].replace(",", "")) in figures
        if own and not _FOLLOWED.search(text, found.end()) and _reach(text, node) < found.end():
            return found[0]
    return ""


def _only_asked(text: str, node: Node, known: Known) -> str:
    """`평가위원은 5% 상향을 권고하였음`, `… 105%까지 가능할 것으로 보임`."""
    found = next(_behind(_ASKED, text, node), None) or next(_behind(_MIGHT, text, node), None)
    return found[0] if found else ""


def _only_the_least(text: str, node: Node, known: Known) -> str:
    """`3% 상향은 최저 기준이며 본 지표는 그보다 높게 설정`."""
    found = next(_behind(_LEAST, text, node), None)
    return found[0] if found and not _TIMES.search(text, found.end()) else ""


_TIMES = pattern_of(r"[배반](?:를|을|의|만|로)|절반")


def _concluded(text: str, node: Node, known: Known) -> str:
    """`(추세) … (설정) 추세와 여건을 종합적으로 고려하여 설정`: under the head that sets there is no calculation."""
    found = next(_behind(_CONCLUDES, text, node), None)
    return found[0] if found and not _TAKES.search(found[0]) else ""


_TAKES = pattern_of(r"평균|실적|전년|작년|지난해|직전|중앙값|최고|유지|동결|동일")
_DEFINES = pattern_of(
    r"(?:[.(※*]|^)(?:여기서|이때|단|다만|주\)|,)*(?:전년도?|직전연?도|작년|지난해|최근\d개?년|기준|평균)[가-힣\d]{0,8}?(?:은"
    r"|는|이란|란)[^.]*(?:말함|의미함|의미|뜻함|뜻|가리킴|일컬음|값임|값으로함)\)?[.]?$"
)


def _in_a_definition(text: str, node: Node, known: Known) -> str:
    """`※ 여기서 전년 실적은 12회를 공제한 값을 말함`, and nothing else is read."""
    found, own = _DEFINES.search(text), places(text, node)
    inside = found is not None and found.start() > 0 and own and all(at >= found.start() for at in own)
    return found[0] if found and inside else ""


_PART_OF_THE_YEAR = pattern_of(
    r"(?:[상하]반기|[1-4]/?4?분기)(?:의)?(?:목표|계획)(?:치|값)?(?:를|로|는|은)(?:설정|정|잡|산정|부여)"
)


def _for_a_part(text: str, node: Node, known: Known) -> str:
    """`… 상향하여 상반기 목표를 설정`."""
    found = next(_behind(_PART_OF_THE_YEAR, text, node), None)
    return found[0] if found else ""


Question = Callable[[str, Node, Known], str]
QUESTIONS: tuple[Question, ...] = (
    _denied,
    _excepted,
    _exemplary,
    _undecided,
    _of_another_indicator,
    _of_another_year,
    _headed,
    _expected,
    _only_asked,
    _only_the_least,
    _concluded,
    _for_a_part,
    _in_a_definition,
)


def disclaimed(text: str, node: Node, known: Known) -> str:
    """The words that take a calculation back or give it to something else; empty when none do."""
    return next((word for one in QUESTIONS if (word := one(text, node, known))), "")
