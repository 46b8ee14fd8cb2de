"""Verbs that say up or down, in whatever form, as the two that every way of reading knows: 높이다 and 낮추다.

`5% 떨어뜨려` becomes `5% 낮춰`, `2점 더 받도록 함` `2점 높임`, `2% 위` `2% 높은 수준`. A verb counts behind an amount only. One that
tells what happens by itself (오르다, 줄어들다) or that holds against something (앞서다, 넘어서다) needs the base in front of the amount,
and a form that wills or describes (`오르도록`, `오른 값`): `5% 올라` tells what happened.
"""

import re

from uigwe.reasons.known import Known
from uigwe.reasons.laid import Laid
from uigwe.reasons.normal.conjugated import AIM, WILLED, form_of, forms, verbs
from uigwe.reasons.patterns import pattern_of
from uigwe.reasons.spelling import replaced
from uigwe.reasons.tokens import AMOUNT

_UP, _DOWN = forms("높이", "높여"), forms("낮추", "낮춰")
# What somebody does to the figure.
_RAISING = verbs(
    "높이 높여 늘리 늘려 늘이 늘여 올리 올려 올리 올리어 끌어올리 끌어올려 키우 키워 불리 불려 얹 얹어 "
    "보태 보태 보태 보태어 덧붙이 덧붙여 덧보태 덧보태 더하 더해 더하 더하여 밀어올리 밀어올려 "
    "추켜올리 추켜올려 더얹 더얹어 쌓 쌓아 더쌓 더쌓아 반등시키 반등시켜 상승시키 상승시켜 향상시키 향상시켜 "
    "증가시키 증가시켜 증대시키 증대시켜 더나아가 더나아가 나아가 나아가 신장시키 신장시켜 격상시키 격상시켜 "
    "도약시키 도약시켜 제고시키 제고시켜"
)
_LOWERING = verbs(
    "낮추 낮춰 낮추 낮추어 줄이 줄여 내리 내려 끌어내리 끌어내려 떨어뜨리 떨어뜨려 떨어트리 떨어트려 덜 덜어 "
    "덜어내 덜어내 덜어내 덜어내어 깎 깎아 깎아내 깎아내 깎아내리 깎아내려 빼 빼 빼내 빼내 감하 감해 "
    "감하 감하여 걷어내 걷어내 감소시키 감소시켜 하락시키 하락시켜 감축시키 감축시켜 단축시키 단축시켜 "
    "저하시키 저하시켜 앞당기 앞당겨 당기 당겨 끌어당기 끌어당겨"
)
# Verbs that every way of reading knows, where they are not told as done or willed.
_USUAL = frozenset(
    [
        "높이", "늘리", "올리", "얹", "보태", "더하", "낮추", "줄이", "내리", "빼", "덜", "덜어내", "깎",
        "감하", "앞당기", "당기", "높", "많", "크", "낮", "적", "작", "짧", "늘", "줄", "늘어나",
        "높아지", "많아지", "줄어들", "낮아지", "증가하", "상승하", "증가되", "감소하", "하락하", "감소되", "성장하", "향상되",
        "단축되",
    ]
)  # fmt: skip
_QUALITIES = frozenset("높많크낮적작짧")
# What the figure does by itself.
_RISING = verbs(
    "오르 올라 올라가 올라가 올라서 올라서 높아지 높아져 늘 늘어 늘어나 늘어나 커지 커져 많아지 많아져 "
    "불어나 불어나 뛰 뛰어 뛰어오르 뛰어올라 나아지 나아져 상승하 상승해 증가하 증가해 상승되 상승돼 "
    "증가되 증가돼 향상되 향상돼 신장되 신장돼 반등하 반등해 도약하 도약해 성장하 성장해 치솟 치솟아 "
    "더해지 더해져 회복하 회복해 만회하 만회해 많 많아 높 높아 크 커"
)
_FALLING = verbs(
    "내려가 내려가 내려오 내려와 내려서 내려서 낮아지 낮아져 줄 줄어 줄어들 줄어들어 작아지 작아져 "
    "적어지 적어져 떨어지 떨어져 하락하 하락해 감소하 감소해 감소되 감소돼 하락되 하락돼 단축되 단축돼 "
    "감축되 감축돼 짧아지 짧아져 적 적어 낮 낮아 작 작아 짧 짧아"
)
# What it does against something else.
_PASSING = verbs(
    "넘 넘어 넘기 넘겨 넘어서 넘어서 뛰어넘 뛰어넘어 웃돌 웃돌아 앞서 앞서 앞지르 앞질러 상회하 상회해 "
    "능가하 능가해 초과하 초과해 초과달성하 초과달성해 추월하 추월해"
)
_SHORT_OF = verbs("밑돌 밑돌아 하회하 하회해")

