"""What a task does in which quarter, with every way in which plans print a date."""

from corpus.plans.ground import Ground, fill
from uigwe.plan import Milestone
from uigwe.values import read_when

_STAGES = ("begin", "work", "check", "end")


def milestones(ground: Ground, code: str, thing: str) -> tuple[Milestone, ...]:
    """One to three rows for each quarter, each ending in it, no text twice; a work begins before it is done."""
    rows: list[Milestone] = []
    for quarter, stage in enumerate(_STAGES, start=1):
        texts = ground.rng.sample(ground.common["steps"][stage], ground.between(1, 3))
        if ground.chance(8):
            texts.append(ground.one(ground.common["standing"]))
        for text in texts:
            said = fill(text, a=thing)
            if not ground.take("milestone", (code, said)):
                continue
            standing = text in ground.common["standing"]
            when = ground.one(ground.common["always"]) if standing else _when(ground, quarter)
            read = read_when(when, ground.year)
            row = len(rows) + 1
            rows.append(Milestone(row, quarter, said, when, read.start, read.end, "", ground.place(code=code)))
    return tuple(rows)


def _when(ground: Ground, quarter: int) -> str:
    """A date that ends in the quarter, in one of the forms of official plans."""
    yy = f"{ground.one('’‘')}{ground.year % 100}"
    first, last = 3 * quarter - 2, 3 * quarter
    month = ground.between(first, last)
    forms = [
        f"{yy}.{month}월",
        f"{yy}. {month}월",
        f"{yy}년 {month}월",
        f"{yy}.{first}~{last}월",
        f"~{yy}.{month}월",
        f"{yy}.{month}.{ground.between(1, 28)}",
        f"{yy}.{month}월말",
        f"{yy}.{month}월초",
        f"{yy}.{month}월중",
        f"{month}월",
        f"{quarter}분기",
        f"{quarter}/4분기",
    ]
    if quarter == 1:
        forms.append(f"{yy}.{month}월~")
    if quarter in (2, 4):
        forms.append(f"{yy}.{'上' if quarter == 2 else '下'}")
        forms.append(f"{yy}년 {'상' if quarter == 2 else '하'}반기")
    if quarter > 1:
        forms.append(f"{yy}.{first - ground.between(1, 2)}월~{yy}.{month}월")
    if quarter == 4:
        forms.append("4·8·12월")
    return str(ground.one(forms))
