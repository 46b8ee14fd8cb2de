"""Other words for the same, and words misspelt: a reason is read as if it were written in the words that the grammar knows.

Each entry of `SAME` is a way of saying and the usual word for it. The signs that take the place of others keep the span of the
source that those had. A misspelling counts only where one letter is wrong in a word that stands where it can be nothing else.
"""

import re
import unicodedata
from collections.abc import Iterator, Sequence

from uigwe.reasons.laid import Laid

_RECENT = "최근|직전|과거|지난|이전|앞선"
_YEARLY = "해|연도|년도|회계연도"
_DATE = r"’?(?:\d{4}|\d{2})년?도?"
SAME: tuple[tuple[str, str], ...] = (
    # ── the year before ──
    (r"(?:바로)?(?:직전|이전|앞선|지난|앞|전)(?:회계연도|사업연도)(?![를을]?제외)", "전년도"),
    (r"바로(?:직)?전(?:해|연도|년도|년)", "전년도"),
    (r"(?:이전|앞선)(?:해|연도|년도)(?!들|별)|(?<![가-힣])앞(?:해|연도)(?=실적|보다|대비|의)", "전년도"),
    (r"(?<![가-힣])전해(?=실적|보다|대비|의|에|목표)", "전년도"),
    (r"(?<![가-힣\d])(?:한해|1년|일년)전(?=실적|보다|대비|의|목표|에비)", "전년도"),
    (r"(?:작년|지난해|지난)한해(?:동안)?(?:의)?(?=실적|처리|보다|대비|[가-힣]*(?:건수|인원))", "전년도"),
    (r"(?<![가-힣])최근(?:1|한|일)(?:개)?년(?:간|도)?(?:의)?(?=실적|보다|대비)", "전년도"),
    (r"(전년도?|지난해|작년|직전년도|직전연도|전년도)(?:에|의)?(?:이미)?(?:설정|수립|제시|부여|세운|세웠던|정한|잡은|잡았던)"
     r"(?:하였던|했던|된|한)?(?=목표)", r"\1"),
    # ── what is taken of years ──
    (r"(?<=[가-힣\d년간의])평균(?:을)?(?:내어|내|을낸|낸)(?=값|수치|것|결과)", "평균한"),
    (r"(?:중|가운데)(?:에서)?(?:도)?(?:베스트|으뜸|1위|일등|최상위)(?:의|인)?(?=실적|값|성과|기록|해|연도)", "중최고"),
    (r"(?:중|가운데)(?:에서)?(?:실적|성과|결과|성적)(?:이|가)?(?:가장|제일)(?:높|좋|우수|많)(?:은|았던|했던|한)(?:해|연도)"
     r"(?:의)?(?=값|실적|수치|성과)", "중가장높은"),
    (r"(?:중|가운데)(?:에서)?(?:가장|제일)(?:실적|성과|결과)(?:이|가)?(?:높|좋|우수|많)(?:은|았던|했던|한)(?:해|연도)?(?:의)?(?=값|실적|수치|성과)",
     "중가장높은"),
    # ── compared with ──
    (r"을(?:기본|베이스|기반|밑바탕|준거|기준점|기준치|기준선)(?:으로|로)(?:하여|해|삼아|삼고|두고)?", "을기준으로"),
    (r"를(?:기본|베이스|기반|밑바탕|준거|기준점|기준치|기준선)(?:으로|로)(?:하여|해|삼아|삼고|두고)?", "를기준으로"),
    # ── so much more, so much less ──
    (r"(?:덧붙인|덧붙여진|덧댄|부가한)", "더한"),
    (r"(?:덧붙여|부가하여|부가해)", "더하여"),
    (r"(?:덧붙임|부가함|부가(?=$|[.)]))", "더함"),
    (r"(?:높힌|드높인)", "높인"),
    (r"(?:늘인|불린|키운|불어난|키워낸)(?=값|수준|수치|것|규모|목표|양)", "늘린"),
    (r"(?:불려|키워)(?=설정|산정|목표|나가|잡)", "늘려"),
    (r"(?<=[%p건명개점회원소사곳대을를])(?:키움|불림|끌어올림|보탬|얹음)(?=$|[.)])", "높임"),
    (r"(?:깎은|깎아낸|떼어낸|덜은|떨어뜨린|공제한|공제된|감산한|떨군|제한)"
     r"(?=값|수치|수준|것|규모|목표치|금액|결과|건수|물량|인원|나머지|뒤|후)", "뺀"),
    (r"(?<=[을를건명개점회원])(?:공제|감산)(?=$|[.),]|하여|하고|함|후)", "차감"),
    (r"(?:떨어진)(?=값|수준|수치)", "낮아진"),
    (r"(?<=[%p])다운(?=$|[.,)]|하여|시)", "하향"),
    (r"(?<=[%p건명개점회원])업(?=$|[.,)]|하여|시)|(?<=[%pP\d])(?:UP|Up)(?=$|[.,)가-힣])", "상향"),
    (r"(?:나은|나아진)(?=값|수준|수치|성과|결과)", "높은"),
    # ── the same as before ──
    (r"동등(?=한|하게|수준)|똑같이|대등(?=한|하게)|일치(?=하게|시키|하도록)", "동일"),
    (r"(?:과|와)같이(?=설정|유지|책정|정|산정|함|한다|목표)", "와동일하게"),
    (r"(?:에서|과|와)?(?:변동|증감|차이|변화|가감|조정)(?:이|은)?없이(?=설정|산정|책정|정|목표|유지|적용|제시|가져|$|[.)])(?:유지)?", "를유지"),
    (r"(?:과|와)(?:변동|차이|변화)(?:이)?없(?:음|도록설정|게설정|도록함)", "를유지"),
    (r"(?:매년)?(?:같은|동일한|일정한|똑같은|고른)(?:폭|크기|양|규모|정도)(?:으로|로|만큼)?씩?"
     r"(?=높|올|상향|상승|향상|증가|늘|줄|낮|감소|감축|확대|개선|단축|하락)", "매년균등하게"),
    # ── which deviation ──
    (r"(?<=모표준편차)\((?:분모(?:는|가|를)?)?(?:n|N|\d+)(?:으로나[눔눈](?:값)?)?\)|(?<=표준편차)\((?:분모(?:는|가|를)?)?[nN](?:으로나[눔눈](?:값)?)?\)",
     "(모집단)"),
    (r"(표준편차(?:\(모집단\))?)(?:의)?(\d+(?:\.\d+)?)개분", r"\1의\2배"),
    # ── from when to when, for a growth ──
    (r"(’?\d{2,4})년?→(’?\d{2,4})년?(?=(?:간|의)?(?:연평균|년평균|CAGR|복합|복리))", r"\1~\2년"),
    (r"중간(?:값|치|수준|점)\((?:단순|산술)?(?:(?:두(?:값|수치|실적|개)|둘)의)?(?:단순|산술)?평균\)", "중간값"),
    # ── which of two ──
    (r"(?:을|를)?(?:각각)?(?:구하여|구해|산출하여|계산하여|산정하여|견주어)(?:더|보다)?(큰|높은|작은|낮은|많은|적은)(?=쪽|값|수치|것)", r"중\1"),
    # ── what is said to be left out of account ──
    (r"(?:(?:최근|직전|지난|과거)?\d{1,2}개?년(?:간)?(?:의)?|전년도?|단년도|단일연도|당해연도)?(?:의)?(?:실적|목표)?(?:의)?(?:단순|산술)?"
     r"(?:평균|실적|목표|중앙값|최고치|[\d.]+배|[\d.]+%)(?:치|값)?(?:을|를|이|가)?"
     r"(?:아닌|아니라|대신에?(?=최근|직전|전년|과거|’|\d|기하|중앙|평균))", ""),
    # ── an index, a return to what was ──
    (r"(?:을|를)100(?:%|점)?(?:으로|로)(?:볼때|보았을때|봤을때|하였을때|했을때|할때|놓고|두고|하여|보고)(?:’?\d{2,4}년(?:도)?(?:에는?|은)?)?"
     r"(\d+(?:\.\d+)?)(?:%|점)?(?:이|가)?(?:에해당하는|되도록하는|되도록|되는|인|의)?(?=수준|물량|값|수치|목표|설정|$)", r"의\1%"),
    (r"(?:을|를|의)?100%(?:수준)?(?:으로|로|까지)?(?:전부)?회복", "수준을유지"),
    (r"할증(?=하|한|함|$)", "가산"),
    # ── the best year, named beside ──
    (rf"((?:중|가운데)(?:에서)?(?:가장)?최[고저대소댓솟](?:값|치|점|실적|기록)?)(?:\({_DATE}\)|인{_DATE}(?:의)?(?:실적|값|수치)?"
     r"(?=보다|을|를|대비|의|에|수준|과|와))", r"\1"),
    (rf"(\d(?:개)?년(?:간)?(?:의)?최[고대])\({_DATE}\)(와|과)(최[저소])\({_DATE}\)", r"\1\2\3"),
    (r"(?:좋은|우수한|낮은)실적\(최[소솟]값\)", "낮은실적"),
    (r"(?:좋은|우수한|높은)실적\(최[대댓]값\)", "높은실적"),
    # ── what is missing to a hundred ──
    (r"전년도?(?=미[가-힣]{1,3}분)", ""),
    (r"(미[가-힣]{1,3}분)\(100%?-(?:전년도?|’?\d{2,4}년도?)(?:의)?실적\)", r"\1"),
    # ── every year, on what was there the year before ──
    (r"연평균\(CAGR\)", "연평균"),
    (r"((?:매년|해마다|연평균?).{0,14}\d년(?:간|동안)?)(?:복리로|복리적용하여|누적하여|누적)(?=증가|상승|성장|늘|상향|감소|낮|줄|감축|하락)", r"\1"),
    (r"(CAGR|증가율|성장률)\((?:CAGR)?,?(?:\d+개?년(?:도)?|\d+개?기간|\d+개?구간)(?:간)?(?:복합|복리)?(?:성장률|증가율)?\)", r"\1"),
    (r"(?<=[률율])\((’?\d{2,4})년?→(’?\d{2,4})년?(?:,\d+개?년(?:간)?)?\)", r"(\1~\2년)"),
    # ── the same level, and something on top ──
    (r"(?:과|와)(?:같은|동일한)수준(?:으로|을)(?:하되|유지하되|하고|유지하고)(?=.{2,40}(?:더|추가|가산|합산|얹|뺀|차감))", "에"),
    (r"좁(?:힘|힌다|혀|히는|힌)(?=$|[.,가-힣])", "축소"),
    # ── weights, trends ──
    (r"(?:의)?가중치(?:를|로|을)?(?:적용|부여|반영|두어|둔)?(?:한|하여|해)?가중(?=평균|합)", "의가중"),
    (r"의비중(?:으로|을두어|을둔)(?=가중)", "의"),
    (r"\((?:단순|선형)?(?:최소제곱법?|최소자승법?|OLS)\)", ""),
    (r"(?:단순|선형)?회귀(?:분석)?(?:한|하여|으로|에의한)(?:’?\d{2,4}년도?)?(?:추정|예측)(?:치|값)", "회귀예측치"),
    # ── what only tells when ──
    (r"(?:’?\d{2,4}년도?)?(?:을|를)(?:정점|고점|저점|최저점)(?:으로|로)", ""),
    (r"추가로(?=줄|감축|단축|낮|감소|절감|뺀|빼|하향|축소|인하|늘|높|올|상향|증가|확대|가산|더|얹|보태)", ""),
    (r"한배반", "1.5배"),
    (r"두배반", "2.5배"),
    (r"세배반", "3.5배"),
    (r"(반올림|절사|버림|올림)\((?:절사|버림|반올림|내림|절상)\)", r"\1"),
    (r"[\d.]+%p?(?:이상|초과)?(?:씩)?(?:상향|확대|증가|감축|축소|높이|늘리|낮추|줄이)(?:하|시키)?는것은[가-힣]{0,12}?(?:곤란|어려|불가|무리)"
     r"(?:하여|하므로|이므로|하나|워|우므로|우나)", ""),
    # ── arithmetic ──
    (r"(?<=[을를])제(?:함|하였음)(?=$|[.)])", "뺌"),
    (r"(?<=[을를])제하(?:고|여)", "빼고"),
    (r"(\d+)(:\d+(?:\.\d+)?(?::\d+)?)(?:으로|로|의비율로|비율로)가중(?:한|하여|해)?(?:산출한)?평균", r"\1\2로가중평균"),
    (r"의(\d+\.\d+)곱(?=으로|$|[.,)])", r"의\1배"),
    (r"(?<=[\d)%])(?:을|를)?승산(?=하|한|함)", "곱"),
)  # fmt: skip
_SAME = tuple((re.compile(pattern), word) for pattern, word in SAME)


