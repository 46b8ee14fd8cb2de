"""From tokens to pieces: what the target starts from, amounts, changes, and how they hang together.

Words that carry no arithmetic fall away here.
"""

from dataclasses import replace

from uigwe.formulas.tree import Past
from uigwe.reasons.brackets import Brackets
from uigwe.reasons.build import over_years, ratio_of_years
from uigwe.reasons.cursor import VERBS, WINDOWS
from uigwe.reasons.known import Known
from uigwe.reasons.patterns import pattern_of
from uigwe.reasons.piece import FEWER, Piece, hung
from uigwe.reasons.reading import Note
from uigwe.reasons.terms import GROWTH_LABEL, RATE_LABEL
from uigwe.reasons.tokens import Token
from uigwe.reasons.words import OF_OTHERS

# What a step comes to, with the particle by which it goes on.
_OUTCOME = pattern_of(r"(?:한|된|인)?(?:값|수준|수치|금액|물량|실적|것)(과|와|의|에서|에|보다)$")
# What may follow a year and be its result; else `’22년에 정책자금과 연계된 …` only says when.
_OF_RESULT = (
    "실적", "수준", "값", "결과", "점수", "건수", "인원", "수치", "성과", "비", "달성", "거둔", "기록", "처리",
)  # fmt: skip
_EACH_ONE = pattern_of(r"[가-힣]{1,2}당(?![가-힣]{0,2}기)")


def pieces_of(tokens: list[Token], known: Known) -> list[Piece]:
    """All pieces of a reason in order."""
    return _Chunker(tokens, known).all()


