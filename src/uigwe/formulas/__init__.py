"""How a promise is counted: the basis of a target as an expression that is read, checked, explained and recomputed."""

from uigwe.formulas.evaluate import Derived, Facts, NotComputable, Step, evaluate
from uigwe.formulas.problem import FormulaProblem
from uigwe.formulas.read import read_basis
from uigwe.formulas.tree import Node, years_named
from uigwe.formulas.write import written

__all__ = [
    "Derived",
    "Facts",
    "FormulaProblem",
    "Node",
    "NotComputable",
    "Step",
    "evaluate",
    "read_basis",
    "written",
    "years_named",
]