_DATED = re.compile(
    r"(?P<name>전전년도?|재작년|전년도?|직전년도|직전연도|지난해|작년)(?:실적)?\(’?(?P<year>\d{4}|\d{2})년?도?\)"
)


_FROM_TO = re.compile(
    r"(?:전년|작년|지난해)(?:도)?(?:의)?(?:대비)?(?:실적)?(?:증가|상승|감소|성장|하락|개선|증감)(?:율|률|폭|분|량)"
    r"(?P<years>\(’?(?P<since>\d{4}|\d{2})년?도?(?:대비|→|에서)’?(?P<to>\d{4}|\d{2})년?도?(?:로)?\))"
)


def respelled(laid: Laid, year: int = 0) -> Laid:
    """The reason in the usual words. `year`: of the target; a bracket that only dates the year before says nothing."""
    dated = [
        (one.end() - len(one[0].partition("(")[2]) - 1, one.end(), "")
        for one in _DATED.finditer(laid.text)
        if int(one["year"]) % 100 == (year - (2 if one["name"].startswith(("전전", "재작")) else 1)) % 100
    ]
    dated += [
        (one.start("years"), one.end("years"), "")
        for one in _FROM_TO.finditer(laid.text)
        if int(one["to"]) % 100 == (year - 1) % 100 and int(one["since"]) % 100 == (year - 2) % 100
    ]
    if dated:
        laid = replaced(laid, dated)
    for pattern, word in _SAME:
        if pattern.search(laid.text):
            laid = replaced(laid, [(*one.span(), one.expand(word)) for one in pattern.finditer(laid.text)])
    return laid


