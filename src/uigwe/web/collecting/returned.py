"""What was asked of the divisions for a plan and did not come back."""

from uigwe.review import ReplyStage, YearStage
from uigwe.web.collecting.kinds import REGISTERED
from uigwe.web.collecting.models import Ask
from uigwe.web.collecting.querysets import OWED
from uigwe.web.plans import frozen


def not_returned(agency: str, year: int) -> int:
    """How many goals and tasks still owe their part of the plan: the newest round that asked for each decides. Once the plan is fixed
    only rounds that are open count: what an earlier one never got back was published without it."""
    rows = Ask.objects.filter(round__agency_id=agency, round__year=year).exclude(round__kind__in=REGISTERED)
    if frozen.stage_of(agency, year) not in (None, YearStage.PREPARING):
        rows = rows.in_open_rounds()
    newest = dict(rows.order_by("round__number").values_list("code", "stage"))
    return sum(1 for stage in newest.values() if ReplyStage(stage) in OWED)
