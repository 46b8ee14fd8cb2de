"""What the whole of a reason hangs on, said in front of it or behind: a condition, a part of the year, a rate nobody names.

`추경 편성을 전제로 …`, `신규 인력이 배정되는 기관에 한하여 …`, `…(단, 예산 확보 시)`, `상반기 목표: …`, `평균 증가폭(일정률)`.
Asked of the reason as it is printed, for a form that stands for the calculation has none of these words.
"""

from uigwe.reasons.patterns import pattern_of

_WORDS = (
    pattern_of(
        r"^[^.,()\d]{2,24}(?:(?:편성|확보|배정|승인|통과|개정|증액|교부|선정)[가-힣]{0,3}(?:을|를)전제로(?!서)|확보되면|통과되면|[될는]경우(?:에)?(?!가|의|도)|에한하여|에한해)"
    ),
    pattern_of(r"\((?:단|다만),?[^()\d]*(?:시|시에|경우|경우에한함|한함|전제로함|전제)\)[.]?$"),
    pattern_of(r"^(?:[상하]반기|[1-4](?:/4)?분기)목표(?:치|값)?:"),
    pattern_of(r"\((?:일정|소정의?|적정)한?(?:률|율|비율|부분|물량|규모|배율|배수|수준)\)"),
)


def provided(text: str) -> str:
    """The words on which the target hangs; empty when there are none."""
    return next((found[0] for one in _WORDS if (found := one.search(text))), "")
