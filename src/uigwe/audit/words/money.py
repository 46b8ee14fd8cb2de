"""Words of money: budgets, outlays, loans, accounts."""

ACCOUNT_ENDINGS = ("회계", "기금", "계정")
FUND = "기금"
OUTLAY_WORDS = ("(총)지출", "총지출", "지출")
BUDGET_WORDS = ("예산", "총사업비", "사업비")
_LOAN_WORDS = ("융자", "대출", "이차보전", "출자")


def is_budget(subject: str) -> bool:
    """Whether a figure is an amount of a budget."""
    return any(word in subject for word in BUDGET_WORDS)


def budget_of(subject: str) -> str:
    """The programme whose budget a figure is: `하천정비 예산` is `하천정비`; empty when it is none."""
    return next((subject.removesuffix(word).strip() for word in BUDGET_WORDS if subject.endswith(word)), "")


def is_loan(name: str) -> bool:
    """Whether a programme lends or invests money, and so moves far more of it than one that spends."""
    return any(word in name for word in _LOAN_WORDS)


def abbreviates(short: str, long: str) -> bool:
    """Whether a short name takes its letters in order from the long one: `균특회계` of `국가균형발전특별회계`."""
    letters = iter(long)
    return len(short) >= 4 and short[-2:] == long[-2:] and all(letter in letters for letter in short)