_MUCH = r"(?:만큼|정도|가량)?"
_IT = r"(?:을|를|이|가|씩|만큼|정도|가량|만)?"
_MORE = r"(?:더욱|더|추가로|추가)?"
_AGAINST = r"(?:보다(?:는|도)?|대비|에비해(?:서)?|에비하여|에서|에서부터)(?:약|최소)?"
_PAST_IT = r"(?:보다(?:는|도)?|대비|에비해|을|를)(?:약)?"
_THING = r"(?=값|수준|수치|것|규모|목표|선(?!정)|점수|건수|지점|물량|실적|결과|일수|기간|$|[.,)]|\d)"
# What is done more or less often: `더 받도록 함`, `덜 발생하는 것을 목표로 함`.
_DONE = (
    r"(?![가-힣]{0,6}(?:[높낮많적짧]|못|않|아니|커|작[은게]|설정|산정|책정|정하|잡|두))[가-힣]{0,6}?"
    r"(?:하|되|받|얻|거두|따|내|나오|나|생기|걸리|쓰|들|팔|모으|모이|심|짓|열|뽑|맺|찾|만들|타|먹|버리)"
)
_IS_DONE = rf"{_DONE}(?:{WILLED}{AIM}|는것(?:으로|을목표로|이목표)(?:함|임|하였음|한다|삼음)?(?=$|[.,(])|(?:기로|고자)(?:함|하였음)(?=$|[.,(]))"
_SO_SET = r"(?=설정|산정|책정|정[함하한]|잡|둠|목표)"


