"""What was promised: the plan of one body for one year, as an immutable value."""

from uigwe.plan.compare import Change, compare
from uigwe.plan.edit import EDITABLE, EditProblem, Patch, edited, field_now
from uigwe.plan.indicator import Bounds, Indicator, Kind, Printing, Seeks, Standing, TargetType, Use
from uigwe.plan.place import Level, Part, Place, code_from, order_of_code, plain_code
from uigwe.plan.records import AgendaLink, BudgetLine, Claim, Milestone, Name, Paragraph, Person, Reference, Tally
from uigwe.plan.tree import Document, PerformanceGoal, Plan, Statement, StrategicGoal, Task

__all__ = [
    "EDITABLE",
    "AgendaLink",
    "Bounds",
    "BudgetLine",
    "Change",
    "Claim",
    "Document",
    "EditProblem",
    "Indicator",
    "Kind",
    "Level",
    "Milestone",
    "Name",
    "Paragraph",
    "Part",
    "Patch",
    "PerformanceGoal",
    "Person",
    "Place",
    "Plan",
    "Printing",
    "Reference",
    "Seeks",
    "Standing",
    "Statement",
    "StrategicGoal",
    "Tally",
    "TargetType",
    "Task",
    "Use",
    "code_from",
    "compare",
    "edited",
    "field_now",
    "order_of_code",
    "plain_code",
]
