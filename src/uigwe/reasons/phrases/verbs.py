"""Verbs that calculate, with their endings: before a noun (`더한`), going on (`더하여`), at the end (`더함`)."""

import re

from uigwe.reasons.patterns import pattern_of

# ── endings of 하다 ──
_SEEN = r"것으로(?:보아|보고|보며|가정하여|가정하고|가정|전제하여|전제하고|전망하여|예상하여|계획하여|판단하여|하여|하고|하되)"
_ADNOMINAL = r"(?:한|하는|할|된|되는|될|시킨|시키는|시킬|하기로한)"
_GOING_ON = (
    rf"(?:하여서|하여|해서|해|하고나서|하고|하되|하며|되어|되도록|하도록|시켜|시키고|시키되|시키도록"
    rf"|{_ADNOMINAL}(?:뒤에|뒤|후에|후|다음에|다음|{_SEEN})|(?:한|된)다고(?:보아|보고|가정하여|가정하고|가정|전제하여)"
    r"|(?:후|뒤)(?:에)?)"
)
_FINAL = (
    r"(?:하였음|했음|하였다|한다|하기로함|하기로하였음|하고자함|하고자하였음|하도록함|하는것으로함"
    r"|시킴|시키는것으로함|시키고자함|시키기로함|됨|함|하기)?"
)
_LATER = r"(?:뒤에|뒤|후에|후|다음에|다음)"


def _hada(stems: str) -> tuple[tuple[str, str], ...]:
    stem = rf"(?:{stems})"
    return (("of", stem + _ADNOMINAL), ("on", stem + _GOING_ON), ("end", stem + _FINAL))


def _native(adnominal: str, going_on: str, final: str) -> tuple[tuple[str, str], ...]:
    """`adnominal`, `going_on`, `final`: the forms themselves, each written out."""
    later = rf"(?:{adnominal})(?:{_LATER}|{_SEEN})"
    return (
        ("of", rf"(?:{adnominal})"),
        ("on", rf"(?:(?:{going_on})|{later})"),
        ("end", rf"(?:{final})(?:으로함)?"),
    )


_ADD = (
    *_hada(
        r"가산|합산|추가|증가|상향조정|상향|증액|증원|확대|인상|향상|상승|신장|성장|더|합|가점|추가반영|증대|추가확대|추가증가|추가상향|순증"
    ),
    *_native(
        r"보탠|보태는|보탤|얹은|얹는|얹을|늘린|늘리는|늘릴|늘어난|늘어나는|늘어날|높인|높이는|높일|올린|올리는|올릴|키운|키우는|합친|합치는|덧붙인|커진|높아진|높아지는|오르는|오를",
        r"보태어|보태고|보태|얹어|얹고|늘려|늘리고|늘리되|늘리도록|늘어나|높여|높이고|높이되|높이도록|올려|올리고|올리되|올리도록|키워|합쳐|합치고|덧붙여|커져|높아져",
        r"보탬|얹음|늘림|늘리기로함|높임|높이기로함|올림(?=$|[.])|올리기로함|키움|합침|덧붙임|늘려잡음",
    ),
)
_LESS = (
    *_hada(r"차감|감축|감소|하향조정|하향|축소|단축|절감|공제|제외|인하|하락|감액|경감"),
    *_native(
        r"뺀|빼는|줄인|줄이는|줄일|줄어든|줄어드는|낮춘|낮추는|낮출|덜어낸|깎은|내린",
        r"빼고|빼서|빼어|빼|줄여|줄이고|줄이되|줄이도록|낮춰|낮추어|낮추고|낮추되|낮추도록|덜어내고|덜어내어|깎아|내려",
        r"뺌|줄임|줄이기로함|낮춤|낮추기로함|덜어냄|깎음|내림(?=$|[.])",
    ),
)
_APPLY = _hada(r"(?:축소|하향|상향|확대|증액|감액)적용|적용|반영|그대로적용|추가적용|추가반영|연장적용")
_APPLY = (
    *_APPLY,
    *_native(
        r"곱하여(?:늘린|더한|가산한|증가시킨|줄인)|곱해(?:늘린|더한|가산한|증가시킨|줄인)",
        r"곱하여(?:늘려|더하여|가산하여)|곱해(?:늘려|더해|가산하여)",
        r"곱하여(?:늘림|더함|가산함)|곱해(?:늘림|더함|가산함)",
    ),
)
_TIMES = _hada(r"곱")
_CLOSE = (
    *_hada(r"해소|축소|단축|개선|달성|충족|보완|만회|감축|추가개선|추가로개선|추가해소|해결"),
    *_native(
        r"좁힌|좁히는|좁힐|줄인|줄이는|줄일|메운|메우는|메울|채운|채우는|채울|없앤",
        r"좁혀|좁히고|줄여|줄이고|메워|메우고|채워|채우고",
        r"좁힘|줄임|메움|채움|좁히기로함|줄이기로함",
    ),
)
_HAVE = (
    *_hada(r"산출|계산|산정|도출|산술|추정|구"),
    ("on", r"구한(?:뒤|후|다음)|구해|내어|낸(?:뒤|후|다음)|(?:으로|로)(?:하고|하여|하되|보고|두고|잡고|삼고)"),
    ("of", r"낸"),
)
# verb, sign, form, pattern
VERBS: tuple[tuple[str, str, re.Pattern[str]], ...] = tuple(
    (verb, form, pattern_of(pattern))
    for verb, forms in (
        ("add", _ADD),
        ("less", _LESS),
        ("apply", _APPLY),
        ("times", _TIMES),
        ("close", _CLOSE),
        ("have", _HAVE),
    )
    for form, pattern in forms
)

_COUNT = r"(?P<n>\d{1,2}|둘|셋|넷|다섯|두|세|네)"
# Divided by so much, with the verb: `2로 나눈`, `3으로 나누어`.
DIVIDED: tuple[tuple[str, re.Pattern[str]], ...] = tuple(
    (
        form,
        pattern_of(
            rf"(?:연수|햇수|기간|연도수)?\(?{_COUNT}(?:개년|개|년)?\)?(?:으로|로)(?:각각|똑같이|균등하게)?{verb}"
        ),
    )
    for form, verb in (
        ("of", r"나눈(?!뒤|후|다음)"),
        ("on", r"(?:나누어|나눠|나누고|나눠서|나누어서|나눈(?:뒤|후|다음)|나누되)"),
        ("end", r"나눔"),
    )
)
_EVEN = r"(?:매년)?(?:균등하게|균등히|균등|똑같이|고르게|동일하게|동일|같은크기로|같은폭으로|같은양으로|나누어|나눠)*(?:매년)?"
# Shared out over so many years, with the verb.
SHARED: tuple[tuple[str, re.Pattern[str]], ...] = tuple(
    (
        form,
        pattern_of(
            rf"(?:{_COUNT}(?:개)?년(?:간|동안|에걸쳐|으로|에)?{_EVEN}(?:배분|분할|안분|분배|나누|나눈|나눠|해소|달성|반영|추진|공급){verb}|(?P<m>\d)등분{verb})"
        ),
    )
    for form, verb in (
        ("of", r"(?:한|하는|할)?"),
        ("on", r"(?:하여|해|하고|하되|어|고)"),
        ("end", r"(?:함|하기로함|하는것으로함)"),
    )
)
FEW = {"둘": 2, "두": 2, "셋": 3, "세": 3, "넷": 4, "네": 4, "다섯": 5}


def count_of(found: re.Match[str]) -> int:
    """How many the words of a division say."""
    said = found["n"] or (found.groupdict().get("m") or "")
    return FEW.get(said) or int(said)