class _Chunker(Brackets):
    """One method per kind of token, `on_` and the kind; a kind without one carries no arithmetic."""

    def all(self) -> list[Piece]:
        while self.at < len(self.tokens):
            token = self.tokens[self.at]
            before = self.at
            getattr(self, f"on_{token.kind}", self.on_weak)(token)
            if self.at == before:
                self.at += 1
        return self.found

    def on_weak(self, token: Token) -> None:
        link = hung(token)
        last = self.last()
        said = (
            _OUTCOME.match(token.text) if token.kind == "other" and last is not None and last.kind == "verb" else None
        )
        if said and last is not None:
            # `상향한 값과`, `더한 값의`: what came out hangs on what follows.
            self.found[-1] = replace(last, link=said[1])
            return
        dated = (
            token.kind == "other" and last is not None and last.link == "에" and not token.text.startswith(_OF_RESULT)
        )
        if (last is not None and last.kind == "operand" and not dated) or (
            last is not None and last.kind == "amount" and token.kind in ("SAID", "ACTUAL", "TARGET") and link
        ):
            self.hang(link)
        if token.kind == "other" and last is not None and any(word in token.text for word in OF_OTHERS):
            self.found[-1] = replace(last, flags=last.flags | {"before-others"})

    def on_COMPARE(self, token: Token) -> None:
        if (
            token.text.startswith("기준")
            and not token.text.startswith(("기준으로", "기준대비"))
            and len(token.text) <= 3
        ):
            return
        last = self.last()
        if (
            last is not None
            and last.link in ("와", "과", "및", "·")
            and not token.text.startswith(("대비", "비", "에비"))
        ):
            # `평균과 증가율을 바탕으로`: both, not the first.
            return
        self.hang("대비")

    def on_other(self, token: Token) -> None:
        last, ahead = self.last(), self.peek(1)
        if (
            token.text in ("중", "가운데")
            and last is not None
            and last.kind == "amount"
            and ahead is not None
            and ahead.unit == "%"
        ):
            # `총 1,200건 중 70%`
            self.hang("의")
            return
        if token.text in ("중", "가운데") and last is not None and last.kind == "amount" and self.runs_on(last):
            # `전체 1,250개 시설 중 875개소`
            self.hang("중")
            return
        after, before = self.peek(1), self.peek(-1)
        if (
            token.text == "~"
            and before is not None
            and before.kind == "number"
            and after is not None
            and after.kind == "number"
        ):
            self.add("lost", token, notes=(Note("range", {"text": f"{before.text}~{after.text}"}),))
            return
        if token.text.endswith(("마을씩", "지역씩", "씩")) and before is not None and before.kind == "number":
            # `4개 마을씩`
            self.add("each", token)
            return
        if token.text.endswith(("당", "별")) and after is not None and after.kind == "number":
            self.add("each", token)
            return
        self.on_weak(token)

    def on_ACTUAL(self, token: Token) -> None:
        """`전년도 목표와 실적`: the result of the same year."""
        last = self.last()
        node = last.nodes[0] if last is not None and last.kind == "operand" and last.nodes else None
        if last is not None and last.link in ("과", "와") and isinstance(node, Past) and node.kind == "target":
            same = Past(kind="actual", year=node.year)
            self.operand(self.at, token.start, (same,), (), flags=frozenset(["past"]))
            return
        self.on_weak(token)

    def on_TARGET(self, token: Token) -> None:
        """`전년 실적과 목표의 평균`: the target of the same year."""
        last, after = self.last(), self.peek(1)
        node = last.nodes[0] if last is not None and last.kind == "operand" and last.nodes else None
        joins = after is not None and after.kind in ("MEAN", "CHOOSEMAX", "CHOOSEMIN", "EVENLY")
        if (
            last is not None
            and joins
            and last.link in ("과", "와")
            and isinstance(node, Past)
            and node.kind != "target"
        ):
            same = Past(kind="target", year=node.year or self.known.year - 1)
            self.operand(self.at, token.start, (same,), (), flags=frozenset(["past"]))
            return
        self.on_weak(token)

    def on_EACH(self, token: Token) -> None:
        self.add("each", token)

    def on_AND(self, token: Token) -> None:
        self.hang("와")

    def on_comma(self, token: Token) -> None:
        self.add("comma", token)

    def on_span(self, token: Token) -> None:
        self.on_window(token)

    def on_range(self, token: Token) -> None:
        self.on_window(token)

    def on_list(self, token: Token) -> None:
        self.on_window(token)

    def on_number(self, token: Token) -> None:
        if token.tail == "당" and token.amount is not None and token.amount.number == 1:
            self.add("each", token)
            return
        after = self.peek(1)
        if after is not None and after.kind == "other" and not token.tail and self.is_scale(token, after):
            self.add("remark", token)
            return
        if self.at == 0 and after is not None and after.kind == "close":
            # `1) 최근 3년 …`: a heading.
            return
        if after is not None and after.kind == "RATE" and token.unit == "%" and not self.is_compound(self.at + 1):
            sign = -1 if after.text.startswith(FEWER) else 1
            self.found.append(Piece("rate", token.start, after.end, after.tail, amount=token.amount, sign=sign))
            self.at += 2
            return
        self.add(
            "amount",
            token,
            amount=token.amount,
            link=token.tail,
            flags=(frozenset(["change"]) if self.changes(self.at) else self.as_whole()) | self.as_share(),
            notes=self.unknown_unit(token),
        )

    def as_share(self) -> frozenset[str]:
        """`처리율 75%`: a share of something, and no growth of it."""
        before = self.peek(-1)
        named = before is not None and before.kind == "other" and RATE_LABEL.search(before.text)
        grows = GROWTH_LABEL.search("".join(one.text for one in self.tokens[max(0, self.at - 2) : self.at]))
        return frozenset(["share"] if named and not grows else [])

    def as_whole(self) -> frozenset[str]:
        """`총 60억(국비 18억, 도비 42억)`: said to be the whole."""
        before = [token.text for token in self.tokens[max(0, self.at - 2) : self.at] if token.kind != "number"]
        return frozenset(["whole"] if any(text.startswith(("총", "전체", "합계", "계")) for text in before) else [])

    def runs_on(self, last: Piece) -> bool:
        """Whether nothing but bare nouns stands between the amount and here: `1,250개 공공시설 중`."""
        between = [token for token in self.tokens[: self.at] if token.start >= last.end]
        return not last.link and all(token.kind == "other" and not hung(token) for token in between)

    def is_scale(self, token: Token, after: Token) -> bool:
        """`60점 만점`, `1관당`: of how much, not how much."""
        one = token.amount is not None and token.amount.number == 1 and not token.unit and token.end == after.start
        beyond = self.peek(2)
        full = after.text == "만점" and beyond is not None and beyond.kind == "other" and beyond.text.startswith("중")
        return full or after.text.startswith("만점중") or (one and bool(_EACH_ONE.match(after.text)))

    def unknown_unit(self, token: Token) -> tuple[Note, ...]:
        """`1할`, `5푼`: a measure that nobody here knows stands right behind the figure."""
        after = self.peek(1)
        if token.unit or token.tail or after is None or after.kind != "other" or after.start != token.end:
            return ()
        if not "\uac00" <= after.text[0] <= "\ud7a3" or (self.known.unit and after.text.startswith(self.known.unit)):
            return ()
        scale = token.amount.scale if token.amount else 0
        return () if scale else (Note("unit-differs", {"said": after.text, "unit": self.known.unit}),)

    def on_times(self, token: Token) -> None:
        self.add("amount", token, amount=token.amount, link=token.tail)

    def on_fraction(self, token: Token) -> None:
        self.add("fraction", token, years=token.years, link=token.tail)

    def on_updown(self, token: Token) -> None:
        self.add("lost", token, notes=(Note("sign", {"word": token.text}),))

    def on_RATE(self, token: Token) -> None:
        if self.is_compound(self.at) and self.known.percent:
            self.on_weak(token)
            return
        if not self.rate_value(token):
            self.on_weak(token)

    def on_CAGR(self, token: Token) -> None:
        self.on_statistic(token)

    def on_verb(self, token: Token) -> None:
        after = self.peek(1)
        if token.text in ("추가", "크게") and after is not None and after.kind in VERBS:
            # `1% 추가 단축`
            return
        sign = {"UP": 1, "DOWN": -1, "IMPROVE": 0}[token.kind]
        label = (
            ""
            if not token.text.startswith(("더", "가산", "추가", "합", "보태", "보탠", "뺀", "빼", "차감", "얹"))
            else "plain"
        )
        self.add("verb", token, sign=sign, label=label)

    on_UP = on_DOWN = on_IMPROVE = on_verb

    def on_op(self, token: Token) -> None:
        sign = {
            "×": "*",
            "x": "*",
            "X": "*",
            "÷": "/",
            "곱하기": "*",
            "더하기": "+",
            "빼기": "-",
            "나누기": "/",
            "플러스": "+",
        }.get(token.text, token.text)
        before, after = self.peek(-1), self.peek(1)
        # A star behind a word is a footnote, a dash before a word is a bullet.
        if token.text == "*" and (before is None or before.kind in ("other", "comma", "SAID", *VERBS)):
            return
        last = self.last()
        years = after is not None and after.kind in ("year", "last", "ago", "span", "range")
        within = last is not None and last.kind == "amount" and self.depth > 0
        if sign == "-" and years and last is not None and (last.kind == "operand" or within):
            self.add("op", token, label=sign)
            return
        if sign == "-" and (after is None or after.kind not in ("number", "SD", "times")):
            # `공급 410호 - 멸실 95호`: a word may stand between, once the sum has begun.
            beyond = next(
                (one for one in (self.peek(2), self.peek(3)) if one is not None and one.kind != "other"), None
            )
            summing = any(piece.kind == "op" for piece in self.found)
            if not (summing and after is not None and after.kind == "other" and beyond is not None and beyond.amount):
                return
        if sign == "-" and before is not None and before.kind == "number" and before.tail:
            return
        self.add("op", token, label=sign)

    def on_arrow(self, token: Token) -> None:
        self.add("op", token, label="=")

    def on_ROUND(self, token: Token) -> None:
        self.add("round", token)

    def on_APPLY(self, token: Token) -> None:
        self.add("apply", token, label="times" if token.text.startswith("곱") else "")

    def on_CONSIDER(self, token: Token) -> None:
        self.add("consider", token)

    def on_KEEP(self, token: Token) -> None:
        after, last = self.peek(1), self.last()
        if after is not None and after.kind == "other" and len(after.text) <= 2:
            after = self.peek(2)
        if (
            after is not None
            and after.kind == "RATE"
            and last is not None
            and last.kind == "operand"
            and last.link in ("과", "와")
        ):
            year = self.known.year - 1
            nodes = last.nodes if last.rate else (ratio_of_years(year, year - 1),)
            self.found[-1] = replace(last, nodes=nodes, rate=True, link="을", end=after.end)
            self.at += 3 if self.peek(1) is not after else 2
            return
        self.add("keep", token)

    def on_FUNCTION(self, token: Token) -> None:
        name = {"a": "MEAN", "m": "MAX" if token.text[1:2].lower() == "a" else "MIN"}[token.text[0].lower()]
        inner = self.inside(self.at + 1)
        if len(inner) == 1 and inner[0].kind in WINDOWS:
            # `AVERAGE(’20~’22)`
            nodes, _ = over_years(name, self.years_of(inner[0]), trim="", known=self.known)
            self.operand(self.at + 3, token.start, nodes, (), flags=frozenset(["statistic", name]))
            return
        self.add("func", token, label={"a": "mean"}.get(token.text[0].lower(), token.text.lower()))

    def on_EVENLY(self, token: Token) -> None:
        self.add("evenly", token, label="over" if token.text.startswith("나") else "")

    def on_YEARLY(self, token: Token) -> None:
        self.add("yearly", token)

    def on_GAP(self, token: Token) -> None:
        self.add("gap", token, link=token.tail)

    def on_LEFT(self, token: Token) -> None:
        self.add("left", token)

    def on_per(self, token: Token) -> None:
        last = self.last()
        after_years = last is not None and last.kind in ("operand", "span", "years") and "평균" in token.text
        if not (self.counts(self.at) or after_years):
            self.on_weak(token)
            return
        times = (
            4
            if "분기" in token.text
            else 2
            if "반기" in token.text
            else 12
            if "월" in token.text or "달" in token.text
            else 52
        )
        self.add("per", token, count=times)

    def counts(self, at: int) -> bool:
        """Whether an amount follows before the clause ends: `분기별 25건`, not `분기별로 점검`."""
        for token in self.tokens[at + 1 : at + 5]:
            if token.kind in ("number", "op"):
                return True
            if token.kind in ("open", "close", "comma", *VERBS):
                return False
        return False

    def on_CHOOSEMAX(self, token: Token) -> None:
        self.add("choose", token, label="min" if self.turned(token) else "max", link=token.tail)

    def turned(self, token: Token) -> bool:
        """`하향지표 … 가장 좋은 실적`: where less is better the best is the least."""
        better = any(word in token.text for word in ("좋", "우수", "저조", "부진", "나쁜", "나빴"))
        return better and (self.known.downward is True or any(one.kind == "ONGOAL" for one in self.tokens))

    def on_CHOOSEMIN(self, token: Token) -> None:
        self.add("choose", token, label="max" if self.turned(token) else "min", link=token.tail)

    def on_ONGOAL(self, token: Token) -> None:
        self.add("downward", token)

    def on_UPGOAL(self, token: Token) -> None:
        self.add("upward", token)

    def on_ASMUCH(self, token: Token) -> None:
        self.hang("만큼")

    def on_BOUND(self, token: Token) -> None:
        after = self.peek(1)
        to = after is not None and after.kind == "other" and after.start == token.end and after.text.startswith("으로")
        self.add("bound", token, link="으로" if to and token.text in ("이상", "이하") else "")

    def on_APPROX(self, token: Token) -> None:
        self.add("about", token)
