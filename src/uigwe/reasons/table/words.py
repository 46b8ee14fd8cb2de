"""Words in a reason about past results that only carry, name or explain, as regular expressions without blanks."""

from uigwe.reasons.patterns import pattern_of
from uigwe.reasons.piece import FEWER
from uigwe.reasons.tokens import Token

PARTICLES = r"으로부터|로부터|으로까지|로까지|에서는|에다가|에다|에는|에서|보다는|보다|대비|까지|만큼|으로|씩|에|의|과|와|을|를|로|은|는|이|가|도"
HOOKED = pattern_of(rf"^([가-힣A-Za-z·]*?)({PARTICLES})$")
STATED = pattern_of(r"^(?:이)?(?:었|였)?(?:으나|지만|는데|고|며|므로|으므로)$|^(?:이)?(?:나|인데|지만|고|며|므로)$")
GENERIC = (
    r"값|수치|수준|실적치|정도|규모|선|것|결과|결과값|물량|점수|건수|인원|인원수|금액"
    r"|비율|율|폭|양|치|분|수|숫자|개수|횟수|쪽|지점|방식|방법|그것|이것|달성분|달성치|평균치|평균값|실적값|성적|해"
)
NOUN = pattern_of(rf"^(?:(?:그|이|해당|동|위|같은|바로그|이같은)?(?:{GENERIC}))?({PARTICLES})?$")
HAPPENED = pattern_of(r"^(?:하였|했|되었|됐|었|았)(?:으므로|으나|지만|고|으며|는데|기에|던|다가|음에도|으니)")
# What behind a verb of change says that it is not done, or only if.
UNDOES = pattern_of(r"(?:하|되|시키|이)?(?:지|면|시(?!켜|킨|킴)|경우|할|려)")
NEGATED = pattern_of(r"지(?:는|도)?(?:않|못)")
POINTING = pattern_of(r"^(?:그|이|즉|해당|동|그런|이런|이러한|그러한|위|상기|바로그)$")
TAKEN_UP = pattern_of(r"^(?:이것|그것|이|그|여기|거기|이값|그값)(를|을|에|에다|만큼|의|보다|로|에서)$")
DOING = (
    "구|산출|산정|계산|추정|도출|정|삼|두|놓|잡|택|채택|선택|취|사용|활용|쓰|준용|보|가정|간주|전제|설정|제시"
    "|받|얻|내|기|인정|환산|떼|붙이|세우|산입|합의|결정|책정|확정|고르|나타내|거두|부여"
)
FILLER = pattern_of(
    rf"^(?:을|를|으로|로|은|는|이|가|에)?(?:(?:{DOING})(?:하|되)?)?(?:여|어|아|해|한|된|은|는|고|며|되|였|음|함|됨|둠|둔|써|쓴|본|봄|잡음|삼음|낸|냄|둬|줘|주어|준|하여|하고|하는|되는|하되|되어|해서|라고|이라고|다고)?"
    r"(?:후|뒤|다음|고서|음|함|기로함|도록함|기로|것|것을|것으로|것을목표로|것으로함)?$"
    r"|^(?:임|다|한다|된다|하도록함|하기로함|하고자함|목표로함|도록|다음에|중|바|각각|각|각기|모두|전체|약|총|우선|먼저|여기서|그대로|가지고|연장|외삽|만|만을|만큼|수"
    r"|목표로|목표치로|목표값으로|연도별로|매년|연간|연도의|연도|해의|도전적으로|보수적으로|적극적으로|합리적으로|단순|실적|기준으로|정수|다시|또|또한|추가|추가로|추가하여|두해|세해|둘의|둘을|둘|셋의|각각의|하여설정|개년|개년의|연속|따라|따른|의거|의해|방식으로|방식을|대로|한해|한해의|한해동안|최종|단계|그만큼|산술|가장|해당|최근|값임|수치임|수준임)$"
)
ENDING = pattern_of(r"^(?:고|며|여|어|아|한|하고|하여|하며|함|해|시킨|시켜|시킴|시키는|는|은|서)$")
ONE_OF_IT = pattern_of(rf"^(?:하나|한개|1개분|일배|한배)({PARTICLES})?$")
LOOKED_AT = pattern_of(r"분석|검토|비교|살펴|살핀|종합|협의|논의|판단|견주")
PREDICATE = pattern_of(
    r"(?:하여|해|하고|하며|하면서|하므로|하나|하지만|되어|되고|되며|되므로|으나|지만|므로|는데|어서|아서|니|도록|위해|위하여|려고|고자|기에|있어|없어|있고|으며|라|함|됨|음|임|고자|커서|어나|달리|그쳐|머물러|넘어|못해|없이|못미쳐)$"
)
KEEPS_ON = pattern_of(
    r"^(?:이|가|을|를)?(?:이어지|이어져|이어질|이어진|이어|지속되|지속될|지속된|지속|계속되|계속될|계속된|계속|유지되|유지될|유지된|연장하|연장|되풀이|반복)"
)
GLOSSES = (
    (pattern_of(r"^(?:연)?복리(?:로)?(?:적용|기준|방식|계산)?$"
                r"|^기하(?:평균)?(?:방식|기준)?$|^CAGR$|^\d년간복리(?:기준)?$"), frozenset(["cagr", "geomean"])),
    (pattern_of(r"^단순평균$|^산술평균$|^단순$|^산술$|^단리$"), frozenset(["mean", "growth"])),
    (pattern_of(r"^(?:n|N|분모n|모집단)(?:으로나눔|기준|방식|으로나눈값|사용)?$|^모표준편차$"), frozenset(["sd"])),
    (pattern_of(r"^(?:분모)?(?:n|N)-1(?:로나눔|기준|방식|로나눈값|사용)?$|^표본(?:표준편차|기준)?$"), frozenset(["ssd"])),
)  # fmt: skip
HEAVIER = pattern_of(
    r"^(?:최근|최신|가까운|후|직전|나중|뒤)[가-힣]*?(?:(?:일수록|수록)(?:크게|높게|무겁게|높은가중치|큰가중치)?|순|(?:년도?|연도)(?:가|에|이)(\d+(?:\.\d+)?))$"
)
DENOMINATOR = pattern_of(r"^분모(\d+)$|^(\d+)(?:로|으로)나눔$")
SAMPLE = pattern_of(r"표본|불편|\(?[nN]-1|STDEV\.S")
CALCULATING = frozenset(
    ["last", "ago", "year", "span", "range", "list", "times", "fraction", "MEAN", "GEOMEAN", "MEDIAN", "MAX", "MIN", "RATE", "GROWN", "CAGR",
     "SD", "ROUND", "TRIM", "TRIMMAX", "TRIMMIN", "WITHOUT", "ALONE", "CHOOSEMAX", "CHOOSEMIN", "WEIGHTED", "BOUND", "GAP", "TOTAL", "op", "open"]
)  # fmt: skip
# What is a part of a name, or tells something only, while nothing waits.
NAMING = frozenset(["UP", "DOWN", "IMPROVE", "BOUND", "GAP", "KEEP", "SAID", "LEFT", "CUMUL", "DATE"])
# What is answered for when it is calculated with, whatever else the word may mean.
SPENT = frozenset(
    ["number", "times", "fraction", "GAP", "ASMUCH", "GROWN", "RATE", "CAGR", "TRIM", "TRIMMAX", "TRIMMIN", "WITHOUT", "WEIGHTED",
     "CHOOSEMAX", "CHOOSEMIN", "SD", "EVENLY", "ROUND", "BAND", "year", "range", "list", "span"]
)  # fmt: skip
QUIET = frozenset(["blank", "this", "APPROX", "TOTALOF", "ordinal"])
GROWN = frozenset(["RATE", "GROWN", "CAGR"])
EXTREME = {"최대": "MAX", "최고": "MAX", "최소": "MIN", "최저": "MIN", "최대의": "MAX", "최소의": "MIN"}
BESIDE_GROWTH = frozenset(["YEARLY", "EACH", "last", "COMPARE", "other", "ACTUAL"])


def falls(token: Token) -> bool:
    """Whether a word of change says that something falls."""
    return any(word in token.text for word in FEWER)
