"""A number of things to be done, where nothing was counted before."""

from decimal import Decimal

from uigwe.reasons.laid import Laid
from uigwe.reasons.ledger.entries import Entry
from uigwe.reasons.ledger.steps import DOWN, NO_STEP, UP
from uigwe.reasons.patterns import pattern_of

_OUT_OF = pattern_of(r"^(?:의)?(?:중|가운데)|^(?:분야|종|단계|차)")
_IN_PART = pattern_of(r"(?:[상하]반기|\d/?4?분기)(?:까지|에)?\d|\d{2,4}년까지|(?:\d/?4?분기|[상하]반기)목표")
_NO_LEVEL = pattern_of(
    r"부터|[가-힣]별|\d년간총|하루|분야|대상으로|통합|의견|나머지|이행|(?<!분기)마다|당|총합|합계|합산|참고|감안|고려|검토|추후|중(?=’|[가-힣])|가운데실제"
)
_EACH = pattern_of(r"각각|격월|씩")
_ORDINALS = ("차", "단계", "기", "급")
_ALTOGETHER = pattern_of(r"(?:총|연간|연|합하여|모두|합계|도합)$")
_DONE = pattern_of(
    r"목표|계획|예정|하기로|제정|발의|개최|발표|선정|지정|마련|시행|공모|수립|공표|확정|알리|것으로함|세워|제출|뽑|내놓|구축|출범|체결|신설|도입|발간|배포|완료"
)


def level(laid: Laid, entries: list[Entry]) -> Decimal | None:
    """How many things are to be done, where nothing was counted before: the only figure, or the sum of those beside it."""
    counts = [entry for entry in entries if not _OUT_OF.search(entry.after) and entry.unit not in _ORDINALS]
    if _EACH.search(laid.text) and not any(_in_all(entry, laid.text) for entry in counts):
        return None
    if _NO_LEVEL.search(laid.text) or _IN_PART.search(laid.text):
        return None
    if (
        not counts
        or any(entry.unit.startswith("%") or entry.factor for entry in entries)
        or not _DONE.search(laid.text)
    ):
        return None
    if UP.search(NO_STEP.sub("", laid.text)) or DOWN.search(laid.text):
        return None
    values = {entry.value for entry in counts}
    if len(values) > 1:
        values = {
            entry.value
            for entry in counts
            if entry.value == sum((one.value for one in counts if one is not entry), Decimal(0))
        }
        values = values or {entry.value for entry in counts if _in_all(entry, laid.text)}
    elif len(counts) > 1:
        values = {entry.value for entry in counts if _in_all(entry, laid.text)}
    return values.pop() if len(values) == 1 else None


def _in_all(entry: Entry, text: str) -> bool:
    """Whether a number counts all of a year: `총 3건`, and not `연 3회씩`."""
    return bool(_ALTOGETHER.search(text[: entry.start])) and not entry.near.startswith("씩")