def replaced(laid: Laid, changes: Sequence[tuple[int, int, str]]) -> Laid:
    """The reason with these stretches written otherwise."""
    signs: list[tuple[str, int, int, bool]] = []
    at = 0
    for start, end, word in [*changes, (len(laid.text), len(laid.text), "")]:
        signs += [(laid.text[here], laid.starts[here], laid.ends[here], laid.gap[here]) for here in range(at, start)]
        for index, sign in enumerate(word):
            # Letter by letter where both are as long; otherwise each letter stands for the whole stretch.
            one, other = (start + index, start + index) if len(word) == end - start else (start, end - 1)
            signs.append((sign, laid.starts[one], laid.ends[other], laid.gap[start] and not index))
        at = end
    columns = tuple(zip(*signs, strict=True)) if signs else ((), (), (), ())
    return Laid("".join(columns[0]), columns[1], columns[2], columns[3])


# ── misspelt ──

# Words on which a reading hangs; what is one letter off and no word itself is taken for them.
_KEYS = tuple(
    [
        "상향",
        "하향",
        "증가",
        "감소",
        "평균",
        "실적",
        "대비",
        "최근",
        "직전",
        "전년도",
        "전년",
        "개년",
        "유지",
        "적용",
        "확대",
        "향상",
        "목표",
        "축소",
        "단축",
        "증대",
        "제고",
        "동일",
        "반영",
        "높은",
        "낮은",
        "기준",
        "수준",
        "추가",
        "가산",
        "중앙값",
        "증가율",
        "보다",
    ]
)
# Words of their own that lie one letter off.
_OWN = frozenset(
    [
        "상황",
        "상형",
        "성향",
        "상흔",
        "상한",
        "상환",
        "상표",
        "하양",
        "증거",
        "증자",
        "증감",
        "증식",
        "중증",
        "감수",
        "감사",
        "감초",
        "감시",
        "검소",
        "강소",
        "평준",
        "실직",
        "실정",
        "실격",
        "실저",
        "실측",
        "설적",
        "성적",
        "대피",
        "대미",
        "대지",
        "대리",
        "대기",
        "대부",
        "최선",
        "직접",
        "직진",
        "직권",
        "직선",
        "개념",
        "유치",
        "유자",
        "유리",
        "유기",
        "적응",
        "적중",
        "확정",
        "학대",
        "향장",
        "항상",
        "형상",
        "양상",
        "목포",
        "축조",
        "축하",
        "단속",
        "단추",
        "단독",
        "재고",
        "제과",
        "제조",
        "제거",
        "동의",
        "통일",
        "동인",
        "방영",
        "반역",
        "번영",
        "반경",
        "반성",
        "반항",
        "놓은",
        "낳은",
        "기분",
        "기존",
        "기운",
        "기수",
        "수진",
        "수군",
        "순준",
        "주가",
        "추구",
        "추기",
        "추정",
        "가신",
        "가선",
        "가상",
        "자산",
        "계산",
        "감산",
        "지준",
        "표준",
        "낮춘",
        "높인",
        "정가",
        "보도",
        "보자",
        "보나",
    ]
)
_ENDING = (
    r"(?:하여|해|한|함|하|하고|하되|하며|하였음|했음|하였다|한다|조정|설정|시킨|시켜|된|되도록|하도록|하기로함|치|값|실적|수준|율|률|을|를|은|는|이|가"
    r"|의|에|로|으로|보다|대비|에서|과|와|도|한값|한수준|하여설정|하여산정|목표|목표로함)*$"
)


def misspelt(laid: Laid, words: Sequence[tuple[int, int]]) -> Iterator[Laid]:
    """The reason with each of these unknown words read as the key word that it misses by one letter."""
    for start, end in words:
        said = laid.text[start:end]
        for key in _KEYS:
            for at in range(0, min(3, max(1, len(said) - len(key) + 1))):
                piece = said[at : at + len(key)]
                if piece in _OWN or piece == key or len(piece) < len(key) or not _one_off(piece, key):
                    continue
                if re.match(_ENDING, said[at + len(key) :]) and not said[:at]:
                    yield replaced(laid, [(start + at, start + at + len(key), key)])


def _one_off(one: str, other: str) -> bool:
    """Whether two words differ in one letter of one syllable."""
    letters, others = unicodedata.normalize("NFD", one), unicodedata.normalize("NFD", other)
    if abs(len(letters) - len(others)) > 1:
        return False
    if len(letters) == len(others):
        return sum(a != b for a, b in zip(letters, others, strict=True)) == 1
    long, short = sorted((letters, others), key=len, reverse=True)
    return any(long[:at] + long[at + 1 :] == short for at in range(len(long)))
