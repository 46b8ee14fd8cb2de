"""What follows when a draft becomes the plan: the amendment that opened it is in force."""

from typing import Any

from django.dispatch import receiver

from uigwe.review import AmendmentStage
from uigwe.web.approving.models import Amendment
from uigwe.web.plans.actions import became_plan
from uigwe.web.plans.models import Revision
from uigwe.web.plans.shelf import today


@receiver(became_plan, dispatch_uid="amendment in force")
def in_force(sender: Any, revision: Revision, **_: Any) -> None:
    """In the transaction of the publishing, whose entry in the record says both."""
    Amendment.objects.filter(result=revision, stage=AmendmentStage.APPROVED).update(
        stage=AmendmentStage.IN_FORCE, in_force=today()
    )
