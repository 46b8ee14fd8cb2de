"""The tree of goals and tasks, as titles: nothing has a place in the document yet."""

from collections.abc import Iterator
from dataclasses import dataclass, field

from corpus.plans.ground import Ground, fill

ROMAN = "ⅠⅡⅢⅣⅤⅥ"
CIRCLED = "①②③④⑤⑥⑦⑧⑨⑩⑪⑫"


@dataclass(slots=True)
class Branch:
    """A goal or task to be: its code, its title, the thing it is about, what is below it."""

    code: str
    title: str
    thing: str
    below: list["Branch"] = field(default_factory=list)

    def walk(self) -> Iterator["Branch"]:
        """This one, then everything below."""
        yield self
        for branch in self.below:
            yield from branch.walk()


def grow(ground: Ground, strategic: int, goals: int, tasks: int) -> list[Branch]:
    """A tree with so many strategic goals, performance goals and tasks, spread unevenly as in life."""
    roots = [_branch(ground, "strategic", ROMAN[index]) for index in range(strategic)]
    for root, count in zip(roots, _shares(ground, goals, strategic, 7), strict=True):
        root.below = [_branch(ground, "goal", f"{root.code}-{number + 1}") for number in range(count)]
    all_goals = [goal for root in roots for goal in root.below]
    for goal, count in zip(all_goals, _shares(ground, tasks, len(all_goals), len(CIRCLED)), strict=True):
        goal.below = [_branch(ground, "task", f"{goal.code}-{CIRCLED[number]}") for number in range(count)]
    return roots


def _shares(ground: Ground, total: int, among: int, most: int) -> list[int]:
    """`total` things among so many holders, at least one each."""
    shares = [1] * among
    for _ in range(max(0, min(total, among * most) - among)):
        free = [index for index, share in enumerate(shares) if share < most]
        shares[ground.one(free)] += 1
    return shares


def _branch(ground: Ground, level: str, code: str) -> Branch:
    def title() -> tuple[str, str]:
        one, other = ground.rng.sample(ground.words["things"], 2)
        return fill(ground.one(ground.common[f"{level}_titles"]), a=one, b=other), one

    written, thing = ground.fresh(level, title)
    return Branch(code, written, thing)