def _changes_of() -> tuple[tuple[re.Pattern[str], str], ...]:
    """Each way to say up or down behind an amount, and the usual word in its place."""
    found: list[tuple[re.Pattern[str], str]] = []

    def add(before: str, verb: str, word: str) -> None:
        found.append((pattern_of(rf"(?P<before>{before})(?P<verb>{verb})"), word))

    for usual, doing, happening, passing in (
        (_UP, _RAISING, _RISING, _PASSING),
        (_DOWN, _LOWERING, _FALLING, _SHORT_OF),
    ):
        by_so_much = rf"{AMOUNT}{_IT}{_MORE}"
        add(by_so_much, rf"(?:{form_of(doing, 'stem')}){WILLED}{AIM}", usual.noun)
        add(by_so_much, rf"(?:{form_of(doing, 'past')})(?:음|다|습니다)(?=$|[.])", usual.noun)
        add(by_so_much, rf"(?:{form_of(doing, 'stem')}){WILLED}(?=설정|산정|책정|정[함하]|잡|목표)", usual.going_on)
        for kind in ("before_noun", "noun", "going_on", "stem"):
            rare = tuple(verb for verb in doing if verb[0] not in _USUAL)
            behind = {
                "before_noun": _THING,
                "noun": r"(?=$|[.,()])",
                "going_on": r"(?=서|,|설정|산정|책정|정[함하한]|잡|목표|나가|제시|$)",
                "stem": r"(?=고자|기로|려|는것|는데|고|되|며)",
            }[kind]
            add(by_so_much, rf"(?:{form_of(rare, kind)}){behind}", getattr(usual, kind))
        for base, these in ((_AGAINST, happening), (_PAST_IT, passing)):
            held = rf"{base}{AMOUNT}{_MUCH}(?:이|가)?{_MORE}"
            add(held, rf"(?:{form_of(these, 'stem')}){WILLED}{AIM}", usual.noun)
            becoming = tuple(verb for verb in these if verb[0] not in _QUALITIES)
            add(
                held,
                rf"(?:{form_of(becoming, 'stem')}){WILLED}(?:하여|해)?(?=설정|산정|책정|정[함하한]|잡|둠|목표|관리)",
                usual.going_on,
            )
            add(
                held,
                rf"(?:{form_of(these, 'stem')})(?:는것|기)(?:을|를)목표로(?:함|하였음|삼음|한다|설정함|설정)?(?=$|[.,(])",
                usual.noun,
            )
            rare = tuple(verb for verb in these if verb[0] not in _USUAL)
            add(
                held,
                rf"(?:{form_of(rare, 'before_noun')}|(?:{form_of(rare, 'stem')})는){_THING}",
                f"{'높' if usual is _UP else '낮'}은",
            )
        held = rf"{_PAST_IT}{AMOUNT}{_MUCH}{_MORE}"
        add(held, rf"(?:{form_of(passing, 'stem')})(?:고자|기로|려고?)(?:함|하였음|한다)(?=$|[.,(])", usual.noun)
        add(
            held,
            rf"(?:{form_of(passing, 'stem')})는것(?:을|이)목표(?:로)?(?:함|임|하였음|설정|설정함|한다)?(?=$|[.,(])",
            usual.noun,
        )
        add(held, rf"(?:{form_of(passing, 'noun')})(?=$|[.,()])", usual.noun)
        # Behind a base it rounds nothing.
        add(rf"{_AGAINST}{AMOUNT}{_IT}", rf"{'올림' if usual is _UP else '내림'}(?=$|[.,(])", usual.noun)
    for usual, place, more in ((_UP, r"윗선|위쪽|위", "더"), (_DOWN, r"아랫선|아래쪽|아래|밑", "덜")):
        held = rf"{_AGAINST}{AMOUNT}{_MUCH}"
        adjective = "높" if usual is _UP else "낮"
        add(held, rf"(?:{place})(?:로|으로)(?=설정|산정|책정|정[함하한]|잡|목표|$)", f"{adjective}게")
        add(held, rf"(?:{place})(?:에둠|에놓음|임)?(?=$|[.,(])", f"{adjective}은수준")
        add(held, rf"(?:{place})(?:의|인)(?=값|수준|점|선|지점)", f"{adjective}은")
        add(rf"{_AGAINST}{AMOUNT}(?:을|를|만큼|정도)?", rf"{more}(?:많이|적게)?{_IS_DONE}", usual.noun)
        add(
            rf"{_AGAINST}{AMOUNT}(?:을|를|만큼|정도)?",
            rf"{more}(?:많이|적게)?{_DONE}(?:{WILLED}|는것으로){_SO_SET}",
            usual.going_on,
        )
    add(rf"{_AGAINST}{AMOUNT}{_MUCH}", rf"(?:더)?많이{_SO_SET}", "높게")
    add(rf"{_PAST_IT}{AMOUNT}", r"초과달성(?=$|[.,(]|함|을목표|하)", "상향")
    # The most there was is surpassed: more than that.
    add(
        rf"최[고대](?:치|값|실적|기록|점수|점)?(?:[^,.()]|\([^()]*\)){{0,20}}?(?:을|를|보다){AMOUNT}",
        r"(?:경신|갱신)(?=$|[.,(]|함|을목표|하)",
        "상향",
    )
    add(rf"{AMOUNT}{_IT}{_MORE}", r"(?:반등|우상향|상승반전|증진)(?=$|[.,(]|함|을목표|하[여는고도])", "상향")
    return tuple(found)


_CHANGES = _changes_of()


# What counts how much less there is: more of it is more, though the verb says less.
_LESS_COUNTED = pattern_of(r"(?P<what>감축|절감|저감|경감|절약)(?:량|액|실적|시간|일수|건수|물량|규모|률|율)")
_MORE_OF_IT = pattern_of(rf"(?P<before>{AMOUNT}(?:을|를)?(?:더|추가로))(?P<verb>(?P<what>감축|절감|저감|경감|절약))")


# What is done so much more often may be something else than what is counted: `회의를 전년보다 5회 더 열도록 함`.
_OFTENER = pattern_of(r"더|덜")
_OBJECT = pattern_of(r"[가-힣]{2,}(?<!실적)(?<!목표)(?<!지표)(?:을|를)[^.,\d]{0,12}$")


def up_or_down(laid: Laid, known: Known) -> Laid:
    """The reason with its rare verbs of a step as the usual ones."""
    del known
    counted = {one["what"] for one in _LESS_COUNTED.finditer(laid.text)}
    if more := [(*one.span("verb"), "증가") for one in _MORE_OF_IT.finditer(laid.text) if one["what"] in counted]:
        laid = replaced(laid, more)
    for pattern, word in _CHANGES:
        found = [
            (*one.span("verb"), word)
            for one in pattern.finditer(laid.text)
            if one["verb"] != word and not (_OFTENER.match(one["verb"]) and _OBJECT.search(laid.text, 0, one.start()))
        ]
        if found:
            laid = replaced(laid, found)
    return laid
